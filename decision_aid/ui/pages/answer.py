"""The answer: two sentences first, then why, the picture, and what could change it."""

from __future__ import annotations

from PySide6.QtWidgets import QVBoxLayout

from decision_aid.ui.pages.summary_based import SummaryBasedPage
from decision_aid.ui.widgets.blocks import SummaryView


class AnswerPage(SummaryBasedPage):
    """What the answers mean."""

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
