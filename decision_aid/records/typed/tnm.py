"""Reads TNM text, run together or apart: ``pT1c(m) pN1a(sn) cM0``, ``T2N1M0``, ``ypT0 ypN0``.

Letters before a category: ``c`` and ``p`` say how it was found; ``y`` that treatment came first;
``r`` that the cancer came back; ``a`` that it was found after death; ``m`` that there was more
than one tumor. In text that is run together the letters of the first category also stand for the
next ones of T and N, as in ``pT2N1aM0``; across spaces nothing is carried over.

Sources, by their ids in ``sources.toml``: ``cdisc-tnm-prefixes``, ``tnm-o-descriptors``.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import pairwise
from typing import Final, NamedTuple

from decision_aid.records.codes import icd10cm
from decision_aid.records.codes.meaning import CodeMeaning
from decision_aid.records.codes.tnm import CATEGORIES, with_letters

_BEFORE: Final = r"[yram]{0,3}[cp]?"
_SUFFIX: Final = (
    r"(?: ?\((?:i ?[+−–-]|mol ?[+−–-]|sn|f|mi|m|[0-9]{1,2}|[0-9]{1,3}/[0-9]{1,3}(?: ?sn)?"
    r"|dcis|lcis|paget)\)){0,3}"
)
_CATEGORY: Final = (
    rf"{_BEFORE}(?:T(?:is|X|0|1(?:mic?|[abc])?|2|3|4[abcd]?)"
    r"|N(?:X|0|O|1(?:mi|[abc])?|2[ab]?|3[abc]?)|M(?:X|O|[01]))"
    rf"{_SUFFIX}"
)
_A_RANGE: Final = r"\s?[-–/]\s?(?:[0-9]|[a-d](?![A-Za-z]))"

_NO_MORE: Final = rf"(?:(?![A-Za-z0-9])|(?=[cp]?N\+))(?!{_A_RANGE})"
PATTERN: Final = rf"{_CATEGORY}(?:{_CATEGORY}){{0,2}}{_NO_MORE}"
"""One to three categories that are run together."""

_ONE: Final = re.compile(
    rf"(?P<before>{_BEFORE})(?P<name>[TNM](?:is|[0-4XO])(?:mic?|(?<=T1)[abc]|(?<=T4)[abcd]"
    rf"|(?<=N[13])[abc]|(?<=N2)[ab])?)(?P<suffix>{_SUFFIX})",
    re.IGNORECASE | re.ASCII,
)
_PICTURE_OR_SPINE: Final = re.compile(
    r"[ \t]?-?[ \t]?(?:weighted|wi\b|signal|hyper|hypo|isointens|vertebra|lesion|level|spine|body"
    r"|relax|map|image|sequence|flair|diabet|dm\b)"
    r"|[ \t,/&-]{0,3}(?:and[ \t])?(?:L[1-5]|T[5-9]|T1[0-2])\b",
    re.IGNORECASE | re.ASCII,
)
"""What follows "T2" where it is a kind of picture, or "T4" where it is a part of the spine."""

_SPINE: Final = re.compile(
    rf"vertebra|spin(?:e|al)|thorac|level|dis[ck]\b|\bmri\b|\brib|\bbone|\bmets?\b"
    rf"|{icd10cm.BONE_PATTERN}"
    r"|\b(?:L[1-5]|C[1-7]|T[5-9]|T1[0-2])\b|\bfree\b|\btsh\b|thyro",
    re.IGNORECASE | re.ASCII,
)
_PERINEURAL: Final = re.compile(r"Pn[0-9X]")


class Mark(NamedTuple):
    """What a category is, for what may contradict it.

    Attributes:
        letter: T, N or M.
        name: the category in its usual spelling.
        basis: ``"c"``, ``"p"`` or none.
        after_treatment: whether treatment came first.
    """

    letter: str
    name: str
    basis: str
    after_treatment: bool


class Read(NamedTuple):
    """One category in a text: where it stands, how it is spelled, what it says."""

    start: int
    end: int
    code: str
    says: CodeMeaning
    mark: Mark


def read_group(text: str, start: int, end: int, words_before: str) -> tuple[Read, ...] | None:
    """Return the categories of one group, or ``None`` if it is something else.

    Args:
        text: the whole text.
        start: where the group starts.
        end: where it ends.
        words_before: the words before it, which may tell of a part of the spine.
    """
    matches = list(_ONE.finditer(text, start, end))
    alone = len(matches) == 1 and matches[0].group()[0] in "Tt"
    beside = _SPINE.search(words_before) or _PICTURE_OR_SPINE.match(text, end)
    if (alone and beside) or any(_is_something_else(match, len(matches)) for match in matches):
        return None
    reads = tuple(_read_each(matches))
    return reads if len(reads) == len(matches) else None


def _is_something_else(match: re.Match[str], together: int) -> bool:
    """Whether it is Pn (nerves), RT, MT and the like, or the words "NO" and "MO"."""
    before, whole = match["before"], match.group()
    capital_marks = bool(re.search("[YRAM]", before)) and not re.search("[CP]", before)
    capital_marks = capital_marks or bool(re.search("[RAM]", before))
    perineural = whole.startswith("Pn") and _PERINEURAL.fullmatch(whole) is not None
    letter_for_zero = match["name"][1:2] in {"O", "o"} and not before and together == 1
    return capital_marks or perineural or letter_for_zero


def _read_each(matches: list[re.Match[str]]) -> Iterator[Read]:
    marked = any(match["before"] for match in matches)
    carried = ""
    following = [*matches[1:], None]
    for match, after in zip(matches, following, strict=True):
        before = match["before"].lower()
        name = match["name"][0].upper() + match["name"][1:].lower().replace("o", "0")
        name = name.replace("x", "X").replace("mic", "mi")
        before = before or (carried if name[0] != "M" else carried.rstrip("cp"))
        carried = carried or before
        suffixes = re.findall(r"\(([^)]*)\)", match["suffix"].lower().replace(" ", ""))
        suffixes = [re.sub("[−–]", "-", suffix) for suffix in suffixes]
        # "pN1cM0" may be pN1c M0 or pN1 cM0, so it is read as no more than N1.
        c_of_next = (
            after is not None
            and name in {"N1c", "N3c"}
            and marked
            and not suffixes
            and not after["before"]
            and after["name"][0] in "Mm"
        )
        name = name[:2] if c_of_next else name
        read = _read(match, name, before, suffixes)
        if read is not None:
            yield read


_OF_T: Final = {"dcis": "(DCIS)", "lcis": "(LCIS)", "paget": "(Paget)"}
_OF_N: Final = {"i+": "(i+)", "i-": "(i-)", "mol+": "(mol+)", "mol-": "(mol-)"}


def _read(match: re.Match[str], name: str, before: str, suffixes: list[str]) -> Read | None:
    letter, rest, many = name[0], "", False
    for suffix in suffixes:
        if suffix == "mi" and name in {"T1", "N1"}:
            name += "mi"
        elif letter == "T" and suffix in _OF_T:
            name += _OF_T[suffix]
        elif letter in "NM" and suffix in _OF_N:
            name += _OF_N[suffix]
        elif letter == "T" and (suffix == "m" or suffix.isdigit()):
            many, rest = many or suffix not in {"0", "1"}, f"{rest}({suffix})"
        elif letter == "N" and (suffix in {"sn", "f"} or "/" in suffix):
            rest += f"({suffix})"
        else:
            return None
    if name not in CATEGORIES:
        return None
    basis = before[-1:] if before[-1:] in {"c", "p"} else ""
    mark = Mark(letter, name, basis, "y" in before)
    says = with_letters(name, before, many=many)
    return Read(match.start(), match.end(), before + name + rest, says, mark)


def contradicting(marks: list[Mark]) -> Iterator[str]:
    """Yield the ids of what two categories of one letter contradict each other in."""
    seen = list(dict.fromkeys(marks))
    for letter in "TN":
        same = sorted((m.basis, m.after_treatment, m.name) for m in seen if m.letter == letter)
        if any(
            one[:2] == other[:2] and not other[2].startswith(one[2])
            for one, other in pairwise(same)
        ):
            yield f"two_{letter.lower()}_categories"
    far = {m.name[:2] for m in seen if m.letter == "M"}
    if {"M0", "M1"} <= far:
        yield "m0_with_m1"
