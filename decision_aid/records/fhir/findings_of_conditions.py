"""Turns what Conditions say into findings, once it is known which breast has the cancer."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import NamedTuple

from decision_aid.domain import UNKNOWN_BIOLOGY, Certainty, Finding, PlaceId, Side
from decision_aid.domain.biology import of_person
from decision_aid.records.fhir.conditions import Place, Read
from decision_aid.records.fhir.merging import ImportedPart
from decision_aid.records.fhir.readings import BOTH, NO_SIDE, Option, Relation, Sides


def side_of_case(reads: Iterable[Read]) -> Side | None:
    """Return the breast with the cancer as the primary conditions tell it.

    What is found decides; only where nothing is found with a side, what is suspected does.
    """
    breasts = current([read for read in reads if is_cancer_of_breast(read)])
    for certainty in (Certainty.FOUND, Certainty.UNKNOWN, Certainty.SUSPECTED):
        sides = NO_SIDE.union(*(read.sides for read in breasts if read.certainty is certainty))
        if sides:
            return Side.BOTH if sides == BOTH else next(iter(sides))
    return None


def part_of(read: Read, case_side: Side | None) -> ImportedPart:
    """Return what one Condition says, its places compared with the side of the cancer."""
    findings: list[Finding] = []
    candidates: list[PlaceId] = []
    asks = list(read.open)
    for place in read.places:
        for settled in _settle(place, case_side, read.breast):
            if settled.finding is None:
                candidates += settled.candidates
            else:
                findings.append(settled.finding._replace(certainty=read.certainty))
            asks += settled.asks
    return ImportedPart(
        read.name,
        read.text,
        tuple(dict.fromkeys(findings)),
        tuple(dict.fromkeys(candidates)),
        tuple(dict.fromkeys(asks)),
        read.biology if read.certainty is Certainty.FOUND or not read.breast else UNKNOWN_BIOLOGY,
    )


def only_of_the_breast(reads: list[Read]) -> list[Read]:
    """Return what the Conditions say of the cancer of the breast, the rest left open.

    Spread that the file relates to the breast cancer is kept; spread of another cancer is left
    out. Where the file may hold another cancer, or names none of the breast, nobody but the team
    can tell where spread is from. What the record calls past is no finding of now.
    """
    others = {read.name for read in reads if read.other_cancer}
    breasts = {read.name for read in reads if is_cancer_of_breast(read)}
    here = {read.name for read in current([read for read in reads if is_cancer_of_breast(read)])}
    gone = breasts - here
    certain = bool(breasts) and not others
    return [_past(_apart(_result(read, certain=certain), others, breasts), gone) for read in reads]


def is_cancer_of_breast(read: Read) -> bool:
    """Return whether a Condition says that there is, or may be, a cancer of the breast."""
    return read.breast and read.certainty is not Certainty.NOT_FOUND


def current(breasts: list[Read]) -> list[Read]:
    """Return the cancers of the breast that are there now; where none is, those of the past."""
    return [read for read in breasts if not read.past] or breasts


def _apart(read: Read, others: set[str], breasts: set[str]) -> Read:
    if read.breast or not read.places or breasts.intersection(read.related):
        return read
    if read.related and "" not in read.related:
        return read._replace(places=(), open=("primary_elsewhere",), not_understood=(read.text,))
    if breasts and not others and not read.related:
        return read
    return _unsettled(read, "from_which_cancer")


def _result(read: Read, *, certain: bool) -> Read:
    """Leave out a result in a code, where nobody can tell of which cancer it is."""
    of_nobody_known = not certain and not read.breast and read.biology != of_person(read.biology)
    if not of_nobody_known:
        return read
    asks = tuple(dict.fromkeys((*read.open, "result_of_which_cancer")))
    return read._replace(biology=of_person(read.biology), open=asks)


def _past(read: Read, gone: set[str]) -> Read:
    if not read.past:
        return read
    if read.name in gone:
        read = read._replace(biology=of_person(read.biology))
    return _unsettled(read, "recorded_as_past")


def _unsettled(read: Read, asks: str) -> Read:
    places = tuple(place._replace(asks=asks, unsettled=True) for place in read.places)
    return read._replace(places=places)


class _Settled(NamedTuple):
    finding: Finding | None
    candidates: tuple[PlaceId, ...] = ()
    asks: tuple[str, ...] = ()


def _settle(place: Place, case_side: Side | None, breast: bool) -> Iterator[_Settled]:
    """Yield one result for each side that the place was given for."""
    if place.unsettled:
        yield _Settled(None, tuple(option.place for option in place.options), (place.asks,))
    elif breast:
        yield _breast(place, case_side)
    elif all(option.relation is Relation.ANY for option in place.options):
        yield _only(place, place.options, None)
    elif case_side is Side.BOTH:
        yield from _beside_both(place)
    elif case_side is None or not place.sides:
        yield _without_side(place)
    else:
        for side in sorted(place.sides):
            relation = Relation.SAME if side is case_side else Relation.OTHER
            left = tuple(o for o in place.options if o.relation in {relation, Relation.ANY})
            yield _only(place, left, None)


def _without_side(place: Place) -> _Settled:
    places = tuple(dict.fromkeys(option.place for option in place.options))
    asks = ("which_side",) if len(places) <= _GROUP else ("which_side", place.asks)
    return _Settled(None, places, asks)


_GROUP = 2
"""One group of nodes has a place on either side; more than that leaves the group open too."""


def _beside_both(place: Place) -> Iterator[_Settled]:
    """With cancer in both breasts, nodes beside a breast belong to that breast."""
    left = tuple(o for o in place.options if o.relation in {Relation.SAME, Relation.ANY})
    if not place.sides:
        yield _Settled(None, tuple(o.place for o in left), ("which_side",))
    for side in sorted(place.sides):
        both = place.sides == BOTH
        yield _only(place, left, None if both else side)


def _breast(place: Place, case_side: Side | None) -> _Settled:
    sides: Sides = place.sides
    if case_side is None or (case_side is not Side.BOTH and sides == {case_side}):
        return _only(place, place.options, None)
    if case_side is Side.BOTH and sides:
        return _only(place, place.options, None if sides == BOTH else next(iter(sides)))
    # Another cancer may lie in the other breast: the one without a side, or the suspected one.
    places = tuple(option.place for option in place.options)
    other = () if case_side is Side.BOTH else (PlaceId("other_breast"),)
    return _Settled(None, (*places, *other), ("which_side",))


def _only(place: Place, left: tuple[Option, ...], side: Side | None) -> _Settled:
    if len({option.place for option in left}) != 1:
        places = tuple(dict.fromkeys(option.place for option in left or place.options))
        return _Settled(None, places, (place.asks,))
    option = left[0]
    sided = side if option.relation is Relation.SAME else None
    finding = Finding(option.place, Certainty.UNKNOWN, sided, option.detail)
    return _Settled(finding, (), option.asks)
