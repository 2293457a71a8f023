"""What a piece of text was read as, and all of it together."""

from __future__ import annotations

from typing import Final, NamedTuple

from decision_aid.domain import PLACES, Finding, PlaceId, PlaceSide, Side
from decision_aid.domain.biology import Biology
from decision_aid.records.codes.meaning import CodeMeaning, Subject


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


FOUND_OR_NOT: Final = "found_or_not"
"""Open where the words around a code leave it unsure, or tell of somebody or some time else."""

WHICH_SIDE: Final = "which_side"
SAME_OR_OTHER_SIDE: Final = "side_same_or_other"


def as_typed(meaning: CodeMeaning) -> CodeMeaning:
    """Return what a code means where nothing but the code is there.

    The side that a code names is that of the breast only where it speaks of the breast. What no
    record beside it can tell is asked: which breast, or on which side of it nodes lie.
    """
    if meaning.subject is Subject.BREAST_CANCER:
        asks = () if meaning.side else (WHICH_SIDE,)
        return meaning._replace(asks=(*meaning.asks, *asks))
    sides = {PLACES[place].side for place in meaning.places}
    asks = (SAME_OR_OTHER_SIDE,) if sides >= _NODES_OF_BOTH_SIDES else ()
    return meaning._replace(side=None, asks=(*meaning.asks, *asks))


_NODES_OF_BOTH_SIDES: Final = {PlaceSide.SAME, PlaceSide.OTHER}
