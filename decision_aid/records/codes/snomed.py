"""The few SNOMED CT numbers that are read, as public FHIR guides name them.

Only numbers stand here, never the words of SNOMED CT, which needs a license in some countries; a
file's own words are shown. A number that no public guide could be named for is not here; what
carries it is listed as not used.

Sources, by their ids in ``sources.toml``: ``codex-breast-vs``, ``senologie-fhir`` and
``mcode-examples`` for cancers of the breast, ``mcode-secondary-vs``, ``senologie-fhir``,
``mcode-examples`` and ``hl7lt-bone`` for spread, ``mcode-body-sites``, ``idea4rc-metastasis`` and
``breast-radiology-nodes`` for parts of the body, ``mcode-positive-negative`` for results.
"""

from __future__ import annotations

from typing import Final

from decision_aid.domain import Side, TumorType
from decision_aid.domain.biology import Biology, Grade
from decision_aid.records.codes.icd10cm import CODES as _ICD
from decision_aid.records.codes.meaning import CodeMeaning, Subject, candidates, found

SOURCES: Final = frozenset(
    {
        "breast-radiology-nodes",
        "codex-breast-vs",
        "hl7lt-bone",
        "idea4rc-metastasis",
        "mcode-body-sites",
        "mcode-examples",
        "mcode-positive-negative",
        "mcode-secondary-vs",
        "senologie-fhir",
    }
)


def _breast(place: str, side: Side | None = None, kind: str = "") -> CodeMeaning:
    biology = Biology(type=TumorType(kind)) if kind else Biology()
    return CodeMeaning(
        found=found(place), side=side, biology=biology, subject=Subject.BREAST_CANCER
    )


CONDITIONS: Final[dict[str, CodeMeaning]] = {
    "254837009": _breast("breast_tissue"),
    "372137005": _breast("breast_tissue"),
    "353431000119107": _breast("breast_tissue", Side.LEFT),
    "82711006": _breast("breast_tissue", kind="ductal"),
    "89740008": _breast("breast_tissue", kind="lobular"),
    "109889007": _breast("ducts_only"),
    # Spread without a word of where.
    "128462008": CodeMeaning(asks=("which_part",), subject=Subject.SPREAD),
    # Spread to one part of the body means what its code of ICD-10-CM means.
    "94225005": _ICD["C7931"],
    "94381002": _ICD["C787"],
    "94391008": _ICD["C780"],
    "94222008": _ICD["C7951"],
    # Spread in the past.
    "1287652008": CodeMeaning(asks=("came_back_or_not",), subject=Subject.HISTORY),
    "1098951000119108": CodeMeaning(asks=("came_back_or_not",), subject=Subject.HISTORY),
}

MORPHOLOGY: Final[dict[str, CodeMeaning]] = {
    code: CONDITIONS[code] for code in ("82711006", "89740008")
}
"""Kinds of tissue, which a record may give beside the cancer."""


def _site(place: str, *asks: str) -> CodeMeaning:
    return CodeMeaning(found=found(place), asks=asks, subject=Subject.SITE)


def _one_of(asks: str, *places: str) -> CodeMeaning:
    return CodeMeaning(candidates=candidates(*places), asks=(asks,), subject=Subject.SITE)


def _nodes(*places: str) -> CodeMeaning:
    return _one_of("which_nodes", *places)


_FROM_RIB_OR_BREASTBONE: Final = _site("bone=not_sure", "separate_spot_or_grown_in")
_ARMPIT: Final = _nodes("nodes_armpit", "nodes_other_armpit")
# Below the collarbone of the other side has no row of its own in the register.
_BELOW: Final = _nodes("nodes_below_collarbone", "nodes_other_armpit", "nodes_other_collarbone")
_ABOVE: Final = _nodes("nodes_above_collarbone", "nodes_other_collarbone")
_BESIDE: Final = _nodes("nodes_breastbone", "nodes_other_breastbone")
_ANY_NODES: Final = _nodes(*_ICD["C779"].candidates)
_BREAST_SITE: Final = _one_of("spread_to_breast_from_where", *_ICD["C7981"].candidates)

BODY_SITES: Final[dict[str, CodeMeaning]] = {
    "39607008": _site("lung"),
    "31094006": _site("lung"),
    "10200004": _site("liver"),
    "12738006": _site("brain"),
    "83251001": _site("brain"),
    "16630005": _site("brain"),
    "78277001": _site("brain"),
    "31065004": _site("brain"),
    "113305005": _site("brain"),
    "15926001": _site("brain"),
    "23451007": _site("adrenal"),
    "15497006": _site("ovary"),
    "69695003": _site("stomach_or_bowel"),
    "113276009": _site("stomach_or_bowel"),
    "30315005": _site("stomach_or_bowel"),
    "14742008": _site("stomach_or_bowel"),
    "71854001": _site("stomach_or_bowel"),
    "34402009": _site("stomach_or_bowel"),
    "64033007": _site("other_far_organ=kidney"),
    "15776009": _site("other_far_organ=pancreas"),
    "78961009": _site("other_far_organ=spleen"),
    "69748006": _site("other_far_organ=thyroid"),
    "35039007": _site("other_far_organ=womb"),
    "81745001": _site("other_far_organ=eye"),
    "122494005": _site("bone"),
    "122495006": _site("bone"),
    "122496007": _site("bone"),
    "303950008": _site("bone"),
    "118645006": _site("bone"),
    "46633002": _site("bone"),
    "89546000": _site("bone"),
    "71341001": _site("bone"),
    "85050009": _site("bone"),
    "79601000": _site("bone"),
    "113197003": _FROM_RIB_OR_BREASTBONE,
    "56873002": _FROM_RIB_OR_BREASTBONE,
    "78904004": _one_of("separate_spot_or_grown_in", "chest_wall", "bone", "scar_or_chest_skin"),
    "39937001": _one_of("which_skin", "breast_skin", "scar_or_chest_skin", "skin_far"),
    "2748008": _one_of("which_part", "brain_lining", "other_far_organ"),
    "72410000": _one_of("which_part", "nodes_chest_center", "other_far_organ"),
    "3120008": _site("pleura"),
    "15425007": _site("belly_lining"),
    "245269009": _ARMPIT,
    "68171009": _ARMPIT,
    "279807001": _BELOW,
    "9659009": _BELOW,
    "245265003": _ABOVE,
    "76838003": _ABOVE,
    "245282001": _BESIDE,
    "81105003": _site("nodes_neck"),
    "245276004": _site("nodes_chest_center"),
    "264016003": _site("nodes_chest_center"),
    "245284000": _site("nodes_belly_or_groin"),
    "245285004": _site("nodes_belly_or_groin"),
    "245312007": _site("nodes_belly_or_groin"),
    "8928004": _site("nodes_belly_or_groin"),
    "443808008": _site("nodes_in_breast"),
    "59441001": _ANY_NODES,
    "312500006": _ANY_NODES,
    "76752008": _BREAST_SITE,
    "80248007": _BREAST_SITE._replace(side=Side.LEFT),
    "73056007": _BREAST_SITE._replace(side=Side.RIGHT),
    "63762007": _BREAST_SITE._replace(side=Side.BOTH),
}

BREAST_SITE_PLACES: Final = _BREAST_SITE.candidates
"""What the breast as a part of the body may mean for spread."""

BREAST_SITES: Final = frozenset(
    code for code, meaning in BODY_SITES.items() if meaning.candidates == BREAST_SITE_PLACES
)
"""The breast itself, on either side or without one."""

SIDES: Final[dict[str, Side]] = {
    "7771000": Side.LEFT,
    "24028007": Side.RIGHT,
    "51440002": Side.BOTH,
}

RESULTS: Final[dict[str, str]] = {
    "10828004": "positive",
    "260385009": "negative",
    "42425007": "equivocal",
}

GRADES: Final[dict[str, Grade]] = {
    "1155708003": Grade.ONE,
    "1286893008": Grade.TWO,
    "1155707008": Grade.THREE,
    "1228848004": Grade.ONE,
    "1228850007": Grade.TWO,
    "1228851006": Grade.THREE,
}
"""Low, intermediate and high; then the grades 1 to 3 as a stage names them."""

GRADE_TESTS: Final = frozenset({"258244004"})
