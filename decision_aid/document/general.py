"""A document that says nothing of anybody: what two words mean, and what anyone may ask.

Whoever stands near a screen can read a code from it, and a phone may keep what it reads. So
without a person's consent the words that go along on a phone are the same for everybody: nothing
in them depends on an answer, so nothing tells whether the person has cancer at all.
"""

from __future__ import annotations

from typing import Final

from decision_aid.content import Bullets, Content, paragraphs
from decision_aid.document.blocks import Question, Questions, plain_paragraph
from decision_aid.document.closing import when_checked_and_by_whom
from decision_aid.document.model import Document, Section
from decision_aid.domain import QuestionId

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
