"""The summary as plain text: for a terminal, a mail or a screen reader."""

from __future__ import annotations

import textwrap
from collections.abc import Iterator
from typing import Final

from decision_aid.content import Bullets, Paragraph
from decision_aid.control_characters import without_controls
from decision_aid.document.model import (
    Answer,
    BodyPicture,
    Callout,
    Comparison,
    Findings,
    Heading,
    PictureKey,
    Questions,
    Rings,
    Section,
    Sources,
    Summary,
    SummaryBlock,
    Terms,
    WriteIn,
)

_WIDTH: Final = 72


def render_text(summary: Summary) -> str:
    """Return what stands on paper as text of 72 columns, one newline at the end."""
    parts = [_filled(summary.example_only), _underlined(summary.title, "=")]
    if summary.banner:
        parts.append(_filled(summary.banner))
    if summary.made_on:
        parts.append(summary.made_on)
    for section in summary.sections:
        if section.page != "screen":
            parts += [_underlined(section.title, "-")] if section.title else []
            parts += _section(section, summary)
    parts += [_filled(summary.footer), _filled(summary.example_only)]
    return without_controls("\n\n".join(part for part in parts if part)) + "\n"


def _underlined(title: str, line: str) -> str:
    return f"{title}\n{line * len(title)}"


def _section(section: Section, summary: Summary) -> Iterator[str]:
    for block in section.blocks:
        yield from _block(block, summary)


def _block(block: SummaryBlock, summary: Summary) -> Iterator[str]:  # noqa: PLR0912 - one case a block
    match block:
        case Paragraph():
            yield _filled(_spoken(block, summary))
        case Bullets():
            yield "\n".join(_item("- ", _spoken(item, summary)) for item in block.items)
        case Heading():
            yield block.text.upper()
        case Answer():
            if block.about:
                yield f"{block.about}:"
            for sentence in block.sentences:
                yield _filled(_spoken(sentence, summary))
            if block.how_far:
                yield f"{block.how_far}."
        case Findings():
            yield "\n".join(_finding(block))
        case Rings():
            yield _filled(block.caption)
            yield _filled(f"[{block.alternative}]")
        case BodyPicture():
            yield _filled(f"[{block.alternative}]")
        case PictureKey():
            yield _filled(block.text)
        case Comparison():
            yield from _comparison(block, summary)
        case Questions():
            if block.lead:
                yield _filled(block.lead)
            for question, whom in zip(block.items, block.whom, strict=True):
                yield _item("[ ] ", f"{question} ({whom})" if whom else question)
                if block.lines:
                    yield "\n\n".join(["    " + "_" * (_WIDTH - 4)] * block.lines)
        case WriteIn():
            if block.lines == 1:
                yield f"{block.label}: {'_' * 30}"
            else:
                yield block.label
                yield "\n\n".join(["_" * _WIDTH] * block.lines)
        case Callout():
            yield _underlined(block.title, "-")
            for inner in block.blocks:
                yield from _block(inner, summary)
        case Terms():
            for term in block.items:
                yield _item(f"{term.word}: ", "".join(span.text for span in term.means), 2)
        case Sources():
            for source in block.items:
                text = f"{source.title}. {source.publisher}, {source.dated}. {source.address}"
                yield _item(f"[{source.number}] ", text)


def _spoken(paragraph: Paragraph, summary: Summary) -> str:
    numbers = "".join(f"[{summary.source_numbers[s]}]" for s in paragraph.sources)
    return f"{paragraph.text} {numbers}".rstrip()


def _finding(findings: Findings) -> Iterator[str]:
    yield findings.caption + ":"
    for row in findings.rows:
        term = f" ({row.medical_term})" if row.medical_term else ""
        yield _item("- ", f"{row.place}{term}: {row.certainty}; {row.counts_as}")


def _comparison(comparison: Comparison, summary: Summary) -> Iterator[str]:
    yield comparison.caption + ":"
    for number, option in enumerate(comparison.options):
        yield option.upper()
        for row in comparison.rows:
            yield row.label + ":"
            for block in row.cells[number]:
                yield from _block(block, summary)


def _filled(text: str) -> str:
    return textwrap.fill(text, _WIDTH, break_long_words=False, break_on_hyphens=False)


def _item(mark: str, text: str, indent: int | None = None) -> str:
    return textwrap.fill(
        mark + text,
        _WIDTH,
        subsequent_indent=" " * (len(mark) if indent is None else indent),
        break_long_words=False,
        break_on_hyphens=False,
    )
