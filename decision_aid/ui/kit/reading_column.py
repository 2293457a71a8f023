"""Keeps words narrow enough to be read with ease where the page is wide."""

from __future__ import annotations

from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from decision_aid.ui.style import look_of
from decision_aid.ui.theme import COLUMN_EM


class ReadingColumn(QWidget):
    """A column at the left of a wide page; its lines have about 70 letters and no more."""

    def __init__(self, parent: QWidget | None = None) -> None:
        """Hold nothing yet; what is read is added to ``column``."""
        super().__init__(parent)
        line = QHBoxLayout(self)
        line.setContentsMargins(0, 0, 0, 0)
        self._inside = QWidget()
        self.column = QVBoxLayout(self._inside)
        self.column.setContentsMargins(0, 0, 0, 0)
        self.column.setSpacing(16)
        line.addWidget(self._inside, 1000)
        line.addStretch(1)

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802
        """Stay as narrow, whatever the room and the size of the text."""
        super().resizeEvent(event)
        self._inside.setMaximumWidth(look_of(self).em(COLUMN_EM))
