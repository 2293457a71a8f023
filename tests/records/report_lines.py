"""Report lines as people and registries write them, each with what it says.

What a line says: a place alone is found, "place?" is suspected or open, "place-" is looked for and
not found; then ``side``, ``came_back`` and results. What stands in no such word is not said.
"""

from __future__ import annotations

from typing import NamedTuple


class ReportLine(NamedTuple):
    """A line, and what it says."""

    text: str
    says: str


def lines(table: str) -> tuple[ReportLine, ...]:
    rows = (row.partition(" => ") for row in table.strip().splitlines())
    return tuple(
        ReportLine(text.replace("\\n", "\n").strip(), says.strip()) for text, _, says in rows
    )


FAR_ANYWHERE = "other_far_organ=not_sure"

CATEGORIES = lines(r"""
T2 => breast_tissue
t2 n1 m0 => breast_tissue nodes_armpit
pT1c(m) => breast_tissue several_spots=at_least_one_invasive
ypT0 ypN0 =>
ypT1c ypN1a => breast_tissue nodes_armpit
N1a => nodes_armpit
N1 => nodes_armpit
cN1 => nodes_armpit
pN0(i+)(sn) => nodes_armpit_isolated_cells
pT1b pN0(i+) cM0 => breast_tissue nodes_armpit_isolated_cells
N0 (mol+) =>
pN1mi => nodes_armpit
pN1mi(sn) => nodes_armpit
NX =>
MX =>
M0 (i+) =>
cM0(i+) =>
TX NX M1 => other_far_organ=not_sure
Stage IIIC => breast_tissue
stage iiic breast cancer => breast_tissue
Stage IV => other_far_organ=not_sure
stage 4 breast ca => other_far_organ=not_sure
Stage IV breast cancer with bone mets => bone
Stage 0 => ducts_only
Stage IIA => breast_tissue
stage 3 => breast_tissue
T4d => inflammatory
T4b N2 M0 => breast_skin=same_breast nodes_armpit
cT2 cN1 cM1 => breast_tissue nodes_armpit other_far_organ=not_sure
cT2 N2 M0 => breast_tissue nodes_armpit
T3N3M0 => breast_tissue nodes_armpit
T1 N3c => breast_tissue nodes_above_collarbone=same_side
T2 N3a M0 => breast_tissue nodes_below_collarbone
pT2 pN2a => breast_tissue nodes_armpit
N2b => nodes_breastbone=same_side
N3b => nodes_armpit nodes_breastbone=same_side
Tis (DCIS) => ducts_only
pTis(Paget) => nipple_paget=no_invasive_part
rT2 =>  came_back
cN+ => nodes_armpit
N+ => nodes_armpit
T2N+ => breast_tissue nodes_armpit
pT2,pN1a,cM0 => breast_tissue nodes_armpit
pT2\npN1a\nM0 => breast_tissue nodes_armpit
T1mi N0 => microinvasion
pT1a pN0 (0/3) G1 => breast_tissue nodes_armpit- grade=1
M1 (bone) => bone
cM1 liver and lung => liver lung
left T2 N0 => breast_tissue side=left
MRI T2 hyperintense liver lesion => liver?
T4 vertebral met => bone
free T4 normal =>
pT2 pN1a(2/15) M0 G2 ER+ PR+ HER2- => breast_tissue nodes_armpit grade=2 er=positive pr=positive her2=negative
""")

PLACES = lines(r"""
mets to L3 and iliac crest => bone
mets to bone, liver and lung => bone liver lung
bone, liver, and lung mets => bone liver lung
metastatic to bone (L3), liver and lungs => bone liver lung
metastatic breast cancer to bone => bone
metastatic breast cancer => other_far_organ=not_sure
metastatic IDC => breast_tissue other_far_organ=not_sure type=ductal
mets => other_far_organ=not_sure
widely metastatic => other_far_organ=not_sure
MBC to liver => liver
brain mets => brain
multiple brain mets on MRI => brain
osseous mets T12 and L2 => bone
rib mets => bone
skeletal metastases => bone
hepatic metastasis => liver
liver metastases confirmed by bx => liver
bx proven hepatic lesion => liver
biopsy-proven liver lesion => liver
liver lesion, biopsy proven => liver
liver lesion, bx positive => liver
adrenal met => adrenal
lung metastases bilateral => lung
left lung mets, right IDC => lung breast_tissue side=right type=ductal
malignant pleural effusion => pleura=cancer_cells_found
pleural effusion, cytology positive => pleura=cancer_cells_found
ascites with malignant cells => belly_lining
peritoneal carcinomatosis => belly_lining
leptomeningeal disease => brain_lining
leptomeningeal mets => brain_lining
ovarian mets => ovary
gastric metastasis => stomach_or_bowel
bone marrow involvement => bone_marrow
skin mets => skin_far=not_sure
scalp mets => skin_far=not_sure
kidney met => other_far_organ=kidney
spread to the liver => liver
cancer has spread to the bones => bone
secondaries in the liver => liver
oligometastatic to sternum => bone
mediastinal nodal mets => nodes_chest_center
cervical lymph node mets => nodes_neck
inguinal nodes positive => nodes_belly_or_groin
distant mets => other_far_organ=not_sure
de novo metastatic => other_far_organ=not_sure
bone only mets => bone
C50.912 breast cancer, spread to the liver => breast_tissue liver side=left
stable bone mets => bone
known bone mets => bone
new liver mets => liver
liver mets 3 cm => liver
L3 met => bone
L breast IDC, mets L3 => breast_tissue bone side=left type=ductal
IDC left breast with liver and bone mets => breast_tissue liver bone side=left type=ductal
PET shows liver mets => liver
distant recurrence in liver => liver came_back
""")

NODES = lines(r"""
1 axillary node => nodes_armpit
2/3 nodes => nodes_armpit
2 of 12 nodes positive => nodes_armpit
3 positive axillary LNs => nodes_armpit
node positive => nodes_armpit
node-negative => nodes_armpit-
LN neg => nodes_armpit-
nodes negative => nodes_armpit-
SLN + 1/3 => nodes_armpit
SLNB 0/3 => nodes_armpit-
0/4 SLN => nodes_armpit-
SLNB negative => nodes_armpit-
ALND 4/15 positive => nodes_armpit
ALND 0/12 => nodes_armpit-
metastatic carcinoma in 2 of 12 lymph nodes => nodes_armpit
metastatic breast carcinoma in 1 of 2 sentinel nodes => nodes_armpit
nodal metastasis => nodes_armpit
axillary metastasis => nodes_armpit
lymph node mets => nodes_armpit
axillary node bx positive => nodes_armpit
micromet in 1/3 SLN => nodes_armpit
micrometastasis => nodes_armpit
SLN 1/2 with ITC => nodes_armpit_isolated_cells
ITC in 1 of 3 nodes => nodes_armpit_isolated_cells
isolated tumor cells => nodes_armpit_isolated_cells
supraclav node positive => nodes_above_collarbone
supraclav neg => nodes_above_collarbone-
supraclavicular LN mets => nodes_above_collarbone
internal mammary node positive => nodes_breastbone
IMN mets => nodes_breastbone
infraclavicular node involved => nodes_below_collarbone
intramammary node positive => nodes_in_breast
axillary and supraclavicular nodes positive => nodes_armpit nodes_above_collarbone
contralateral axillary node positive => nodes_other_armpit
R IDC, left axillary node positive => breast_tissue nodes_other_armpit side=right type=ductal
L IDC, left axillary node positive => breast_tissue nodes_armpit side=left type=ductal
no axillary mets => nodes_armpit-
axilla clear => nodes_armpit-
axillary node suspicious on US => nodes_armpit?
enlarged axillary node => nodes_armpit?
palpable axillary lymphadenopathy => nodes_armpit?
1 axillary node, bx pending => nodes_armpit?
axillary node bx benign => nodes_armpit-
lymph node biopsy benign => nodes_armpit-
12 nodes removed =>
IDC 1.8 cm, 1/2 SLN, ER+ => breast_tissue nodes_armpit er=positive type=ductal
LN+ => nodes_armpit
axilla + => nodes_armpit
nodes 3/14 with ENE => nodes_armpit
""")

TUMORS = lines(r"""
left invasive ductal carcinoma, 1 axillary node, liver suspected => breast_tissue nodes_armpit liver? side=left type=ductal
left C50.412; pT2 pN1a; liver? => breast_tissue nodes_armpit liver? side=left
R IDC, 2/3 nodes, liver MRI pending => breast_tissue nodes_armpit liver? side=right type=ductal
R IDC, L DCIS => breast_tissue@right ducts_only@left side=both
bilateral breast cancer, IDC => breast_tissue side=both type=ductal
bilateral IDC => breast_tissue side=both type=ductal
DCIS w/ microinvasion => microinvasion
DCIS => ducts_only
DCIS, no invasion => ducts_only breast_tissue-
DCIS high grade, left => ducts_only side=left
ILC => breast_tissue type=lobular
right ILC, multifocal => breast_tissue several_spots=at_least_one_invasive side=right type=lobular
invasive lobular ca of the L breast => breast_tissue side=left type=lobular
IDC and DCIS => breast_tissue type=ductal
IDC with DCIS component => breast_tissue type=ductal
invasive carcinoma NST, grade 2 => breast_tissue type=ductal grade=2
invasive ca of no special type G3 => breast_tissue type=ductal grade=3
LCIS => lobules_only
pleomorphic LCIS => lobules_only=pleomorphic_or_florid
Paget disease of the nipple => nipple_paget
Paget with underlying IDC => nipple_paget=invasive_part breast_tissue type=ductal
inflammatory breast cancer => inflammatory
IBC left => inflammatory side=left
mucinous carcinoma => breast_tissue type=other
phyllodes tumor => not_carcinoma
angiosarcoma of the breast => not_carcinoma
breast cancer =>
left breast cancer => side=left
lt breast idc => breast_tissue side=left type=ductal
IDC rt breast => breast_tissue side=right type=ductal
R breast DCIS => ducts_only side=right
IDC, left => breast_tissue side=left type=ductal
infiltrating ductal carcinoma R UOQ => breast_tissue side=right type=ductal
IDC LVI+ => breast_tissue breast_lymph_vessels type=ductal
IDC, LVI absent => breast_tissue breast_lymph_vessels- type=ductal
IDC, no LVI => breast_tissue breast_lymph_vessels- type=ductal
IDC, margins negative => breast_tissue type=ductal
local recurrence => scar_or_chest_skin came_back
came back in scar => scar_or_chest_skin came_back
chest wall recurrence => scar_or_chest_skin came_back
no local recurrence =>
axillary recurrence => nodes_armpit came_back
recurrent breast cancer => came_back
skin ulceration => breast_skin=same_breast
chest wall invasion => chest_wall=grown_straight_in
DCIS vs IDC => ducts_only? breast_tissue?
possible DCIS => ducts_only?
54yo postmenopausal woman with left IDC => breast_tissue side=left type=ductal menopause=after
premenopausal, IDC, BRCA1+ => breast_tissue type=ductal menopause=before inherited=found
Dr Smith saw her 3/4/2023: R ILC => breast_tissue side=right type=lobular
s/p L lumpectomy: IDC 1.2 cm, 0/2 SLN => breast_tissue nodes_armpit- side=left type=ductal
core bx left breast: IDC, grade 3 => breast_tissue side=left type=ductal grade=3
R breast mass, core biopsy IDC => breast_tissue side=right type=ductal
""")

RESULTS = lines(r"""
ER+/PR-/HER2 neg (2+ FISH neg) => er=positive pr=negative her2=negative
HER2 2+ FISH neg => her2=negative
HER2 2+, FISH positive => her2=positive
HER2 2+ =>
TNBC => er=negative pr=negative her2=negative
ER and PR positive => er=positive pr=positive
ER positive 95% => er=positive
grade 2 => grade=2
G3 => grade=3
Nottingham grade 2 => grade=2
Nottingham 8/9 => grade=3
Nottingham score 6/9 => grade=2
postmenopausal => menopause=after
pre-menopausal => menopause=before
BRCA1 mutation => inherited=found
mother BRCA1+ =>
ER pending =>
IDC, ER pending => breast_tissue type=ductal
IDC HER2 pending => breast_tissue type=ductal
IDC, ER+ PR- HER2 3+ => breast_tissue type=ductal er=positive pr=negative her2=positive
""")

DOUBTED = lines(r"""
liver? => liver?
?liver mets => liver?
? liver mets => liver?
liver mets? => liver?
possible liver mets => liver?
liver suspected => liver?
suspicious for bone metastasis => bone?
pulmonary nodules indeterminate => lung?
liver lesion => liver?
lytic lesion L4 => bone?
r/o mets => other_far_organ?
r/o bone mets => bone?
rule out brain mets => brain?
concern for liver mets => liver?
cannot exclude bone mets => bone?
bone mets cannot be excluded => bone?
mets not excluded => other_far_organ?
bone island vs met =>  other_far_organ?
if mets to liver, start chemo => liver?
risk of brain mets => brain?
bone scan positive => bone?
bone scan pending => bone?
awaiting liver MRI => liver?
liver MRI scheduled => liver?
probable bone mets T10 => bone?
c/w liver metastasis => liver?
bone mets unlikely => bone?
liver nodule, bx pending => liver?
FDG avid lesion in sternum => bone?
pleural effusion => pleura?
equivocal liver lesion => liver?
liver mets suspected, bone mets => liver? bone
suspected liver and bone mets => liver? bone?
IDC with possible liver mets => breast_tissue liver? type=ductal
brain MRI: ?met => brain?
history of bone mets => bone?
leptomeningeal enhancement => brain_lining?
""")

DENIED = lines(r"""
no evidence of distant metastasis =>
no mets =>
no distant mets, nodes negative => nodes_armpit-
bone scan clear => bone-
bone scan negative => bone-
brain MRI negative => brain-
CT liver normal => liver-
no liver mets => liver-
no bone or liver mets => bone- liver-
no bone, liver or lung mets => bone- liver- lung-
liver mets ruled out => liver-
without metastasis =>
negative for metastatic disease =>
liver lesion benign => liver-
no suspicious nodes => nodes_armpit-
no liver mets but bone mets => liver- bone
IDC, no mets => breast_tissue type=ductal
IDC without nodal involvement => breast_tissue nodes_armpit- type=ductal
CT CAP negative =>
staging negative =>
no family history of breast cancer =>
denies bone pain =>
DCIS, negative margins => ducts_only
axilla negative, supraclav negative => nodes_armpit- nodes_above_collarbone-
no abnormal lymph nodes => nodes_armpit-
absence of metastases =>
""")

OTHERS = lines(r"""
mother had bone mets =>
FHx: aunt breast ca =>
FHx: aunt breast ca 45, mother ovarian ca =>
breast cancer in sister =>
sister died of metastatic breast cancer =>
sister has IDC, patient has DCIS => ducts_only
grandmother with brain mets =>
maternal aunt DCIS =>
family history of breast and ovarian cancer =>
husband has lung cancer with bone mets =>
lung cancer =>
lung cancer with brain mets => brain?
h/o colon cancer, liver mets => liver?
NSCLC T2 N1 M0 => breast_tissue? nodes_armpit?
history of lung cancer, now left IDC => breast_tissue side=left type=ductal
ovarian cancer 2010 =>
thyroid nodule =>
ovarian cyst =>
bone density scan normal =>
liver function tests normal =>
skin changes =>
chest wall tenderness =>
bone pain =>
back pain =>
fatty liver =>
liver cyst =>
Paget disease of bone =>
Oncotype recurrence score 18 =>
metastatic workup pending =>
fear of recurrence =>
hip replacement 2015 =>
brain fog =>
ER visit last week =>
seen by Dr Liver =>
pT2 L1 V0 R0 => breast_tissue
RT to chest wall =>
lives at 3 Bone Street =>
takes letrozole 2.5 mg daily =>
inflammatory bowel disease =>
axillary dissection planned =>
neck pain =>
skin sparing mastectomy =>
thyroid T4 normal =>
""")

TIMES = lines(r"""
history of DCIS 2010, now IDC => breast_tissue type=ductal
hx of breast cancer 2012, now liver mets => liver
h/o left DCIS, now right IDC => breast_tissue side=right type=ductal
s/p mastectomy for IDC 2010, now DCIS => ducts_only
prior DCIS =>
history of breast cancer =>
previous IDC left, NED =>
IDC 2015, now bone mets => bone
s/p lumpectomy, pT2 pN1a => breast_tissue nodes_armpit
old rib fracture =>
PMH: HTN, DM. L IDC => breast_tissue side=left type=ductal
""")

ALL = (
    *CATEGORIES, *PLACES, *NODES, *TUMORS, *RESULTS, *DOUBTED, *DENIED, *OTHERS, *TIMES,
)  # fmt: skip
"""Every line."""
