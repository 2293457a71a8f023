"""The answer: two sentences first, then why, the picture, and what could change it."""

from __future__ import annotations

from PySide6.QtWidgets import QVBoxLayout

from decision_aid.document.blocks import Answer
from decision_aid.ui.kit.document_view import DocumentView
from decision_aid.ui.wizard.summary_based import SummaryBasedPage


class AnswerPage(SummaryBasedPage):
    """What the answers mean."""

    def result(self) -> str:
        """Return the answer in its two sentences, for each breast where they differ."""
        blocks = self.document.blocks("answer") if self.document else ()
        answers = [block for block in blocks if isinstance(block, Answer)]
        spoken = ((answer.about, *(s.text for s in answer.sentences)) for answer in answers)
        return " ".join(text for answer in spoken for text in answer if text)

    def fill(self, column: QVBoxLayout, view: DocumentView) -> None:
        """Show the answer, then what stands behind it."""
        view.section(column, "answer", title=False)
        view.section(column, "body")
        view.unfolding(column, "why")
        view.section(column, "picture")
        view.section(column, "could_change")
        view.section(column, "limits")
        column.addSpacing(8)
        view.folded(column, "words")
        view.sources(column, "answer", "why", "could_change", "limits")
        view.folded(column, "about")


PAGE = AnswerPage
