"""ICD-10-CM codes of breast cancer, of its spread, and of what goes with them.

One table. A code that names a single place of the register becomes that finding; a code that
may mean more than one place becomes none of them, and says what is left open. Parents of a code
(``C79.5``, ``C50.-``) are read too, because people type them.

Sources, by their ids in ``sources.toml``: ``legalclarity-icd-breast`` and ``icd-c50-c7x-list``
for C50 and C77 to C79, ``legalclarity-icd-d05`` for D05,
``nhs-icd10-c76-c80`` for what C77 and C78 include (the nodes above the collarbone stand under
C77.0, malignant fluid around the lung under C78.2), ``icd10codes-c50`` for Paget disease, which
C50 includes although it may be in place only, ``medita-z17`` for Z17, ``icdlist-z15`` and
``icdlist-z85-3``. For C50.A (inflammatory, newer) no source was found that can be cited: it is
recognized, and stays open. C79.63 could not be confirmed at all, and is not read.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Final

from decision_aid.domain import Side
from decision_aid.domain.biology import Biology, Her2, InheritedChange, Receptor
from decision_aid.records.typed.reading import WHICH_SIDE, Says, candidates, found

SOURCES: Final = frozenset(
    {
        "icd-c50-c7x-list",
        "icd10codes-c50",
        "icdlist-z15",
        "icdlist-z85-3",
        "legalclarity-icd-breast",
        "legalclarity-icd-d05",
        "medita-z17",
        "nhs-icd10-c76-c80",
    }
)

FAMILIES: Final = ("C50", "C77", "C78", "C79", "D05", "Z15", "Z17", "Z85")
"""The categories that the table knows something of."""

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
_ANY_NODES: Final = candidates(*_NEARBY_NODES, *_FAR_NODES)

_SITES: Final = "012345689"
"""Fourth character of C50: nipple, center, four quadrants, armpit end, overlapping, not said."""

_SEXES: Final = {"1": "female", "2": "male"}
_C50_SIDES: Final = {"1": Side.RIGHT, "2": Side.LEFT, "9": None}
_D05_SIDES: Final = {"0": None, "1": Side.RIGHT, "2": Side.LEFT}

_POSITIVE, _NEGATIVE = Receptor.POSITIVE, Receptor.NEGATIVE


def _c50() -> Iterator[tuple[str, Says]]:
    # C50 includes Paget disease of the nipple, which stands at C50.0 and may be in place only.
    paget = Says(
        "c50_0",
        open=("paget_or_invasive",),
        candidates=candidates("breast_tissue", "nipple_paget"),
    )
    invasive = Says("", found("breast_tissue"), ("invasive_or_not",))
    yield "C50", paget._replace(meaning="c50", open=(*paget.open, WHICH_SIDE))
    for site in _SITES:
        says = (paget if site == "0" else invasive)._replace(meaning=f"c50_{site}")
        unsided = says._replace(open=(*says.open, WHICH_SIDE))
        yield f"C50{site}", unsided
        for sex_digit, sex in _SEXES.items():
            yield f"C50{site}{sex_digit}", unsided._replace(sex=sex)
            for digit, side in _C50_SIDES.items():
                yield (
                    f"C50{site}{sex_digit}{digit}",
                    (says if side else unsided)._replace(sex=sex, side=side),
                )
    newer = Says(
        "c50_a",
        open=("inflammatory_or_not", WHICH_SIDE),
        candidates=candidates("inflammatory", "breast_tissue"),
    )
    for code in ("C50A", "C50A0", "C50A1", "C50A2"):
        yield code, newer


def _d05() -> Iterator[tuple[str, Says]]:
    in_place = candidates("ducts_only", "lobules_only", "nipple_paget")
    yield "D05", Says("d05", open=("which_in_place", WHICH_SIDE), candidates=in_place)
    yield from _by_side("D050", Says("d05_0", found("lobules_only"), ("which_lcis",)))
    yield from _by_side("D051", Says("d05_1", found("ducts_only")))
    yield from _by_side("D058", Says("d05_8", open=("which_in_place",), candidates=in_place))
    yield from _by_side("D059", Says("d05_9", open=("which_in_place",), candidates=in_place))


def _by_side(code: str, says: Says) -> Iterator[tuple[str, Says]]:
    unsided = says._replace(open=(*says.open, WHICH_SIDE))
    yield code, unsided
    for digit, side in _D05_SIDES.items():
        yield code + digit, (says._replace(side=side) if side else unsided)


def _which_nodes(meaning: str, *places: str) -> Says:
    return Says(meaning, open=("which_nodes", "side_same_or_other"), candidates=candidates(*places))


_NODES: Final = {
    "C77": Says("c77", open=("which_nodes", "side_same_or_other"), candidates=_ANY_NODES),
    # The nodes above the collarbone are coded here, and so are those of the neck.
    "C770": _which_nodes("c77_0", "nodes_above_collarbone", "nodes_other_collarbone", "nodes_neck"),
    # Nodes beside the breastbone and nodes in the middle of the chest both lie in the chest.
    "C771": _which_nodes(
        "c77_1", "nodes_breastbone", "nodes_other_breastbone", "nodes_chest_center"
    ),
    "C772": Says("c77_2", found("nodes_belly_or_groin")),
    "C773": _which_nodes("c77_3", "nodes_armpit", "nodes_below_collarbone", "nodes_other_armpit"),
    "C774": Says("c77_4", found("nodes_belly_or_groin")),
    "C775": Says("c77_5", found("nodes_belly_or_groin")),
    "C778": Says("c77_8", open=("which_nodes", "side_same_or_other"), candidates=_ANY_NODES),
    "C779": Says("c77_9", open=("which_nodes", "side_same_or_other"), candidates=_ANY_NODES),
}


def _which_part(meaning: str, *places: str) -> Says:
    return Says(meaning, open=("which_part",), candidates=candidates(*places))


_ORGANS: Final = {
    "C78": _which_part("c78", "lung", "pleura", "liver", "stomach_or_bowel", "belly_lining"),
    "C780": Says("c78_0", found("lung")),
    "C781": _which_part("c78_1", "nodes_chest_center", "other_far_organ"),
    "C782": Says("c78_2", found("pleura"), ("cells_in_fluid",)),
    "C783": _which_part("c78_3", "lung", "pleura", "other_far_organ"),
    "C7839": Says("c78_39", found("other_far_organ=another")),
    "C784": Says("c78_4", found("stomach_or_bowel")),
    "C785": Says("c78_5", found("stomach_or_bowel")),
    "C786": _which_part("c78_6", "belly_lining", "other_far_organ"),
    "C787": Says("c78_7", found("liver")),
    "C788": _which_part("c78_8", "stomach_or_bowel", "other_far_organ"),
    "C79": _which_part("c79", "bone", "brain", "skin_far", "ovary", "adrenal", "other_far_organ"),
    "C790": Says("c79_0", found("other_far_organ=kidney")),
    "C791": Says("c79_1", found("other_far_organ=another")),
    # Skin of the same breast or of the scar is close by; skin elsewhere is far.
    "C792": Says(
        "c79_2",
        open=("which_skin",),
        candidates=candidates("breast_skin", "scar_or_chest_skin", "skin_far"),
    ),
    "C793": _which_part("c79_3", "brain", "brain_lining"),
    "C7931": Says("c79_31", found("brain")),
    "C7932": Says("c79_32", found("brain_lining")),
    "C794": _which_part("c79_4", "brain", "brain_lining", "other_far_organ"),
    "C795": _which_part("c79_5", "bone", "bone_marrow"),
    "C7951": Says("c79_51", found("bone"), ("separate_spot_or_grown_in",)),
    "C7952": Says("c79_52", found("bone_marrow"), ("growing_or_few_cells",)),
    "C796": Says("c79_6", found("ovary=spread")),
    "C797": Says("c79_7", found("adrenal")),
    "C798": _which_part(
        "c79_8", "other_breast", "chest_wall", "spread_from_elsewhere", "other_far_organ"
    ),
    "C7981": Says(
        "c79_81",
        open=("spread_to_breast_from_where",),
        candidates=candidates("other_breast", "spread_from_elsewhere"),
    ),
    "C7982": Says("c79_82", found("other_far_organ"), ("which_part",)),
    # The chest wall and soft tissue near the breast have no code of their own.
    "C7989": _which_part("c79_89", "chest_wall", "scar_or_chest_skin", "other_far_organ"),
    "C799": _which_part("c79_9", "other_far_organ"),
}

_SAME_AS_PARENT: Final = {
    "C780": "012",
    "C783": "0",
    "C788": "09",
    "C790": "012",
    "C791": "019",
    "C794": "09",
    "C796": "012",
    "C797": "012",
}
"""Last characters that only add a side, or "other" and "not said", to what the parent says."""

_STATUS: Final = {
    "Z15": Says("z15", open=("inherited_result",)),
    "Z150": Says("z15_0", open=("inherited_result",)),
    "Z1501": Says("z15_01", biology=Biology(inherited=InheritedChange.FOUND)),
    "Z17": Says("z17", open=("receptor_result",)),
    "Z170": Says("z17_0", biology=Biology(er=_POSITIVE)),
    "Z171": Says("z17_1", biology=Biology(er=_NEGATIVE)),
    "Z172": Says("z17_2", open=("receptor_result",)),
    "Z1721": Says("z17_21", biology=Biology(pr=_POSITIVE)),
    "Z1722": Says("z17_22", biology=Biology(pr=_NEGATIVE)),
    "Z173": Says("z17_3", open=("receptor_result",)),
    "Z1731": Says("z17_31", biology=Biology(her2=Her2.POSITIVE)),
    "Z1732": Says("z17_32", biology=Biology(her2=Her2.NEGATIVE)),
    "Z174": Says("z17_4", open=("receptor_result",)),
    "Z1741": Says("z17_41", open=("er_or_pr",)),
    "Z17410": Says("z17_410", open=("er_or_pr",), biology=Biology(her2=Her2.POSITIVE)),
    "Z17411": Says("z17_411", open=("er_or_pr",), biology=Biology(her2=Her2.NEGATIVE)),
    "Z1742": Says("z17_42", biology=Biology(er=_NEGATIVE, pr=_NEGATIVE)),
    "Z17420": Says("z17_420", biology=Biology(er=_NEGATIVE, pr=_NEGATIVE, her2=Her2.POSITIVE)),
    "Z17421": Says("z17_421", biology=Biology(er=_NEGATIVE, pr=_NEGATIVE, her2=Her2.NEGATIVE)),
    "Z853": Says("z85_3", open=("came_back_or_not",)),
}

CODES: Final[dict[str, Says]] = {
    **dict(_c50()),
    **dict(_d05()),
    **_NODES,
    **_ORGANS,
    **{
        parent + last: _ORGANS[parent]
        for parent, lasts in _SAME_AS_PARENT.items()
        for last in lasts
    },
    **_STATUS,
}
"""What every code says, by its characters without the dot."""

PATTERN: Final = rf"(?:{'|'.join(FAMILIES)})(?:\.?[0-9A-Z]{{1,4}})?(?:\.?-)?(?![A-Za-z0-9]|\.[0-9])"
"""A code of these families, or what looks like one."""

ANY_PATTERN: Final = r"[A-TV-Z][0-9]{2}(?:\.[0-9A-Z]{1,4}|[0-9A-Z]{1,4})?(?![A-Za-z0-9]|\.[0-9])"
"""What looks like a code of any family."""

_NOT_OF_THE_CODE: Final = re.compile(r"[.\-]")


def bare(text: str) -> str:
    """Return the characters of a code, in capitals and without the dot."""
    return _NOT_OF_THE_CODE.sub("", text).upper()


def spelled(code: str) -> str:
    """Return a code with its dot."""
    return f"{code[:3]}.{code[3:]}" if len(code) > 3 else code
