"""What if: ready-made examples from what is not settled, side by side, differences in words."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QBoxLayout, QFrame, QVBoxLayout, QWidget

from decision_aid.document.blocks import without_terms
from decision_aid.document.what_if import case_in_short, difference_blocks
from decision_aid.domain import Finding
from decision_aid.domain.what_if import open_findings
from decision_aid.storage.saved_sessions import SavedCase
from decision_aid.ui.counselor.display import Detail, DisplayKind
from decision_aid.ui.counselor.panel import Panel, flowing_row
from decision_aid.ui.counselor.session import CounselorSession
from decision_aid.ui.kit.blocks import BlocksView, banner_note
from decision_aid.ui.kit.buttons import WrappingButton, named_button
from decision_aid.ui.kit.layouts import empty
from decision_aid.ui.kit.screen_reader import announce
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


class WhatIfPanel(Panel):
    """Two or three cases; ``show_wanted`` asks to show them to the person."""

    show_wanted = Signal(str)
    case_wanted = Signal(int)

    def __init__(self, words: Words, session: CounselorSession) -> None:
        """Show what can be compared, and the cases that are.

        Args:
            words: the words.
            session: the cases.
        """
        super().__init__(words, session, "what_if.title")
        self.hint("what_if.hint")
        self.column.addWidget(self.error)
        self.offers_title = Text(words("what_if.offers"), "subheading")
        self.column.addWidget(self.offers_title)
        offers, self._offers = flowing_row()
        self.column.addWidget(offers)
        self.offers: list[WrappingButton] = []
        self.add_copy = self.button("what_if.add_copy", self.copy)
        self.show_cases = self.button(
            "what_if.show", lambda: self.show_wanted.emit(DisplayKind.COMPARISON), role="primary"
        )
        self.to_start = self.button("what_if.back_to_start", self.back_to_start)
        does, row = flowing_row()
        for button in (self.show_cases, self.add_copy, self.to_start):
            row.addWidget(button)
        self.column.addWidget(does)
        self._cases = QVBoxLayout()
        self.column.addLayout(self._cases)
        self.column.addStretch(1)
        self.side_by_side: SideBySide | None = None
        self._offered: object = None
        self._written_for: object = None
        self.refresh()

    def refresh(self) -> None:
        """Show the cases as they are now, and what else can be compared."""
        waiting = open_findings(self.session.as_it_is)
        if waiting != self._offered:
            self._offered = waiting
            self._offer(waiting)
        compared = len(self.session.cases) > 1
        self.show_cases.setVisible(compared)
        self.to_start.setVisible(compared)
        now = (self.session.cases, self.session.made_up)
        if now != self._written_for:
            self._written_for = now
            self._show_cases()
        self.order_tabs()

    def _offer(self, waiting: tuple[Finding, ...]) -> None:
        empty(self._offers)
        self.offers = []
        if not waiting:
            self._offers.addWidget(Text(self.words("what_if.nothing_open"), "hint"))
        for finding in waiting:
            place = self._place(finding)
            names = (
                self.words("what_if.confirmed", place=place),
                self.words("what_if.clear", place=place),
            )
            self._add_offer(self.words("what_if.compare", place=place), names, (finding,))
        if len(waiting) > 1:
            names = (self.words("what_if.confirmed_all"), self.words("what_if.clear_all"))
            self._add_offer(self.words("what_if.compare_all"), names, waiting)

    def _add_offer(self, text: str, names: tuple[str, str], findings: tuple[Finding, ...]) -> None:
        offer = WrappingButton(text)
        offer.setAccessibleDescription(self.words("what_if.compare_hint"))
        offer.clicked.connect(lambda: self.compare(names, findings))
        self._offers.addWidget(offer)
        self.offers.append(offer)

    def compare(self, names: tuple[str, str], findings: tuple[Finding, ...]) -> None:
        """Put the case beside what it is if these are confirmed, and if they are clear."""
        self.error.clear()
        self.session.compare(names, findings)
        if self.side_by_side is not None:
            self.ensureWidgetVisible(self.show_cases, 0, self.height() // 2)
            self.show_cases.setFocus(Qt.FocusReason.OtherFocusReason)
        announce(self, ". ".join(names))

    def copy(self) -> None:
        """Put a copy of the case beside it, to change."""
        if self.session.add_copy(self.words("what_if.copy")):
            self.error.clear()
            self.case_wanted.emit(len(self.session.cases) - 1)
        else:
            self.say_error(self.words("what_if.full"))

    def back_to_start(self) -> None:
        """Take the examples away."""
        self.error.clear()
        self.session.back_to_start()
        announce(self, self.words("what_if.back_to_start_done"))

    def fit(self, width: int) -> None:
        """Put the cases beside or below each other."""
        if self.side_by_side is not None:
            self.side_by_side.fit(width)

    def _show_cases(self) -> None:
        empty(self._cases)
        self.side_by_side = None
        session = self.session
        if len(session.cases) == 1:
            self._cases.addWidget(Text(self.words("what_if.alone"), "hint"))
            return
        examples = [session.is_example(index) for index in range(len(session.cases))]
        cases = self.side_by_side = SideBySide(self.words, session.cases, examples)
        for index, column in enumerate(cases.columns):
            column.addWidget(self._case_buttons(index))
        self._cases.addWidget(cases)
        self._measure()

    def _case_buttons(self, index: int) -> QWidget:
        name = case_name(self.session.cases[index], index, self.words)
        part = QWidget()
        column = QVBoxLayout(part)
        column.setContentsMargins(0, 8, 0, 0)
        edit = named_button(self.words("what_if.edit"), lambda: self.case_wanted.emit(index))
        edit.setAccessibleName(self.words("what_if.edit_name", name=name))
        column.addWidget(edit)
        if index > 0:
            away = named_button(
                self.words("what_if.remove"), lambda: self.session.remove_example(index)
            )
            away.setAccessibleName(self.words("what_if.remove_name", name=name))
            column.addWidget(away)
        return part

    def _place(self, finding: Finding) -> str:
        label = self.words.place(finding.place)
        if finding.side is None:
            return label
        side = self.words(f"counselor.side_{finding.side}")
        return self.words("counselor.row_name", what=side, state=label)
