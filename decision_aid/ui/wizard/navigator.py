"""Where the person is on their way, and what every page works with there."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from types import MappingProxyType
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QObject, Signal

from decision_aid.domain import Step, StepKind
from decision_aid.ui.kit.words import Words
from decision_aid.ui.wizard.session import Session

if TYPE_CHECKING:
    from decision_aid.clinic.clinic_policy import ClinicPolicy
    from decision_aid.document.model import Document
    from decision_aid.domain import Step


class Navigator(QObject):
    """Moves along the steps of a session; ``moved`` is emitted with the step arrived at."""

    moved = Signal(object)

    def __init__(self, session: Session, parent: QObject | None = None) -> None:
        """Stand on the first step."""
        super().__init__(parent)
        self._session = session
        self.forget()

    def forget(self) -> None:
        """Stand on the first step, as if nothing had happened."""
        self._current = self._session.steps()[0]
        self._done: set[str] = set()
        self._changing = False

    @property
    def current(self) -> Step:
        """The step that is shown."""
        return self._current

    @property
    def changing(self) -> bool:
        """Whether the person came from the review to change one answer."""
        return self._changing

    def steps(self) -> tuple[Step, ...]:
        """Return every step of the way."""
        return self._session.steps()

    def position(self) -> int:
        """Return the place of the current step on the way, from 0."""
        ids = [step.id for step in self.steps()]
        return ids.index(self._current.id) if self._current.id in ids else 0

    def is_done(self, step: Step) -> bool:
        """Return whether the person has been through a step, and it still has its answer."""
        return step.id in self._done and self._session.is_answered(step)

    def can_go_to(self, step: Step) -> bool:
        """Return whether every step before this one is done."""
        way = self.steps()
        before = way[: way.index(step)] if step in way else way
        return all(self.is_done(earlier) for earlier in before)

    def can_go_back(self) -> bool:
        """Return whether there is a step before this one."""
        return self.position() > 0

    def forward(self) -> None:
        """Go on: to the next step or, after a change, to what it newly asks, then the review."""
        self._done.add(self._current.id)
        way = self.steps()
        after = way[self.position() + 1 :]
        if not after:
            return
        if self._changing:
            asked = (s for s in way if not self.is_done(s) or s.kind is StepKind.REVIEW)
            self._arrive(next(asked))
        else:
            self._arrive(after[0])

    def back(self) -> None:
        """Go to the step before or, while changing one answer, to the review."""
        if self._changing:
            review = next(step for step in self.steps() if step.kind is StepKind.REVIEW)
            if self.can_go_to(review):
                self._arrive(review)
                return
            self._changing = False
        if self.can_go_back():
            self._arrive(self.steps()[self.position() - 1])

    def go_to(self, step: Step) -> None:
        """Go to a step that can be reached; does nothing for another."""
        if self.can_go_to(step):
            self._changing = False
            self._arrive(step)

    def change(self, step: Step) -> None:
        """Go from the review to a step and come back afterwards."""
        if self.can_go_to(step):
            self._changing = True
            self._arrive(step)

    def restart(self) -> None:
        """Go to the first step, as if nothing had happened."""
        self.forget()
        self.moved.emit(self._current)

    def _arrive(self, step: Step) -> None:
        self._current = step
        if step.kind is StepKind.REVIEW:
            self._changing = False
        self.moved.emit(step)


@dataclass(frozen=True, slots=True)
class Surroundings:
    """Where the wizard is used, and what differs there from somebody's own computer.

    Attributes:
        left_out: steps that are not asked there.
        numbers: whether general numbers are offered to whoever asks twice.
        clinic: the clinic whose words stand on the summary.
        pages: modules that take the place of a step's usual page.
        privacy: the key of what becomes of the answers.
    """

    left_out: frozenset[StepKind] = frozenset()
    numbers: bool = True
    clinic: ClinicPolicy | None = None
    pages: Mapping[StepKind, str] = field(default_factory=lambda: MappingProxyType({}))
    privacy: str = "welcome.private"


AT_HOME: Final = Surroundings()


@dataclass(frozen=True, slots=True)
class Context:
    """The words, the answers and the way of one person.

    Attributes:
        words: in their language.
        session: what they said.
        navigator: where they are.
        surroundings: where the wizard is used.
    """

    words: Words
    session: Session
    navigator: Navigator
    surroundings: Surroundings = AT_HOME

    @property
    def document(self) -> Document:
        """The one document of the answers as they are now: each page shows parts of it."""
        from decision_aid.ui.kit.documents import document_of  # noqa: PLC0415 - not at the start

        clinic = self.surroundings.clinic
        return document_of(self.session.assessment, self.words.content, clinic=clinic)

    def step_label(self, step: Step) -> str:
        """Return the short name of a step."""
        if step.kind == "follow_up" and step.place is not None:
            return self.words("step.follow_up", place=self.words.place(step.place))
        return self.words(f"step.{page_key(step, self.session)}")

    def page_id(self, step: Step) -> str:
        """Return what a page is kept under: with two sides, a step asks about other places."""
        return f"{step.id} both" if self.session.side == "both" else step.id


def page_key(step: Step, session: Session) -> str:
    """Return the key of a step's texts, such as ``places_nodes_left``."""
    if step.area is None:
        return str(step.kind)
    parts = [str(step.kind), str(step.area)]
    if step.side is not None:
        parts.append(str(step.side))
    elif step.area == "nodes" and session.side == "both":
        parts.append("both")
    return "_".join(parts)
