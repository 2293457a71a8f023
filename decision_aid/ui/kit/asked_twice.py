"""Something that is shown only to somebody who asked for it, and said yes when asked again."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFrame, QPushButton, QVBoxLayout, QWidget

from decision_aid.ui.announce import announce
from decision_aid.ui.kit.flow import FlowLayout
from decision_aid.ui.kit.text import Text
from decision_aid.ui.words import Words, without_accelerator


class AskedTwice(QWidget):
    """A heading, a button, a question, and only then the content.

    ``wanted`` is emitted when the person has said yes to both.
    """

    wanted = Signal()

    def __init__(
        self,
        key: str,
        words: Words,
        fill: Callable[[QVBoxLayout], None],
        *,
        wanted: bool,
    ) -> None:
        """Offer it.

        Args:
            key: the group of its texts: title, lead, show, ask, yes, no.
            words: the words.
            fill: puts the content into a column.
            wanted: whether the person has asked for it before.
        """
        super().__init__()
        self._key, self._words, self._fill = key, words, fill
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 8, 0, 8)
        self._column.setSpacing(12)
        self._column.addWidget(Text(words(f"{key}.title"), "heading"))
        self._column.addWidget(Text(words(f"{key}.lead")))
        self.show_button = self._button("show")
        self.show_button.clicked.connect(self._ask)
        self._column.addWidget(self.show_button, alignment=Qt.AlignmentFlag.AlignLeft)
        self.question = QFrame()
        self.question.setProperty("role", "note")
        inside = QVBoxLayout(self.question)
        inside.setContentsMargins(20, 16, 20, 16)
        inside.setSpacing(12)
        inside.addWidget(Text(words(f"{key}.ask")))
        self.yes, self.no = self._button("yes"), self._button("no")
        self.yes.clicked.connect(self._say_yes)
        self.no.clicked.connect(self._say_no)
        answers = QWidget()
        row = FlowLayout(answers, 12)
        row.addWidget(self.yes)
        row.addWidget(self.no)
        policy = answers.sizePolicy()
        policy.setHeightForWidth(True)
        answers.setSizePolicy(policy)
        inside.addWidget(answers)
        self._column.addWidget(self.question)
        self.question.hide()
        if wanted:
            self._show()

    def _button(self, name: str) -> QPushButton:
        button = QPushButton(self._words(f"{self._key}.{name}"))
        button.setAccessibleName(without_accelerator(button.text()))
        return button

    def _ask(self) -> None:
        self.show_button.hide()
        self.question.show()
        self.no.setFocus(Qt.FocusReason.OtherFocusReason)
        announce(self, self._words(f"{self._key}.ask"))

    def _say_no(self) -> None:
        self.question.hide()
        self.show_button.show()
        self.show_button.setFocus(Qt.FocusReason.OtherFocusReason)

    def _say_yes(self) -> None:
        self._show()
        self.wanted.emit()
        announce(self, self._words(f"{self._key}.shown"))

    def _show(self) -> None:
        self.show_button.hide()
        self.question.hide()
        self._fill(self._column)
