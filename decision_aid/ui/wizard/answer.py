"""The answer: two sentences first, then why, the picture, and what could change it."""

from __future__ import annotations

from PySide6.QtWidgets import QVBoxLayout

from decision_aid.document.model import Answer
from decision_aid.ui.kit.blocks import SummaryView
from decision_aid.ui.wizard.summary_based import SummaryBasedPage


class AnswerPage(SummaryBasedPage):
    """What the answers mean."""

    def result(self) -> str:
        """Return the answer in its two sentences, for each breast where they differ."""
        section = self.summary.section("answer") if self.summary else None
        answers = [b for b in section.blocks if isinstance(b, Answer)] if section else []
        said = [(answer.about, *(s.text for s in answer.sentences)) for answer in answers]
        return " ".join(text for answer in said for text in answer if text)

    def fill(self, column: QVBoxLayout, view: SummaryView) -> None:
        """Show the answer, then what stands behind it."""
        view.section(column, "answer", title=False)
        view.section(column, "body")
        view.unfolding(column, "why")
        view.section(column, "picture")
        view.section(column, "could_change")
        view.section(column, "limits")
        column.addSpacing(8)
        view.folded(column, "words", "sources", "about")


PAGE = AnswerPage
