"""The words that somebody takes along on a phone: short enough for a few QR codes.

Whoever stands near a screen can read a code from it, and a phone may keep what it reads. So the
text has two forms:

- without the person's consent it is the same for everybody. What two words mean, questions that
  anyone may ask, when to call, what to bring, where to read on. Nothing of it depends on an answer,
  so nothing tells whether the person has cancer at all.
- with their consent it is the core of their summary: the answer, what they were told with their
  own notes, their questions, when to call the same day. What matters to them, the SURE test, the
  options and the numbers stay on paper: they are long, and the most private of all.
"""

from __future__ import annotations

import unicodedata
from collections.abc import Iterable, Iterator
from typing import Final

from decision_aid.content import Bullets, Content, Paragraph, load, paragraphs
from decision_aid.control_characters import without_controls
from decision_aid.document.finish import when_checked_and_by_whom
from decision_aid.document.model import (
    Answer,
    Callout,
    Findings,
    Heading,
    Questions,
    SectionId,
    Summary,
    SummaryBlock,
)
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

_PERSONAL: Final[tuple[SectionId, ...]] = (
    "answer",
    "told",
    "questions",
    "same_day",
)
_GENERAL_QUESTIONS: Final = (
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


def handoff_text(summary: Summary, *, personal: bool) -> str:
    """Return the text to take along, one line a paragraph, an empty line between its parts.

    Args:
        summary: the summary; only its language is used where ``personal`` is false.
        personal: whether the person agreed that it says what they were told.
    """
    content = load(summary.language)
    parts = _own(summary, content) if personal else _general(content)
    text = "\n\n".join("\n".join(lines) for lines in parts if lines)
    return unicodedata.normalize("NFC", without_controls(text)).translate(_ASCII) + "\n"


def _own(summary: Summary, content: Content) -> Iterator[list[str]]:
    yield [line for line in (summary.title, summary.made_on, summary.banner) if line]
    for section_id in _PERSONAL:
        section = summary.section(section_id)
        if section is not None and section.page != "screen":
            asks = section_id == "questions"
            title = content.label("handoff.questions") if asks else section.title
            lines = [line for block in section.blocks for line in _lines(block, content)]
            yield [line for line in (title, *lines) if line]
    yield _bring(content)
    about = summary.section("about")
    known = _said(about.blocks) if about is not None else ()
    on_paper_only = {content.label("about.what_it_is_not"), content.label("about.privacy")}
    yield [summary.footer, *(line for line in known if line not in on_paper_only)]


def _general(content: Content) -> Iterator[list[str]]:
    words, same_day = content.topic(_TWO_WORDS), content.topic(_SAME_DAY)
    yield [content.label("handoff.general_title")]
    yield [words.title, *(paragraph.text for paragraph in paragraphs(words.blocks))]
    asked = (content.question(QuestionId(question)) for question in _GENERAL_QUESTIONS)
    yield [content.label("handoff.questions"), *_items(asked)]
    *_, emergency = paragraphs(same_day.blocks)
    yield [same_day.title, emergency.text]
    yield _bring(content)
    sources = (content.source(source) for source in _READ_ON)
    yield [
        content.label("handoff.read_on"),
        *(
            content.label("handoff.source", publisher=one.publisher, address=one.address)
            for one in sources
        ),
    ]
    yield [
        content.label("handoff.general_end"),
        *when_checked_and_by_whom((words, same_day), content),
    ]


def _bring(content: Content) -> list[str]:
    return [content.label("handoff.bring"), *_items(content.labels("handoff_bring").values())]


def _items(texts: Iterable[str]) -> Iterator[str]:
    return (f"- {text}" for text in texts)


def _said(blocks: Iterable[SummaryBlock]) -> Iterator[str]:
    return (block.text for block in blocks if isinstance(block, Paragraph))


def _lines(block: SummaryBlock, content: Content) -> Iterator[str]:
    match block:
        case Paragraph() | Heading():
            yield block.text
        case Bullets():
            yield from _items(item.text for item in block.items)
        case Answer():
            if block.about:
                yield f"{block.about}:"
            yield from (sentence.text for sentence in block.sentences)
        case Findings():
            for row in block.rows:
                yield "- " + content.label(
                    "handoff.found", certainty=row.certainty, place=row.place
                )
        case Questions():
            for question, whom in zip(block.items, block.whom, strict=True):
                asked = content.label("handoff.asked_of", question=question, whom=whom)
                yield f"- {asked if whom else question}"
        case Callout():
            yield block.title
            for inner in block.blocks:
                yield from _lines(inner, content)
        case _:
            pass  # pictures, and lines to fill in by hand, are for paper
