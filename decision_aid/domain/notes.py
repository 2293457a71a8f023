"""Which explanations a case needs, in the order in which they are told."""

from __future__ import annotations

from functools import lru_cache
from typing import Final

from decision_aid.domain.classification import Kind
from decision_aid.domain.findings import Case, Certainty, Finding, Side
from decision_aid.domain.meaning import DISTANCE, MEANING
from decision_aid.domain.note_rules import NOTES, TOGETHER, Standing, Trait, notes_of
from decision_aid.domain.places import PLACES, CountsAs, Group, PlaceId

_BIT: Final = {note: 1 << position for position, note in enumerate(NOTES)}
_TOLD_IN_FULL: Final = _BIT["tumor_follows_other_rules"] | _BIT["cancer_from_elsewhere"]
"""Where one of these stands, the aid stops: no other note applies."""

_DISTANT: Final = DISTANCE[CountsAs.DISTANT]
_PLACE_TRAITS: Final = {
    "ducts_only": Trait.DUCTS,
    "lobules_only": Trait.LOBULES,
    "nipple_paget": Trait.PAGET,
}


def _traits(place: PlaceId) -> int:
    in_breast = Trait.IN_BREAST * (PLACES[place].group is Group.BREAST)
    return _PLACE_TRAITS.get(place, 0) | in_breast


_OF_FOUND: Final = {
    (place, detail): (
        sum(_BIT[note] for note in notes_of(Finding(place, detail=detail))),
        _traits(place),
        meaning.near,
    )
    for (place, detail), meaning in MEANING.items()
}
"""Of every found place: its own notes and its traits, each as bits, and its distance."""


def notes_for(case: Case, kind: Kind, metastatic: bool | None) -> tuple[str, ...]:
    """Return the ids of the explanations that this case needs, in telling order.

    Args:
        case: the findings.
        kind: the kind of result that they give.
        metastatic: the answer to "metastatic?".
    """
    notes = traits = distances = distant_places = 0
    suspected = unknown = False
    for place, certainty, _, detail in case.findings:
        if certainty is Certainty.FOUND:
            own_notes, own_traits, distance = _OF_FOUND[place, detail]
            notes |= own_notes
            traits |= own_traits
            distances |= 1 << distance
            distant_places += distance == _DISTANT
        elif certainty is Certainty.SUSPECTED:
            suspected = True
        elif certainty is Certainty.UNKNOWN:
            unknown = True
    standing = Standing(
        kind,
        metastatic,
        case.came_back,
        case.side is Side.BOTH,
        traits,
        distances,
        min(distant_places, 2),
        suspected,
        unknown,
    )
    if kind is Kind.OUT_OF_SCOPE:
        return _in_telling_order(notes & _TOLD_IN_FULL)
    return _in_telling_order(notes | _together(standing))


@lru_cache(maxsize=4096)
def _together(standing: Standing) -> int:
    return sum(_BIT[note] for note, applies in TOGETHER if applies(standing))


@lru_cache(maxsize=4096)
def _in_telling_order(notes: int) -> tuple[str, ...]:
    return tuple(note for note, bit in _BIT.items() if notes & bit)
