"""ICD-O-3: where a tumor lies (topography), and what its tissue is (morphology).

A morphology ends with its behavior: ``/0`` benign, ``/1`` uncertain, ``/2`` in place, ``/3``
invasive, ``/6`` spread from somewhere else, ``/9`` uncertain whether it began there.

Sources, by their ids in ``sources.toml``: ``seer-breast-histology`` for behavior and
``iteb-seer-morphology`` for the kinds of breast cancer.
"""

from __future__ import annotations

import re
from typing import Final

from decision_aid.domain import TumorType
from decision_aid.domain.biology import UNKNOWN_BIOLOGY, Biology
from decision_aid.records.codes.meaning import CodeMeaning, Subject, candidates, found

SOURCES: Final = frozenset({"iteb-seer-morphology", "seer-breast-histology"})

_SHAPE: Final = re.compile(r"(\d{4})/(\d)")
_BREAST, _OTHER = Subject.BREAST_CANCER, Subject.OTHER_CANCER
_DUCTAL, _LOBULAR = Biology(type=TumorType.DUCTAL), Biology(type=TumorType.LOBULAR)
_OTHER_TYPE: Final = Biology(type=TumorType.OTHER)
_NOT_CARCINOMA: Final = CodeMeaning(found=found("not_carcinoma"), subject=_OTHER)


def _is(*places: str, biology: Biology = UNKNOWN_BIOLOGY) -> CodeMeaning:
    return CodeMeaning(found=found(*places), biology=biology, subject=_BREAST)


def _one_of(asks: str, *places: str) -> CodeMeaning:
    return CodeMeaning(candidates=candidates(*places), asks=(asks,), subject=_BREAST)


MORPHOLOGY: Final[dict[str, CodeMeaning]] = {
    **dict.fromkeys(
        ("8201/2", "8500/2", "8501/2", "8503/2", "8504/2", "8507/2"), _is("ducts_only")
    ),
    **dict.fromkeys(("8519/2", "8520/2"), _is("lobules_only")),
    "8522/2": _one_of("which_in_place", "ducts_only", "lobules_only"),
    "8543/2": _one_of("which_in_place", "ducts_only", "nipple_paget"),
    "8500/3": _is("breast_tissue", biology=_DUCTAL),
    "8520/3": _is("breast_tissue", biology=_LOBULAR),
    **dict.fromkeys(
        ("8200/3", "8201/3", "8211/3", "8480/3", "8503/3", "8507/3", "8510/3", "8575/3"),
        _is("breast_tissue", biology=_OTHER_TYPE),
    ),
    "8530/3": _is("inflammatory"),
    # Paget disease has the behavior of an invasive cancer, and may still be in place.
    "8540/3": _one_of("paget_or_invasive", "nipple_paget", "breast_tissue"),
    "8541/3": _is("breast_tissue", biology=_DUCTAL),
    "8543/3": _one_of("paget_or_invasive", "nipple_paget", "ducts_only", "breast_tissue"),
}

_BY_BEHAVIOR: Final[dict[str, CodeMeaning]] = {
    "2": _one_of("which_in_place", "ducts_only", "lobules_only", "nipple_paget"),
    "3": _is("breast_tissue"),
    "6": CodeMeaning(
        candidates=candidates("other_breast", "spread_from_elsewhere"),
        asks=("spread_to_breast_from_where",),
        subject=Subject.SPREAD,
    ),
}

_GROUPS_OF_OTHERS: Final = (range(8680, 9000), range(9020, 9031), range(9040, 9990))
"""Groups of tumors that are no carcinoma: from melanoma and sarcoma to lymphoma."""


def morphology(code: str) -> CodeMeaning | None:
    """Return what a morphology says of a tumor of the breast, or ``None`` if it says nothing.

    Args:
        code: such as ``8500/3``.
    """
    shape = _SHAPE.fullmatch(code)
    if shape is None:
        return None
    if any(int(shape[1]) in group for group in _GROUPS_OF_OTHERS):
        return _NOT_CARCINOMA
    return MORPHOLOGY.get(code) or _BY_BEHAVIOR.get(shape[2])


def _site(place: str, *asks: str) -> CodeMeaning:
    return CodeMeaning(found=found(place), asks=asks, subject=Subject.SITE)


def _sites(asks: str, *places: str) -> CodeMeaning:
    return CodeMeaning(candidates=candidates(*places), asks=(asks,), subject=Subject.SITE)


_BONE, _BRAIN, _GUT = _site("bone"), _site("brain"), _site("stomach_or_bowel")
_CHEST_BONE: Final = _site("bone=not_sure", "separate_spot_or_grown_in")

TOPOGRAPHY: Final[dict[str, CodeMeaning]] = {
    **dict.fromkeys(("C16", "C17", "C18", "C19", "C20"), _GUT),
    "C22": _site("liver"),
    "C25": _site("other_far_organ=pancreas"),
    "C34": _site("lung"),
    "C384": _site("pleura"),
    "C40": _BONE,
    "C41": _BONE,
    "C413": _CHEST_BONE,
    "C421": _site("bone_marrow", "growing_or_few_cells"),
    "C44": _sites("which_skin", "breast_skin", "scar_or_chest_skin", "skin_far"),
    "C480": _site("other_far_organ=another"),
    "C481": _site("belly_lining"),
    "C482": _site("belly_lining"),
    "C54": _site("other_far_organ=womb"),
    "C55": _site("other_far_organ=womb"),
    "C56": _site("ovary"),
    "C64": _site("other_far_organ=kidney"),
    "C69": _site("other_far_organ=eye"),
    "C70": _site("brain_lining"),
    "C71": _BRAIN,
    "C73": _site("other_far_organ=thyroid"),
    "C74": _site("adrenal"),
    "C770": _sites("which_nodes", "nodes_above_collarbone", "nodes_other_collarbone", "nodes_neck"),
    "C771": _sites(
        "which_nodes", "nodes_breastbone", "nodes_other_breastbone", "nodes_chest_center"
    ),
    "C772": _site("nodes_belly_or_groin"),
    "C773": _sites("which_nodes", "nodes_armpit", "nodes_below_collarbone", "nodes_other_armpit"),
    "C774": _site("nodes_belly_or_groin"),
    "C775": _site("nodes_belly_or_groin"),
}
"""Parts of the body by the beginning of their code, without the dot."""


def is_breast(code: str) -> bool:
    """Return whether a topography is a part of the breast."""
    return re.fullmatch(r"C50\.?[0-9]?", code) is not None


def topography(code: str) -> CodeMeaning | None:
    """Return which place a topography names, or ``None`` where the table has none.

    Args:
        code: such as ``C22.0``; the breast itself is none of the places.
    """
    plain = code.replace(".", "")
    if not re.fullmatch(r"C[0-9]{2,3}", plain):
        return None
    return TOPOGRAPHY.get(plain) or TOPOGRAPHY.get(plain[:3])
