"""Which early cancers count as locally advanced: one definition for topics and decisions.

Source: ``ocp-breast-qrg-4`` (drugs first for locally advanced and inflammatory cancer); that it
is at least stage III: ``seer-eod-breast``.
"""

from __future__ import annotations

from typing import Final

from decision_aid.domain.classification import Classification
from decision_aid.domain.ids import PlaceId
from decision_aid.domain.places import CountsAs

_PLACES: Final = frozenset(
    PlaceId(place)
    for place in (
        "breast_skin",
        "chest_wall",
        "nodes_below_collarbone",
        "nodes_above_collarbone",
        "nodes_breastbone",
        # Once a follow-up has said that it grew straight in, or is skin of the same breast.
        "bone",
        "skin_far",
    )
)
_NOT_FAR: Final = frozenset({CountsAs.BREAST, CountsAs.NEARBY})


def is_locally_advanced(result: Classification) -> bool:
    """Return whether a found place that is not far makes this cancer locally advanced."""
    return any(r.place in _PLACES and r.counts_as in _NOT_FAR for r in result.because)
