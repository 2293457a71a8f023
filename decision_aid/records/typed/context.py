"""Gives each mention what denies it, doubts it, or moves it to another time or person.

Also which side it is on. After the idea of ConText; the words themselves stand in
``vocabulary/triggers.py``.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Final

from decision_aid.domain import Side
from decision_aid.records.typed.lexer import Item
from decision_aid.records.typed.mentions import NODES, PLACES_OF_SPREAD, Line, Mention
from decision_aid.records.typed.vocabulary.roles import Effect, Reach, Role

_R, _E = Role, Effect

_NOT_REACHED_OVER_A_COMMA: Final = frozenset({_R.CODE, _R.NEUTRAL, _R.OTHER_CANCER, _R.BREAST})
_NO_DISEASE: Final = frozenset({_R.NEUTRAL, _R.BREAST, _R.NODE_SURGERY})
_DIAGNOSES: Final = frozenset({_R.TUMOR, _R.RECURRENCE})
_ADDS_NOTHING: Final = frozenset(
    {_R.PLAIN, _R.NOT_MEDICAL, _R.NUMBER, _R.SIDE, _R.OTHER_SIDE, _R.TEST, _R.SAMPLE, _R.COUNT,
     _R.SPOT, _R.MALIGNANT, _R.POSITIVE, _R.TO, _R.SPREAD}
)  # fmt: skip
_PASSED_BY_A_SIDE: Final = frozenset(
    {_R.SIDE, _R.PLAIN, _R.NUMBER, _R.POSITIVE, _R.SPREADING, _R.OTHER_SIDE, _R.TRIGGER, _R.SPOT, _R.TO,
     _R.MALIGNANT, _R.RECURRENCE, _R.MICRO, _R.NEUTRAL, _R.TEST, _R.SAMPLE, _R.NOT_MEDICAL}
)  # fmt: skip
_HAVE_A_SIDE: Final = frozenset({_R.TUMOR, _R.BREAST, _R.RECURRENCE, _R.CODE}) | PLACES_OF_SPREAD


def give_context(line: Line) -> None:
    """Let every trigger and every side of a line change the mentions that it reaches.

    Args:
        line: the line; its mentions are changed.
    """
    for at, item in enumerate(line.items):
        if item.role is _R.TRIGGER:
            _reach(line, at)
        elif item.role in {_R.SIDE, _R.OTHER_SIDE}:
            _give_side(line, at)
    _let_results_count(line)
    _doubt_spread_somewhere(line)
    _tell_old_from_now(line)


def _reach(line: Line, at: int) -> None:
    entry = line.items[at].entry
    assert entry.effect is not None
    if entry.effect is _E.RELATIVE:
        _relative(line, at)
        return
    match entry.reach:
        case Reach.BEFORE:
            _reach_forward(line, at, over_commas=True)
        case Reach.CLOSE:
            _reach_forward(line, at, over_commas=False)
        case Reach.WHOLE:
            _put(line, at, line.in_part(line.parts[at]))
        case Reach.AFTER:
            _reach_back(line, at)
        case _:
            if _stands_behind(line, at) or not _ahead(line, at):
                _reach_back(line, at)
            else:
                _reach_forward(line, at, over_commas=False)


def _put(line: Line, at: int, mentions: Iterable[Mention]) -> None:
    effect = line.items[at].entry.effect
    assert effect is not None
    if effect is _E.NO and at and _is_maybe(line.items[at - 1]):
        # "Likely benign" does not deny.
        effect = _E.MAYBE
    for mention in mentions:
        mention.effects.add(effect)
        line.own(mention, at)


def _is_maybe(item: Item) -> bool:
    return item.entry.effect is _E.MAYBE and item.entry.reach in {Reach.EITHER, Reach.BEFORE}


def _ahead(line: Line, at: int) -> list[Mention]:
    """Return what follows in the same part, up to what ends a reach."""
    ends = line.items_of(line.parts[at]).stop
    stops = [
        n
        for n in range(at + 1, ends)
        if line.items[n].role is _R.NOW and line.items[at].entry.effect is _E.PAST
    ]
    end = stops[0] if stops else ends
    return [m for m in line.in_part(line.parts[at]) if at < m.at < end]


def _reach_forward(line: Line, at: int, *, over_commas: bool) -> None:
    reached = _ahead(line, at)
    effect = line.items[at].entry.effect
    if not reached:
        here = line.in_part(line.parts[at])
        _put(line, at, [m for m in here if m.at < at < max(m.items)])
        # "No" of something that is not known may go on over a list: "no fever, bone mets".
        if over_commas:
            _doubt_after(line, at, line.parts[at])
        return
    first = [m for m in reached if m is reached[0] or _share(line, reached[0], m)]
    rest = [m for m in reached if m not in first]
    if effect is _E.PAST and not over_commas:
        rest = []
    if effect is _E.NO:
        joined = [m for m in rest if _joined_by_or(line, at, m)]
        _put(line, at, [*first, *joined])
        codes = reached[0].role is _R.CODE
        for mention in rest:
            of_list = codes and mention.role is _R.CODE
            if of_list or mention.role not in _NOT_REACHED_OVER_A_COMMA:
                mention.doubtful = mention.doubtful or mention not in joined
    else:
        _put(line, at, [*first, *rest])
    later = (m for m in line.mentions_after(reached[-1].at) if m not in reached)
    _put(line, at, [m for m in _while_listed(line, reached[-1], later)])
    if line.items[at].text != "?":
        _put(line, at, _codes_listed_after(line, first[-1]))
    if over_commas and any(m.role is not _R.NEUTRAL for m in reached):
        _doubt_after(line, at, line.parts[at])


def _codes_listed_after(line: Line, one: Mention) -> Iterator[Mention]:
    """Yield the codes that go on with a list: "no C79.51, C78.7"."""
    if one.role is not _R.CODE:
        return
    for mention in line.mentions_after(one.at):
        between = range(one.at + 1, mention.at)
        listed = all(line.items[n].role in {_R.COMMA, _R.AND, _R.OR} for n in between)
        if mention.role is not _R.CODE or not listed:
            return
        yield mention
        one = mention


def _run_together(line: Line, one: Mention) -> Iterator[Mention]:
    """Yield the codes that are written before this one without a space."""
    at = one.at
    while at > 0 and line.items[at].role is line.items[at - 1].role is _R.CODE:
        if line.items[at - 1].end != line.items[at].start:
            return
        at -= 1
        yield line.by_item[at]


def _while_listed(line: Line, one: Mention, later: Iterable[Mention]) -> Iterator[Mention]:
    for mention in later:
        if not _share(line, one, mention):
            return
        yield mention


def _share(line: Line, one: Mention, other: Mention) -> bool:
    """Whether two places stand in one list that shares what is said of it."""
    if one is other or not one.sharing & other.sharing:
        return False
    low, high = sorted((one.at, other.at))
    return all(
        line.items[n].role is not _R.TRIGGER or line.items[n].entry.effect is not _E.NO
        for n in range(low + 1, high)
    )


def _joined_by_or(line: Line, at: int, mention: Mention) -> bool:
    between = range(at + 1, mention.at)
    roles = [line.items[n].role for n in between]
    return _R.OR in roles and _R.AND not in roles and _R.WITH not in roles


def _doubt_after(line: Line, at: int, part: int) -> None:
    """Leave open what follows in other parts of the sentence and may still be meant."""
    effect = line.items[at].entry.effect
    sentence = line.sentences[at]
    for mention in line.mentions_after(at):
        if mention.sentence != sentence:
            break
        if mention.part == part or mention.role in _NOT_REACHED_OVER_A_COMMA:
            continue
        if line.next_now(at) < mention.at:
            break
        if mention.role in _DIAGNOSES and effect is not _E.PAST:
            continue
        if mention.role in NODES and mention.found_of is not None:
            continue
        mention.doubtful = True


def _stands_behind(line: Line, at: int) -> bool:
    """Whether what a trigger speaks of stands right before it."""
    n = at - 1
    while n >= 0 and line.parts[n] == line.parts[at]:
        if line.owner(n) is not None:
            return line.items[n].role is not _R.TRIGGER
        if line.items[n].role not in _ADDS_NOTHING:
            return False
        n -= 1
    return False


def _reach_back(line: Line, at: int) -> None:
    before = [m for m in line.in_part(line.parts[at]) if m.at < at]
    if before:
        nearest = before[-1]
        shared = [
            m
            for m in line.in_sentence(line.sentences[at])
            if m.at < at
            and (m is nearest or _share(line, m, nearest) or _bare_list(line, m, nearest))
        ]
        _put(line, at, [*shared, *_run_together(line, nearest)])


def _bare_list(line: Line, one: Mention, other: Mention) -> bool:
    """Whether two places are only named, and listed: "bone and liver suspected"."""
    places = one.role in PLACES_OF_SPREAD and other.role in PLACES_OF_SPREAD
    if not places or one.sentence != other.sentence or one.evidence or one.number:
        return False
    between = [line.items[n].role for n in range(one.at + 1, other.at) if n not in one.items]
    return all(role in {_R.AND, _R.OR, _R.PLAIN, _R.SIDE, _R.COMMA, _R.ORGAN} for role in between)


def _let_results_count(line: Line) -> None:
    """Let a part that only holds a result speak of the place before it: "nodule, bx pending"."""
    for part in sorted(set(line.parts)):
        here = line.in_part(part)
        denies_all = bool(here) and all(line.items[m.at].role is _R.TRIGGER for m in here)
        if here and not denies_all:
            continue
        inside = line.items_of(part)
        triggers = [n for n in inside if line.items[n].role is _R.TRIGGER]
        roles = {line.items[n].role for n in inside}
        last = line.last_before(inside[0])
        if last is None or last.sentence != line.sentences[inside[0]] or last.part < part - 2:
            continue
        if denies_all:
            last.doubtful = last.doubtful or _may_be_denied(last)
            continue
        sampled = _R.SAMPLE in last.evidence and last.role in PLACES_OF_SPREAD
        if _R.POSITIVE in roles and not triggers and sampled:
            last.evidence.add(_R.POSITIVE)
            line.own(last, *(n for n in inside if line.items[n].role is _R.POSITIVE))
        if _R.PROVEN in roles and not triggers:
            last.evidence.add(_R.PROVEN)
            line.own(last, *(n for n in inside if line.items[n].role in {_R.PROVEN, _R.SAMPLE}))
        for n in triggers:
            if line.items[n].entry.effect in {_E.NO, _E.MAYBE, _E.IF}:
                _result(line, n, last, roles)


def _may_be_denied(mention: Mention) -> bool:
    """Whether "no mets" behind it may speak of it, and not of the rest of the body."""
    sure = mention.evidence & {_R.SPREAD, _R.SPREADING, _R.PROVEN, _R.COUNT, _R.POSITIVE}
    return mention.role in PLACES_OF_SPREAD and not sure


def _result(line: Line, at: int, last: Mention, roles: set[Role]) -> None:
    tumor = last.role is _R.TUMOR and (_R.SAMPLE in roles or _R.TEST not in roles)
    code = last.role is _R.CODE and not roles & {_R.SAMPLE, _R.TEST}
    if last.role not in PLACES_OF_SPREAD and not tumor and not code:
        return
    sure = bool(last.evidence & {_R.SPREAD, _R.SPREADING, _R.PROVEN, _R.COUNT})
    if sure and _R.TEST in roles:
        return
    named = last.role in {_R.TUMOR, _R.CODE}
    if line.items[at].entry.effect is _E.NO and (sure or named):
        last.doubtful = True
        line.own(last, at)
    else:
        _put(line, at, [last, *_run_together(line, last)])


def _doubt_spread_somewhere(line: Line) -> None:
    """Leave spread without a place open beside any word of doubt: "mets ?bone"."""
    for mention in line.mentions:
        if mention.id == "other_far_organ=not_sure" and not mention.effects:
            mention.doubtful = mention.doubtful or any(
                line.items[n].role is _R.TRIGGER for n in line.items_of(mention.part)
            )


def _relative(line: Line, at: int) -> None:
    """Let what stands with a relative be theirs, up to where the person is spoken of again."""
    part, heading = line.parts[at], line.items[at].entry.reach is Reach.BEFORE
    here = line.in_sentence(line.sentences[at])
    for mention in here:
        between = range(at + 1, mention.at)
        again = any(line.items[n].role in {_R.SELF, _R.NOW} for n in between)
        if mention.at < at:
            reached = mention.part == part and not heading
        else:
            reached = not again and (mention.part == part or heading)
        if reached:
            _put(line, at, [mention])
        elif mention.at > at and not again and mention.role is not _R.CODE:
            mention.doubtful = True


def _give_side(line: Line, at: int) -> None:
    item = line.items[at]
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


def _sided(line: Line, at: int) -> Mention | None:
    """Return what a side speaks of: what follows it, else what stands before it."""
    part, operated = line.parts[at], False
    behind = line.last_before(at)
    listed = line.items[at + 1 : at + 2] and line.items[at + 1].role is _R.AND
    if listed and behind is not None and behind.at == at - 1 and behind.role in _DIAGNOSES:
        return behind
    n = at + 1
    while n < len(line.items) and line.parts[n] == part:
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
    alone = all(line.items[n].role in {_R.SIDE, _R.PLAIN} for n in line.items_of(part))
    return _of_the_breast(line, at) if alone else None


def _is_side(line: Line, at: int) -> bool:
    return line.items[at].role is _R.SIDE


def _of_the_breast(line: Line, at: int) -> Mention | None:
    """Return the nearest mention of the breast, first of those before."""
    of_breast = [m for m in line.mentions if m.role in {_R.TUMOR, _R.BREAST, _R.CODE}]
    before = [m for m in of_breast if m.at < at]
    after = [m for m in of_breast if m.at > at]
    return before[-1] if before else after[0] if after else None


def _tell_old_from_now(line: Line) -> None:
    """A dated or operated diagnosis before "now" is an old one; before another one, it may be."""
    tumors = [m for m in line.mentions if m.role is _R.TUMOR]
    present = {
        line.parts[n]
        for n, item in enumerate(line.items)
        if item.role is _R.NOW
        and any(m.at > n and m.role not in _NO_DISEASE for m in line.in_part(line.parts[n]))
    }
    for mention in line.mentions:
        if mention.role not in _DIAGNOSES:
            continue
        part = line.items_of(mention.part)
        operated = any(line.items[n].entry.effect is _E.PAST and n < mention.at for n in part)
        dated = any(line.items[n].entry.id == "date" for n in part)
        if not (operated or dated):
            continue
        now = any(part > mention.part for part in present)
        others = any(m.part != mention.part and m.at > mention.at for m in tumors)
        if now:
            mention.effects.add(_E.PAST)
        elif operated and others:
            mention.doubtful = True


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
