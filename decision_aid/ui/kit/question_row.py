"""One question: on the person's list, or offered to be put there."""

from __future__ import annotations

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QPushButton, QSizePolicy, QVBoxLayout

from decision_aid.ui.kit.text import Text
from decision_aid.ui.theme import TARGET
from decision_aid.ui.words import Words


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
