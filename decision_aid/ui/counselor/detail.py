"""How much detail is shown: one switch for the counselor's result and the person's screen."""

from __future__ import annotations

from enum import StrEnum
from typing import Final

from decision_aid.document.model import SectionId


class Detail(StrEnum):
    """How much is shown."""

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
