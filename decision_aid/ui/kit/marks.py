"""How each certainty looks: a pattern and a sign, so that colour never says it alone."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QLineF, QPointF, QRectF, Qt
from PySide6.QtGui import QBrush, QColor, QFont, QPainter, QPainterPath, QPen

from decision_aid.domain import PLACES, Certainty, PlaceId
from decision_aid.ui.kit.choice import tick_shape
from decision_aid.ui.kit.theme import Theme

if TYPE_CHECKING:
    from decision_aid.document.figure import Distance


def distance_colour(theme: Theme, place: PlaceId) -> str:
    """Return the colour of how far a place is, the same on the map, in the answer, on paper."""
    return str(getattr(theme, how_far(place) or "other"))


def how_far(place: PlaceId) -> Distance | None:
    """Return how far a place is, or ``None`` where that is not settled or does not apply."""
    from decision_aid.document.findings import DISTANCES  # noqa: PLC0415 - not for the first page

    return DISTANCES.get(PLACES[place].counts_as)


def draw_edge(painter: QPainter, line: QLineF, distance: str, theme: Theme) -> None:
    """Draw a piece of the edge that says how far something is, in its color and its pattern.

    In place it is dotted, in the breast plain, nearby dashed, far away double.
    """
    pen = QPen(QColor(theme.colours().get(distance, theme.other)), 4)
    pen.setCapStyle(Qt.PenCapStyle.FlatCap)
    match distance:
        case "in_place":
            pen.setCapStyle(Qt.PenCapStyle.RoundCap)
            pen.setDashPattern([0.1, 1.9])
        case "nearby":
            pen.setDashPattern([2.6, 1.4])
        case "distant":
            pen.setWidthF(2.5)
            across = line.normalVector().unitVector()
            away = QPointF(across.dx(), across.dy()) * 3
            painter.setPen(pen)
            painter.drawLine(line.translated(away))
            painter.drawLine(line.translated(-away))
            return
        case _:
            pass
    painter.setPen(pen)
    painter.drawLine(line)


def draw_mark(
    painter: QPainter, box: QRectF, certainty: Certainty | None, colour: str, theme: Theme
) -> None:
    """Draw the sign of a certainty into this square.

    Found is filled with a tick, possible is hatched, not found is crossed out by a line, not sure
    asks, and what is not marked stays an empty ring.
    """
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    ring = box.adjusted(1.5, 1.5, -1.5, -1.5)
    path = QPainterPath()
    path.addEllipse(ring)
    fill_shape(painter, path, certainty, colour, theme)
    painter.setBrush(Qt.BrushStyle.NoBrush)
    if certainty is None:
        painter.setPen(QPen(QColor(theme.line), 2))
    else:
        painter.setPen(QPen(QColor(colour), 2.5))
    painter.drawPath(path)
    draw_sign(painter, box, certainty, colour, theme)
    painter.restore()


def fill_shape(
    painter: QPainter, path: QPainterPath, certainty: Certainty | None, colour: str, theme: Theme
) -> None:
    """Fill a shape with the pattern of a certainty."""
    match certainty:
        case Certainty.FOUND:
            painter.fillPath(path, QColor(colour))
        case Certainty.SUSPECTED:
            painter.fillPath(path, QColor(theme.surface))
            hatch(painter, path, colour)
        case _:
            painter.fillPath(path, QColor(theme.surface))


def hatch(painter: QPainter, path: QPainterPath, colour: str) -> None:
    """Fill a shape with slanted lines."""
    painter.save()
    painter.setClipPath(path, Qt.ClipOperation.IntersectClip)
    painter.setPen(QPen(QColor(colour), 2.2))
    box = path.boundingRect()
    x = box.left() - box.height()
    while x < box.right():
        painter.drawLine(QPointF(x, box.bottom()), QPointF(x + box.height(), box.top()))
        x += 6
    painter.restore()


def draw_sign(
    painter: QPainter, box: QRectF, certainty: Certainty | None, colour: str, theme: Theme
) -> None:
    """Draw the tick, the line or the question mark of a certainty."""
    painter.setBrush(QBrush(Qt.BrushStyle.NoBrush))
    wide = max(2.0, box.width() / 10)
    match certainty:
        case Certainty.FOUND:
            painter.setPen(QPen(QColor(theme.on_distance), wide))
            painter.drawPolyline(tick_shape(box))
        case Certainty.NOT_FOUND:
            painter.setPen(QPen(QColor(colour), wide))
            inset = box.width() * 0.24
            y = box.center().y()
            painter.drawLine(QPointF(box.left() + inset, y), QPointF(box.right() - inset, y))
        case Certainty.UNKNOWN:
            painter.setPen(QColor(colour))
            font = QFont(painter.font())
            font.setBold(True)
            font.setPixelSize(max(8, round(box.height() * 0.66)))
            painter.setFont(font)
            painter.drawText(box, Qt.AlignmentFlag.AlignCenter, "?")
        case _:
            pass
