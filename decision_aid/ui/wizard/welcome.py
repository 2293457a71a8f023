"""The first page: what this is, what it is not, and that nothing leaves the computer."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFrame, QGridLayout, QVBoxLayout

from decision_aid.ui.kit.text import Text
from decision_aid.ui.wizard.page import Page


class WelcomePage(Page):
    """Says what to expect before anything is asked."""

    CONTINUE = "button.start"
    BUILT_ANEW = True

    def title_text(self) -> str:
        """Return the title."""
        return self.words("welcome.title")

    def build(self) -> None:
        """Say what this is, what it keeps, what it is not and what it needs."""
        self.add_text("welcome.lead", "lead")
        does = QGridLayout()
        does.setHorizontalSpacing(10)
        does.setVerticalSpacing(6)
        does.setColumnStretch(1, 1)
        for number in (1, 2, 3):
            text = Text(self.words(f"welcome.do_{number}"))
            does.addWidget(Text(f"{number}."), number, 0, Qt.AlignmentFlag.AlignTop)
            does.addWidget(text, number, 1)
            self.explain_later(text)
        self.column.addLayout(does)
        private = QFrame()
        private.setProperty("role", "note")
        inside = QVBoxLayout(private)
        inside.setContentsMargins(20, 14, 20, 14)
        self._group(inside, "private_title", (self.context.surroundings.privacy,))
        self.column.addWidget(private)
        for title, names in (
            ("not_title", ("not_diagnosis", "not_choose")),
            ("good_title", ("not_sure", "report", "time")),
        ):
            self._group(self.column, title, tuple(f"welcome.{name}" for name in names))

    def _group(self, column: QVBoxLayout, title: str, keys: tuple[str, ...]) -> None:
        together = QVBoxLayout()
        together.setSpacing(6)
        together.addWidget(Text(self.words(f"welcome.{title}"), "subheading"))
        for text in (Text(self.words(key)) for key in keys):
            together.addWidget(text)
            self.explain_later(text)
        column.addLayout(together)
