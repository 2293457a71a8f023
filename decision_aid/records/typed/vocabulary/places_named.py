"""The words that name a place of the register, as reports write them.

A name says where, never that something was found there.
"""

from __future__ import annotations

from typing import Final, NamedTuple

from decision_aid.domain import TumorType

ORGANS: Final[dict[str, str]] = {
    "bone": "bone; bones; oss; bony; osseous; skeletal; skeleton; axial skeleton; spine; spinal;"
    " vertebra; vertebrae; vertebral; vertebral body; vertebral bodies; thoracic spine;"
    " lumbar spine; cervical spine; t spine; l spine; c spine; spinal column; rib; ribs; sternum;"
    " sternal; manubrium; skull; calvarium; calvarial; skull base; pelvic bone; pelvic bones;"
    " bony pelvis; iliac crest; iliac bone; iliac wing; ilium; iliac; sacrum; sacral; acetabulum;"
    " acetabular; femur; femurs; femoral; femoral head; femoral neck; humerus; humeral; scapula;"
    " clavicle; hip; hips; hip bone; pubis; pubic ramus; ischium; ischial; tibia; fibula; mandible;"
    " backbone; spines; lumbar vertebra; lumbar vertebrae; thoracic vertebra; thoracic vertebrae",
    "liver": "liver; hepatic; liver lobe; hepatic lobe; lobe of liver; lobe of the liver",
    "lung": "lung; lungs; pul; pulmonary; lung parenchyma; rul; rml; rll; lul; lll; upper lobe;"
    " lower lobe; middle lobe; lung base; lung bases; upper lobe of lung; lower lobe of lung",
    "pleura": "pleura; pleural; pleural space; pleural lining",
    "brain": "brain; cerebral; cerebellar; cerebellum; cerebrum; intracranial; frontal lobe;"
    " parietal lobe; temporal lobe; occipital lobe; cns; brainstem; brain stem",
    "brain_lining": "leptomeningeal; leptomeninges; meningeal; meninges; csf",
    "belly_lining": "peritoneum; peritoneal; omentum; omental; lining of the belly",
    "ovary": "ovary; ovaries; ovarian; adnexa; adnexal",
    "stomach_or_bowel": "stomach; gastric; bowel; colon; colonic; small bowel; large bowel;"
    " duodenum; duodenal; gi tract; rectum; rectal; intestine; intestinal; gut",
    "adrenal": "adrenal; adrenals; adrenal gland; adrenal glands",
    "bone_marrow": "bone marrow; marrow",
    "skin_far": "skin; cutaneous; dermal; subcutaneous; scalp",
    "chest_wall": "chest wall",
    "breast_muscle": "pectoralis; pectoralis muscle; pectoralis major; pectoral muscle;"
    " chest muscle",
    "other_far_organ=kidney": "kidney; kidneys; renal",
    "other_far_organ=pancreas": "pancreas; pancreatic",
    "other_far_organ=spleen": "spleen; splenic",
    "other_far_organ=thyroid": "thyroid; thyroid gland",
    "other_far_organ=womb": "uterus; uterine; womb; endometrium; endometrial",
    "other_far_organ=eye": "eye; orbit; orbital; choroid; choroidal; ocular",
    "other_far_organ=another": "bladder; pericardium; pericardial; esophagus; esophageal;"
    " oesophagus; epidural; gallbladder",
    "other_far_organ=not_sure": "visceral; distant; distant organ; distant organs; distant site;"
    " distant sites; viscera; elsewhere",
    "blood_cells": "ctc; ctcs; circulating tumor cells; circulating tumour cells; ctdna",
    "bone_marrow_cells": "dtc; dtcs; disseminated tumor cells; disseminated tumour cells",
    "breast_lymph_vessels": "lvi; lymphovascular invasion; lymphovascular space invasion; lvsi;"
    " lymph vascular invasion; vascular invasion; lymphatic invasion; angiolymphatic invasion",
}

REGIONS: Final[dict[str, str]] = {
    "nodes_armpit": "axilla; axillae; axillary; axillar; armpit; armpits; underarm; ax; level i;"
    " level ii; level i ii; level 1; level 2; levels i and ii; low axillary; mid axillary",
    "nodes_above_collarbone": "supraclavicular; supraclav; supra clavicular; scv; sclav; scf;"
    " above the collarbone; above collarbone; supraclavicular fossa",
    "nodes_below_collarbone": "infraclavicular; infraclav; infra clavicular; subclavicular;"
    " level iii; level 3; apical axillary; below the collarbone; below collarbone",
    "nodes_breastbone": "internal mammary; internal mammary chain; imn; imns; im chain; im node;"
    " im nodes; im ln; im lns; im nodal;"
    " parasternal; beside the breastbone; int mammary; int mam",
    "nodes_in_breast": "intramammary; intra mammary",
    "nodes_chest_center": "mediastinal; mediastinum; hilar; hilum; paratracheal; subcarinal;"
    " prevascular",
    "nodes_belly_or_groin": "inguinal; groin; retroperitoneal; para aortic; paraaortic; periaortic;"
    " porta hepatis; periportal; portacaval; mesenteric; celiac; coeliac; abdominal;"
    " intraabdominal; intra abdominal; pelvic",
    "nodes_neck": "cervical; neck; jugular",
    "far_nodes": "distant nodal; non regional nodes; distant ln; distant lns; distant node;"
    " distant nodes; distant lymph node; distant lymph nodes; non regional lymph nodes",
}

NEEDS_NODE: Final = frozenset({"cervical", "neck", "jugular", "abdominal", "pelvic", "ax",
                               "intraabdominal", "intra abdominal", "portal", "level 1",
                               "level 2", "level 3", "groin"})  # fmt: skip
"""Names of a region that mean many other things unless "node" follows."""

NODES: Final[dict[str, str]] = {
    "": "node; nodes; nodal; ln; lns; lymph node; lymph nodes; lymphnode; lymphnodes; lymph gland;"
    " lymph glands; gland nodes; regional node; regional nodes; regional lymph node;"
    " regional lymph nodes; regional ln; regional lns; regional nodal",
    "nodes_armpit": "sln; slns; sentinel node; sentinel nodes; sentinel lymph node; sentinel ln;"
    " sentinel lymph nodes; sentinel; sentinels; aln; alns; axln; axlns; sentinel lns",
    "swollen": "lymphadenopathy; adenopathy; lad",
}

NODE_SURGERY: Final = (
    "slnb; slnbx; sln bx; sln biopsy; snb; slbx; sentinel node biopsy; sentinel node bx;"
    " sentinel lymph node biopsy; sentinel lymph node bx; sentinel biopsy; alnd; ald;"
    " axillary dissection; axillary node dissection; axillary lymph node dissection;"
    " axillary ln dissection; axillary clearance; anc; alnc; axillary node clearance; tad;"
    " targeted axillary dissection; node dissection; axillary surgery; node surgery;"
    " lymph node surgery; axillary node surgery; axillary staging; axillary sampling;"
    " lymph node dissection; sln procedure"
)

FLUIDS: Final[dict[str, str]] = {
    "pleura": "pleural effusion; pleural effusions; effusion; effusions; pleural fluid;"
    " fluid around the lung; fluid around my lung; fluid around her lung; fluid around lung;"
    " fluid around the lungs; fluid around my lungs; fluid around lungs; thoracentesis;"
    " pleural tap",
    "belly_lining": "ascites; ascitic fluid; peritoneal fluid; belly fluid; paracentesis",
    "brain_lining": "csf cytology; spinal fluid",
    "other_far_organ=another": "pericardial effusion; pericardial fluid",
}


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
    " chest wall recurrence; recurrence chest wall; recurrent chest wall;"
    " recurrence in chest wall; recurrence in the chest wall;"
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
