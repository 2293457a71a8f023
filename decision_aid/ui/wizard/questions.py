"""Questions for the appointment: suggested for this case, chosen, ordered, added by the person."""

from __future__ import annotations

from importlib import import_module

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QPushButton, QVBoxLayout, QWidget

from decision_aid.document.blocks import Question, Questions
from decision_aid.document.model import SectionId
from decision_aid.domain import questions_on_first_page
from decision_aid.ui.announce import announce
from decision_aid.ui.kit.emptied import empty
from decision_aid.ui.kit.question_row import ChosenRow, OfferedRow
from decision_aid.ui.kit.text import Text, rule
from decision_aid.ui.theme import TARGET
from decision_aid.ui.wizard.base import Page
from decision_aid.ui.words import without_accelerator

_MAKES_PAPER = ("decision_aid.ui.wizard.summary", "decision_aid.document.pdf")
"""Large, and needed only after this page: read no sooner, so that memory stays small."""

LONGEST = 200
"""The most letters that a person's own question may have on the page."""


class QuestionsPage(Page):
    """The person's list first, then what else fits, then room for their own."""

    def build(self) -> None:
        """Show the hint and the three parts."""
        self._known: dict[str, Question] = {}
        self._called_for: tuple[Question, ...] = ()
        self._shown: object = None
        self.add_text("questions_page.hint", "hint")
        self.add_text("questions_page.yours", "heading")
        self._chosen = self._part()
        self.add_text("questions_page.own_label", "subheading")
        self._add_own()
        self.column.addSpacing(8)
        self.add_text("questions_page.more", "heading")
        self._offered = self._part()
        self.chosen_rows: list[ChosenRow] = []
        self.offered_rows: list[OfferedRow] = []

    def prepare(self) -> None:
        """Write the list for the answers as they are now, and read what makes the paper."""
        self.enter()
        for name in _MAKES_PAPER:
            import_module(name)

    def enter(self) -> None:
        """Show the list as it is now."""
        own, self._called_for = (
            self._asked("questions", "more_questions"),
            self._asked("called_for"),
        )
        self._known = {question.id: question for question in (*own, *self._called_for)}
        if self._shown != self._now():
            self._fill()

    def _asked(self, *sections: SectionId) -> tuple[Question, ...]:
        blocks = (b for section in sections for b in self.context.document.blocks(section))
        return tuple(one for b in blocks if isinstance(b, Questions) for one in b.items)

    def _now(self) -> tuple[tuple[str, ...], tuple[Question, ...]]:
        return self.session.questions, self._called_for

    def _part(self) -> QVBoxLayout:
        part = QWidget()
        column = QVBoxLayout(part)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(8)
        self.column.addWidget(part)
        return column

    def _add_own(self) -> None:
        line = QHBoxLayout()
        line.setSpacing(12)
        self.own = QLineEdit()
        self.own.setMinimumHeight(TARGET)
        self.own.setAccessibleName(self.words("questions_page.own_label"))
        self.own.returnPressed.connect(self.add_own)
        self.add_button = QPushButton(self.words("questions_page.own_add"))
        self.add_button.setAccessibleName(without_accelerator(self.add_button.text()))
        self.add_button.clicked.connect(self.add_own)
        line.addWidget(self.own, 1)
        line.addWidget(self.add_button)
        self.column.addLayout(line)

    def add_own(self) -> None:
        """Add what the person wrote; say what to do where there is nothing or too much."""
        text = " ".join(self.own.text().split())
        if not text:
            self.say_error(self.words("questions_page.own_error"))
            return
        if len(text) > LONGEST:
            self.say_error(self.words("questions_page.own_long", count=LONGEST))
            return
        self.error.clear()
        self.own.clear()
        self._add(text)
        self.own.setFocus()

    def _add(self, question: str) -> None:
        now = self.session.questions
        if question not in now:
            # Whatever somebody adds themselves stands on the first page of the paper.
            place = questions_on_first_page(now, chosen=True, from_sure=0) - 1
            self.session.set_questions((*now[:place], question, *now[place:]))
            self._fill()
        place = self.session.questions.index(question) + 1
        announce(self, self.words("questions_page.added", number=place))

    def _offer_pressed(self, question: str) -> None:
        at = next(i for i, row in enumerate(self.offered_rows) if row.question == question)
        self._add(question)
        if self.offered_rows:
            row = self.offered_rows[min(at, len(self.offered_rows) - 1)]
            row.add.setFocus(Qt.FocusReason.OtherFocusReason)
        else:
            self.own.setFocus(Qt.FocusReason.OtherFocusReason)

    def _move(self, question: str, by: int) -> None:
        now = list(self.session.questions)
        at = now.index(question)
        to = at + by
        if not 0 <= to < len(now):
            return
        now.insert(to, now.pop(at))
        self.session.set_questions(tuple(now))
        self._fill()
        row = self.chosen_rows[to]
        button = row.up if by < 0 else row.down
        button = button if button.isEnabled() else row.down if by < 0 else row.up
        button.setFocus(Qt.FocusReason.OtherFocusReason)
        self.ensureWidgetVisible(row, 0, 24)
        announce(self, self.words("questions_page.moved", number=to + 1))

    def _remove(self, question: str) -> None:
        now = list(self.session.questions)
        at = now.index(question)
        now.pop(at)
        self.session.set_questions(tuple(now))
        self._fill()
        if self.chosen_rows:
            row = self.chosen_rows[min(at, len(self.chosen_rows) - 1)]
            row.remove.setFocus(Qt.FocusReason.OtherFocusReason)
        else:
            self.own.setFocus(Qt.FocusReason.OtherFocusReason)
        announce(self, self.words("questions_page.removed"))

    def _fill(self) -> None:
        self._shown = self._now()
        self.words_changed()
        chosen = self.session.questions
        empty(self._chosen)
        empty(self._offered)
        self.chosen_rows = []
        for number, question in enumerate(map(self._question, chosen), 1):
            row = ChosenRow(
                question.id,
                question.text,
                question.whom,
                self.words,
                number=number,
                count=len(chosen),
            )
            row.moved.connect(self._move)
            row.removed.connect(self._remove)
            self._chosen.addWidget(row)
            self.explain_later(*row.texts)
            row.show()  # only what is shown can take the focus
            self.chosen_rows.append(row)
        if not chosen:
            self._chosen.addWidget(Text(self.words("questions_page.empty"), "hint"))
        self.offered_rows = []
        for question in self._called_for:
            if question.id in chosen:
                continue
            offered = OfferedRow(question.id, question.text, question.whom, self.words)
            offered.added.connect(self._offer_pressed)
            if self.offered_rows:
                self._offered.addWidget(rule())
            self._offered.addWidget(offered)
            self.explain_later(*offered.texts)
            offered.show()
            self.offered_rows.append(offered)
        if not self.offered_rows:
            self._offered.addWidget(Text(self.words("questions_page.more_empty"), "hint"))
        self.order_tabs()

    def _question(self, question: str) -> Question:
        """Return a question with its words; what was just written is its own words."""
        return self._known.get(question, Question(question, question, whom=""))


PAGE = QuestionsPage
