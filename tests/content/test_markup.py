"""The small markup: what it says, and how it refuses what it cannot say."""

from __future__ import annotations

import re

import pytest
from markdown_it import MarkdownIt

from decision_aid.content import (
    Bullets,
    ContentError,
    Paragraph,
    load,
    paragraphs,
    resources_folder,
)
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
    ],
)
def test_markup_that_topics_do_not_use_is_refused(text: str) -> None:
    assert _refused(f"Sound. [^-]\n\n{text}").line == 7


def test_a_line_may_say_that_it_needs_no_source() -> None:
    assert parse_line("Ask your team. [^-]", "x").sources == ()


def test_a_list_goes_on_after_a_blank_line_and_ends_with_a_paragraph() -> None:
    text = "- one\n  and more [^a]\n\n- two [^a]\n\nAfter. [^-]\n\n- three [^a]\n"
    blocks = parse_sections(text, "topics/x.md", 1)[0][""]
    assert [block.type for block in blocks] == ["bullets", "paragraph", "bullets"]
    assert [paragraph.text for paragraph in paragraphs(blocks)] == [
        "one and more",
        "two",
        "After.",
        "three",
    ]


def _as_markdown_has_it(body: str) -> list[tuple[str, bool]]:
    """Return every run of words of a text with its weight, as a whole Markdown library reads it."""
    runs: list[tuple[str, bool]] = []
    for token in MarkdownIt("commonmark").parse(body):
        strong, text = False, ""
        for child in token.children or ():
            assert child.type in {"text", "softbreak", "strong_open", "strong_close"}, child.type
            if child.type in {"strong_open", "strong_close"}:
                runs.append((text, strong))
                strong, text = child.type == "strong_open", ""
            else:
                text += child.content or " "
        runs.append((text, strong))
    bare = ((re.sub(r"\s*(\[\^[^]]+\]|\{#\w+\})", "", text), strong) for text, strong in runs)
    return [(text.strip(), strong) for text, strong in bare if text.strip()]


@pytest.mark.parametrize("topic_id", load().topic_ids())
def test_every_topic_reads_here_as_it_reads_in_markdown(topic_id: str) -> None:
    topic = load().topic(topic_id)
    file = resources_folder() / "en" / "topics" / f"{topic_id}.md"
    body = file.read_text(encoding="utf-8").split("+++\n", 2)[2]
    ours: list[tuple[str, bool]] = []
    for name, blocks in topic.sections.items():
        ours += [(topic.headings[name], False)] if name else []
        ours += [(s.text.strip(), s.strong) for p in paragraphs(blocks) for s in p.spans]
    assert ours == _as_markdown_has_it(body)
