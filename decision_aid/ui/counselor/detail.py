"""How much detail is shown: one switch for the counselor's result and the person's screen."""

from __future__ import annotations

from enum import StrEnum
from typing import Final


class Detail(StrEnum):
    """How much is shown."""

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
