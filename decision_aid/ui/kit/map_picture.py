"""Reads from a drawing of the body where the parts are that can be pressed."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache
from typing import TYPE_CHECKING, Final
from xml.etree import ElementTree as ET

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QPainterPath, QPainterPathStroker

from decision_aid.document.body_pictures import Drawing, DrawnPart, drawing_file, drawn_parts
from decision_aid.domain import PlaceId, Side

if TYPE_CHECKING:
    from decision_aid.domain import Chest

_SVG: Final = "{http://www.w3.org/2000/svg}"
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
        shape.addPath(_outline(drawn))
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


def _outline(element: ET.Element) -> QPainterPath:
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
