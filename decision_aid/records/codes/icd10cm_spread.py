"""ICD-10-CM codes C77 to C80.0: where a cancer has spread to.

Source, by its id in ``sources.toml``: ``icd-10-cm-tabular``. It puts nodes above the collarbone
under C77.0; ``nhs-icd10-c76-c80`` puts malignant fluid around the lung under C78.2.
"""

from __future__ import annotations

from typing import Final

from decision_aid.domain import Side
from decision_aid.records.codes.meaning import CodeMeaning, Subject, candidates, found

SOURCES: Final = frozenset({"icd-10-cm-tabular", "nhs-icd10-c76-c80"})

_NEARBY_NODES: Final = (
    "nodes_armpit",
    "nodes_in_breast",
    "nodes_below_collarbone",
    "nodes_above_collarbone",
    "nodes_breastbone",
)
_FAR_NODES: Final = (
    "nodes_other_armpit",
    "nodes_other_breastbone",
    "nodes_other_collarbone",
    "nodes_neck",
    "nodes_chest_center",
    "nodes_belly_or_groin",
)


def _nodes(words: str, *places: str) -> CodeMeaning:
    return CodeMeaning(words, (), candidates(*places), ("which_nodes",), subject=Subject.SPREAD)


def _far_nodes(words: str) -> CodeMeaning:
    return CodeMeaning(words, found("nodes_belly_or_groin"), subject=Subject.SPREAD)


_NODES: Final = {
    "C77": _nodes("c77", *_NEARBY_NODES, *_FAR_NODES),
    # The nodes above the collarbone are coded here, and so are those of the neck.
    "C770": _nodes("c77_0", "nodes_above_collarbone", "nodes_other_collarbone", "nodes_neck"),
    # Nodes beside the breastbone and nodes in the middle of the chest both lie in the chest.
    "C771": _nodes("c77_1", "nodes_breastbone", "nodes_other_breastbone", "nodes_chest_center"),
    "C772": _far_nodes("c77_2"),
    "C773": _nodes("c77_3", "nodes_armpit", "nodes_below_collarbone", "nodes_other_armpit"),
    "C774": _far_nodes("c77_4"),
    "C775": _far_nodes("c77_5"),
    "C778": _nodes("c77_8", *_NEARBY_NODES, *_FAR_NODES),
    "C779": _nodes("c77_9", *_NEARBY_NODES, *_FAR_NODES),
}


def _which(words: str, *places: str, asks: str = "which_part") -> CodeMeaning:
    return CodeMeaning(words, (), candidates(*places), (asks,), subject=Subject.SPREAD)


def _in(words: str, place: str, *asks: str) -> CodeMeaning:
    return CodeMeaning(words, found(place), asks=asks, subject=Subject.SPREAD)


_LUNG, _RESPIRATORY = _in("c78_0", "lung"), _which("c78_3", "lung", "pleura", "other_far_organ")
_DIGESTIVE: Final = _which("c78_8", "stomach_or_bowel", "other_far_organ")
_KIDNEY, _URINARY = _in("c79_0", "other_far_organ=kidney"), _in("c79_1", "other_far_organ=another")
_NERVES: Final = _which("c79_4", "brain", "brain_lining", "other_far_organ")
_OVARY, _ADRENAL = _in("c79_6", "ovary=spread"), _in("c79_7", "adrenal")

_ORGANS: Final = {
    "C78": _which(
        "c78",
        "lung",
        "pleura",
        "liver",
        "stomach_or_bowel",
        "belly_lining",
        "nodes_chest_center",
        "other_far_organ",
    ),
    "C780": _LUNG,
    "C7800": _LUNG,
    "C7801": _LUNG._replace(side=Side.RIGHT),
    "C7802": _LUNG._replace(side=Side.LEFT),
    "C781": _which("c78_1", "nodes_chest_center", "other_far_organ"),
    "C782": _in("c78_2", "pleura", "cells_in_fluid"),
    "C783": _RESPIRATORY,
    "C7830": _RESPIRATORY,
    # Lung, middle of the chest and pleura have codes of their own.
    "C7839": _in("c78_39", "other_far_organ=another"),
    "C784": _in("c78_4", "stomach_or_bowel"),
    "C785": _in("c78_5", "stomach_or_bowel"),
    # The space behind the belly is not its lining.
    "C786": _which("c78_6", "belly_lining", "other_far_organ"),
    "C787": _in("c78_7", "liver"),
    "C788": _DIGESTIVE,
    "C7880": _DIGESTIVE,
    "C7889": _DIGESTIVE,
    "C79": _which(
        "c79",
        "bone",
        "bone_marrow",
        "brain",
        "brain_lining",
        "breast_skin",
        "scar_or_chest_skin",
        "skin_far",
        "ovary",
        "adrenal",
        "breast_tissue",
        "other_breast",
        "spread_from_elsewhere",
        "chest_wall",
        "other_far_organ",
    ),
    "C790": _KIDNEY,
    "C7900": _KIDNEY,
    "C7901": _KIDNEY._replace(side=Side.RIGHT),
    "C7902": _KIDNEY._replace(side=Side.LEFT),
    "C791": _URINARY,
    "C7910": _URINARY,
    "C7911": _URINARY,
    "C7919": _URINARY,
    # Skin of the same breast or of the scar is close by; skin elsewhere is far.
    "C792": _which("c79_2", "breast_skin", "scar_or_chest_skin", "skin_far", asks="which_skin"),
    "C793": _which("c79_3", "brain", "brain_lining"),
    "C7931": _in("c79_31", "brain"),
    "C7932": _in("c79_32", "brain_lining"),
    "C794": _NERVES,
    "C7940": _NERVES,
    # The brain has a code of its own; the lining of the spinal cord has not.
    "C7949": _which("c79_49", "brain_lining", "other_far_organ"),
    "C795": _which("c79_5", "bone", "bone_marrow"),
    "C7951": _in("c79_51", "bone", "separate_spot_or_grown_in"),
    "C7952": _in("c79_52", "bone_marrow", "growing_or_few_cells"),
    "C796": _OVARY,
    "C7960": _OVARY,
    "C7961": _OVARY._replace(side=Side.RIGHT),
    "C7962": _OVARY._replace(side=Side.LEFT),
    "C7963": _OVARY._replace(side=Side.BOTH),
    "C797": _ADRENAL,
    "C7970": _ADRENAL,
    "C7971": _ADRENAL._replace(side=Side.RIGHT),
    "C7972": _ADRENAL._replace(side=Side.LEFT),
    "C798": _which(
        "c79_8",
        "breast_tissue",
        "other_breast",
        "spread_from_elsewhere",
        "chest_wall",
        "scar_or_chest_skin",
        "other_far_organ",
    ),
    # Spread to a breast: the same one, from the other one, or from somewhere else.
    "C7981": _which(
        "c79_81",
        "breast_tissue",
        "other_breast",
        "spread_from_elsewhere",
        asks="spread_to_breast_from_where",
    ),
    # The ovary has a code of its own.
    "C7982": _in("c79_82", "other_far_organ", "which_part"),
    # The chest wall and soft tissue near the breast have no code of their own.
    "C7989": _which("c79_89", "chest_wall", "scar_or_chest_skin", "other_far_organ"),
    "C799": _which("c79_9", "other_far_organ"),
    "C800": _which("c80_0", "other_far_organ"),
}

SPREAD: Final[dict[str, CodeMeaning]] = {**_NODES, **_ORGANS}
"""What every code of spread means, by its characters without the dot."""
