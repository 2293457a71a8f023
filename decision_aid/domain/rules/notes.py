"""Which explanations a case needs, in the order in which they are told."""

from __future__ import annotations

from collections.abc import Iterable
from functools import lru_cache
from typing import Final

from decision_aid.domain.classification import Kind
from decision_aid.domain.findings import Finding
from decision_aid.domain.ids import PlaceId
from decision_aid.domain.places import PLACES, CountsAs, Group
from decision_aid.domain.rules.meaning import DISTANCE, MEANING
from decision_aid.domain.rules.note_rules import NOTES, TOGETHER, Standing, Told, Trait, notes_of

_BIT: Final = {note: 1 << position for position, note in enumerate(NOTES)}
_TOLD_IN_FULL: Final = _BIT["tumor_follows_other_rules"] | _BIT["cancer_from_elsewhere"]
"""Where one of these stands, the aid stops: no other note applies."""

_DISTANT: Final = DISTANCE[CountsAs.DISTANT]
_PLACE_TRAITS: Final = {
    "ducts_only": Trait.DUCTS,
    "lobules_only": Trait.LOBULES,
    "nipple_paget": Trait.PAGET,
    "scar_or_chest_skin": Trait.SCAR,
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


def notes_for(
    found: Iterable[Finding], told: Told, kind: Kind, metastatic: bool | None
) -> tuple[str, ...]:
    """Return the ids of the explanations that a case needs, in telling order.

    Args:
        found: what was found.
        told: what else the case says.
        kind: the kind of result that the findings give.
        metastatic: the answer to "metastatic?".
    """
    notes = traits = distances = distant_places = 0
    for place, _, _, detail in found:
        own_notes, own_traits, distance = _OF_FOUND[place, detail]
        notes |= own_notes
        traits |= own_traits
        distances |= 1 << distance
        distant_places += distance == _DISTANT
    if kind is Kind.OUT_OF_SCOPE:
        return _in_telling_order(notes & _TOLD_IN_FULL)
    standing = Standing(kind, metastatic, told, traits, distances, min(distant_places, 2))
    return _in_telling_order(notes | _together(standing))


@lru_cache(maxsize=4096)
def _together(standing: Standing) -> int:
    return sum(_BIT[note] for note, applies in TOGETHER if applies(standing))


@lru_cache(maxsize=4096)
def _in_telling_order(notes: int) -> tuple[str, ...]:
    return tuple(note for note, bit in _BIT.items() if notes & bit)
