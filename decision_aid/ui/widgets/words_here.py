"""The medical words of a page that stand where no other control can: in titles and answers."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QPushButton, QVBoxLayout, QWidget

from decision_aid.ui.roles import Role, set_role
from decision_aid.ui.widgets.flow import FlowLayout
from decision_aid.ui.widgets.text import Text
from decision_aid.ui.words import Words


class WordButton(QPushButton):
    """One medical word; pressing it asks for its explanation."""

    def __init__(self, word: str, term: str) -> None:
        """Stand for this word."""
        super().__init__(word)
        self.term = term
        self.setProperty("role", "word")
        self.setAccessibleName(word)


class WordsHere(QWidget):
    """A row of words; ``pressed`` is emitted with the button of the one to explain."""

    pressed = Signal(QWidget)

    def __init__(self, words: Words, parent: QWidget | None = None) -> None:
        """Show no word yet."""
        super().__init__(parent)
        self._words = words
        self._shown: tuple[str, ...] = ()
        set_role(self, Role.GROUP)
        title = words("term.here")
        self.setAccessibleName(title)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 8, 0, 0)
        column.setSpacing(4)
        column.addWidget(Text(title, "subheading"))
        self._row = QWidget()
        policy = self._row.sizePolicy()
        policy.setHeightForWidth(True)
        self._row.setSizePolicy(policy)
        self._flow = FlowLayout(self._row, 4)
        column.addWidget(self._row)
        self.hide()

    def show_terms(self, terms: Sequence[str]) -> None:
        """Offer these words, by the ids of their explanations."""
        if tuple(terms) == self._shown:
            return
        self._shown = tuple(terms)
        while (item := self._flow.takeAt(0)) is not None:
            if (old := item.widget()) is not None:
                old.hide()
                old.deleteLater()
        for term in terms:
            button = WordButton(self._words.term(term)[0], term)
            button.clicked.connect(lambda _=False, b=button: self.pressed.emit(b))
            self._flow.addWidget(button)
        self.setVisible(bool(terms))
