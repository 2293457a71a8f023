"""Over any text at all: nothing is lost, nothing fails, nothing unread counts."""

from __future__ import annotations

from collections import Counter

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from decision_aid.domain import Answers, Certainty, PlaceId, Side, assess, checked
from decision_aid.records.codes.icd10cm import CODES, spelled
from decision_aid.records.codes.tnm import CATEGORIES
from decision_aid.records.typed import matching_places, read_entry
from decision_aid.records.typed.pieces import SEPARATORS

_BITS = [
    *map(spelled, CODES),
    *(before + name for before in ("", "c", "p", "yp", "r", "P") for name in CATEGORIES),
    *("ER+", "PR-", "HER2 3+", "G2", "BRCA1+", "stage IV", "I10", "E11.9", "Pn1", "T2/3"),
    *("left", "right", "suspected", "?", "no", "of bone", "(", ")", "[", "- ", ".-", ":", "é", "𝕏"),
    *(" ", "  ", ",", ";", "\n", "\r\n", "\t", "/", "\u2028", "\u00a0", "\x1c", "\x00"),
]
texts = st.one_of(st.text(), st.lists(st.sampled_from(_BITS), max_size=25).map("".join))


def _signs(text: str) -> Counter[str]:
    return Counter(sign for sign in text if not sign.isspace() and sign not in SEPARATORS)


@settings(max_examples=600)
@given(texts)
def test_every_sign_stands_in_a_part_or_in_what_was_not_understood(text: str) -> None:
    reading = read_entry(text)
    given_back = "".join((*(part.text for part in reading.parts), *reading.not_understood))
    assert _signs(given_back) == _signs(text)
    assert all(piece in text for piece in reading.not_understood)
    assert all(part.text in text for part in reading.parts)


@settings(max_examples=600)
@given(texts)
def test_any_text_gives_a_case_that_can_be_classified(text: str) -> None:
    reading = read_entry(text)
    case = checked(Answers(reading.findings, reading.side, reading.came_back))
    assert assess(case).treatment
    assert read_entry(text) == reading


@settings(max_examples=400)
@given(texts)
def test_findings_come_from_parts_and_sides_from_codes(text: str) -> None:
    reading = read_entry(text)
    from_parts = {f.place for part in reading.parts for f in part.findings}
    assert {f.place for f in reading.findings} == from_parts
    sides = {part.side for part in reading.parts} - {None}
    assert reading.side is (Side.BOTH if len(sides) > 1 else next(iter(sides), None))
    if not reading.parts:
        assert reading.findings == ()
    for part in reading.parts:
        if "found_or_not" in part.open:
            assert part.findings == ()
        assert Certainty.SUSPECTED not in {f.certainty for f in part.findings}


@given(st.lists(st.sampled_from(list(CODES)), max_size=6))
def test_order_of_codes_does_not_change_what_is_found(codes: list[str]) -> None:
    one, other = (read_entry(", ".join(map(spelled, order))) for order in (codes, codes[::-1]))
    assert set(one.findings) == set(other.findings)
    assert set(one.contradictions) == set(other.contradictions)


@pytest.mark.parametrize(
    "bit",
    ["C50.412 ", "pT2", "T", "ER ", "ER -", "(", "N1(sn)", " ", "C50.", "T2N1M0", "9", "a.", "BRCA",
     "pN0 (", "?", "\n", "é", "HER2 (", "grade ", "C79.51 of bone, "],
)  # fmt: skip
def test_a_huge_text_is_read_in_full(bit: str) -> None:
    text = bit * (200_000 // len(bit))
    reading = read_entry(text)
    given_back = "".join((*(part.text for part in reading.parts), *reading.not_understood))
    assert _signs(given_back) == _signs(text)


@given(
    st.text(), st.dictionaries(st.sampled_from(["bone", "lung", "skin_far"]), st.lists(st.text()))
)
def test_any_text_may_be_searched_for(text: str, names: dict[str, list[str]]) -> None:
    called = {PlaceId(place): words for place, words in names.items()}
    assert set(matching_places(text, called)) <= set(called)
    assert matching_places("", called) == ()
