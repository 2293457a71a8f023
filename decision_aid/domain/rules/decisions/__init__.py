"""Decisions and their options: which a case leads to, and on what each depends."""

from decision_aid.domain.ids import DecisionId, OptionId
from decision_aid.domain.rules.decisions.model import Condition, Decision, OfferedOption, Talk
from decision_aid.domain.rules.decisions.offered import decisions_for, either
from decision_aid.domain.rules.decisions.table import (
    DOING_LESS,
    TABLE_SOURCES,
    all_decisions,
    all_options,
)

__all__ = [
    "DOING_LESS",
    "TABLE_SOURCES",
    "Condition",
    "Decision",
    "DecisionId",
    "OfferedOption",
    "OptionId",
    "Talk",
    "all_decisions",
    "all_options",
    "decisions_for",
    "either",
]
