"""The tables of notes: what one finding brings, and what findings bring together.

A note is an explanation that a case needs, named by the answer that it gives. Its words and its
sources are the topic of the same id.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Final, NamedTuple

from decision_aid.domain.classification import Kind
from decision_aid.domain.findings import Finding
from decision_aid.domain.follow_ups import NOT_SURE
from decision_aid.domain.places import CountsAs
from decision_aid.domain.rules.meaning import DISTANCE

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
    "nodes_other_armpit": ("other_side_nodes_are_distant",),
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


class Trait:
    """What the rules want to know of a found place, one bit each."""

    DUCTS = 1
    LOBULES = 2
    PAGET = 4
    IN_BREAST = 8
    SCAR = 16


class Told(NamedTuple):
    """What a case says besides what was found.

    Attributes:
        came_back: after earlier breast cancer; ``None`` if it was not said.
        both_breasts: cancer in both.
        suspected: whether anything is only suspected.
        unknown: whether a person is not sure of anything.
    """

    came_back: bool | None
    both_breasts: bool
    suspected: bool
    unknown: bool


class Standing(NamedTuple):
    """How the findings of one case stand together.

    Attributes:
        kind: the kind of result.
        metastatic: the answer to "metastatic?".
        told: what else the case says.
        traits: what is worth knowing of the found places, as bits.
        distances: the distances of the found places, as bits.
        distant_places: how many of them are distant; 2 stands for more.
    """

    kind: Kind
    metastatic: bool | None
    told: Told
    traits: int
    distances: int
    distant_places: int

    def has(self, trait: int) -> bool:
        """Whether a found place has this trait."""
        return bool(self.traits & trait)

    def reaches(self, *counts_as: CountsAs) -> bool:
        """Whether a found place counts as one of these."""
        return any(self.distances >> DISTANCE[c] & 1 for c in counts_as)


def _came_back(kind: Kind, counts_as: CountsAs) -> Callable[[Standing], bool]:
    return lambda s: (
        s.told.came_back is True
        and s.kind is kind
        and s.distances.bit_length() - 1 == DISTANCE[counts_as]
    )


def _came_back_in_breast(standing: Standing) -> bool:
    # The note on the scar says the same of the scar.
    came_back = _came_back(Kind.INVASIVE, CountsAs.BREAST)
    return came_back(standing) and not standing.has(Trait.SCAR)


_BREAST_OR_BEYOND: Final = (CountsAs.BREAST, CountsAs.NEARBY, CountsAs.DISTANT)
_CANCER: Final = frozenset({Kind.IN_SITU, Kind.INVASIVE, Kind.METASTATIC})

TOGETHER: Final[tuple[tuple[str, Callable[[Standing], bool]], ...]] = (
    ("nothing_found_yet", lambda s: s.kind is Kind.CANNOT_TELL and not s.distances),
    (
        "only_traces_found",
        lambda s: s.kind is Kind.CANNOT_TELL and s.distances == 1,
    ),
    ("suspected_is_not_found", lambda s: s.told.suspected),
    ("not_sure_is_not_found", lambda s: s.told.unknown),
    ("both_breasts_each_by_itself", lambda s: s.told.both_breasts),
    (
        "far_spread_from_which_breast",
        lambda s: s.told.both_breasts and s.distant_places > 0,
    ),
    (
        "ducts_only_with_spread",
        lambda s: (
            s.has(Trait.DUCTS)
            and (s.reaches(CountsAs.NEARBY) or s.reaches(CountsAs.DISTANT))
            and not s.reaches(CountsAs.BREAST)
            and not s.told.came_back
        ),
    ),
    (
        "no_tumor_found_in_breast",
        lambda s: (
            s.kind is Kind.INVASIVE
            and s.reaches(CountsAs.NEARBY)
            and not s.has(Trait.IN_BREAST)
            and not s.told.came_back
        ),
    ),
    ("lcis_alone", lambda s: s.kind is Kind.NOT_CANCER),
    ("lcis_beside_cancer", lambda s: s.has(Trait.LOBULES) and s.kind in _CANCER),
    ("paget_alone", lambda s: s.has(Trait.PAGET) and s.kind is Kind.IN_SITU),
    (
        "paget_with_invasive",
        lambda s: s.has(Trait.PAGET) and s.reaches(*_BREAST_OR_BEYOND),
    ),
    ("still_breast_cancer", lambda s: s.metastatic is True),
    ("one_far_spot_is_still_metastatic", lambda s: bool(s.metastatic) and s.distant_places == 1),
    ("came_back_in_place", _came_back(Kind.IN_SITU, CountsAs.IN_PLACE)),
    ("came_back_in_breast", _came_back_in_breast),
    ("came_back_nearby", _came_back(Kind.INVASIVE, CountsAs.NEARBY)),
    ("came_back_far", _came_back(Kind.METASTATIC, CountsAs.DISTANT)),
    (
        "metastatic_from_the_start",
        lambda s: s.kind is Kind.METASTATIC and s.told.came_back is False,
    ),
)


def notes_of(finding: Finding) -> tuple[str, ...]:
    """Return the notes that this finding brings by itself once it is found."""
    if finding.detail is not None:
        special = _BY_DETAIL.get((finding.place, finding.detail))
        if special is not None:
            return special
    return _BY_PLACE.get(finding.place, ())
