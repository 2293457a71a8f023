"""The figure as it is painted: its drawings with their names, and the marks over them.

Each is kept as long as nothing in it changes, so that a press paints the marks alone.
"""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from functools import cache
from typing import TYPE_CHECKING, Final, Literal

from PySide6.QtCore import QByteArray, QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QPainter, QPainterPath, QPixmap, QTransform
from PySide6.QtSvg import QSvgRenderer

from decision_aid.document.figure import (
    SIZES,
    FigureBody,
    FigureDrawing,
    FigureMark,
    FigureRegion,
    regions_of,
)
from decision_aid.document.figure_svg import (
    SPOT_RADIUS,
    FigurePicture,
    art_svg,
    marks_here,
    marks_svg,
    parts_drawn,
)
from decision_aid.domain import Side
from decision_aid.ui.kit.line_art import coarse, outline, thick_line
from decision_aid.ui.kit.theme import LIGHT, Theme, figure_colors_of

if TYPE_CHECKING:
    from collections.abc import Hashable, Iterable

    from PySide6.QtGui import QFont

    from decision_aid.document.figure import (
        FigureBody,
        FigureDrawing,
        FigureRegion,
        Skin,
    )
    from decision_aid.ui.kit.figure_words import FigureWords


_GAP_FOR_BREAST: Final = 352
"""How far from the left edge of the body the breast begins, in the measures of the body."""

_BREAST_SCALE: Final = 0.725
"""How large a unit of the breast is in units of the body."""

_CAPTION: Final = 34
"""The room for the words below the breast, in units of the body."""

_WITH_LABELS: Final = 440
"""The room that the body takes alone: its names reach over its edges."""

_WIDER_THAN_TALL: Final = 0.95
"""From which width to height the breast stands beside the body, not below it."""


@dataclass(frozen=True, slots=True)
class Panes:
    """Where the drawings stand in the widget.

    Attributes:
        body: the body.
        breast: the breast cut open, if it is shown.
        scale: how many pixels a unit of the body has.
    """

    body: QRectF
    breast: QRectF | None
    scale: float

    def frame(self, drawing: FigureDrawing) -> QRectF:
        """Return where a drawing stands; nowhere if it is not shown."""
        return self.body if drawing == "body" else self.breast or QRectF()

    def transform(self, drawing: FigureDrawing, *, turned: bool) -> QTransform:
        """Return what puts the measures of a drawing into the widget."""
        x, y, width, _ = SIZES[drawing]
        frame = self.frame(drawing)
        scale = frame.width() / width
        transform = QTransform()
        transform.translate(frame.center().x(), frame.top())
        transform.scale(-scale if turned else scale, scale)
        transform.translate(-(x + width / 2), -y)
        return transform


def panes(room: QRectF, *, with_breast: bool, turned: bool) -> Panes:
    """Return where the drawings stand in this room: side by side, or one above the other.

    Args:
        room: the room.
        with_breast: whether the breast is shown.
        turned: whether the breast stands at the left of the body, not at its right.
    """
    _, _, width, height = SIZES["body"]
    _, _, breast_width, breast_height = (_BREAST_SCALE * n for n in SIZES["breast"])
    beside = with_breast and room.width() >= _WIDER_THAN_TALL * room.height()
    wide = _GAP_FOR_BREAST + breast_width if beside else _WITH_LABELS
    tall = height + breast_height + _CAPTION if with_breast and not beside else height
    scale = min(room.width() / wide, room.height() / tall)
    whole = QRectF(0, 0, wide * scale, tall * scale)
    whole.moveCenter(room.center())
    body = QRectF(whole.left(), whole.top(), width * scale, height * scale)
    breast = QRectF(0, 0, breast_width * scale, breast_height * scale)
    breast.moveBottomRight(whole.bottomRight() - QPointF(0, _CAPTION * scale))
    if not beside:
        body.moveLeft(whole.center().x() - body.width() / 2)
        breast.moveLeft(whole.center().x() - breast.width() / 2)
    elif turned:
        body.moveRight(whole.right())
        breast.moveLeft(whole.left())
    return Panes(body, breast if with_breast else None, scale)


def region_at(point: QPointF, regions: Iterable[FigureRegion]) -> FigureRegion | None:
    """Return what is pressed here, in the measures of the drawing.

    Small parts come before the organ below them; of two neighbors, the nearer one is meant.
    """

    def how_near(region: FigureRegion) -> tuple[bool, float] | None:
        distances = [
            ((point.x() - e.x) / e.rx) ** 2 + ((point.y() - e.y) / e.ry) ** 2 for e in region.hit
        ]
        nearest = min(distances)
        return (region.organ, nearest) if nearest <= 1 else None

    near = [(place, region) for region in regions if (place := how_near(region)) is not None]
    return min(near, key=lambda found: found[0], default=(None, None))[1]


def bounds(region: FigureRegion) -> QRectF:
    """Return the box around where a region can be pressed."""
    box = QRectF()
    for e in region.hit:
        box = box.united(QRectF(e.x - e.rx, e.y - e.ry, 2 * e.rx, 2 * e.ry))
    return box


@cache
def shape_of(region: FigureRegion, body: FigureBody) -> QPainterPath:
    """Return what a ring goes around: an organ as it is drawn, or the room of a spot."""
    part = parts_drawn(region.drawing, body).get(region.id)
    if part is None or not (region.organ or region.drawing == "breast"):
        return _spots(region)
    shape = QPainterPath()
    for element in part.iter():
        path = outline(element)
        if path.isEmpty():
            continue
        width = float(element.get("stroke-width", "0"))
        if element.get("fill") == "none":
            shape = shape.united(thick_line(path, width))
        else:
            shape = shape.united(path.simplified())
    return shape.simplified()


def _spots(region: FigureRegion) -> QPainterPath:
    path = QPainterPath()
    path.setFillRule(path.fillRule().WindingFill)
    for e in region.hit:
        size = min(e.rx, e.ry, SPOT_RADIUS + 4)
        wide, tall = (e.rx, e.ry) if region.place is None else (size, size)
        path.addEllipse(QPointF(e.x, e.y), wide, tall)
    if region.place is not None:
        path.addEllipse(QPointF(*region.at), SPOT_RADIUS, SPOT_RADIUS)
    return path.simplified()


View = Literal["mirror", "facing"]
"""``mirror``: the person's left is at the left; ``facing``: as somebody facing them sees it."""

DRAWINGS: Final[tuple[FigureDrawing, ...]] = ("body", "breast")
_RING_AWAY: Final = 5
_RING_STEP: Final = 3


@dataclass(frozen=True, slots=True)
class Scene:
    """What the figure shows, but for its marks.

    Attributes:
        body: whose.
        skin: its tone.
        view: which side of the person is at the left.
        breast: the breast that is cut open; ``None`` where nobody knows which.
        with_breast: whether it is shown.
        panes: where the drawings stand.
    """

    body: FigureBody
    skin: Skin
    view: View
    breast: Side | None = None
    with_breast: bool = True
    panes: Panes = field(default_factory=lambda: Panes(QRectF(), None, 1))

    def turned(self, drawing: FigureDrawing) -> bool:
        """Return whether a drawing is turned left for right."""
        facing = self.view == "facing"
        return facing if drawing == "body" else facing is not (self.breast is Side.RIGHT)

    def transform(self, drawing: FigureDrawing) -> QTransform:
        """Return what puts the measures of a drawing into the widget."""
        return self.panes.transform(drawing, turned=self.turned(drawing))

    def picture(self, drawing: FigureDrawing, theme: Theme) -> FigurePicture:
        """Return what is drawn."""
        colors = figure_colors_of(theme)
        return FigurePicture(drawing, self.body, colors, self.skin, self.turned(drawing))

    def marks_in(
        self, drawing: FigureDrawing, marks: tuple[FigureMark, ...]
    ) -> tuple[FigureMark, ...]:
        """Return the marks of a drawing; the breast that is cut open has its own alone."""
        shown = self.breast or Side.LEFT
        return tuple(m for m in marks if drawing == "body" or m.side is None or m.side is shown)

    def marked(self, marks: tuple[FigureMark, ...]) -> dict[str, FigureMark]:
        """Return the mark of each region by its id."""
        return {
            region.id: mark
            for drawing in DRAWINGS
            for region, mark in marks_here(
                self.picture(drawing, LIGHT), self.marks_in(drawing, marks)
            ).items()
        }


class FigureLayers:
    """Paints a scene."""

    def __init__(self, written: FigureWords) -> None:
        """Paint with these words."""
        self._written = written
        self._kept: dict[str, tuple[Hashable, QPixmap]] = {}
        self._rings: dict[str, tuple[Hashable, QPainterPath]] = {}

    def forget(self) -> None:
        """Give back the memory."""
        self._kept.clear()
        self._rings.clear()

    def art(self, scene: Scene, theme: Theme, size: QSize, ratio: float, font: QFont) -> QPixmap:
        """Return the drawings with their names."""
        seen = scene if scene.with_breast else replace(scene, breast=None)
        drawn_from = (seen, theme, size.toTuple(), ratio, font.family())
        if (kept := self._kept.get("art")) is not None and kept[0] == drawn_from:
            return kept[1]
        layer, painter = _empty(size, ratio)
        painter.setFont(font)
        for drawing in DRAWINGS:
            frame = scene.panes.frame(drawing)
            if not frame.isEmpty():
                _render(painter, art_svg(scene.picture(drawing, theme)), frame)
                self._write(painter, scene, drawing, theme)
        painter.end()
        self._kept["art"] = (drawn_from, layer)
        return layer

    def _write(self, painter: QPainter, scene: Scene, drawing: FigureDrawing, theme: Theme) -> None:
        regions = [region for region in regions_of(scene.body) if region.drawing == drawing]
        transform, scale = scene.transform(drawing), scene.panes.scale
        self._written.draw_labels(painter, regions, transform, scale, theme)
        if drawing == "body":
            self._written.draw_sides(painter, transform, scale, theme)
        else:
            frame = scene.panes.frame(drawing)
            self._written.draw_caption(painter, frame, scene.breast, scale, theme)

    def marks(
        self, scene: Scene, marks: tuple[FigureMark, ...], theme: Theme, size: QSize, ratio: float
    ) -> QPixmap:
        """Return the marks."""
        drawn_from = (scene, marks, theme, size.toTuple(), ratio)
        if (kept := self._kept.get("marks")) is not None and kept[0] == drawn_from:
            return kept[1]
        layer, painter = _empty(size, ratio)
        for drawing in DRAWINGS:
            frame, here = scene.panes.frame(drawing), scene.marks_in(drawing, marks)
            if not frame.isEmpty() and here:
                svg = marks_svg(scene.picture(drawing, theme), here, theme.colours())
                _render(painter, svg, frame)
        painter.end()
        self._kept["marks"] = (drawn_from, layer)
        return layer

    def ring(self, scene: Scene, region: FigureRegion) -> QPainterPath:
        """Return the line that the ring of the focus takes around a region."""
        kept, transform = self._rings.get(region.id), scene.transform(region.drawing)
        drawn_from = (scene.body, transform)
        if kept is None or kept[0] != drawn_from:
            shape = transform.map(shape_of(region, scene.body))
            around = thick_line(shape, 2 * _RING_AWAY).united(shape).simplified()
            self._rings[region.id] = kept = (drawn_from, coarse(around, _RING_STEP))
        return kept[1]


def _empty(size: QSize, ratio: float) -> tuple[QPixmap, QPainter]:
    layer = QPixmap(size * ratio)
    layer.setDevicePixelRatio(ratio)
    layer.fill(Qt.GlobalColor.transparent)
    painter = QPainter(layer)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    return layer, painter


def _render(painter: QPainter, svg: str, frame: QRectF) -> None:
    QSvgRenderer(QByteArray(svg.encode())).render(painter, frame)
