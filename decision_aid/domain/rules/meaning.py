"""What one finding means: a place, with the answer to its follow-up question, as a distance."""

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
        counts_as: its meaning, or the nearer one of two.
        farthest_first: sorts what reaches farthest first, then in the order of the register.
        reason: the place as a reason for an answer, where it has no side.
    """

    near: int
    far: int
    counts_as: CountsAs
    farthest_first: int
    reason: Reason


def meaning_of(finding: Finding) -> tuple[CountsAs, ...]:
    """Return what this finding counts as if found: one meaning, or two where it is not settled."""
    if finding.detail is None:
        return (PLACES[finding.place].counts_as,)
    return FOLLOW_UPS[finding.place].answers[finding.detail]


def _every_meaning() -> dict[tuple[PlaceId, str | None], Meaning]:
    meanings: dict[tuple[PlaceId, str | None], Meaning] = {}
    for order, place in enumerate(PLACES):
        answers = FOLLOW_UPS[place].answers if place in FOLLOW_UPS else ()
        for detail in (None, *answers):
            counts_as = meaning_of(Finding(place, detail=detail))
            near, far = DISTANCE[counts_as[0]], DISTANCE[counts_as[-1]]
            meanings[place, detail] = Meaning(
                near,
                far,
                counts_as[0],
                order - near * len(PLACES),
                Reason(place, Certainty.FOUND, counts_as[0]),
            )
    return meanings


MEANING: Final = _every_meaning()
"""The meaning of every place, by place and answer to its follow-up (``None``: not asked)."""
