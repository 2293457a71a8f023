"""The few SNOMED CT codes that are read, as public FHIR guides name them.

Each row names its source in ``resources/sources.toml``. A code that no public guide could be
named for is not here; what carries it is listed as not understood. SNOMED CT needs a license in
some countries; no text of it is shown: a file's own words are.
"""

from __future__ import annotations

from typing import Final

from decision_aid.domain import Side, TumorType
from decision_aid.records.fhir.readings import (
    ALL_NODES,
    AXILLA,
    BELLY_OR_GROIN,
    BOTH,
    CHEST_CENTER,
    INFRACLAVICULAR,
    INTERNAL_MAMMARY,
    INTRAMAMMARY,
    LEFT,
    NECK,
    RIGHT,
    SUPRACLAVICULAR,
    Reading,
    Sides,
    at,
    cancer_of_breast,
    nodes,
    one_of,
)

CONDITIONS: Final[dict[str, Reading]] = {
    # codex-breast-vs; senologie-fhir maps it to C50, and in situ apart from it to D05.
    "254837009": cancer_of_breast("breast_tissue"),
    "372137005": cancer_of_breast("breast_tissue"),
    # mcode-examples
    "353431000119107": cancer_of_breast("breast_tissue", sides=LEFT),
    "94225005": at("brain"),
    # mcode-secondary-vs
    "128462008": Reading(),
    # senologie-fhir
    "82711006": cancer_of_breast("breast_tissue", kind=TumorType.DUCTAL),
    "443451005": cancer_of_breast("breast_tissue", kind=TumorType.LOBULAR),
    "109889007": cancer_of_breast("ducts_only"),
    "94381002": at("liver"),
    "94391008": at("lung"),
    # hl7lt-bone
    "94222008": at("bone"),
}

_FROM_RIB_OR_BREASTBONE: Final = at("bone", "not_sure", asks=("bone_or_chest_wall",))

BODY_SITES: Final[dict[str, Reading]] = {
    # mcode-body-sites, where no other source is named
    "39607008": at("lung"),
    "31094006": at("lung"),
    "10200004": at("liver"),
    "12738006": at("brain"),
    "83251001": at("brain"),
    "16630005": at("brain"),
    "78277001": at("brain"),
    "31065004": at("brain"),
    "113305005": at("brain"),
    "15926001": at("brain"),
    "23451007": at("adrenal"),
    "15497006": at("ovary"),
    "69695003": at("stomach_or_bowel"),
    "113276009": at("stomach_or_bowel"),
    "30315005": at("stomach_or_bowel"),
    "14742008": at("stomach_or_bowel"),
    "71854001": at("stomach_or_bowel"),
    "34402009": at("stomach_or_bowel"),
    "64033007": at("other_far_organ", "kidney"),
    "15776009": at("other_far_organ", "pancreas"),
    "78961009": at("other_far_organ", "spleen"),
    "69748006": at("other_far_organ", "thyroid"),
    "35039007": at("other_far_organ", "womb"),
    "81745001": at("other_far_organ", "eye"),
    "122494005": at("bone"),
    "122495006": at("bone"),
    "122496007": at("bone"),
    "303950008": at("bone"),
    "118645006": at("bone"),
    "46633002": at("bone"),
    "89546000": at("bone"),
    "71341001": at("bone"),
    "85050009": at("bone"),
    "79601000": at("bone"),
    "113197003": _FROM_RIB_OR_BREASTBONE,
    "56873002": _FROM_RIB_OR_BREASTBONE,
    "78904004": one_of("bone_or_chest_wall", "chest_wall", "bone", "scar_or_chest_skin"),
    "39937001": one_of("which_skin", "breast_skin", "scar_or_chest_skin", "skin_far"),
    "2748008": one_of("which_place", "brain_lining", "other_far_organ"),
    "72410000": one_of("which_place", "nodes_chest_center", "other_far_organ"),
    "76752008": one_of("spread_or_new_in_breast", "breast_tissue", "other_breast"),
    # idea4rc-metastasis
    "3120008": at("pleura"),
    "15425007": at("belly_lining"),
    # mcode-body-sites
    "245269009": nodes(*AXILLA),
    "279807001": nodes(*INFRACLAVICULAR),
    "245265003": nodes(*SUPRACLAVICULAR),
    "76838003": nodes(*SUPRACLAVICULAR),
    "245282001": nodes(*INTERNAL_MAMMARY),
    "81105003": nodes(*NECK),
    "245276004": nodes(*CHEST_CENTER),
    "264016003": nodes(*CHEST_CENTER),
    "245284000": nodes(*BELLY_OR_GROIN),
    "245285004": nodes(*BELLY_OR_GROIN),
    "245312007": nodes(*BELLY_OR_GROIN),
    "8928004": nodes(*BELLY_OR_GROIN),
    "59441001": nodes(*ALL_NODES),
    "312500006": nodes(*ALL_NODES),
    # breast-radiology-nodes
    "68171009": nodes(*AXILLA),
    "9659009": nodes(*INFRACLAVICULAR),
    "443808008": nodes(*INTRAMAMMARY),
}

_BREAST: Final = BODY_SITES["76752008"]
BREAST_SITES: Final[dict[str, Sides]] = {
    # mcode-examples, mcode-body-sites; the right and both: senologie-fhir
    "76752008": frozenset(),
    "80248007": LEFT,
    "73056007": RIGHT,
    "63762007": BOTH,
}
BODY_SITES.update({code: _BREAST._replace(sides=sides) for code, sides in BREAST_SITES.items()})

LATERALITY: Final[dict[str, Sides]] = {
    # mcode-examples
    "7771000": frozenset({Side.LEFT}),
    "24028007": frozenset({Side.RIGHT}),
    "51440002": BOTH,
}
