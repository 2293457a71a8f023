"""The first page: what this is, what it is not, and that nothing leaves the computer."""

from __future__ import annotations

from PySide6.QtWidgets import QFrame, QVBoxLayout

from decision_aid.ui.pages.base import Page
from decision_aid.ui.widgets.text import Text


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
        does = [f"{n}.  {self.words(f'welcome.do_{n}')}" for n in (1, 2, 3)]
        self._group(self.column, "", does)
        private = QFrame()
        private.setProperty("role", "note")
        inside = QVBoxLayout(private)
        inside.setContentsMargins(20, 14, 20, 14)
        self._group(inside, "private_title", [self.words("welcome.private")])
        self.column.addWidget(private)
        for title, names in (
            ("not_title", ("not_diagnosis", "not_choose")),
            ("good_title", ("not_sure", "report", "time")),
        ):
            self._group(self.column, title, [self.words(f"welcome.{name}") for name in names])

    def _group(self, column: QVBoxLayout, title: str, texts: list[str]) -> None:
        together = QVBoxLayout()
        together.setSpacing(6)
        if title:
            together.addWidget(Text(self.words(f"welcome.{title}"), "subheading"))
        for text in map(Text, texts):
            together.addWidget(text)
            self.explain_later(text)
        column.addLayout(together)


PAGE = WelcomePage
