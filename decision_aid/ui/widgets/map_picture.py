"""Reads a body map: the drawing to paint and the regions that can be pressed."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache
from typing import TYPE_CHECKING, Final
from xml.etree import ElementTree as ET

from PySide6.QtCore import QByteArray, QPointF, QRectF, Qt
from PySide6.QtGui import QPainterPath, QPainterPathStroker
from PySide6.QtSvg import QSvgRenderer

from decision_aid.domain import PlaceId, Side
from decision_aid.summary.body_pictures import places_of
from decision_aid.ui.theme import LIGHT, Theme

if TYPE_CHECKING:
    from pathlib import Path

_SVG: Final = "{http://www.w3.org/2000/svg}"
_TOKEN: Final = re.compile(r"[MLCZ]|-?\d+(?:\.\d+)?")
_DRAWN_WITH: Final = ("skin_line", "skin", "tissue", "region", "muscle", "bone")


@dataclass(frozen=True)
class Region:
    """A part of the picture that can be pressed.

    Attributes:
        places: the place that it stands for, by the side of the cancer.
        shape: what is painted.
        target: what answers to a press; a little larger where the shape is thin.
        sign: where the sign of its state stands.
        fill: the name of its colour while nothing is marked.
    """

    places: dict[Side | None, PlaceId]
    shape: QPainterPath
    target: QPainterPath
    sign: QPointF
    fill: str


@dataclass(frozen=True)
class MapPicture:
    """A drawing with its regions, in the measures of its own view box."""

    box: QRectF
    regions: tuple[Region, ...]
    source: str

    def renderer(self, theme: Theme) -> QSvgRenderer:
        """Return what paints the drawing in the colours of a theme."""
        text = self.source
        for name in _DRAWN_WITH:
            text = text.replace(getattr(LIGHT, name), f"@{name}@")
        for name in _DRAWN_WITH:
            text = text.replace(f"@{name}@", getattr(theme, name))
        return QSvgRenderer(QByteArray(text.encode()))


@cache
def read_picture(file: Path) -> MapPicture:
    """Return the picture of an SVG file."""
    source = file.read_text(encoding="utf-8")
    root = ET.fromstring(source)
    x, y, width, height = (float(part) for part in root.attrib["viewBox"].split())
    group = next(g for g in root.iter(f"{_SVG}g") if g.get("id") == "regions")
    default = group.get("fill", LIGHT.region)
    regions = tuple(_region(element, default) for element in group)
    return MapPicture(QRectF(x, y, width, height), regions, source)


def _region(element: ET.Element, default_fill: str) -> Region:
    shape = QPainterPath()
    shape.setFillRule(Qt.FillRule.WindingFill)
    for part in element.iter():
        shape.addPath(_outline(part))
    target = shape
    if width := element.get("data-width"):
        line = shape
        shape = _thick(line, float(width))
        target = _thick(line, float(element.get("data-hit", width)))
    elif hit := element.get("data-hit"):
        target = shape.united(_thick(shape, float(hit) / 2))
    sign = element.get("data-sign")
    at = QPointF(*(float(n) for n in sign.split(","))) if sign else _middle(shape)
    colours = LIGHT.colours()
    fill = element.get("fill", default_fill)
    name = next((n for n in _DRAWN_WITH if colours[n] == fill), "region")
    return Region(places_of(element), shape, target, at, name)


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


def _thick(line: QPainterPath, width: float) -> QPainterPath:
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
