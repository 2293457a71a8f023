"""The picture of the two words on the first page: how far each of them reaches."""

from __future__ import annotations

from typing import Final

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QWidget

from decision_aid.ui.kit.screen_reader import Role, set_role
from decision_aid.ui.kit.style import look_of
from decision_aid.ui.kit.words import Words

_RINGS: Final = (("nearby", 0.46), ("breast", 0.32), ("in_place", 0.16))
"""How far, and how large the circle of it is, of the height of the picture."""


class TwoWordsPicture(QWidget):
    """Three circles, one in the other, and a spot outside them."""

    def __init__(self, words: Words) -> None:
        """Draw it with these words."""
        super().__init__()
        self._words = words
        set_role(self, Role.GRAPHIC)
        self.setAccessibleName(words("start_page.picture"))

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: N802
        """Draw the circles from the largest, each with its word."""
        del event
        look = look_of(self)
        theme = look.theme
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(QColor(theme.tissue))
        painter.drawRoundedRect(QRectF(self.rect()), 16, 16)
        high = self.height()
        middle = QPointF(self.width() * 0.40, high * 0.52)
        font = self.font()
        font.setPixelSize(look.px(15))
        painter.setFont(font)
        for name, radius in _RINGS:
            colour = QColor(theme.colours()[name])
            painter.setPen(QPen(colour, 3))
            colour.setAlphaF(0.16)
            painter.setBrush(colour)
            painter.drawEllipse(middle, high * radius, high * radius)
            painter.setPen(QColor(theme.ink))
            top = middle.y() - high * radius + look.px(6)
            line = QRectF(middle.x() - 200, top, 400, look.px(20))
            if name == "in_place":
                line.moveCenter(middle)
            painter.drawText(line, Qt.AlignmentFlag.AlignCenter, self._words(f"key.{name}"))
        far = QPointF(self.width() * 0.86, high * 0.72)
        colour = QColor(theme.distant)
        painter.setPen(QPen(colour, 3))
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.drawEllipse(far, look.px(15), look.px(15))
        painter.drawEllipse(far, look.px(10), look.px(10))
        painter.setPen(QColor(theme.ink))
        word = QRectF(far.x() - 100, far.y() + look.px(20), 200, look.px(22))
        painter.drawText(word, Qt.AlignmentFlag.AlignCenter, self._words("key.distant"))
