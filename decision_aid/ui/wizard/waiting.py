"""For somebody who waits for results: what the two words mean, and what to ask."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from PySide6.QtWidgets import QBoxLayout, QVBoxLayout

from decision_aid.content import Bullets, Paragraph
from decision_aid.document.handoff import general_document
from decision_aid.ui.kit.document_view import DocumentView
from decision_aid.ui.wizard.page import Page

if TYPE_CHECKING:
    from decision_aid.document.blocks import Block
    from decision_aid.document.model import SectionId

_TO_READ: Final[tuple[SectionId, ...]] = ("two_words", "same_day")
_TO_DO: Final[tuple[SectionId, ...]] = ("questions", "bring")
_PAGE_EM: Final = 74
_BESIDE_FROM_EM: Final = 44


class WaitingPage(Page):
    """The document that says nothing of anybody, in two columns where there is room."""

    COLUMN = _PAGE_EM
    CONTINUE = "button.have_results"
    MARGINS = (1.5, 1)
    BUILT_ANEW = True

    def build(self) -> None:
        """Show what the words mean beside what to ask and what to bring."""
        self.add_text("waiting_page.lead", "lead")
        document = general_document(self.words.content)
        with_words = tuple(
            section._replace(blocks=tuple(map(self._with_words, section.blocks)))
            for section in document.sections
        )
        document = document._replace(sections=with_words)
        view = DocumentView(document, self.words, self.explain, self)
        self._beside = QBoxLayout(QBoxLayout.Direction.LeftToRight)
        self._beside.setSpacing(32)
        for names in (_TO_READ, _TO_DO):
            column = QVBoxLayout()
            column.setSpacing(12)
            for name in names:
                view.section(column, name)
            column.addStretch(1)
            self._beside.addLayout(column, 1)
        self.column.addLayout(self._beside)

    def fit(self, width: int) -> None:
        """Put the columns beside each other, or in a narrow window one below the other."""
        wide = width >= self.look.em(_BESIDE_FROM_EM)
        direction = QBoxLayout.Direction
        self._beside.setDirection(direction.LeftToRight if wide else direction.TopToBottom)

    def _with_words(self, block: Block) -> Block:
        """Return a block with its medical words to press, if it is one of words alone."""
        if not isinstance(block, Paragraph | Bullets):
            return block
        (marked,) = self.words.marked((block,))
        return marked
