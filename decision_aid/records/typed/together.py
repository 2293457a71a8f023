"""What the mentions of one line settle for each other."""

from __future__ import annotations

from typing import Final

from decision_aid.domain import PLACES, Certainty, CountsAs, Finding, Group, PlaceId
from decision_aid.records.codes.meaning import found
from decision_aid.records.typed.judging import Judged, State
from decision_aid.records.typed.mentions import NODES, Line
from decision_aid.records.typed.vocabulary.roles import Role

_DUCTS: Final = PlaceId("ducts_only")
_PAGET: Final = PlaceId("nipple_paget")
_OPEN_ALONE: Final = frozenset({"breast_cancer", "in_situ"})
_DETAIL_OF_SPOTS: Final = {True: "at_least_one_invasive", False: "only_in_ducts"}


def settled_together(line: Line, judged: list[Judged]) -> list[Judged]:
    """Return the same, with what one mention leaves open settled by another.

    DCIS beside an invasive cancer is not "only in the ducts"; stray cells in a node are no spread
    to it; Paget disease, several spots and "breast cancer" mean what is named beside them.

    Args:
        line: the line.
        judged: what each of its mentions says.
    """
    result = []
    for one in judged:
        beside = [other for other in judged if other is not one and _same_breast(one, other)]
        result.append(_settled(line, one, beside))
    return result


def _same_breast(one: Judged, other: Judged) -> bool:
    sides = {one.mention.side, other.mention.side} - {None}
    return len(sides) < 2 and bool(one.mention.other_side) is bool(other.mention.other_side)


def _settled(line: Line, one: Judged, beside: list[Judged]) -> Judged:
    if one.mention.role in NODES and _stray_cells(one, beside):
        return one._replace(meaning=one.meaning._replace(found=(), asks=()), words="codes.n_0_i")
    if one.mention.role not in {Role.TUMOR, Role.CODE}:
        return one
    invasive, in_place = _sure(beside, CountsAs.BREAST), _sure(beside, CountsAs.IN_PLACE)
    if one.mention.id in _OPEN_ALONE and (invasive or in_place) and one.state is State.YES:
        return one._replace(meaning=one.meaning._replace(asks=(), candidates=()))
    if one.mention.id == "many_spots" and one.state is State.YES and (invasive or in_place):
        spots = found(f"several_spots={_DETAIL_OF_SPOTS[invasive]}")
        return one._replace(
            meaning=one.meaning._replace(found=spots, asks=(), candidates=()), words=""
        )
    if invasive and one.state is State.YES:
        return _beside_invasive(line, one)
    return one


def _stray_cells(one: Judged, beside: list[Judged]) -> bool:
    """Whether the count of nodes counts those that hold stray cells only."""
    counted = one.mention.evidence <= {Role.COUNT, Role.POSITIVE}
    return counted and any(
        other.mention.role is Role.STRAY_CELLS
        and other.state is State.YES
        and other.mention.sentence == one.mention.sentence
        for other in beside
    )


def _sure(judged: list[Judged], counts_as: CountsAs) -> bool:
    return any(
        PLACES[f.place].counts_as is counts_as
        and PLACES[f.place].group is Group.BREAST
        and f.certainty is Certainty.FOUND
        for other in judged
        for f in other.meaning.found
    )


def _beside_invasive(line: Line, one: Judged) -> Judged:
    places = {f.place for f in one.meaning.found}
    if _DUCTS in places and line.items[one.mention.at].token is None:
        rest = tuple(f for f in one.meaning.found if f.place != _DUCTS)
        return one._replace(meaning=one.meaning._replace(found=rest), words="reading.dcis_beside")
    if _PAGET in places:
        known = tuple(_with_invasive_part(f) for f in one.meaning.found)
        return one._replace(meaning=one.meaning._replace(found=known, asks=(), candidates=()))
    return one


def _with_invasive_part(finding: Finding) -> Finding:
    if finding.place != _PAGET or finding.detail is not None:
        return finding
    return finding._replace(detail="invasive_part")
