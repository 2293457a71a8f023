"""What the answer means for treatment."""

from __future__ import annotations

from typing import Final

from PySide6.QtWidgets import QVBoxLayout

from decision_aid.document.model import SectionId
from decision_aid.ui.kit.asked_twice import AskedTwice
from decision_aid.ui.kit.document_view import DocumentView
from decision_aid.ui.wizard.summary_based import SummaryBasedPage

_UNFOLDED: Final[tuple[SectionId, ...]] = ("treatment", "steps", "same_day")
_SECTIONS: Final[tuple[SectionId, ...]] = (
    *_UNFOLDED,
    "same_day_more",
    "treatment_more",
    "support",
    "more",
)


class TreatmentPage(SummaryBasedPage):
    """The aim and the steps, what to call about, and more for those who wish it."""

    def fill(self, column: QVBoxLayout, view: DocumentView) -> None:
        """Show what matters first; the background opens on demand, and numbers when asked twice."""
        for name in _UNFOLDED:
            view.section(column, name, title=False)
        view.unfolding(column, "same_day_more")
        view.unfolding(column, "treatment_more")
        view.section(column, "support")
        view.unfolding(column, "more")
        shown: tuple[SectionId, ...] = _SECTIONS
        if self.session.assessment.numbers and self.context.surroundings.numbers:
            self.numbers = AskedTwice(
                "numbers",
                self.words,
                lambda inside: view.section(inside, "numbers", title=False),
                wanted=self.session.numbers_wanted,
            )
            self.numbers.wanted.connect(self.session.want_numbers)
            self.numbers.wanted.connect(self.order_tabs)
            column.addWidget(self.numbers)
            shown = (*_SECTIONS, "numbers")
        view.sources(column, *shown)


PAGE = TreatmentPage
