"""Where cancer was found: one figure and one list, in step with each other."""

from __future__ import annotations

from typing import Final

from PySide6.QtCore import Qt, QTimer
from PySide6.QtWidgets import (
    QBoxLayout,
    QLayout,
    QVBoxLayout,
    QWidget,
)

from decision_aid.document.answer import verdicts
from decision_aid.domain import (
    PLACES,
    Certainty,
    PlaceId,
    PlaceSide,
    Side,
    places_asked,
)
from decision_aid.ui.kit.choice import Option
from decision_aid.ui.kit.explained import explain_place
from decision_aid.ui.kit.layouts import FlowLayout
from decision_aid.ui.kit.place_card import PlaceCard
from decision_aid.ui.kit.screen_reader import announce, follow_in_tab_order
from decision_aid.ui.kit.segments import AskedInARow, Segments
from decision_aid.ui.kit.text import Text
from decision_aid.ui.wizard.marked_figure import MarkedFigure
from decision_aid.ui.wizard.more_places import FarPlaces, MorePlaces
from decision_aid.ui.wizard.page import Page

COMMON: Final = tuple(map(PlaceId, ("ducts_only", "breast_tissue", "nodes_armpit")))
"""What most reports speak of: always in the list."""

COMMON_FAR: Final = tuple(map(PlaceId, ("bone", "liver", "lung", "brain")))
"""Where distant spread is found most often: one press each."""

_SOMEWHERE_ELSE: Final = PlaceId("other_far_organ")
_BESIDE_FROM_EM: Final = 44
_PAGE_EM: Final = 74


class WherePage(Page):
    """The figure beside the list; one press marks a place as found."""

    COLUMN = _PAGE_EM
    CONTINUE = "button.see_answer"
    MARGINS = (1.5, 1)

    def build(self) -> None:
        """Show the figure, and what to press beside it."""
        self.cards: dict[PlaceId, PlaceCard] = {}
        self._warned = False
        self._hint = Text("", "hint")
        self.explain_later(self._hint)
        self._head = QBoxLayout(QBoxLayout.Direction.LeftToRight)
        self._head.setSpacing(16)
        self.column.removeWidget(self.title)
        self._head.addWidget(self.title)
        self._head.addWidget(self._hint, 1, Qt.AlignmentFlag.AlignVCenter)
        self.column.insertLayout(0, self._head)
        self._beside = QBoxLayout(QBoxLayout.Direction.LeftToRight)
        self._beside.setSpacing(16)
        self._add_figure()
        self._list = QWidget()
        self._column = QVBoxLayout(self._list)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(3)
        self.column.removeWidget(self.error)
        self._column.addWidget(self.error)  # the figure keeps its size and its names
        self._add_questions()
        for place in COMMON:
            self._column.addWidget(self._card(place))
        self._add_far()
        self._add_more()
        self._column.addStretch(1)
        self._beside.addWidget(self._list, 6)
        self.column.addLayout(self._beside)
        self.session.changed.connect(self.error.clear)
        self.session.changed.connect(self._refresh)
        self._refresh()

    # What stands on the page.

    def _add_figure(self) -> None:
        self.marked_figure = MarkedFigure(self.words, self.session)
        self.figure, self.look_of_figure = self.marked_figure.figure, self.marked_figure.choice
        self.figure.pressed.connect(self._press_figure)
        self._beside.addWidget(self.marked_figure, 5)

    def _add_questions(self) -> None:
        """Ask beside the title whether it is new, and above the list which breast it is."""
        questions = QWidget()
        flow = FlowLayout(questions, 14)
        policy = questions.sizePolicy()
        policy.setHeightForWidth(True)
        questions.setSizePolicy(policy)
        self._column.addWidget(questions)
        self.sides = self._segments("side", [*Side], flow)
        self.timing = self._segments("timing", ["first", "came_back"], self._head)
        self.timing.chosen.connect(
            lambda one: self.session.set_came_back(None if not one else one == "came_back")
        )
        self.sides.chosen.connect(self._choose_side)
        self.breasts = self._segments("breast_now", [Side.LEFT, Side.RIGHT], flow)
        self.breasts.choose(Side.LEFT)
        self.breasts.chosen.connect(lambda _: self._refresh())

    def _segments(self, name: str, ids: list[Side] | list[str], within: QLayout) -> Segments:
        """Add a short question with its answers in one row."""
        options = [Option(i, self.words(f"where_page.{name}_{i}")) for i in ids]
        none = name != "breast_now"
        row = AskedInARow(self.words(f"where_page.{name}"), options, may_be_none=none)
        within.addWidget(row)
        return row.segments

    def _add_far(self) -> None:
        self.far = FarPlaces(self.words, COMMON_FAR)
        self.far_buttons, self.nothing_farther = self.far.buttons, self.far.nothing_farther
        self.far.found.connect(lambda place: self._mark(PlaceId(place), Certainty.FOUND))
        self.nothing_farther.toggled.connect(self.session.set_nothing_farther)
        self._column.addWidget(self.far)
        self._marked = QVBoxLayout()
        self._marked.setSpacing(4)
        self._column.addLayout(self._marked)

    def _add_more(self) -> None:
        self.places = MorePlaces(
            self.words,
            asked=lambda: places_asked(self.session.side),
            certainty_of=lambda p: self.session.interview.mark_of(p, self._side_of(p)),
            common={*COMMON, *COMMON_FAR},
        )
        self.finder, self.more = self.places.finder, self.places.more
        self.places.marked.connect(lambda place, one: self._mark(PlaceId(place), one))
        self.places.listed.connect(self._take_over_listed)
        self.places.unclear.connect(self._say_what_is_unclear)
        self._column.addWidget(self.places)

    def _card(self, place: PlaceId) -> PlaceCard:
        """Return a new card of a place, connected to the answers."""
        card = PlaceCard(place, self.words, self._list)
        card.marked.connect(lambda certainty, p=place: self._mark(p, certainty))
        card.answered.connect(
            lambda answer, p=place: self.session.set_detail(p, self._side_of(p), answer)
        )
        card.wondered.connect(lambda opener, p=place: explain_place(self.words, p, opener))
        if place not in self.cards:
            self.cards[place] = card
        return card

    # What a press does.

    def _side_of(self, place: PlaceId) -> Side | None:
        """Return the breast that a mark belongs to: with cancer in both, the one being marked."""
        if self.session.side is Side.BOTH and PLACES[place].side is PlaceSide.SAME:
            return Side(self.breasts.current() or Side.LEFT)
        return None

    def _choose_side(self, side: str) -> None:
        marks = [f for f in self.session.interview.said.findings if f.side is None]
        of_one = [f for f in marks if PLACES[f.place].side is PlaceSide.SAME]
        unclear = self.session.side is None and side == Side.BOTH and of_one
        self.session.set_side(Side(side) if side else None)
        if unclear:
            self.say_error(self.words("where_page.breast_not_said"))

    def _press_figure(self, place: str, side: str) -> None:
        """Take a press on the figure: a breast is chosen, any other part is marked or unmarked."""
        if place == "breast":
            self._press_breast(Side(side))
            return
        pressed = PLACES[PlaceId(place)]
        if side and self.session.side is None and pressed.side is not PlaceSide.NONE:
            # Whether nodes are nearby or far depends on the breast: it is never guessed.
            self.say_error(self.words("where_page.side_first"))
            return
        if side and pressed.side is PlaceSide.SAME and self.session.side is Side.BOTH:
            self.breasts.choose(side)
        marked = self.session.interview.mark_of(pressed.id, self._side_of(pressed.id))
        if pressed.id == _SOMEWHERE_ELSE and marked is None:
            self.more.setChecked(True)  # where it is decides whether it is far
            return
        if pressed.side is PlaceSide.NONE:
            stays = self.marked_figure.press_spot(pressed.id, marked=marked is not None)
        else:
            stays = marked is None
        self._mark(pressed.id, (marked or Certainty.FOUND) if stays else None)
        if stays and side:
            self.session.say_where_pressed(pressed.id, self._side_of(pressed.id))

    def _press_breast(self, side: Side) -> None:
        if self.session.side is Side.BOTH:
            self.breasts.choose(side)
            self._refresh()
        else:
            other = self.session.side not in {None, side} and bool(self.session.answers().findings)
            self.session.set_side(side)
            if other:
                self.say_error(self.words(f"where_page.side_is_now_{side}"))
        self.figure.show_breast(side)

    def _mark(self, place: PlaceId, certainty: Certainty | None) -> None:
        opened = place not in self.cards
        focus_moves = (
            certainty is not None
            and place in self.far_buttons
            and (self.far_buttons[place].hasFocus())
        )
        if certainty is None:
            self.marked_figure.forget_spots(place)
        self.session.mark(place, self._side_of(place), certainty)
        state = f"certainty.{certainty}" if certainty else "where_page.unmarked"
        said = self.words(
            "where_page.marked_announced",
            place=self.words.place(place),
            state=self.words(state),
            so_far=self.so_far(),
        )
        announce(self, said)
        if focus_moves:
            self.cards[place].button.setFocus()
        if opened:
            QTimer.singleShot(0, self, self.order_tabs)

    @property
    def matches(self) -> dict[PlaceId, PlaceCard]:
        """The cards of the rarer places that are listed now."""
        return self.places.matches

    def _take_over_listed(self) -> None:
        if self.places.headings:
            self.explain_later(*self.places.headings)
            self.words_changed()
        self._refresh()
        follow_in_tab_order(self.more, self.places.found_list)
        if self.matches:
            QTimer.singleShot(0, self, self._show_what_fits)

    def _say_what_is_unclear(self, key: str) -> None:
        # Only once Enter is done: the message takes the focus, and there Enter leads on.
        QTimer.singleShot(0, self, lambda: self.say_error(self.words(f"where_page.{key}")))

    def _show_what_fits(self) -> None:
        """Bring what was looked for into view, and the line in which one types stays in it."""
        if (first := self.places.first()) is not None:
            self.ensureWidgetVisible(first, 0, 24)
            self.ensureWidgetVisible(self.finder, 0, 8)

    # What the page shows.

    def prepare(self) -> None:
        """Show the answers as they are."""
        self.enter()

    def enter(self) -> None:
        """Show the answers as they are, and what to do."""
        self._warned = False
        self._hint.setText(
            self.words(f"where_page.hint{'_helping' if self.session.helping else ''}")
        )
        self._refresh()

    def _refresh(self) -> None:
        interview, side = self.session.interview, self.session.side
        self.sides.choose(side)
        two = self.breasts.parentWidget()
        assert two is not None
        two.setVisible(side is Side.BOTH)
        came_back = self.session.came_back
        timing = {None: None, False: "first", True: "came_back"}[came_back]
        self.timing.choose(timing)
        self.far.show_marks(interview)
        for place in places_asked(side):
            self._show_mark(place.id)
        asked = {place.id for place in places_asked(side)}
        for place_id, card in self.cards.items():
            if place_id not in COMMON:
                own = interview.mark_of(place_id, self._side_of(place_id))
                card.setVisible(place_id in asked and own is not None)
        for place_id, card in self.matches.items():
            card.show_certainty(interview.mark_of(place_id, self._side_of(place_id)))
        self.marked_figure.refresh(self._breast_shown())

    def _show_mark(self, place: PlaceId) -> None:
        """Show the mark of a place in its card, which is made when it is first marked."""
        interview, side = self.session.interview, self._side_of(place)
        certainty = interview.mark_of(place, side)
        if place not in self.cards:
            if certainty is None:
                return
            card = self._card(place)
            self._marked.addWidget(card)
            card.stackUnder(self.places)  # read before it, as it stands before it
        card = self.cards[place]
        card.show_certainty(certainty)
        card.ask(interview.details.get((place, side)), wanted=interview.asks_more(place, side))

    def so_far(self) -> str:
        """Return the two answers so far, each in a word or two."""
        both = verdicts(self.session.assessment.result, self.words.content)
        return self.words(
            "where_page.answers_so_far", invasive=both[0].text, metastatic=both[1].text
        )

    def problem(self) -> str:
        """Ask once whether it is meant so, where a typed place or nothing at all is marked."""
        if self.finder.text().strip() and not self._warned:
            self._warned = True
            return self.words("where_page.typed_is_not_marked", text=self.finder.text().strip())
        if self._warned or self.session.answers().findings:
            return ""
        self._warned = True
        return self.words("where_page.nothing_marked")

    def fit(self, width: int) -> None:
        """Put the figure beside the list, or below it in a narrow window."""
        wide = width >= self.look.em(_BESIDE_FROM_EM)
        direction = QBoxLayout.Direction
        beside = direction.LeftToRight if wide else direction.BottomToTop
        if self._beside.direction() is not beside:
            self._beside.setDirection(beside)
            figure = self.marked_figure
            first, then = (figure, self._list) if wide else (self._list, figure)
            first.stackUnder(then)  # a screen reader and Tab come first to what is seen first
            self.order_tabs()
        self._head.setDirection(direction.LeftToRight if wide else direction.TopToBottom)
        self.title.setWordWrap(not wide)
        above = self._head.sizeHint().height() + self.look.space(2.5) + self.column.spacing()
        room = self.viewport().height() - 12 - (above if wide else 0)
        across = round(width * 0.425) if wide else width
        self.marked_figure.fit(across, room, self._breast_shown(), beside=wide)

    def _breast_shown(self) -> Side | None:
        side = self.session.side
        return Side(self.breasts.current() or Side.LEFT) if side is Side.BOTH else side
