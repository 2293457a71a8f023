"""What one finding means: a place, with the answer to its follow-up question, as a distance.

Everything here is worked out once, from the register and the follow-ups, so that classifying a
case only has to look it up.
"""

from __future__ import annotations

from typing import Final, NamedTuple

from decision_aid.domain.classification import Reason
from decision_aid.domain.findings import Certainty, Finding
from decision_aid.domain.follow_ups import FOLLOW_UPS
from decision_aid.domain.ids import PlaceId
from decision_aid.domain.places import PLACES, CountsAs

DISTANCE: Final[dict[CountsAs, int]] = {
    CountsAs.NO_CHANGE: 0,
    CountsAs.SEPARATE: 0,
    CountsAs.RISK_MARKER: 1,
    CountsAs.IN_PLACE: 2,
    CountsAs.BREAST: 3,
    CountsAs.NEARBY: 4,
    CountsAs.DISTANT: 5,
    # Above all others: where the tumor is not a breast carcinoma, no other row applies.
    CountsAs.OUT_OF_SCOPE: 6,
}


class Meaning(NamedTuple):
    """What a place means once its follow-up is answered.

    Attributes:
        near: distance of its meaning, or of the nearer one of two.
        far: distance of the farther meaning; the same as ``near`` where it is settled.
        order: the position of the place in the register.
        farthest_first: sorts what reaches farthest first, then by register.
        reason: the place as a reason for an answer, where it has no side.
    """

    near: int
    far: int
    order: int
    farthest_first: int
    reason: Reason


_FARTHEST: Final = max(DISTANCE.values())


def _meaning(place: PlaceId, order: int, meanings: tuple[CountsAs, ...]) -> Meaning:
    near, far = DISTANCE[meanings[0]], DISTANCE[meanings[-1]]
    reason = Reason(place, Certainty.FOUND, meanings[0])
    return Meaning(near, far, order, (_FARTHEST - near) * len(PLACES) + order, reason)


def _every_meaning() -> dict[tuple[PlaceId, str | None], Meaning]:
    meanings: dict[tuple[PlaceId, str | None], Meaning] = {}
    for order, place in enumerate(PLACES.values()):
        meanings[place.id, None] = _meaning(place.id, order, (place.counts_as,))
        if place.id in FOLLOW_UPS:
            for answer, counts_as in FOLLOW_UPS[place.id].answers.items():
                meanings[place.id, answer] = _meaning(place.id, order, counts_as)
    return meanings


MEANING: Final = _every_meaning()
"""The meaning of every place, by place and answer to its follow-up (``None``: not asked)."""


def meaning_of(finding: Finding) -> tuple[CountsAs, ...]:
    """Return what this finding counts as if found: one meaning, or two where it is not settled."""
    if finding.detail is None:
        return (PLACES[finding.place].counts_as,)
    return FOLLOW_UPS[finding.place].answers[finding.detail]
