"""Where the person is on their way, and what every page works with there."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from types import MappingProxyType
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QObject, Signal

from decision_aid.domain import CARDS, WAY, Step, after, before
from decision_aid.ui.kit.words import Words
from decision_aid.ui.wizard.session import Session

if TYPE_CHECKING:
    from decision_aid.clinic.clinic_policy import ClinicPolicy
    from decision_aid.document.model import Document


class Navigator(QObject):
    """Moves from page to page; ``moved`` is emitted with the step arrived at."""

    moved = Signal(object)

    def __init__(self, parent: QObject | None = None) -> None:
        """Stand on the first page."""
        super().__init__(parent)
        self.forget()

    def forget(self) -> None:
        """Stand on the first page, as if nothing had happened."""
        self._current = WAY[0]
        self._farthest = 0

    @property
    def current(self) -> Step:
        """The page that is shown."""
        return self._current

    def position(self) -> int:
        """Return the place on the way, from 0; a card counts as the page that it lies on."""
        here: Step | None = self._current
        while here is not None and here not in WAY:
            here = before(here)
        return WAY.index(here) if here is not None else 0

    def can_go_to(self, step: Step) -> bool:
        """Return whether this page of the way has been reached, or a card can be opened."""
        last = WAY.index(Step.NEXT) if step not in WAY else WAY.index(step)
        return step is Step.WAITING or last <= self._farthest

    def can_go_back(self) -> bool:
        """Return whether there is a page before this one."""
        return before(self._current) is not None

    def forward(self) -> None:
        """Go on to the next page."""
        self._arrive(after(self._current))

    def back(self) -> None:
        """Go to the page before."""
        self._arrive(before(self._current))

    def go_to(self, step: Step) -> None:
        """Go to a page that can be reached; does nothing for another."""
        if self.can_go_to(step) and step is not self._current:
            self._arrive(step)

    def open(self, step: Step) -> None:
        """Go to a page that the one that is shown offers."""
        self._arrive(step)

    def restart(self) -> None:
        """Go to the first page, as if nothing had happened."""
        self.forget()
        self.moved.emit(self._current)

    def _arrive(self, step: Step | None) -> None:
        if step is None:
            return
        self._current = step
        self._farthest = max(self._farthest, self.position())
        self.moved.emit(step)


@dataclass(frozen=True, slots=True)
class Surroundings:
    """Where the wizard is used, and what differs there from somebody's own computer.

    Attributes:
        left_out: cards that are not offered there.
        numbers: whether general numbers are offered to whoever asks twice.
        clinic: the clinic whose words stand on the summary.
        pages: modules that take the place of a step's usual page.
        privacy: the key of what becomes of the answers.
        keeps_files: whether answers can be kept in a file, and opened again.
        shows_way: whether the pages of the way stand at the top, to go to.
    """

    left_out: frozenset[Step] = frozenset()
    numbers: bool = True
    clinic: ClinicPolicy | None = None
    pages: Mapping[Step, str] = field(default_factory=lambda: MappingProxyType({}))
    privacy: str = "start_page.private"
    keeps_files: bool = True
    shows_way: bool = True


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
        from decision_aid.ui.kit.document_view import document_of  # noqa: PLC0415 - not at the start

        clinic = self.surroundings.clinic
        return document_of(self.session.assessment, self.words.content, clinic=clinic)

    def cards(self) -> tuple[Step, ...]:
        """Return the cards that are offered here."""
        left_out = set(self.surroundings.left_out)
        if not self.session.assessment.more:
            left_out.add(Step.MORE)
        return tuple(step for step in CARDS if step not in left_out)

    def step_label(self, step: Step) -> str:
        """Return the short name of a page."""
        return self.words(f"step.{step}")
