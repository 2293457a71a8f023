"""Gives every word of a line back: with what it was read as, or as not read."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from typing import Final, NamedTuple

from decision_aid.records.typed.mentions import Line, Mention
from decision_aid.records.typed.vocabulary.roles import Role

_R = Role
_JOINING: Final = frozenset(
    {_R.AND, _R.OR, _R.TO, _R.WITH, _R.BUT, _R.COMMA, _R.STOP, _R.SELF, _R.NOW}
)
JOINING_WORDS: Final = frozenset(
    {
        "a", "an", "the", "and", "or", "w", "with", "of", "to", "in", "on", "at", "by", "from",
        "for", "into", "but", "is", "are", "was", "were", "be", "been", "as", "it", "that",
        "this",
    }
)  # fmt: skip
"""What is left out of what was not read, where it stands at an end."""

_GO_ALONG: Final = _JOINING | {
    _R.PLAIN, _R.NUMBER, _R.TEST, _R.SAMPLE, _R.SPOT, _R.MALIGNANT, _R.POSITIVE, _R.PROVEN,
    _R.REACHING, _R.SIDE, _R.OTHER_SIDE, _R.BREAST,
}  # fmt: skip
"""What goes along with what is read beside it; whatever could turn it does not."""

_NO_MEDICINE: Final = frozenset({_R.PLAIN, _R.NUMBER, _R.NOT_MEDICAL}) | _JOINING
_WORDS: Final = re.compile(r"[^\W_]+")
_LETTER: Final = re.compile(r"[^\W\d_]")
_WORD: Final = re.compile(r"[^\W_]")


class Spoken(NamedTuple):
    """The words of each mention, and the numbers of all items that were taken."""

    of_mentions: list[str]
    taken: set[int]


class Piece(NamedTuple):
    """Words that were not read, with the numbers of their items."""

    text: str
    items: tuple[int, ...]


def texts(text: str, line: Line, mentions: list[Mention]) -> Spoken:
    """Return the words that each mention was read from.

    Args:
        text: the line as given.
        line: its items.
        mentions: those that say something, in order.
    """
    owner = {n: number for number, mention in enumerate(mentions) for n in mention.items}
    for number, mention in enumerate(mentions):
        owner[mention.at] = number
    _let_go_along(line, owner, mentions)
    own: list[list[int]] = [[] for _ in mentions]
    for n, number in owner.items():
        own[number].append(n)
    return Spoken([_text(text, line, sorted(numbers)) for numbers in own], set(owner))


def _let_go_along(line: Line, owner: dict[int, int], mentions: list[Mention]) -> None:
    by_part: dict[int, list[int]] = {}
    for n in sorted(owner):
        by_part.setdefault(line.parts[n], []).append(n)
    for n, item in enumerate(line.items):
        beside = by_part.get(line.parts[n])
        date = item.role is _R.NOT_MEDICAL and item.entry.id == "date"
        if n in owner or not beside or not (item.role in _GO_ALONG or date):
            continue
        before = [m for m in beside if m < n]
        owner[n] = owner[before[-1] if before else beside[0]]


def _text(text: str, line: Line, numbers: list[int]) -> str:
    """Return the words of these items, in one piece where they stand beside each other."""
    runs: list[tuple[int, int]] = []
    for n in numbers:
        item = line.items[n]
        if runs and not _WORD.search(text[runs[-1][1] : item.start]):
            runs[-1] = (runs[-1][0], item.end)
        else:
            runs.append((item.start, item.end))
    return " ".join(_trimmed(text[start:end]) for start, end in runs)


def unread(text: str, line: Line, taken: set[int]) -> list[Piece]:
    """Return the words that were not read, in pieces as they stand in the line.

    Args:
        text: the line as given.
        line: its items.
        taken: the numbers of the items that were read.
    """
    pieces: list[Piece] = []
    for run in _runs(line, taken):
        words = list(_without_joining_ends(line, run))
        if words:
            piece = _trimmed(text[line.items[words[0]].start : line.items[words[-1]].end])
            if piece:
                pieces.append(Piece(piece, tuple(words)))
    return pieces


def _runs(line: Line, taken: set[int]) -> Iterator[list[int]]:
    run: list[int] = []
    for n, item in enumerate(line.items):
        ends = item.role in {_R.COMMA, _R.STOP}
        if n in taken or ends or (run and line.parts[run[-1]] != line.parts[n]):
            if run:
                yield run
            run = []
        if n not in taken and not ends:
            run.append(n)
    if run:
        yield run


def _without_joining_ends(line: Line, run: list[int]) -> Iterable[int]:
    start, end = 0, len(run)
    while start < end and _joins(line, run[start]):
        start += 1
    while end > start and _joins(line, run[end - 1]):
        end -= 1
    return run[start:end]


def _joins(line: Line, n: int) -> bool:
    return all(word.lower() in JOINING_WORDS for word in _WORDS.findall(line.items[n].text))


def may_be_medical(line: Line, piece: Piece) -> bool:
    """Return whether a piece is more than dates, names, numbers and small words."""
    return any(
        line.items[n].role not in _NO_MEDICINE and _LETTER.search(line.items[n].text)
        for n in piece.items
    )


def _trimmed(words: str) -> str:
    return words.strip(" \t\r\n,;|")
