"""What the case comes to, in as much detail as is wanted, to read together or to show."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from decision_aid.ui.counselor.display import SECTIONS, Detail, DisplayKind
from decision_aid.ui.counselor.panel import Panel, flowing_row
from decision_aid.ui.counselor.session import CounselorSession
from decision_aid.ui.kit.blocks import banner_note
from decision_aid.ui.kit.choice import Choices, Option
from decision_aid.ui.kit.document_view import DocumentView
from decision_aid.ui.kit.words import Words


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
        self.levels = Choices(levels, words("counselor.detail"), side_by_side=True)
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
        self.refresh()

    def refresh(self) -> None:
        """Show what the case comes to now."""
        session = self.session
        self.levels.choose(session.detail)
        now = (session.answers, session.is_example(), session.detail)
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
        self._fill(inside)
        self._holder.addWidget(self._body)
        self.show_body.setEnabled(bool(session.answers.findings))
        self.order_tabs()

    def _fill(self, column: QVBoxLayout) -> None:
        document = self.session.document(self.words.content)
        if document.banner:
            column.addWidget(banner_note(document.banner))
        view = DocumentView(document, self.words, self.explain, self)
        shown = SECTIONS[self.session.detail]
        for name in shown:
            if name == "more":
                view.unfolding(column, name)
            elif name != "about":
                view.section(column, name, title=name != "answer")
        if self.session.detail is Detail.EVERYTHING:
            view.sources(column, *shown)
            view.folded(column, "about")
