"""The case as a list, and what a line or a record would add to it."""

from __future__ import annotations

from typing import Any

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from decision_aid.domain import PLACES, Biology, Finding, Group, PlaceSide, Side
from decision_aid.domain.what_if import Changed, without
from decision_aid.records.typed import Reading, read_entry
from decision_aid.ui.counselor.confirm_view import ConfirmView
from decision_aid.ui.counselor.entry_line import EntryLine
from decision_aid.ui.counselor.facts import Facts
from decision_aid.ui.counselor.line_chips import questions_of
from decision_aid.ui.counselor.panel import Panel
from decision_aid.ui.counselor.rows import FindingRow, OpenItems
from decision_aid.ui.counselor.session import CounselorSession
from decision_aid.ui.counselor.taking import (
    answers_with,
    each_once,
    reports_of_two,
    side_is_missing,
)
from decision_aid.ui.counselor.to_confirm import Proposed, ToConfirm, of_reading
from decision_aid.ui.kit.layouts import throw_away
from decision_aid.ui.kit.screen_reader import announce
from decision_aid.ui.kit.text import Note, Text
from decision_aid.ui.kit.words import Words


class CasePanel(Panel):
    """The case that is worked on; ``wanted`` asks to have it in sight."""

    wanted = Signal()

    def __init__(self, words: Words, session: CounselorSession, entry: EntryLine) -> None:
        """Show the case.

        Args:
            words: the words.
            session: the cases.
            entry: the line that fills it; it stands above all parts.
        """
        super().__init__(words, session, "counselor.case")
        self.pending: ConfirmView | None = None
        self._waits = ""
        self._pending_for = session.answers
        self.entry = entry
        entry.typed.connect(self._show_typed)
        entry.entered.connect(self._take_line)
        entry.read.connect(self._show_named)
        entry.not_read.connect(self._say_not_read)
        entry.line.textEdited.connect(self._line_edited)
        session.taken_back.connect(self._bring_back)
        self.column.addWidget(self.error)
        self._to_confirm = QVBoxLayout()
        self.column.addLayout(self._to_confirm)
        self.taken_out = Note()
        self.column.addWidget(self.taken_out)
        self.said_part = QWidget()
        said = QVBoxLayout(self.said_part)
        said.setContentsMargins(0, 0, 0, 0)
        said.setSpacing(8)
        self._empty = Text(words("counselor.case_empty"), "hint")
        said.addWidget(self._empty)
        self.open_items = OpenItems(words, "not_read")
        self.open_items.settled.connect(self._settle)
        said.addWidget(self.open_items)
        self.to_ask = OpenItems(words, "to_ask")
        self.to_ask.settled.connect(self._was_asked)
        said.addWidget(self.to_ask)
        self._list = QVBoxLayout()
        self._list.setSpacing(8)
        said.addLayout(self._list)
        self.rows: list[FindingRow] = []
        self.facts = Facts(words)
        self.facts.side_chosen.connect(self._set_side)
        self.facts.timing_chosen.connect(lambda value: session.change(came_back=value))
        self.facts.biology_chosen.connect(self._set_biology)
        self.facts.biology_of_breast_chosen.connect(self._set_biology_of_breast)
        said.addWidget(self.facts)
        self.column.addWidget(self.said_part)
        self.column.addStretch(1)
        self.refresh()

    def refresh(self) -> None:
        """Show the case that is worked on now; a row that is still right is kept."""
        answers = self.session.answers
        self.entry.breast = answers.side
        if self.pending is None:
            self._pending_for = answers
        elif self._pending_for != answers:
            # The case has changed under what is being checked: it is held against the new one.
            waits = self._waits
            self.show_to_confirm(self.pending.found)
            self._wait_for(waits)
        case = answers
        wanted = {(f.place, f.side): f for f in case.findings}
        there = {(row.said.place, row.said.side): row for row in self.rows}
        changed = list(wanted) != list(there)
        for key, row in there.items():
            if key not in wanted:
                self._list.removeWidget(row)
                row.hide()
                row.deleteLater()
        self.rows = [
            there.get(key) or self._new_row(finding, case.side) for key, finding in wanted.items()
        ]
        for number, (row, finding) in enumerate(zip(self.rows, wanted.values(), strict=True)):
            row.show_said(_proposed(finding), case.side)
            self._list.insertWidget(number, row)
            row.show()  # only what is shown can take the focus
        self._empty.setVisible(not self.rows)
        changed = self.open_items.show_pieces(answers.not_read) or changed
        changed = self.to_ask.show_pieces(self.session.to_ask) or changed
        self.facts.show_facts(answers)
        self._show_what_waits()
        if changed:
            self.order_tabs()

    def show_to_confirm(self, found: ToConfirm) -> None:
        """Show what was read, in the place of the case, until it is added or dropped."""
        self.close_confirm()
        if found.says_nothing:
            self.say_error(self.words("confirm.nothing"))
            return
        self.error.clear()
        self.taken_out.hide()
        answers = self._pending_for = self.session.answers
        view = self.pending = ConfirmView(self.words, found, answers, answers.biology)
        view.confirmed.connect(self._confirmed)
        view.dropped.connect(self._dropped)
        view.rebuilt.connect(self.order_tabs)
        self._to_confirm.addWidget(view)
        self.said_part.hide()
        view.show()
        self.order_tabs()
        self.verticalScrollBar().setValue(0)
        view.begin()

    def forget(self) -> None:
        """Let go of what was not added, and of what is written in the line."""
        super().forget()
        self.close_confirm()
        self.entry.clear()
        self.taken_out.hide()

    def close_confirm(self) -> None:
        """Put away what was not added."""
        if self.pending is None:
            return
        view, self.pending = self.pending, None
        self._wait_for("")
        self._to_confirm.removeWidget(view)
        throw_away(view)
        self.said_part.show()
        self.order_tabs()

    def begin(self) -> None:
        """Put the focus into the line."""
        if self.pending is None:
            self.entry.begin()
        else:
            self.pending.begin()

    def _show_typed(self, reading: Reading | None) -> None:
        answers = None if reading is None else answers_with(self.session.answers, reading)
        self.session.show_typed(answers)
        if answers is None:
            self._show_what_waits()

    def _line_edited(self) -> None:
        self.error.clear()
        if self.pending is None:
            self._wait_for("")

    def _wait_for(self, line: str) -> None:
        """Keep both answers open beside the case while a line waits to be looked at."""
        self._waits = line
        self._show_what_waits()

    def _show_what_waits(self) -> None:
        if self._waits:
            case = self.session.answers
            open_case = case._replace(not_read=each_once(case.not_read, (self._waits,)))
            self.session.show_typed(open_case, waits=True)
        elif self.session.waits:
            self.session.show_typed(None)

    def _take_line(self, reading: Reading) -> None:
        """Keep what was read, leave in the line what was not, and ask where a place is open."""
        names, line = self.words.place_names(), self.entry.line.text().strip()
        found = of_reading(reading, self.words, names)
        if side_is_missing(self.session.answers, line):
            self.wanted.emit()
            self.say_error(self.words("where_page.side_first"))
            return
        self._keep_what_waits()
        answers = answers_with(self.session.answers, reading)
        if answers is None:
            self.entry.clear()
            self._show_picked(found)
            self._wait_for(line)
            return
        self.error.clear()
        self.taken_out.hide()
        placeless = {part.code for part in reading.parts if not part.findings}
        asked = tuple(one for one in found.asked if one.candidates and one.about in placeless)
        to_ask = questions_of(reading, self.words, but_of={one.about for one in asked})
        self.session.take_line(answers, to_ask, line)
        self.entry.leave(reading.not_understood)
        announce(self, self._kept(reading))
        if asked:
            self._show_picked(ToConfirm(asked=asked))

    def _keep_what_waits(self) -> None:
        """Keep a line that waits to be looked at as not read, once another one is entered."""
        waits = self._waits
        self.close_confirm()
        if waits:
            self.session.change(not_read=each_once(self.session.answers.not_read, (waits,)))

    def _kept(self, reading: Reading) -> str:
        if not reading.not_understood:
            return self.words("confirm.added")
        return self.words("entry.left_over", what="; ".join(reading.not_understood))

    def _show_named(self, found: ToConfirm, line: str) -> None:
        self._keep_what_waits()
        self._show_picked(found)
        self._wait_for(line)

    def _show_picked(self, found: ToConfirm) -> None:
        self.wanted.emit()
        self.show_to_confirm(found)

    def _say_not_read(self, text: str) -> None:
        self.wanted.emit()
        self.say_error(self.words("entry.error", text=text))
        self._wait_for(text if read_entry(text).may_be_medical else "")

    def _bring_back(self, line: str) -> None:
        self.entry.line.setText(line)
        self.entry.begin()

    def _was_asked(self, question: str) -> None:
        self.session.was_asked(question)
        announce(self, self.words("to_ask.settled", what=question))
        self.begin()

    def _confirmed(self, changed: Changed, biology: Biology) -> None:
        answers = self.session.answers
        found = self.pending.found if self.pending is not None else ToConfirm()
        second = found.side if changed.case.side is Side.BOTH else None
        more: dict[str, Any] = reports_of_two(answers, second, biology)
        more |= {"not_read": each_once(answers.not_read, found.keeps_open)}
        if found.biology_by_side:
            more["biology_by_side"] = {**answers.biology_by_side, **found.biology_by_side}
        self.close_confirm()
        self.session.change_case(changed.case, **more)
        self._tell_taken_out(changed)
        announce(self, self.words("confirm.added"))
        self.begin()

    def _settle(self, piece: str) -> None:
        left = tuple(one for one in self.session.answers.not_read if one != piece)
        self.session.change(not_read=left)
        announce(self, self.words("not_read.settled", what=piece))
        self.begin()

    def _dropped(self) -> None:
        asked = self.pending.found.asked if self.pending is not None else ()
        questions = tuple(
            self.words("entry.ask", about=one.about, question=question)
            for one in asked
            if one.candidates
            for question in one.questions
        )
        self.close_confirm()
        if questions:
            self.session.ask_later(questions)
        announce(self, self.words("confirm.all_dropped"))
        self.begin()

    def _new_row(self, finding: Finding, side: Side | None) -> FindingRow:
        row = FindingRow(self.words, _proposed(finding), side)
        row.altered.connect(lambda _: self._rows_changed())
        row.removed.connect(lambda: self._remove(row))
        return row

    def _rows_changed(self) -> None:
        findings = tuple(_finding(row.said) for row in self.rows)
        sides = [(f.place, f.side) for f in findings]
        if len(set(sides)) < len(sides):
            self.say_error(self.words("counselor.twice"))
            self.refresh()
            return
        self.error.clear()
        self.session.change_case(self.session.answers._replace(findings=findings))

    def _remove(self, row: FindingRow) -> None:
        at = self.rows.index(row)
        case = self.session.answers
        self.session.change_case(without(case, _finding(row.said)))
        announce(self, self.words("counselor.removed", what=row.name))
        if self.rows:
            after = self.rows[min(at, len(self.rows) - 1)]
            after.remove.setFocus(Qt.FocusReason.OtherFocusReason)
        else:
            self.begin()

    def _set_side(self, side: Side | None) -> None:
        before = self.session.answers.side
        changed = self.session.set_side(side)
        self._tell_taken_out(changed)
        nodes = [f for f in changed.case.findings if PLACES[f.place].side is not PlaceSide.NONE]
        swapped = {before, side} == {Side.LEFT, Side.RIGHT}
        if swapped and any(PLACES[f.place].group is not Group.BREAST for f in nodes):
            places = "; ".join(self.words.place(f.place) for f in nodes)
            self.taken_out.say(self.words("counselor.went_along", places=places))

    def _tell_taken_out(self, changed: Changed) -> None:
        if changed.taken_out:
            places = "; ".join(self.words.place(f.place) for f in changed.taken_out)
            self.taken_out.say(self.words("counselor.taken_out", places=places))
        else:
            self.taken_out.hide()

    def _set_biology(self, biology: Biology) -> None:
        self.session.change(biology=biology)

    def _set_biology_of_breast(self, side: Side, biology: Biology) -> None:
        of_each = {**self.session.answers.biology_by_side, side: biology}
        self.session.change(biology_by_side=of_each)


def _proposed(finding: Finding) -> Proposed:
    return Proposed(finding.place, finding.certainty, finding.side, finding.detail)


def _finding(said: Proposed) -> Finding:
    assert said.certainty is not None
    return Finding(said.place, said.certainty, said.side, said.detail)
