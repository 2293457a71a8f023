"""What the case comes to, and cards for teach-back."""

from __future__ import annotations

from typing import Final

from PySide6.QtCore import QTimer, Signal
from PySide6.QtWidgets import QFrame, QVBoxLayout, QWidget

from decision_aid.document.deciding_blocks import Check
from decision_aid.ui.counselor.display import SECTIONS, Detail, DisplayKind
from decision_aid.ui.counselor.panel import Panel, flowing_row
from decision_aid.ui.counselor.session import CounselorSession
from decision_aid.ui.kit.blocks import BlocksView, banner_note
from decision_aid.ui.kit.choice import Option
from decision_aid.ui.kit.document_view import DocumentView
from decision_aid.ui.kit.layouts import empty
from decision_aid.ui.kit.segments import Segments
from decision_aid.ui.kit.text import Text
from decision_aid.ui.kit.words import Words

_AFTER_A_KEY: Final = 120
"""How long the typing must rest before the answer is written anew, in milliseconds."""


class ResultPanel(Panel):
    """The answer; ``show_wanted`` asks to show it, or the pictures, to the person."""

    show_wanted = Signal(str)

    def __init__(self, words: Words, session: CounselorSession) -> None:
        """Show the result of the case.

        Args:
            words: the words.
            session: the cases.
        """
        super().__init__(words, session, "counselor.result")
        self.column.addWidget(self.error)
        levels = [Option(level, words(f"counselor.detail_{level}")) for level in Detail]
        self.levels = Segments(levels, words("counselor.detail"), may_be_none=False)
        self.levels.chosen.connect(lambda level: session.set_detail(Detail(level)))
        self.column.addWidget(self.levels)
        shows, row = flowing_row()
        self.show_answer = self.button(
            "person_screen.show_answer", lambda: self.show_wanted.emit(DisplayKind.ANSWER)
        )
        self.show_body = self.button(
            "person_screen.show_body", lambda: self.show_wanted.emit(DisplayKind.BODY)
        )
        row.addWidget(self.show_answer)
        row.addWidget(self.show_body)
        self.column.addWidget(shows)
        self._holder = QVBoxLayout()
        self.column.addLayout(self._holder)
        self.column.addStretch(1)
        self._body: QWidget | None = None
        self._written_for: object = None
        session.detail_changed.connect(self.refresh)
        self._typing = QTimer(self, singleShot=True, interval=_AFTER_A_KEY)
        self._typing.timeout.connect(self.refresh)
        session.typing_changed.connect(self._typing.start)
        self.refresh()

    def refresh(self) -> None:
        """Show what the case comes to now."""
        session = self.session
        self.levels.choose(session.detail)
        now = (session.shown, session.is_typing, session.is_example(), session.detail)
        if now == self._written_for:
            return
        self._written_for = now
        if self._body is not None:
            self._holder.removeWidget(self._body)
            self._body.setParent(None)
            self._body.deleteLater()
        self._body = QWidget()
        inside = QVBoxLayout(self._body)
        inside.setContentsMargins(0, 0, 0, 0)
        inside.setSpacing(12)
        if session.is_example():
            inside.addWidget(banner_note(self.words("example_only.screen")))
        if session.is_typing:
            hint = "entry.waits" if session.waits else "entry.as_typed"
            inside.addWidget(Text(self.words(hint), "hint"))
        self._fill(inside)
        self._holder.addWidget(self._body)
        self.show_body.setEnabled(bool(session.answers.findings))
        self.order_tabs()

    def _fill(self, column: QVBoxLayout) -> None:
        document = self.session.document_shown(self.words.content)
        if document.banner:
            column.addWidget(banner_note(document.banner))
        view = DocumentView(document, self.words, self.explain, self)
        sections = SECTIONS[self.session.detail]
        for name in sections:
            if name == "more":
                view.unfolding(column, name)
            elif name != "about":
                view.section(column, name, title=name != "answer")
        if self.session.detail is Detail.EVERYTHING:
            view.sources(column, *sections)
            view.folded(column, "about")


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
