"""The agreed meaning of every place, written down apart from the register it is checked against.

One line a place: id, group, side, what it counts as, kind when it alone is found, how far.
"""

from __future__ import annotations

from typing import NamedTuple


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
