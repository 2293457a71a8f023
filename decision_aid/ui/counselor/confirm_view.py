"""Shows what was read for confirmation: nothing counts before the counselor adds it."""

from __future__ import annotations

from dataclasses import replace

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QApplication, QFrame, QPushButton, QRadioButton, QVBoxLayout, QWidget

from decision_aid.domain import (
    Answers,
    Biology,
    Certainty,
    ContradictionError,
    Finding,
    PlaceId,
    Side,
)
from decision_aid.domain.what_if import with_findings
from decision_aid.ui.counselor.facts import FactsToConfirm
from decision_aid.ui.counselor.rows import FindingRow
from decision_aid.ui.counselor.to_confirm import Asked, Proposed, ToConfirm, needs_side
from decision_aid.ui.kit.buttons import named_button
from decision_aid.ui.kit.choice import Tick
from decision_aid.ui.kit.expander import Expander
from decision_aid.ui.kit.screen_reader import announce
from decision_aid.ui.kit.text import ErrorNote, Text, Title
from decision_aid.ui.kit.words import Words


class ConfirmView(QWidget):
    """Proposals; ``confirmed`` is emitted with what it makes, ``dropped`` without."""

    confirmed = Signal(object, object)
    dropped = Signal()
    rebuilt = Signal()

    def __init__(self, words: Words, found: ToConfirm, case: Answers, biology: Biology) -> None:
        """Show what was read.

        Args:
            words: the words.
            found: what was read.
            case: the case as it is, which these would be added to.
            biology: what its reports say.
        """
        super().__init__()
        self.words, self.found = words, found
        self._case = case
        self.rows: list[FindingRow] = []
        self.candidates: dict[PlaceId, list[Tick]] = {}
        self.facts = FactsToConfirm(words, found, case, biology)
        self.facts.side_chosen.connect(self._choose_side)
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(10)
        self.title = Title(words("confirm.title"))
        self.title.setProperty("role", "subheading")
        self._column.addWidget(self.title)
        self._column.addWidget(Text(words("confirm.hint"), "hint"))
        self.error = ErrorNote(self)
        self._column.addWidget(self.error)
        self._add_warnings()
        for asked in found.asked:
            self._add_asked(asked)
        self._column.addWidget(Text(words("confirm.adds"), "subheading"))
        self._rows = QVBoxLayout()
        self._rows.setSpacing(8)
        self._column.addLayout(self._rows)
        for proposed in found.findings:
            self.add_row(proposed)
        self._column.addWidget(self.facts)
        self._add_meanings()
        self._add_buttons()

    def _add_warnings(self) -> None:
        for key, texts in (
            ("confirm.contradictions", self.found.contradictions),
            ("confirm.not_understood", self.found.not_understood),
        ):
            if not texts:
                continue
            note = QFrame()
            note.setProperty("role", "callout")
            inside = QVBoxLayout(note)
            inside.setContentsMargins(14, 10, 10, 10)
            inside.setSpacing(4)
            inside.addWidget(Text(self.words(key), "subheading"))
            for text in texts:
                inside.addWidget(Text(text))
            if key == "confirm.not_understood" and self.found.keeps_open:
                inside.addWidget(Text(self.words("confirm.stays_open"), "hint"))
            self._column.addWidget(note)

    def add_row(self, proposed: Proposed, *, at_hand: bool = False) -> None:
        """Add one proposal.

        Args:
            proposed: what is proposed.
            at_hand: whether the counselor has just picked it, so that it takes the focus.
        """
        row = FindingRow(self.words, proposed, self.facts.side)
        self.rows.append(row)
        self._rows.addWidget(row)
        row.removed.connect(lambda: self._drop(row))
        row.altered.connect(lambda _: self.error.clear())
        if proposed.certainty is None:
            row.open()
        self._allow_adding()
        if at_hand:
            row.show()
            first = row.choices["certainty"].button(Certainty.FOUND)
            first.setFocus(Qt.FocusReason.OtherFocusReason)
            announce(row, row.accessibleName())
            self.rebuilt.emit()

    def _drop(self, row: FindingRow) -> None:
        at = self.rows.index(row)
        self._take_away(row)
        for tick in self.candidates.get(row.said.place, ()):
            tick.blockSignals(True)
            tick.setChecked(False)
            tick.blockSignals(False)
        next_row = self.rows[min(at, len(self.rows) - 1)] if self.rows else None
        button = self.add if self.add.isEnabled() else self.drop
        (next_row.remove if next_row else button).setFocus(Qt.FocusReason.OtherFocusReason)

    def _take_away(self, row: FindingRow) -> None:
        self.rows.remove(row)
        self._rows.removeWidget(row)
        row.hide()
        row.deleteLater()
        self._allow_adding()
        announce(self, self.words("confirm.dropped", place=row.name))

    def _add_asked(self, asked: Asked) -> None:
        card = QFrame()
        card.setProperty("role", "note")
        inside = QVBoxLayout(card)
        inside.setContentsMargins(14, 10, 10, 10)
        inside.setSpacing(6)
        about = self.words("confirm.asked", what=asked.about)
        card.setAccessibleName(about)
        inside.addWidget(Text(about, "subheading"))
        for question in asked.questions:
            inside.addWidget(Text(question))
        for place in asked.candidates:
            tick = Tick(self.words.place(place))
            tick.setAccessibleName(self.words("confirm.choose_name", place=tick.text()))
            tick.toggled.connect(lambda on, p=place, a=asked: self._tick(p, a, ticked=on))
            self.candidates.setdefault(place, []).append(tick)
            inside.addWidget(tick)
        self._column.addWidget(card)

    def _tick(self, place: PlaceId, asked: Asked, *, ticked: bool) -> None:
        there = next((row for row in self.rows if row.said.place == place), None)
        if not ticked:
            if there is not None:
                self._take_away(there)
        elif there is None:
            # Which place is meant does not say how sure it is: the counselor says that too.
            self.add_row(Proposed(place, None, from_text=asked.about), at_hand=True)
        else:
            there.open()

    def _choose_side(self, side: Side) -> None:
        self.error.clear()
        for row in self.rows:
            said = row.said
            if said.side is None and needs_side(said.place, side):
                # With both, a finding stays of the breast that what was read names.
                said = replace(said, side=self.found.side)
            row.show_said(said, side)

    def _add_meanings(self) -> None:
        if not self.found.meanings:
            return

        def body() -> QWidget:
            inside = QWidget()
            column = QVBoxLayout(inside)
            column.setContentsMargins(8, 0, 0, 8)
            for code, meaning in self.found.meanings:
                column.addWidget(Text(code, "subheading"))
                column.addWidget(Text(meaning))
            return inside

        self.meanings = Expander(self.words("confirm.meanings"), body, self.words)
        self._column.addWidget(self.meanings)

    def _add_buttons(self) -> None:
        self.add = named_button(self.words("confirm.add"), self.confirm, role="primary")
        self.drop = named_button(self.words("confirm.drop"), self.dropped.emit)
        self._column.addWidget(self.add)
        self._column.addWidget(self.drop)
        self._allow_adding()

    @property
    def adds_something(self) -> bool:
        """Whether the case would change: by a place, a fact, or what stays open in it."""
        return bool(self.rows or self.facts.rows or self.found.keeps_open)

    def _allow_adding(self) -> None:
        if hasattr(self, "add"):
            self.add.setEnabled(self.adds_something)

    def begin(self) -> None:
        """Put the focus where the counselor goes on: what has to be said, or what adds it all."""
        unsure = next((row for row in self.rows if row.said.certainty is None), None)
        if unsure is not None and len(self.rows) == 1 and not self.found.asked:
            first: QWidget = unsure.choices["certainty"].button(Certainty.FOUND)
        elif self.found.asked or self.found.contradictions or self.found.not_understood:
            first = self.title
        else:
            first = self.add if self.add.isEnabled() else self.title
        first.setFocus(Qt.FocusReason.OtherFocusReason)
        announce(self, self.words("confirm.announced", count=len(self.rows)))

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802
        """Enter chooses the answer that one is on, then adds what is shown; Escape drops it."""
        if event.key() in {Qt.Key.Key_Return, Qt.Key.Key_Enter}:
            focused = QApplication.focusWidget()
            if isinstance(focused, QPushButton | QRadioButton) and not focused.isChecked():
                focused.click()
            else:
                self.confirm()
        elif event.key() == Qt.Key.Key_Escape:
            self.dropped.emit()
        else:
            super().keyPressEvent(event)

    def confirm(self) -> None:
        """Add what is shown to the case, if nothing that has to be said is missing."""
        if not self.adds_something:
            self.error.say(self.words("confirm.error_nothing"))
            return
        unsure = next((row for row in self.rows if row.said.certainty is None), None)
        if unsure is not None:
            self.error.say(self.words("confirm.error_how_sure", place=unsure.name))
            unsure.open()
            return
        if not self.facts.side_said:
            self.error.say(self.words("confirm.error_side"))
            return
        said = tuple(_finding(row.said) for row in self.rows)
        try:
            changed = with_findings(self._case, said, self.facts.side, self.facts.came_back)
        except ContradictionError as error:
            place = self.words.place(error.place)
            self.error.say(self.words("confirm.error_twice", place=place))
            return
        self.confirmed.emit(changed, self.facts.biology)


def _finding(said: Proposed) -> Finding:
    assert said.certainty is not None
    found = said.certainty is Certainty.FOUND
    return Finding(said.place, said.certainty, said.side, said.detail if found else None)
