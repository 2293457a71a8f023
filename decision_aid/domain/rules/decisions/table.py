"""The table of decisions: every decision with every option, in the order in which it is told."""

from __future__ import annotations

from typing import Final

from decision_aid.domain.findings import DecisionId, OptionId
from decision_aid.domain.rules.decisions.before_treatment import (
    DECISIONS_IN_PLACE,
    DECISIONS_NOT_SETTLED,
)
from decision_aid.domain.rules.decisions.early import (
    CANCER_LEFT,
    DECISIONS_CAME_BACK,
    DECISIONS_DRUGS,
    DECISIONS_INFLAMMATORY,
    DECISIONS_LOCAL,
    OTHER_BREAST,
    REBUILDING,
)
from decision_aid.domain.rules.decisions.far import DECISIONS_FAR, TRIAL
from decision_aid.domain.rules.decisions.model import DecisionRow

DECISIONS: Final[tuple[DecisionRow, ...]] = (
    *DECISIONS_NOT_SETTLED,
    *DECISIONS_IN_PLACE,
    *DECISIONS_CAME_BACK,
    *DECISIONS_INFLAMMATORY,
    *DECISIONS_LOCAL,
    REBUILDING,
    OTHER_BREAST,
    DECISIONS_DRUGS,
    CANCER_LEFT,
    *DECISIONS_FAR,
    TRIAL,
)

DOING_LESS: Final = frozenset(
    OptionId(option)
    for option in (
        "wait_for_the_result",
        "watching_with_images",
        "lumpectomy_alone",
        "lumpectomy_alone_in_place",
        "watching_in_a_study",
        "time_to_decide",
        "second_opinion_soon",
        "no_surgery_for_now",
        "fewer_drugs",
        "no_hormone_medicine_in_place",
        "no_node_surgery",
        "no_more_node_surgery",
        "no_radiation_after_mastectomy",
        "staying_flat",
        "watching_other_breast",
        "far_break_from_drugs",
        "comfort_care_only",
        "no_local_treatment_now",
        "no_bone_medicine",
        "palliative_care_later",
        "standard_treatment",
    )
)
"""The options that are to wait, to do less, or to add nothing."""

TABLE_SOURCES: Final = frozenset(
    source for decision in DECISIONS for option in decision.options for source in option.sources
)
"""Every source id on which the table rests."""


def all_decisions() -> dict[DecisionId, tuple[OptionId, ...]]:
    """Return every decision with every option that it can have."""
    return {
        DecisionId(row.id): tuple(dict.fromkeys(OptionId(option.id) for option in row.options))
        for row in DECISIONS
    }


def all_options() -> frozenset[OptionId]:
    """Return every option id."""
    return frozenset(option for options in all_decisions().values() for option in options)
