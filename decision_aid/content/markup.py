"""The small markup that topics are written in: paragraphs, lists, strong words, sources.

A paragraph or list item ends with the sources of its statements, ``[^nci-dcis]``. Where it makes
no medical statement it ends with ``[^-]``, so that a forgotten source is never taken for one that
is not needed. A section heading carries a stable id: ``## What this means {#means}``.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from markdown_it import MarkdownIt

from decision_aid.content.blocks import Block, Bullets, Paragraph, Span
from decision_aid.content.errors import ContentError

if TYPE_CHECKING:
    from markdown_it.token import Token

NO_SOURCE_NEEDED: Final = "-"
_MARKER: Final = re.compile(r"\s*\[\^([\w.-]+)\]")
_HEADING: Final = re.compile(r"^(?P<text>.+?)\s*\{#(?P<id>[a-z_]+)\}$")
_ALLOWED: Final = frozenset(
    {
        "paragraph_open",
        "paragraph_close",
        "bullet_list_open",
        "bullet_list_close",
        "list_item_open",
        "list_item_close",
        "heading_open",
        "heading_close",
        "inline",
    }
)

Sections = dict[str, tuple[Block, ...]]


def _parser() -> MarkdownIt:
    return MarkdownIt("zero").enable(["list", "heading", "newline", "emphasis", "entity", "escape"])


def parse_sections(text: str, file: str, first_line: int) -> tuple[Sections, dict[str, str]]:
    """Return blocks and heading by section id.

    Args:
        text: the body of a topic.
        file: its name, for messages.
        first_line: the line of the file on which the body starts.

    Raises:
        ContentError: with file and line, for markup that topics do not use, a heading without
            an id or a paragraph that names no source.
    """
    sections: dict[str, list[Block]] = {"": []}
    headings: dict[str, str] = {}
    current = ""
    items: list[Paragraph] | None = None
    tokens = _parser().parse(text)
    for position, token in enumerate(tokens):
        line = first_line + (token.map[0] if token.map else 0)
        if token.type not in _ALLOWED:
            raise ContentError(file, f"topics do not use {token.type}; use a paragraph", line)
        if token.type == "bullet_list_open":
            items = []
        elif token.type == "bullet_list_close":
            sections[current].append(Bullets(items=tuple(items or ())))
            items = None
        elif token.type == "inline":
            if tokens[position - 1].type == "heading_open":
                current, headings[current] = _heading(token.content, file, line)
                sections[current] = []
                continue
            paragraph = _paragraph(token, file, line)
            if items is None:
                sections[current].append(paragraph)
            else:
                items.append(paragraph)
    return {name: tuple(blocks) for name, blocks in sections.items() if blocks}, headings


def parse_line(text: str, file: str, line: int | None = None) -> Paragraph:
    """Return one paragraph, such as a glossary meaning, with its sources."""
    return _paragraph(_parser().parseInline(text)[0], file, line)


def _heading(content: str, file: str, line: int) -> tuple[str, str]:
    match = _HEADING.match(content)
    if match is None:
        raise ContentError(file, "a heading needs a stable id, like {#means}", line)
    return match["id"], match["text"]


def _paragraph(token: Token, file: str, line: int | None) -> Paragraph:
    sources: list[str] = []
    spans: list[Span] = []
    strong = False
    for child in token.children or ():
        if child.type in {"strong_open", "strong_close"}:
            strong = child.type == "strong_open"
        elif child.type in {"text", "softbreak", "text_special"}:
            raw = " " if child.type == "softbreak" else child.content
            sources += _MARKER.findall(raw)
            words = _MARKER.sub("", raw)
            if words:
                spans.append(Span(text=words, strong=strong))
        else:
            raise ContentError(file, f"paragraphs do not use {child.type}", line)
    if not sources:
        raise ContentError(file, "name the source, like [^nci-dcis], or [^-] for none", line)
    return Paragraph(
        spans=_trimmed(spans), sources=tuple(s for s in sources if s != NO_SOURCE_NEEDED)
    )


def _trimmed(spans: list[Span]) -> tuple[Span, ...]:
    """Join neighbours of the same weight and drop blanks at both ends."""
    joined: list[Span] = []
    for span in spans:
        if joined and joined[-1].strong == span.strong:
            joined[-1] = Span(text=joined[-1].text + span.text, strong=span.strong)
        else:
            joined.append(span)
    if joined:
        joined[0] = joined[0].model_copy(update={"text": joined[0].text.lstrip()})
        joined[-1] = joined[-1].model_copy(update={"text": joined[-1].text.rstrip()})
    return tuple(span for span in joined if span.text)
