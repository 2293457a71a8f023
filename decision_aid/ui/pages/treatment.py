"""What the answer means for treatment."""

from __future__ import annotations

from PySide6.QtWidgets import QVBoxLayout

from decision_aid.ui.pages.summary_based import SummaryBasedPage
from decision_aid.ui.widgets.blocks import SummaryView


class TreatmentPage(SummaryBasedPage):
    """The aim and the steps, what to call about, and more for those who wish it."""

    def fill(self, column: QVBoxLayout, view: SummaryView) -> None:
        """Show what matters first; the background opens on demand."""
        view.section(column, "treatment", title=False)
        view.section(column, "same_day", title=False)
        view.unfolding(column, "treatment_more")
        view.section(column, "support")
        view.unfolding(column, "more")
        view.folded(column, "sources", "more_sources")


PAGE = TreatmentPage
