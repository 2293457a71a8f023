"""Gives each mention what denies it, doubts it, or moves it to another time or person.

Also which side it is on. After the idea of ConText; the words themselves stand in
``vocabulary/triggers.py``.
"""

from __future__ import annotations

from collections.abc import Iterable
from typing import Final

from decision_aid.records.typed.denials import (
    LOOKED_AT,
    denies_a_side,
    ends_a_heading,
    not_there_alone,
    was_not_done,
)
from decision_aid.records.typed.lexer import Item
from decision_aid.records.typed.lists import (
    ADDS_NOTHING,
    NAMES_SPREAD,
    bare_list,
    codes_listed_after,
    joined_by_or,
    list_before,
    of_the_word_before,
    run_together,
    share,
    while_listed,
)
from decision_aid.records.typed.mentions import NODES, Line, Mention
from decision_aid.records.typed.sides import give_side, tell_the_other_breast
from decision_aid.records.typed.vocabulary.roles import Effect, Reach, Role

_R, _E = Role, Effect

_NOT_REACHED_OVER_A_COMMA: Final = frozenset({_R.CODE, _R.NEUTRAL, _R.OTHER_CANCER, _R.BREAST})
_NO_DISEASE: Final = frozenset({_R.NEUTRAL, _R.BREAST, _R.NODE_SURGERY})
_DIAGNOSES: Final = frozenset({_R.TUMOR, _R.RECURRENCE})

_NO_OBJECT: Final = LOOKED_AT | {_R.PLAIN, _R.TO, _R.NOW, _R.COUNT}


def give_context(line: Line) -> None:
    """Let every trigger and every side of a line change the mentions that it reaches.

    Args:
        line: the line; its mentions are changed.
    """
    for at, item in enumerate(line.items):
        if item.role is _R.TRIGGER:
            _reach(line, at)
        elif item.role in {_R.SIDE, _R.OTHER_SIDE}:
            give_side(line, at)
    _doubt_one_of_two(line)
    tell_the_other_breast(line)
    _tell_old_from_now(line)


def _doubt_one_of_two(line: Line) -> None:
    """Leave suspected what may be something harmless: "lesion: mets or hemangioma"."""
    for at in range(1, len(line.items) - 1):
        item = line.items[at]
        if item.role is not _R.OR or not item.text.isalpha():
            continue
        for one, other in ((at - 1, at + 1), (at + 1, at - 1)):
            harmless = line.by_item.get(other)
            if harmless is None or harmless.role is not _R.NEUTRAL:
                continue
            if line.items[one].role in NAMES_SPREAD | {_R.MALIGNANT}:
                for mention in line.in_part(line.parts[at]):
                    if one in mention.items or one in mention.sharing:
                        mention.effects.add(_E.MAYBE)


def _reach(line: Line, at: int) -> None:
    entry = line.items[at].entry
    assert entry.effect is not None
    if entry.effect is _E.NO and (denies_a_side(line, at) or ends_a_heading(line, at)):
        for mention in line.in_part(line.parts[at]):
            mention.doubtful = True
            line.own(mention, at)
        return
    if entry.effect is _E.RELATIVE:
        _relative(line, at)
        return
    match entry.reach:
        case Reach.BEFORE:
            _reach_forward(line, at, over_commas=True)
        case Reach.CLOSE:
            _reach_forward(line, at, over_commas=False)
        case Reach.WHOLE:
            put(line, at, line.in_part(line.parts[at]))
        case Reach.AFTER:
            _reach_back(line, at)
        case _:
            if _stands_behind(line, at) or not _ahead(line, at):
                _reach_back(line, at)
            else:
                _reach_forward(line, at, over_commas=False)


def put(line: Line, at: int, mentions: Iterable[Mention]) -> None:
    """Let a trigger change mentions.

    Args:
        line: the line.
        at: the number of the trigger's item.
        mentions: those that it reaches.
    """
    effect = line.items[at].entry.effect
    assert effect is not None
    if effect is _E.NO and at and _is_maybe(line.items[at - 1]):
        # "Likely benign" does not deny.
        effect = _E.MAYBE
    for mention in mentions:
        not_done = effect is _E.NO and (
            was_not_done(line, at, mention) or not_there_alone(line, at)
        )
        mention.effects.add(_E.IF if not_done else effect)
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
        around = [m for m in here if m.at < at < max(m.items)]
        put(line, at, around)
        if not around and _ends_its_part(line, at):
            _speak_of_before(line, at)
        # "No" of something that is not known may go on over a list: "no fever, bone mets".
        if over_commas:
            _doubt_after(line, at, line.parts[at])
        return
    first = [m for m in reached if m is reached[0] or share(line, reached[0], m)]
    rest = [m for m in reached if m not in first]
    if effect is _E.PAST and not over_commas:
        rest = []
    results = any(
        line.items[n].role in {_R.POSITIVE, _R.REGION} for n in range(at + 1, first[0].at)
    )
    if effect is _E.NO and results and line.owner(at + 1) is not first[0]:
        # "R ax neg, L ax pos": it belongs to something before that was not read.
        for mention in reached:
            mention.doubtful = True
            line.own(mention, at)
        return
    if effect is _E.NO:
        joined = [m for m in rest if joined_by_or(line, at, m)]
        put(line, at, [*first, *joined])
        codes = reached[0].role is _R.CODE
        for mention in rest:
            of_list = codes and mention.role is _R.CODE
            if of_list or mention.role not in _NOT_REACHED_OVER_A_COMMA:
                mention.doubtful = mention.doubtful or mention not in joined
    else:
        put(line, at, [*first, *rest])
    later = (m for m in line.mentions_after(reached[-1].at) if m not in reached)
    put(line, at, while_listed(line, reached[-1], later))
    if line.items[at].text != "?":
        put(line, at, codes_listed_after(line, first[-1]))
    if over_commas and any(m.role is not _R.NEUTRAL for m in reached):
        _doubt_after(line, at, line.parts[at])


def _ends_its_part(line: Line, at: int) -> bool:
    """Whether no word follows in the same part of which a trigger may speak."""
    after = range(at + 1, line.items_of(line.parts[at]).stop)
    return all(line.items[n].role in _NO_OBJECT for n in after)


def _speak_of_before(line: Line, at: int) -> None:
    """Let a trigger that nothing follows doubt what stands before it: "liver mets, bone mets r/o".

    It never denies there, for it may belong to something that was left out.
    """
    before = [m for m in line.in_part(line.parts[at]) if m.at < at]
    if not before:
        return
    if line.items[at].entry.effect in {_E.MAYBE, _E.IF}:
        _reach_back(line, at)
    else:
        before[-1].doubtful = True
        line.own(before[-1], at)


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
        if line.items[n].role not in ADDS_NOTHING:
            return False
        n -= 1
    return False


def _reach_back(line: Line, at: int) -> None:
    sharing = of_the_word_before(line, at)
    if sharing:
        put(line, at, sharing)
        return
    before = [m for m in line.in_part(line.parts[at]) if m.at < at]
    if before:
        nearest = before[-1]
        listed = bare_list(line, nearest)
        shared = [
            m
            for m in line.in_sentence(line.sentences[at])
            if m.at < at and (m is nearest or m.at in listed or share(line, m, nearest))
        ]
        put(line, at, [*shared, *run_together(line, nearest)])
        if line.items[at].entry.reach is Reach.AFTER:
            for mention in list_before(line, nearest):
                mention.doubtful = mention.doubtful or mention not in shared


def _ends(item: Item) -> bool:
    return item.role is _R.STOP


def _relative(line: Line, at: int) -> None:
    """Let what stands with a relative be theirs, up to where the person is spoken of again."""
    part, heading = line.parts[at], line.items[at].entry.reach is Reach.BEFORE
    stop = next((n for n in range(at, len(line.items)) if _ends(line.items[n])), len(line.items))
    if heading and line.items[at + 1 : at + 2] and line.items[at + 1].entry.effect is _E.NO:
        # "Family history negative" says all that there is to say of them.
        stop = at + 1
    here = [m for m in line.mentions if m.at < stop and m.sentence >= line.sentences[at]]
    person_again = line.next_person(at)
    for mention in here:
        again = person_again < mention.at
        if mention.at < at:
            reached = mention.part == part and not heading
        else:
            reached = not again and (mention.part == part or heading)
        if reached:
            put(line, at, [mention])
        elif mention.at > at and not again and mention.role is not _R.CODE:
            mention.doubtful = True


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
