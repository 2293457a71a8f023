"""The small markup: what it says, and how it refuses what it cannot say."""

from __future__ import annotations

import pytest

from decision_aid.content import Bullets, ContentError, Paragraph
from decision_aid.content.markup import parse_line, parse_sections


def _refused(text: str) -> ContentError:
    with pytest.raises(ContentError) as refused:
        parse_sections(text, "topics/x.md", 5)
    return refused.value


def test_sections_paragraphs_lists_strong_words_and_sources() -> None:
    text = (
        "First **strong** words.\nSame paragraph. [^a] [^b]\n\n"
        "## Why {#why}\n\n- one [^a]\n- two [^-]\n"
    )
    sections, headings = parse_sections(text, "topics/x.md", 1)
    (first,), (bullets,) = sections[""], sections["why"]
    assert isinstance(first, Paragraph)
    assert first.text == "First strong words. Same paragraph."
    assert [span.text for span in first.spans if span.strong] == ["strong"]
    assert first.sources == ("a", "b")
    assert isinstance(bullets, Bullets)
    assert [(i.text, i.sources) for i in bullets.items] == [("one", ("a",)), ("two", ())]
    assert headings == {"why": "Why"}


def test_a_paragraph_without_a_source_is_refused_with_its_line() -> None:
    refused = _refused("Sound. [^a]\n\nNo source here.")
    assert refused.line == 7
    assert "source" in refused.problem


def test_a_heading_without_an_id_is_refused() -> None:
    assert "stable id" in _refused("## Why\n\nText. [^a]").problem


def test_markup_that_topics_do_not_use_is_refused() -> None:
    assert _refused("*thin* words [^a]").line == 5


def test_a_line_may_say_that_it_needs_no_source() -> None:
    assert parse_line("Ask your team. [^-]", "x").sources == ()
