"""Cases side by side, each with its answers; below each, in words, what is different there."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from PySide6.QtWidgets import QBoxLayout, QFrame, QVBoxLayout, QWidget

from decision_aid.document.blocks import without_terms
from decision_aid.document.what_if import case_in_short, difference_blocks
from decision_aid.storage.saved_sessions import SavedCase
from decision_aid.ui.counselor.display import Detail
from decision_aid.ui.kit.blocks import BlocksView, banner_note
from decision_aid.ui.kit.style import look_of
from decision_aid.ui.kit.text import Text
from decision_aid.ui.kit.words import Words

COLUMN_EM: Final = 14
"""How wide a case is at least where they stand beside each other, in ems."""


def case_name(case: SavedCase, index: int, words: Words) -> str:
    """Return how a case is called.

    Args:
        case: the case.
        index: its place, from 0.
        words: the words.
    """
    return case.name or words("what_if.as_it_is" if index == 0 else "what_if.copy")


class SideBySide(QWidget):
    """Two or three cases."""

    def __init__(
        self,
        words: Words,
        cases: Sequence[SavedCase],
        examples: Sequence[bool],
        detail: Detail = Detail.EVERYTHING,
    ) -> None:
        """Show these cases.

        Args:
            words: the words.
            cases: the first is the case as it is.
            examples: which of them were only supposed.
            detail: the answers alone, what is different too, or everything.
        """
        super().__init__()
        self._words = words
        self._line = QBoxLayout(QBoxLayout.Direction.LeftToRight, self)
        self._line.setContentsMargins(0, 0, 0, 0)
        self._line.setSpacing(12)
        self._count = len(cases)
        self.columns: list[QVBoxLayout] = []
        for index, case in enumerate(cases):
            self._line.addWidget(self._card(cases[0], case, index, examples[index], detail), 1)

    def fit(self, width: int) -> None:
        """Put the cases beside each other, or below each other where there is little room."""
        wide = width >= self._count * look_of(self).em(COLUMN_EM)
        directions = QBoxLayout.Direction
        self._line.setDirection(directions.LeftToRight if wide else directions.TopToBottom)

    def _card(
        self, first: SavedCase, case: SavedCase, index: int, example: bool, detail: Detail
    ) -> QFrame:
        words, content = self._words, self._words.content
        card = QFrame()
        card.setProperty("role", "card")
        name = case_name(case, index, words)
        card.setAccessibleName(name)
        column = QVBoxLayout(card)
        column.setContentsMargins(14, 12, 14, 12)
        column.setSpacing(8)
        column.addWidget(Text(name, "subheading"))
        if example:
            column.addWidget(banner_note(words("example_only.screen")))
        view = BlocksView({}, words, None, self)
        short = case_in_short(case.answers, content)
        view.blocks(column, without_terms(short.answers))
        if index > 0 and detail is not Detail.ANSWER:
            column.addWidget(Text(words("what_if.different"), "subheading"))
            different = difference_blocks(
                first.answers,
                case.answers,
                content,
                most_important=detail is not Detail.EVERYTHING,
            )
            view.blocks(column, without_terms(different))
        if detail is Detail.EVERYTHING:
            view.blocks(column, without_terms(short.decisions))
        self.columns.append(column)
        column.addStretch(1)
        return card
