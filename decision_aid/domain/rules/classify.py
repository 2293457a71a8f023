"""From findings to two answers: is it invasive, and is it metastatic?

The rules are two tables. ``DISTANCE`` says how far each meaning reaches; ``_ANSWERS`` says what
the farthest *found* meaning makes of the case. Nothing suspected or unknown is ever counted; it
is listed with what it would make of the case if it were found.

A place whose follow-up was answered "not sure" has two meanings. The case is then read twice,
with the nearer and with the farther one, and an answer is given only where both agree.

Source: ``seer-eod-breast``, ``nci-pdq-breast-patient``; collarbone nodes: ``tamirisa-2021``.
"""

from __future__ import annotations

from functools import lru_cache
from typing import Final, NamedTuple

from decision_aid.domain.answers import Answers
from decision_aid.domain.classification import Classification, Extent, Kind, PossibleChange, Reason
from decision_aid.domain.findings import Certainty, Finding, Side
from decision_aid.domain.places import PLACES, CountsAs, PlaceSide
from decision_aid.domain.rules.meaning import DISTANCE, MEANING
from decision_aid.domain.rules.note_rules import Told
from decision_aid.domain.rules.notes import notes_for

_Answer = tuple[Kind, bool | None, bool | None, Extent | None]

_ANSWERS: Final[tuple[_Answer, ...]] = (
    # kind, invasive?, metastatic?, extent -- by the distance of the farthest found meaning
    (Kind.CANNOT_TELL, None, None, None),
    (Kind.NOT_CANCER, False, False, None),
    (Kind.IN_SITU, False, False, Extent.IN_PLACE),
    (Kind.INVASIVE, True, False, Extent.BREAST),
    (Kind.INVASIVE, True, False, Extent.NEARBY),
    (Kind.METASTATIC, True, True, Extent.DISTANT),
    (Kind.OUT_OF_SCOPE, None, None, None),
)


def _answer_between(nearest: int, farthest: int) -> _Answer:
    """Answer only what holds for the nearer and for the farther reading alike."""
    kind, invasive, metastatic, extent = _ANSWERS[nearest]
    if nearest == farthest:
        return kind, invasive, metastatic, extent
    far_kind, far_invasive, far_metastatic, _ = _ANSWERS[farthest]
    invasive = invasive if invasive == far_invasive else None
    metastatic = metastatic if metastatic == far_metastatic else None
    if invasive:
        return Kind.INVASIVE, invasive, metastatic, extent
    return (kind if kind is far_kind else Kind.CANNOT_TELL), invasive, metastatic, None


_ANSWER_TABLE: Final = tuple(
    tuple(_answer_between(min(a, b), max(a, b)) for b in range(len(_ANSWERS)))
    for a in range(len(_ANSWERS))
)


def classify(case: Answers) -> Classification:
    """Return the two answers for this case, with reasons and what could still change them.

    Args:
        case: a case as ``checked`` returns it.

    Returns:
        One classification of everything that was found; with cancer in both breasts it also
        holds one for each breast by itself.
    """
    if case.side is not Side.BOTH:
        return _classify(case)
    sides = {side: _one_breast(case, side) for side in (Side.LEFT, Side.RIGHT)}
    return _classify(case)._replace(sides=sides)


class _Decided(NamedTuple):
    """What the found places alone decide.

    ``open_places`` are those whose meaning is not settled.
    """

    nearest: int
    farthest: int
    because: tuple[Reason, ...]
    open_places: tuple[Finding, ...]
    notes: tuple[str, ...]


def _classify(case: Answers, *, spread_may_be_from_here: bool = False) -> Classification:
    found: list[Finding] = []
    not_settled: list[Finding] = []
    suspected = unknown = False
    for finding in case.findings:
        certainty = finding[1]
        if certainty is Certainty.FOUND:
            found.append(finding)
        elif certainty is not Certainty.NOT_FOUND:
            not_settled.append(finding)
            suspected = suspected or certainty is Certainty.SUSPECTED
            unknown = unknown or certainty is Certainty.UNKNOWN
    told = Told(case.came_back, case.side is Side.BOTH, suspected, unknown)
    nearest, farthest, because, open_places, notes = _decide(
        tuple(found), told, spread_may_be_from_here
    )
    if open_places:
        not_settled = [*open_places, *not_settled]
    changes = _could_change(tuple(not_settled), nearest, farthest) if not_settled else ()
    return Classification(*_ANSWER_TABLE[nearest][farthest], because, changes, notes)


# The same few places are found together again and again, so what they decide is worked out once.
@lru_cache(maxsize=32768)
def _decide(
    found: tuple[Finding, ...],
    told: Told,
    spread_may_be_from_here: bool,
) -> _Decided:
    meanings = [(MEANING[f.place, f.detail], f) for f in found]
    nearest = max((meaning.near for meaning, _ in meanings), default=0)
    farthest = max((meaning.far for meaning, _ in meanings), default=0)
    if spread_may_be_from_here:
        farthest = max(farthest, DISTANCE[CountsAs.DISTANT])
    kind, invasive, metastatic, _ = _ANSWER_TABLE[nearest][farthest]
    # What is only in place is no reason for "invasive".
    least = DISTANCE[CountsAs.BREAST] if invasive else nearest
    reasons = sorted(
        (meaning.farthest_first, f.side or "", meaning.reason._replace(side=f.side))
        for meaning, f in meanings
        if kind is not Kind.CANNOT_TELL and meaning.near >= least
    )
    return _Decided(
        nearest,
        farthest,
        tuple(reason for *_, reason in reasons),
        tuple(f for meaning, f in meanings if meaning.near != meaning.far),
        notes_for(found, told, kind, metastatic),
    )


@lru_cache(maxsize=32768)
def _could_change(
    not_settled: tuple[Finding, ...], nearest: int, farthest: int
) -> tuple[PossibleChange, ...]:
    """List what would change the answer: what would reach farthest first, then what is found."""
    answer = _ANSWER_TABLE[nearest][farthest]
    changes: list[tuple[int, bool, int, str, PossibleChange]] = []
    for place, certainty, side, detail in not_settled:
        _, far, order, _, _ = MEANING[place, detail]
        if_so = _ANSWER_TABLE[max(nearest, far)][max(farthest, far)]
        if if_so != answer:
            change = PossibleChange(place, certainty, if_so[0], if_so[3], side)
            only_suspected = certainty is not Certainty.FOUND
            changes.append((-far, only_suspected, order, side or "", change))
    return tuple(change for *_, change in sorted(changes))


def _one_breast(case: Answers, side: Side) -> Classification:
    """Classify one of two breasts with cancer by what was found on its side.

    What was found far away belongs to the person, and nothing here says which of the two
    cancers it came from. So it leaves "metastatic?" open for an invasive side; a side that is
    only in place keeps its answer as long as the other side is invasive.
    """
    here = _one_side(case, side)
    there = _one_side(case, Side.RIGHT if side is Side.LEFT else Side.LEFT)
    far_spread = any(
        f.certainty is Certainty.FOUND
        and MEANING[f.place, f.detail].far == DISTANCE[CountsAs.DISTANT]
        for f in case.findings
        if PLACES[f.place].side is not PlaceSide.SAME
    )
    this_side, other_side = _classify(here), _classify(there)
    may_be_from_here = far_spread and bool(this_side.invasive or not other_side.invasive)
    return _classify(here, spread_may_be_from_here=may_be_from_here)


def _one_side(case: Answers, side: Side) -> Answers:
    here = tuple(
        finding
        for finding in case.findings
        if (PLACES[finding.place].side is PlaceSide.SAME and finding.side in {None, side})
        or PLACES[finding.place].counts_as is CountsAs.OUT_OF_SCOPE
    )
    return Answers(here, side, case.came_back)
