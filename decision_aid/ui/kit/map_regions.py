"""The parts of a drawing of the body that can be pressed: where they are, and their controls."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache
from typing import TYPE_CHECKING, Final
from xml.etree import ElementTree as ET

from PySide6.QtCore import QEvent, QPointF, QRectF, Qt
from PySide6.QtGui import (
    QKeyEvent,
    QPainterPath,
    QPainterPathStroker,
    QPaintEvent,
    QRegion,
    QTransform,
)
from PySide6.QtWidgets import QAbstractButton

from decision_aid.document.body_pictures import Drawing, DrawnPart, drawing_file, drawn_parts
from decision_aid.domain import Area, PlaceId, Side

if TYPE_CHECKING:
    from decision_aid.domain import Chest
    from decision_aid.ui.kit.body_map import BodyMap

_DRAWINGS: Final[dict[Area, Drawing]] = {
    Area.BREAST: "breast",
    Area.NODES: "nodes",
    Area.DISTANT: "body",
}
_SVG: Final = "{http://www.w3.org/2000/svg}"
_LEAST_TARGET: Final = 44

RING_AWAY: Final = 8
"""How far outside a part the ring of the focus runs: its edge says how far it is."""

_TOKEN: Final = re.compile(r"[MLCZ]|-?\d+(?:\.\d+)?")


@dataclass(frozen=True)
class Region:
    """A part of the picture that can be pressed.

    Attributes:
        places: the place that it stands for, by the side of the cancer.
        shape: what is painted, without its edge.
        target: what answers to a press; a little larger where the shape is thin.
        sign: where the sign of its state stands.
        middles: the middle of each of its shapes, for the number that it has in the list.
        line: the line through its middle, where it is a thick line.
        width: how thick that line is.
    """

    places: dict[Side | None, PlaceId]
    shape: QPainterPath
    target: QPainterPath
    sign: QPointF
    middles: tuple[QPointF, ...]
    line: QPainterPath | None = None
    width: float = 0


@dataclass(frozen=True)
class MapPicture:
    """The regions of a drawing, in the measures of its own view box."""

    drawing: Drawing
    box: QRectF
    regions: tuple[Region, ...]


@dataclass(frozen=True, slots=True)
class Asked:
    """What a picture asks about.

    Attributes:
        area: the area.
        places: the places of it that are asked about.
        one_breast: whether it is about the side with the cancer and the other side, not about
            each of two breasts.
    """

    area: Area
    places: frozenset[PlaceId]
    one_breast: bool


def map_for(
    area: Area | None, asked: frozenset[PlaceId], chest: Chest = "curved"
) -> MapPicture | None:
    """Return the picture of an area, or ``None`` where a list says it better.

    Args:
        area: the area.
        asked: the places of it that are asked about.
        chest: how the chest is drawn.
    """
    drawing = _DRAWINGS.get(area) if area else None
    if drawing is None:
        return None
    picture = read_picture(drawing, chest)
    fitting = [r for r in picture.regions if asked.intersection(r.places.values())]
    return picture if len(fitting) > 1 else None


@cache
def read_picture(drawing: Drawing, chest: Chest) -> MapPicture:
    """Return where the parts of a drawing are."""
    root = ET.parse(drawing_file(drawing, chest)).getroot()
    x, y, width, height = (float(part) for part in root.attrib["viewBox"].split())
    regions = tuple(_region(part) for part in drawn_parts(root))
    return MapPicture(drawing, QRectF(x, y, width, height), regions)


def _region(part: DrawnPart) -> Region:
    element = part.element
    shape = QPainterPath()
    shape.setFillRule(Qt.FillRule.WindingFill)
    for drawn in element.iter():
        shape.addPath(outline(drawn))
    target, middle_line = shape, None
    if width := element.get("data-width"):
        middle_line = shape
        shape = thick_line(middle_line, float(width))
        target = thick_line(middle_line, float(element.get("data-hit", width)))
    elif hit := element.get("data-hit"):
        target = shape.united(thick_line(shape, float(hit) / 2))
    sign = element.get("data-sign")
    at = QPointF(*(float(n) for n in sign.split(","))) if sign else _middle(shape)
    middles = tuple(p.boundingRect().center() for p in shape.toSubpathPolygons())
    return Region(part.places, shape, target, at, middles, middle_line, float(width or 0))


def outline(element: ET.Element) -> QPainterPath:
    """Return the shape of an element of a drawing, without its edge; a group has none."""
    path = QPainterPath()
    get = element.attrib.get
    match element.tag.removeprefix(_SVG):
        case "circle":
            r = float(get("r", "0"))
            path.addEllipse(QPointF(float(get("cx", "0")), float(get("cy", "0"))), r, r)
        case "ellipse":
            centre = QPointF(float(get("cx", "0")), float(get("cy", "0")))
            path.addEllipse(centre, float(get("rx", "0")), float(get("ry", "0")))
        case "path":
            _draw(path, get("d", ""))
        case _:
            pass
    return path


def _draw(path: QPainterPath, commands: str) -> None:
    """Draw the commands M, L, C and Z; our pictures use no others."""
    command = ""
    numbers: list[float] = []
    needed = {"M": 2, "L": 2, "C": 6}
    for token in _TOKEN.findall(commands):
        if token == "Z":
            path.closeSubpath()
        elif token.isalpha():
            command = token
        else:
            numbers.append(float(token))
            if len(numbers) < needed[command]:
                continue
            points = [QPointF(*numbers[i : i + 2]) for i in range(0, len(numbers), 2)]
            if command == "M":
                path.moveTo(points[0])
            elif command == "L":
                path.lineTo(points[0])
            else:
                path.cubicTo(*points)
            numbers = []


def thick_line(line: QPainterPath, width: float) -> QPainterPath:
    """Return the outline of a line drawn as thick as this."""
    stroker = QPainterPathStroker()
    stroker.setWidth(width)
    stroker.setCapStyle(Qt.PenCapStyle.RoundCap)
    stroker.setJoinStyle(Qt.PenJoinStyle.RoundJoin)
    outline = stroker.createStroke(line)
    outline.setFillRule(Qt.FillRule.WindingFill)
    return outline.simplified()


def _middle(shape: QPainterPath) -> QPointF:
    """Return the middle of the first part of a shape."""
    return shape.toSubpathPolygons()[0].boundingRect().center()


def area_to_press(region: Region, transform: QTransform) -> QRegion:
    """Return where a part answers to a press, no piece of it smaller than a finger.

    Args:
        region: the part.
        transform: puts the measures of the drawing into the widget.
    """
    target = transform.map(region.target)
    area = QRegion(target.toFillPolygon().toPolygon(), Qt.FillRule.WindingFill)
    for polygon in target.toSubpathPolygons():
        piece = polygon.boundingRect()
        if max(piece.width(), piece.height()) < _LEAST_TARGET:
            around = QRectF(0, 0, _LEAST_TARGET, _LEAST_TARGET)
            around.moveCenter(piece.center())
            area = area.united(QRegion(around.toRect(), QRegion.RegionType.Ellipse))
    return area


def _ring_around(region: Region, transform: QTransform) -> QPainterPath:
    if region.line is not None:
        scale = abs(transform.m11())
        return thick_line(transform.map(region.line), region.width * scale + 2 * RING_AWAY)
    shape = transform.map(region.shape)
    return thick_line(shape, 2 * RING_AWAY).united(shape).simplified()


class MapRegion(QAbstractButton):
    """One part of the picture: a real control, painted by the map."""

    def __init__(self, region: Region, body_map: BodyMap) -> None:
        """Stand for this part."""
        super().__init__(body_map)
        self.region = region
        self.around: tuple[QTransform, QPainterPath] | None = None
        self.place: PlaceId | None = None
        self._map = body_map
        self.setCheckable(True)
        self.setProperty("unspoken", True)  # the list beside the map says the same
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)

    def ring_at(self, transform: QTransform) -> QPainterPath:
        """Return the line of a ring around it that leaves its own edge to be seen."""
        if self.around is None or self.around[0] != transform:
            self.around = (transform, _ring_around(self.region, transform))
        return self.around[1]

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
