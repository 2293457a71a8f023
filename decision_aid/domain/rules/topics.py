"""Which topics a case calls for, by section, and which questions to bring along.

A topic id is the path of its file below ``topics/`` without the ending. Tables only: the words
and their sources are in the topics.
"""

from __future__ import annotations

from collections.abc import Iterable
from typing import Final

from decision_aid.domain.biology import Biology
from decision_aid.domain.classification import Classification, Extent, Kind
from decision_aid.domain.findings import PlaceId, TopicId
from decision_aid.domain.places import CountsAs
from decision_aid.domain.rules.facts import (
    BOTH_BREASTS,
    CAME_BACK,
    CANCER,
    CANNOT_TELL,
    DISTANT_BONE,
    DISTANT_BRAIN,
    EARLY,
    IN_PLACE,
    INFLAMMATORY,
    INVASIVE,
    LOCALLY_ADVANCED,
    METASTATIC,
    METASTATIC_NOT_KNOWN,
    NODES_NEARBY,
    NOT_CANCER,
    ONLY_OTHER_ARMPIT_IS_DISTANT,
    ONLY_PAGET,
    OUT_OF_SCOPE,
    SOMETHING_TO_TURN_IT,
    SPREAD_NOT_SETTLED,
    Fact,
    decided_by,
    found,
)
from decision_aid.domain.rules.situation import Situation

RESULTS: Final[dict[tuple[Kind, bool | None, bool | None, Extent | None], str]] = {
    (Kind.IN_SITU, False, False, Extent.IN_PLACE): "in_situ",
    (Kind.INVASIVE, True, False, Extent.BREAST): "invasive_breast",
    (Kind.INVASIVE, True, False, Extent.NEARBY): "invasive_nearby",
    (Kind.INVASIVE, True, None, Extent.BREAST): "invasive_spread_not_settled",
    (Kind.INVASIVE, True, None, Extent.NEARBY): "invasive_nodes_spread_not_settled",
    (Kind.METASTATIC, True, True, Extent.DISTANT): "metastatic",
    (Kind.NOT_CANCER, False, False, None): "not_cancer",
    (Kind.OUT_OF_SCOPE, None, None, None): "out_of_scope",
    (Kind.CANNOT_TELL, None, None, None): "cannot_tell",
    (Kind.CANNOT_TELL, None, False, None): "cannot_tell_if_invasive",
}
"""The kind of result -> the topic that says it. Every reachable one, and no other."""


def result_topic(result: Classification, *, spread_is_from_either: bool = False) -> TopicId:
    """Return the topic that says this result in two sentences and explains it.

    Args:
        result: the result of the person, or of one of two breasts.
        spread_is_from_either: whether it is one of two breasts, and there is distant spread that
            may have come from either.
    """
    if spread_is_from_either and result.invasive and result.metastatic is None:
        return TopicId("results/spread_from_which_breast")
    key = (result.kind, result.invasive, result.metastatic, result.extent)
    return TopicId(f"results/{RESULTS[key]}")


def note_topics(result: Classification) -> tuple[TopicId, ...]:
    """Return the topics of the notes of this result, in telling order."""
    return tuple(TopicId(f"notes/{note}") for note in result.notes)


def place_topic(place: PlaceId) -> TopicId:
    """Return the topic that explains one place."""
    return TopicId(f"places/{place}")


_Rule = tuple[str, Fact]

TREATMENT: Final[tuple[_Rule, ...]] = (
    ("aim_in_place", IN_PLACE),
    ("aim_cure", EARLY & ~SPREAD_NOT_SETTLED),
    ("aim_if_distant_or_not", EARLY & SPREAD_NOT_SETTLED),
    ("aim_control", METASTATIC & ~ONLY_OTHER_ARMPIT_IS_DISTANT),
    ("aim_other_armpit", METASTATIC & ONLY_OTHER_ARMPIT_IS_DISTANT),
    ("aim_not_cancer", NOT_CANCER),
    ("aim_out_of_scope", OUT_OF_SCOPE),
    ("aim_cannot_tell", CANNOT_TELL),
    ("spread_not_settled", EARLY & SPREAD_NOT_SETTLED),
    ("steps_in_place", IN_PLACE & ~ONLY_PAGET),
    ("steps_paget", IN_PLACE & ONLY_PAGET),
    ("steps_inflammatory", EARLY & INFLAMMATORY),
    (
        "steps_came_back",
        EARLY & CAME_BACK & ~INFLAMMATORY,
    ),
    (
        "steps_drugs_often_first",
        EARLY & ~CAME_BACK & ~INFLAMMATORY & LOCALLY_ADVANCED,
    ),
    (
        "steps_breast",
        EARLY & ~CAME_BACK & ~INFLAMMATORY & ~LOCALLY_ADVANCED,
    ),
    ("steps_nodes", EARLY & NODES_NEARBY),
    ("steps_metastatic", METASTATIC),
    ("steps_bone", METASTATIC & DISTANT_BONE),
    ("steps_brain", METASTATIC & DISTANT_BRAIN),
    ("steps_both_breasts", CANCER & (BOTH_BREASTS | found("other_breast"))),
    ("without_treatment_in_place", IN_PLACE),
    ("without_treatment_cure", EARLY),
    ("without_treatment_control", METASTATIC),
    ("without_treatment_not_cancer", NOT_CANCER),
    ("how_far_changes", INVASIVE),
    ("health_and_preferences", CANCER),
    ("no_stage_from_this", CANCER),
    ("call_the_same_day", CANCER | NOT_CANCER),
    ("support", CANCER | (CANNOT_TELL | OUT_OF_SCOPE | NOT_CANCER)),
)

MORE: Final[tuple[_Rule, ...]] = (
    ("men_and_pregnancy", CANCER),
    ("what_is_breast_cancer", ~OUT_OF_SCOPE),
    ("two_words", ~OUT_OF_SCOPE),
    ("common_types", (INVASIVE | CANNOT_TELL)),
    ("how_it_travels", (INVASIVE | CANNOT_TELL)),
    ("where_it_reaches", (INVASIVE | CANNOT_TELL)),
    ("metastatic_from_start_why", METASTATIC),
    ("what_decides_treatment", CANCER),
)

NUMBERS: Final[dict[Extent, str]] = {
    Extent.BREAST: "localized",
    Extent.NEARBY: "regional",
    Extent.DISTANT: "distant",
}
REGIONAL_BY_GROWTH: Final = decided_by(CountsAs.BREAST, "inflammatory", "breast_skin", "chest_wall")
NO_NUMBERS: Final = METASTATIC_NOT_KNOWN | SOMETHING_TO_TURN_IT | CAME_BACK


def treatment_topics(situation: Situation) -> tuple[TopicId, ...]:
    """Return what this means for treatment: the aim first, then steps, then limits."""
    return _called_for("treatment", TREATMENT, situation)


def more_topics(situation: Situation) -> tuple[TopicId, ...]:
    """Return the background that a person may open if they wish to know more."""
    return _called_for("more", MORE, situation)


def _called_for(folder: str, table: tuple[_Rule, ...], situation: Situation) -> tuple[TopicId, ...]:
    return tuple(TopicId(f"{folder}/{topic}") for topic, when in table if when.holds(situation))


def number_topics(situation: Situation) -> tuple[TopicId, ...]:
    """Return the general survival figures for how far it is, what they mean, and their limits.

    There are none where it is not settled how far it is, and none for cancer that came back: the
    figures are of cancer that was found for the first time. Growth into the skin or the chest
    wall counts as regional there, and so does inflammatory cancer.

    Source: ``seer-eod-primary-tumor``, ``komen-survival``.
    """
    if NO_NUMBERS.holds(situation) or situation.extent not in NUMBERS:
        return ()
    group = NUMBERS[situation.extent]
    if group == "localized" and REGIONAL_BY_GROWTH.holds(situation):
        group = "regional"
    own = f"numbers/{group}"
    return tuple(map(TopicId, (own, "numbers/what_it_means", "numbers/what_it_cannot_say")))


ABOUT_TOPICS: Final = tuple(
    TopicId(f"about/{name}")
    for name in (
        "what_it_is",
        "who_made_it",
        "how_sources_were_chosen",
        "exercises",
        "how_it_is_kept_current",
        "your_privacy",
    )
)
"""What is told of the aid itself, in order."""


def biology_topics() -> tuple[TopicId, ...]:
    """Return what explains each item of the reports, and where to find it."""
    return tuple(TopicId(f"biology/{field}") for field in Biology._fields)


def all_topics() -> frozenset[TopicId]:
    """Return every topic id that some case can call for, except notes, places and options."""
    return frozenset(
        TopicId(path)
        for path in (
            *(f"results/{name}" for name in RESULTS.values()),
            "results/spread_from_which_breast",
            *(f"treatment/{name}" for name, _ in TREATMENT),
            *(f"more/{name}" for name, _ in MORE),
            *(f"numbers/{name}" for name in NUMBERS.values()),
            "numbers/what_it_means",
            "numbers/what_it_cannot_say",
            *biology_topics(),
            *ABOUT_TOPICS,
        )
    )


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
    "on_newer_drugs": (
        "immunotherapy",
        "her2_medicine",
        "cdk46_medicine",
        "parp_medicine",
        "far_immunotherapy",
        "far_her2_medicine",
        "far_hormone_and_cdk46",
        "far_antibody_drug",
        "far_parp_medicine",
    ),
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
