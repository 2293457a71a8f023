"""What a piece of text was read as, and all of it together."""

from __future__ import annotations

from typing import Final, NamedTuple

from decision_aid.domain import Certainty, Finding, PlaceId, Side
from decision_aid.domain.biology import UNKNOWN_BIOLOGY, Biology


class Part(NamedTuple):
    """One piece of the text, and what it was read as.

    Attributes:
        text: the piece exactly as it was given, with the description that follows a code.
        code: the code in its usual spelling, such as ``C50.412``, ``pN3c`` or ``M0(i+)``.
        findings: what it would become; empty where it names no place, or more than one.
        meaning: the label that says in plain words what it stands for, ``codes.<id>``.
        open: ids of what it leaves open and a person must say; labels ``codes_open.<id>``.
        candidates: the places that it may mean, where it does not say which.
        side: the breast that the code itself names.
    """

    text: str
    code: str
    findings: tuple[Finding, ...]
    meaning: str
    open: tuple[str, ...]
    candidates: tuple[PlaceId, ...] = ()
    side: Side | None = None


class Reading(NamedTuple):
    """What a text was read as; nothing of it counts before a person has confirmed it.

    Attributes:
        parts: every piece that was read, in order.
        findings: those of all parts, without doubles; they go together with ``side``.
        side: the breast that the codes name; ``BOTH`` only where each is coded.
        biology: what the text says of the cancer itself.
        came_back: ``True`` where a category is marked as a recurrence, else ``None``.
        not_understood: the pieces that were not read, as given.
        contradictions: ids of what does not fit together; labels ``codes_contradiction.<id>``.
    """

    parts: tuple[Part, ...]
    findings: tuple[Finding, ...]
    side: Side | None
    biology: Biology
    came_back: bool | None
    not_understood: tuple[str, ...]
    contradictions: tuple[str, ...]


class Says(NamedTuple):
    """What the tables know of one code.

    Attributes:
        meaning: the id of its words.
        found: what it names without doubt.
        open: ids of what it leaves open.
        candidates: places that it may mean.
        side: the breast that it names.
        sex: ``"female"`` or ``"male"`` where the code names it.
        biology: what it says of the cancer itself.
        came_back: whether it marks a recurrence.
    """

    meaning: str
    found: tuple[Finding, ...] = ()
    open: tuple[str, ...] = ()
    candidates: tuple[PlaceId, ...] = ()
    side: Side | None = None
    sex: str = ""
    biology: Biology = UNKNOWN_BIOLOGY
    came_back: bool | None = None


FOUND_OR_NOT: Final = "found_or_not"
"""Open where the words around a code leave it unsure, or tell of somebody or some time else."""

WHICH_SIDE: Final = "which_side"
AFTER_TREATMENT: Final = "after_treatment"


def found(*places: str) -> tuple[Finding, ...]:
    """Return these as found; ``"place=detail"`` answers the follow-up question of a place."""
    findings = []
    for place in places:
        place_id, _, detail = place.partition("=")
        findings.append(Finding(PlaceId(place_id), Certainty.FOUND, None, detail or None))
    return tuple(findings)


def candidates(*places: str) -> tuple[PlaceId, ...]:
    """Return these as places that may be meant."""
    return tuple(PlaceId(place) for place in places)


def undecided(says: Says, *open_ids: str) -> Says:
    """Return the same code with its findings only as candidates, and these ids left open."""
    places = tuple(finding.place for finding in says.found)
    return says._replace(
        found=(),
        candidates=tuple(dict.fromkeys((*places, *says.candidates))),
        open=tuple(dict.fromkeys((*says.open, *open_ids))),
    )
