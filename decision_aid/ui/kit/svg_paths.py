"""The lines of our drawings as Qt's paths: they use M, L, C and Z with absolute points, no more."""

from __future__ import annotations

import re
from typing import Final
from xml.etree import ElementTree as ET

from PySide6.QtCore import QPointF, Qt
from PySide6.QtGui import QPainterPath, QPainterPathStroker

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
