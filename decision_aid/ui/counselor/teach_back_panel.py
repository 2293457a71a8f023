"""Teach-back: cards fitted to the result, with what to listen for and another way to say it."""

from __future__ import annotations

from PySide6.QtWidgets import QFrame, QVBoxLayout, QWidget

from decision_aid.content.models import CheckWords
from decision_aid.document.finish import sources_of
from decision_aid.domain import Check
from decision_aid.ui.counselor.panel import Panel
from decision_aid.ui.counselor.session import CounselorSession
from decision_aid.ui.kit.blocks import BlocksView
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
        asked = self.session.assessment.checks
        if asked == self._asked:
            return
        self._asked = asked
        empty(self._cards)
        self.cards = {}
        worded = [self.words.content.check(check.id) for check in asked]
        cited = dict.fromkeys(
            s for one in worded for p in (one.right, one.again) for s in p.sources
        )
        numbers = {source: number for number, source in enumerate(cited, 1)}
        view = BlocksView(numbers, self.words, self.explain, self)
        for check, one in zip(asked, worded, strict=True):
            card = self.cards[check.id] = self._card(check, one, view)
            self._cards.addWidget(card)
        sources = QWidget()
        column = QVBoxLayout(sources)
        column.setContentsMargins(0, 0, 0, 0)
        blocks = [sources_of(cited, numbers, self.words.content)]
        view.expander(column, self.words("section.sources"), blocks)
        self._cards.addWidget(sources)
        self.order_tabs()

    def _card(self, check: Check, worded: CheckWords, view: BlocksView) -> QFrame:
        words = self.words
        card = QFrame()
        card.setProperty("role", "card")
        column = QVBoxLayout(card)
        column.setContentsMargins(16, 12, 16, 12)
        column.setSpacing(8)
        prompt = words(f"teach_back.{check.id}")
        card.setAccessibleName(prompt)
        column.addWidget(Text(prompt, "lead"))
        column.addWidget(Text(words("teach_back_panel.listen_for"), "subheading"))
        column.addWidget(Text(worded.question))
        view.blocks(column, words.marked((worded.right,)))
        column.addWidget(Text(words("teach_back_panel.say_differently"), "subheading"))
        view.blocks(column, words.marked((worded.again,)))
        return card
