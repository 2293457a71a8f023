"""Everything that a person said: the one value that the reasoning, the screens and files share."""

from __future__ import annotations

from collections.abc import Mapping
from enum import StrEnum
from types import MappingProxyType
from typing import Any, Final, Literal, NamedTuple

from decision_aid.domain.biology import UNKNOWN_BIOLOGY, Biology
from decision_aid.domain.findings import Certainty, Finding, OptionId, PlaceId, Side, ValueId
from decision_aid.domain.follow_ups import FOLLOW_UPS
from decision_aid.domain.places import PLACES, PlaceSide


class ContradictionError(ValueError):
    """Answers that contradict each other, or name what does not exist.

    Attributes:
        reason: a stable id of what is wrong, for the words shown to a person.
        place: the place it is about.
        given: the value that was not understood, if one was.
    """

    def __init__(self, reason: str, place: str, given: str = "") -> None:
        self.reason, self.place, self.given = reason, place, given
        super().__init__(f"{reason}: {place} {given}".rstrip())


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


class Rating(StrEnum):
    """How much something matters."""

    A_LOT = "a_lot"
    SOME = "some"
    LITTLE = "little"


class SureItem(StrEnum):
    """The four items of the SURE test."""

    SURE = "sure"
    UNDERSTAND = "understand"
    RISK_BENEFIT = "risk_benefit"
    ENCOURAGEMENT = "encouragement"


Chest = Literal["curved", "flat"]
"""How the chest is drawn: with breasts, or flat as for many men and after surgery."""

_NOTHING: Final[Mapping[Any, Any]] = MappingProxyType({})


class Answers(NamedTuple):
    """Everything that a person said.

    It never changes: a new answer is a new value.

    Attributes:
        side: the breast with the cancer.
        came_back: after earlier breast cancer; ``None`` if not said.
        findings: places with their certainty, in any order; the order never matters.
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
        not_read: parts of a report or record that nobody could read yet; they keep answers open.
    """

    findings: tuple[Finding, ...] = ()
    side: Side | None = None
    came_back: bool | None = None
    biology: Biology = UNKNOWN_BIOLOGY
    biology_by_side: Mapping[Side, Biology] = _NOTHING
    compared: tuple[OptionId, ...] = ()
    values: Mapping[ValueId, Rating] = _NOTHING
    sure: Mapping[SureItem, bool] = _NOTHING
    questions: tuple[str, ...] = ()
    notes: str = ""
    chest: Chest = "curved"
    sections: tuple[PaperSection, ...] | None = None
    not_read: tuple[str, ...] = ()

    def __deepcopy__(self, memo: object) -> Answers:
        """Return the answers themselves: nothing in them ever changes."""
        return self

    def places(self, certainty: Certainty) -> frozenset[PlaceId]:
        """Return the places that stand at this certainty."""
        return frozenset(f.place for f in self.findings if f.certainty is certainty)

    def reports_by_side(self) -> Mapping[Side, Biology]:
        """Return what the reports of each of two breasts say, the left one first."""
        sides = (side for side in (Side.LEFT, Side.RIGHT) if side in self.biology_by_side)
        return {side: self.biology_by_side[side] for side in sides}


def checked(answers: Answers) -> Answers:
    """Return the answers as the reasoning takes them, or refuse them at the door.

    Args:
        answers: what was said; the same thing said twice of a place is kept once.

    Raises:
        ContradictionError: with reason ``unknown_place``, ``unknown_detail`` (no such answer to
            the place's follow-up), ``detail_without_question``, ``said_twice`` (one place, two
            different statements), ``side_of_a_place_without_side``, ``side_is_not_the_case`` or
            ``reports_of_each_breast_without_both``.
    """
    said = answers.findings
    if not _SAYABLE.issuperset(said):
        for finding in said:
            _check(finding, answers.side)
    if answers.biology_by_side and answers.side is not Side.BOTH:
        raise ContradictionError("reports_of_each_breast_without_both", "")
    if len({finding.place for finding in said}) < len(said):
        return answers._replace(findings=_said_once(said))
    return answers


def _said_once(findings: tuple[Finding, ...]) -> tuple[Finding, ...]:
    kept: dict[tuple[PlaceId, Side | None], Finding] = {}
    for finding in findings:
        if kept.setdefault((finding.place, finding.side), finding) != finding:
            raise ContradictionError("said_twice", finding.place)
    for place, side in kept:
        if side is not None and (place, None) in kept:
            raise ContradictionError("said_twice", place)
    return tuple(kept.values())


_SAYABLE: Final = frozenset(
    Finding(place, certainty, None, detail)
    for place in PLACES
    for certainty in Certainty
    for detail in (None, *(FOLLOW_UPS[place].answers if place in FOLLOW_UPS else ()))
)
"""Every finding without a side that makes sense."""


def _check(finding: Finding, side: Side | None) -> None:
    place = PLACES.get(finding.place)
    if place is None:
        raise ContradictionError("unknown_place", finding.place, finding.place)
    if finding.detail is not None:
        follow_up = FOLLOW_UPS.get(finding.place)
        if follow_up is None:
            raise ContradictionError("detail_without_question", finding.place, finding.detail)
        if finding.detail not in follow_up.answers:
            raise ContradictionError("unknown_detail", finding.place, finding.detail)
    if finding.side is not None:
        if place.side is not PlaceSide.SAME or finding.side is Side.BOTH:
            raise ContradictionError("side_of_a_place_without_side", finding.place, finding.side)
        if side is not Side.BOTH and side is not finding.side:
            raise ContradictionError("side_is_not_the_case", finding.place, finding.side)
