"""The words that name a diagnosis: in the breast, far from it, of another cancer, or a return."""

from __future__ import annotations

from typing import Final, NamedTuple

from decision_aid.domain import TumorType


class Diagnosis(NamedTuple):
    """What a diagnosis says.

    Attributes:
        places: the places that it is in, with the answer to a follow-up question behind "=".
        type: the histologic type that it names.
        asks: what it leaves open.
        candidates: places that it may be in.
    """

    places: tuple[str, ...] = ()
    type: TumorType = TumorType.UNKNOWN
    asks: tuple[str, ...] = ()
    candidates: tuple[str, ...] = ()


_INVASIVE: Final = ("breast_tissue",)

DIAGNOSES: Final[dict[str, Diagnosis]] = {
    "invasive_ductal": Diagnosis(_INVASIVE, TumorType.DUCTAL),
    "invasive_lobular": Diagnosis(_INVASIVE, TumorType.LOBULAR),
    "invasive_other": Diagnosis(_INVASIVE, TumorType.OTHER),
    "invasive": Diagnosis(_INVASIVE),
    "microinvasion": Diagnosis(("microinvasion",)),
    "dcis": Diagnosis(("ducts_only",)),
    "lcis": Diagnosis(("lobules_only",), asks=("which_lcis",)),
    "lcis_special": Diagnosis(("lobules_only=pleomorphic_or_florid",)),
    "in_situ": Diagnosis(asks=("which_in_place",), candidates=("ducts_only", "nipple_paget")),
    "paget": Diagnosis(
        asks=("paget_or_invasive",), candidates=("nipple_paget",), places=("nipple_paget",)
    ),
    "inflammatory": Diagnosis(("inflammatory",)),
    "not_carcinoma": Diagnosis(("not_carcinoma",)),
    "breast_cancer": Diagnosis(
        asks=("invasive_or_not",), candidates=("breast_tissue", "ducts_only")
    ),
    "skin_ulcer": Diagnosis(("breast_skin=same_breast",)),
    "chest_wall_growth": Diagnosis(("chest_wall=grown_straight_in",)),
    "many_spots": Diagnosis(asks=("several_spots",), candidates=("several_spots",)),
    "lung_spread": Diagnosis(("lung",)),
    "brain_lining_spread": Diagnosis(("brain_lining",)),
    "belly_lining_spread": Diagnosis(("belly_lining",)),
    "pleural_cells": Diagnosis(("pleura=cancer_cells_found",)),
    "belly_cells": Diagnosis(("belly_lining",)),
}
"""What each diagnosis says."""

FAR_DIAGNOSES: Final = frozenset(
    {"lung_spread", "brain_lining_spread", "belly_lining_spread", "pleural_cells", "belly_cells"}
)
"""Diagnoses of spread, which may also come from another cancer."""

TUMORS: Final[dict[str, str]] = {
    "invasive_ductal": "invasive ductal carcinoma; invasive ductal cancer; invasive ductal ca;"
    " invasive ductal; invasive duct carcinoma; infiltrating ductal carcinoma; infiltrating ductal;"
    " infiltrating ductal ca; infiltrating duct carcinoma; infiltrating duct ca; infil ductal ca;"
    " inv ductal ca; inv ductal carcinoma; idc; idcs; idc nst; idc nos; nst; no special type;"
    " of no special type; invasive carcinoma of no special type; invasive carcinoma nst;"
    " invasive breast carcinoma of no special type; invasive breast carcinoma nst; ibc nst;"
    " invasive mammary carcinoma nst; invasive ductal breast cancer; invasive ductal carcinoma nos;"
    " invasive mammary carcinoma of no special type; carcinoma of no special type; ic nst;"
    " carcinoma nst; invasive ductal ca of breast; invasive breast cancer nst;"
    " invasive ductal carcinoma nst; invasive ductal breast carcinoma",
    "invasive_lobular": "invasive lobular carcinoma; invasive lobular cancer; invasive lobular;"
    " invasive lobular ca; infiltrating lobular carcinoma; infiltrating lobular;"
    " infiltrating lobular ca; inv lobular ca; ilc; ilcs; invasive lobular breast cancer;"
    " pleomorphic invasive lobular carcinoma; invasive lobular breast carcinoma",
    "invasive_other": "mucinous carcinoma; invasive mucinous carcinoma; colloid carcinoma;"
    " tubular carcinoma; invasive tubular carcinoma; metaplastic carcinoma; metaplastic cancer;"
    " metaplastic breast cancer; medullary carcinoma; invasive cribriform carcinoma;"
    " invasive papillary carcinoma; invasive micropapillary carcinoma; adenoid cystic carcinoma;"
    " mucinous breast cancer; mucinous breast carcinoma",
    "invasive": "invasive carcinoma; invasive cancer; invasive breast cancer; invasive breast ca;"
    " invasive breast carcinoma; invasive mammary carcinoma; infiltrating carcinoma; invasive ca;"
    " invasive disease; invasive component; invasive tumor; invasive tumour; invasive focus;"
    " invasive foci; locally advanced breast cancer; labc; inv ca; invasive bc; invasive lesion;"
    " invasive mammary cancer; stromal invasion; invasive; infiltrating;"
    " infiltrating breast cancer",
    "microinvasion": "microinvasion; micro invasion; microinvasive; microinvasive carcinoma;"
    " dcis mi; dcism; microinvasive disease; microinvasive cancer; microinvasive focus;"
    " microinvasive foci; foci of microinvasion; focus of microinvasion;"
    " microinvasive breast cancer",
    "dcis": "dcis; ductal carcinoma in situ; ductal carcinoma insitu; intraductal carcinoma;"
    " ductal ca in situ; ductal cancer in situ; in situ ductal carcinoma; intraductal ca;"
    " ductal in situ; ductal cis; in situ duct carcinoma; ductal carcinoma in situ dcis",
    "lcis": "lcis; lobular carcinoma in situ; lobular ca in situ; classic lcis; classical lcis;"
    " in situ lobular carcinoma",
    "lcis_special": "pleomorphic lcis; florid lcis; plcis; pleomorphic lobular carcinoma in situ;"
    " florid lobular carcinoma in situ",
    "in_situ": "in situ; in situ carcinoma; carcinoma in situ; in situ disease; cis;"
    " in situ cancer;"
    " non invasive; noninvasive; non invasive carcinoma; noninvasive carcinoma; in situ component;"
    " non invasive breast cancer; noninvasive breast cancer; non invasive cancer",
    "paget": "paget; pagets; paget's; paget disease; pagets disease; paget's disease;"
    " paget's disease of the nipple; paget disease of the nipple; paget disease of nipple;"
    " paget's disease of nipple; pagets disease of the nipple; pagets disease of nipple;"
    " paget of the nipple; paget's of the nipple; paget's of nipple; mammary paget disease;"
    " mammary paget's disease; nipple paget; nipple paget's; paget nipple; pagets nipple",
    "inflammatory": "inflammatory breast cancer; inflammatory breast carcinoma; inflammatory ca;"
    " inflammatory carcinoma; ibc; inflammatory breast ca; inflammatory cancer; inflammatory bc",
    "not_carcinoma": "phyllodes; phylloides; phyllodes tumor; phyllodes tumour; cystosarcoma;"
    " malignant phyllodes; malignant phyllodes tumor; benign phyllodes; benign phyllodes tumor;"
    " borderline phyllodes; breast sarcoma; angiosarcoma; breast angiosarcoma; breast lymphoma;"
    " sarcoma of the breast; sarcoma of breast; lymphoma of the breast; lymphoma of breast;"
    " primary breast lymphoma; angiosarcoma of the breast; angiosarcoma of breast",
    "breast_cancer": "breast cancer; breast cancers; breast ca; breast carcinoma; ca breast;"
    " carcinoma of breast; carcinoma of the breast; cancer of breast; cancer of the breast; bc;"
    " ca of breast; ca of the breast; breast malignancy; mammary carcinoma; ductal carcinoma;"
    " ductal ca; ductal cancer; lobular carcinoma; lobular ca; lobular cancer; breast primary;"
    " breast adenocarcinoma; mammary cancer; malignant neoplasm of breast; breast neoplasm;"
    " ductal breast cancer; lobular breast cancer; early breast cancer; ebc; ca br; ductal adenoca",
    "skin_ulcer": "skin ulceration; ulcerated skin; satellite skin nodules; satellite skin nodule;"
    " skin satellite nodules; ulceration of the skin; skin ulcer; ulceration of skin",
    "chest_wall_growth": "chest wall invasion; invasion of chest wall; invasion of the chest wall;"
    " chest wall extension; invading the chest wall; invades the chest wall; invades chest wall;"
    " invading chest wall; extension to chest wall; extension into chest wall;"
    " chest wall involvement; fixed to chest wall; fixed to the chest wall",
    "many_spots": "multifocal; multicentric; multifocal disease; multicentric disease;"
    " multifocality",
    "lung_spread": "lymphangitic carcinomatosis; lymphangitic spread; lymphangitis carcinomatosa;"
    " pulmonary lymphangitic carcinomatosis",
    "brain_lining_spread": "leptomeningeal carcinomatosis; leptomeningeal disease; lmd;"
    " carcinomatous meningitis; meningeal carcinomatosis; leptomeningeal spread;"
    " leptomeningeal involvement; leptomeningeal metastasis; leptomeningeal metastases;"
    " neoplastic meningitis; leptomeningeal carcinoma",
    "belly_lining_spread": "peritoneal carcinomatosis; peritoneal carcinosis; carcinomatosis"
    " peritonei",
    "pleural_cells": "malignant pleural effusion; malignant pleural effusions; mpe;"
    " malignant effusion; malignant effusions; malignant pleural fluid; pleural carcinomatosis",
    "belly_cells": "malignant ascites",
}

RECURRENCES: Final[dict[str, str]] = {
    "local": "local recurrence; locally recurrent; local relapse; scar recurrence; lr; ibtr;"
    " recurrence in scar; recurrence in the scar; recurrence in mastectomy scar;"
    " recurrence in the mastectomy scar; mastectomy scar recurrence; scar relapse;"
    " chest wall recurrence; recurrence in chest wall; recurrence in the chest wall;"
    " came back in scar; came back in the scar; came back in mastectomy scar; back in the scar;"
    " came back in the mastectomy scar; has come back in the scar; back in scar;"
    " recurrence on chest wall; recurrence on the chest wall; recurrence at scar; local recurrent;"
    " recurrence at the scar; local chest wall recurrence; recurrence in the breast scar",
    "in_breast": "recurrence in breast; recurrence in the breast; in breast recurrence;"
    " ipsilateral breast recurrence; ipsilateral breast tumor recurrence; came back in the breast;"
    " came back in breast; breast recurrence; recurrence in the same breast;"
    " came back in the same breast; in breast tumor recurrence",
    "armpit": "axillary recurrence; axillary relapse; nodal recurrence; nodal relapse;"
    " regional recurrence; regional relapse; regional nodal recurrence; recurrence in axilla;"
    " recurrence in the axilla; recurrence in axillary nodes; axillary node recurrence;"
    " axillary nodal recurrence; recurrence in axillary lymph nodes; came back in the axilla;"
    " recurrence in the axillary nodes; came back in the armpit; came back in armpit",
    "distant": "distant recurrence; distant relapse; metastatic recurrence; metastatic relapse;"
    " systemic relapse; systemic recurrence; recurrent metastatic",
    "somewhere": "recurrence; recurrent; relapse; relapsed; recurred; came back; has come back;"
    " come back; coming back; returned; recurrence of; locoregional recurrence; loco regional"
    " recurrence; recurrent disease; lrr; locoregional relapse; has recurred; had recurred",
}

OTHER_CANCERS: Final = (
    "nsclc; sclc; crc; melanoma; lymphoma; leukemia; leukaemia; myeloma; multiple myeloma; rcc;"
    " hodgkin; hodgkins; nhl; hodgkin lymphoma; cll; renal cell carcinoma; renal cell ca; hcc;"
    " gist;"
    " hepatocellular carcinoma; cholangiocarcinoma; brain tumor; brain tumour; glioma;"
    " glioblastoma; gbm; prostate cancer; prostate ca; skin cancer; bcc; scc; cervical cancer;"
    " basal cell carcinoma; squamous cell carcinoma; sarcoma; osteosarcoma; liposarcoma;"
    " head and neck cancer; mesothelioma; carcinoid; neuroendocrine tumor; second primary;"
    " another primary; other primary; two primaries; cervical ca; colorectal cancer;"
    " colorectal ca; papillary thyroid carcinoma; ptc; unknown primary; cup; testicular cancer;"
    " tongue cancer; throat cancer; laryngeal cancer; oral cancer; anal cancer; vulvar cancer;"
    " non small cell; small cell lung; lung primary; primary lung; kaposi"
)
