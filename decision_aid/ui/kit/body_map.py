"""The body map: the same places as the list, to press in a picture."""

from __future__ import annotations

from itertools import pairwise
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QByteArray, QEvent, QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import (
    QColor,
    QHideEvent,
    QPainter,
    QPainterPath,
    QPaintEvent,
    QPen,
    QPixmap,
    QResizeEvent,
    QTransform,
)
from PySide6.QtSvg import QSvgRenderer
from PySide6.QtWidgets import QWidget

from decision_aid.document.body_pictures import DrawnPart
from decision_aid.domain import Certainty, PlaceId, Side
from decision_aid.ui.kit.map_regions import RING_AWAY, Asked, MapRegion, area_to_press, map_for
from decision_aid.ui.kit.map_words import MapWords
from decision_aid.ui.kit.marks import draw_number, how_far
from decision_aid.ui.kit.order import reading_order
from decision_aid.ui.kit.picture import map_picture
from decision_aid.ui.kit.screen_reader import Role, set_role
from decision_aid.ui.kit.style import look_of

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from decision_aid.document.picture_blocks import BodyPicture
    from decision_aid.domain import Chest
    from decision_aid.ui.kit.words import Words

_MARGIN: Final = 8
"""Around the picture, so that a ring around a part at its edge is seen whole."""


class BodyMap(QWidget):
    """A picture in step with the list; ``picked`` is emitted with the place that was pressed."""

    picked = Signal(str)

    def __init__(
        self,
        asked: Asked,
        words: Words,
        certainty_of: Callable[[PlaceId], Certainty | None],
        *,
        name: str,
        chest: Chest,
        parent: QWidget,
    ) -> None:
        """Show the picture of an area.

        Args:
            asked: what is asked about; an area that has a picture.
            words: the words.
            certainty_of: returns how sure it is that a place has it.
            name: what a screen reader calls the picture.
            chest: how the chest is drawn.
            parent: the widget it stands in.
        """
        super().__init__(parent)
        picture = map_for(asked.area, asked.places, chest)
        assert picture is not None
        self._asked, self._picture, self._chest = asked, picture, chest
        self._words, self._certainty_of = words, certainty_of
        self._written = MapWords(words, asked.area, one_breast=asked.one_breast)
        self._side: Side | None = None
        self._selected: PlaceId | None = None
        self._drawn: QPixmap | None = None
        self._drawn_from: object = None
        set_role(self, Role.GROUP)
        self.setAccessibleName(name)
        self._order: list[MapRegion] = []
        self._numbers: dict[PlaceId, str] = {}
        self.regions = [MapRegion(region, self) for region in picture.regions]
        for button in self.regions:
            button.clicked.connect(lambda _=False, b=button: self._pick(b))
            button.toggled.connect(lambda _, b=button: self._pick_and_restore(b))
        self.show_side(None)

    def size_for(self, width: int, height: int) -> QSize:
        """Return the size that fits into this room with the words above and below."""
        metrics = self.fontMetrics()
        words = self._written.above(width, metrics) + self._written.below(width, metrics)
        box = self._picture.box
        scale = min(width / box.width(), max(height - words, 160) / box.height())
        return QSize(width, round(box.height() * scale) + words)

    def show_side(self, side: Side | None) -> None:
        """Show the picture for the side with the cancer; ``None`` where it is not known."""
        self._side = None if side is Side.BOTH else side
        for button in self.regions:
            place = button.region.places.get(self._side)
            button.place = place if place in self._asked.places else None
            button.setVisible(button.place is not None)
        self._written.write_for(self._side, (b.place for b in self.regions if b.place))
        self.refresh()
        self._place_regions()

    def show_chest(self, chest: Chest) -> None:
        """Draw the chest with breasts or flat; every part stays the control that it is."""
        if chest == self._chest:
            return
        picture = map_for(self._asked.area, self._asked.places, chest)
        if picture is None:
            return
        self._chest, self._picture = chest, picture
        for button, region in zip(self.regions, picture.regions, strict=True):
            button.region, button.around = region, None
        self._drawn = None
        self.updateGeometry()
        self._place_regions()
        self.update()

    def show_selected(self, place: PlaceId | None) -> None:
        """Show which place is open in the list."""
        self._selected = place
        self.update()

    def refresh(self) -> None:
        """Show the marks as they are."""
        for button in self.regions:
            if button.place is None:
                continue
            self._show_state(button)
            button.setAccessibleName(self._written.name(button.place, self._certainty(button)))
            distance = self._written.distance(button.place)
            opens = self._words("places_page.row_open")
            button.setAccessibleDescription(f"{distance}. {opens}" if distance else opens)
        self.update()

    def outline_of(self, button: MapRegion) -> QPainterPath:
        """Return the line that the ring of the focus takes around a part."""
        return button.ring_at(self._transform())

    def focus_neighbour(self, start: MapRegion, direction: QPointF) -> None:
        """Give the focus to the nearest part in this direction."""

        def away(other: MapRegion) -> float:
            step = self._at(other.region.sign) - self._at(start.region.sign)
            along = QPointF.dotProduct(step, direction)
            across = abs(step.x() * direction.y() - step.y() * direction.x())
            return along + 2.5 * across if along > 4 else float("inf")

        others = [b for b in self.regions if b.place is not None and b is not start]
        nearest = min(others, key=away, default=None)
        if nearest is not None and away(nearest) != float("inf"):
            nearest.setFocus(Qt.FocusReason.OtherFocusReason)

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802
        """Put every control over its part of the picture."""
        super().resizeEvent(event)
        self._place_regions()

    def hideEvent(self, event: QHideEvent) -> None:  # noqa: N802
        """Give back the memory of what nobody sees."""
        super().hideEvent(event)
        self._drawn = None

    def changeEvent(self, event: QEvent) -> None:  # noqa: N802
        """Take over new colours."""
        super().changeEvent(event)
        if event.type() in {QEvent.Type.FontChange, QEvent.Type.StyleChange}:
            self._written.measure_anew()
        if event.type() is QEvent.Type.StyleChange:
            self._drawn = None
            self.update()

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: N802
        """Draw the picture, the marks, and what has the focus."""
        del event
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        theme = look_of(self).theme
        self._written.draw_above(painter, self.rect(), theme)
        painter.drawPixmap(0, 0, self._picture_with_marks())
        self._draw_numbers(painter)
        for button in self.regions:
            self._draw_rings(painter, button)
        pointed_at = next(
            (b for b in self.regions if b.place and (b.hasFocus() or b.underMouse())), None
        )
        place = pointed_at.place if pointed_at else None
        about = (place, self._certainty_of(place)) if place else None
        self._written.draw_below(painter, self.rect(), theme, about)

    def _picture_with_marks(self) -> QPixmap:
        """Return the very picture that stands in the summary, drawn anew where a mark changed."""
        theme = look_of(self).theme
        marks = tuple(self._certainty(button) for button in self.regions)
        ratio = self.devicePixelRatioF()
        drawn_from = (marks, self._side, self._chest, theme, self.size(), ratio)
        if self._drawn is None or self._drawn_from != drawn_from:
            svg = map_picture(self._body_picture(), theme, self._is_shown)
            self._drawn = QPixmap(self.size() * ratio)
            self._drawn.setDevicePixelRatio(ratio)
            self._drawn.fill(Qt.GlobalColor.transparent)
            painter = QPainter(self._drawn)
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            QSvgRenderer(QByteArray(svg.encode())).render(painter, self._frame())
            painter.end()
            self._drawn_from = drawn_from
        return self._drawn

    def _body_picture(self) -> BodyPicture:
        from decision_aid.document.picture_blocks import BodyPicture, MapMark  # noqa: PLC0415 - as above

        marks = [
            MapMark(
                place=button.place,
                side=None if self._side is Side.BOTH else self._side,
                certainty=certainty,
                distance=how_far(button.place) or "none",
            )
            for button in self.regions
            if button.place is not None and (certainty := self._certainty(button)) is not None
        ]
        return BodyPicture(
            drawing=self._picture.drawing,
            chest=self._chest,
            mirrored=self._written.mirrored,
            marks=tuple(marks),
            caption="",
            alternative="",
        )

    def _is_shown(self, part: DrawnPart) -> bool:
        return part.places.get(self._side) in self._asked.places

    def _pick(self, button: MapRegion) -> None:
        if button.place is not None:
            self.picked.emit(button.place)

    def _pick_and_restore(self, button: MapRegion) -> None:
        """Do what a press does, also where a screen reader toggles: the list makes the mark."""
        self._show_state(button)
        self._pick(button)

    def _show_state(self, button: MapRegion) -> None:
        certainty = self._certainty(button)
        button.blockSignals(True)
        button.setChecked(certainty not in {None, Certainty.NOT_FOUND})
        button.blockSignals(False)

    def _certainty(self, button: MapRegion) -> Certainty | None:
        if button.place is None:
            return None
        return self._certainty_of(button.place)

    def _frame(self) -> QRectF:
        """Return where the picture stands between the words above and below."""
        box = self._picture.box
        width, metrics = self.width(), self.fontMetrics()
        line, caption = self._written.above(width, metrics), self._written.below(width, metrics)
        room = QRectF(0, line, self.width(), self.height() - line - caption)
        room.adjust(_MARGIN, 0, -_MARGIN, 0)
        scale = min(room.width() / box.width(), room.height() / box.height())
        frame = QRectF(0, room.top(), box.width() * scale, box.height() * scale)
        frame.moveLeft(room.center().x() - frame.width() / 2)
        return frame

    def _transform(self) -> QTransform:
        """Return what puts the measures of the drawing into this widget."""
        box, frame = self._picture.box, self._frame()
        scale = frame.width() / box.width()
        transform = QTransform()
        transform.translate(frame.center().x(), frame.top())
        transform.scale(-scale if self._written.mirrored else scale, scale)
        transform.translate(-box.center().x(), -box.top())
        return transform

    def _at(self, point: QPointF) -> QPointF:
        return self._transform().map(point)

    def _place_regions(self) -> None:
        transform = self._transform()
        for button in self.regions:
            area = area_to_press(button.region, transform)
            box = area.boundingRect().intersected(self.rect())
            button.setGeometry(box)
            button.setMask(area.translated(-box.topLeft()))
        self._put_in_reading_order()

    def _put_in_reading_order(self) -> None:
        """Have Tab and a screen reader go through the parts from the top, and from the left."""
        visible = [button for button in self.regions if button.place is not None]
        order = [visible[i] for i in reading_order([button.geometry() for button in visible])]
        if order == self._order:
            return
        self._order = order
        for button in order:
            button.raise_()
        for before, after in pairwise(order):
            self.setTabOrder(before, after)

    def show_numbers(self, numbers: Mapping[PlaceId, str]) -> None:
        """Show beside each part that is not marked the number that its row in the list has."""
        self._numbers = dict(numbers)
        self.update()

    def _draw_numbers(self, painter: QPainter) -> None:
        look = look_of(self)
        size = look.px(40)
        for button in self.regions:
            number = self._numbers.get(button.place) if button.place else None
            if number is None or self._certainty(button) is not None:
                continue
            for middle in button.region.middles:
                box = QRectF(0, 0, size, size)
                box.moveCenter(self._at(middle))
                draw_number(painter, box, number, look)

    def _draw_rings(self, painter: QPainter, button: MapRegion) -> None:
        """Draw what says that a part is pointed at, open in the list, or has the focus."""
        if button.place is None:
            return
        theme = look_of(self).theme
        if button.hasFocus():
            around = button.ring_at(self._transform())
            self._ring(painter, around, theme.surface, 2 * RING_AWAY - 3)
            self._ring(painter, around, theme.focus, 5)
        elif button.place == self._selected:
            around = button.ring_at(self._transform())
            self._ring(painter, around, theme.surface, 2 * RING_AWAY - 6)
            self._ring(painter, around, theme.accent, 3)
        elif button.underMouse():
            self._ring(painter, self._transform().map(button.region.shape), theme.accent, 3)

    def _ring(self, painter: QPainter, shape: QPainterPath, colour: str, width: int) -> None:
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.setPen(QPen(QColor(colour), width))
        painter.drawPath(shape)
