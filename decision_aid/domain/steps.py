"""The way through the screens, and which places are asked about: the answer is the third page."""

from __future__ import annotations

from enum import StrEnum
from typing import Final

from decision_aid.domain.answers import Answers
from decision_aid.domain.findings import Finding, Side
from decision_aid.domain.places import PLACES, Place, PlaceSide


class Step(StrEnum):
    """What a page asks or shows."""

    START = "start"
    WAITING = "waiting"
    WHERE = "where"
    ANSWER = "answer"
    NEXT = "next"
    TREATMENT = "treatment"
    BIOLOGY = "biology"
    OPTIONS = "options"
    VALUES = "values"
    CHECK = "check"
    MORE = "more"
    QUESTIONS = "questions"
    SUMMARY = "summary"


WAY: Final = (Step.START, Step.WHERE, Step.ANSWER, Step.NEXT, Step.SUMMARY)
"""The pages that everybody with results goes through, one after the other."""

CARDS: Final = (
    Step.TREATMENT,
    Step.BIOLOGY,
    Step.OPTIONS,
    Step.VALUES,
    Step.CHECK,
    Step.MORE,
    Step.QUESTIONS,
)
"""The pages that can be opened from ``Step.NEXT``, each or none, in any order."""


def before(step: Step) -> Step | None:
    """Return the page that one goes back to from this one; ``None`` from the first."""
    if step in CARDS:
        return Step.NEXT
    if step is Step.WAITING:
        return Step.START
    here = WAY.index(step)
    return WAY[here - 1] if here else None


def after(step: Step) -> Step | None:
    """Return the page that this one leads on to; ``None`` from the last."""
    if step in CARDS:
        return Step.NEXT
    if step is Step.WAITING:
        return Step.WHERE
    return WAY[WAY.index(step) + 1] if step is not WAY[-1] else None


def places_asked(side: Side | None) -> tuple[Place, ...]:
    """Return the places that a person can mark, in register order.

    With cancer in both breasts each breast is asked about by itself, so places "on the other
    side" are not asked.

    Args:
        side: the breast with the cancer; ``None`` where it was not said.
    """
    both = side is Side.BOTH
    return tuple(p for p in PLACES.values() if not (both and p.side is PlaceSide.OTHER))


def relevant(case: Answers) -> Answers:
    """Return the case without what its way never asks, so that no hidden answer decides.

    Changing "left" to "both" leaves behind places of the other side, and findings without a
    side; changing back leaves behind findings with one. The wizard keeps them for the way
    back, but they take no part.
    """
    both = case.side is Side.BOTH
    kept = tuple(
        finding
        for finding in case.findings
        if _takes_part(PLACES[finding.place], finding, both=both)
    )
    return case._replace(findings=kept)


def _takes_part(place: Place, finding: Finding, *, both: bool) -> bool:
    if place.side is PlaceSide.SAME:
        return (finding.side is not None) is both
    return not (both and place.side is PlaceSide.OTHER)
