"""The answer: two sentences, how far it is, and a mark where a sentence could still turn."""

from __future__ import annotations

from typing import Final

from PySide6.QtCore import QLineF, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QFrame, QLabel, QSizePolicy, QVBoxLayout, QWidget

from decision_aid.document.blocks import Answer
from decision_aid.ui.kit.marks import draw_edge
from decision_aid.ui.kit.style import look_of

_DASHES: Final = [3.5, 2.5]
_EDGE: Final = 2.0


class StillOpen(QLabel):
    """A dashed pill with a word in it, as in the picture of the two words: not settled yet."""

    def __init__(self, words: str) -> None:
        """Show these words."""
        super().__init__(words)
        self.setTextFormat(Qt.TextFormat.PlainText)
        self.setProperty("role", "subheading")
        self.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self.setSizePolicy(QSizePolicy.Policy.Maximum, QSizePolicy.Policy.Fixed)

    def sizeHint(self) -> QSize:  # noqa: N802
        """Return the room for the word and the ends of the pill."""
        metrics = self.fontMetrics()
        height = metrics.height() + 10
        return QSize(metrics.horizontalAdvance(self.text()) + height, height)

    def minimumSizeHint(self) -> QSize:  # noqa: N802
        """Return the same: a word is not broken."""
        return self.sizeHint()

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: N802
        """Draw the dashed edge round the word."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        pen = QPen(QColor(look_of(self).theme.ink), _EDGE)
        pen.setDashPattern(_DASHES)
        painter.setPen(pen)
        box = QRectF(self.rect()).adjusted(_EDGE, _EDGE, -_EDGE, -_EDGE)
        painter.drawRoundedRect(box, box.height() / 2, box.height() / 2)
        painter.end()
        super().paintEvent(event)


class AnswerCard(QFrame):
    """The answer in two sentences, with a bar in the color and pattern of how far it is."""

    def __init__(self, answer: Answer, parent: QWidget | None = None) -> None:
        """Show this answer; its words are added to ``column``."""
        super().__init__(parent)
        self._distance = answer.distance
        self.setProperty("role", "card")
        self.column = QVBoxLayout(self)
        self.column.setContentsMargins(28, 20, 20, 20)
        self.column.setSpacing(12)

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: N802
        """Draw the card and its bar."""
        super().paintEvent(event)
        theme = look_of(self).theme
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        draw_edge(painter, QLineF(13, 18, 13, self.height() - 18), self._distance, theme)
