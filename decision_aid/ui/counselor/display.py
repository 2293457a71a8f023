"""What the counselor puts on a screen: what, and in how much detail."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from typing import Final

from decision_aid.document.model import Document, SectionId
from decision_aid.document.what_if import RowId
from decision_aid.storage.saved_sessions import SavedCase


class Detail(StrEnum):
    """How much is displayed."""

    ANSWER = "answer"
    WHY = "why"
    EVERYTHING = "everything"


_ANSWER: Final[tuple[SectionId, ...]] = ("answer",)
_WHY: Final[tuple[SectionId, ...]] = (*_ANSWER, "body", "why", "picture", "could_change", "limits")
_EVERYTHING: Final[tuple[SectionId, ...]] = (
    *_WHY,
    "treatment",
    "steps",
    "decisions",
    "same_day",
    "treatment_more",
    "support",
    "more",
    "about",
)

SECTIONS: Final[dict[Detail, tuple[SectionId, ...]]] = {
    Detail.ANSWER: _ANSWER,
    Detail.WHY: _WHY,
    Detail.EVERYTHING: _EVERYTHING,
}
"""The sections of the document that each level shows, in order."""


_ANSWER_ROWS: Final[tuple[RowId, ...]] = ("invasive", "metastatic", "how_far")
_WHY_ROWS: Final[tuple[RowId, ...]] = (*_ANSWER_ROWS, "said", "aim")

COMPARED: Final[dict[Detail, tuple[RowId, ...]]] = {
    Detail.ANSWER: _ANSWER_ROWS,
    Detail.WHY: _WHY_ROWS,
    Detail.EVERYTHING: (*_WHY_ROWS, "decisions", "options", "questions"),
}
"""The rows in which each level compares two cases."""


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
        document: the document of the case, for ``ANSWER`` and ``BODY``.
    """

    kind: DisplayKind = DisplayKind.NOTHING
    cases: tuple[SavedCase, ...] = ()
    examples: tuple[bool, ...] = ()
    term: str = ""
    pdf: bytes = b""
    document: Document | None = None


NOTHING = Displayed()
