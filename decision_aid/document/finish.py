"""The last steps of a summary: mark the words that are explained, number the sources, say when."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Iterator, Mapping
from functools import singledispatch

from decision_aid.content import Bullets, Content, Paragraph, Span, Topic, paragraphs
from decision_aid.content.freshness import overdue_since
from decision_aid.content.reviews import TABLES
from decision_aid.document.model import (
    Answer,
    Callout,
    Comparison,
    PaperPage,
    Section,
    SectionId,
    SourceItem,
    Sources,
    Summary,
    SummaryBlock,
    TermItem,
    Terms,
)


def finished(
    sections: list[Section],
    topics: tuple[Topic, ...],
    content: Content,
    made_on: dt.date | None,
    *,
    today: dt.date,
    words_on_paper: bool,
    words_chosen: bool,
    example_only: bool = False,
) -> Summary:
    """Return the summary of these sections.

    Args:
        sections: every section but the words, the sources and what this is.
        topics: the topics that the screens and the paper are made of.
        content: the words of one language.
        made_on: the day that stands on it.
        today: the day by which it is judged if words were checked too long ago.
        words_on_paper: whether the medical words are explained on paper once more.
        words_chosen: whether the person chose so; else that takes no sheet of its own.
        example_only: whether the case was only supposed.
    """
    marked = [_marked(section, content) for section in sections]
    on_paper = [section for section in marked if section.page != "screen"]
    on_screen = [section for section in marked if section.page == "screen"]
    numbers: dict[str, int] = {}
    for source in _cited([*on_paper, *on_screen]):
        numbers.setdefault(source, len(numbers) + 1)
    cited_on_paper = dict.fromkeys(_cited(on_paper))
    closing: tuple[Section, ...] = (
        _section("sources", [sources_of(cited_on_paper, numbers, content)], "detail", content),
        _section("about", _about(topics, content), "detail", content),
    )
    words = _words(on_paper, content, "detail" if words_on_paper else "screen")
    if words_on_paper:
        closing = (*closing, words)
    elif words.blocks:
        on_screen.append(words)
    only_on_screen = [source for source in numbers if source not in cited_on_paper]
    if only_on_screen:
        more = sources_of(dict.fromkeys(only_on_screen), numbers, content)
        on_screen.append(_section("more_sources", [more], "screen", content))
    overdue = overdue_since(topics, today)
    return Summary(
        language=content.language,
        banner=content.label("summary.overdue", date=content.date(overdue)) if overdue else "",
        title=content.label("example_only.title" if example_only else "summary.title"),
        made_on=content.date(made_on) if made_on else "",
        sections=(*on_paper, *(part for part in closing if part.blocks), *on_screen),
        source_numbers=numbers,
        words_need_room=not words_chosen,
        example_only=content.label("example_only.mark") if example_only else "",
        footer=_footer(_reviewers(topics, content), content),
        page_label=content.label("summary.page_label"),
    )


def _section(
    section_id: SectionId, blocks: Iterable[SummaryBlock], page: PaperPage, content: Content
) -> Section:
    title = content.label(f"section.{section_id}")
    return Section(section_id, title, tuple(blocks), page)


def _marked(section: Section, content: Content) -> Section:
    if section.id == "clinic":
        # A clinic's words are shown as they are: nothing in them is explained as if it were ours.
        return section
    known: set[str] = set()
    blocks = tuple(_mark(block, content, known) for block in section.blocks)
    return section._replace(blocks=blocks)


@singledispatch
def _mark(block: SummaryBlock, content: Content, known: set[str]) -> SummaryBlock:
    del content, known
    return block


@_mark.register(Paragraph)
@_mark.register(Bullets)
def _(block: Paragraph | Bullets, content: Content, known: set[str]) -> SummaryBlock:
    return content.glossary.marked((block,), known)[0]


@_mark.register
def _(block: Callout, content: Content, known: set[str]) -> SummaryBlock:
    return block._replace(blocks=content.glossary.marked(block.blocks, known))


@_mark.register
def _(block: Answer, content: Content, known: set[str]) -> SummaryBlock:
    first, second = (content.glossary.marked_paragraph(p, known) for p in block.sentences)
    return block._replace(sentences=(first, second))


@_mark.register
def _(block: Comparison, content: Content, known: set[str]) -> SummaryBlock:
    rows = tuple(
        row._replace(cells=tuple(content.glossary.marked(cell, known) for cell in row.cells))
        for row in block.rows
    )
    return block._replace(rows=rows)


def said(blocks: Iterable[SummaryBlock]) -> Iterator[Paragraph]:
    """Yield every paragraph of these blocks that makes a statement, in reading order."""
    for block in blocks:
        match block:
            case Paragraph() | Bullets():
                yield from paragraphs((block,))
            case Callout():
                yield from paragraphs(block.blocks)
            case Answer():
                yield from block.sentences
            case Comparison():
                for row in block.rows:
                    for cell in row.cells:
                        yield from paragraphs(cell)
            case _:
                pass


def _cited(sections: Iterable[Section]) -> Iterator[str]:
    for section in sections:
        for paragraph in said(section.blocks):
            yield from paragraph.sources


def sources_of(cited: Iterable[str], numbers: Mapping[str, int], content: Content) -> Sources:
    """Return what is known of these sources, each with its number."""
    items = []
    for source_id in cited:
        source = content.source(source_id)
        dated = source.dated or content.label("summary.no_date")
        items.append(
            SourceItem(
                number=numbers[source_id],
                title=source.title,
                publisher=source.publisher,
                dated=dated,
                address=source.address,
            )
        )
    return Sources(items=tuple(items))


def _words(sections: list[Section], content: Content, page: PaperPage) -> Section:
    used = dict.fromkeys(
        span.term
        for section in sections
        for paragraph in said(section.blocks)
        for span in paragraph.spans
        if span.term
    )
    entries = sorted(
        (content.glossary.entries[term] for term in used), key=lambda e: e.word.lower()
    )
    items = tuple(TermItem(word=entry.word, means=entry.means.spans) for entry in entries)
    return _section("words", [Terms(items=items)] if items else [], page, content)


def _reviewers(topics: tuple[Topic, ...], content: Content) -> tuple[str, ...]:
    """Return who reviewed these words; nobody unless every one of them is signed as it stands."""
    signed = [content.reviews.of(part) for part in (*(topic.id for topic in topics), *TABLES)]
    if None in signed:
        return ()
    return tuple(sorted({f"{one.reviewer} ({one.role})" for one in signed if one is not None}))


def _footer(reviewers: tuple[str, ...], content: Content) -> str:
    parts = [content.label("summary.footer")]
    if not reviewers:
        parts.append(content.label("summary.footer_not_reviewed"))
    return " ".join(parts)


def _about(topics: tuple[Topic, ...], content: Content) -> Iterator[Paragraph]:
    for text in (
        content.label("about.what_it_is_not"),
        *when_checked_and_by_whom(topics, content),
        content.label("about.privacy"),
    ):
        yield Paragraph(spans=(Span(text=text),))


def when_checked_and_by_whom(topics: tuple[Topic, ...], content: Content) -> tuple[str, str]:
    """Return when the words of these topics were last checked, and if a clinician reviewed them."""
    checked = min(topic.head.last_checked for topic in topics)
    reviewers = _reviewers(topics, content)
    review = (
        content.label("about.reviewed", names=", ".join(reviewers))
        if reviewers
        else content.label("about.not_reviewed")
    )
    return content.label("about.checked", date=content.date(checked)), review
