"""The document as plain text: for a terminal, a mail or a screen reader."""

from __future__ import annotations

import textwrap
from collections.abc import Iterator
from typing import Final, assert_never

from decision_aid.content import Bullets, Paragraph
from decision_aid.control_characters import without_controls
from decision_aid.document.blocks import (
    Answer,
    Block,
    Callout,
    Findings,
    Heading,
    Questions,
    Sources,
    Terms,
    WriteIn,
)
from decision_aid.document.deciding_blocks import (
    Check,
    Comparison,
    Decision,
    SureQuestion,
    Value,
)
from decision_aid.document.icon_arrays import IconArrays
from decision_aid.document.model import Document, Section
from decision_aid.document.picture_blocks import BodyPicture, PictureKey, Rings

_WIDTH: Final = 72


def render_text(document: Document) -> str:
    """Return what stands on paper as text of 72 columns, one newline at the end."""
    parts = [_filled(document.example_only), _underlined(document.title, "=")]
    if document.banner:
        parts.append(_filled(document.banner))
    if document.made_on:
        parts.append(document.made_on)
    for section in document.on_paper:
        parts += [_underlined(section.title, "-")] if section.title else []
        parts += _section(section, document)
    parts += [_filled(document.footer), _filled(document.example_only)]
    return without_controls("\n\n".join(part for part in parts if part)) + "\n"


def _underlined(title: str, line: str) -> str:
    return f"{title}\n{line * len(title)}"


def _section(section: Section, document: Document) -> Iterator[str]:
    for block in section.blocks:
        yield from _block(block, document)


def _block(block: Block, document: Document) -> Iterator[str]:  # noqa: PLR0912 - one case a kind
    match block:
        case Paragraph():
            yield _filled(_spoken(block, document))
        case Bullets():
            yield "\n".join(_item("- ", _spoken(item, document)) for item in block.items)
        case Heading():
            yield block.text.upper()
        case Answer():
            yield from _answer(block, document)
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
            yield from _comparison(block, document)
        case IconArrays():
            yield block.title.upper()
            yield _filled(_spoken(block.sentence, document))
            yield _filled(block.note)
        case Questions():
            yield from _questions(block)
        case WriteIn():
            yield from _write_in(block)
        case Callout():
            yield _underlined(block.title, "-")
            for inner in block.blocks:
                yield from _block(inner, document)
        case Terms():
            for term in block.items:
                yield _item(f"{term.word}: ", "".join(span.text for span in term.means), 2)
        case Sources():
            for source in block.items:
                text = f"{source.title}. {source.publisher}, {source.dated}. {source.address}"
                yield _item(f"[{source.number}] ", text)
        case Decision():
            yield from _decision(block, document)
        case Value():
            yield block.label.upper()
            yield _filled(block.asks)
            yield from _block(block.touches, document)
        case Check():
            for text in (block.question, block.teach_back):
                yield _filled(text)
            for paragraph in (block.told_right, block.told_again):
                yield _filled(_spoken(paragraph, document))
        case SureQuestion():
            yield _item("[ ] ", block.text)
            yield _filled(block.adds_text)
        case _:
            assert_never(block)


def _decision(decision: Decision, document: Document) -> Iterator[str]:
    yield decision.title.upper()
    for about in decision.about:
        yield from _block(about, document)
    for option in decision.options:
        yield option.conditional_title.upper()
        for aspect in option.aspects:
            yield aspect.label + ":"
            for prose in aspect.blocks:
                yield from _block(prose, document)


def _spoken(paragraph: Paragraph, document: Document) -> str:
    numbers = "".join(f"[{document.source_numbers[s]}]" for s in paragraph.sources)
    return f"{paragraph.text} {numbers}".rstrip()


def _finding(findings: Findings) -> Iterator[str]:
    yield findings.caption + ":"
    for row in findings.rows:
        term = f" ({row.medical_term})" if row.medical_term else ""
        yield _item("- ", f"{row.place}{term}: {row.certainty}; {row.counts_as}")


def _comparison(comparison: Comparison, document: Document) -> Iterator[str]:
    yield comparison.caption + ":"
    for number, option in enumerate(comparison.options):
        yield option.upper()
        for row in comparison.rows:
            yield row.label + ":"
            for block in row.cells[number]:
                yield from _block(block, document)


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


def _answer(block: Answer, document: Document) -> Iterator[str]:
    if block.about:
        yield f"{block.about}:"
    yield "\n".join(f"{verdict.question} {verdict.text}." for verdict in block.verdicts)
    for mark, sentence in zip(block.still_open, block.sentences, strict=True):
        spoken = _spoken(sentence, document)
        yield _filled(f"[{mark}] {spoken}" if mark else spoken)
    if block.how_far:
        yield f"{block.how_far}."


def _questions(block: Questions) -> Iterator[str]:
    if block.lead:
        yield _filled(block.lead)
    for question in block.items:
        whom = f" ({question.whom})" if question.whom else ""
        yield _item("[ ] ", f"{question.text}{whom}")
        if block.lines:
            yield "\n\n".join(["    " + "_" * (_WIDTH - 4)] * block.lines)


def _write_in(block: WriteIn) -> Iterator[str]:
    if block.lines == 1:
        yield f"{block.label}: {'_' * 30}"
    else:
        yield block.label
        yield "\n\n".join(["_" * _WIDTH] * block.lines)
