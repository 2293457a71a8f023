"""Where somebody writes a question of their own."""

from __future__ import annotations

from typing import Final

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QBoxLayout, QLineEdit, QPushButton, QWidget

from decision_aid.ui.kit.theme import TARGET
from decision_aid.ui.kit.words import Words, without_accelerator

LONGEST: Final = 200
"""The most letters that a question may have."""


class OwnQuestion(QWidget):
    """A line and a button; ``written`` is emitted with the question.

    ``refused`` is emitted with what to do where there is nothing or too much.
    """

    written = Signal(str)
    refused = Signal(str)

    def __init__(self, words: Words, group: str, *, side_by_side: bool) -> None:
        """Show an empty line.

        Args:
            words: the words.
            group: the group of texts that ``own_label`` and ``own_add`` stand in.
            side_by_side: whether the button stands beside the line, not below it.
        """
        super().__init__()
        self._words = words
        self.field = QLineEdit()
        self.field.setMinimumHeight(TARGET)
        self.field.setAccessibleName(words(f"{group}.own_label"))
        self.field.returnPressed.connect(self.add_question)
        self.add = QPushButton(words(f"{group}.own_add"))
        self.add.setAccessibleName(without_accelerator(self.add.text()))
        self.add.clicked.connect(self.add_question)
        directions = QBoxLayout.Direction
        line = QBoxLayout(directions.LeftToRight if side_by_side else directions.TopToBottom, self)
        line.setContentsMargins(0, 0, 0, 0)
        line.setSpacing(12 if side_by_side else 8)
        line.addWidget(self.field, 1)
        line.addWidget(self.add)

    def add_question(self) -> None:
        """Give on what was written, or say what to do."""
        text = " ".join(self.field.text().split())
        if not text:
            self.refused.emit(self._words("questions_page.own_error"))
        elif len(text) > LONGEST:
            self.refused.emit(self._words("questions_page.own_long", count=LONGEST))
        else:
            self.field.clear()
            self.written.emit(text)
