"""What can matter to a person, which options touch it, and the SURE test.

The ratings never lead to an option: they only say where to look. That methods work better that show
what a rating means for the options is from ``witteman-2016``. SURE is the four-item test of
``legare-sure-2010``: a "no" says that something is missing, and becomes a question.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Final

from decision_aid.domain.answers import SureItem
from decision_aid.domain.biology import UNKNOWN_BIOLOGY, Biology, may_have_children
from decision_aid.domain.findings import OptionId, QuestionId, ValueId

_TOUCHED: Final[dict[str, tuple[str, ...]]] = {
    "fear_of_return": (
        "lumpectomy_radiation",
        "lumpectomy_alone",
        "lumpectomy_alone_in_place",
        "mastectomy",
        "watching_in_a_study",
        "hormone_medicine",
        "cdk46_medicine",
        "chemotherapy",
        "fewer_drugs",
        "no_hormone_medicine_in_place",
        "nipple_area_surgery",
        "surgery_again",
        "radiation_after_return",
        "drugs_after_return",
        "mastectomy_and_nodes",
        "radiation_no_breast_surgery",
        "radiation_after_mastectomy",
        "no_radiation_after_mastectomy",
        "ovarian_suppression",
        "immunotherapy",
        "parp_medicine",
    ),
    "worry_about_cancer": (
        "risk_medicine",
        "watching_with_images",
        "surgery_to_both_breasts",
        "surgery_to_other_breast",
        "watching_other_breast",
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
        "lumpectomy_alone",
        "lumpectomy_alone_in_place",
        "surgery_again",
        "mastectomy_and_nodes",
        "radiation_no_breast_surgery",
        "surgery_to_other_breast",
        "far_antibody_drug",
        "watching_with_images",
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
        "lumpectomy_alone_in_place",
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
        "nipple_area_surgery",
        "radiation_after_return",
        "radiation_no_breast_surgery",
        "radiation_after_mastectomy",
        "no_radiation_after_mastectomy",
        "watching_in_a_study",
        "watching_other_breast",
        "watching_with_images",
        "risk_medicine",
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
        "surgery_again",
        "mastectomy_and_nodes",
        "radiation_after_mastectomy",
        "surgery_to_other_breast",
        "far_hormone_and_cdk46",
        "far_hormone_alone",
        "far_chemotherapy",
        "far_antibody_drug",
        "far_her2_medicine",
        "far_break_from_drugs",
    ),
    "cost": (
        "fewer_drugs",
        "no_hormone_medicine_in_place",
        "gene_test_of_tumor",
        "clinical_trial",
        "lumpectomy_radiation",
        "nipple_area_surgery",
        "radiation_after_return",
        "radiation_no_breast_surgery",
        "armpit_radiation",
        "radiation_after_mastectomy",
        "radiation_to_a_spot",
        "reconstruction_now",
        "reconstruction_later",
        "watching_other_breast",
        "watching_with_images",
        "hormone_medicine",
        "risk_medicine",
        "cdk46_medicine",
        "parp_medicine",
        "chemotherapy",
        "far_hormone_and_cdk46",
        "far_hormone_alone",
        "far_targeted_after_tests",
        "far_parp_medicine",
        "far_chemotherapy",
    ),
    "children": (
        "chemotherapy",
        "ovarian_suppression",
        "her2_medicine",
        "risk_medicine",
        "surgery_to_both_breasts",
        "lumpectomy_radiation",
        "mastectomy",
        "radiation_after_return",
        "surgery_to_other_breast",
        "hormone_medicine",
        "cdk46_medicine",
        "immunotherapy",
        "parp_medicine",
        "drugs_after_return",
        "far_hormone_and_cdk46",
        "far_hormone_alone",
        "far_ovarian_suppression",
        "far_her2_medicine",
        "far_chemotherapy",
        "far_immunotherapy",
        "far_parp_medicine",
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
        "mastectomy_and_nodes",
        "no_surgery_for_now",
        "surgery_again",
        "no_more_node_surgery",
        "radiation_no_breast_surgery",
        "surgery_to_other_breast",
    ),
    "arm_use": (
        "sentinel_node_biopsy",
        "more_nodes_out",
        "armpit_radiation",
        "no_node_surgery",
        "sentinel_after_drugs",
        "mastectomy_and_nodes",
        "no_more_node_surgery",
        "radiation_after_mastectomy",
    ),
    "being_at_home": (
        "palliative_care_from_the_start",
        "far_chemotherapy",
        "far_break_from_drugs",
        "comfort_care_only",
    ),
}


def values_for(
    options: Iterable[OptionId], biology: Biology = UNKNOWN_BIOLOGY
) -> tuple[ValueId, ...]:
    """Return what can matter in a choice between these options, in the order asked.

    Args:
        options: what is talked about.
        biology: what the reports say; after menopause nobody is asked about having children.
    """
    offered = frozenset(options)
    left_out = set() if may_have_children(biology) else {"children"}
    return tuple(
        ValueId(value)
        for value, touched in _TOUCHED.items()
        if value not in left_out and not offered.isdisjoint(touched)
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
