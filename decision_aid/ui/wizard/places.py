"""Asks where it has been found, one area a page: a list, and a picture in step with it."""

from __future__ import annotations

from itertools import groupby

from PySide6.QtCore import QEvent, QSize, Qt, QTimer
from PySide6.QtWidgets import QBoxLayout, QVBoxLayout, QWidget

from decision_aid.domain import (
    Area,
    Certainty,
    Chest,
    Place,
    PlaceId,
    RestAnswer,
    Side,
    places_asked,
)
from decision_aid.ui.kit.body_map import BodyMap
from decision_aid.ui.kit.choice import Tick
from decision_aid.ui.kit.map_panel import MapPanel
from decision_aid.ui.kit.map_regions import Asked, map_for
from decision_aid.ui.kit.mark_panel import MarkPanel
from decision_aid.ui.kit.order import follow_in_tab_order, last_in_tab_order
from decision_aid.ui.kit.place_row import PlaceRow
from decision_aid.ui.kit.screen_reader import announce
from decision_aid.ui.kit.text import Text
from decision_aid.ui.kit.theme import WIDE_EM
from decision_aid.ui.wizard.navigator import page_key
from decision_aid.ui.wizard.page import Page

NARROW_PICTURE = 420
"""How tall a picture above the list is at least: its parts must stay large enough to press."""

ABOVE_PICTURE = 148
"""What the title and the hint take above the picture, in pixels at 100 %."""

BESIDE_FROM_EM = 39
"""The room, in ems, from which the picture stands beside the list."""


class PlacesPage(Page):
    """The places of one area."""

    COLUMN = WIDE_EM
    BUILT_ANEW = True

    def title_text(self) -> str:
        """Return the question of this area."""
        key = page_key(self.step, self.session).removeprefix("places_")
        return self.words(f"places_page.title_{key}")

    def build(self) -> None:
        """Show the hint, the list and, where there is one, the picture."""
        self.rows: dict[PlaceId, PlaceRow] = {}
        self._wide: bool | None = None
        self.add_text(f"places_page.hint_{self.step.area}", "hint")
        self._beside = QBoxLayout(QBoxLayout.Direction.LeftToRight)
        self._beside.setSpacing(32)
        self._list = QWidget()
        self._list_column = QVBoxLayout(self._list)
        self._list_column.setContentsMargins(0, 0, 0, 0)
        self._list_column.setSpacing(0)
        self.panel = MarkPanel(self.words, self._list)
        self.panel.marked.connect(self._mark_opened)
        self.panel.term_pressed.connect(self.explain)
        self._fill_list()
        self._beside.addWidget(self._list, 3)
        self.map: BodyMap | None = None
        self._map_panel: MapPanel | None = None
        self._map_place: QWidget | None = None
        case = self.session.answers()
        asked = frozenset(place.id for place in places_asked(self.step, case))
        if self.step.area is not None and map_for(self.step.area, asked) is not None:
            self._add_map(Asked(self.step.area, asked, one_breast=case.side is not Side.BOTH))
        self.column.addLayout(self._beside)

    def enter(self) -> None:
        """Show the marks as they are, and the picture for the side that was chosen."""
        if self.map is not None:
            self.map.show_side(self.step.side or self.session.answers().side)
            self._number_rows(self.map)
        self._refresh()

    def _number_rows(self, body_map: BodyMap) -> None:
        """Give the lymph nodes numbers, in the picture and in the list: they look all alike."""
        if self.step.area is not Area.NODES:
            return
        drawn = {region.place for region in body_map.regions}
        numbers = {p: str(n) for n, p in enumerate([p for p in self.rows if p in drawn], 1)}
        body_map.show_numbers(numbers)
        for place, row in self.rows.items():
            row.head.show_number(numbers.get(place, ""))

    def lay_out(self, size: QSize) -> None:
        """Draw the page unseen, with what opens below the first place that is pressed."""
        super().lay_out(size)
        if not self.panel.isHidden():
            return
        next(iter(self.rows.values())).fill_panel()
        self.panel.resize(self._list.width(), self.panel.sizeHint().height())
        self.panel.grab()

    def _fill_list(self) -> None:
        places = places_asked(self.step, self.session.answers())
        groups = [(group, list(rows)) for group, rows in groupby(places, lambda p: p.group)]
        for group, members in groups:
            if len(groups) > 1:
                self._list_column.addSpacing(8)
                heading = Text(self.words(f"group.{group}"), "subheading")
                self._list_column.addWidget(heading)
                self.explain_later(heading)
                self._list_column.addSpacing(8)
            for place in members:
                self._add_row(place)
        self._list_column.addSpacing(8)
        self._list_column.addWidget(Text(self.words("places_page.all"), "subheading"))
        self._list_column.addSpacing(8)
        self.nothing = Tick("")
        self.not_sure = Tick("")
        for tick, answer in (
            (self.nothing, RestAnswer.NOTHING_ELSE),
            (self.not_sure, RestAnswer.NOT_SURE),
        ):
            self._list_column.addWidget(tick)
            self._list_column.addSpacing(8)
            tick.toggled.connect(lambda on, a=answer: self._answer_all(a if on else None))
        self._list_column.addStretch(1)

    def _add_row(self, place: Place) -> None:
        row = PlaceRow(place, self.words, self.panel, self._list)
        row.toggled.connect(lambda opened, p=place.id: self._opened(p) if opened else self._sync())
        self.rows[place.id] = row
        self._list_column.addWidget(row.head)

    def _add_map(self, asked: Asked) -> None:
        self._map_place = QWidget()
        self._map_panel = MapPanel(
            asked,
            self.words,
            lambda place: self.session.interview.certainty(self.step, place),
            name=self.words("map.name", area=self.context.step_label(self.step)),
            chest=self.session.chest,
            parent=self._map_place,
        )
        self._map_panel.chest_chosen.connect(self._draw_chest)
        self.map = self._map_panel.map
        self.map.picked.connect(self.show_place)
        self._beside.addWidget(self._map_place, 2)
        self.verticalScrollBar().valueChanged.connect(lambda _: self._float_map())

    def show_place(self, place: PlaceId) -> None:
        """Open a place in the list, bring it into view and put the focus on its marks."""
        row = self.rows[place]
        row.open()
        QTimer.singleShot(0, row, lambda: self._focus_marks(row))

    def _focus_marks(self, row: PlaceRow) -> None:
        layout = self._list.layout()
        assert layout is not None
        layout.activate()
        self._bring_into_view(row)
        chosen = next((c for c in row.choices.values() if c.isChecked()), None)
        focused = chosen or row.choices[Certainty.FOUND]
        focused.setFocus()
        self.ensureWidgetVisible(focused, 0, 24)

    def _bring_into_view(self, row: PlaceRow) -> None:
        """Scroll to a row; where it is too tall to be seen whole, its head comes first."""
        self.ensureWidgetVisible(self.panel, 0, 24)
        self.ensureWidgetVisible(row.head, 0, 24)

    def _opened(self, place: PlaceId) -> None:
        row = self.rows[place]
        row.fill_panel()
        self._put_panel_below(row)
        for other in self.rows.values():
            if other is not row:
                other.close_row()
        self._sync()
        QTimer.singleShot(0, row, lambda: self._bring_into_view(row))

    def _put_panel_below(self, row: PlaceRow) -> None:
        """Put the panel after a row: on the screen, for Tab, and for a screen reader."""
        self._list_column.removeWidget(self.panel)
        at = self._list_column.indexOf(row.head) + 1
        after = (self._list_column.itemAt(i) for i in range(at, self._list_column.count()))
        below = next(w for item in after if item is not None and (w := item.widget()) is not None)
        self._list_column.insertWidget(at, self.panel)
        self.panel.stackUnder(below)
        self.panel.show()
        follow_in_tab_order(row.head, self.panel)

    def _mark_opened(self, certainty: Certainty | None) -> None:
        opened = next((p for p, row in self.rows.items() if row.is_open), None)
        if opened is None:
            return
        if certainty is None:
            self.rows[opened].head.setFocus(Qt.FocusReason.OtherFocusReason)
        self._mark(opened, certainty)

    def _sync(self) -> None:
        opened = next((p for p, row in self.rows.items() if row.is_open), None)
        self.panel.setVisible(opened is not None)
        if self.map is not None:
            self.map.show_selected(opened)

    def _mark(self, place: PlaceId, certainty: Certainty | None) -> None:
        self.session.mark(place, self.step.side, certainty)
        self._refresh()
        state = f"certainty.{certainty}" if certainty else "places_page.unmarked"
        announce(
            self,
            self.words(
                "places_page.marked_announced",
                place=self.words.place(place),
                state=self.words(state),
            ),
        )

    def _answer_all(self, answer: RestAnswer | None) -> None:
        self.session.set_rest(self.step, answer)
        self._refresh()

    def _refresh(self) -> None:
        for place, row in self.rows.items():
            row.show_certainty(self.session.interview.certainty(self.step, place))
        if self._map_panel is not None:
            self._map_panel.refresh(self.session.chest)
        answer = self.session.interview.rest_of(self.step)
        marked = any(self.session.interview.mark_of(place, self.step.side) for place in self.rows)
        ending = "_else" if marked else ""
        for tick, key, means in (
            (self.nothing, "nothing", RestAnswer.NOTHING_ELSE),
            (self.not_sure, "not_sure", RestAnswer.NOT_SURE),
        ):
            tick.setText(self.words(f"places_page.{key}{ending}"))
            tick.setAccessibleName(tick.text())
            tick.blockSignals(True)
            tick.setChecked(answer is means)
            tick.blockSignals(False)
            tick.updateGeometry()

    def _draw_chest(self, chest: Chest) -> None:
        self.session.set_chest(chest)
        self._refresh()

    def fit(self, width: int) -> None:
        """Put the picture beside the list, or above it in a narrow window."""
        if self.map is None or self._map_place is None or self._map_panel is None:
            return
        wide = width >= self.look.em(BESIDE_FROM_EM)
        if wide is not self._wide:
            self._wide = wide
            self._stand_beside() if wide else self._stand_above()
        room = min(width, self.look.em(WIDE_EM))
        across = round((room - 32) * 0.4) if wide else min(width, self.look.px(460))
        spare = self.viewport().height() - self.look.px(ABOVE_PICTURE)
        tall = max(spare, 320) if wide else max(spare, self.look.px(NARROW_PICTURE))
        size = self.map.size_for(across, tall)
        self.map.setFixedSize(size)
        whole = QSize(across, size.height() + self._map_panel.below(across) + 8)
        self._map_panel.resize(whole)
        if wide:
            self._map_place.setFixedWidth(across)
            self._map_place.setMinimumHeight(whole.height())
            self._map_place.setMaximumHeight(16777215)
        else:
            self._map_place.setMinimumWidth(0)
            self._map_place.setMaximumWidth(16777215)
            self._map_place.setFixedHeight(whole.height())
        self._float_map()

    def _stand_beside(self) -> None:
        """Put the picture right of the list, and after it for Tab and a screen reader."""
        assert self._map_place is not None
        self._beside.setDirection(QBoxLayout.Direction.LeftToRight)
        self._list.stackUnder(self._map_place)
        follow_in_tab_order(last_in_tab_order(self._list), self._map_place)

    def _stand_above(self) -> None:
        """Put the picture above the list, and before it for Tab and a screen reader."""
        assert self._map_place is not None
        self._beside.setDirection(QBoxLayout.Direction.BottomToTop)
        self._map_place.stackUnder(self._list)
        follow_in_tab_order(last_in_tab_order(self._map_place), self._list)

    def event(self, event: QEvent) -> bool:
        """Put the picture in its place once the page has been laid out."""
        done = super().event(event)
        if event.type() is QEvent.Type.LayoutRequest:
            QTimer.singleShot(0, self, self._float_map)
        return done

    def _float_map(self) -> None:
        """Keep the picture in view while the list scrolls beside it."""
        if self._map_panel is None or self._map_place is None:
            return
        spare = self._map_place.width() - self._map_panel.width()
        top = 0
        if self._wide:
            start = self._map_place.mapTo(self._holder, self._map_place.rect().topLeft()).y()
            above = self.verticalScrollBar().value() + 16 - start
            top = max(0, min(above, self._map_place.height() - self._map_panel.height()))
        self._map_panel.move(0 if self._wide else spare // 2, top)
