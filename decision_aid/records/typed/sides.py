"""Gives each mention the side that a line names for it."""

from __future__ import annotations

from typing import Final

from decision_aid.domain import Side
from decision_aid.records.typed.mentions import NODES, PLACES_OF_SPREAD, Line, Mention
from decision_aid.records.typed.vocabulary.roles import Role

_R = Role

_DIAGNOSES: Final = frozenset({_R.TUMOR, _R.RECURRENCE})
_PASSED_BY_A_SIDE: Final = frozenset(
    {
        *(_R.SIDE, _R.PLAIN, _R.NUMBER, _R.POSITIVE, _R.SPREADING, _R.OTHER_SIDE, _R.TRIGGER),
        *(_R.SPOT, _R.TO, _R.MALIGNANT, _R.RECURRENCE, _R.MICRO, _R.NEUTRAL, _R.TEST, _R.SAMPLE),
        _R.NOT_MEDICAL,
    }
)
_FAR: Final = 40
"""A side speaks of nothing that stands farther away, in items."""

_STAND_IN_A_HEADING: Final = frozenset({_R.PLAIN, _R.MALIGNANT})
_HAVE_A_SIDE: Final = frozenset({_R.TUMOR, _R.BREAST, _R.RECURRENCE, _R.CODE}) | PLACES_OF_SPREAD


def give_side(line: Line, at: int) -> None:
    """Give a side to what it speaks of.

    Args:
        line: the line; one of its mentions is changed.
        at: the number of the side's item.
    """
    item = line.items[at]
    if _heads_a_list(line, at):
        heading = line.new_mention(at, _R.NEUTRAL, "side")
        heading.side = Side.BOTH
        line.add([heading])
        return
    mention = _sided(line, at)
    if mention is None:
        return
    if mention.part != line.parts[at]:
        # It stands alone, and so speaks of the breast of the whole line.
        line.own(mention, at)
        return
    line.own(mention, at)
    if item.role is _R.OTHER_SIDE:
        mention.other_side = item.entry.id == "other"
    elif mention.side is None:
        mention.side = Side(item.entry.id)
    elif mention.side is not Side(item.entry.id):
        mention.side = Side.BOTH


def tell_the_other_breast(line: Line) -> None:
    """Let a diagnosis lie in the other breast where its part speaks of that one."""
    for breast in line.mentions:
        if breast.role is not _R.BREAST or breast.effects:
            continue
        named = breast.at > 0 and line.items[breast.at - 1].text.lower() == "other"
        if not (breast.other_side or named):
            continue
        for mention in line.in_part(breast.part):
            if mention.role in _DIAGNOSES and mention.side is None:
                mention.other_side = True


def _sided(line: Line, at: int) -> Mention | None:
    """Return what a side speaks of: what follows it, else what stands before it."""
    part, operated = line.parts[at], False
    behind = line.last_before(at)
    listed = line.items[at + 1 : at + 2] and line.items[at + 1].role is _R.AND
    if listed and behind is not None and behind.at == at - 1 and behind.role in _DIAGNOSES:
        return behind
    next_is_side = line.items[at + 1 : at + 2] and _is_side(line, at + 1)
    if next_is_side and behind is not None and behind.part == part and behind.role in NODES:
        return behind
    n = at + 1
    while n < min(len(line.items), at + _FAR) and line.parts[n] == part:
        mention = line.owner(n)
        own_place = mention is not None and (mention.at == n or mention.role in NODES)
        if mention is not None and own_place and mention.role in _HAVE_A_SIDE:
            both = line.items[at].entry.id == Side.BOTH
            return mention if not operated or (mention.role in _DIAGNOSES and not both) else None
        role = line.items[n].role
        sides_listed = role is _R.AND and line.items[n + 1 : n + 2] and _is_side(line, n + 1)
        if role not in _PASSED_BY_A_SIDE and not sides_listed:
            break
        operated = operated or line.items[n].role in {_R.NEUTRAL, _R.TEST, _R.SAMPLE}
        n += 1
    before = [m for m in line.in_part(part) if m.at < at and m.role in _HAVE_A_SIDE]
    if before:
        return before[-1]
    behind_with = _behind_with(line, at)
    if behind_with is not None:
        return behind_with
    alone = line.roles_in(part) <= {_R.SIDE, _R.PLAIN}
    return _of_the_breast(line, at) if alone else None


def _behind_with(line: Line, at: int) -> Mention | None:
    """Return the diagnosis of "L with invasion", where nothing stands before the side."""
    items = line.items[at + 1 : at + 3]
    if len(items) < 2 or items[0].role is not _R.WITH:
        return None
    mention = line.owner(at + 2)
    return mention if mention is not None and mention.role in _DIAGNOSES else None


def _heads_a_list(line: Line, at: int) -> bool:
    """Whether it says that both breasts follow, each with its own: "bilat ca: L IDC, R DCIS"."""
    if line.items[at].entry.id != Side.BOTH:
        return False
    for n in range(at + 1, line.items_of(line.parts[at]).stop):
        if _is_side(line, n):
            return line.items[n].entry.id != Side.BOTH
        if line.items[n].role not in _STAND_IN_A_HEADING:
            return False
    return False


def _is_side(line: Line, at: int) -> bool:
    return line.items[at].role is _R.SIDE


def _of_the_breast(line: Line, at: int) -> Mention | None:
    """Return the nearest mention of the breast, first of those before."""
    of_breast = [m for m in line.mentions if m.role in {_R.TUMOR, _R.BREAST, _R.CODE}]
    before = [m for m in of_breast if m.at < at]
    after = [m for m in of_breast if m.at > at]
    return before[-1] if before else after[0] if after else None
