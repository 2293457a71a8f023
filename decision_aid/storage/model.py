"""What a person said, as the window, the summary and the answers file hand it to each other."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Final, Literal

from decision_aid.domain import (
    UNKNOWN_BIOLOGY,
    Biology,
    Case,
    Finding,
    InvalidCaseError,
    OptionId,
    Rating,
    Side,
    SureItem,
    ValueId,
    all_questions,
    checked_case,
)
from decision_aid.storage.problems import invalid_case

MOST_COMPARED: Final = 3
"""How many options stand side by side at most."""

PaperSection = Literal[
    "why",
    "could_change",
    "limits",
    "treatment",
    "steps",
    "decisions",
    "comparison",
    "values",
    "same_day",
    "more_questions",
    "sure",
    "numbers",
    "words",
]
"""The parts of the paper, after its first page, that a person can leave out or add."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Answers:
    """Everything that a person said.

    Attributes:
        side: the breast with the cancer.
        came_back: after earlier breast cancer; ``None`` if not said.
        findings: places with their certainty.
        biology: from the reports.
        compared: options to stand side by side on paper.
        values: how much each thing matters.
        sure: the items of the SURE test that were answered, yes or no.
        questions: chosen questions in order: ids, or own words.
        notes: own words, printed as they are.
        chest: how the chest is drawn in the pictures.
        sections: what stands on paper after the first page; ``None`` for what usually does.
    """

    findings: tuple[Finding, ...] = ()
    side: Side | None = None
    came_back: bool | None = None
    biology: Biology = UNKNOWN_BIOLOGY
    compared: tuple[OptionId, ...] = ()
    values: Mapping[ValueId, Rating] = field(default_factory=dict)
    sure: Mapping[SureItem, bool] = field(default_factory=dict)
    questions: tuple[str, ...] = ()
    notes: str = ""
    chest: Literal["curved", "flat"] = "curved"
    sections: tuple[PaperSection, ...] | None = None

    def case(self) -> Case:
        """Return what the reasoning looks at.

        Raises:
            InvalidAnswersError: if the findings contradict each other.
        """
        try:
            return checked_case(self.findings, self.side, self.came_back)
        except InvalidCaseError as error:
            raise invalid_case(error) from error

    def chosen_questions(self) -> tuple[tuple[str, ...], tuple[str, ...]]:
        """Return the chosen question ids, and the questions in the person's own words."""
        known = set(all_questions())
        ids = tuple(q for q in self.questions if q in known)
        return ids, tuple(q for q in self.questions if q not in known)
