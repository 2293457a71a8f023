"""The words that name a place of the register, as reports write them.

A name says where, never that something was found there.
"""

from __future__ import annotations

from typing import Final

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

OTHER_SIDE_OF: Final[dict[str, str]] = {
    "nodes_armpit": "nodes_other_armpit",
    "nodes_below_collarbone": "nodes_other_armpit",
    "nodes_above_collarbone": "nodes_other_collarbone",
    "nodes_breastbone": "nodes_other_breastbone",
}
"""What nodes of the other side are, by the same nodes on the side of the cancer."""

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
    " targeted axillary dissection; node dissection; lymph node dissection; sln procedure"
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
