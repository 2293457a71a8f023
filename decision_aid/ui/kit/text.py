"""Plain words on a page: titles, headings, paragraphs, hints."""

from __future__ import annotations

import re
from typing import Final, Literal

from PySide6.QtCore import QSize, Qt
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QSizePolicy, QVBoxLayout, QWidget

from decision_aid.ui.kit.screen_reader import Role, announce, set_role

BREAK: Final = "\u200b"
"""Where a line may end though no space is there; it is neither seen nor heard."""

_MAY_BREAK_AFTER: Final = re.compile(r"[/.?&=_%-]+|[^/.?&=_%-]{20}")

TextRole = Literal[
    "title", "heading", "subheading", "lead", "hint", "small", "verdict", "mark", "body"
]


class Text(QLabel):
    """Words that wrap; ``role`` says how they look."""

    def __init__(
        self, text: str = "", role: TextRole = "body", parent: QWidget | None = None
    ) -> None:
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
        words = self.text().replace(BREAK, " ").split()
        widest = max((metrics.horizontalAdvance(word) for word in words), default=0)
        return QSize(widest + 2, metrics.height())


class Address(Text):
    """The address of a page on the web; its lines may end after any sign, or in a long word."""

    def __init__(self, address: str, role: TextRole = "small") -> None:
        """Show this address; a screen reader hears it as it is."""
        super().__init__(_MAY_BREAK_AFTER.sub(rf"\g<0>{BREAK}", address), role)
        self.setAccessibleName(address)


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


class ErrorNote(QFrame):
    """Says above the answers what is missing and how to go on; it takes the focus."""

    def __init__(self, parent: QWidget) -> None:
        """Start hidden."""
        super().__init__(parent)
        self.setProperty("role", "error")
        set_role(self, Role.ALERT)
        self.setFocusPolicy(Qt.FocusPolicy.ClickFocus)
        layout = QHBoxLayout(self)
        layout.setContentsMargins(16, 12, 16, 12)
        self._text = Text()
        layout.addWidget(self._text)
        self.hide()

    def say(self, text: str) -> None:
        """Show this sentence, focus it and have it read out."""
        self._text.setText(text)
        self.setAccessibleName(text)
        self.show()
        self.setFocus(Qt.FocusReason.OtherFocusReason)
        announce(self, text)

    def clear(self) -> None:
        """Go away."""
        self.hide()


class Note(QFrame):
    """Says that something is done."""

    def __init__(self) -> None:
        super().__init__()
        self.setProperty("role", "note")
        layout = QVBoxLayout(self)
        layout.setContentsMargins(16, 12, 16, 12)
        self._text = Text()
        layout.addWidget(self._text)
        self.hide()

    def say(self, text: str) -> None:
        """Show this sentence and have it read out."""
        self._text.setText(text)
        self.setAccessibleName(text)
        self.show()
        announce(self, text)
