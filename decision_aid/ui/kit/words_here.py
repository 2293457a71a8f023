"""The medical words that stand where no other control can, such as in an answer to choose.

They follow in a row right below what they stand in; each asks what it means.
"""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QRectF, Qt, Signal
from PySide6.QtGui import QColor, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QPushButton, QWidget

from decision_aid.ui.kit.layouts import FlowLayout
from decision_aid.ui.kit.screen_reader import Role, set_role
from decision_aid.ui.kit.style import look_of
from decision_aid.ui.kit.words import Words


class WordButton(QPushButton):
    """One medical word with a question mark before it; pressing it asks for its explanation."""

    def __init__(self, word: str, term: str, asks: str, parent: QWidget) -> None:
        """Stand for this word.

        Args:
            word: the word.
            term: the id of its explanation.
            asks: what a screen reader calls the button.
            parent: the row that it stands in.
        """
        super().__init__(word, parent)
        self.term = term
        self.setProperty("role", "word")
        self.setAccessibleName(asks)

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: N802
        """Draw the word and, before it, a question mark in a ring."""
        super().paintEvent(event)
        look = look_of(self)
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        size = look.px(20)
        box = QRectF(look.px(8), (self.height() - size) / 2, size, size)
        painter.setPen(QPen(QColor(look.theme.accent), look.px(15) / 10))
        painter.drawEllipse(box)
        font = self.font()
        font.setPixelSize(look.px(14))
        font.setBold(True)
        font.setUnderline(False)
        painter.setFont(font)
        painter.drawText(box, Qt.AlignmentFlag.AlignCenter, "?")


class WordsHere(QWidget):
    """A row of words; ``pressed`` is emitted with the button of the one to explain."""

    pressed = Signal(QWidget)

    def __init__(self, words: Words, parent: QWidget | None = None) -> None:
        """Show no word yet."""
        super().__init__(parent)
        self._words = words
        self.terms: tuple[str, ...] = ()
        self.stands_in: QWidget | None = None
        set_role(self, Role.GROUP)
        self.setAccessibleName(words("words_here.name"))
        policy = self.sizePolicy()
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        self._flow = FlowLayout(self, 4)
        self.hide()

    def show_terms(self, terms: Sequence[str]) -> None:
        """Offer these words, by the ids of their explanations."""
        if tuple(terms) == self.terms:
            return
        self.terms = tuple(terms)
        while (item := self._flow.takeAt(0)) is not None:
            if (old := item.widget()) is not None:
                old.hide()
                old.deleteLater()
        for term in terms:
            word = self._words.term(term)[0]
            button = WordButton(word, term, self._words("words_here.asks", word=word), self)
            button.clicked.connect(lambda _=False, b=button: self.pressed.emit(b))
            self._flow.addWidget(button)
        self.setVisible(bool(terms))
