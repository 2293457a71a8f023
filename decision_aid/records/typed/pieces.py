"""Cuts a text into what was read, with the description of each code, and what was not."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import pairwise
from typing import Final, NamedTuple

from decision_aid.domain import Side
from decision_aid.records.codes import icd10cm
from decision_aid.records.codes.meaning import CodeMeaning
from decision_aid.records.typed import report_words, tnm
from decision_aid.records.typed.descriptions import (
    describes,
    is_unsure,
    is_unsure_in_words,
    last_words,
    side_in,
)
from decision_aid.records.typed.reading import as_typed

_TOKEN: Final = report_words.compiled(
    f"(?P<icd>{icd10cm.PATTERN})",
    f"(?P<tnm>{tnm.PATTERN})",
    report_words.PATTERN,
    f"(?P<other_code>{icd10cm.ANY_PATTERN})",
)
_LINE_END: Final = re.compile(r"[\r\n\v\f\x1c-\x1e\x85\u2028\u2029]")
_WORD: Final = re.compile(r"[^\W_]")
_IN_A_LIST: Final = re.compile(r"[ \t,/|&+]*")
_OPENING: Final = re.compile(r"(?:(?:^|(?<=\s))[(\[?~]+)?\Z")
SEPARATORS: Final = ",;/|"
"""What stands between entries, beside white space; it carries nothing itself."""


class Token(NamedTuple):
    """What was recognized, and where.

    Attributes:
        start: where it starts.
        end: where it ends.
        code: its usual spelling.
        says: what the tables know of it; ``None`` for a code of another family.
        mark: for a TNM category, what it is.
        is_icd: whether it is an ICD-10-CM code, which a description may follow.
    """

    start: int
    end: int
    code: str
    says: CodeMeaning | None
    mark: tnm.Mark | None = None
    is_icd: bool = False


class Piece(NamedTuple):
    """A piece of the text.

    Attributes:
        text: as given.
        token: what was read; ``None`` where nothing was.
        unsure: whether the words beside it make it unsure.
        described_side: the side that its description names.
    """

    text: str
    token: Token | None = None
    unsure: bool = False
    described_side: Side | None = None


def pieces(text: str) -> Iterator[Piece]:
    """Yield all pieces of a text, in order; together they hold everything but separators."""
    tokens = list(_tokens(text))
    gaps = list(_gaps(text, tokens))
    yield from _unread(gaps[0].middle)
    around = zip(tokens, pairwise(gaps), _unsure(gaps), strict=True)
    for token, (before, after), unsure in around:
        own = before.lead + text[token.start : token.end]
        if token.says is None:
            yield from _unread(own + after.tail)
        else:
            described = (
                token.is_icd
                and not (after.about_next and is_unsure(after.tail))
                and describes(icd10cm.bare(token.code), after.tail)
            )
            kept = described or not _WORD.search(after.tail)
            side = side_in(after.tail) if described else None
            yield Piece(_trimmed(own + after.tail if kept else own), token, unsure, side)
            if not kept:
                yield from _unread(after.tail)
        yield from _unread(after.middle)


class _Gap(NamedTuple):
    """What stands between two tokens.

    Attributes:
        tail: what follows the first one on its line, and may describe it.
        middle: all further words.
        lead: signs without words right before the second one, such as a bracket or a bullet.
        about_next: whether ``tail`` rather speaks of the second one.
        unsure_of_previous: whether it makes the first one unsure.
        unsure_of_next: whether it makes the second one unsure.
        unsure_of_list: whether it does so for a whole list that the second one begins.
        within: whether the second one goes on with the list of the first one.
        together: whether the two are run together.
    """

    tail: str
    middle: str
    lead: str
    about_next: bool
    unsure_of_previous: bool
    unsure_of_next: bool
    unsure_of_list: bool
    within: bool
    together: bool


def _unsure(gaps: list[_Gap]) -> list[bool]:
    """Return for each token whether the words beside it, or beside its list, make it unsure."""
    forward: list[bool] = []
    in_list = in_run = False
    for before in gaps[:-1]:
        in_list = before.unsure_of_list or (in_list and before.within)
        in_run = before.unsure_of_next or (in_run and before.together)
        forward.append(in_list or in_run)
    backward: list[bool] = []
    run = False
    for after in reversed(gaps[1:]):
        run = after.unsure_of_previous or (run and after.together)
        backward.append(run)
    return [one or other for one, other in zip(forward, reversed(backward), strict=True)]


def _gaps(text: str, tokens: list[Token]) -> Iterator[_Gap]:
    """Yield what stands before the first token, between each two, and after the last."""
    starts = [0, *(token.end for token in tokens)]
    ends = [*(token.start for token in tokens), len(text)]
    for number, (start, end) in enumerate(zip(starts, ends, strict=True)):
        yield _gap(text[start:end], first=number == 0, last=number == len(tokens))


def _gap(words: str, *, first: bool, last: bool) -> _Gap:
    line_end = _LINE_END.search(words)
    on_line = 0 if first else line_end.start() if line_end else len(words)
    tail, middle, lead = words[:on_line], words[on_line:], ""
    if not last and (middle or not first):
        last_line = _LINE_END.split(middle or tail)[-1]
        lead = last_line if middle and not _WORD.search(last_line) else ""
        lead = lead or _OPENING.search(last_line).group()  # type: ignore[union-attr]
        kept = len(words) - len(lead)
        tail, middle = words[: min(on_line, kept)], words[on_line : max(on_line, kept)]
    before_next = "" if last else last_words(_LINE_END.split(words)[-1])
    # After a comma, the words speak of what comes next on the line, if anything does.
    about_next = not last and line_end is None and tail.lstrip()[:1] in {",", ";", "/"}
    unsure_of_previous = not first and not about_next and is_unsure(tail)
    return _Gap(
        tail,
        middle,
        lead,
        about_next,
        unsure_of_previous,
        is_unsure(before_next),
        is_unsure_in_words(before_next),
        not first and _IN_A_LIST.fullmatch(words) is not None,
        not first and not words,
    )


def _tokens(text: str) -> Iterator[Token]:
    for match in _TOKEN.finditer(text):
        start, end, kind = match.start(), match.end(), match.lastgroup or ""
        if kind == "icd":
            code = icd10cm.bare(match.group())
            known = icd10cm.CODES.get(code)
            says = None if known is None else as_typed(known)
            yield Token(start, end, icd10cm.spelled(code), says, is_icd=True)
        elif kind == "tnm":
            reads = tnm.read_group(text, start, end, last_words(text[max(0, start - 120) : start]))
            if reads is None:
                continue
            for read in reads:
                yield Token(read.start, read.end, read.code, read.says, read.mark)
        elif kind == "other_code":
            yield Token(start, end, match.group(), None)
        else:
            code = report_words.spelled(kind, match.group())
            yield Token(start, end, code, report_words.SAYS[kind])


def _unread(words: str) -> Iterator[Piece]:
    for line in _LINE_END.split(words):
        trimmed = _trimmed(line)
        if trimmed:
            yield Piece(trimmed)


def _trimmed(words: str) -> str:
    """Return the words without the separators and the white space around them."""
    start, end = 0, len(words)
    while start < end and (words[start].isspace() or words[start] in SEPARATORS):
        start += 1
    while end > start and (words[end - 1].isspace() or words[end - 1] in SEPARATORS):
        end -= 1
    return words[start:end]
