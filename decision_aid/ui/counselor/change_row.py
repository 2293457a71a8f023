"""One thing that was said, with how to change it: closed it is a line, open it is a question."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QVBoxLayout, QWidget

from decision_aid.ui.counselor.panel import named_button
from decision_aid.ui.kit.choice import Choices, Option
from decision_aid.ui.kit.opener import Opener
from decision_aid.ui.kit.tab_order import follow_in_tab_order
from decision_aid.ui.kit.text import Text
from decision_aid.ui.theme import TARGET
from decision_aid.ui.words import Words


class ChangeRow(QFrame):
    """A card; ``chosen`` is emitted with what was asked and the reply."""

    chosen = Signal(str, str)
    removed = Signal()

    def __init__(self, words: Words, name: str, *, can_be_removed: bool = False) -> None:
        """Show what it is about; ``show_state`` says what was said.

        Args:
            words: the words.
            name: what it is about.
            can_be_removed: whether it can be taken away.
        """
        super().__init__()
        self.words = words
        self.name = name
        self.setProperty("role", "card")
        column = QVBoxLayout(self)
        column.setContentsMargins(14, 8, 8, 8)
        column.setSpacing(8)
        line = QHBoxLayout()
        line.setSpacing(4)
        said = QVBoxLayout()
        said.setSpacing(2)
        said.addWidget(Text(name, "subheading"))
        self._state = Text("")
        self._open_question = Text("", "hint")
        self._open_question.hide()
        said.addWidget(self._state)
        said.addWidget(self._open_question)
        line.addLayout(said, 1)
        self.change = Opener(words("button.change"))
        self.change.setProperty("role", "quiet")
        self.change.setAccessibleName(words("counselor.change_name", what=name))
        self.change.opened.connect(self._show_body)
        line.addWidget(self.change, alignment=Qt.AlignmentFlag.AlignTop)
        if can_be_removed:
            self.remove = named_button("✕", self.removed.emit, role="icon")
            self.remove.setMinimumSize(TARGET, TARGET)
            self.remove.setToolTip(words("counselor.remove"))
            self.remove.setAccessibleName(words("counselor.remove_name", what=name))
            line.addWidget(self.remove, alignment=Qt.AlignmentFlag.AlignTop)
        column.addLayout(line)
        self._body = QWidget()
        self._asks = QVBoxLayout(self._body)
        self._asks.setContentsMargins(0, 0, 0, 6)
        self._asks.setSpacing(8)
        self._body.hide()
        column.addWidget(self._body)
        self.choices: dict[str, Choices] = {}
        self._titles: dict[str, Text] = {}

    def show_state(self, state: str, open_question: str = "") -> None:
        """Say what was said, and what is still open about it."""
        self._state.setText(state)
        self._open_question.setText(open_question)
        self._open_question.setVisible(bool(open_question))
        spoken = " ".join(text for text in (state, open_question) if text)
        self.setAccessibleName(self.words("counselor.row_name", what=self.name, state=spoken))
        self.change.setAccessibleDescription(spoken)

    def ask(
        self, key: str, question: str, options: Sequence[Option], *, side_by_side: bool = True
    ) -> None:
        """Add one question.

        Args:
            key: what is asked; emitted with the reply.
            question: its words.
            options: what can be replied.
            side_by_side: whether the replies are short.
        """
        title = self._titles[key] = Text(question, "small")
        choices = Choices(
            options,
            self.words("counselor.row_name", what=self.name, state=question),
            side_by_side=side_by_side,
        )
        choices.chosen.connect(lambda reply: self.chosen.emit(key, reply))
        self._asks.addWidget(title)
        self._asks.addWidget(choices)
        self.choices[key] = choices

    def show_reply(self, key: str, reply: str | None, *, asked: bool = True) -> None:
        """Show which reply was given, and whether the question is asked at all."""
        self.choices[key].choose(reply)
        self.choices[key].setVisible(asked)
        self._titles[key].setVisible(asked)

    def open(self) -> None:
        """Open it."""
        self.change.set_open(True)

    def _show_body(self, opened: bool) -> None:
        self._body.setVisible(opened)
        key = "counselor.done" if opened else "button.change"
        self.change.setText(self.words(key))
        follow_in_tab_order(self.change, self._body)
