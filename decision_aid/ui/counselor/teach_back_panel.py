"""Teach-back: cards fitted to the result, with what to listen for and another way to say it."""

from __future__ import annotations

from PySide6.QtWidgets import QFrame, QVBoxLayout, QWidget

from decision_aid.document.deciding_blocks import Check
from decision_aid.ui.counselor.panel import Panel
from decision_aid.ui.counselor.session import CounselorSession
from decision_aid.ui.kit.blocks import BlocksView
from decision_aid.ui.kit.document_view import DocumentView
from decision_aid.ui.kit.layouts import empty
from decision_aid.ui.kit.text import Text
from decision_aid.ui.kit.words import Words


class TeachBackPanel(Panel):
    """Three cards; nothing is scored and nothing is kept."""

    def __init__(self, words: Words, session: CounselorSession) -> None:
        """Show the cards of the case.

        Args:
            words: the words.
            session: the cases.
        """
        super().__init__(words, session, "teach_back_panel.title")
        self.hint("teach_back_panel.hint")
        self._cards = QVBoxLayout()
        self._cards.setSpacing(12)
        self.column.addLayout(self._cards)
        self.column.addStretch(1)
        self.cards: dict[str, QFrame] = {}
        self._asked: tuple[Check, ...] = ()
        self.refresh()

    def refresh(self) -> None:
        """Show the cards that fit the result now."""
        document = self.session.document(self.words.content)
        asked = tuple(b for b in document.blocks("understanding") if isinstance(b, Check))
        if asked == self._asked:
            return
        self._asked = asked
        empty(self._cards)
        self.cards = {}
        view = DocumentView(document, self.words, self.explain, self)
        for check in asked:
            card = self.cards[check.id] = self._card(check, view)
            self._cards.addWidget(card)
        sources = QWidget()
        column = QVBoxLayout(sources)
        column.setContentsMargins(0, 0, 0, 0)
        view.sources(column, "understanding")
        self._cards.addWidget(sources)
        self.order_tabs()

    def _card(self, check: Check, view: BlocksView) -> QFrame:
        words = self.words
        card = QFrame()
        card.setProperty("role", "card")
        column = QVBoxLayout(card)
        column.setContentsMargins(16, 12, 16, 12)
        column.setSpacing(8)
        card.setAccessibleName(check.teach_back)
        column.addWidget(Text(check.teach_back, "lead"))
        column.addWidget(Text(words("teach_back_panel.listen_for"), "subheading"))
        column.addWidget(Text(check.question))
        view.blocks(column, words.marked((check.told_right,)))
        column.addWidget(Text(words("teach_back_panel.say_differently"), "subheading"))
        view.blocks(column, words.marked((check.told_again,)))
        return card
