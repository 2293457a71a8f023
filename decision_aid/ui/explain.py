"""Opens the explanation of a medical word where it stands."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QPushButton, QWidget

from decision_aid.ui.announce import announce
from decision_aid.ui.kit.term_text import TermButton, TermText
from decision_aid.ui.kit.text import Text
from decision_aid.ui.kit.words_here import WordButton
from decision_aid.ui.popover import Popover
from decision_aid.ui.style import look_of
from decision_aid.ui.words import Words


def explain(words: Words, opener: QWidget, also: QPushButton | None = None) -> None:
    """Open a panel at a pressed medical word that says what it means.

    Args:
        words: the words.
        opener: the word that was pressed.
        also: what else can be done with the explanation.
    """
    if not isinstance(opener, TermButton | WordButton):
        return
    word, means = words.term(opener.term)
    panel = Popover(opener.window(), opener, words("term.panel", word=word))
    meaning = TermText(means.spans)
    close = QPushButton(words("term.close"))
    close.setAccessibleDescription(means.text)
    close.clicked.connect(panel.dismiss)
    panel.column.addWidget(Text(word[:1].upper() + word[1:], "subheading"))
    panel.column.addWidget(meaning)
    if also is not None:
        also.clicked.connect(panel.dismiss)
        panel.column.addWidget(also, alignment=Qt.AlignmentFlag.AlignLeft)
    panel.column.addWidget(close, alignment=Qt.AlignmentFlag.AlignLeft)
    panel.open(close, look_of(opener).em(24))
    announce(panel, f"{word}: {means.text}")
