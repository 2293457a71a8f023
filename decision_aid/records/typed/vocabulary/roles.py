"""The parts that words of a report line can play, and what stands in the tables of words."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from enum import StrEnum
from typing import NamedTuple


class Role(StrEnum):
    """What a word or phrase does in a line."""

    CODE = "code"
    """A code, a TNM category, a stage or a result; what it means stands in other tables."""
    TUMOR = "tumor"
    """A diagnosis that is found by being named."""
    ORGAN = "organ"
    """A place that counts only with a word for what was found in it."""
    REGION = "region"
    """Where lymph nodes lie."""
    NODE = "node"
    NODE_SURGERY = "node_surgery"
    """An operation that takes out nodes; how many had cancer is often all that follows."""
    FLUID = "fluid"
    """Fluid that is no proof by itself."""
    BREAST = "breast"
    RECURRENCE = "recurrence"
    OTHER_CANCER = "other_cancer"
    NEUTRAL = "neutral"
    """Something that is understood and says nothing of where cancer is."""
    SPREAD = "spread"
    SPREADING = "spreading"
    """The same, before what it speaks of: "metastatic"."""
    REACHING = "reaching"
    """Spread only together with a place: "involved"."""
    SPOT = "spot"
    """Something was seen, and it is not said that it is cancer."""
    POSITIVE = "positive"
    PROVEN = "proven"
    MALIGNANT = "malignant"
    MICRO = "micro"
    STRAY_CELLS = "stray_cells"
    COUNT = "count"
    NUMBER = "number"
    TEST = "test"
    SAMPLE = "sample"
    SIDE = "side"
    OTHER_SIDE = "other_side"
    TRIGGER = "trigger"
    """Denies, doubts, or speaks of another time or another person."""
    BUT = "but"
    NOW = "now"
    SELF = "self"
    AND = "and"
    OR = "or"
    TO = "to"
    """A small word between what is found and where."""
    WITH = "with"
    COMMA = "comma"
    STOP = "stop"
    PLAIN = "plain"
    """Adds nothing that could change what the words around it mean."""
    NOT_MEDICAL = "not_medical"
    UNKNOWN = "unknown"


class Effect(StrEnum):
    """What a trigger makes of what it reaches."""

    NO = "no"
    MAYBE = "maybe"
    IF = "if"
    PAST = "past"
    RELATIVE = "relative"


class Reach(StrEnum):
    """Where a trigger reaches."""

    BEFORE = "before"
    """It stands before, and may reach over a comma."""
    CLOSE = "close"
    """It stands before, and reaches up to the next comma."""
    AFTER = "after"
    EITHER = "either"
    """After what it speaks of, if that stands right before it; else before."""
    WHOLE = "whole"
    """All that stands between two commas."""


class Entry(NamedTuple):
    """What the tables know of a phrase.

    Attributes:
        role: what it does in a line.
        id: which place, diagnosis, test or side it is; "" where the role says all.
        effect: of a trigger.
        reach: of a trigger.
    """

    role: Role
    id: str = ""
    effect: Effect | None = None
    reach: Reach | None = None


def named(role: Role, table: Mapping[str, str]) -> Iterator[tuple[str, Entry]]:
    """Yield every phrase of a table of ids with their names.

    Args:
        role: what all of them do.
        table: the names of each id, parted by semicolons.
    """
    for entry_id, names in table.items():
        entry = Entry(role, entry_id)
        for name in phrases(names):
            yield name, entry


def phrases(names: str) -> Iterator[str]:
    """Yield the phrases of a text in which semicolons part them."""
    yield from (" ".join(name.split()) for name in names.split(";") if name.strip())
