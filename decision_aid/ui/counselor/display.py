"""What the counselor puts on a screen: what, in how much detail, and with nothing to press."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from enum import StrEnum
from typing import Final

from decision_aid.content import Bullets, Paragraph
from decision_aid.document.model import Answer, Callout, SummaryBlock
from decision_aid.storage.saved_sessions import SavedCase


class Detail(StrEnum):
    """How much is displayed."""

    ANSWER = "answer"
    WHY = "why"
    EVERYTHING = "everything"


_ANSWER: Final = ("answer",)
_WHY: Final = (*_ANSWER, "body", "why", "picture", "could_change", "limits")
_EVERYTHING: Final = (
    *_WHY,
    "treatment",
    "steps",
    "decisions",
    "same_day",
    "treatment_more",
    "support",
    "more",
    "sources",
    "more_sources",
    "about",
)

SECTIONS: Final[dict[Detail, tuple[str, ...]]] = {
    Detail.ANSWER: _ANSWER,
    Detail.WHY: _WHY,
    Detail.EVERYTHING: _EVERYTHING,
}
"""The sections of the summary that each level shows, in order."""


class DisplayKind(StrEnum):
    """What is displayed."""

    NOTHING = "nothing"
    ANSWER = "answer"
    COMPARISON = "comparison"
    BODY = "body"
    WORD = "word"
    SUMMARY = "summary"


@dataclass(frozen=True, slots=True)
class Displayed:
    """One thing to show.

    Attributes:
        kind: what it is.
        cases: the cases that it is about, as they were when it was put there.
        examples: which of them were only supposed.
        term: the medical word, for ``WORD``.
        pdf: the pages, for ``SUMMARY``.
    """

    kind: DisplayKind = DisplayKind.NOTHING
    cases: tuple[SavedCase, ...] = ()
    examples: tuple[bool, ...] = ()
    term: str = ""
    pdf: bytes = b""


NOTHING = Displayed()


def unpressable(blocks: Iterable[SummaryBlock]) -> Iterator[SummaryBlock]:
    """Yield the same blocks with the same words, none of which opens anything."""
    for block in blocks:
        match block:
            case Paragraph():
                yield _paragraph(block)
            case Bullets():
                yield _bullets(block)
            case Callout():
                inside = tuple(
                    _paragraph(one) if isinstance(one, Paragraph) else _bullets(one)
                    for one in block.blocks
                )
                yield block._replace(blocks=inside)
            case Answer():
                sentences = tuple(_paragraph(sentence) for sentence in block.sentences)
                yield block._replace(sentences=(sentences[0], sentences[1]))
            case _:
                yield block


def _paragraph(paragraph: Paragraph) -> Paragraph:
    spans = tuple(span._replace(term=None) for span in paragraph.spans)
    return paragraph._replace(spans=spans)


def _bullets(bullets: Bullets) -> Bullets:
    return bullets._replace(items=tuple(_paragraph(item) for item in bullets.items))
