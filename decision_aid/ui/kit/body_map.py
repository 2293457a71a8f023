"""The body map: the same places as the list, to press in a picture."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import pairwise
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QByteArray, QEvent, QPointF, QRect, QRectF, QSize, Qt, Signal
from PySide6.QtGui import (
    QColor,
    QHideEvent,
    QKeyEvent,
    QPainter,
    QPainterPath,
    QPaintEvent,
    QPen,
    QPixmap,
    QRegion,
    QResizeEvent,
    QTransform,
)
from PySide6.QtSvg import QSvgRenderer
from PySide6.QtWidgets import QAbstractButton, QWidget

from decision_aid.document.body_pictures import Drawing, DrawnPart
from decision_aid.domain import Answers, Area, Certainty, PlaceId, Side, Step, places_asked
from decision_aid.ui.kit.heights import Heights
from decision_aid.ui.kit.map_picture import MapPicture, Region, read_picture, thick_line
from decision_aid.ui.kit.marks import draw_number, how_far
from decision_aid.ui.kit.reading_order import reading_order
from decision_aid.ui.roles import Role, set_role
from decision_aid.ui.style import look_of

if TYPE_CHECKING:
    from collections.abc import Mapping

    from decision_aid.document.picture_blocks import BodyPicture
    from decision_aid.domain import Chest
    from decision_aid.ui.context import Context

_DRAWINGS: Final[dict[Area, Drawing]] = {
    Area.BREAST: "breast",
    Area.NODES: "nodes",
    Area.FAR: "body",
}
_LEAST_TARGET: Final = 44
_MARGIN: Final = 8
"""Around the picture, so that a ring around a part at its edge is seen whole."""

_RING_AWAY: Final = 8
"""How far outside a part the ring of the focus runs: its edge says how far it is."""

_ABOVE_CAPTION: Final = 6
_WORDS: Final = int(Qt.AlignmentFlag.AlignCenter | Qt.TextFlag.TextWordWrap)


def map_for(step: Step, case: Answers, chest: Chest = "curved") -> MapPicture | None:
    """Return the picture of a step's area, or ``None`` where a list says it better."""
    drawing = _DRAWINGS.get(step.area) if step.area else None
    if drawing is None:
        return None
    picture = read_picture(drawing, chest)
    asked = {place.id for place in places_asked(step, case)}
    shown = [r for r in picture.regions if asked.intersection(r.places.values())]
    return picture if len(shown) > 1 else None


class MapRegion(QAbstractButton):
    """One part of the picture: a real control, painted by the map."""

    def __init__(self, region: Region, body_map: BodyMap) -> None:
        """Stand for this part."""
        super().__init__(body_map)
        self.region = region
        self.around: tuple[QTransform, QPainterPath] | None = None
        self.place: PlaceId | None = None
        self.distance = ""
        self._map = body_map
        self.setCheckable(True)
        self.setProperty("unspoken", True)  # the list beside the map says the same
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)

    def outline(self) -> QPainterPath:
        """Return the line that the ring of the focus takes around it."""
        return self._map.outline_of(self)

    def nextCheckState(self) -> None:  # noqa: N802
        """Keep the state: pressing leads to the list, where the mark is made."""

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: N802
        """Leave the painting to the map, which knows what lies above what."""
        del event

    def event(self, event: QEvent) -> bool:
        """Have the map show the focus and what the pointer is on."""
        if event.type() in {
            QEvent.Type.FocusIn,
            QEvent.Type.FocusOut,
            QEvent.Type.HoverEnter,
            QEvent.Type.HoverLeave,
        }:
            self._map.update()
        return super().event(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802
        """Go to the neighbour in the direction of an arrow key."""
        directions = {
            Qt.Key.Key_Left: QPointF(-1, 0),
            Qt.Key.Key_Right: QPointF(1, 0),
            Qt.Key.Key_Up: QPointF(0, -1),
            Qt.Key.Key_Down: QPointF(0, 1),
        }
        direction = directions.get(Qt.Key(event.key()))
        if direction is None or event.modifiers() & Qt.KeyboardModifier.AltModifier:
            super().keyPressEvent(event)
        else:
            self._map.focus_neighbour(self, direction)


class BodyMap(QWidget):
    """A picture in step with the list; ``picked`` is emitted with the place that was pressed."""

    picked = Signal(str)

    def __init__(self, step: Step, context: Context, parent: QWidget) -> None:
        """Show the picture of this step."""
        super().__init__(parent)
        case = context.session.case()
        self._chest: Chest = context.session.chest
        picture = map_for(step, case, self._chest)
        assert picture is not None
        self._step, self._context, self._picture = step, context, picture
        self._words = context.words
        self._side: Side | None = None
        self._selected: PlaceId | None = None
        self._drawn: QPixmap | None = None
        self._drawn_from: object = None
        self._captions = Heights()
        # The picture of one side and the other, where nobody knows yet which is which.
        self._one_side = step.area is Area.NODES and case.side is not Side.BOTH
        self._asked = {place.id for place in places_asked(step, case)}
        set_role(self, Role.GROUP)
        self.setAccessibleName(self._words("map.name", area=context.step_label(step)))
        self._order: list[MapRegion] = []
        self._numbers: dict[PlaceId, str] = {}
        self.regions = [MapRegion(region, self) for region in picture.regions]
        for button in self.regions:
            button.clicked.connect(lambda _=False, b=button: self._pick(b))
            button.toggled.connect(lambda _, b=button: self._pick_and_restore(b))
        self.show_side(None)

    def size_for(self, width: int, height: int) -> QSize:
        """Return the size that fits into this room with the words above and below."""
        words = self._line(width) + self._caption(width)
        box = self._picture.box
        scale = min(width / box.width(), max(height - words, 160) / box.height())
        return QSize(width, round(box.height() * scale) + words)

    def show_side(self, side: Side | None) -> None:
        """Show the picture for the side with the cancer; ``None`` where it is not known."""
        self._side = None if side is Side.BOTH else side
        for button in self.regions:
            place = button.region.places.get(self._side)
            button.place = place if place in self._asked else None
            button.setVisible(button.place is not None)
        self._captions.forget()
        self.refresh()
        self._place_regions()

    def show_chest(self, chest: Chest) -> None:
        """Draw the chest with breasts or flat; every part stays the control that it is."""
        if chest == self._chest:
            return
        picture = map_for(self._step, self._context.session.case(), chest)
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
            certainty = self._certainty(button)
            key = f"certainty.{certainty}" if certainty else "places_page.unmarked"
            self._show_state(button)
            button.setAccessibleName(self._name(button.place, key))
            far = how_far(button.place)
            distance = self._words(f"extent.{far}") if far else ""
            button.distance = self._words("answer_page.how_far", extent=distance) if far else ""
            opens = self._words("places_page.row_open")
            button.setAccessibleDescription(f"{button.distance}. {opens}" if far else opens)
        self.update()

    def outline_of(self, button: MapRegion) -> QPainterPath:
        """Return the line that the ring of the focus takes around a part."""
        return self._around(button)

    def focus_neighbour(self, start: MapRegion, direction: QPointF) -> None:
        """Give the focus to the nearest part in this direction."""

        def away(other: MapRegion) -> float:
            step = self._at(other.region.sign) - self._at(start.region.sign)
            along = QPointF.dotProduct(step, direction)
            across = abs(step.x() * direction.y() - step.y() * direction.x())
            return along + 2.5 * across if along > 4 else float("inf")

        shown = [b for b in self.regions if b.place is not None and b is not start]
        nearest = min(shown, key=away, default=None)
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
            self._captions.forget()
        if event.type() is QEvent.Type.StyleChange:
            self._drawn = None
            self.update()

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: N802
        """Draw the picture, the marks, and what has the focus."""
        del event
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        self._draw_sides(painter)
        painter.drawPixmap(0, 0, self._picture_with_marks())
        self._draw_numbers(painter)
        for button in self.regions:
            self._draw_rings(painter, button)
        self._draw_caption(painter)

    def _picture_with_marks(self) -> QPixmap:
        """Return the very picture that stands in the summary, drawn anew where a mark changed."""
        theme = look_of(self).theme
        marks = tuple(self._certainty(button) for button in self.regions)
        ratio = self.devicePixelRatioF()
        drawn_from = (marks, self._side, self._chest, theme, self.size(), ratio)
        if self._drawn is None or self._drawn_from != drawn_from:
            from decision_aid.ui.pictures import map_picture  # noqa: PLC0415 - with a picture only

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
            mirrored=self._mirrored(),
            marks=tuple(marks),
            caption="",
            alternative="",
        )

    def _is_shown(self, part: DrawnPart) -> bool:
        return part.places.get(self._side) in self._asked

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
        return self._context.session.certainty(self._step, button.place)

    def _mirrored(self) -> bool:
        return self._step.area is Area.BREAST and self._side is Side.RIGHT

    def _line(self, width: int) -> int:
        wide = self.fontMetrics().horizontalAdvance(self._words("map.same_side"))
        lines = 1 if width > 2 * wide + 24 else 2
        return round(self.fontMetrics().height() * (lines + 0.4))

    def _caption(self, width: int) -> int:
        """Return the height that the longest caption takes, so that none moves the picture."""
        return self._captions.at(width, self._tallest_caption)

    def _tallest_caption(self, width: int) -> int:
        room, metrics = QRect(0, 0, max(width, 1), 10_000), self.fontMetrics()
        tallest = max(
            metrics.boundingRect(room, _WORDS, text).height() for text in self._all_captions()
        )
        return tallest + _ABOVE_CAPTION

    def _all_captions(self) -> Iterator[str]:
        yield self._about()
        states = [f"certainty.{certainty}" for certainty in Certainty]
        for button in self.regions:
            if button.place is not None:
                for state in (*states, "places_page.unmarked"):
                    yield self._caption_of(self._name(button.place, state), button.distance)

    @staticmethod
    def _caption_of(name: str, distance: str) -> str:
        return "\n".join(part for part in (name, distance) if part)

    def _name(self, place: PlaceId, state: str) -> str:
        label = self._words.place(place)
        return self._words("places_page.row_name", place=label, state=self._words(state))

    def _frame(self) -> QRectF:
        """Return where the picture stands between the words above and below."""
        box = self._picture.box
        line, caption = self._line(self.width()), self._caption(self.width())
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
        transform.scale(-scale if self._mirrored() else scale, scale)
        transform.translate(-box.center().x(), -box.top())
        return transform

    def _at(self, point: QPointF) -> QPointF:
        return self._transform().map(point)

    def _place_regions(self) -> None:
        transform = self._transform()
        for button in self.regions:
            target = transform.map(button.region.target)
            area = QRegion(target.toFillPolygon().toPolygon(), Qt.FillRule.WindingFill)
            for polygon in target.toSubpathPolygons():
                part = polygon.boundingRect()
                if max(part.width(), part.height()) < _LEAST_TARGET:
                    around = QRectF(0, 0, _LEAST_TARGET, _LEAST_TARGET)
                    around.moveCenter(part.center())
                    area = area.united(QRegion(around.toRect(), QRegion.RegionType.Ellipse))
            box = area.boundingRect().intersected(self.rect())
            button.setGeometry(box)
            button.setMask(area.translated(-box.topLeft()))
        self._put_in_reading_order()

    def _put_in_reading_order(self) -> None:
        """Have Tab and a screen reader go through the parts from the top, and from the left."""
        shown = [button for button in self.regions if button.place is not None]
        order = [shown[i] for i in reading_order([button.geometry() for button in shown])]
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
            around = self._around(button)
            self._ring(painter, around, theme.surface, 2 * _RING_AWAY - 3)
            self._ring(painter, around, theme.focus, 5)
        elif button.place == self._selected:
            around = self._around(button)
            self._ring(painter, around, theme.surface, 2 * _RING_AWAY - 6)
            self._ring(painter, around, theme.accent, 3)
        elif button.underMouse():
            self._ring(painter, self._transform().map(button.region.shape), theme.accent, 3)

    def _around(self, button: MapRegion) -> QPainterPath:
        """Return a line around a part that leaves its own edge to be seen."""
        transform = self._transform()
        if button.around is None or button.around[0] != transform:
            button.around = (transform, self._wider(button.region, transform))
        return button.around[1]

    def _wider(self, region: Region, transform: QTransform) -> QPainterPath:
        if region.line is not None:
            scale = abs(transform.m11())
            return thick_line(transform.map(region.line), region.width * scale + 2 * _RING_AWAY)
        shape = transform.map(region.shape)
        return thick_line(shape, 2 * _RING_AWAY).united(shape).simplified()

    def _ring(self, painter: QPainter, shape: QPainterPath, colour: str, width: int) -> None:
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.setPen(QPen(QColor(colour), width))
        painter.drawPath(shape)

    def _draw_sides(self, painter: QPainter) -> None:
        left, right = self._words("map.your_left"), self._words("map.your_right")
        if self._step.area is Area.BREAST:
            left, right = self._words("map.front"), self._words("map.back")
            if self._mirrored():
                left, right = right, left
        elif self._side is None and self._one_side:
            left, right = self._words("map.same_side"), self._words("map.other_side")
        painter.setPen(QColor(look_of(self).theme.ink_soft))
        half = self.width() // 2 - 8
        wrap = int(Qt.TextFlag.TextWordWrap)
        for text, x, align in (
            (left, 0, Qt.AlignmentFlag.AlignLeft),
            (right, self.width() - half, Qt.AlignmentFlag.AlignRight),
        ):
            painter.drawText(QRect(x, 0, half, self._line(self.width())), wrap | int(align), text)

    def _about(self) -> str:
        if self._step.area is Area.BREAST:
            return self._words(f"map.cut_open_{self._side or 'not_sure'}")
        return self._words("map.more_in_list")

    def _draw_caption(self, painter: QPainter) -> None:
        theme = look_of(self).theme
        shown = next(
            (b for b in self.regions if b.place and (b.hasFocus() or b.underMouse())), None
        )
        name = shown.accessibleName() if shown else self._about()
        text = self._caption_of(name, shown.distance if shown else "")
        painter.setPen(QColor(theme.ink if shown else theme.ink_soft))
        caption = self.rect()
        caption.setTop(self.height() - self._caption(self.width()) + _ABOVE_CAPTION)
        painter.drawText(caption, _WORDS, text)
