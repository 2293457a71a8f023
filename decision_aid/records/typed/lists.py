"""Lists of places and of codes: what stands in one, and what is said of all of it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Final

from decision_aid.records.typed.mentions import PLACES_OF_SPREAD, Line, Mention
from decision_aid.records.typed.vocabulary.roles import Effect, Role

_R, _E = Role, Effect

ADDS_NOTHING: Final = frozenset(
    {_R.PLAIN, _R.NOT_MEDICAL, _R.NUMBER, _R.SIDE, _R.OTHER_SIDE, _R.TEST, _R.SAMPLE, _R.COUNT,
     _R.SPOT, _R.MALIGNANT, _R.POSITIVE, _R.TO, _R.SPREAD}
)  # fmt: skip
"""What may stand between a word and what it speaks of."""

NAMES_SPREAD: Final = frozenset({_R.SPREAD, _R.SPREADING, _R.REACHING, _R.SPOT})
"""What names something that was found, and may be shared by several places."""

_IN_A_LIST: Final = frozenset({_R.AND, _R.OR, _R.PLAIN, _R.SIDE, _R.COMMA, _R.ORGAN})


def share(line: Line, one: Mention, other: Mention) -> bool:
    """Whether two places stand in one list that shares what is said of it."""
    if one is other or not one.sharing & other.sharing:
        return False
    low, high = sorted((one.at, other.at))
    return all(
        line.items[n].role is not _R.TRIGGER or line.items[n].entry.effect is not _E.NO
        for n in range(low + 1, high)
    )


def bare_list(line: Line, last: Mention) -> set[int]:
    """Return where places stand that are only named, in a list with the last one.

    As in "bone and liver suspected".
    """
    listed: set[int] = set()
    if last.role not in PLACES_OF_SPREAD:
        return listed
    parting: set[int] = set()
    end = last.at
    for one in reversed([m for m in line.in_sentence(last.sentence) if m.at < last.at]):
        parting |= {n for n in range(one.at + 1, end) if line.items[n].role not in _IN_A_LIST}
        end = one.at + 1
        named_only = one.role in PLACES_OF_SPREAD and not one.evidence and not one.number
        if named_only and parting <= one.items:
            listed.add(one.at)
    return listed


def list_before(line: Line, last: Mention) -> Iterator[Mention]:
    """Yield the places of the list that ends here and begins with the word for what was found.

    In "mets to liver, bone, lung not confirmed" nobody can say whether the first two are meant.
    """
    if last.evidence or last.role not in PLACES_OF_SPREAD:
        return
    end = last
    for one in reversed([m for m in line.in_sentence(last.sentence) if m.at < last.at]):
        between = range(one.at + 1, end.at)
        if not all(line.items[n].role in _IN_A_LIST for n in between if n not in one.items):
            return
        if one.role not in PLACES_OF_SPREAD:
            return
        named_only = not one.evidence and not one.number
        if named_only or any(n < one.at for n in one.sharing):
            yield one
        end = one


def of_the_word_before(line: Line, at: int) -> list[Mention]:
    """Return the places that follow and share the word right before: "mets excluded in liver"."""
    n = at - 1
    while n >= 0 and line.parts[n] == line.parts[at] and line.items[n].role in ADDS_NOTHING:
        if line.items[n].role in NAMES_SPREAD:
            return [m for m in line.mentions_after(at) if n in m.sharing]
        n -= 1
    return []


def run_together(line: Line, one: Mention) -> Iterator[Mention]:
    """Yield the codes that are written before this one without a space.

    Args:
        line: the line.
        one: the code.
    """
    at = one.at
    while at > 0 and line.items[at].role is line.items[at - 1].role is _R.CODE:
        if line.items[at - 1].end != line.items[at].start:
            return
        at -= 1
        yield line.by_item[at]


def codes_listed_after(line: Line, one: Mention) -> Iterator[Mention]:
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


def while_listed(line: Line, one: Mention, later: Iterable[Mention]) -> Iterator[Mention]:
    """Yield the later places up to the first that does not stand in one list with this one."""
    for mention in later:
        if not share(line, one, mention):
            return
        yield mention


def joined_by_or(line: Line, at: int, mention: Mention) -> bool:
    """Whether only "or" joins a mention to what a trigger speaks of."""
    between = range(at + 1, mention.at)
    roles = [line.items[n].role for n in between]
    return _R.OR in roles and _R.AND not in roles and _R.WITH not in roles
