"""The person's questions: those that fit the case to tick, and their own to write."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QLineEdit, QVBoxLayout, QWidget

from decision_aid.domain import Answers, assess
from decision_aid.ui.announce import announce
from decision_aid.ui.counselor.panel import named_button
from decision_aid.ui.kit.choice import Tick
from decision_aid.ui.kit.emptied import empty
from decision_aid.ui.kit.text import Text
from decision_aid.ui.theme import TARGET
from decision_aid.ui.wizard.questions import LONGEST
from decision_aid.ui.words import Words


class QuestionsList(QWidget):
    """Ticks; ``changed`` is emitted with the chosen questions in order."""

    changed = Signal(object)
    problem = Signal(str)

    def __init__(self, words: Words) -> None:
        """Show no question yet."""
        super().__init__()
        self.words = words
        self._chosen: tuple[str, ...] = ()
        self._offered: tuple[str, ...] = ()
        self.ticks: dict[str, Tick] = {}
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 8, 0, 0)
        column.setSpacing(8)
        column.addWidget(Text(words("paper.questions"), "subheading"))
        column.addWidget(Text(words("paper.questions_hint"), "hint"))
        self.own = QLineEdit()
        self.own.setMinimumHeight(TARGET)
        self.own.setAccessibleName(words("paper.own_label"))
        self.own.returnPressed.connect(self.add_own)
        self.add = named_button(words("paper.own_add"), self.add_own)
        column.addWidget(Text(words("paper.own_label"), "small"))
        column.addWidget(self.own)
        column.addWidget(self.add)
        self._list = QVBoxLayout()
        self._list.setSpacing(6)
        column.addLayout(self._list)

    def show_questions(self, answers: Answers) -> None:
        """Offer the questions that the case calls for; those chosen are ticked and come first."""
        called_for = map(str, assess(answers).questions)
        offered = tuple(dict.fromkeys((*answers.questions, *called_for)))
        self._chosen = answers.questions
        if set(offered) != set(self._offered):
            self._offered = offered
            empty(self._list)
            self.ticks = {}
            for question in offered:
                self._add(question)
        for question, tick in self.ticks.items():
            tick.blockSignals(True)
            tick.setChecked(question in self._chosen)
            tick.blockSignals(False)

    def add_own(self) -> None:
        """Put what was written on the list."""
        text = " ".join(self.own.text().split())
        if not text:
            self.problem.emit(self.words("questions_page.own_error"))
        elif len(text) > LONGEST:
            self.problem.emit(self.words("questions_page.own_long", count=LONGEST))
        else:
            self.own.clear()
            if text not in self._chosen:
                self.changed.emit((*self._chosen, text))
            announce(self, self.words("questions_page.added", number=len(self._chosen)))

    def _add(self, question: str) -> None:
        content = self.words.content
        known = content.has_question(question)
        tick = self.ticks[question] = Tick(content.question(question) if known else question)
        tick.setAccessibleName(tick.text())
        tick.toggled.connect(lambda on: self._tick(question, chosen=on))
        self._list.addWidget(tick)

    def _tick(self, question: str, *, chosen: bool) -> None:
        others = tuple(one for one in self._chosen if one != question)
        self.changed.emit((*others, question) if chosen else others)
