"""What a page or a part says of itself: that something is done, or what is missing."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFrame, QHBoxLayout, QVBoxLayout, QWidget

from decision_aid.ui.kit.screen_reader import Role, announce, set_role
from decision_aid.ui.kit.text import Text


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
