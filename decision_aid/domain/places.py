"""The register of places: where breast cancer can be found, and what each place counts as.

Adding a place is one row here, one label a language and one topic file; the tests fail until
all three are there.

Source: the AJCC 8th edition's meaning of T, N and M as the public SEER EOD 2018 breast schema
describes it (``seer-eod-breast`` in the source register); restated, not reproduced.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum
from types import MappingProxyType
from typing import Final

from decision_aid.domain.findings import PlaceId


class CountsAs(StrEnum):
    """What a finding in a place counts as, once it is certain."""

    NO_CHANGE = "no_change"
    SEPARATE = "separate"
    RISK_MARKER = "risk_marker"
    IN_PLACE = "in_place"
    BREAST = "breast"
    NEARBY = "nearby"
    DISTANT = "distant"
    OUT_OF_SCOPE = "out_of_scope"


class Group(StrEnum):
    """Where on the body, or in which kind of report, a place belongs."""

    BREAST = "breast"
    NEARBY_NODES = "nearby_nodes"
    FAR_NODES = "far_nodes"
    FAR_ORGANS = "far_organs"
    TRACE = "trace"
    OTHER = "other"
    OUT_OF_SCOPE = "out_of_scope"


class PlaceSide(StrEnum):
    """Whether a place lies on the side of the cancer, on the other side, or has no side."""

    SAME = "same"
    OTHER = "other"
    NONE = "none"


@dataclass(frozen=True, slots=True)
class Place:
    """One place: its id, where it belongs, its side, and what it counts as when found."""

    id: PlaceId
    group: Group
    side: PlaceSide
    counts_as: CountsAs


def _row(place_id: str, group: Group, side: PlaceSide, counts_as: CountsAs) -> Place:
    return Place(PlaceId(place_id), group, side, counts_as)


_G, _S, _C = Group, PlaceSide, CountsAs

_REGISTER: Final = (
    _row("ducts_only", _G.BREAST, _S.SAME, _C.IN_PLACE),
    _row("lobules_only", _G.BREAST, _S.SAME, _C.RISK_MARKER),
    _row("nipple_paget", _G.BREAST, _S.SAME, _C.IN_PLACE),
    _row("breast_tissue", _G.BREAST, _S.SAME, _C.BREAST),
    _row("microinvasion", _G.BREAST, _S.SAME, _C.BREAST),
    _row("several_spots", _G.BREAST, _S.SAME, _C.BREAST),
    _row("breast_lymph_vessels", _G.BREAST, _S.SAME, _C.NO_CHANGE),
    _row("breast_muscle", _G.BREAST, _S.SAME, _C.BREAST),
    _row("breast_skin", _G.BREAST, _S.SAME, _C.BREAST),
    _row("chest_wall", _G.BREAST, _S.SAME, _C.BREAST),
    _row("inflammatory", _G.BREAST, _S.SAME, _C.BREAST),
    _row("scar_or_chest_skin", _G.BREAST, _S.SAME, _C.BREAST),
    _row("nodes_armpit", _G.NEARBY_NODES, _S.SAME, _C.NEARBY),
    _row("nodes_armpit_isolated_cells", _G.NEARBY_NODES, _S.SAME, _C.NO_CHANGE),
    _row("nodes_in_breast", _G.NEARBY_NODES, _S.SAME, _C.NEARBY),
    _row("nodes_below_collarbone", _G.NEARBY_NODES, _S.SAME, _C.NEARBY),
    _row("nodes_above_collarbone", _G.NEARBY_NODES, _S.SAME, _C.NEARBY),
    _row("nodes_breastbone", _G.NEARBY_NODES, _S.SAME, _C.NEARBY),
    _row("nodes_other_armpit", _G.FAR_NODES, _S.OTHER, _C.DISTANT),
    _row("nodes_other_breastbone", _G.FAR_NODES, _S.OTHER, _C.DISTANT),
    _row("nodes_other_collarbone", _G.FAR_NODES, _S.OTHER, _C.DISTANT),
    _row("nodes_neck", _G.FAR_NODES, _S.NONE, _C.DISTANT),
    _row("nodes_chest_center", _G.FAR_NODES, _S.NONE, _C.DISTANT),
    _row("nodes_belly_or_groin", _G.FAR_NODES, _S.NONE, _C.DISTANT),
    _row("other_breast", _G.OTHER, _S.OTHER, _C.SEPARATE),
    _row("bone", _G.FAR_ORGANS, _S.NONE, _C.DISTANT),
    _row("liver", _G.FAR_ORGANS, _S.NONE, _C.DISTANT),
    _row("lung", _G.FAR_ORGANS, _S.NONE, _C.DISTANT),
    _row("pleura", _G.FAR_ORGANS, _S.NONE, _C.DISTANT),
    _row("brain", _G.FAR_ORGANS, _S.NONE, _C.DISTANT),
    _row("brain_lining", _G.FAR_ORGANS, _S.NONE, _C.DISTANT),
    _row("belly_lining", _G.FAR_ORGANS, _S.NONE, _C.DISTANT),
    _row("ovary", _G.FAR_ORGANS, _S.NONE, _C.DISTANT),
    _row("stomach_or_bowel", _G.FAR_ORGANS, _S.NONE, _C.DISTANT),
    _row("adrenal", _G.FAR_ORGANS, _S.NONE, _C.DISTANT),
    _row("skin_far", _G.FAR_ORGANS, _S.NONE, _C.DISTANT),
    _row("bone_marrow", _G.FAR_ORGANS, _S.NONE, _C.DISTANT),
    _row("other_far_organ", _G.FAR_ORGANS, _S.NONE, _C.DISTANT),
    _row("bone_marrow_cells", _G.TRACE, _S.NONE, _C.NO_CHANGE),
    _row("blood_cells", _G.TRACE, _S.NONE, _C.NO_CHANGE),
    _row("not_carcinoma", _G.OUT_OF_SCOPE, _S.NONE, _C.OUT_OF_SCOPE),
    _row("spread_from_elsewhere", _G.OUT_OF_SCOPE, _S.NONE, _C.OUT_OF_SCOPE),
)

PLACES: Final[dict[PlaceId, Place]] = {place.id: place for place in _REGISTER}
"""Every place by id, in the order in which people are asked about them."""


def places_in(*groups: Group) -> tuple[Place, ...]:
    """Return the places of these groups, in register order."""
    return tuple(place for place in _REGISTER if place.group in groups)


OTHER_SIDE_OF: Final[Mapping[PlaceId, PlaceId]] = MappingProxyType(
    {
        PlaceId("nodes_armpit"): PlaceId("nodes_other_armpit"),
        PlaceId("nodes_below_collarbone"): PlaceId("nodes_other_armpit"),
        PlaceId("nodes_above_collarbone"): PlaceId("nodes_other_collarbone"),
        PlaceId("nodes_breastbone"): PlaceId("nodes_other_breastbone"),
    }
)
"""What nodes of the other side are, by the same nodes on the side of the cancer."""
