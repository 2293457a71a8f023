"""Over any text at all: no word is lost, nothing fails, nothing unread counts."""

from __future__ import annotations

import re
from collections import Counter

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from decision_aid.domain import Answers, Certainty, PlaceId, Side, assess, checked
from decision_aid.records.codes.icd10cm import CODES, spelled
from decision_aid.records.codes.tnm import CATEGORIES
from decision_aid.records.typed import Reading, matching_places, read_entry
from decision_aid.records.typed.spans import JOINING_WORDS
from tests.records.report_lines import ALL

_BITS = [
    *map(spelled, CODES),
    *(before + name for before in ("", "c", "p", "yp", "r", "P") for name in CATEGORIES),
    *("ER+", "PR-", "HER2 3+", "G2", "BRCA1+", "stage IV", "I10", "E11.9", "Pn1", "T2/3"),
    *("left", "right", "suspected", "?", "no", "of bone", "(", ")", "[", "- ", ".-", ":", "é", "𝕏"),
    *(" ", "  ", ",", ";", "\n", "\r\n", "\t", "/", "\u2028", "\u00a0", "\x1c", "\x00"),
    *(
        "mets",
        " liver ",
        " bone ",
        "2/3",
        "nodes ",
        "IDC",
        " DCIS ",
        "mother ",
        "history of ",
        "now ",
    ),
]
_SOME_WORDS = [word for line in ALL for word in line.text.split()]
texts = st.one_of(
    st.text(),
    st.lists(st.sampled_from(_BITS), max_size=25).map("".join),
    st.lists(st.sampled_from(_SOME_WORDS), max_size=25).map(" ".join),
)


def _letters(text: str) -> Counter[str]:
    """Return the letters of all words but the joining ones: a word may stand in two parts."""
    words = re.findall(r"[^\W_]+", text.lower())
    return Counter("".join(word for word in words if word not in JOINING_WORDS))


def _all_letters(text: str) -> Counter[str]:
    return Counter("".join(re.findall(r"[^\W_]+", text.lower())))


def _given_back(reading: Reading) -> str:
    return "\n".join((*(part.text for part in reading.parts), *reading.not_understood))


@settings(max_examples=600)
@given(texts)
def test_every_word_stands_once_in_a_part_or_in_what_was_not_understood(text: str) -> None:
    reading = read_entry(text)
    given_back = _all_letters(_given_back(reading))
    assert _letters(text) <= given_back <= _all_letters(text)
    assert all(piece in text for piece in reading.not_understood)
    assert set(reading.may_be_medical) <= set(reading.not_understood)


@settings(max_examples=600)
@given(texts)
def test_any_text_gives_a_case_that_can_be_classified(text: str) -> None:
    reading = read_entry(text)
    case = checked(Answers(reading.findings, reading.side, reading.came_back))
    assert assess(case).treatment
    assert assess(reading.answers).treatment
    assert read_entry(text) == reading


@settings(max_examples=400)
@given(texts)
def test_findings_come_from_parts(text: str) -> None:
    reading = read_entry(text)
    from_parts = {f.place for part in reading.parts for f in part.findings}
    assert {f.place for f in reading.findings} <= from_parts
    if not reading.parts:
        assert reading.findings == ()
    sides = {finding.side for finding in reading.findings} - {None}
    assert not sides or reading.side is Side.BOTH
    unsettled = {Certainty.SUSPECTED, Certainty.UNKNOWN}
    for part in reading.parts:
        if unsettled & {f.certainty for f in part.findings}:
            assert part.open


@given(st.lists(st.sampled_from(list(CODES)), max_size=6))
def test_order_of_codes_does_not_change_what_is_found(codes: list[str]) -> None:
    one, other = (read_entry(", ".join(map(spelled, order))) for order in (codes, codes[::-1]))
    assert set(one.findings) == set(other.findings)
    assert set(one.contradictions) == set(other.contradictions)


@pytest.mark.parametrize(
    "bit",
    ["C50.412 ", "pT2", "T", "ER ", "ER -", "(", "N1(sn)", " ", "C50.", "T2N1M0", "9", "a.", "BRCA",
     "pN0 (", "?", "\n", "é", "HER2 (", "grade ", "C79.51 of bone, ", "no liver mets, ",
     "2/3 nodes "],
)  # fmt: skip
def test_a_huge_text_is_given_back_in_full(bit: str) -> None:
    text = bit * (200_000 // len(bit))
    given_back = _all_letters(_given_back(read_entry(text)))
    assert _letters(text) <= given_back <= _all_letters(text)


@given(
    st.text(), st.dictionaries(st.sampled_from(["bone", "lung", "skin_far"]), st.lists(st.text()))
)
def test_any_text_may_be_searched_for(text: str, names: dict[str, list[str]]) -> None:
    called = {PlaceId(place): words for place, words in names.items()}
    assert set(matching_places(text, called)) <= set(called)
    assert matching_places("", called) == ()
