"""From findings to two answers: is it invasive, and is it metastatic?

The rules are two tables. ``DISTANCE`` says how far each meaning reaches; ``_ANSWERS`` says what
the farthest *found* meaning makes of the case. Nothing suspected or unknown is ever counted; it
is listed with what it would make of the case if it were found, and keeps the answer open that it
could turn.

A place whose follow-up was answered "not sure" has two meanings. The case is then read twice,
with the nearer and with the farther one, and an answer is given only where both agree.

Source: ``seer-eod-breast``, ``nci-pdq-breast-patient``; collarbone nodes: ``tamirisa-2021``.
"""

from __future__ import annotations

from collections.abc import Iterable
from typing import Final, NamedTuple

from decision_aid.domain.answers import Answers
from decision_aid.domain.classification import (
    NO_SIDES,
    Classification,
    Extent,
    Kind,
    Open,
    PossibleChange,
    Reason,
)
from decision_aid.domain.findings import Certainty, Finding, Side
from decision_aid.domain.places import PLACES, CountsAs, PlaceSide
from decision_aid.domain.rules.meaning import DISTANCE, MEANING, Meaning
from decision_aid.domain.rules.notes import notes_for
from decision_aid.domain.rules.situation import Situation


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
_FAR: Final = DISTANCE[CountsAs.DISTANT]
_SETTLED: Final = Open()
# Looked up once: each look-up of an enum's member costs as much as a whole step of the rules.
_FOUND, _SUSPECTED, _NOT_FOUND = Certainty.FOUND, Certainty.SUSPECTED, Certainty.NOT_FOUND
_BOTH, _CANNOT_TELL, _DISTANT = Side.BOTH, Kind.CANNOT_TELL, CountsAs.DISTANT
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


_ANSWER_TABLE: Final = tuple(
    tuple(_answer_between(min(a, b), max(a, b)) for b in range(len(_ANSWERS)))
    for a in range(len(_ANSWERS))
)


def classify(answers: Answers) -> Classification:
    """Return the two answers for this case, with reasons and what could still change them.

    Args:
        answers: as ``checked`` returns them.

    Returns:
        One classification of everything that was found; with cancer in both breasts it also
        holds one for each breast by itself.
    """
    whole = _Reading(answers.findings).classification(answers)
    if answers.side is not _BOTH:
        return whole
    here = {side: _Reading(_of_one_side(answers, side)) for side in (Side.LEFT, Side.RIGHT)}
    return whole._replace(
        sides={
            Side.LEFT: _one_breast(answers, here[Side.LEFT], here[Side.RIGHT]),
            Side.RIGHT: _one_breast(answers, here[Side.RIGHT], here[Side.LEFT]),
        }
    )


class _Reading:
    """Findings sorted by how sure they are, and how far what was found reaches."""

    __slots__ = ("farthest", "found", "nearest", "not_sure", "suspected", "unsettled")

    def __init__(self, findings: Iterable[Finding]) -> None:
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
                nearest = max(nearest, near)
                farthest = max(farthest, far)
                if near != far:
                    unsettled.append((meaning, finding))
            else:
                unsettled.append((meaning, finding))
                if certainty is _SUSPECTED:
                    self.suspected = True
                else:
                    self.not_sure = True
        self.found, self.unsettled = found, unsettled
        self.nearest, self.farthest = nearest, farthest

    @property
    def answer(self) -> Answer:
        return _ANSWER_TABLE[self.nearest][self.farthest]

    def classification(self, answers: Answers) -> Classification:
        kind, invasive, metastatic, extent = _ANSWER_TABLE[self.nearest][self.farthest]
        changes = self.possible_changes() if self.unsettled else ()
        still_open = _open(changes) if changes else _SETTLED
        if answers.not_read:
            # What was not read may be a finding; a "yes" it could not take back.
            still_open = Open(
                invasive=still_open.invasive or not invasive,
                metastatic=still_open.metastatic or not metastatic,
            )
        found, meanings, places = self.found, [], []
        for meaning, finding in found:
            meanings.append(meaning.counts_as)
            places.append(finding.place)
        situation = Situation(
            kind,
            invasive,
            metastatic,
            extent,
            places,
            meanings,
            meanings.count(_DISTANT),
            answers.came_back,
            answers.side is _BOTH,
            self.suspected,
            self.not_sure,
            still_open,
        )
        notes = notes_for([finding for _, finding in found], situation)
        because = self._because() if found else ()
        return Classification(
            kind, invasive, metastatic, extent, because, changes, notes, NO_SIDES, still_open
        )

    def _because(self) -> tuple[Reason, ...]:
        """Return what decided the answer, what reaches farthest first."""
        answer = _ANSWER_TABLE[self.nearest][self.farthest]
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

    def possible_changes(self) -> tuple[PossibleChange, ...]:
        """List what would change the answer: the farthest first, then what is found."""
        nearest, farthest = self.nearest, self.farthest
        now = _ANSWER_TABLE[nearest][farthest]
        _, invasive, metastatic, _ = now
        changes = []
        for meaning, (place, certainty, side, _) in self.unsettled:
            far = meaning.far
            if_so = _ANSWER_TABLE[far if far > nearest else nearest][
                far if far > farthest else farthest
            ]
            if if_so != now:
                kind, if_invasive, if_metastatic, reach = if_so
                change = PossibleChange(
                    place,
                    certainty,
                    kind,
                    reach,
                    side,
                    if_invasive is not invasive,
                    if_metastatic is not metastatic,
                )
                first = certainty is not _FOUND
                changes.append((-far, first, meaning.farthest_first, side or "", change))
        if len(changes) > 1:
            changes.sort()
        return tuple([change for *_, change in changes])


def _open(changes: Iterable[PossibleChange]) -> Open:
    invasive = metastatic = False
    for change in changes:
        invasive = invasive or change.turns_invasive
        metastatic = metastatic or change.turns_metastatic
    return Open(invasive, metastatic)


def _one_breast(answers: Answers, this: _Reading, other: _Reading) -> Classification:
    """Classify one of two breasts with cancer by what was found on its side.

    What was found far away belongs to the person, and nothing here says which of the two
    cancers it came from. So it leaves "metastatic?" open for an invasive side; a side that is
    only in place keeps its answer as long as the other side is invasive. What is only suspected
    far away keeps the answer open for each side from which it could have come.
    """
    of_person = _Reading(f for f in answers.findings if PLACES[f.place].side is not PlaceSide.SAME)
    found_far = any(meaning.far == _FAR for meaning, _ in of_person.found)
    other_is_invasive = bool(other.answer.invasive)
    own_changes = this.possible_changes()
    may_grow = any(change.turns_invasive for change in own_changes)
    may_be_from_here = bool(this.answer.invasive or not other_is_invasive)
    if found_far and may_be_from_here:
        this.farthest = max(this.farthest, _FAR)
    classification = this.classification(answers)
    changes = list(classification.could_change)
    if found_far and not may_be_from_here:
        # If this side is invasive too, what is far away may have come from here.
        changes = [c._replace(turns_metastatic=c.turns_invasive) for c in changes]
    if not found_far and (may_be_from_here or may_grow):
        changes = [*_far_changes(this, of_person, may_be_from_here), *changes]
    turned = _open(changes)
    return classification._replace(
        could_change=tuple(changes),
        open=Open(
            invasive=turned.invasive or classification.open.invasive,
            metastatic=turned.metastatic or classification.open.metastatic,
        ),
    )


def _far_changes(
    this: _Reading, of_person: _Reading, may_be_from_here: bool
) -> Iterable[PossibleChange]:
    now = this.answer
    if_far = _ANSWER_TABLE[this.nearest][max(this.farthest, _FAR)]
    for change in of_person.possible_changes():
        if change.would_be is Kind.METASTATIC:
            yield change._replace(
                turns_invasive=may_be_from_here and if_far.invasive is not now.invasive,
                turns_metastatic=now.metastatic is not True,
            )


def _of_one_side(answers: Answers, side: Side) -> tuple[Finding, ...]:
    return tuple(
        finding
        for finding in answers.findings
        if (PLACES[finding.place].side is PlaceSide.SAME and finding.side in {None, side})
        or PLACES[finding.place].counts_as is CountsAs.OUT_OF_SCOPE
    )
