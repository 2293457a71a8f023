"""What the rules look at: one breast, or the whole person, with everything that was concluded."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import NamedTuple

from decision_aid.domain.answers import Answers
from decision_aid.domain.biology import UNKNOWN_BIOLOGY, Biology, of_breast
from decision_aid.domain.classification import Classification, Extent, Kind, Open, Reason
from decision_aid.domain.findings import Certainty, Finding, Side
from decision_aid.domain.ids import PlaceId, QuestionId
from decision_aid.domain.places import PLACES, CountsAs, PlaceSide
from decision_aid.domain.rules.meaning import meaning_of


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
        something_open=bool(result.could_change),
        notes=result.notes,
        kind_of_person=whole.kind,
        biology=answers.biology,
        cancers=cancers,
        side=side,
    )
