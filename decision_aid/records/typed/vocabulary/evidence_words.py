"""Words that say what was found in a place, how it was looked at, and on which side."""

from __future__ import annotations

from typing import Final

from decision_aid.records.typed.vocabulary.roles import Role

EVIDENCE: Final[dict[Role, str]] = {
    Role.SPREAD: "met; mets; metastasis; metastases; metastatic disease; metastatic deposit;"
    " metast;"
    " metastatic deposits; metastatic carcinoma; metastatic lesion; metastatic lesions; metas;"
    " metastatic cancer; metastatic ca; metastatic adenocarcinoma; oligomets; metastisis;"
    " oligometastasis; oligometastases; metastatic involvement; metastatic spread; mestastasis;"
    " metastatic focus; metastatic foci; metastatic nodule; metastatic nodules; metastases's;"
    " metastatic mass; metastatic masses; metastatic tumor; metastatic tumour; metatasis;"
    " metastatic implants; oligometastatic disease; metasis; metastasises; metatases;"
    " metastatic process; metastatic malignancy; metastatic breast disease; mbc; metastasis's;"
    " secondaries; secondary deposits; secondary deposit; secondary tumor; secondary tumour;"
    " secondary tumors; secondary tumours; secondary cancer; secondary lesions; carcinosis",
    Role.SPREADING: "metastatic; metastasized; metastasised; metastasizing; oligometastatic;"
    " disseminated;"
    " mestastatic; metastatized; has metastasized; metastic; metastatic breast",
    Role.REACHING: "involved; involving; involvement; infiltrated; infiltration; spread;"
    " has spread; deposits;"
    " deposit; extends into; extending into; extension into; invading; invades; invasion;"
    " extension to; extends to; infiltrates; secondary; is involved; are involved; cancerous;"
    " spreading; has gone; gone; implants; implant; macrometastasis; metastatic nodal;"
    " spread of cancer; cancer has spread; cancer spread; tumor deposits; tumour deposits;"
    " tumor implants; spreads; have spread",
    Role.SPOT: "lesion; lesions; nodule; nodules; mass; masses; focus; foci; uptake; activity;"
    " hot spot;"
    " hot spots; hypodensity; hypodensities; opacity; opacities; enhancement; abnormality;"
    " abnormalities; abnormal; avid; avidity; fdg avid; pet avid; hypermetabolic; lytic;"
    " sclerotic; blastic; osteoblastic; osteolytic; enlarged; enlarging; prominent; palpable;"
    " thickening; density; densities; lucency; lucencies; finding; findings; spot; spots;"
    " shadow; shadows; lump; lumps; bulky; swollen; matted; hypermetabolism; enhancing;"
    " cortical thickening; fdg uptake; hypodense; ground glass; growth; increased uptake;"
    " tumor; tumour; tumors; tumours; fluid; changes on scan; micronodules; micronodule; dots;"
    " fracture; pathologic fracture; pathological fracture; something; area; areas; signal;"
    " signal change; mottled; fixed; thickened; suv; suvmax; fullness; firm",
    Role.POSITIVE: "positive; pos; positivity; positives",
    Role.PROVEN: "proven; biopsy proven; bx proven; path proven; biopsy confirmed; bx confirmed;"
    " confirmed;"
    " pathologically confirmed; histologically confirmed; cytologically confirmed; bx pos;"
    " confirmed by biopsy; confirmed on biopsy; positive biopsy; biopsy positive; bx positive;"
    " fna positive; positive fna; fna pos; positive for malignancy; positive for carcinoma;"
    " positive for metastasis; positive for metastatic carcinoma; positive cytology;"
    " cytology positive; cytology pos; positive for cancer; positive for breast cancer;"
    " positive for mets; pos for mets; pos for carcinoma; pos for malignancy; path confirmed;"
    " positive for malignant cells; pos for malignant cells; proved; histologically proven;"
    " core biopsy positive; core bx positive; positive core biopsy; pathology confirmed;"
    " positive for metastatic breast cancer; pos for cancer; cytologically proven; bx'd proven;"
    " positive bx; biopsy confirms; bx confirms; confirmed by bx; tissue confirmed; definite;"
    " tissue proven; positive for tumor; positive for tumour; positive for metastatic disease",
    Role.MALIGNANT: "malignant; malignancy; carcinoma; cancer; ca; adenocarcinoma; cancer cells;"
    " cancers;"
    " malignant cells; tumor cells; tumour cells; carcinoma cells; adenoca; neoplasm; neoplastic;"
    " malignant neoplasm; malignant lesion; malignant disease; disease",
    Role.MICRO: "micromet; micromets; micrometastasis; micrometastases; micrometastatic; micro met;"
    " micro mets; micro metastasis; micrometastatic disease; macromet; macromets;"
    " macrometastases; macro met; macro mets; micrometastatic deposit; macrometastasis;"
    " micro metastases; macrometastatic; micrometastatic carcinoma",
    Role.STRAY_CELLS: "itc; itcs; isolated tumor cells; isolated tumour cells; isolated cells;"
    " isolated tumor"
    " cell; isolated tumor cell clusters; stray cells; isolated cancer cells",
    Role.SAMPLE: "biopsy; bx; biopsied; biopsies; fna; core; core biopsy; core bx; cytology;"
    " needle biopsy;"
    " core needle biopsy; cnb; pathology; path; histology; us guided biopsy; fnac; aspirate;"
    " aspiration; cytologic; cytopathology; bxs; u/s guided bx; stereotactic biopsy; cb; ncb",
    Role.TEST: "ct; pet; pet ct; pet/ct; mri; mr; us; ultrasound; u/s; scan; scans; imaging;"
    " x ray; xray;"
    " cxr; chest x ray; mammogram; mammo; mammography; mmg; ct scan; ct chest; ct abdomen;"
    " ct cap; ct chest abdomen pelvis; mri brain; sonogram; tomosynthesis; usg; uss; scintigraphy;"
    " radiographs; radiograph; films; film; echo; endoscopy; colonoscopy; bronchoscopy;"
    " lumbar puncture; dexa; ct a/p; ct cap scan; dx mammo; diagnostic mammogram; cat scan;"
    " screening mammogram; screening mammo; screening mmg; imaging studies; ct thorax;"
    " pet scan; mri scan; tap; ct c/a/p; ct ap; radiologically;"
    " on imaging; staging ct; staging scan; staging scans; restaging",
}
"""Words by what they do in a line."""

SIDES: Final[dict[str, str]] = {
    "left": "left; lt; l; left sided; left side; lft; left's; lt sided; l sided; lhs",
    "right": "right; r; rt; right sided; right side; rgt; rt sided; r sided; rhs",
    "both": "bilateral; bilat; bil; bilaterally; both sides; both; b/l; bilaterals",
}

OTHER_SIDES: Final[dict[str, str]] = {
    "other": "contralateral; contra; contralat; opposite; other side; opposite side; c/l",
    "same": "ipsilateral; ipsi; same side; ipsilat; homolateral",
}

BREAST: Final = (
    "breast; breasts; uoq; uiq; loq; liq; upper outer quadrant; upper inner quadrant; luoq; ruoq;"
    " lower outer quadrant; lower inner quadrant; o'clock; oclock; retroareolar; subareolar;"
    " quadrant; central breast; breast tissue; upper outer; lower outer; upper inner;"
    " lower inner; upper outer breast; nipple; areola; areolar; axillary tail; quadrants"
)

TESTS_OF: Final[dict[str, str]] = {
    "bone": "bone scan; bone scans; nm bone scan; bone scintigraphy; bonescan; bs; skeletal survey;"
    " spine mri; mri spine; mri of spine; mri of the spine; bone imaging; nuclear bone scan",
    "liver": "liver mri; liver ct; liver us; liver ultrasound; mri liver; ct liver; us liver;"
    " ultrasound liver; liver scan; mri of liver; mri of the liver; liver biopsy; liver bx;"
    " liver imaging; ultrasound of the liver; ultrasound of liver; liver u/s; bx liver;"
    " biopsy of liver; biopsy of the liver; hepatic mri; hepatic ultrasound",
    "brain": "brain mri; mri brain; brain ct; ct brain; ct head; mri head; head ct; head mri;"
    " mri of brain; mri of the brain; brain scan; brain imaging; ct of the head; mr brain",
    "lung": "chest ct; ct chest; lung ct; chest x ray; chest xray; cxr; chest scan; ct lung;"
    " lung scan; lung biopsy; lung bx; ct of the chest; ct thorax; ct lungs; chest imaging",
    "bone_marrow": "bone marrow biopsy; bone marrow bx; marrow biopsy; bmbx; bone marrow aspirate",
    "nodes_armpit": "axillary us; axillary ultrasound; axilla us; axillary u/s; ax us;"
    " axilla ultrasound; axillary node biopsy; axillary node bx; axillary lymph node biopsy;"
    " axillary ln bx; axillary ln biopsy; axillary bx; axillary biopsy; axillary fna; axillary uss;"
    " axillary node fna; axillary core biopsy; us axilla; ultrasound axilla",
}
"""Tests by the place that they look at."""
