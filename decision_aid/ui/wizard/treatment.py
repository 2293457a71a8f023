"""What the answer means for treatment."""

from __future__ import annotations

from PySide6.QtWidgets import QVBoxLayout

from decision_aid.ui.kit.asked_twice import AskedTwice
from decision_aid.ui.kit.blocks import SummaryView
from decision_aid.ui.wizard.summary_based import SummaryBasedPage


class TreatmentPage(SummaryBasedPage):
    """The aim and the steps, what to call about, and more for those who wish it."""

    def fill(self, column: QVBoxLayout, view: SummaryView) -> None:
        """Show what matters first; the background opens on demand, and numbers when asked twice."""
        view.section(column, "treatment", title=False)
        view.section(column, "steps", title=False)
        view.section(column, "same_day", title=False)
        view.unfolding(column, "same_day_more")
        view.unfolding(column, "treatment_more")
        view.section(column, "support")
        view.unfolding(column, "more")
        numbers = self.session.assessment.numbers
        if numbers and self.context.surroundings.numbers:
            self.numbers = AskedTwice(
                "numbers",
                self.words,
                lambda inside: view.section(inside, "numbers", title=False),
                wanted=self.session.numbers_wanted,
            )
            self.numbers.wanted.connect(self.session.want_numbers)
            self.numbers.wanted.connect(self.order_tabs)
            column.addWidget(self.numbers)
        view.folded(column, "sources", "more_sources")


PAGE = TreatmentPage
