"""What a person said, as the window, the summary and the answers file hand it to each other."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import StrEnum
from typing import Any, Literal

from decision_aid.domain import (
    TUMOR_ITEMS,
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
from decision_aid.storage.problems import InvalidAnswersError, invalid_case

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
        biology_by_side: from the reports of each breast, with cancer in both. What a breast's own
            reports do not say is taken from ``biology``.
        compared: options to stand side by side on paper, each with others of its decision.
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
    biology_by_side: Mapping[Side, Biology] = field(default_factory=dict)
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

    def reports_by_side(self) -> Mapping[Side, Biology]:
        """Return what the reports of each of two breasts say, the left one first.

        Raises:
            InvalidAnswersError: if they are given, but not with cancer in both breasts.
        """
        if self.biology_by_side and self.side is not Side.BOTH:
            problem = 'each breast has its own reports only where "side" is "both"'
            raise InvalidAnswersError("biology_by_side", problem)
        sides = (side for side in (Side.LEFT, Side.RIGHT) if side in self.biology_by_side)
        return {side: self.biology_by_side[side] for side in sides}

    def chosen_questions(self) -> tuple[tuple[str, ...], tuple[str, ...]]:
        """Return the chosen question ids, and the questions in the person's own words."""
        known = set(all_questions())
        ids = tuple(q for q in self.questions if q in known)
        return ids, tuple(q for q in self.questions if q not in known)


def plain(answers: Answers) -> dict[str, Any]:
    """Return answers as an answers file holds them; ``answers_from`` reads them back the same."""
    given = {name: getattr(answers, name) for name in Answers.__slots__}
    given["findings"] = [finding._asdict() for finding in answers.findings]
    given["biology"] = answers.biology._asdict()
    given["biology_by_side"] = {
        side: {item: getattr(reports, item) for item in TUMOR_ITEMS}
        for side, reports in answers.biology_by_side.items()
    }
    return {"schema": 1} | {name: _plain(value) for name, value in given.items()}


def _plain(value: Any) -> Any:  # noqa: ANN401 - any value of any answer
    """Return a value as JSON has it: texts, lists and dictionaries."""
    if isinstance(value, StrEnum):
        return value.value
    if isinstance(value, Mapping):
        return {_plain(name): _plain(one) for name, one in value.items()}
    if isinstance(value, (list, tuple)):
        return [_plain(one) for one in value]
    return value
