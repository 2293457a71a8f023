"""Asks once before something that cannot be undone."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QDialog, QPushButton, QVBoxLayout, QWidget

from decision_aid.ui.kit.buttons import PrimaryButton
from decision_aid.ui.kit.style import look_of
from decision_aid.ui.kit.text import Text
from decision_aid.ui.kit.words import Words


class Ask(QDialog):
    """One question with two answers or three; the one that keeps everything has the focus."""

    other = Signal()
    """Emitted when the third answer is given, where one is offered."""

    def __init__(self, window: QWidget, words: Words, question: str, group: str = "ask") -> None:
        """Ask ``<group>.<question>``; where ``…_other`` has words, a third answer is offered.

        Args:
            window: the window that waits.
            words: the words.
            question: the key of the question.
            group: the group that it stands in.
        """
        super().__init__(window)
        look = look_of(window)
        self.setWindowTitle(words(f"{group}.{question}_title"))
        column = QVBoxLayout(self)
        pad = look.space(3)
        column.setContentsMargins(pad, pad, pad, pad)
        column.setSpacing(look.space(2))
        column.addWidget(Text(words(f"{group}.{question}_title"), "heading"))
        text = Text(words(f"{group}.{question}"))
        text.setMinimumWidth(min(look.em(26), window.width() - 4 * pad))
        column.addWidget(text)
        self.no = PrimaryButton(words(f"{group}.{question}_no"))
        self.no.setProperty("role", "primary")
        self.no.setDefault(True)
        self.yes = QPushButton(words(f"{group}.{question}_yes"))
        self.no.clicked.connect(self.reject)
        self.yes.clicked.connect(self.accept)
        column.addWidget(self.no)
        if f"{question}_other" in words.group(group):
            third = QPushButton(words(f"{group}.{question}_other"))
            third.setAccessibleName(third.text())
            third.clicked.connect(self.reject)
            third.clicked.connect(self.other)
            column.addWidget(third)
        column.addWidget(self.yes)
        self.setMaximumWidth(window.width())
        self.setWindowModality(Qt.WindowModality.WindowModal)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.no.setFocus()
