"""What a person was told of one place: how certain it is, on which side, and its detail."""

from __future__ import annotations

from enum import StrEnum
from typing import NamedTuple, NewType

PlaceId = NewType("PlaceId", str)
"""A place of the register."""
TopicId = NewType("TopicId", str)
"""The path of a topic's file below ``topics/``, without the ending."""
QuestionId = NewType("QuestionId", str)
"""A question to ask at an appointment."""
DecisionId = NewType("DecisionId", str)
OptionId = NewType("OptionId", str)
"""An option of a decision."""
ValueId = NewType("ValueId", str)
"""Something that can matter to a person."""
CheckId = NewType("CheckId", str)
"""A question by which a person can see whether the answer came across."""


class Certainty(StrEnum):
    """How sure a finding is. Only ``FOUND`` ever decides anything."""

    FOUND = "found"
    SUSPECTED = "suspected"
    NOT_FOUND = "not_found"
    UNKNOWN = "unknown"


class Side(StrEnum):
    """The breast with the cancer, from the person's own view."""

    LEFT = "left"
    RIGHT = "right"
    BOTH = "both"


class Finding(NamedTuple):
    """One place with its certainty.

    Attributes:
        place: an id of the register.
        certainty: how sure it is.
        side: with cancer in both breasts, the breast that it belongs to; ``None`` for both.
        detail: the answer to the place's follow-up question; ``None`` if it was not asked.
    """

    place: PlaceId
    certainty: Certainty = Certainty.FOUND
    side: Side | None = None
    detail: str | None = None
