"""Which explanations a case needs, in the order in which they are told."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Final

from decision_aid.domain.classification import Kind
from decision_aid.domain.findings import Finding
from decision_aid.domain.rules.meaning import Meaning
from decision_aid.domain.rules.note_rules import (
    BY_KIND,
    BY_PLACE_AND_OTHERS,
    NOTES,
    OUT_OF_SCOPE_NOTES,
    OWN_NOTES,
    WHATEVER_WAS_FOUND,
)
from decision_aid.domain.rules.situation import Situation

_OUT_OF_SCOPE: Final = Kind.OUT_OF_SCOPE
_RULES: Final = {kind: WHATEVER_WAS_FOUND + BY_KIND[kind] for kind in Kind}
_TOLD_AT: Final = {note: position for position, note in enumerate(NOTES)}


def notes_for(found: Iterable[tuple[Meaning, Finding]], situation: Situation) -> tuple[str, ...]:
    """Return the ids of the explanations that a case needs, in telling order.

    Args:
        found: what was found, with its meaning.
        situation: what it comes to together.
    """
    notes: list[str] = []
    rules = _RULES[situation.kind]
    for _, (place, _, _, detail) in found:
        notes += OWN_NOTES[place, detail]
        if place in BY_PLACE_AND_OTHERS:
            rules += BY_PLACE_AND_OTHERS[place]
    if situation.kind is _OUT_OF_SCOPE:
        return tuple([note for note in OUT_OF_SCOPE_NOTES if note in notes])
    notes += [note for note, fact in rules if fact.holds(situation)]
    if len(notes) > 1:
        return tuple(sorted(set(notes), key=_TOLD_AT.__getitem__))
    return tuple(notes)
