"""What findings mean: each by itself, as a distance, and all together.

A place whose follow-up was answered "not sure" has two meanings. The case is then read twice,
with the nearer and with the farther one, and an answer is given only where both agree.
"""

from __future__ import annotations

from collections.abc import Iterable
from typing import Final, NamedTuple

from decision_aid.domain.classification import Extent, Kind, PossibleChange, Reason
from decision_aid.domain.findings import Certainty, Finding, PlaceId, Side
from decision_aid.domain.follow_ups import FOLLOW_UPS
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


class Answer(NamedTuple):
    """The kind of result, the two answers, and how far what was found reaches."""

    kind: Kind
    invasive: bool | None
    metastatic: bool | None
    extent: Extent | None


_ANSWERS: Final = (
    # By the distance of the farthest found meaning.
    Answer(Kind.CANNOT_TELL, invasive=None, metastatic=None, extent=None),
    Answer(Kind.NOT_CANCER, invasive=False, metastatic=False, extent=None),
    Answer(Kind.IN_SITU, invasive=False, metastatic=False, extent=Extent.IN_PLACE),
    Answer(Kind.INVASIVE, invasive=True, metastatic=False, extent=Extent.BREAST),
    Answer(Kind.INVASIVE, invasive=True, metastatic=False, extent=Extent.NEARBY),
    Answer(Kind.METASTATIC, invasive=True, metastatic=True, extent=Extent.DISTANT),
    Answer(Kind.OUT_OF_SCOPE, invasive=None, metastatic=None, extent=None),
)
# Looked up once: each look-up of an enum's member costs as much as a whole step of the rules.
_FOUND, _SUSPECTED, _NOT_FOUND = Certainty.FOUND, Certainty.SUSPECTED, Certainty.NOT_FOUND
_CANNOT_TELL: Final = Kind.CANNOT_TELL
_BREAST: Final = DISTANCE[CountsAs.BREAST]


def _answer_between(nearest: int, farthest: int) -> Answer:
    """Answer only what holds for the nearer and for the farther reading alike."""
    near, far = _ANSWERS[nearest], _ANSWERS[farthest]
    if near is far:
        return near
    invasive = near.invasive if near.invasive is far.invasive else None
    metastatic = near.metastatic if near.metastatic is far.metastatic else None
    if invasive:
        return Answer(Kind.INVASIVE, invasive, metastatic, near.extent)
    kind = near.kind if near.kind is far.kind else Kind.CANNOT_TELL
    return Answer(kind, invasive, metastatic, None)


def _every_answer() -> tuple[tuple[Answer, ...], ...]:
    same: dict[Answer, Answer] = {}
    distances = range(len(_ANSWERS))
    return tuple(
        tuple(
            same.setdefault(answer, answer)
            for answer in (_answer_between(min(a, b), max(a, b)) for b in distances)
        )
        for a in distances
    )


ANSWERS: Final = _every_answer()
"""The answer by how far the nearer and the farther reading reach; equal answers are the same."""


class Reading:
    """Findings sorted by how sure they are, and how far what was found reaches.

    Attributes:
        found: what was found, with its meaning.
        unsettled: what is suspected or unknown, or was found and has two meanings.
        suspected: whether anything is only suspected.
        not_sure: whether a person is not sure of anything.
        nearest: how far what was found reaches, by the nearer of two meanings.
        farthest: the same by the farther one.
    """

    __slots__ = ("farthest", "found", "nearest", "not_sure", "suspected", "unsettled")

    def __init__(self, findings: Iterable[Finding]) -> None:
        """Read these findings, in any order."""
        found: list[tuple[Meaning, Finding]] = []
        unsettled: list[tuple[Meaning, Finding]] = []
        self.suspected = self.not_sure = False
        nearest = farthest = 0
        for finding in findings:
            place, certainty, _, detail = finding
            if certainty is _NOT_FOUND:
                continue
            meaning = MEANING[place, detail]
            if certainty is _FOUND:
                near, far = meaning.near, meaning.far
                found.append((meaning, finding))
                nearest = near if near > nearest else nearest
                farthest = far if far > farthest else farthest
                if near != far:
                    unsettled.append((meaning, finding))
            else:
                unsettled.append((meaning, finding))
                if certainty is _SUSPECTED:
                    self.suspected = True
                else:
                    self.not_sure = True
        if len(unsettled) > 1:
            unsettled.sort(key=_told_first)
        self.found, self.unsettled = found, unsettled
        self.nearest, self.farthest = nearest, farthest

    @property
    def answer(self) -> Answer:
        """What was found comes to this."""
        return ANSWERS[self.nearest][self.farthest]

    def possible_changes(self) -> tuple[PossibleChange, ...]:
        """List what would change the answer: the farthest first, then what is found."""
        nearest, farthest = self.nearest, self.farthest
        now = ANSWERS[nearest][farthest]
        _, invasive, metastatic, _ = now
        changes = []
        for meaning, (place, certainty, side, _) in self.unsettled:
            far = meaning.far
            if_so = ANSWERS[far if far > nearest else nearest][far if far > farthest else farthest]
            if if_so is not now:
                changes.append(
                    PossibleChange(
                        place,
                        certainty,
                        if_so.kind,
                        if_so.extent,
                        side,
                        if_so.invasive is not invasive,
                        if_so.metastatic is not metastatic,
                    )
                )
        return tuple(changes)

    def because(self, answer: Answer) -> tuple[Reason, ...]:
        """Return what decided the answer, what reaches farthest first."""
        if answer.kind is _CANNOT_TELL:
            return ()
        # What is only in place is no reason for "invasive".
        least = _BREAST if answer.invasive else self.nearest
        reasons = [
            (meaning.farthest_first, finding.side or "", meaning.reason)
            for meaning, finding in self.found
            if meaning.near >= least
        ]
        if len(reasons) > 1:
            reasons.sort()
        return tuple(
            [reason._replace(side=Side(side)) if side else reason for _, side, reason in reasons]
        )


def _told_first(unsettled: tuple[Meaning, Finding]) -> tuple[int, bool, int, str]:
    meaning, (_, certainty, side, _) = unsettled
    return -meaning.far, certainty is not _FOUND, meaning.farthest_first, side or ""
