"""The small markup that topics are written in: paragraphs, lists, strong words, sources.

A paragraph or list item ends with the sources of its statements, ``[^nci-dcis]``. Where it makes
no medical statement it ends with ``[^-]``, so that a forgotten source is never taken for one that
is not needed. A section heading carries a stable id: ``## What this means {#means}``.

It is a part of Markdown that reads the same everywhere, and the rest of Markdown is refused. So
a few lines read it, where a whole library would weigh on every window.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Final, NamedTuple

from decision_aid.content.blocks import Block, Bullets, Paragraph, Span
from decision_aid.content.errors import ContentError

NO_SOURCE_NEEDED: Final = "-"
_HEADING: Final = "#"
_ITEM: Final = "- "
_HEADING_WITH_ID: Final = re.compile(r"^#{1,6} +(?P<text>.+?)\s*\{#(?P<id>[a-z_]+)\}$")
_MARKER: Final = re.compile(r"\s*\[\^([\w.-]+)\]")
_STRONG: Final = re.compile(r"\*\*(?=\S)([^*]*[^*\s])\*\*")
_OTHER_LINE: Final = re.compile(r"\s|[*+]\s|>|-|=+$|\d+[.)]\s|```|~~~")
_OTHER_WORDS: Final = re.compile(r"[*_`\\]|&#?\w+;|\]\(|<\w")

Sections = dict[str, tuple[Block, ...]]


class _Part(NamedTuple):
    """A heading, a list item or a paragraph, its lines joined."""

    first: str
    text: str
    line: int


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
    blocks = sections[""]
    for part in _parts(text, file, first_line):
        if part.first == _HEADING:
            heading = _HEADING_WITH_ID.match(part.text)
            if heading is None:
                raise ContentError(file, "a heading needs a stable id, like {#means}", part.line)
            headings[heading["id"]] = heading["text"]
            blocks = sections[heading["id"]] = []
        elif part.first == _ITEM:
            item = parse_line(part.text.removeprefix(_ITEM), file, part.line)
            if blocks and isinstance(before := blocks[-1], Bullets):
                blocks[-1] = Bullets((*before.items, item))
            else:
                blocks.append(Bullets((item,)))
        else:
            blocks.append(parse_line(part.text, file, part.line))
    return {name: tuple(blocks) for name, blocks in sections.items() if blocks}, headings


def parse_line(text: str, file: str, line: int | None = None) -> Paragraph:
    """Return one paragraph, such as a glossary meaning, with its sources.

    Raises:
        ContentError: for markup that is not used here, or if it names no source.
    """
    sources = _MARKER.findall(text)
    if not sources:
        raise ContentError(file, "name the source, like [^nci-dcis], or [^-] for none", line)
    spans = []
    # Every second part is what stands between two pairs of stars.
    for number, words in enumerate(_STRONG.split(_MARKER.sub("", text).strip())):
        if other := _OTHER_WORDS.search(words):
            problem = f'"{other[0]}" means something else in Markdown; only **strong** is used here'
            raise ContentError(file, problem, line)
        if words:
            spans.append(Span(words, strong=number % 2 == 1))
    return Paragraph(tuple(spans), tuple(s for s in sources if s != NO_SOURCE_NEEDED))


def _parts(text: str, file: str, first_line: int) -> Iterator[_Part]:
    """Yield what stands between blank lines, each heading and each list item by itself."""
    part: _Part | None = None
    for number, line in enumerate(text.split("\n"), first_line):
        first = next((mark for mark in (_HEADING, _ITEM) if line.startswith(mark)), "")
        goes_on = part is not None and part.first != _HEADING and not first and line.strip()
        if part is not None and goes_on:
            part = part._replace(text=f"{part.text} {line.strip()}")
        elif part is not None:
            yield part
            part = None
        if not first and _OTHER_LINE.match(line.strip() if goes_on else line):
            problem = f'"{line[:8]}": topics use headings (##), paragraphs and lists (-) only'
            raise ContentError(file, problem, number)
        if part is None and line:
            part = _Part(first, line, number)
    if part is not None:
        yield part
