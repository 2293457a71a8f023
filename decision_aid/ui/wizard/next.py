"""What comes next: the path of treatment as a drawing, and cards to open in any order."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from PySide6.QtWidgets import QVBoxLayout

from decision_aid.content import Bullets
from decision_aid.domain import Step
from decision_aid.ui.kit.document_view import DocumentView
from decision_aid.ui.kit.large_choice import LargeChoice
from decision_aid.ui.kit.layouts import EqualColumns
from decision_aid.ui.kit.path import TreatmentPath
from decision_aid.ui.wizard.results import SummaryBasedPage

if TYPE_CHECKING:
    from decision_aid.ui.kit.icons import IconName

_ICONS: Final[dict[Step, IconName]] = {
    Step.TREATMENT: "path",
    Step.BIOLOGY: "report",
    Step.OPTIONS: "compare",
    Step.VALUES: "heart",
    Step.CHECK: "check",
    Step.MORE: "book",
    Step.QUESTIONS: "question",
}
_CARD_EM: Final = 16


class NextPage(SummaryBasedPage):
    """A hub: each card is short, and none has to be opened."""

    COLUMN = 74
    CONTINUE = "button.take_along"

    def fill(self, column: QVBoxLayout, view: DocumentView) -> None:
        """Show the path, how it would change, and the cards."""
        assert self.document is not None
        steps = [b for b in self.document.blocks("steps") if isinstance(b, Bullets)]
        self.path: TreatmentPath | None = None
        if steps:
            self.path = TreatmentPath(steps[0], view, self)
            column.addWidget(self.path)
        view.boxed(column, "aim_then")
        grid = EqualColumns(_CARD_EM)
        self.cards: dict[Step, LargeChoice] = {}
        for step in self.context.cards():
            title = self.words(f"next_page.{step}")
            card = LargeChoice(title, self.words(f"next_page.{step}_line"), _ICONS[step])
            card.clicked.connect(lambda _=False, s=step: self.context.navigator.open(s))
            grid.add(card)
            self.cards[step] = card
        column.addWidget(grid)
        view.sources(column, "steps", "treatment")
