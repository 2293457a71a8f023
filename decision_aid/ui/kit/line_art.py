"""Lines of our drawings and icons as Qt draws them."""

from __future__ import annotations

import re
from typing import Final, Literal
from xml.etree import ElementTree as ET

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPainterPath, QPainterPathStroker, QPen

_SVG: Final = "{http://www.w3.org/2000/svg}"
_TOKEN: Final = re.compile(r"[MLCZ]|-?\d+(?:\.\d+)?")


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
            draw_commands(path, get("d", ""))
        case _:
            pass
    return path


def draw_commands(path: QPainterPath, commands: str) -> None:
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


def coarse(path: QPainterPath, step: float) -> QPainterPath:
    """Return a path of few straight lines, for one that is drawn thick: that is many times faster.

    Args:
        path: any path.
        step: the least length of a line, in the measures of the path; holes no larger are left out.
    """
    lines = QPainterPath()
    for polygon in path.toSubpathPolygons():
        size = polygon.boundingRect().size()
        if max(size.width(), size.height()) <= 2 * step:
            continue
        last = polygon.first()
        lines.moveTo(last)
        for point in polygon.toList():
            if (point - last).manhattanLength() >= step:
                lines.lineTo(point)
                last = point
        lines.closeSubpath()
    return lines


IconName = Literal[
    "results", "waiting", "helping", "path", "report", "compare", "heart", "check", "book",
    "question", "paper", "yes", "no", "open", "different", "only_here",
]  # fmt: skip

_SIZE: Final = 24
_LINES: Final[dict[IconName, str]] = {
    "results": "M6 3 L15 3 L19 7 L19 21 L6 21 Z M9 10 L16 10 M9 14 L16 14 M9 18 L13 18",
    "waiting": "M7 3 L17 3 M7 21 L17 21 M8 3 L8 7 L12 12 L16 7 L16 3 M8 21 L8 17 L12 12 L16 17"
    " L16 21",
    "helping": "9 7 3.2;17.5 9 2.4;M3 20 L3 18 L6 14.5 L12 14.5 L15 18 L15 20 M17 14 L20 14"
    " L22 17 L22 19",
    "path": "5 18 2.4;12 11 2.4;19 5 2.4;M6.8 16.3 L10.2 12.8 M13.8 9.4 L17.2 6.6",
    "report": "M5 3 L19 3 L19 21 L5 21 Z M8 8 L11 8 M8 12 L11 12 M8 16 L11 16 M14 7 L15 9 L17 6"
    " M14 11 L15 13 L17 10 M14 15 L15 17 L17 14",
    "compare": "M3 5 L10 5 L10 19 L3 19 Z M14 5 L21 5 L21 19 L14 19 Z M5 9 L8 9 M5 12 L8 12"
    " M16 9 L19 9 M16 12 L19 12",
    "heart": "M12 20 C 4 14 3 10 3.5 8 C 4.2 4.6 9.5 3.6 12 8 C 14.5 3.6 19.8 4.6 20.5 8"
    " C 21 10 20 14 12 20",
    "check": "12 12 9;M8 12.3 L11 15 L16 9",
    "book": "M12 6.5 L9 5 L3 5 L3 19 L9 19 L12 20.5 L15 19 L21 19 L21 5 L15 5 L12 6.5 L12 20.5"
    " M6 9 L9 9 M6 13 L9 13 M15 9 L18 9 M15 13 L18 13",
    "question": "12 12 9;M9.3 9.4 C 9.3 6.2 14.7 6.2 14.7 9.4 C 14.7 11.6 12 11.7 12 13.8 M12 16.8"
    " L12 17",
    "paper": "M7 3 L17 3 L17 8 M7 3 L7 8 M4 8 L20 8 L20 16 L17 16 M7 16 L4 16 L4 8 M7 13 L17 13"
    " L17 21 L7 21 Z",
    "yes": "M5 12.5 L10 17.5 L19 7",
    "no": "M5 12 L19 12",
    "different": "M5 9 L19 9 M5 15 L19 15 M8 20 L16 4",
    "only_here": "M12 5 L12 19 M5 12 L19 12",
    "open": "M9 9 C 9 5 15 5 15 9 C 15 12 12 12 12 15 M12 18.6 L12 19",
}
"""Circles (middle, radius), each closed by a semicolon, then lines as in our drawings."""


def draw_icon(painter: QPainter, name: IconName, box: QRectF, colour: QColor) -> None:
    """Draw an icon into a square.

    Args:
        painter: draws it.
        name: which.
        box: where.
        colour: of its lines.
    """
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.translate(box.topLeft())
    scale = box.width() / _SIZE
    painter.scale(scale, scale)
    pen = QPen(colour, 2)
    pen.setCapStyle(Qt.PenCapStyle.RoundCap)
    pen.setJoinStyle(Qt.PenJoinStyle.RoundJoin)
    painter.setPen(pen)
    painter.setBrush(Qt.BrushStyle.NoBrush)
    painter.drawPath(_path(_LINES[name]))
    painter.restore()


def _path(lines: str) -> QPainterPath:
    path = QPainterPath()
    *circles, commands = lines.split(";")
    for circle in circles:
        x, y, radius = map(float, circle.split())
        path.addEllipse(QPointF(x, y), radius, radius)
    draw_commands(path, commands)
    return path
