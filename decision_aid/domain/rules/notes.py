"""Which notes a case needs, in the order in which they are told.

A note is an explanation that a case needs, named by the answer that it gives. One finding brings
some, and findings together bring others. A note's words and its sources are the topic of its id.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Final

from decision_aid.domain.classification import Kind
from decision_aid.domain.findings import Finding
from decision_aid.domain.follow_ups import NOT_SURE
from decision_aid.domain.places import CountsAs
from decision_aid.domain.rules.facts import (
    ALWAYS,
    BOTH_BREASTS,
    CAME_BACK,
    CANCER,
    FIRST_TIME,
    IN_BREAST,
    IN_PLACE,
    NODES_NEARBY,
    NOTHING_FOUND,
    ONE_DISTANT_PLACE,
    ONLY_IN_BREAST,
    ONLY_WHAT_CHANGES_NOTHING,
    OPEN_INVASIVE,
    SOMETHING_DISTANT,
    SOMETHING_NOT_SURE,
    SOMETHING_SUSPECTED,
    Fact,
    found,
    something_counts_as,
)
from decision_aid.domain.rules.meaning import MEANING, Meaning
from decision_aid.domain.rules.situation import Situation

NOTES: Final = (
    "tumor_follows_other_rules",
    "cancer_from_elsewhere",
    "nothing_found_yet",
    "only_traces_found",
    "suspected_is_not_found",
    "not_sure_is_not_found",
    "both_breasts_each_by_itself",
    "far_spread_from_which_breast",
    "other_breast_is_a_second_cancer",
    "other_breast_was_called_spread",
    "other_breast_not_sure",
    "nodes_above_collarbone_are_nearby",
    "nodes_above_collarbone_which_side",
    "nodal_metastasis_is_not_stage_4",
    "collarbone_nodes_are_at_least_stage_3",
    "nodes_breastbone_which_side",
    "other_side_nodes_are_distant",
    "other_armpit_may_be_treated_to_cure",
    "other_side_nodes_belong_to_other_cancer",
    "other_side_nodes_not_sure",
    "neck_nodes_are_distant",
    "far_nodes_are_distant",
    "ducts_only_with_spread",
    "no_tumor_found_in_breast",
    "lcis_alone",
    "lcis_beside_cancer",
    "lcis_pleomorphic_or_florid",
    "paget_alone",
    "paget_with_invasive",
    "paget_not_sure",
    "microinvasion_is_invasive",
    "several_spots_in_one_breast",
    "several_spots_only_in_ducts",
    "several_spots_not_sure",
    "vessels_in_breast_are_not_spread",
    "chest_muscle_is_local",
    "breast_skin_is_local",
    "skin_elsewhere_is_distant",
    "skin_not_sure",
    "chest_wall_grown_into_is_local",
    "separate_bone_spot_is_distant",
    "chest_wall_or_bone_not_sure",
    "inflammatory_is_at_least_stage_3",
    "scar_is_local",
    "isolated_cells_count_as_no_spread",
    "marrow_cells_are_not_spread",
    "marrow_not_sure",
    "blood_cells_are_not_spread",
    "fluid_needs_cancer_cells",
    "ovary_new_or_spread",
    "still_breast_cancer",
    "one_far_spot_is_still_metastatic",
    "came_back_in_place",
    "came_back_in_breast",
    "came_back_nearby",
    "came_back_far",
    "metastatic_from_the_start",
)
"""Every note id, in the order in which they are told: what is most often misread comes first."""

OUT_OF_SCOPE_NOTES: Final = ("tumor_follows_other_rules", "cancer_from_elsewhere")

_BY_PLACE: Final[dict[str, tuple[str, ...]]] = {
    "not_carcinoma": ("tumor_follows_other_rules",),
    "spread_from_elsewhere": ("cancer_from_elsewhere",),
    "microinvasion": ("microinvasion_is_invasive",),
    "several_spots": ("several_spots_in_one_breast",),
    "breast_lymph_vessels": ("vessels_in_breast_are_not_spread",),
    "breast_muscle": ("chest_muscle_is_local",),
    "breast_skin": ("breast_skin_is_local",),
    "chest_wall": ("chest_wall_grown_into_is_local",),
    "inflammatory": ("inflammatory_is_at_least_stage_3",),
    "scar_or_chest_skin": ("scar_is_local",),
    "nodes_armpit": ("nodal_metastasis_is_not_stage_4",),
    "nodes_in_breast": ("nodal_metastasis_is_not_stage_4",),
    "nodes_breastbone": ("nodal_metastasis_is_not_stage_4",),
    "nodes_below_collarbone": (
        "nodal_metastasis_is_not_stage_4",
        "collarbone_nodes_are_at_least_stage_3",
    ),
    "nodes_above_collarbone": (
        "nodes_above_collarbone_are_nearby",
        "nodal_metastasis_is_not_stage_4",
        "collarbone_nodes_are_at_least_stage_3",
    ),
    "nodes_armpit_isolated_cells": ("isolated_cells_count_as_no_spread",),
    "nodes_other_armpit": (
        "other_side_nodes_are_distant",
        "other_armpit_may_be_treated_to_cure",
    ),
    "nodes_other_breastbone": ("other_side_nodes_are_distant",),
    "nodes_other_collarbone": ("other_side_nodes_are_distant",),
    "nodes_neck": ("neck_nodes_are_distant",),
    "nodes_chest_center": ("far_nodes_are_distant",),
    "nodes_belly_or_groin": ("far_nodes_are_distant",),
    "other_breast": ("other_breast_is_a_second_cancer",),
    "pleura": ("fluid_needs_cancer_cells",),
    "ovary": ("ovary_new_or_spread",),
    "skin_far": ("skin_elsewhere_is_distant",),
    "bone_marrow_cells": ("marrow_cells_are_not_spread",),
    "blood_cells": ("blood_cells_are_not_spread",),
}
"""Notes of a place as the register counts it."""

_BY_DETAIL: Final[Mapping[tuple[str, str], tuple[str, ...]]] = {
    ("lobules_only", "pleomorphic_or_florid"): ("lcis_pleomorphic_or_florid",),
    ("nipple_paget", NOT_SURE): ("paget_not_sure",),
    ("several_spots", "only_in_ducts"): ("several_spots_only_in_ducts",),
    ("several_spots", NOT_SURE): ("several_spots_not_sure",),
    ("breast_skin", "somewhere_else"): ("skin_elsewhere_is_distant",),
    ("breast_skin", NOT_SURE): ("skin_not_sure",),
    ("chest_wall", "separate_spot"): ("separate_bone_spot_is_distant",),
    ("chest_wall", NOT_SURE): ("chest_wall_or_bone_not_sure",),
    ("nodes_above_collarbone", "other_side"): ("other_side_nodes_are_distant",),
    ("nodes_above_collarbone", NOT_SURE): ("nodes_above_collarbone_which_side",),
    ("nodes_breastbone", "other_side"): ("other_side_nodes_are_distant",),
    ("nodes_breastbone", NOT_SURE): ("nodes_breastbone_which_side",),
    ("other_breast", "called_spread"): ("other_breast_was_called_spread",),
    ("other_breast", NOT_SURE): ("other_breast_not_sure",),
    ("bone", "grown_straight_in"): ("chest_wall_grown_into_is_local",),
    ("bone", "separate_spot"): ("separate_bone_spot_is_distant",),
    ("bone", NOT_SURE): ("chest_wall_or_bone_not_sure",),
    ("skin_far", "same_breast_or_chest"): ("breast_skin_is_local",),
    ("skin_far", NOT_SURE): ("skin_not_sure",),
    ("bone_marrow", "few_single_cells"): ("marrow_cells_are_not_spread",),
    ("bone_marrow", NOT_SURE): ("marrow_not_sure",),
} | {
    (place, answer): notes
    for place in ("nodes_other_armpit", "nodes_other_breastbone", "nodes_other_collarbone")
    for answer, notes in (
        ("from_cancer_in_other_breast", ("other_side_nodes_belong_to_other_cancer",)),
        (NOT_SURE, ("other_side_nodes_not_sure",)),
    )
}
"""Notes of a place after its follow-up; they replace those of the place itself."""


_Rules = tuple[tuple[str, Fact], ...]

WHATEVER_WAS_FOUND: Final[_Rules] = (
    ("suspected_is_not_found", SOMETHING_SUSPECTED),
    ("not_sure_is_not_found", SOMETHING_NOT_SURE),
    ("both_breasts_each_by_itself", BOTH_BREASTS),
    ("far_spread_from_which_breast", BOTH_BREASTS & SOMETHING_DISTANT),
)
"""Notes that do not depend on one place or one kind of result."""

BY_PLACE_AND_OTHERS: Final[Mapping[str, _Rules]] = {
    "ducts_only": (
        (
            "ducts_only_with_spread",
            something_counts_as(CountsAs.NEARBY, CountsAs.DISTANT)
            & ~something_counts_as(CountsAs.BREAST)
            & ~CAME_BACK,
        ),
    ),
    "lobules_only": (("lcis_beside_cancer", CANCER),),
    "nipple_paget": (
        ("paget_alone", IN_PLACE),
        (
            "paget_with_invasive",
            something_counts_as(CountsAs.BREAST, CountsAs.NEARBY, CountsAs.DISTANT),
        ),
    ),
}
"""Notes that a found place brings together with what else was found."""

BY_KIND: Final[Mapping[Kind, _Rules]] = {
    Kind.CANNOT_TELL: (
        ("nothing_found_yet", NOTHING_FOUND),
        ("only_traces_found", ONLY_WHAT_CHANGES_NOTHING),
    ),
    Kind.NOT_CANCER: (("lcis_alone", ALWAYS),),
    Kind.IN_SITU: (("came_back_in_place", CAME_BACK & ~OPEN_INVASIVE),),
    Kind.INVASIVE: (
        (
            "no_tumor_found_in_breast",
            something_counts_as(CountsAs.NEARBY) & ~IN_BREAST & ~CAME_BACK,
        ),
        # The note on the scar says the same of the scar.
        ("came_back_in_breast", CAME_BACK & ONLY_IN_BREAST & ~found("scar_or_chest_skin")),
        ("came_back_nearby", CAME_BACK & NODES_NEARBY),
    ),
    Kind.METASTATIC: (
        ("still_breast_cancer", ALWAYS),
        ("one_far_spot_is_still_metastatic", ONE_DISTANT_PLACE),
        ("came_back_far", CAME_BACK),
        ("metastatic_from_the_start", FIRST_TIME),
    ),
    # There the aid stops: nothing but what names the tumor is explained.
    Kind.OUT_OF_SCOPE: (),
}
"""Notes that the kind of result brings."""


def _own_notes(place: str, detail: str | None) -> tuple[str, ...]:
    special = None if detail is None else _BY_DETAIL.get((place, detail))
    return _BY_PLACE.get(place, ()) if special is None else special


OWN_NOTES: Final = {(place, detail): _own_notes(place, detail) for place, detail in MEANING}
"""The notes that a found place brings by itself, by place and answer to its follow-up."""


_OUT_OF_SCOPE: Final = Kind.OUT_OF_SCOPE
_RULES: Final = {kind: WHATEVER_WAS_FOUND + BY_KIND[kind] for kind in Kind}
_TOLD_AT: Final = {note: position for position, note in enumerate(NOTES)}


def notes_for(found: Iterable[tuple[Meaning, Finding]], situation: Situation) -> tuple[str, ...]:
    """Return the ids of the explanations that a case needs, in telling order.

    Args:
        found: what was found, with its meaning.
        situation: what it comes to together.
    """
    notes: list[str] = []
    rules = _RULES[situation.kind]
    for _, (place, _, _, detail) in found:
        notes += OWN_NOTES[place, detail]
        if place in BY_PLACE_AND_OTHERS:
            rules += BY_PLACE_AND_OTHERS[place]
    if situation.kind is _OUT_OF_SCOPE:
        return tuple([note for note in OUT_OF_SCOPE_NOTES if note in notes])
    notes += [note for note, fact in rules if fact.holds(situation)]
    if len(notes) > 1:
        return tuple(sorted(set(notes), key=_TOLD_AT.__getitem__))
    return tuple(notes)
