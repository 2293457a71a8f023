"""What goes to a phone: nothing of the person without their consent, and few codes with it."""

from __future__ import annotations

import re
from typing import Final

import pytest
import zxingcpp
from hypothesis import given, settings
from hypothesis import strategies as st

from decision_aid.content import languages, load
from decision_aid.document.blocks import statements
from decision_aid.document.handoff import general_document, handoff_text
from decision_aid.document.model import Document, SectionId
from decision_aid.document.qr import LARGEST_VERSION, QrCode, qr_codes
from decision_aid.domain import PLACES
from tests.document.conftest import CASES, summary_for, summary_of

OWN: Final = "Will my hair fall out?"
MOST_CODES: Final = 5

EVERYTHING: Final = {
    "side": "left",
    "came_back": False,
    "findings": [{"place": "breast_tissue"}, {"place": "bone", "certainty": "not_found"}],
    "biology": {"er": "positive", "her2": "low", "menopause": "after", "inherited": "found"},
    "values": {"travel": "a_lot"},
    "sure": {"encouragement": False},
    "compared": ["lumpectomy_radiation", "mastectomy"],
    "questions": [OWN, "aim_of_treatment", "fertility"],
    "sections": ["why", "values", "sure", "comparison", "same_day", "more_questions", "numbers"],
    "notes": "Dr. Lee, room 4",
}


SUSPECTED: Final = (
    {"place": "breast_tissue"},
    {"place": "liver", "certainty": "suspected"},
)


def read(code: QrCode) -> str:
    """Read a code as a camera would, four pixels a module on white."""
    side = len(code.modules) + 8
    pixels = bytearray(b"\xff" * (side * 4) ** 2)
    for y, row in enumerate(code.modules, 4):
        for x, dark in enumerate(row, 4):
            if dark:
                for line in range(y * 4, y * 4 + 4):
                    start = line * side * 4 + x * 4
                    pixels[start : start + 4] = b"\0\0\0\0"
    image = memoryview(pixels).cast("B", (side * 4, side * 4))
    (found,) = zxingcpp.read_barcodes(image)
    return str(found.text)


def version(code: QrCode) -> int:
    return (len(code.modules) - 17) // 4


GENERAL: Final = general_document(load())


def text_of(summary: Document, *, personal: bool) -> str:
    return handoff_text(summary if personal else GENERAL)


def test_without_consent_the_text_names_no_place_and_no_result() -> None:
    text, content = handoff_text(GENERAL), load()
    assert [place for place in PLACES if content.place(place).label in text] == []
    assert all(section.page == "phone" for section in GENERAL.sections)
    for summary in map(summary_for, CASES):
        for block in statements(summary.blocks("answer")):
            assert block.text not in text


def test_the_general_text_explains_asks_and_says_where_to_read_on() -> None:
    text = handoff_text(GENERAL)
    for said in ("Invasive", "Metastatic", "My questions", "emergency number", "What to bring"):
        assert said in text
    assert text.count("https://") == 2
    assert load().label("about.not_reviewed") in text
    assert "not a diagnosis" in text


def test_the_answer_with_what_is_open_comes_first() -> None:
    text = handoff_text(summary_of(findings=[*SUSPECTED], side="left"))
    said = "Still open: It is not known yet to be metastatic"
    assert said in text
    assert text.index(said) < text.index("My questions")
    assert text.index(said) < text.index("What I was told")


def test_with_consent_the_text_says_what_the_first_page_says(summary: Document) -> None:
    text = handoff_text(summary)
    answer = summary.section("answer")
    assert answer is not None
    for block in answer.blocks:
        if block.type == "answer":
            assert all(
                s.text.translate({0x201C: '"', 0x201D: '"'}) in text for s in block.sentences
            )
    assert summary.footer in text
    assert load().label("about.not_reviewed") in text
    assert "_____" not in text
    assert not re.search(r"\[\d+\]", text)


def test_own_questions_and_notes_go_along_and_what_is_most_private_stays_on_paper() -> None:
    summary = summary_of(**EVERYTHING)
    text = handoff_text(summary)
    assert OWN in text
    assert "Dr. Lee, room 4" in text
    on_paper: tuple[SectionId, ...] = ("values", "sure", "comparison", "numbers")
    for kept in on_paper:
        section = summary.section(kept)
        assert section is not None
        assert section.title not in text


def test_a_part_that_was_not_chosen_for_paper_is_not_in_the_text() -> None:
    summary = summary_of(**{**EVERYTHING, "sections": []})
    assert load().topic("treatment/call_the_same_day").title not in handoff_text(summary)


@pytest.mark.parametrize("personal", [True, False])
def test_every_result_needs_few_codes_of_plain_letters(summary: Document, personal: bool) -> None:
    text = text_of(summary, personal=personal)
    codes = qr_codes(text)
    assert text.isascii()
    assert len(codes) <= MOST_CODES
    assert {version(code) for code in codes} <= set(range(1, LARGEST_VERSION + 1))
    assert "".join(code.text for code in codes) == text
    assert [read(code) for code in codes] == [code.carried for code in codes]


def test_each_code_says_which_part_it_is_and_an_only_one_says_nothing() -> None:
    codes = qr_codes("A line of some words.\n" * 60)
    assert len(codes) == 3
    assert [code.carried.split("\n")[0] for code in codes] == ["1 of 3", "2 of 3", "3 of 3"]
    (only,) = qr_codes("Short.\n")
    assert only.carried == "Short.\n"


def test_no_code_is_taken_for_an_address() -> None:
    """Some phones take "word:" at the start for the name of a program to open."""
    for personal in (True, False):
        for code in qr_codes(text_of(summary_of(**EVERYTHING), personal=personal)):
            assert not re.match(r"[A-Za-z][A-Za-z0-9+.-]*:", code.carried)


def test_a_long_text_is_divided_between_paragraphs_lines_or_words() -> None:
    paragraphs = qr_codes("\n\n".join(f"{n} " + "word " * 50 + "\nmore" for n in range(4)))
    assert all(code.text.endswith("\n\n") for code in paragraphs[:-1])
    lines = qr_codes("\n".join("word " * 40 for _ in range(12)))
    assert all(code.text.endswith("\n") for code in lines[:-1])
    words = qr_codes("word " * 400)
    assert all(code.text.endswith(" ") for code in words[:-1])


def test_the_codes_of_a_text_are_about_equally_long() -> None:
    sizes = [len(code.text) for code in qr_codes("A line of some words.\n" * 60)]
    assert max(sizes) - min(sizes) <= len("A line of some words.\n")


@given(st.text(min_size=1, max_size=1500))
@settings(max_examples=40, deadline=None)
def test_any_letters_come_through_whole(text: str) -> None:
    codes = qr_codes(text)
    assert "".join(code.text for code in codes) == text
    assert all(version(code) <= LARGEST_VERSION for code in codes)


@pytest.mark.parametrize(
    "text", ["¿Perderé el cabello? Año 2", "会掉头发吗？", "Čas, Ťažkosti", "é"]
)
def test_letters_beyond_ascii_are_read_as_they_were_written(text: str) -> None:
    (code,) = qr_codes(text)
    assert read(code) == text


def test_there_are_no_codes_of_nothing() -> None:
    with pytest.raises(ValueError, match="no text"):
        qr_codes("")


@pytest.mark.parametrize("language", languages())
def test_every_language_has_the_words_for_it(language: str) -> None:
    assert "2" in load(language).label("handoff.part", number=1, count=2)
