"""For somebody who waits for results: what the two words mean, and what to ask."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from PySide6.QtWidgets import QVBoxLayout, QWidget

from decision_aid.content import Bullets, Paragraph
from decision_aid.document.handoff import general_document
from decision_aid.ui.kit.document_view import DocumentView
from decision_aid.ui.kit.theme import WIDE_EM
from decision_aid.ui.wizard.page import Page

if TYPE_CHECKING:
    from decision_aid.document.blocks import Block
    from decision_aid.document.model import SectionId

_SECTIONS: Final[tuple[SectionId, ...]] = ("two_words", "questions", "bring", "same_day")


class WaitingPage(Page):
    """The document that says nothing of anybody, in two columns where there is room."""

    COLUMN = WIDE_EM
    CONTINUE = "button.have_results"
    BUILT_ANEW = True

    def build(self) -> None:
        """Show the words first, then the questions."""
        self.add_text("waiting_page.lead", "lead")
        body = QWidget()
        column = QVBoxLayout(body)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(16)
        document = general_document(self.words.content)
        with_words = tuple(
            section._replace(blocks=tuple(map(self._with_words, section.blocks)))
            for section in document.sections
        )
        document = document._replace(sections=with_words)
        view = DocumentView(document, self.words, self.explain, self)
        for name in _SECTIONS:
            view.section(column, name)
        self.column.addWidget(body)

    def _with_words(self, block: Block) -> Block:
        """Return a block with its medical words to press, if it is one of words alone."""
        if not isinstance(block, Paragraph | Bullets):
            return block
        (marked,) = self.words.marked((block,))
        return marked
