"""What if: ready-made examples from what is not settled, two of them side by side."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Final

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from decision_aid.document.what_if import compared_rows
from decision_aid.domain import Finding
from decision_aid.domain.what_if import open_findings
from decision_aid.storage.saved_sessions import SavedCase
from decision_aid.ui.counselor.display import COMPARED, Detail, DisplayKind
from decision_aid.ui.counselor.panel import Panel, flowing_row
from decision_aid.ui.counselor.session import CounselorSession
from decision_aid.ui.counselor.two_columns import Column, TwoColumns
from decision_aid.ui.kit.blocks import banner_note
from decision_aid.ui.kit.buttons import WrappingButton, named_button
from decision_aid.ui.kit.layouts import empty
from decision_aid.ui.kit.screen_reader import announce
from decision_aid.ui.kit.style import look_of
from decision_aid.ui.kit.text import Text
from decision_aid.ui.kit.words import Words

COLUMN_EM: Final = 14
_EDGES_EM: Final = 4
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
    """Two cases: both examples, or the case as it is and the only one."""

    def __init__(
        self,
        words: Words,
        cases: Sequence[SavedCase],
        examples: Sequence[bool],
        detail: Detail = Detail.EVERYTHING,
        buttons: Callable[[int], QWidget] | None = None,
    ) -> None:
        """Compare the last two of these cases.

        Args:
            words: the words.
            cases: the first is the case as it is.
            examples: which of them were only supposed.
            detail: the answers alone, what they come from too, or everything.
            buttons: makes what can be done with a case; without it there is nothing to press.
        """
        super().__init__()
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(12)
        first, second = len(cases) - 2, len(cases) - 1
        rows = compared_rows(cases[first].answers, cases[second].answers, words.content)
        both = examples[first] and examples[second]
        if both:
            self._column.addWidget(banner_note(words("example_only.screen")))
        if all(row.cells is None for row in rows):
            self._column.addWidget(Text(words("what_if.none"), "lead"))

        def column(index: int) -> Column:
            only_this = examples[index] and not both
            return Column(
                case_name(cases[index], index, words),
                banner_note(words("example_only.screen")) if only_this else None,
                buttons(index) if buttons is not None else None,
            )

        self.table = TwoColumns(
            words,
            (column(first), column(second)),
            (row for row in rows if row.id in COMPARED[detail]),
            by_key=buttons is not None,
        )
        self._column.addWidget(self.table)

    def fit(self, width: int) -> None:
        """Put the cases beside each other, or below each other where there is little room."""
        self.table.lay_out(beside=width >= 2 * look_of(self).em(COLUMN_EM))


class WhatIfPanel(Panel):
    """Two answers side by side; ``show_wanted`` asks to show them to the person."""

    show_wanted = Signal(str)
    case_wanted = Signal(int)

    def __init__(self, words: Words, session: CounselorSession) -> None:
        """Show what can be compared, and the cases that are.

        Args:
            words: the words.
            session: the cases.
        """
        super().__init__(words, session, "what_if.title")
        self.intro = self.hint("what_if.hint")
        self.column.addWidget(self.error)
        self.nothing_open = self.hint("what_if.nothing_open")
        self.show_cases = self.button(
            "what_if.show", lambda: self.show_wanted.emit(DisplayKind.COMPARISON), role="primary"
        )
        self.to_start = self.button("what_if.back_to_start", self.back_to_start)
        self._does, does = flowing_row()
        for button in (self.show_cases, self.to_start):
            does.addWidget(button)
        self.column.addWidget(self._does)
        self._cases = QVBoxLayout()
        self.column.addLayout(self._cases)
        # Once something is compared, what else could be is not in its way.
        self._more, self._offers = flowing_row()
        self.column.addWidget(self._more)
        self.offers: list[WrappingButton] = []
        self.add_copy: WrappingButton
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
        self.intro.setVisible(not compared)
        self.nothing_open.setVisible(not compared and not waiting)
        self._does.setVisible(compared)
        now = (self.session.cases, self.session.made_up)
        if now != self._written_for:
            self._written_for = now
            self._show_cases()
        self.order_tabs()

    def _offer(self, waiting: tuple[Finding, ...]) -> None:
        empty(self._offers)
        self.offers = []
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
        self.add_copy = WrappingButton(self.words("what_if.add_copy"))
        self.add_copy.clicked.connect(self.copy)
        self._offers.addWidget(self.add_copy)

    def _add_offer(self, text: str, names: tuple[str, str], findings: tuple[Finding, ...]) -> None:
        offer = WrappingButton(text)
        offer.setAccessibleDescription(self.words("what_if.compare_hint"))
        offer.clicked.connect(lambda: self.compare(names, findings))
        self._offers.addWidget(offer)
        self.offers.append(offer)

    def compare(self, names: tuple[str, str], findings: tuple[Finding, ...]) -> None:
        """Put what the case is if these are confirmed beside what it is if they are clear."""
        self.error.clear()
        self.session.compare(names, findings)
        if self.side_by_side is not None:
            self.ensureWidgetVisible(self.show_cases, 0, self.height() // 2)
            self.show_cases.setFocus(Qt.FocusReason.OtherFocusReason)
        announce(self, ". ".join(names))

    def copy(self) -> None:
        """Put a copy of the case beside it, to change."""
        taken = {case.name for case in self.session.cases}
        names = map(self.words, ("what_if.copy", "what_if.second_copy"))
        if self.session.add_copy(next((name for name in names if name not in taken), "")):
            self.error.clear()
            self.case_wanted.emit(len(self.session.cases) - 1)
        else:
            self.say_error(self.words("what_if.full"))

    def back_to_start(self) -> None:
        """Take the examples away."""
        self.error.clear()
        self.session.back_to_start()
        announce(self, self.words("what_if.back_to_start_done"))

    def is_narrow(self, width: int) -> bool:
        """Return whether several cases have no room side by side in so many pixels."""
        columns = look_of(self).em(2 * COLUMN_EM + _EDGES_EM)
        return len(self.session.cases) > 1 and width < columns

    def fit(self, width: int) -> None:
        """Put the cases beside or below each other."""
        if self.side_by_side is not None:
            self.side_by_side.fit(width)

    def _show_cases(self) -> None:
        empty(self._cases)
        self.side_by_side = None
        session = self.session
        if len(session.cases) == 1:
            return
        examples = [session.is_example(index) for index in range(len(session.cases))]
        self.side_by_side = SideBySide(
            self.words, session.cases, examples, buttons=self._case_buttons
        )
        self._cases.addWidget(self.side_by_side)
        self._more.raise_()
        self._measure()

    def _case_buttons(self, index: int) -> QWidget:
        name = case_name(self.session.cases[index], index, self.words)
        part, row = flowing_row()
        edit = named_button(self.words("what_if.edit"), lambda: self.case_wanted.emit(index))
        edit.setAccessibleName(self.words("what_if.edit_name", name=name))
        row.addWidget(edit)
        if index > 0:
            away = named_button(
                self.words("what_if.remove"), lambda: self.session.remove_example(index)
            )
            away.setAccessibleName(self.words("what_if.remove_name", name=name))
            row.addWidget(away)
        return part

    def _place(self, finding: Finding) -> str:
        label = self.words.place(finding.place)
        if finding.side is None:
            return label
        side = self.words(f"counselor.side_{finding.side}")
        return self.words("counselor.row_name", what=side, state=label)
