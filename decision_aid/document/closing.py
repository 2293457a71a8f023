"""How a document ends: its sources are numbered, its medical words listed, and what it is said."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Iterator, Mapping
from typing import TYPE_CHECKING, NamedTuple

from decision_aid.content import Bullets, Content, Paragraph, Span, Topic
from decision_aid.content.reviews import TABLES, Reviews, overdue_since
from decision_aid.document.blocks import (
    Block,
    Heading,
    SourceItem,
    Sources,
    TermItem,
    Terms,
    plain_paragraph,
    statements,
)
from decision_aid.document.model import Document, Place, Section, SectionId

if TYPE_CHECKING:
    from decision_aid.clinic.clinic_policy import ClinicPolicy, LocalService


class Edition(NamedTuple):
    """What is true of a document as a whole.

    Attributes:
        made_on: the day that stands on it.
        today: the day by which it is judged if words were checked too long ago.
        words_on_paper: whether the medical words are explained on paper once more.
        words_chosen: whether the person chose so; else that takes no sheet of its own.
        example_only: whether the case was only supposed.
    """

    made_on: dt.date | None
    today: dt.date
    words_on_paper: bool
    words_chosen: bool
    example_only: bool


def closed(
    sections: list[Section], topics: tuple[Topic, ...], content: Content, edition: Edition
) -> Document:
    """Return the document of these sections.

    Args:
        sections: every section but the words, the sources and what this is.
        topics: the topics that the screens and the paper are made of.
        content: the words of one language.
        edition: what is true of the whole.
    """
    on_paper = [section for section in sections if section.page in {"first", "detail"}]
    elsewhere = [section for section in sections if section.page in {"screen", "phone"}]
    numbers: dict[str, int] = {}
    for source in _cited([*on_paper, *elsewhere]):
        numbers.setdefault(source, len(numbers) + 1)
    cited_on_paper = dict.fromkeys(_cited(on_paper))
    closing: tuple[Section, ...] = (
        _section("sources", [sources_of(cited_on_paper, numbers, content)], "detail", content),
        _section("about", _about(topics, content), "detail", content),
    )
    words = _words(on_paper, content, "detail" if edition.words_on_paper else "screen")
    if edition.words_on_paper and words.blocks:
        after = {"more_questions", "same_day", "clinic"}
        at = next((n for n, part in enumerate(on_paper) if part.id in after), len(on_paper))
        on_paper.insert(at, words)
    elif words.blocks:
        elsewhere.append(words)
    only_elsewhere = [source for source in numbers if source not in cited_on_paper]
    if only_elsewhere:
        more = sources_of(dict.fromkeys(only_elsewhere), numbers, content)
        elsewhere.append(_section("more_sources", [more], "screen", content))
    overdue = overdue_since(topics, edition.today)
    example = edition.example_only
    return Document(
        language=content.language,
        banner=content.label("summary.overdue", date=content.date(overdue)) if overdue else "",
        title=content.label("example_only.title" if example else "summary.title"),
        made_on=content.date(edition.made_on) if edition.made_on else "",
        sections=(*on_paper, *(part for part in closing if part.blocks), *elsewhere),
        source_numbers=numbers,
        words_need_room=not edition.words_chosen,
        example_only=content.label("example_only.mark") if example else "",
        footer=_footer(_reviewers(topics, content), content),
        page_label=content.label("summary.page_label"),
    )


def _section(
    section_id: SectionId, blocks: Iterable[Block], page: Place, content: Content
) -> Section:
    title = content.label(f"section.{section_id}")
    return Section(section_id, title, tuple(blocks), page)


def _cited(sections: Iterable[Section]) -> Iterator[str]:
    for section in sections:
        for paragraph in statements(section.blocks):
            yield from paragraph.sources


def sources_of(cited: Iterable[str], numbers: Mapping[str, int], content: Content) -> Sources:
    """Return what is known of these sources, each with its number."""
    items = []
    for source_id in cited:
        source = content.source(source_id)
        items.append(
            SourceItem(
                number=numbers[source_id],
                title=source.title,
                publisher=source.publisher,
                dated=content.dated(source),
                shows_date=bool(source.dated or source.year),
                address=source.address,
            )
        )
    return Sources(items=tuple(items))


def _words(sections: list[Section], content: Content, page: Place) -> Section:
    used = dict.fromkeys(
        span.term
        for section in sections
        for paragraph in statements(section.blocks)
        for span in paragraph.spans
        if span.term
    )
    entries = [content.glossary.entries[term] for term in used]
    in_order_of_use = [TermItem(e.word, e.means.spans, use) for use, e in enumerate(entries)]
    items = tuple(sorted(in_order_of_use, key=lambda item: item.word.lower()))
    return _section("words", [Terms(items=items)] if items else [], page, content)


def _reviewers(topics: tuple[Topic, ...], content: Content) -> tuple[str, ...]:
    """Return who reviewed these words; nobody unless every one of them is signed as it stands."""
    reviews = Reviews(content)
    signed = [reviews.of(part) for part in (*(topic.id for topic in topics), *TABLES)]
    if None in signed:
        return ()
    return tuple(sorted({f"{one.reviewer} ({one.role})" for one in signed if one is not None}))


def _footer(reviewers: tuple[str, ...], content: Content) -> str:
    parts = [content.label("summary.footer")]
    if not reviewers:
        parts.append(content.label("summary.footer_not_reviewed"))
    return " ".join(parts)


def _about(topics: tuple[Topic, ...], content: Content) -> Iterator[Paragraph]:
    """Yield what this is not, when its words were checked and by whom, and what stays private."""
    for text in (
        content.label("about.what_it_is_not"),
        *when_checked_and_by_whom(topics, content),
        content.label("about.privacy"),
    ):
        yield plain_paragraph(text)


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


def clinic_section(clinic: ClinicPolicy, content: Content) -> Section:
    """Return the section of a clinic; it has no blocks where the clinic says nothing.

    It is always on paper: somebody who leaves a kiosk has nothing but the paper.

    Args:
        clinic: the policy; every word of it is a plain span without terms or sources.
        content: the words of one language.
    """
    return Section(
        id="clinic",
        title=content.label("clinic.title"),
        blocks=tuple(_blocks(clinic, content)),
        page="detail",
    )


def _blocks(clinic: ClinicPolicy, content: Content) -> Iterator[Block]:
    if not clinic.says_something:
        return
    if not clinic.phones and not clinic.services:
        yield plain_paragraph(content.label("clinic.used_at", name=clinic.clinic_name))
        return
    yield plain_paragraph(
        content.label("clinic.written_by", name=clinic.clinic_name)
        if clinic.clinic_name
        else content.label("clinic.written_by_clinic")
    )
    if clinic.phones:
        yield Heading(text=content.label("clinic.phones"))
        yield Bullets(items=tuple(_item(phone.label, phone.number) for phone in clinic.phones))
    if clinic.services:
        yield Heading(text=content.label("clinic.services"))
        yield Bullets(items=tuple(_service(service, content) for service in clinic.services))


def _service(service: LocalService, content: Content) -> Paragraph:
    parts = [service.about if service.about.endswith((".", "!", "?")) else f"{service.about}."]
    if service.phone:
        parts.append(content.label("clinic.phone", number=service.phone))
    if service.place:
        parts.append(content.label("clinic.place", place=service.place))
    return _item(service.name, " ".join(parts))


def _item(name: str, said: str) -> Paragraph:
    return Paragraph(spans=(Span(text=f"{name}: ", strong=True), Span(text=said)))
