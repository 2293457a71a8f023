"""Finds what is written in a short form of its own: codes, TNM categories, stages, results."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Final, NamedTuple

from decision_aid.domain import Side
from decision_aid.records.codes import icd10cm
from decision_aid.records.codes.meaning import CodeMeaning, Subject
from decision_aid.records.typed import report_words, tnm
from decision_aid.records.typed.descriptions import (
    begins_like_a_title,
    describes,
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
_SPINE: Final = re.compile("T1[0-2]", re.IGNORECASE)
"""A vertebra, which looks like a code for an injury."""

_NEAR: Final = 120


class Token(NamedTuple):
    """What was recognized, and where.

    Attributes:
        start: where it starts.
        end: where it ends, with the title that follows an ICD-10-CM code.
        code: its usual spelling.
        says: what the tables know of it; ``None`` for a code of another family.
        mark: for a TNM category, what it is.
        described_side: the side that the title of a code names.
        names_other_cancer: whether it is a code of a cancer that is not of the breast.
    """

    start: int
    end: int
    code: str
    says: CodeMeaning | None
    mark: tnm.Mark | None = None
    described_side: Side | None = None
    names_other_cancer: bool = False


def tokens(text: str) -> Iterator[Token]:
    """Yield every code, category, stage and result of a text, in order.

    Args:
        text: the line.
    """
    matches = list(_TOKEN.finditer(text))
    next_codes = [match.start() for match in matches[1:] if match["icd"] or match["other_code"]]
    for match in matches:
        start, end, kind = match.start(), match.end(), match.lastgroup or ""
        while next_codes and next_codes[0] <= start:
            next_codes.pop(0)
        if kind == "tnm":
            before = last_words(_LINE_END.split(text[max(0, start - _NEAR) : start])[-1])
            for read in tnm.read_group(text, start, end, before) or ():
                yield Token(read.start, read.end, read.code, read.says, read.mark)
        elif kind in {"icd", "other_code"}:
            if not _SPINE.fullmatch(match.group()):
                yield _coded(text, match, next_codes[0] if next_codes else len(text))
        else:
            code = report_words.spelled(kind, match.group())
            yield Token(start, end, code, report_words.says(kind, match.group()))


def _coded(text: str, match: re.Match[str], next_code: int) -> Token:
    code = icd10cm.bare(match.group())
    known = icd10cm.CODES.get(code)
    if known is None:
        meaning = icd10cm.icd10cm(match.group())
        other = meaning is not None and meaning.subject is Subject.OTHER_CANCER
        return Token(match.start(), match.end(), match.group(), None, names_other_cancer=other)
    title = _title(code, text, match.end(), next_code)
    end = match.end() + len(title)
    return Token(
        match.start(),
        end,
        icd10cm.spelled(code),
        as_typed(known),
        described_side=side_in(title),
    )


def _title(code: str, text: str, start: int, end: int) -> str:
    """Return the official name that follows a code on its line, or nothing."""
    line = _LINE_END.split(text[start:end], maxsplit=1)[0]
    for title in (line, re.split(r"[,;]", line, maxsplit=1)[0]):
        if begins_like_a_title(title) and describes(code, title):
            return title.rstrip(" \t,;|/([")
    return ""
