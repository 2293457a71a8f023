"""The part of Markdown that words use: what it says, and that all else is refused."""

from __future__ import annotations

import pytest

from decision_aid.content import Bullets, ContentError, Paragraph, paragraphs
from decision_aid.content.compiling.markdown import MarkupError, read_line, read_sections


def _refused(text: str) -> ContentError:
    (problem,) = read_sections(text, "topics/x.md", 5).problems
    return problem


def test_sections_paragraphs_lists_strong_words_and_sources() -> None:
    text = (
        "First **strong** words.\nSame paragraph. [^a] [^b]\n\n"
        "## Why {#why}\n\n- one [^a]\n- two [^-]\n"
    )
    sections, headings, problems = read_sections(text, "topics/x.md", 1)
    assert problems == ()
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


def test_a_section_that_stands_twice_is_refused_with_its_line() -> None:
    refused = _refused("## Why {#why}\n\nOne. [^a]\n\n## Again {#why}\n\nTwo. [^a]")
    assert (refused.line, "{#why}" in refused.problem) == (9, True)


def test_everything_that_is_wrong_is_told_each_with_its_line() -> None:
    text = "No source.\n\n- one [^a]\n- no source\n\nA line,\nand a *thin* one. [^a]"
    lines = [problem.line for problem in read_sections(text, "topics/x.md", 1).problems]
    assert lines == [1, 4, 7]


@pytest.mark.parametrize(
    "text",
    [
        "*thin* words [^a]",
        "_thin_ words [^a]",
        "**open words [^a]",
        "** not strong** words [^a]",
        "a [link](address) [^a]",
        "a `name` [^a]",
        "one &amp; two [^a]",
        "one \\* two [^a]",
        "a <b>tag</b> [^a]",
        "* an item [^a]",
        "1. an item [^a]",
        "> said [^a]",
        "    set in [^a]",
        "---",
        "```",
        "- an item [^a]\n  - in an item [^a]",
        "a [^broken mark [^a]",
        "two  \nlines [^a]",
        "![a picture](file) [^a]",
        "&nbps; is no letter [^a]",
        "[^a]",
    ],
)
def test_markup_that_topics_do_not_use_is_refused(text: str) -> None:
    assert _refused(f"Sound. [^-]\n\n{text}").line in {7, 8}


@pytest.mark.parametrize("text", ["a *thin* line [^a]", "no source", "[a](b) [^a]", "**a [^a]", ""])
def test_a_line_is_held_to_the_same(text: str) -> None:
    with pytest.raises(MarkupError):
        read_line(text)


def test_a_line_may_say_that_it_needs_no_source() -> None:
    assert read_line("Ask your team. [^-]").sources == ()


def test_a_list_goes_on_after_a_blank_line_and_ends_with_a_paragraph() -> None:
    text = "- one\n  and more [^a]\n\n- two [^a]\n\nAfter. [^-]\n\n- three [^a]\n"
    blocks = read_sections(text, "topics/x.md", 1).blocks[""]
    assert [block.type for block in blocks] == ["bullets", "paragraph", "bullets"]
    assert [paragraph.text for paragraph in paragraphs(blocks)] == [
        "one and more",
        "two",
        "After.",
        "three",
    ]
