"""The part of Markdown that words are written in: paragraphs, lists, strong words, sources.

A paragraph or list item ends with the sources of its statements, ``[^nci-dcis]``. Where it makes
no medical statement it ends with ``[^-]``, so that a forgotten source is never taken for one that
is not needed. A section heading carries a stable id: ``## What this means {#means}``.

All else that Markdown knows is refused, as screens and paper have no look for it.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from functools import cache
from itertools import groupby
from typing import Final, NamedTuple

from markdown_it import MarkdownIt
from markdown_it.rules_inline import StateInline
from markdown_it.token import Token
from markdown_it.tree import SyntaxTreeNode

from decision_aid.content.entries import Block, Bullets, Paragraph, Span
from decision_aid.content.resources import ContentError

NO_SOURCE_NEEDED: Final = "-"
MARKER: Final = "[^"
"""What the mark of a source begins with."""

_SOURCE: Final = re.compile(r"\[\^([\w.-]+)\]")
_HEADING_WITH_ID: Final = re.compile(r"(?P<text>.+?)\s*\{#(?P<id>[a-z_]+)\}")
_MEANT_AS_A_MARK: Final = re.compile(r"[*_`]|&#?\w+;|\]\(|<\w|\[\^")
"""What Markdown left as it stands because its other half is missing."""

_ONLY_THESE: Final = "words use headings (##), paragraphs, lists (-) and **strong** only"


class MarkupError(ValueError):
    """A text that cannot be read; ``line`` counts from the first of the text, 0."""

    def __init__(self, problem: str, line: int = 0) -> None:
        self.problem, self.line = problem, line
        super().__init__(problem)


class Sections(NamedTuple):
    """The body of a topic: its blocks and headings by section id, and what is wrong with it."""

    blocks: dict[str, tuple[Block, ...]]
    headings: dict[str, str]
    problems: tuple[ContentError, ...]


def read_sections(text: str, file: str, first_line: int) -> Sections:
    """Read the body of a topic.

    Args:
        text: the body.
        file: its name, for messages.
        first_line: the line of the file on which the body starts.
    """
    sections: dict[str, list[Block]] = {"": []}
    headings: dict[str, str] = {}
    problems: list[ContentError] = []
    blocks = sections[""]
    for node in SyntaxTreeNode(_reader().parse(text)).children:
        try:
            if node.type == "heading":
                name, heading = _heading(node)
                if name in headings:
                    problem = f"there is a section {{#{name}}} already"
                    raise MarkupError(problem, _line(node))
                headings[name] = heading
                blocks = sections[name] = []
            else:
                blocks.append(_block(node))
        except MarkupError as error:
            problems.append(ContentError(file, error.problem, first_line + error.line))
    read = {name: tuple(blocks) for name, blocks in sections.items() if blocks}
    return Sections(read, headings, tuple(problems))


def read_line(text: str) -> Paragraph:
    """Read one paragraph, such as a glossary meaning, with its sources.

    Raises:
        MarkupError: for markup that is not used here, or if it names no source.
    """
    (inline,) = _reader().parseInline(text.strip())
    return _paragraph(inline.children or (), 0)


@cache
def _reader() -> MarkdownIt:
    reader = MarkdownIt("commonmark")
    # Joined to the words around them, escaped letters could not be told from plain ones.
    reader.disable("text_join")
    reader.inline.ruler.before("link", "source", _source)
    return reader


def _source(state: StateInline, silent: bool) -> bool:
    """Read the mark of a source; a rule of the Markdown library."""
    match = _SOURCE.match(state.src, state.pos)
    if match is None:
        return False
    if not silent:
        state.push("source", "", 0).content = match[1]
    state.pos = match.end()
    return True


def _heading(node: SyntaxTreeNode) -> tuple[str, str]:
    (inline,) = node.children
    text = "".join(child.content for child in inline.children if child.type == "text")
    match = _HEADING_WITH_ID.fullmatch(text)
    if match is None:
        problem = "a heading needs a stable id, like {#means}"
        raise MarkupError(problem, _line(node))
    if any(child.type != "text" for child in inline.children):
        problem = "a heading is plain words"
        raise MarkupError(problem, _line(node))
    return match["id"], match["text"]


def _block(node: SyntaxTreeNode) -> Block:
    if node.type == "paragraph":
        return _paragraph_of(node)
    if node.type == "bullet_list" and node.markup == "-":
        return Bullets(tuple(map(_item, node.children)))
    raise _not_used(node.type, _line(node))


def _item(node: SyntaxTreeNode) -> Paragraph:
    for child in node.children[1:]:
        problem = f"a list item is one paragraph: {_ONLY_THESE}"
        raise MarkupError(problem, _line(child))
    (child,) = node.children or (node,)
    if child.type != "paragraph":
        raise _not_used(child.type, _line(child))
    return _paragraph_of(child)


def _paragraph_of(node: SyntaxTreeNode) -> Paragraph:
    (inline,) = node.children
    assert inline.token is not None
    return _paragraph(inline.token.children or (), _line(node))


def _paragraph(tokens: Sequence[Token], line: int) -> Paragraph:
    sources: list[str] = []
    spans: list[Span] = []
    strong, first_line = False, line
    for token in tokens:
        match token.type:
            case "text":
                spans.append(Span(token.content, strong))
            case "softbreak":
                spans.append(Span(" ", strong))
                line += 1
            case "strong_open" | "strong_close":
                strong = token.type == "strong_open"
            case "source":
                spans = _without_blank_end(spans)
                sources.append(token.content)
            case _:
                raise _not_used(token.type, line)
    if not sources:
        problem = "name the source, like [^nci-dcis], or [^-] for none"
        raise MarkupError(problem, first_line)
    told = tuple(_joined(_without_blank_end(spans), first_line))
    if not told:
        problem = "there is a source without words"
        raise MarkupError(problem, first_line)
    return Paragraph(told, tuple(source for source in sources if source != NO_SOURCE_NEEDED))


def _without_blank_end(spans: list[Span]) -> list[Span]:
    while spans and not spans[-1].text.strip():
        spans = spans[:-1]
    return [*spans[:-1], spans[-1]._replace(text=spans[-1].text.rstrip())] if spans else []


def _joined(spans: list[Span], line: int) -> Iterator[Span]:
    """Yield one span for each run of the same weight."""
    for strong, run in groupby(spans, key=lambda span: span.strong):
        text = "".join(span.text for span in run)
        if not text:
            continue
        if mark := _MEANT_AS_A_MARK.search(text):
            problem = f'"{mark[0]}" means something else in Markdown; {_ONLY_THESE}'
            raise MarkupError(problem, line)
        yield Span(text, strong)


def _not_used(what: str, line: int) -> MarkupError:
    name = what.removesuffix("_open").replace("_", " ")
    return MarkupError(f"this is a {name} in Markdown; {_ONLY_THESE}", line)


def _line(node: SyntaxTreeNode) -> int:
    return node.map[0] if node.map else 0
