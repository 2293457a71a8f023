"""The ids by which everything that has words is called."""

from __future__ import annotations

from typing import NewType

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
