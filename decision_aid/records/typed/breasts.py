"""Which breast a line speaks of, and on which side of it each of its findings lies."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from decision_aid.domain import (
    PLACES,
    UNKNOWN_BIOLOGY,
    Certainty,
    Finding,
    PlaceId,
    PlaceSide,
    Side,
)
from decision_aid.domain.places import OTHER_SIDE_OF
from decision_aid.records.codes.meaning import Subject
from decision_aid.records.typed.certainty import State
from decision_aid.records.typed.judging import Judged
from decision_aid.records.typed.mentions import NODES, Line, Mention
from decision_aid.records.typed.reading import WHICH_SIDE
from decision_aid.records.typed.vocabulary.roles import Effect, Role

_DIAGNOSES: Final = frozenset({Role.TUMOR, Role.RECURRENCE})
_OTHER_BREAST: Final = PlaceId("other_breast")
_SURE: Final = frozenset({State.YES})
_DOUBTED: Final = frozenset({State.MAYBE, State.OPEN})


def side_of_line(line: Line, judged: list[Judged]) -> tuple[Side | None, bool]:
    """Return the breast that a line names, and whether it names two and does not say which.

    Args:
        line: the line.
        judged: what its mentions say.
    """
    if any(m.id == "side" and m.side is Side.BOTH for m in line.mentions):
        return Side.BOTH, False
    for states in (_SURE, _DOUBTED):
        named = {side for one in judged if one.state in states and (side := side_of(line, one))}
        if len(named) > 1 and states is _DOUBTED:
            return None, True
        if named:
            return (Side.BOTH if len(named) > 1 else named.pop()), False
    beside = set(_of_no_diagnosis(line, [one for one in judged if one.state is State.YES]))
    return (beside.pop() if len(beside) == 1 else None), len(beside) > 1


def side_of(line: Line, one: Judged) -> Side | None:
    """Return the breast that a diagnosis or a code names.

    Args:
        line: the line that it stands in.
        one: what it says.
    """
    mention = one.mention
    token = line.items[mention.at].token
    if token is not None:
        if one.meaning.side is not None:
            return one.meaning.side
        # A category of the tumor may say in words which breast it is.
        of_tumor = token.mark is not None and token.mark.letter == "T"
        return mention.side if of_tumor else None
    if mention.role not in _DIAGNOSES:
        return None
    if mention.other_side:
        return None
    return mention.side or _side_of_breast(line, mention)


def _side_of_breast(line: Line, mention: Mention) -> Side | None:
    breasts = [
        m for m in line.in_part(mention.part) if m.role is Role.BREAST and m.side and not m.effects
    ]
    sides = {m.side for m in breasts}
    return breasts[0].side if len(sides) == 1 else None


def _of_no_diagnosis(line: Line, sure: list[Judged]) -> Iterator[Side]:
    """Yield the sides that stand with the breast, or alone."""
    for mention in line.mentions:
        if mention.role in {Role.BREAST, Role.CODE} and mention.side and not mention.effects:
            yield mention.side
    for at, item in enumerate(line.items):
        if item.role is not Role.SIDE or item.entry.id == Side.BOTH or not _of_breast(line, at):
            continue
        old = any(
            line.items[n].entry.effect in {Effect.PAST, Effect.RELATIVE}
            for n in line.items_of(line.parts[at])
        )
        if not old or any(
            one.mention.role in _DIAGNOSES and one.mention.part == line.parts[at] for one in sure
        ):
            yield Side(item.entry.id)


_OPERATED: Final = ("mastectomy", "lumpectomy", "excision", "wle", "breast")


def _of_breast(line: Line, at: int) -> bool:
    """Whether a side that goes with no place of its own speaks of the breast."""
    owner = line.owner(at)
    if owner is not None:
        return owner.part != line.parts[at] or owner.id == "side"
    part = line.items_of(line.parts[at])
    if sum(line.items[n].role is Role.SIDE for n in part) > 1:
        return False
    if at + 1 not in part:
        return True
    after = line.items[at + 1]
    return after.role in {Role.TEST, Role.SAMPLE} or after.text.lower().endswith(_OPERATED)


def placed(line: Line, one: Judged, side: Side | None) -> Judged:
    """Return the same with each finding on the side where it lies.

    Args:
        line: the line.
        one: what a mention says.
        side: the breast of the line.
    """
    findings = [moved for f in one.meaning.found for moved in _placed(line, one, f, side)]
    if _is_other_breast(one):
        findings = [Finding(_OTHER_BREAST, Certainty.FOUND)]
    asks = one.meaning.asks
    waits = any(f.certainty is Certainty.UNKNOWN and f not in one.meaning.found for f in findings)
    if waits:
        asks = tuple(dict.fromkeys((*asks, WHICH_SIDE)))
    meaning = one.meaning._replace(found=tuple(findings), asks=asks)
    if any(f.place == _OTHER_BREAST for f in findings):
        # What the reports say of that cancer is not said of this one.
        meaning = meaning._replace(biology=UNKNOWN_BIOLOGY)
    return one._replace(meaning=meaning)


def _is_other_breast(one: Judged) -> bool:
    cancer = one.mention.id == "breast_cancer" and one.state is State.YES
    return cancer and bool(one.mention.other_side)


def _placed(line: Line, one: Judged, finding: Finding, side: Side | None) -> Iterator[Finding]:
    if PLACES[finding.place].side is not PlaceSide.SAME:
        yield finding
    elif one.mention.role in NODES or one.mention.role is Role.STRAY_CELLS:
        yield from _nodes(line, one, finding, side)
    else:
        yield from _in_breast(line, one, finding, side)


def _nodes(line: Line, one: Judged, finding: Finding, side: Side | None) -> Iterator[Finding]:
    mention = one.mention
    own = mention.side or (_side_of_part(line, one) if side is Side.BOTH else None)
    other_place = OTHER_SIDE_OF.get(finding.place)
    elsewhere = mention.other_side or (
        own in {Side.LEFT, Side.RIGHT} and side in {Side.LEFT, Side.RIGHT} and own is not side
    )
    if side is Side.BOTH:
        if own in {Side.LEFT, Side.RIGHT}:
            yield finding._replace(side=own)
        elif own is Side.BOTH or finding.certainty is Certainty.NOT_FOUND:
            yield finding
        else:
            yield _waiting(finding)
    elif elsewhere and other_place:
        yield finding._replace(place=other_place, detail=None)
    elif elsewhere:
        yield _waiting(finding)
    else:
        yield finding
        if own is Side.BOTH and other_place:
            yield finding._replace(place=other_place, detail=None)


def _waiting(finding: Finding) -> Finding:
    if finding.certainty is not Certainty.FOUND:
        return finding
    return finding._replace(certainty=Certainty.UNKNOWN, detail=None)


def _in_breast(line: Line, one: Judged, finding: Finding, side: Side | None) -> Iterator[Finding]:
    own = side_of(line, one)
    if one.mention.other_side:
        yield Finding(_OTHER_BREAST, finding.certainty)
    elif side is Side.BOTH:
        own = own or _side_of_part(line, one)
        named = {m.side for m in line.mentions if m.role in _DIAGNOSES} - {None}
        if own is Side.BOTH or named == {Side.BOTH} or finding.certainty is Certainty.NOT_FOUND:
            yield finding._replace(side=None)
        elif own is None:
            yield _waiting(finding)
        else:
            yield finding._replace(side=own)
    elif own is not None and side is not None and own is not side:
        if finding.certainty is not Certainty.NOT_FOUND:
            yield Finding(_OTHER_BREAST, finding.certainty)
    else:
        yield finding


def _side_of_part(line: Line, one: Judged) -> Side | None:
    """Return the one side that the same part between commas names, if any."""
    token = line.items[one.mention.at].token
    if token is not None and token.says is not None and token.says.subject is Subject.BREAST_CANCER:
        return None
    sides = {
        m.side
        for m in line.mentions
        if m.part == one.mention.part and m.side and m.role not in NODES | {Role.NEUTRAL}
    }
    return sides.pop() if len(sides) == 1 else None
