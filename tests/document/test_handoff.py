"""What goes to a phone: nothing of the person without their consent, and one page with it."""

from __future__ import annotations

import re
from typing import Final

import pytest
import zxingcpp
from hypothesis import given, settings
from hypothesis import strategies as st

from decision_aid.content import load
from decision_aid.document.blocks import statements
from decision_aid.document.handoff import general_document, handoff_text
from decision_aid.document.model import Document, SectionId
from decision_aid.document.qr import LARGEST_VERSION, QrCode, has_room, qr_code
from decision_aid.domain import PLACES
from tests.document.conftest import CASES, summary_for, summary_of

OWN: Final = "Will my hair fall out?"

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
    assert load().label("summary.footer_not_reviewed") in text
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
def test_every_result_is_one_page_in_one_code_of_plain_letters(
    summary: Document, personal: bool
) -> None:
    text = text_of(summary, personal=personal)
    code = qr_code(text)
    assert text.isascii()
    assert version(code) <= LARGEST_VERSION
    assert read(code) == text
    assert "\n\n\n" not in text


EMERGENCY: Final = "Call the emergency number"


def test_when_to_call_for_help_stays_whatever_else_has_no_room(summary: Document) -> None:
    section = summary.section("same_day")
    if section is not None and section.page != "screen":
        assert EMERGENCY in handoff_text(summary)


def test_what_a_code_has_no_room_for_goes_the_least_needed_first() -> None:
    many = [f"Question number {number}: {'long ' * 30}?" for number in range(5)]
    places = ("breast_tissue", "nodes_armpit", "bone", "liver", "lung", "brain")
    findings = [{"place": place} for place in places]
    text = handoff_text(
        summary_of(
            side="left", came_back=False, findings=findings, questions=many, notes="a " * 900
        )
    )
    assert has_room(text)
    assert "metastatic" in text.split("\n\n")[1]
    assert load().label("handoff.more") in text
    assert EMERGENCY in text
    assert "Someone who listens along" not in text


def test_no_part_is_left_with_nothing_below_its_title() -> None:
    for length in range(20, 200, 6):
        many = [f"{number} {'x' * length}?" for number in range(5)]
        text = handoff_text(summary_for_both_with(many))
        parts = text.split("\n\n")
        assert all("\n" in part for part in parts if part in {"What I was told", "My questions"})


def summary_for_both_with(questions: list[str]) -> Document:
    findings = [
        {"place": "ducts_only", "side": "left"},
        {"place": "breast_tissue", "side": "right"},
        {"place": "nodes_armpit", "side": "right"},
        {"place": "liver"},
    ]
    return summary_of(side="both", came_back=False, findings=findings, questions=questions)


def test_no_code_is_taken_for_an_address() -> None:
    """Some phones take "word:" at the start for the name of a program to open."""
    for personal in (True, False):
        text = text_of(summary_of(**EVERYTHING), personal=personal)
        assert not re.match(r"[A-Za-z][A-Za-z0-9+.-]*:", text)


@given(st.text(min_size=1, max_size=300))
@settings(max_examples=40, deadline=None)
def test_any_letters_fit_one_code(text: str) -> None:
    assert version(qr_code(text)) <= LARGEST_VERSION


@pytest.mark.parametrize(
    "text", ["¿Perderé el cabello? Año 2", "会掉头发吗？", "Čas, Ťažkosti", "é"]
)
def test_letters_beyond_ascii_are_read_as_they_were_written(text: str) -> None:
    assert read(qr_code(text)) == text


def test_there_is_no_code_of_nothing_nor_of_too_much() -> None:
    with pytest.raises(ValueError, match="no text"):
        qr_code("")
    for letter in ("a", "é"):
        most = next(n for n in range(1600, 0, -1) if has_room(letter * n))
        assert version(qr_code(letter * most)) == LARGEST_VERSION
        with pytest.raises(ValueError, match="too much"):
            qr_code(letter * (most + 1))
