"""What each place is called: in plain words, in a report, and in everyday words."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from decision_aid.domain import PLACES, PlaceId
from decision_aid.ui.words import Words


def place_names(words: Words) -> Mapping[PlaceId, Sequence[str]]:
    """Return every name of every place, in register order."""
    everyday = words.group("everyday_names")
    return {
        place: (
            words.content.place(place).label,
            words.content.place(place).medical_term,
            *(name for name in everyday.get(place, "").split("; ") if name),
        )
        for place in PLACES
    }
