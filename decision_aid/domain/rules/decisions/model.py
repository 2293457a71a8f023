"""What a decision is: its options, on what each depends, and which breast it is about.

A row says it of every case, and stands in the table; the rest says it of one case.
"""

from __future__ import annotations

from dataclasses import dataclass
from enum import Enum, StrEnum, auto
from typing import NamedTuple

from decision_aid.domain.findings import DecisionId, OptionId, Side
from decision_aid.domain.rules.facts import ALWAYS, Fact


class Talk(StrEnum):
    """Whether an option is talked about, or only if something that is not known allows it."""

    YES = "yes"
    DEPENDS = "depends"


class Condition(StrEnum):
    """What an option may depend on."""

    HORMONE_RECEPTOR_POSITIVE = "hormone_receptor_positive"
    HER2_POSITIVE = "her2_positive"
    HER2_NOT_POSITIVE = "her2_not_positive"
    TRIPLE_NEGATIVE = "triple_negative"
    INHERITED_CHANGE = "inherited_change"
    BRCA_CHANGE = "brca_change"
    BEFORE_MENOPAUSE = "before_menopause"
    AFTER_MENOPAUSE = "after_menopause"
    NO_RADIATION_THERE = "no_radiation_there"


class OfferedOption(NamedTuple):
    """An option of a decision.

    Attributes:
        id: the option.
        talk: whether it is talked about or depends on what is not known.
        depends_on: the conditions that are not known, in the order of ``Condition``.
    """

    id: OptionId
    talk: Talk
    depends_on: tuple[Condition, ...] = ()


class Decision(NamedTuple):
    """A decision with its options, in the order of the table.

    Attributes:
        id: the decision.
        options: what is talked about.
        sides: with cancer in both breasts, the breast or breasts that it is about; empty where
            it is about the whole person, or where there is only one breast to speak of.
    """

    id: DecisionId
    options: tuple[OfferedOption, ...]
    sides: tuple[Side, ...] = ()


class About(Enum):
    """Whether a decision is made for one breast, or once for the whole person."""

    BREAST = auto()
    PERSON = auto()


@dataclass(frozen=True, slots=True)
class OptionRow:
    """An option: when it applies, what it needs of the reports, and who says so."""

    id: str
    sources: tuple[str, ...]
    needs: tuple[Condition, ...] = ()
    when: Fact = ALWAYS


@dataclass(frozen=True, slots=True)
class DecisionRow:
    """A decision: what it is about, when there is something to decide, and between what."""

    id: str
    about: About
    when: Fact
    options: tuple[OptionRow, ...]
    once_an_option_fits: bool = False
    """If it waits until the reports say that an option other than doing less fits."""
