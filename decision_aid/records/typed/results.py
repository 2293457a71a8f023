"""What parts between commas say that hold a result and no place of their own."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from decision_aid.domain import PLACES, Certainty, CountsAs, Group, PlaceId
from decision_aid.records.typed.certainty import State
from decision_aid.records.typed.judging import Judged, is_far_somewhere
from decision_aid.records.typed.mentions import Line, Mention
from decision_aid.records.typed.tnm import Mark, contradicting
from decision_aid.records.typed.vocabulary.roles import Effect, Role

_R, _E = Role, Effect

_OF_A_TEST: Final = frozenset(
    {
        _R.SIDE,
        _R.TEST,
        _R.SAMPLE,
        _R.PLAIN,
        _R.NUMBER,
        _R.NOT_MEDICAL,
        _R.AND,
        _R.TO,
        _R.NOW,
        _R.SELF,
    }
)


def doubt_spread_somewhere(line: Line) -> None:
    """Leave spread without a place open beside any word of doubt: "mets ?bone"."""
    for mention in line.mentions:
        if mention.id == "other_far_organ=not_sure" and not mention.effects:
            mention.doubtful = mention.doubtful or any(
                line.items[n].role is _R.TRIGGER for n in line.items_of(mention.part)
            )


def sides_alone(line: Line) -> list[Mention]:
    """Return what only says which breast it is, in a line that names no place.

    Args:
        line: the line.
    """
    alone = []
    for part in sorted(set(line.parts)):
        inside = line.items_of(part)
        sides = [n for n in inside if line.items[n].role is _R.SIDE]
        plain = all(line.items[n].role in {_R.SIDE, _R.PLAIN} for n in inside)
        if sides and plain and all(line.owner(n) is None for n in inside):
            mention = line.new_mention(sides[0], _R.NEUTRAL, "side")
            mention.items |= set(inside)
            alone.append(mention)
    return alone


def tests_without_result(line: Line) -> list[Mention]:
    """Return what speaks only of tests that found nothing, or whose result is not told.

    Args:
        line: the line.
    """
    owned = {n for mention in line.mentions for n in mention.items}
    tests: list[Mention] = []
    for part in sorted(set(line.parts)):
        inside = line.items_of(part)
        looked = [n for n in inside if line.items[n].role in {_R.TEST, _R.SAMPLE}]
        nothing_else = all(
            line.items[n].role in _OF_A_TEST or line.items[n].entry.effect is _E.NO for n in inside
        )
        if looked and nothing_else and not owned & set(inside):
            mention = line.new_mention(looked[0], _R.NEUTRAL, "")
            mention.items |= {n for n in inside if line.items[n].role is not _R.NOT_MEDICAL}
            tests.append(mention)
    return tests


def contradictions(line: Line, judged: list[Judged]) -> Iterator[str]:
    """Yield the ids of what does not fit together; labels ``codes_contradiction.<id>``.

    Args:
        line: the line.
        judged: what its mentions say.
    """
    sure = [one for one in judged if one.state is State.YES]
    marked = [(one, mark) for one in sure if (mark := _mark(line, one)) is not None]
    if len({one.meaning.sex for one in sure} - {""}) > 1:
        yield "sex_differs"
    yield from contradicting([mark for _, mark in marked])
    tumors = {_basis(line, one) for one in sure if _names_tumor(one)}
    nodes = {_basis(line, one) for one in sure if _names_near_nodes(one)}
    far = any(_names_only_far(one) for one in sure)
    for mark in dict.fromkeys(mark for _, mark in marked):
        if mark.after_treatment:
            continue
        # What the laboratory finds later replaces what examination and pictures had not shown.
        replaced = {"p"} if mark.basis == "c" else set[str]()
        if mark.name == "T0" and tumors - replaced:
            yield "t0_with_tumor"
        if mark.name.startswith("Tis") and tumors - replaced:
            yield "tis_with_invasive"
        if mark.name.startswith("N0") and nodes - replaced:
            yield "n0_with_nodes"
        if mark.name.startswith("M0") and far:
            yield "m0_with_distant"


def _mark(line: Line, one: Judged) -> Mark | None:
    token = line.items[one.mention.at].token
    return token.mark if token else None


def _basis(line: Line, one: Judged) -> str:
    mark = _mark(line, one)
    return mark.basis if mark else ""


def _found(one: Judged) -> list[PlaceId]:
    return [f.place for f in one.meaning.found if f.certainty is Certainty.FOUND]


def _names_tumor(one: Judged) -> bool:
    places = [PLACES[place] for place in _found(one)]
    return any(p.counts_as is CountsAs.BREAST and p.id != "several_spots" for p in places)


def _names_near_nodes(one: Judged) -> bool:
    near = (PLACES[place] for place in (*_found(one), *one.meaning.candidates))
    return any(p.group is Group.NEARBY_NODES and p.counts_as is CountsAs.NEARBY for p in near)


def _names_only_far(one: Judged) -> bool:
    if any(is_far_somewhere(f) for f in one.meaning.found):
        return False
    places = _found(one) or list(one.meaning.candidates)
    return {PLACES[place].counts_as for place in places} == {CountsAs.DISTANT}
