"""What the rules look at: one breast, or the whole person, with everything that was concluded."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from functools import partial
from typing import Final, NamedTuple

from decision_aid.domain.answers import Answers
from decision_aid.domain.biology import UNKNOWN_BIOLOGY, Biology, of_breast
from decision_aid.domain.classification import (
    Classification,
    Extent,
    Kind,
    Open,
    PossibleChange,
    Reason,
)
from decision_aid.domain.findings import Certainty, Finding, PlaceId, QuestionId, Side
from decision_aid.domain.places import PLACES, CountsAs, PlaceSide
from decision_aid.domain.rules.meaning import ANSWERS, DISTANCE, Answer, Reading, meaning_of


class Situation(NamedTuple):
    """One breast, or the whole person, as the rules look at it.

    Attributes:
        kind: the kind of result.
        invasive: yes, no, or ``None`` where it cannot be told.
        metastatic: yes, no, or ``None`` where it cannot be told.
        extent: how far what was found reaches.
        found: the places that were found.
        meanings: what these count as; the nearer meaning of a place that has two.
        distant_places: how many of them count as distant.
        came_back: after earlier breast cancer; ``None`` if it was not said.
        both_breasts: cancer in both.
        suspected: whether anything is only suspected.
        not_sure: whether a person is not sure of anything.
        other_side_found: whether something was found in or beside the other breast.
        because: what decided the answer.
        open: which answers could still turn.
        something_open: whether anything could still change the answer or how far it reaches.
        notes: the explanations that this needs.
        kind_of_person: what everything that was found comes to, whichever breast.
        biology: what the reports say of the person.
        cancers: what the reports say of each cancer that is looked at.
        questions_of_options: the questions for what options depend on, and is not known.
        side: which of two breasts; ``None`` for the whole person.
    """

    kind: Kind
    invasive: bool | None
    metastatic: bool | None
    extent: Extent | None
    found: Sequence[PlaceId]
    meanings: Sequence[CountsAs]
    distant_places: int
    came_back: bool | None
    both_breasts: bool
    suspected: bool
    not_sure: bool
    open: Open
    other_side_found: bool = False
    because: tuple[Reason, ...] = ()
    something_open: bool = False
    notes: tuple[str, ...] = ()
    kind_of_person: Kind = Kind.CANNOT_TELL
    biology: Biology = UNKNOWN_BIOLOGY
    cancers: tuple[Biology, ...] = (UNKNOWN_BIOLOGY,)
    questions_of_options: frozenset[QuestionId] = frozenset()
    side: Side | None = None


def person(answers: Answers, result: Classification) -> Situation:
    """Return the situation of the whole person.

    Args:
        answers: what was said.
        result: what it comes to.
    """
    own = tuple(of_breast(answers.biology, answers.biology_by_side, side) for side in result.sides)
    return _situation(answers, result, result, answers.findings, own or (answers.biology,), None)


def each_breast(answers: Answers, result: Classification) -> tuple[Situation, ...]:
    """Return the situation of each of two breasts with cancer, the left one first.

    What has spread far is never looked at breast by breast: nothing here says from which of two
    cancers it came.
    """
    if result.kind is Kind.METASTATIC:
        return ()
    return tuple(
        _situation(
            answers,
            result,
            one,
            [finding for finding in answers.findings if finding.side in {side, None}],
            (of_breast(answers.biology, answers.biology_by_side, side),),
            side,
        )
        for side, one in result.sides.items()
    )


def _situation(  # noqa: PLR0917 - everything that is concluded, once
    answers: Answers,
    whole: Classification,
    result: Classification,
    findings: Iterable[Finding],
    cancers: tuple[Biology, ...],
    side: Side | None,
) -> Situation:
    found = [f for f in findings if f.certainty is Certainty.FOUND]
    meanings = [meaning_of(finding)[0] for finding in found]
    certainties = {finding.certainty for finding in findings}
    return Situation(
        kind=result.kind,
        invasive=result.invasive,
        metastatic=result.metastatic,
        extent=result.extent,
        found=[finding.place for finding in found],
        meanings=meanings,
        distant_places=meanings.count(CountsAs.DISTANT),
        came_back=answers.came_back,
        both_breasts=answers.side is Side.BOTH,
        suspected=Certainty.SUSPECTED in certainties,
        not_sure=Certainty.UNKNOWN in certainties,
        other_side_found=any(PLACES[f.place].side is PlaceSide.OTHER for f in found),
        because=result.because,
        open=result.open,
        something_open=bool(result.could_change) or any(result.open),
        notes=result.notes,
        kind_of_person=whole.kind,
        biology=answers.biology,
        cancers=cancers,
        side=side,
    )


_FAR: Final = DISTANCE[CountsAs.DISTANT]
_BREAST: Final = DISTANCE[CountsAs.BREAST]
_OUT_OF_SCOPE: Final = DISTANCE[CountsAs.OUT_OF_SCOPE]


class _Breast(NamedTuple):
    """One breast, with what else its answer depends on.

    Attributes:
        nearest: how far what was found here reaches, by the nearer of two meanings.
        farthest: the same by the farther one.
        spread: whether something was found far away.
        other_invasive: whether the other breast has invasive cancer.
    """

    nearest: int
    farthest: int
    spread: bool
    other_invasive: bool

    @property
    def alone(self) -> Answer:
        return ANSWERS[self.nearest][self.farthest]

    @property
    def answer(self) -> Answer:
        alone = self.alone
        may_be_from_here = alone.invasive or not self.other_invasive
        if self.spread and may_be_from_here:
            return ANSWERS[self.nearest][max(self.farthest, _FAR)]
        return alone

    def with_found(self, distance: int) -> _Breast:
        return self._replace(
            nearest=max(self.nearest, distance), farthest=max(self.farthest, distance)
        )

    def with_spread(self) -> _Breast:
        return self._replace(spread=True)

    def with_other_invasive(self) -> _Breast:
        return self._replace(other_invasive=True)


_IfFound = tuple[PossibleChange, Callable[[_Breast], _Breast]]


def of_one_breast(
    this: Reading, other: Reading, of_person: Reading
) -> tuple[Answer, tuple[PossibleChange, ...]]:
    """Return the answer for one breast, and what could change it.

    What is not settled here, far away or in the other breast counts if it could turn an answer,
    alone or together with more that is not settled.

    Args:
        this: what was said of this breast.
        other: what was said of the other one.
        of_person: what was said of places that belong to neither.
    """
    spread = any(meaning.far == _FAR for meaning, _ in of_person.found)
    breast = _Breast(this.nearest, this.farthest, spread, bool(other.answer.invasive))
    if_found = [
        *_far_away(of_person),
        *_in_this_breast(breast, this),
        *_in_the_other(breast, other),
    ]
    return breast.answer, tuple(_turning(breast, if_found)) if if_found else ()


def _far_away(of_person: Reading) -> Iterator[_IfFound]:
    for change in of_person.possible_changes():
        if change.would_be is Kind.METASTATIC:
            yield change, _Breast.with_spread


def _in_this_breast(breast: _Breast, this: Reading) -> Iterator[_IfFound]:
    for meaning, finding in this.unsettled:
        kind, _, _, extent = breast.with_found(meaning.far).answer
        change = PossibleChange(finding.place, finding.certainty, kind, extent, finding.side)
        yield change, partial(_Breast.with_found, distance=meaning.far)


def _in_the_other(breast: _Breast, other: Reading) -> Iterator[_IfFound]:
    """Yield what would make the other breast invasive: then spread need not be from here."""
    kind, _, _, extent = breast.alone
    for meaning, finding in other.unsettled:
        # What is said of both breasts at once would be here, too.
        if finding.side and _BREAST <= meaning.far < _OUT_OF_SCOPE:
            change = PossibleChange(finding.place, finding.certainty, kind, extent, finding.side)
            yield change, _Breast.with_other_invasive


def _turning(breast: _Breast, if_found: list[_IfFound]) -> Iterator[PossibleChange]:
    """Yield what could change the answer, marked with the answers that it could turn."""
    possible = {breast}
    for _, with_it in if_found:
        possible |= {with_it(one) for one in possible}
    now = breast.answer
    for change, with_it in if_found:
        steps = {(one.answer, with_it(one).answer) for one in possible}
        made = [(before, after) for before, after in steps if after not in {before, now}]
        if made:
            yield change._replace(
                turns_invasive=any(
                    after.invasive not in {before.invasive, now.invasive} for before, after in made
                ),
                turns_metastatic=any(
                    after.metastatic not in {before.metastatic, now.metastatic}
                    for before, after in made
                ),
            )
