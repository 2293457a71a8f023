"""What the rows of the table of decisions are made of."""

from __future__ import annotations

from dataclasses import dataclass
from enum import Enum, auto

from decision_aid.domain.rules.decisions.model import Condition
from decision_aid.domain.rules.facts import ALWAYS, Fact


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
