"""Words that are understood and change nothing, and words that are no medical ones at all."""

from __future__ import annotations

from typing import Final

from decision_aid.records.typed.vocabulary.roles import Role

NEUTRAL: Final = (
    "bone density scan; bone density; bone mineral density; bone densitometry; bmd; dexa scan;"
    " dexa; bone health; bone pain; bone loss; bone strength; bone age; bone island; bone islands;"
    " liver function tests; liver function; liver enzymes; lfts; lft; liver panel; liver cyst;"
    " liver cysts; hepatic cyst; hepatic cysts; fatty liver; hepatic steatosis; steatosis;"
    " hemangioma; hemangiomas; haemangioma; liver hemangioma; hepatic hemangioma; hepatitis;"
    " hepatic hemangiomas; liver disease; cirrhosis; lung function; lung function tests; pfts;"
    " pulmonary function tests; pulmonary embolism; pulmonary emboli; lung disease; granuloma;"
    " granulomas; calcified granuloma; calcified granulomas; copd; asthma; pneumonia; brain fog;"
    " brain natriuretic peptide; brain aneurysm; skin changes; skin sparing mastectomy; skin graft;"
    " skin sparing; skin rash; skin retraction; skin dimpling; skin thickening; skin redness;"
    " skin tag; skin irritation; skin reaction; skin edema; nipple retraction; nipple inversion;"
    " nipple discharge; dimpling; dimple; erythema; redness; peau d'orange; peau d orange; rash;"
    " chest wall tenderness; chest wall pain; chest wall soreness; chest pain; neck pain; redness;"
    " back pain; hip pain; hip replacement; knee replacement; rib pain; shoulder pain; arthritis;"
    " kidney stones; kidney stone; kidney function; renal function; renal cyst; renal cysts;"
    " kidney disease; renal insufficiency; ovarian cyst; ovarian cysts; ovarian suppression;"
    " ovarian ablation; ovarian function; ovarian function suppression; ofs; oophorectomy; bso;"
    " adnexal cyst; hysterectomy; tah bso; thyroid nodule; thyroid nodules; thyroid disease;"
    " thyroid function; hypothyroid; hypothyroidism; hyperthyroidism; goiter; thyroid cyst;"
    " fibroids; fibroid; uterine fibroids; uterine fibroid; stomach upset; stomach pain; ibs;"
    " stomach ache; upset stomach; bowel movement; bowel movements; irritable bowel;"
    " irritable bowel syndrome; inflammatory bowel disease; ibd; colon polyp; colon polyps;"
    " eye exam; adrenal adenoma; adrenal insufficiency; adrenal fatigue; adenoma; adenomas;"
    " fibroadenoma; fibroadenomas; cyst; cysts; breast cyst; breast cysts; lipoma; seroma; scar;"
    " hematoma; fibrocystic changes; fibrocystic; breast density; dense breasts;"
    " dense breast tissue;"
    " heterogeneously dense; adh; alh; atypia; atypical hyperplasia; feA;"
    " atypical ductal hyperplasia; atypical lobular hyperplasia; flat epithelial atypia; papilloma;"
    " radial scar; intraductal papilloma; sclerosing adenosis; usual ductal hyperplasia; udh;"
    " paget disease of bone; paget's disease of bone; pagets disease of bone; paget's of bone;"
    " paget disease of the bone; paget's disease of the bone; bone paget's; margins; margin;"
    " surgical margins; necrosis; comedonecrosis; comedo necrosis; calcifications; calcification;"
    " microcalcifications; microcalcs; calcs; perineural invasion; pni; extranodal extension; ene;"
    " extracapsular extension; ece; dermal lymphatic invasion; symptoms; symptom; fever; cough;"
    " fevers; chills; headache; headaches; weight loss; pain; tenderness; swelling; sob; dyspnea;"
    " nausea; fatigue; lymphedema; ki 67;"
    " receptors; biomarkers; markers; brca; brca1; brca2; brca 1; brca 2; genetics; ki67; mib 1;"
    " genetic testing; genetic test; genetic counseling; genetic counselling; germline; palb2;"
    " recurrence risk; risk recurrence;"
    " oncotype; oncotype dx; mammaprint; recurrence score; oncotype score; rs; prosigna;"
    " risk score; tumor markers; ca 15 3; ca 27 29; cea; ca125; ca 125; pd l1; esr1; pik3ca; fish;"
    " metastatic workup; metastatic work up; mets workup; metastatic survey; staging; mets screen;"
    " staging workup; staging work up; staging scans; staging ct; staging pet; work up; workup;"
    " menopause; menarche; pregnant; pregnancy; lactating; postpartum; lmp; nulliparous;"
    " gravida; para; hrt; ocp; smoker; nonsmoker; etoh;"
    " diabetes; dm; dm2; htn; hypertension; hyperlipidemia; hld; gerd; depression; anxiety; cad;"
    " chemotherapy; chemo; neoadjuvant chemotherapy; neoadjuvant chemo; nact; nac; adjuvant; tchp;"
    " adjuvant chemotherapy; adjuvant chemo; neoadjuvant; radiation; radiotherapy; xrt; rads;"
    " radiation therapy; wbrt; srs; sbrt; tamoxifen; letrozole; anastrozole; exemestane; ai;"
    " endocrine therapy; hormone therapy; trastuzumab; herceptin; palbociclib; ribociclib; zometa;"
    " abemaciclib; capecitabine; paclitaxel; docetaxel; taxol; ac t; ddac; denosumab; zoledronate;"
    " zoledronic acid; xgeva; prolia; pembrolizumab; olaparib; surgery; lumpectomy; mastectomy;"
    " partial mastectomy; bcs; breast conserving surgery; wle; wide local excision; mrm; slnb plus;"
    " modified radical mastectomy; simple mastectomy; total mastectomy; double mastectomy;"
    " excision;"
    " re excision; reexcision; reconstruction; implants; breast implants; implant reconstruction;"
    " diep; treatment; therapy; port; port placement; consult; consultation; referral; follow up;"
    " f/u; fu; clinic visit; second opinion; tumor board; mdt; pcr; rcb; response;"
    " pathologic complete response; stroke; tia; dvt; pe ruled out; covid;"
    " bone marrow transplant; bone graft; bone spur; bone bruise; liver transplant;"
    " lung transplant;"
    " brain surgery; skin check; skin exam; neck mass benign; gastric bypass; gastric sleeve; cyst"
    " aspiration; gallstones; degenerative changes; degenerative disease; djd; osteoporosis;"
    " osteopenia; osteoarthritis; disc disease; disc herniation; kidney infection; uti; rt to"
)
"""Things of which a line may speak and which say nothing of where cancer is."""

PLAIN: Final = (
    "a; an; the; widely; rather; same; fairly; dx'd; arising; focal; background; everywhere;"
    " progressive; b; c; d;"
    " prophylactic; elevated; again; still; already; found; occult; incidental; incidentally;"
    " simple; dz; borderline;"
    " clinical; clinically; exam; examination; on exam; also has; has also; this; that; these;"
    " those; his; her; their; its; is; are; was; were; be; been; has;"
    " have; having; being; do; does; it; she's; pt's; patient's; known; multiple; several; few;"
    " many; some; numerous; innumerable; various; small; large; big; tiny; extensive; diffuse;"
    " mild;"
    " widespread; scattered; largest; dominant; main; recent; recently; seen; noted; shown;"
    " showing;"
    " shows; showed; show; demonstrated; demonstrates; demonstrating; revealed; reveals; revealing;"
    " reveal; identified; detected; present; presenting; presents; presented; diagnosed; dx; dxd;"
    " diagnosis; diag; diagnoses; status; all; each; total; level; segment; primary; primaries;"
    " size; sized; measuring; measures; measured; approx; approximately; about; up; cm; mm; cms;"
    " grade; high; low; intermediate; nuclear; histologic; histological; type; types; subtype; nos;"
    " cribriform; solid; comedo; micropapillary; papillary; mixed; classic; classical; luminal;"
    " luminal a; luminal b; features; feature; pattern; component; components; extent; predominant;"
    " mammary; ductal; lobular; histo; histologically; report; reports; reported; final;"
    " impression;"
    " specimen; sections; section; microscopic; gross; synoptic; addendum; comment; conclusion;"
    " stage; staged; clinical stage; pathologic; pathological; pathologically; prognostic;"
    " anatomic;"
    " tnm; ajcc; ajcc 8; 8th edition; ca's; years; year; yrs; yr; yo; y/o; year old; yr old;"
    " months;"
    " month; mo; weeks; week; wks; days; day; age; aged; old; ago; since; during; over; after;"
    " before; until; then; there; here; very; quite; more; most; least; at least; only; just; also;"
    " too; well; poorly; moderately; differentiated; undifferentiated; bulk; lobe; lobes; other;"
    " upper; lower; outer; inner; medial; lateral; anterior; posterior; superior; inferior;"
    " central;"
    " proximal; distal; midline; base; tip; subpleural; peripheral; bibasilar; side; sided; sites;"
    " site; places; place; areas body; head; deep; superficial; bilaterally seen; throughout;"
    " within; max; maximum; diameter; dimension; greatest; x; by; ck; ihc; immunohistochemistry;"
    " consistent; stable; unchanged; responding; response to; progressing; progression; progressed;"
    " improved; improving; treated; symptomatic; asymptomatic; painful; underwent; had been; got;"
    " done; performed; taken; removed; removed at surgery; sampled; dissected; retrieved;"
    " submitted; harvested; surgical; excised; resected; she; he; they; i;"
    " we;"
    " you; pt; patient; patients; woman; female; male; man; lady; f; m; wf; bf; postop; preop; op;"
    " initial; initially; first; second; third; last; original; currently seen; de novo; active;"
    " overt; gross disease; macroscopic; of note; please; see; note; notes; including; include;"
    " includes; such; as; like; which; who; where; when diagnosed; because; due; so; thus; however;"
    " ipsilaterally; extra; additional; along; together; associated; adjacent; near; around; under;"
    " underlying; behind; between; through; out; off; per; via; using; based; single; solitary; gr;"
    " isolated; lone; sole; cancer's; tissue; cells; cell; nipple areolar; palp; biopsied by;"
    " aware;"
    " axial; cystic; irregular; spiculated; hypoechoic; mri shows; ct shows; dcis's; breast's; but"
    " has; overall; mostly; mainly; secondary to; due to; partly; partially; highly; strongly;"
    " clearly; definitely; early;"
    " advanced; locally advanced; late; node's; hormone; receptor; sensitive; driven; amplified;"
    " non amplified; nonamplified; ratio; score; scores; percent; strong; weak; moderate; of it"
)
"""Words that stand around findings and never turn them."""

NOT_MEDICAL: Final = (
    "dr; doctor; prof; professor; mr; mrs; ms; miss; np; rn; md; do md; pa c; seen by; referred by;"
    " referred; by dr; clinic; hospital; center; centre; room; ward; mrn; dob; ssn; address;"
    " street;"
    " avenue; road; tel; phone; fax; email; name; monday; tuesday; wednesday; thursday; friday; id;"
    " saturday; sunday; jan; january; feb; february; mar; march; apr; april; june; jul; july; aug;"
    " august; sep; sept; september; oct; october; nov; november; dec; december; am; pm; visit;"
    " date;"
    " appointment; appt; insurance; accession; number; no.; signed; dictated; transcribed; thank;"
    " thanks; regards; sincerely; hello; hi; dear; re; cc; page; copy; lives; works; married;"
    " single mother; retired; teacher; nurse; divorced; widowed; interpreter; translator; time;"
    " today's; discussed with; mg; mcg; ml; kg; lb; lbs; bmi; height; weight; bp; hr; temp; daily;"
    " bid; tid; qd; po; iv; mg/kg; q3w; cycle; cycles; dose; doses; units; aka; seen; saw; met with"
)
"""Words of which nobody has to know that they were not read: names, dates, doses."""


RECEPTORS: Final[dict[str, str]] = {
    "receptor": "her2; her2 neu; her 2; her-2; er; pr; er pr; hormone receptors",
}
"""Tests of the cancer cells where what they showed stands in no form that is read."""

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
    " x ray; xray; xr;"
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
