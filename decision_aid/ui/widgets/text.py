"""Plain words on a page: titles, headings, paragraphs, hints."""

from __future__ import annotations

from typing import Literal

from PySide6.QtCore import QSize, Qt
from PySide6.QtWidgets import QFrame, QLabel, QSizePolicy, QWidget

Role = Literal["title", "heading", "subheading", "lead", "hint", "small", "body"]


class Text(QLabel):
    """Words that wrap; ``role`` says how they look."""

    def __init__(self, text: str = "", role: Role = "body", parent: QWidget | None = None) -> None:
        """Show these words, as plain text."""
        super().__init__(parent)
        self.setTextFormat(Qt.TextFormat.PlainText)
        self.setWordWrap(True)
        self.setProperty("role", role)
        policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        self.setIndent(0)
        self.setText(text)

    def minimumSizeHint(self) -> QSize:  # noqa: N802
        """Return the least size: the widest word on one line."""
        metrics = self.fontMetrics()
        widest = max((metrics.horizontalAdvance(word) for word in self.text().split()), default=0)
        return QSize(widest + 2, metrics.height())


class Title(Text):
    """The title of a page: it takes the focus when the page is shown, but no Tab stop."""

    def __init__(self, text: str, parent: QWidget | None = None) -> None:
        """Show this title."""
        super().__init__(text, "title", parent)
        # No Tab stop, and yet a place in the order of Tab: from here it goes on to what follows.
        self.setFocusPolicy(Qt.FocusPolicy.ClickFocus)


def rule() -> QFrame:
    """Return a thin line that parts what stands above from what stands below."""
    line = QFrame()
    line.setProperty("role", "rule")
    return line
