"""Where the parts of the figure are on the screen: its panes, what is pressed, what is ringed."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QPointF, QRectF
from PySide6.QtGui import QPainterPath, QTransform

from decision_aid.document.figure import SIZES, FigureBody, FigureDrawing, FigureRegion
from decision_aid.document.figure_marks import SPOT_RADIUS
from decision_aid.document.figure_svg import parts_drawn
from decision_aid.ui.kit.svg_paths import outline, thick_line

if TYPE_CHECKING:
    from collections.abc import Iterable

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
