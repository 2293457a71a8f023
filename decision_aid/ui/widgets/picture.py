"""A picture with its words for those who cannot see it."""

from __future__ import annotations

from typing import Final

from PySide6.QtCore import QByteArray, QRectF, QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtSvg import QSvgRenderer
from PySide6.QtWidgets import QLabel, QSizePolicy, QWidget

from decision_aid.ui.style import look_of

MOST_EM: Final = 25
"""How wide a picture is at most, in ems of the text around it."""


class Picture(QLabel):
    """An SVG picture that keeps its shape."""

    def __init__(self, svg: str, alternative: str, parent: QWidget | None = None) -> None:
        """Show this picture.

        Args:
            svg: the picture.
            alternative: what it shows, in words.
            parent: the widget it stands in.
        """
        super().__init__(parent)
        self.setAccessibleName(alternative)
        self._renderer = QSvgRenderer(QByteArray(svg.encode()), self)
        self._renderer.setAspectRatioMode(Qt.AspectRatioMode.KeepAspectRatio)
        policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)

    def hasHeightForWidth(self) -> bool:  # noqa: N802
        """Return that the height follows the width."""
        return True

    def heightForWidth(self, width: int) -> int:  # noqa: N802
        """Return the height at this width."""
        size = self._renderer.defaultSize()
        return round(self._drawn_width(width) * size.height() / max(size.width(), 1))

    def _drawn_width(self, width: int) -> int:
        """Return how wide the picture is drawn: large enough to read, and no larger."""
        return min(width, look_of(self).em(MOST_EM))

    def sizeHint(self) -> QSize:  # noqa: N802
        """Return a comfortable size."""
        return QSize(480, self.heightForWidth(480))

    def minimumSizeHint(self) -> QSize:  # noqa: N802
        """Return the least size."""
        return QSize(200, self.heightForWidth(200))

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: N802
        """Draw the picture."""
        del event
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        width = self._drawn_width(self.width())
        self._renderer.render(painter, QRectF(0, 0, width, self.heightForWidth(width)))
