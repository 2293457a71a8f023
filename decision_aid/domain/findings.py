"""What a person was told: places, how certain each is, on which side, for the first time or not."""

from __future__ import annotations

from collections.abc import Iterable
from enum import StrEnum
from typing import Final, NamedTuple

from decision_aid.domain.follow_ups import FOLLOW_UPS
from decision_aid.domain.places import PLACES, PlaceId, PlaceSide


class Certainty(StrEnum):
    """How sure a finding is. Only ``FOUND`` ever decides anything."""

    FOUND = "found"
    SUSPECTED = "suspected"
    NOT_FOUND = "not_found"
    UNKNOWN = "unknown"


class Side(StrEnum):
    """The breast with the cancer, from the person's own view."""

    LEFT = "left"
    RIGHT = "right"
    BOTH = "both"


class InvalidCaseError(ValueError):
    """A case that contradicts itself or names what does not exist.

    Attributes:
        reason: a stable id of what is wrong, for the words shown to a person.
        place: the place it is about.
        given: the value that was not understood, if one was.
    """

    def __init__(self, reason: str, place: str, given: str = "") -> None:
        self.reason, self.place, self.given = reason, place, given
        super().__init__(f"{reason}: {place} {given}".rstrip())


class Finding(NamedTuple):
    """One place with its certainty.

    Attributes:
        place: an id of the register.
        certainty: how sure it is.
        side: with cancer in both breasts, the breast that it belongs to; ``None`` for both.
        detail: the answer to the place's follow-up question; ``None`` if it was not asked.
    """

    place: PlaceId
    certainty: Certainty = Certainty.FOUND
    side: Side | None = None
    detail: str | None = None


class Case(NamedTuple):
    """Everything that the reasoning looks at.

    Attributes:
        findings: in any order; the order never matters.
        side: the breast with the cancer, or ``None`` if it was not said.
        came_back: after earlier breast cancer; ``None`` if it was not said.
    """

    findings: tuple[Finding, ...] = ()
    side: Side | None = None
    came_back: bool | None = None

    def places(self, certainty: Certainty) -> frozenset[PlaceId]:
        """Return the places that stand at this certainty."""
        return frozenset(f.place for f in self.findings if f.certainty is certainty)


def checked_case(
    findings: Iterable[Finding], side: Side | None = None, came_back: bool | None = None
) -> Case:
    """Return the case, or refuse it at the door.

    Args:
        findings: what was said of each place; the same thing said twice is kept once.
        side: the breast with the cancer.
        came_back: after earlier breast cancer.

    Raises:
        InvalidCaseError: with reason ``unknown_place``, ``unknown_detail`` (no such answer to
            the place's follow-up), ``detail_without_question``, ``said_twice`` (one place, two
            different statements), ``side_of_a_place_without_side`` or ``side_is_not_the_case``.
    """
    said = tuple(findings)
    if not _SAYABLE.issuperset(said):
        for finding in said:
            _check(finding, side)
    if len({finding.place for finding in said}) < len(said):
        said = _said_once(said)
    return Case(said, side, came_back)


def _said_once(findings: tuple[Finding, ...]) -> tuple[Finding, ...]:
    kept: dict[tuple[PlaceId, Side | None], Finding] = {}
    for finding in findings:
        if kept.setdefault((finding.place, finding.side), finding) != finding:
            raise InvalidCaseError("said_twice", finding.place)
    for place, side in kept:
        if side is not None and (place, None) in kept:
            raise InvalidCaseError("said_twice", place)
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
        raise InvalidCaseError("unknown_place", finding.place, finding.place)
    if finding.detail is not None:
        follow_up = FOLLOW_UPS.get(finding.place)
        if follow_up is None:
            raise InvalidCaseError("detail_without_question", finding.place, finding.detail)
        if finding.detail not in follow_up.answers:
            raise InvalidCaseError("unknown_detail", finding.place, finding.detail)
    if finding.side is not None:
        if place.side is not PlaceSide.SAME or finding.side is Side.BOTH:
            raise InvalidCaseError("side_of_a_place_without_side", finding.place, finding.side)
        if side is not Side.BOTH and side is not finding.side:
            raise InvalidCaseError("side_is_not_the_case", finding.place, finding.side)
