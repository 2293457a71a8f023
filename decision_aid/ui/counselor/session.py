"""What lies on the counselor's desk: up to three cases, the notes, and how much is shown.

Every case is a value that is replaced, never changed, so an earlier state can be gone back to.
States are kept in memory only.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Final

from PySide6.QtCore import QObject, Signal

from decision_aid.domain import Answers, Assessment, Certainty, Finding, Side, assess
from decision_aid.domain.what_if import supposing
from decision_aid.storage.memory_autosave import MemoryAutosave
from decision_aid.storage.saved_sessions import SavedCase, SavedSession
from decision_aid.storage.session_contents import LONGEST_NAME, MOST_CASES
from decision_aid.ui.counselor.detail import Detail
from decision_aid.ui.documents import document_of

if TYPE_CHECKING:
    from decision_aid.content import Content
    from decision_aid.document.model import Document

NOTHING: Final = Answers()
"""A case of which nothing has been said."""


class CounselorSession(QObject):
    """The cases and notes; ``changed`` follows each change, ``emptied`` one person's end."""

    changed = Signal()
    emptied = Signal()
    detail_changed = Signal()

    def __init__(self, parent: QObject | None = None) -> None:
        """Start with nothing said."""
        super().__init__(parent)
        self.cases: tuple[SavedCase, ...] = (SavedCase(answers=NOTHING),)
        self.current = 0
        self._assessment: Assessment | None = None
        self.notes = ""
        self.detail = Detail.ANSWER
        self.made_up = False
        self._autosave = MemoryAutosave()
        self._autosave.remember(self.saved())
        self._kept = self.saved()
        self._just_cleared = False

    @property
    def answers(self) -> Answers:
        """What was said in the case that is worked on."""
        return self.cases[self.current].answers

    @property
    def as_it_is(self) -> Answers:
        """What was said in the case itself, which no example changes."""
        return self.cases[0].answers

    @property
    def assessment(self) -> Assessment:
        """What the case that is worked on comes to."""
        if self._assessment is None or self._assessment.answers != self.answers:
            self._assessment = assess(self.answers)
        return self._assessment

    def document(self, content: Content) -> Document:
        """Return the one document of the case that is worked on: every part shows this one.

        Args:
            content: the words of one language.
        """
        return document_of(self.assessment, content, example_only=self.is_example())

    def is_example(self, index: int | None = None) -> bool:
        """Return whether a case was only supposed, or all of it is made up."""
        return self.made_up or (self.current if index is None else index) > 0

    @property
    def is_empty(self) -> bool:
        """Whether nothing has been entered."""
        return self.saved() == SavedSession(cases=(SavedCase(answers=NOTHING),))

    @property
    def is_unsaved(self) -> bool:
        """Whether closing would lose something."""
        return not self.is_empty and self.saved() != self._kept

    def saved(self) -> SavedSession:
        """Return everything as a saved session holds it."""
        return SavedSession(cases=self.cases, counselor_notes=self.notes, example_only=self.made_up)

    def mark_kept(self) -> None:
        """Note that everything as it is now has been saved."""
        self._kept = self.saved()

    def change(self, **more: Any) -> None:  # noqa: ANN401 - any answers
        """Replace some of the answers of the case that is worked on.

        Args:
            **more: fields of ``Answers`` with their new values.
        """
        answers = self.answers._replace(**more)
        self._replace(
            self.current, self.cases[self.current].model_copy(update={"answers": answers})
        )

    def change_case(self, case: Answers, **more: Any) -> None:  # noqa: ANN401 - any answers
        """Take over findings, side and timing, and other answers with them."""
        if case.side is not Side.BOTH:
            more["biology_by_side"] = {}
        self.change(findings=case.findings, side=case.side, came_back=case.came_back, **more)

    def add_copy(self, name: str) -> bool:
        """Put a copy of the case as it is beside the others, and return whether there was room.

        Args:
            name: what it is called.
        """
        if len(self.cases) == MOST_CASES:
            return False
        self.cases = (*self.cases, self._example(name, self.as_it_is))
        self._remember()
        return True

    def compare(self, names: tuple[str, str], findings: tuple[Finding, ...]) -> None:
        """Put beside the case what it is if these are confirmed, and if they are clear.

        Args:
            names: what the two are called.
            findings: what is not settled in the case as it is.
        """
        case = self.as_it_is
        examples = tuple(
            self._example(name, supposing(case, findings, certainty))
            for name, certainty in zip(names, (Certainty.FOUND, Certainty.NOT_FOUND), strict=True)
        )
        self.cases, self.current = (self.cases[0], *examples), 0
        self._remember()

    def remove_example(self, index: int) -> None:
        """Take an example away; the case itself stays."""
        if index > 0:
            self.cases = (*self.cases[:index], *self.cases[index + 1 :])
            self.current = min(self.current, len(self.cases) - 1) if self.current < index else 0
            self._remember()

    def back_to_start(self) -> None:
        """Take all examples away and work on the case as it is."""
        self.cases, self.current = self.cases[:1], 0
        self._remember()

    def work_on(self, index: int) -> None:
        """Work on another case."""
        if 0 <= index < len(self.cases):
            self.current = index
            self.changed.emit()

    def set_notes(self, notes: str) -> None:
        """Take over the notes; they have their own way back while they are written."""
        self.notes = notes

    def set_detail(self, detail: Detail) -> None:
        """Show this much from now on."""
        self.detail = detail
        self.detail_changed.emit()

    def set_made_up(self, made_up: bool) -> None:
        """Say whether all of this is made up."""
        self.made_up = made_up
        self._remember()

    def clear(self) -> None:
        """Forget this person; one step back brings them back until something new is entered."""
        self._autosave.remember(self.saved())
        self._take(SavedSession(cases=(SavedCase(answers=NOTHING),)))
        self._autosave.remember(self.saved())
        self._just_cleared = True
        self.emptied.emit()
        self.changed.emit()

    def open(self, session: SavedSession) -> None:
        """Take over a saved session."""
        self._take(session)
        self._autosave.clear()
        self._autosave.remember(self.saved())
        self._just_cleared = False
        self.mark_kept()
        self.emptied.emit()
        self.changed.emit()

    @property
    def can_step_back(self) -> bool:
        """Whether there is an earlier state."""
        return len(self._autosave) > 1

    def step_back(self) -> bool:
        """Go back to the state before the last change; return whether there was one."""
        before = self._autosave.step_back() if self.can_step_back else None
        if before is None:
            return False
        # Notes are no part of a step, but for those that were cleared with everything else.
        notes = before.counselor_notes if self._just_cleared and not self.notes else self.notes
        current = min(self.current, len(before.cases) - 1)
        self._take(before)
        self.notes, self.current, self._just_cleared = notes, current, False
        self.changed.emit()
        return True

    def _example(self, name: str, case: Answers) -> SavedCase:
        return SavedCase(name=name[:LONGEST_NAME], answers=case)

    def _take(self, session: SavedSession) -> None:
        self.cases, self.current = session.cases, 0
        self.notes, self.made_up = session.counselor_notes, session.example_only

    def _replace(self, index: int, case: SavedCase) -> None:
        self.cases = (*self.cases[:index], case, *self.cases[index + 1 :])
        self._remember()

    def _remember(self) -> None:
        if self._just_cleared:
            # The next person's counselor must not step back into the last person's case.
            self._autosave.clear()
            self._autosave.remember(SavedSession(cases=(SavedCase(answers=NOTHING),)))
            self._just_cleared = False
        self._autosave.remember(self.saved())
        self.changed.emit()
