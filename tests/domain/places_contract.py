"""The agreed meaning of every place, written down apart from the register it is checked against.

One line a place: id, group, side, what it counts as, kind when it alone is found, how far. One line
an answer to a follow-up: place, answer, what the place then counts as; the nearer of two first.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import NamedTuple

from decision_aid.domain import FollowUp, Place, PlaceId


class Agreed(NamedTuple):
    """What was agreed for one place."""

    id: str
    group: str
    side: str
    counts_as: str
    kind: str
    extent: str | None


_LINES = """
ducts_only breast same in_place in_situ in_place
lobules_only breast same risk_marker not_cancer -
nipple_paget breast same in_place in_situ in_place
breast_tissue breast same breast invasive breast
microinvasion breast same breast invasive breast
several_spots breast same breast invasive breast
breast_lymph_vessels breast same no_change cannot_tell -
breast_muscle breast same breast invasive breast
breast_skin breast same breast invasive breast
chest_wall breast same breast invasive breast
inflammatory breast same breast invasive breast
scar_or_chest_skin breast same breast invasive breast
nodes_armpit nearby_nodes same nearby invasive nearby
nodes_armpit_isolated_cells nearby_nodes same no_change cannot_tell -
nodes_in_breast nearby_nodes same nearby invasive nearby
nodes_below_collarbone nearby_nodes same nearby invasive nearby
nodes_above_collarbone nearby_nodes same nearby invasive nearby
nodes_breastbone nearby_nodes same nearby invasive nearby
nodes_other_armpit far_nodes other distant metastatic distant
nodes_other_breastbone far_nodes other distant metastatic distant
nodes_other_collarbone far_nodes other distant metastatic distant
nodes_neck far_nodes none distant metastatic distant
nodes_chest_center far_nodes none distant metastatic distant
nodes_belly_or_groin far_nodes none distant metastatic distant
other_breast other other separate cannot_tell -
bone far_organs none distant metastatic distant
liver far_organs none distant metastatic distant
lung far_organs none distant metastatic distant
pleura far_organs none distant metastatic distant
brain far_organs none distant metastatic distant
brain_lining far_organs none distant metastatic distant
belly_lining far_organs none distant metastatic distant
ovary far_organs none distant metastatic distant
stomach_or_bowel far_organs none distant metastatic distant
adrenal far_organs none distant metastatic distant
skin_far far_organs none distant metastatic distant
bone_marrow far_organs none distant metastatic distant
other_far_organ far_organs none distant metastatic distant
bone_marrow_cells trace none no_change cannot_tell -
blood_cells trace none no_change cannot_tell -
not_carcinoma out_of_scope none out_of_scope out_of_scope -
spread_from_elsewhere out_of_scope none out_of_scope out_of_scope -
"""


def _agreed(line: str) -> Agreed:
    place_id, group, side, counts_as, kind, extent = line.split()
    return Agreed(place_id, group, side, counts_as, kind, None if extent == "-" else extent)


AGREED = tuple(_agreed(line) for line in _LINES.strip().splitlines())


_ANSWERS = """
lobules_only classic risk_marker
lobules_only pleomorphic_or_florid risk_marker
lobules_only not_sure risk_marker
nipple_paget no_invasive_part in_place
nipple_paget invasive_part breast
nipple_paget not_sure in_place/breast
several_spots at_least_one_invasive breast
several_spots only_in_ducts in_place
several_spots not_sure in_place/breast
breast_skin same_breast breast
breast_skin somewhere_else distant
breast_skin not_sure breast/distant
chest_wall grown_straight_in breast
chest_wall separate_spot distant
chest_wall not_sure breast/distant
nodes_above_collarbone same_side nearby
nodes_above_collarbone other_side distant
nodes_above_collarbone not_sure nearby/distant
nodes_breastbone same_side nearby
nodes_breastbone other_side distant
nodes_breastbone not_sure nearby/distant
nodes_other_armpit spread_from_first_breast distant
nodes_other_armpit from_cancer_in_other_breast separate
nodes_other_armpit not_sure separate/distant
nodes_other_breastbone spread_from_first_breast distant
nodes_other_breastbone from_cancer_in_other_breast separate
nodes_other_breastbone not_sure separate/distant
nodes_other_collarbone spread_from_first_breast distant
nodes_other_collarbone from_cancer_in_other_breast separate
nodes_other_collarbone not_sure separate/distant
other_breast new_cancer separate
other_breast called_spread distant
other_breast not_sure separate/distant
bone separate_spot distant
bone grown_straight_in breast
bone not_sure breast/distant
pleura cancer_cells_found distant
pleura team_called_it_spread distant
pleura fluid_only no_change
pleura not_sure no_change/distant
ovary spread distant
ovary new_cancer separate
ovary not_sure separate/distant
skin_far somewhere_else distant
skin_far same_breast_or_chest breast
skin_far not_sure breast/distant
bone_marrow growing_there distant
bone_marrow few_single_cells no_change
bone_marrow not_sure no_change/distant
other_far_organ kidney distant
other_far_organ pancreas distant
other_far_organ spleen distant
other_far_organ thyroid distant
other_far_organ womb distant
other_far_organ eye distant
other_far_organ another distant
other_far_organ not_sure distant
"""


def _answer(line: str) -> tuple[tuple[str, str], tuple[str, ...]]:
    place, answer, meanings = line.split()
    return (place, answer), tuple(meanings.split("/"))


AGREED_ANSWERS = dict(_answer(line) for line in _ANSWERS.strip().splitlines())
"""What a place counts as by the answer to its follow-up."""

ALONE = {
    "no_change": ("cannot_tell", None),
    "separate": ("cannot_tell", None),
    "risk_marker": ("not_cancer", None),
    "in_place": ("in_situ", "in_place"),
    "breast": ("invasive", "breast"),
    "nearby": ("invasive", "nearby"),
    "distant": ("metastatic", "distant"),
    "out_of_scope": ("out_of_scope", None),
    "no_change/distant": ("cannot_tell", None),
    "separate/distant": ("cannot_tell", None),
    "in_place/breast": ("cannot_tell", None),
    "breast/distant": ("invasive", "breast"),
    "nearby/distant": ("invasive", "nearby"),
}
"""The kind of result, and how far, of a single finding that counts like this."""


def disagreements(
    places: Mapping[PlaceId, Place], follow_ups: Mapping[PlaceId, FollowUp]
) -> Iterator[str]:
    """Yield each place and each answer whose meaning is not the agreed one."""
    registered = {str(p.id): (p.group, p.side, p.counts_as) for p in places.values()}
    agreed = {line.id: (line.group, line.side, line.counts_as) for line in AGREED}
    for place in sorted({*registered, *agreed}):
        if registered.get(place) != agreed.get(place):
            yield place
    answered = {(str(f.place), a): m for f in follow_ups.values() for a, m in f.answers.items()}
    for key in sorted({*answered, *AGREED_ANSWERS}):
        if answered.get(key) != AGREED_ANSWERS.get(key):
            yield "=".join(key)
