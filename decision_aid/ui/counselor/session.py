"""What lies on the counselor's desk: up to three cases, the notes, and how much is shown.

Every case is a value that is replaced, never changed, so an earlier state can be gone back to.
States are kept in memory only.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Final, NamedTuple

from PySide6.QtCore import QObject, Signal

from decision_aid.domain import Answers, Assessment, Certainty, Finding, Side, assess
from decision_aid.domain.what_if import OPPOSITE, Changed, supposing, with_side
from decision_aid.storage.saved_sessions import LONGEST_NAME, MOST_CASES, SavedCase, SavedSession
from decision_aid.ui.counselor.display import Detail
from decision_aid.ui.counselor.taking import reports_of_one, reports_of_two
from decision_aid.ui.kit.document_view import document_of
from decision_aid.ui.kit.history import History

if TYPE_CHECKING:
    from decision_aid.content import Content
    from decision_aid.document.model import Document

NOTHING: Final = Answers()
"""A case of which nothing has been said."""


class Desk(NamedTuple):
    """What one step back brings back as a whole; the notes have their own way back.

    Attributes:
        cases: the case as it is, then the examples.
        made_up: whether all of it is made up.
        to_ask: what the lines that were typed leave open, in words; it is kept in no file.
        typed: the line that led here, or "".
        typed_in: the case in which it was typed.
    """

    cases: tuple[SavedCase, ...] = (SavedCase(answers=NOTHING),)
    made_up: bool = False
    to_ask: tuple[str, ...] = ()
    typed: str = ""
    typed_in: int = 0


class CounselorSession(QObject):
    """The cases and notes; ``changed`` follows each change, ``emptied`` one person's end."""

    changed = Signal()
    emptied = Signal()
    detail_changed = Signal()
    typing_changed = Signal()
    taken_back = Signal(str)
    """Follows a step back over a line that was typed, with that line."""

    def __init__(self, parent: QObject | None = None) -> None:
        """Start with nothing said."""
        super().__init__(parent)
        self._history = History(Desk())
        self.current = 0
        self._assessment: Assessment | None = None
        self._as_typed: Answers | None = None
        self.waits = False
        self.notes = ""
        self._notes_cleared: str | None = None
        self.detail = Detail.ANSWER
        self._in_file = self.saved()

    @property
    def cases(self) -> tuple[SavedCase, ...]:
        """The case as it is, then the examples."""
        return self._history.now.cases

    @property
    def made_up(self) -> bool:
        """Whether all of this is made up."""
        return self._history.now.made_up

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

    @property
    def to_ask(self) -> tuple[str, ...]:
        """What is still to be asked, in words."""
        return self._history.now.to_ask

    @property
    def shown(self) -> Answers:
        """The case that is worked on, with what is being typed."""
        return self._as_typed or self.answers

    @property
    def is_typing(self) -> bool:
        """Whether what is shown is not in the case yet."""
        return self._as_typed is not None

    def show_typed(self, answers: Answers | None, *, waits: bool = False) -> None:
        """Take note of what the case would be with the line that is being typed.

        Args:
            answers: the case with it; ``None`` where the line adds nothing.
            waits: whether the line was entered, and waits to be looked at.
        """
        if answers == self.answers:
            answers = None
        self.waits = waits and answers is not None
        if answers != self._as_typed:
            self._as_typed = answers
            self.typing_changed.emit()

    def document_shown(self, content: Content) -> Document:
        """Return the document of the case with what is being typed.

        Args:
            content: the words of one language.
        """
        assessment = self.assessment if self._as_typed is None else assess(self._as_typed)
        return document_of(assessment, content, example_only=self.is_example())

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
        return not self.is_empty and self.saved() != self._in_file

    def saved(self) -> SavedSession:
        """Return everything as a saved session holds it."""
        return SavedSession(cases=self.cases, counselor_notes=self.notes, example_only=self.made_up)

    def mark_saved(self) -> None:
        """Note that everything as it is now has been saved."""
        self._in_file = self.saved()

    def change(self, **more: Any) -> None:  # noqa: ANN401 - any answers
        """Replace some of the answers of the case that is worked on.

        Args:
            **more: fields of ``Answers`` with their new values.
        """
        answers = self.answers._replace(**more)
        changed = self.cases[self.current].model_copy(update={"answers": answers})
        before, after = self.cases[: self.current], self.cases[self.current + 1 :]
        self._take(cases=(*before, changed, *after))

    def take_line(self, answers: Answers, to_ask: tuple[str, ...], typed: str) -> None:
        """Take a line over into the case that is worked on.

        Args:
            answers: the case with the line.
            to_ask: what the line leaves open, in words.
            typed: the line; a step back brings it back too.
        """
        changed = self.cases[self.current].model_copy(update={"answers": answers})
        before, after = self.cases[: self.current], self.cases[self.current + 1 :]
        self._take(
            cases=(*before, changed, *after),
            to_ask=self._with_questions(to_ask),
            typed=typed,
            typed_in=self.current,
        )

    def ask_later(self, questions: tuple[str, ...]) -> None:
        """Keep questions, in words, that nobody could answer now."""
        self._take(to_ask=self._with_questions(questions))

    def _with_questions(self, more: tuple[str, ...]) -> tuple[str, ...]:
        return tuple(dict.fromkeys((*self.to_ask, *more)))

    def was_asked(self, question: str) -> None:
        """Take a question away that has been asked."""
        self._take(to_ask=tuple(one for one in self.to_ask if one != question))

    def change_case(self, case: Answers, **more: Any) -> None:  # noqa: ANN401 - any answers
        """Take over findings, side and timing, and other answers with them."""
        if case.side is not Side.BOTH:
            more = {**reports_of_one(self.answers, case.side), **more}
        self.change(findings=case.findings, side=case.side, came_back=case.came_back, **more)

    def set_side(self, side: Side | None) -> Changed:
        """Say which breast it is; each report stays with the breast that it is about.

        Args:
            side: the breast with the cancer from now on.
        """
        case = self.answers
        changed = with_side(case, side)
        second = OPPOSITE.get(case.side) if side is Side.BOTH and case.side else None
        self.change_case(changed.case, **(reports_of_two(case, second) if second else {}))
        return changed

    def add_copy(self, name: str) -> bool:
        """Put a copy of the case as it is beside the others, and return whether there was room.

        Args:
            name: what it is called.
        """
        if len(self.cases) == MOST_CASES:
            return False
        self._take(cases=(*self.cases, self._example(name, self.as_it_is)))
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
        self.current = 0
        self._take(cases=(self.cases[0], *examples))

    def remove_example(self, index: int) -> None:
        """Take an example away; the case itself stays."""
        if index > 0:
            left = (*self.cases[:index], *self.cases[index + 1 :])
            if self.current >= index:
                self.current = 0 if self.current == index else self.current - 1
            self._take(cases=left)

    def back_to_start(self) -> None:
        """Take all examples away and work on the case as it is."""
        self.current = 0
        self._take(cases=self.cases[:1])

    def work_on(self, index: int) -> None:
        """Work on another case."""
        if 0 <= index < len(self.cases):
            self.current = index
            self._as_typed = None
            self.changed.emit()

    def set_notes(self, notes: str) -> None:
        """Take over the notes; they have their own way back while they are written."""
        self._let_go_of_the_last_person()
        self.notes = notes

    def set_detail(self, detail: Detail) -> None:
        """Show this much from now on."""
        self.detail = detail
        self.detail_changed.emit()

    def set_made_up(self, made_up: bool) -> None:
        """Say whether all of this is made up."""
        self._take(made_up=made_up)

    def clear(self) -> None:
        """Forget this person; one step back brings them back until something new is entered."""
        if not self.is_empty:
            self._notes_cleared = self.notes
            self._history = self._history.step_to(Desk())
        self._begin_anew("")

    def open(self, session: SavedSession) -> None:
        """Take over a saved session."""
        self._notes_cleared = None
        self._history = History(Desk(session.cases, session.example_only))
        self._begin_anew(session.counselor_notes)

    def _begin_anew(self, notes: str) -> None:
        self.notes, self.current = notes, 0
        self._assessment = self._as_typed = None
        self.mark_saved()
        self.emptied.emit()
        self.changed.emit()

    @property
    def can_step_back(self) -> bool:
        """Whether there is an earlier state."""
        return self._history.can_undo

    def step_back(self) -> bool:
        """Go back to the state before the last change; return whether there was one."""
        if not self.can_step_back:
            return False
        now = self._history.now
        typed = now.typed if now.typed_in == self.current else ""
        self._history = self._history.undo()
        # Notes are no part of a step, but for those that were cleared with everything else.
        self.notes = self.notes or self._notes_cleared or ""
        self._notes_cleared = None
        self.current = min(self.current, len(self.cases) - 1)
        self._assessment = self._as_typed = None
        self.changed.emit()
        if typed:
            self.taken_back.emit(typed)
        return True

    def _example(self, name: str, case: Answers) -> SavedCase:
        return SavedCase(name=name[:LONGEST_NAME], answers=case)

    def _take(self, **changes: Any) -> None:  # noqa: ANN401 - any part of the desk
        self._let_go_of_the_last_person()
        self._history = self._history.set(self._history.now._replace(**{"typed": "", **changes}))
        self._assessment = self._as_typed = None
        self.changed.emit()

    def _let_go_of_the_last_person(self) -> None:
        """Once something new is entered, nobody steps back into the case that was cleared."""
        if self._notes_cleared is not None:
            self._notes_cleared = None
            self._history = History(self._history.now)
