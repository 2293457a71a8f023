"""What can matter to a person, which options touch it, and the SURE test.

The ratings never lead to an option: they only say where to look. That methods work better that show
what a rating means for the options is from ``witteman-2016``. SURE is the four-item test of
``legare-sure-2010``: a "no" says that something is missing, and becomes a question.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from enum import StrEnum
from typing import Final, NewType

from decision_aid.domain.decisions import OptionId
from decision_aid.domain.topics import QuestionId

ValueId = NewType("ValueId", str)


class Rating(StrEnum):
    """How much something matters."""

    A_LOT = "a_lot"
    SOME = "some"
    LITTLE = "little"


_TOUCHED: Final[dict[str, tuple[str, ...]]] = {
    "fear_of_return": (
        "lumpectomy_radiation",
        "lumpectomy_alone",
        "mastectomy",
        "watching_in_a_study",
        "hormone_medicine",
        "cdk46_medicine",
        "chemotherapy",
        "fewer_drugs",
        "risk_medicine",
        "watching_with_images",
        "surgery_to_both_breasts",
    ),
    "looks": (
        "lumpectomy_radiation",
        "mastectomy",
        "nipple_area_surgery",
        "reconstruction_now",
        "reconstruction_later",
        "staying_flat",
        "chemotherapy",
        "surgery_to_both_breasts",
        "far_chemotherapy",
    ),
    "energy": (
        "armpit_radiation",
        "hormone_medicine",
        "cdk46_medicine",
        "chemotherapy",
        "far_hormone_and_cdk46",
        "far_hormone_alone",
        "far_chemotherapy",
        "far_break_from_drugs",
        "comfort_care_only",
    ),
    "travel": (
        "lumpectomy_radiation",
        "lumpectomy_alone",
        "radiation_to_a_spot",
        "clinical_trial",
        "armpit_radiation",
        "hormone_medicine",
        "chemotherapy",
        "her2_medicine",
        "far_hormone_and_cdk46",
        "far_hormone_alone",
        "far_chemotherapy",
        "far_break_from_drugs",
    ),
    "work": (
        "lumpectomy_radiation",
        "mastectomy",
        "sentinel_node_biopsy",
        "more_nodes_out",
        "reconstruction_now",
        "reconstruction_later",
        "staying_flat",
        "chemotherapy",
        "surgery_to_both_breasts",
    ),
    "cost": (
        "fewer_drugs",
        "gene_test_of_tumor",
        "clinical_trial",
    ),
    "children": (
        "chemotherapy",
        "ovarian_suppression",
        "her2_medicine",
        "risk_medicine",
        "surgery_to_both_breasts",
    ),
    "fewer_operations": (
        "lumpectomy_radiation",
        "mastectomy",
        "watching_in_a_study",
        "sentinel_node_biopsy",
        "no_node_surgery",
        "reconstruction_now",
        "reconstruction_later",
        "staying_flat",
        "watching_with_images",
    ),
    "arm_use": (
        "sentinel_node_biopsy",
        "more_nodes_out",
        "armpit_radiation",
        "no_node_surgery",
    ),
    "being_at_home": (
        "palliative_care_from_the_start",
        "far_chemotherapy",
        "far_break_from_drugs",
        "comfort_care_only",
    ),
}


def values_for(options: Iterable[OptionId]) -> tuple[ValueId, ...]:
    """Return what can matter in a choice between these options, in the order asked."""
    offered = frozenset(options)
    return tuple(
        ValueId(value) for value, touched in _TOUCHED.items() if not offered.isdisjoint(touched)
    )


def touched_options(value: ValueId, options: Iterable[OptionId]) -> tuple[OptionId, ...]:
    """Return those of these options that touch what matters, in their order."""
    return tuple(option for option in options if option in _TOUCHED[value])


def all_values() -> dict[ValueId, tuple[OptionId, ...]]:
    """Return everything that can matter, with the options that touch it."""
    return {
        ValueId(value): tuple(OptionId(option) for option in touched)
        for value, touched in _TOUCHED.items()
    }


class SureItem(StrEnum):
    """The four items of the SURE test."""

    SURE = "sure"
    UNDERSTAND = "understand"
    RISK_BENEFIT = "risk_benefit"
    ENCOURAGEMENT = "encouragement"


_ASKS_FOR: Final = {
    SureItem.SURE: QuestionId("not_sure_what_is_right"),
    SureItem.UNDERSTAND: QuestionId("good_and_hard_sides"),
    SureItem.RISK_BENEFIT: QuestionId("what_matters_most"),
    SureItem.ENCOURAGEMENT: QuestionId("support_to_decide"),
}


def all_sure_questions() -> tuple[QuestionId, ...]:
    """Return every question that an item of the SURE test can lead to."""
    return tuple(_ASKS_FOR.values())


def questions_from_sure(replies: Mapping[SureItem, bool]) -> tuple[QuestionId, ...]:
    """Return a question for each item that was answered with "no"."""
    return tuple(_ASKS_FOR[item] for item in SureItem if replies.get(item) is False)
