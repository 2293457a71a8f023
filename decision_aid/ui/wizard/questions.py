"""Questions for the appointment: suggested for this case, chosen, ordered, added by the person."""

from __future__ import annotations

from importlib import import_module

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import (
    QFrame,
    QHBoxLayout,
    QPushButton,
    QSizePolicy,
    QVBoxLayout,
    QWidget,
)

from decision_aid.document.blocks import Question, Questions
from decision_aid.document.model import SectionId
from decision_aid.domain import questions_on_first_page
from decision_aid.ui.kit.layouts import empty
from decision_aid.ui.kit.own_question import OwnQuestion
from decision_aid.ui.kit.screen_reader import announce
from decision_aid.ui.kit.text import Text, rule
from decision_aid.ui.kit.theme import TARGET
from decision_aid.ui.kit.words import Words
from decision_aid.ui.wizard.page import Page


class ChosenRow(QFrame):
    """A question on the list, to move and to remove."""

    moved = Signal(str, int)
    removed = Signal(str)

    def __init__(
        self, question: str, text: str, whom: str, words: Words, *, number: int, count: int
    ) -> None:
        """Show this question.

        Args:
            question: its id, or the person's own words.
            text: its words.
            whom: whom to ask, or "".
            words: for the buttons.
            number: its place on the list, from 1.
            count: how many there are.
        """
        super().__init__()
        self.question = question
        self.setProperty("role", "card")
        line = QHBoxLayout(self)
        line.setContentsMargins(16, 8, 8, 8)
        line.setSpacing(8)
        line.addWidget(_Number(number, count))
        asked, self.texts = _asked(text, whom, words)
        line.addLayout(asked, 1)
        self.up = _SmallButton("↑", words("questions_page.up"))
        self.down = _SmallButton("↓", words("questions_page.down"))
        self.remove = _SmallButton("✕", words("questions_page.remove"))
        for button, key in ((self.up, "up"), (self.down, "down"), (self.remove, "remove")):
            button.setAccessibleName(words(f"questions_page.{key}_name", question=text))
            line.addWidget(button, alignment=Qt.AlignmentFlag.AlignVCenter)
        self.up.setEnabled(number > 1)
        self.down.setEnabled(number < count)
        self.up.clicked.connect(lambda: self.moved.emit(question, -1))
        self.down.clicked.connect(lambda: self.moved.emit(question, 1))
        self.remove.clicked.connect(lambda: self.removed.emit(question))

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802
        """Move the question with Alt and the arrow keys."""
        if event.modifiers() & Qt.KeyboardModifier.AltModifier:
            by = {Qt.Key.Key_Up: -1, Qt.Key.Key_Down: 1}.get(Qt.Key(event.key()))
            if by is not None:
                self.moved.emit(self.question, by)
                return
        super().keyPressEvent(event)


class _Number(Text):
    """The place of a question, as wide as the widest of all: the questions stand in line."""

    def __init__(self, number: int, count: int) -> None:
        super().__init__(f"{number}.", "subheading")
        self._widest = f"{'0' * len(str(count))}."
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Preferred)

    def sizeHint(self) -> QSize:  # noqa: N802
        return self.minimumSizeHint()

    def minimumSizeHint(self) -> QSize:  # noqa: N802
        metrics = self.fontMetrics()
        return QSize(metrics.horizontalAdvance(self._widest) + 2, metrics.height())


class OfferedRow(QFrame):
    """A question that fits the answers, to add."""

    added = Signal(str)

    def __init__(self, question: str, text: str, whom: str, words: Words) -> None:
        """Offer this question, with whom to ask it."""
        super().__init__()
        self.question = question
        line = QHBoxLayout(self)
        line.setContentsMargins(0, 0, 0, 0)
        line.setSpacing(16)
        asked, self.texts = _asked(text, whom, words)
        line.addLayout(asked, 1)
        self.add = QPushButton(words("questions_page.add"))
        self.add.setAccessibleName(words("questions_page.add_name", question=text))
        self.add.clicked.connect(lambda: self.added.emit(question))
        line.addWidget(self.add, alignment=Qt.AlignmentFlag.AlignVCenter)


def _asked(text: str, whom: str, words: Words) -> tuple[QVBoxLayout, list[Text]]:
    column = QVBoxLayout()
    column.setSpacing(2)
    texts = [Text(text)]
    if whom:
        texts.append(Text(words("questions_page.ask", whom=whom), "small"))
    column.addStretch(1)
    for one in texts:
        column.addWidget(one)
    column.addStretch(1)
    return column, texts


class _SmallButton(QPushButton):
    """A button with a sign; it leaves Alt and the arrow keys to its row."""

    def __init__(self, sign: str, tip: str) -> None:
        super().__init__(sign)
        self.setProperty("role", "icon")
        self.setToolTip(tip)
        self.setMinimumSize(TARGET, TARGET)

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802
        """Pass on what moves the question."""
        if event.modifiers() & Qt.KeyboardModifier.AltModifier:
            event.ignore()
        else:
            super().keyPressEvent(event)


_MAKES_PAPER = ("decision_aid.ui.wizard.summary", "decision_aid.document.pdf")
"""Large, and needed only after this page: read no sooner, so that memory stays small."""


class QuestionsPage(Page):
    """The person's list first, then what else fits, then room for their own."""

    CONTINUE = "button.back_to_next"

    def build(self) -> None:
        """Show the hint and the three parts."""
        self._known: dict[str, Question] = {}
        self._called_for: tuple[Question, ...] = ()
        self._written_for: object = None
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
        if self._written_for != self._now():
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
        entry = OwnQuestion(self.words, "questions_page", side_by_side=True)
        entry.written.connect(self._add_written)
        entry.refused.connect(self.say_error)
        self.own, self.add_button = entry.field, entry.add
        self.column.addWidget(entry)

    def _add_written(self, question: str) -> None:
        self.error.clear()
        self._add(question)
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
        self._written_for = self._now()
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
