"""What every page works with."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from types import MappingProxyType
from typing import TYPE_CHECKING, Final

from decision_aid.domain import StepKind
from decision_aid.ui.navigator import Navigator
from decision_aid.ui.session import Session
from decision_aid.ui.words import Words

if TYPE_CHECKING:
    from decision_aid.clinic.clinic_policy import ClinicPolicy
    from decision_aid.document.model import Document
    from decision_aid.domain import Step


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
        from decision_aid.ui.documents import document_of  # noqa: PLC0415 - not for the first page

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
