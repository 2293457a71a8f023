"""When to call the same day: the situations that a case, with its options, can come into.

A place counts only where it is what made the case metastatic; a treatment only where it is among
the options that are talked about. Tables only: the signs and their sources are in the topics.
"""

from __future__ import annotations

from collections.abc import Iterable
from typing import Final

from decision_aid.domain.classification import Classification
from decision_aid.domain.ids import TopicId
from decision_aid.domain.places import CountsAs

SPREAD_TO: Final[dict[str, tuple[str, ...]]] = {
    "in_bone": ("bone", "bone_marrow"),
    "in_brain": ("brain", "brain_lining"),
    "in_lung_or_pleura": ("lung", "pleura"),
    "in_liver": ("liver",),
}

TREATED_WITH: Final[dict[str, tuple[str, ...]]] = {
    "after_surgery": (
        "lumpectomy_radiation",
        "lumpectomy_alone",
        "lumpectomy_alone_in_place",
        "mastectomy",
        "nipple_area_surgery",
        "surgery_first",
        "surgery_again",
        "mastectomy_and_nodes",
        "sentinel_after_drugs",
        "surgery_to_other_breast",
        "sentinel_node_biopsy",
        "more_nodes_out",
        "reconstruction_now",
        "reconstruction_later",
        "staying_flat",
        "surgery_to_both_breasts",
        "surgery_to_a_spot",
        "breast_surgery_far",
    ),
    "on_chemotherapy": (
        "chemotherapy",
        "drugs_first",
        "drugs_after_return",
        "her2_medicine",
        "far_chemotherapy",
        "far_her2_medicine",
        "far_antibody_drug",
    ),
    "on_radiation": (
        "lumpectomy_radiation",
        "nipple_area_surgery",
        "armpit_radiation",
        "radiation_after_mastectomy",
        "radiation_after_return",
        "radiation_no_breast_surgery",
        "radiation_to_a_spot",
    ),
    "on_hormone_medicine": (
        "hormone_medicine",
        "ovarian_suppression",
        "cdk46_medicine",
        "risk_medicine",
        "far_hormone_and_cdk46",
        "far_hormone_alone",
        "far_ovarian_suppression",
    ),
    "on_immunotherapy": ("immunotherapy", "far_immunotherapy"),
    "lymphedema": (
        "sentinel_node_biopsy",
        "sentinel_after_drugs",
        "more_nodes_out",
        "mastectomy_and_nodes",
        "armpit_radiation",
    ),
}


def same_day_topics(result: Classification, options: Iterable[str]) -> tuple[TopicId, ...]:
    """Return when to call the same day, by situation: where it has spread, then what is done.

    Args:
        result: what the case comes to.
        options: ids of the options that are talked about, also those that depend on what nobody
            has said yet.
    """
    far = {reason.place for reason in result.because if reason.counts_as is CountsAs.DISTANT}
    offered = frozenset(options)
    situations = (
        *(name for name, places in SPREAD_TO.items() if not far.isdisjoint(places)),
        *(name for name, treated in TREATED_WITH.items() if not offered.isdisjoint(treated)),
    )
    return tuple(TopicId(f"same_day/{name}") for name in situations)


def all_same_day_topics() -> tuple[TopicId, ...]:
    """Return the topic of every situation."""
    return tuple(TopicId(f"same_day/{name}") for name in (*SPREAD_TO, *TREATED_WITH))
