"""The page that somebody takes along on a phone: short enough for one QR code.

The text is made of a document. Of a person's own document it is the first page, and only with
their consent: the answer with what is still open, what they were told with their own notes, the
aim, their questions, and when to call the same day. What matters to them, the SURE test, the
options and the numbers stay on paper: they are long, and the most private of all. Without consent
it is made of the general document, which says nothing of anybody: what two words mean, and what
anyone may ask.

What a code has no room for is left out whole, the least needed first, and the answer never.

Whoever stands near a screen can read a code from it, and a phone may keep what it reads. So
nothing in the general document depends on an answer, and nothing tells whether the person has
cancer at all.
"""

from __future__ import annotations

import textwrap
import unicodedata
from collections.abc import Collection, Iterable, Iterator
from typing import Final, assert_never

from decision_aid.content import Bullets, Content, Paragraph, load, paragraphs
from decision_aid.control_characters import without_controls
from decision_aid.document.blocks import (
    Answer,
    Block,
    Callout,
    Findings,
    Heading,
    Question,
    Questions,
    Sources,
    Terms,
    WriteIn,
    plain_paragraph,
)
from decision_aid.document.closing import when_checked_and_by_whom
from decision_aid.document.deciding_blocks import (
    Check,
    Comparison,
    Decision,
    SureQuestion,
    Value,
)
from decision_aid.document.icon_arrays import IconArrays
from decision_aid.document.model import Document, Section, SectionId
from decision_aid.document.picture_blocks import BodyPicture, PictureKey, Rings
from decision_aid.document.qr import has_room
from decision_aid.domain import QuestionId

_ASCII: Final = str.maketrans(
    {
        "“": '"',
        "”": '"',
        "‘": "'",
        "’": "'",
        "–": "-",
        "—": "-",
        "…": "...",
        "\N{NO-BREAK SPACE}": " ",
        "°": "",  # "38 °C" is as clear as "38 C"
    }
)
"""Signs that have a plain form: codes of nothing but ASCII are read alike by every phone."""

_TAKEN_ALONG: Final[tuple[SectionId, ...]] = (
    "two_words",
    "answer",
    "told",
    "aim_in_short",
    "questions",
    "same_day",
    "clinic",
    "bring",
    "read_on",
)
"""What goes along on a phone, in this order: the answer with what is open comes first."""

_FIRST_LEFT_OUT: Final = (
    "each treatment",
    "bring",
    "whom",
    "aim_in_short",
    "read_on",
    "clinic",
)
"""What is left out one after the other until a code has room for the rest.

``each treatment``: when to call the same day for each of them, but not when to call for help at
once. ``whom``: whom to ask a question.
"""
_LONG_LINE: Final = 200
"""Where even that is not enough, how long a line of the person's own may be, in letters."""

_QUESTIONS: Final = (
    "is_it_invasive",
    "has_it_spread",
    "aim_of_treatment",
    "options_and_waiting",
    "how_soon",
    "who_to_call",
)
_TWO_WORDS: Final = "more/two_words"
_SAME_DAY: Final = "treatment/call_the_same_day"
_READ_ON: Final = ("acs-invasive", "bcn-types")


def handoff_text(document: Document) -> str:
    """Return the page to take along, one line a paragraph, an empty line between its parts.

    Args:
        document: the person's own, if they agreed to that, or the one that is the same for all.

    Returns:
        What one code has room for: ``qr.qr_code`` takes it, whatever the document holds.
    """
    content = load(document.language)
    for count in range(len(_FIRST_LEFT_OUT) + 1):
        parts = dict(_parts(document, content, frozenset(_FIRST_LEFT_OUT[:count])))
        text = _joined(parts.values())
        if has_room(text):
            return text
    return _cut(parts, content)


def _joined(parts: Iterable[list[str]]) -> str:
    text = "\n\n".join("\n".join(lines) for lines in parts if lines)
    return unicodedata.normalize("NFC", without_controls(text)).translate(_ASCII) + "\n"


def _cut(parts: dict[str, list[str]], content: Content) -> str:
    """Return as many lines as there is room for, the first first, and that there is more."""
    last = [parts.pop(part, []) for part in ("same_day", "end")]
    lines = [line for part in parts.values() for line in ("", *part)][1:]
    lines = [textwrap.shorten(line, _LONG_LINE, placeholder=" ...") for line in lines]
    more = [content.label("handoff.more")]
    titles = {part[0] for part in parts.values()}
    while not has_room(text := _joined([lines, more, *last])) or lines[-1] in titles | {""}:
        lines.pop()
    return text


def _parts(
    document: Document, content: Content, left_out: Collection[str]
) -> Iterator[tuple[str, list[str]]]:
    opening = (document.example_only, document.title, document.made_on, document.banner)
    yield "opening", [line for line in opening if line]
    for section_id in _TAKEN_ALONG:
        section = document.section(section_id)
        if section is not None and section.page != "screen" and section_id not in left_out:
            yield section_id, list(_lines_of(section, content, left_out))
    about = (block.text for block in document.blocks("about") if isinstance(block, Paragraph))
    on_paper_only = {*map(content.label, ("about.what_it_is_not", "about.privacy"))}
    if content.label("summary.footer_not_reviewed") in document.footer:
        on_paper_only.add(content.label("about.not_reviewed"))
    yield "end", [document.footer, *(line for line in about if line not in on_paper_only)]


def _lines_of(section: Section, content: Content, left_out: Collection[str]) -> Iterator[str]:
    # On paper the heading of the questions asks to show the page.
    title = content.label("section.called_for") if section.id == "questions" else section.title
    yield from filter(None, [title])
    blocks = section.blocks
    if section.id == "same_day" and "each treatment" in left_out:
        ask = plain_paragraph(content.label("handoff.ask_same_day"))
        blocks = tuple(
            block._replace(blocks=(*block.blocks[-1:], ask))
            if isinstance(block, Callout)
            else block
            for block in blocks
        )
    for block in blocks:
        if isinstance(block, Questions) and "whom" in left_out:
            yield from _items(question.text for question in block.items)
        else:
            yield from filter(None, block_lines(block, content))


def _items(texts: Iterable[str]) -> Iterator[str]:
    return (f"- {text}" for text in texts)


def block_lines(block: Block, content: Content) -> Iterator[str]:  # noqa: PLR0912 - one case a kind
    """Yield the lines of a block; a picture is told in words, and what is filled in is left out.

    Args:
        block: any block.
        content: the words of one language.
    """
    match block:
        case Paragraph() | Heading():
            yield block.text
        case Bullets():
            yield from _items(item.text for item in block.items)
        case Answer():
            if block.about:
                yield f"{block.about}:"
            for mark, sentence in zip(block.still_open, block.sentences, strict=True):
                yield f"{mark}: {sentence.text}" if mark else sentence.text
            if block.how_far:
                yield block.how_far
        case Findings():
            for row in block.rows:
                yield "- " + content.label(
                    "handoff.found", certainty=row.certainty, place=row.place
                )
        case Questions():
            for question in block.items:
                asked = content.label(
                    "handoff.asked_of", question=question.text, whom=question.whom
                )
                yield f"- {asked if question.whom else question.text}"
        case Callout():
            yield block.title
            for inner in block.blocks:
                yield from block_lines(inner, content)
        case Rings() | BodyPicture():
            yield block.alternative
        case IconArrays():
            yield block.title
            yield block.sentence.text
        case PictureKey():
            yield block.text
        case Decision():
            yield block.title
            yield from _items(option.conditional_title for option in block.options)
        case Comparison():
            yield block.caption
            yield from _items(block.options)
        case Value():
            yield block.label
            yield from _items(item.text for item in block.touches.items)
        case Check():
            yield block.question
            yield block.told_right.text
        case SureQuestion():
            yield block.text
        case Terms():
            for term in block.items:
                yield f"{term.word}: {''.join(span.text for span in term.means)}"
        case Sources():
            yield from _items(f"{source.publisher}: {source.address}" for source in block.items)
        case WriteIn():
            return  # there is nothing to write on
        case _:
            assert_never(block)


def general_document(content: Content) -> Document:
    """Return the document that is the same for everybody.

    Args:
        content: the words of one language.
    """
    words, same_day = content.topic(_TWO_WORDS), content.topic(_SAME_DAY)
    *_, emergency = paragraphs(same_day.blocks)
    asked = tuple(Question(q, content.question(QuestionId(q)), "") for q in _QUESTIONS)
    known = map(plain_paragraph, when_checked_and_by_whom((words, same_day), content))
    return Document(
        language=content.language,
        title=content.label("handoff.general_title"),
        made_on="",
        banner="",
        sections=(
            Section("two_words", words.title, words.blocks, "phone"),
            Section(
                "questions",
                content.label("section.called_for"),
                (Questions(lead="", items=asked, lines=0),),
                "phone",
            ),
            Section("same_day", same_day.title, (emergency,), "phone"),
            Section("bring", content.label("section.bring"), (what_to_bring(content),), "phone"),
            Section("read_on", content.label("section.read_on"), (_read_on(content),), "phone"),
            Section("about", "", tuple(known), "phone"),
        ),
        source_numbers={},
        footer=content.label("handoff.general_end"),
        page_label=content.label("summary.page_label"),
        words_need_room=False,
    )


def what_to_bring(content: Content) -> Bullets:
    """Return what to bring to the appointment."""
    return Bullets(tuple(map(plain_paragraph, content.labels("handoff_bring").values())))


def _read_on(content: Content) -> Bullets:
    sources = (content.source(source) for source in _READ_ON)
    return Bullets(
        tuple(
            plain_paragraph(
                content.label("handoff.source", publisher=one.publisher, address=one.address)
            )
            for one in sources
        )
    )
