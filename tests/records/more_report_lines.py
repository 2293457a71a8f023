"""More report lines: sentences of notes and reports, words of patients, and very short ones."""

from __future__ import annotations

from tests.records.report_lines import lines

NOTES = lines(r"""
osseous mets T12 and L2 => bone
pt is a 62 y/o F with L breast IDC, ER+/PR+, HER2-, cT2N1M0 => breast_tissue nodes_armpit side=left type=ductal er=positive pr=positive her2=negative
Left breast, 2 o'clock, core biopsy: Invasive ductal carcinoma, Nottingham grade 2 => breast_tissue side=left type=ductal grade=2
RIGHT BREAST, LUMPECTOMY: DUCTAL CARCINOMA IN SITU, HIGH NUCLEAR GRADE, MARGINS NEGATIVE => ducts_only side=right
Sentinel lymph node #1: negative for metastatic carcinoma (0/1) => nodes_armpit-
Left axillary lymph node, core biopsy: metastatic carcinoma consistent with breast primary => nodes_armpit
Liver, biopsy: Metastatic carcinoma, consistent with breast primary => liver
T12 compression fx, likely osteoporotic => bone?
multiple lytic lesions thoracic spine c/w mets => bone?
CT C/A/P: no evidence of metastatic disease =>
PET/CT: FDG-avid left axillary LN, no distant mets => nodes_armpit?
bone scan: uptake L4, degenerative => bone?
IDC L breast pT1c pN0(sn) cM0, ER 95% PR 80% HER2 0 => breast_tissue nodes_armpit- side=left type=ductal er=positive pr=positive her2=negative
met breast ca to bone & liver => bone liver
Pt c/o back pain, r/o bone mets => bone?
no hx of breast cancer =>
ca breast, ? mets liver => liver?
DCIS L, sentinel node neg => ducts_only nodes_armpit- side=left
DCIS with positive node => ducts_only nodes_armpit
mets to contralateral axilla => nodes_other_armpit
R supraclavicular LAD => nodes_above_collarbone?
lymphadenopathy neck => nodes_neck?
brain mets s/p SRS => brain
liver mets resolved on chemo => liver
bone mets, stable => bone
stage IV ILC to bone, omentum, stomach => breast_tissue bone belly_lining stomach_or_bowel type=lobular
ILC metastatic to peritoneum and ovaries => breast_tissue belly_lining ovary type=lobular
HER2+ MBC with CNS mets => brain her2=positive
TNBC, cT3 N2 M0, inflammatory => breast_tissue nodes_armpit inflammatory er=negative pr=negative her2=negative
IBC, skin thickening, peau d'orange => inflammatory
pagets dz of nipple w/ DCIS => nipple_paget ducts_only
LCIS incidental, ALH => lobules_only
fibroadenoma =>
benign breast biopsy =>
breast cyst =>
atypical ductal hyperplasia =>
phyllodes tumor, borderline => not_carcinoma
SLN bx: 1/4 + macromet, ENE present => nodes_armpit
0/17 nodes => nodes_armpit-
sentinel node 1+ of 3 => nodes_armpit
nodes 0+/5 => nodes_armpit-
2+/10 LN => nodes_armpit
4 nodes + => nodes_armpit
3 axillary LN involved => nodes_armpit
axillary LN involvement suspected clinically => nodes_armpit?
clinically node negative => nodes_armpit-
clinically node positive => nodes_armpit
cN0 => nodes_armpit-
cN0, SLNB pending => nodes_armpit-
neoadjuvant chemo then ypT1a ypN0 => breast_tissue
pCR after TCHP =>
hx L breast ca 2009 s/p mastectomy, now R breast IDC => breast_tissue side=right type=ductal
second primary R breast DCIS => ducts_only side=right
recurrence in liver and lung => liver lung came_back
bone recurrence => bone came_back
local recurrence L chest wall, no distant disease => scar_or_chest_skin came_back
recurrent DCIS => ducts_only came_back
never had breast cancer =>
rule out recurrence =>
sister BRCA2+, pt has L DCIS => ducts_only side=left
Mom: breast ca. Patient: IDC R. => breast_tissue side=right type=ductal
daughter has DCIS =>
friend had liver mets =>
no FHx breast ca; R IDC => breast_tissue side=right type=ductal
family hx neg =>
patient worried about brain mets => brain?
wants to know if it spread to liver => liver?
spread? =>
has it spread =>
metastasis? => other_far_organ?
mets ?bone => bone?
liver mets vs hemangioma => liver?
likely hemangioma =>
liver hemangioma =>
simple liver cyst =>
subcentimeter liver hypodensity too small to characterize => liver?
6 mm RLL pulmonary nodule, follow-up in 3 mo => lung?
lung nodule bx = met => lung
lung nodule bx: adenocarcinoma => lung?
pleural effusion, cytology negative => pleura-
pleural effusion neg for malignant cells => pleura-
thoracentesis positive for malignant cells => pleura=cancer_cells_found
pericardial effusion malignant => other_far_organ=another
ascites, cytology pending => belly_lining?
CSF positive for malignant cells => brain_lining
bone marrow bx negative => bone_marrow-
bone marrow biopsy positive for metastatic carcinoma => bone_marrow
CTCs positive => blood_cells
LVI present => breast_lymph_vessels
LVSI+ => breast_lymph_vessels
multifocal DCIS => several_spots=only_in_ducts ducts_only
multicentric IDC left => several_spots=at_least_one_invasive breast_tissue side=left type=ductal
bilateral DCIS => ducts_only side=both
B/L IDC => breast_tissue side=both type=ductal
L IDC and R ILC => breast_tissue@left breast_tissue@right side=both
R: DCIS; L: IDC => ducts_only@right breast_tissue@left side=both
L>R =>
left breast IDC; right breast benign => breast_tissue side=left type=ductal
left breast IDC, right breast normal => breast_tissue side=left type=ductal
R mastectomy for DCIS, L IDC => ducts_only@right breast_tissue@left side=both
lump in left breast => breast_tissue? side=left
breast mass, bx pending => breast_tissue?
abnormal mammogram =>
BIRADS 5 mass left breast => breast_tissue?
ER-/PR-/HER2- => er=negative pr=negative her2=negative
ER neg PR neg HER2 neg => er=negative pr=negative her2=negative
Er pos, Pr pos, Her2 equivocal => er=positive pr=positive
HER2 IHC 2+ / FISH not amplified => her2=negative
Ki-67 30% =>
high grade =>
intermediate grade DCIS => ducts_only
grade 2/3 IDC => breast_tissue type=ductal
G2 IDC R => breast_tissue side=right type=ductal grade=2
IDC gr 3 => breast_tissue type=ductal grade=3
BRCA1/2 negative =>
BRCA1 carrier => inherited=found
perimenopausal =>
menopause at 50 =>
IDC left (Dr. Jones, 5/12/2022) => breast_tissue side=left type=ductal
John Liver, DOB 1/2/1960 =>
bone metastases. => bone
METASTATIC TO LIVER => liver
Hepatic mets. Lung clear. => liver lung-
liver, bone => liver? bone?
bone => bone?
axilla => nodes_armpit?
nodes => nodes_armpit?
met => other_far_organ=not_sure
L3 mets => bone
L3 lesion => bone?
sclerotic lesion L3, likely met => bone?
C7 met => bone
T4 lesion =>
T4 lesion in spine => bone?
mets to T4 => bone
metastatic lesion T4 vertebral body => bone
N3 liver => nodes_armpit liver?
M1 liver => liver
pM1 => other_far_organ=not_sure
M1a =>
T2 N1 M1 OSS => breast_tissue nodes_armpit bone
T1c N0 (i+) M0 => breast_tissue nodes_armpit_isolated_cells
N1mi(sn) => nodes_armpit
pN2a (5/18) => nodes_armpit
pT2(2) pN0 => breast_tissue several_spots=at_least_one_invasive nodes_armpit-
pT4b pN3a M1 => breast_skin=same_breast nodes_below_collarbone other_far_organ=not_sure
T0 N1 M0 => breast_tissue- nodes_armpit
occult primary with axillary mets => nodes_armpit
axillary mets, no breast primary found => nodes_armpit
no tumor found in breast, 2/10 nodes + => nodes_armpit
nipple retraction, dimpling =>
pectoralis muscle invasion => breast_muscle
invades chest wall => chest_wall=grown_straight_in
fixed to pectoralis => breast_muscle?
skin satellite nodules => breast_skin=same_breast
dermal lymphatic invasion =>
subcutaneous met scalp => skin_far=not_sure
IM nodes + => nodes_breastbone
IMN suspicious on MRI => nodes_breastbone?
hilar adenopathy => nodes_chest_center?
mediastinal LN bx positive => nodes_chest_center
cervical LN => nodes_neck?
R cervical LN met => nodes_neck
retroperitoneal nodes enlarged => nodes_belly_or_groin?
groin node positive => nodes_belly_or_groin
distant LN mets => other_far_organ=not_sure
ipsilateral supraclavicular nodes involved => nodes_above_collarbone
contralateral supraclavicular node met => nodes_other_collarbone
L breast ca w/ R axillary LN met => nodes_other_armpit side=left
intramammary LN 1/1 positive => nodes_in_breast
level III nodes positive => nodes_below_collarbone
infraclav LN suspicious => nodes_below_collarbone?
""")

SPOKEN = lines(r"""
56 yo woman dx'd 3/2021 w/ R breast IDC, s/p lumpectomy and SLNB (0/2), adjuvant RT, on letrozole => breast_tissue nodes_armpit- side=right type=ductal
61F ER+ HER2- breast cancer metastatic to bone and liver dx 2019, on palbociclib/letrozole => bone liver er=positive her2=negative
Final diagnosis: A. Left breast, core needle biopsy 2:00: Invasive lobular carcinoma, grade 2. B. Left axillary lymph node, core biopsy: Negative for carcinoma. => breast_tissue nodes_armpit- side=left type=lobular grade=2
mammo: L breast mass 2 cm with axillary adenopathy. Bx: IDC. LN bx: positive. => nodes_armpit breast_tissue side=left type=ductal
T2 N1 M0, stage IIB, ER+ PR+ HER2-, grade 2 left breast => breast_tissue nodes_armpit side=left er=positive pr=positive her2=negative grade=2
Clinical stage IIA (cT2 cN0 cM0) right breast ILC => breast_tissue nodes_armpit- side=right type=lobular
Pathologic stage IA pT1c pN0 => breast_tissue nodes_armpit-
Anatomic stage IIIB cT4d N1 => breast_tissue inflammatory nodes_armpit
stage 1A IDC => breast_tissue type=ductal
Stage IIIC, supraclav nodes positive => breast_tissue nodes_above_collarbone
stage IV with mets to lung => lung
not stage IV => other_far_organ?
stage III not IV => breast_tissue
?stage IV => other_far_organ?
liver mets not seen => liver-
no liver lesions => liver-
no lesion in liver => liver-
no focal liver lesion => liver-
liver: no mets => liver-
lungs: clear. liver: 2 lesions, suspicious => lung- liver?
brain: negative => brain-
bones: neg => bone-
lung, liver and bone clear => lung- liver- bone-
lung clear, liver mets => lung- liver
nodes neg, liver mets => nodes_armpit- liver
no nodes involved, bone mets => nodes_armpit- bone
no bone mets, liver mets => bone- liver
no bone mets. Liver mets. => bone- liver
No axillary or supraclavicular adenopathy => nodes_armpit- nodes_above_collarbone-
no palpable axillary nodes => nodes_armpit-
axilla: no suspicious nodes => nodes_armpit-
negative axillary US => nodes_armpit-
axillary US: 2 suspicious nodes => nodes_armpit?
2 suspicious axillary nodes => nodes_armpit?
3 enlarged nodes, FNA positive => nodes_armpit
1 node biopsied, positive => nodes_armpit
one of three sentinel nodes positive => nodes_armpit
two positive nodes => nodes_armpit
2 axillary nodes => nodes_armpit
2 nodes pending => nodes_armpit?
5 nodes examined =>
5 LN examined, 0 positive => nodes_armpit-
5 LN examined, 2 positive => nodes_armpit
nodes examined 15, nodes positive 2 => nodes_armpit
regional nodes positive: 02 examined: 15 => nodes_armpit
0 of 3 sentinel lymph nodes involved by carcinoma => nodes_armpit-
metastatic carcinoma in one of two lymph nodes => nodes_armpit
metastatic carcinoma involving 3 of 10 axillary lymph nodes, largest 1.2 cm => nodes_armpit
SLN: micrometastasis 0.8 mm => nodes_armpit
SLN: isolated tumor cells only => nodes_armpit_isolated_cells
two of four nodes with isolated tumor cells => nodes_armpit_isolated_cells
extensive nodal disease => nodes_armpit
bulky axillary disease => nodes_armpit
matted axillary nodes => nodes_armpit?
fixed axillary node => nodes_armpit?
axillary mass => nodes_armpit?
axillary tail mass => breast_tissue?
lump in axilla => nodes_armpit?
locally advanced breast cancer => breast_tissue
LABC, no mets => breast_tissue
early stage breast cancer =>
invasive cancer => breast_tissue
non-invasive breast cancer => ducts_only
breast cancer, not invasive => breast_tissue-
DCIS, invasion not excluded => ducts_only breast_tissue?
DCIS with possible microinvasion => ducts_only microinvasion?
DCIS suspicious for invasion => ducts_only breast_tissue?
at least DCIS => ducts_only
DCIS and LCIS => ducts_only lobules_only
LCIS only => lobules_only
IDC arising in DCIS => breast_tissue type=ductal
extensive DCIS with focal invasion => breast_tissue
focus of invasive carcinoma 2 mm in background DCIS => breast_tissue
0.5 mm focus of invasion => breast_tissue
microinvasive carcinoma pT1mi => microinvasion
papillary carcinoma =>
encapsulated papillary carcinoma =>
tubular ca => breast_tissue type=other
invasive mammary ca with ductal and lobular features => breast_tissue
mixed IDC/ILC => breast_tissue
IDC/DCIS => breast_tissue type=ductal
IDC + DCIS => breast_tissue type=ductal
IDC & LN+ => breast_tissue nodes_armpit type=ductal
ILC w/ LCIS, 1/3 SLN (micromet) => breast_tissue lobules_only nodes_armpit type=lobular
male breast cancer IDC => breast_tissue type=ductal
pregnant, IDC => breast_tissue type=ductal
implant rupture, no cancer =>
breast implant ALCL =>
breast lymphoma => not_carcinoma
lymphoma 2005, now DCIS left => ducts_only side=left
melanoma in 2010; R IDC; lung nodule suspicious => breast_tissue lung? side=right type=ductal
colon ca mets to liver; breast DCIS => liver? ducts_only
ovarian ca vs breast mets => other_far_organ?
primary lung ca vs met => other_far_organ?
lung mass, biopsy: metastatic breast cancer => lung
lung mass, primary vs metastasis => lung?
liver biopsy: metastatic breast carcinoma ER+ => liver er=positive
liver bx benign => liver-
liver bx pending => liver?
CT: new liver lesions, concerning for mets => liver?
MRI spine: mets T5, T8, L1 => bone
MRI spine: no mets => bone-
MRI brain neg for mets => brain-
PET: no distant disease =>
PET neg =>
bone scan: no mets => bone-
bone scan abnormal => bone?
bone scan: multiple mets => bone
DEXA normal =>
LFTs elevated, r/o liver mets => liver?
elevated CA 15-3 =>
back pain =>
pathologic fracture femur from mets => bone? other_far_organ=not_sure
cord compression from mets => other_far_organ=not_sure
hypercalcemia of malignancy =>
mets everywhere => other_far_organ=not_sure
cancer everywhere =>
cancer in bones => bone
cancer in my lymph nodes => nodes_armpit
it came back in my liver => liver came_back
it spread to my lungs => lung
spread to lymph nodes => nodes_armpit
spread to the armpit nodes => nodes_armpit
has not spread =>
no spread to nodes => nodes_armpit-
not in the lymph nodes => nodes_armpit-
doctor said it might be in my bones => bone?
they found a spot on my liver => liver?
spot on lung => lung?
cancer cells in the fluid around my lung => pleura=cancer_cells_found
husband says she has liver mets => liver
pt's mother with IDC, pt with DCIS => ducts_only
BRCA1 in mother; pt neg =>
history of breast cancer in mother, bone mets => bone
aunt breast ca at 40, R IDC => breast_tissue side=right type=ductal
prior R lumpectomy for DCIS 2015; new L IDC => breast_tissue side=left type=ductal
h/o IDC 2012 with recurrence in bone 2020 => bone came_back
breast cancer 2010, bone mets 2020 => bone
DCIS 2010, IDC 2020 => breast_tissue type=ductal
s/p bilateral mastectomy for L DCIS => ducts_only side=left
prophylactic right mastectomy, left IDC => breast_tissue side=left type=ductal
contralateral DCIS => other_breast
contralateral breast cancer => other_breast
IDC R, contralateral axillary LN neg => breast_tissue nodes_other_armpit- side=right type=ductal
recurrent L axillary nodal disease => nodes_armpit came_back
chest wall recurrence and lung mets => scar_or_chest_skin lung came_back
scar nodule bx: recurrent IDC => breast_tissue came_back type=ductal
ipsilateral breast tumor recurrence, IDC => breast_tissue came_back type=ductal
no recurrence =>
NED =>
NED since 2015 =>
in remission =>
stable disease =>
progressive disease in liver => liver
progression in bones => bone
""")

SHORT = lines(r"""
pt1c pn1mi(sn) m0 er pos pr neg her2 neg => breast_tissue nodes_armpit er=positive pr=negative her2=negative
mpT2(m) pN1a => breast_tissue several_spots=at_least_one_invasive nodes_armpit
rcT4b cN0 cM1 => breast_skin=same_breast nodes_armpit- other_far_organ=not_sure came_back
cT4dN3cM1 => inflammatory nodes_armpit other_far_organ=not_sure
T1N0MX => breast_tissue
pT3, pN2a, cM0; L => breast_tissue nodes_armpit side=left
invasive lobular carcinoma, rt; sentinel nodes 0 of 2 => breast_tissue nodes_armpit- type=lobular
DCIS, left, 3.5 cm, comedo, ER pos => ducts_only side=left er=positive
Breast, right, mastectomy: Paget disease with high-grade DCIS, no invasion identified => nipple_paget ducts_only breast_tissue- side=right
IDC L breast, bone mets to ribs & spine, liver clear => breast_tissue bone liver- side=left type=ductal
bone mets ruled out by MRI => bone-
liver lesion on CT, MRI: hemangioma => liver?
lung nodule stable since 2018, likely benign => lung?
L axillary LN FNA pos for met ca => nodes_armpit
3/20 LN+, ECE+ => nodes_armpit
node status unknown => nodes_armpit?
nodes not examined => nodes_armpit?
axilla not assessed => nodes_armpit?
supraclav node ? => nodes_above_collarbone?
?N1 => nodes_armpit?
possible N2 => nodes_armpit?
M0? =>
cM0 but liver lesion under investigation => liver?
Mets not ruled out => other_far_organ?
Awaiting staging CT =>
Bone scan next week => bone?
Staging: CT liver pending; bone scan negative => liver? bone-
MRI: 2 spots in the same breast => breast_tissue?
multifocal left IDC with 1 positive node out of 3 => several_spots=at_least_one_invasive breast_tissue nodes_armpit side=left type=ductal
left IDC with contralateral DCIS => breast_tissue other_breast side=left type=ductal
bilateral mastectomy, left IDC => breast_tissue side=left type=ductal
bilateral mammogram negative =>
R breast: IDC. L breast: atypia. => breast_tissue side=right type=ductal
Right breast ILC; left breast LCIS => breast_tissue@right lobules_only@left side=both
T4a => chest_wall=grown_straight_in
T4c => chest_wall=grown_straight_in breast_skin=same_breast
T4b: skin ulceration => breast_skin=same_breast
IDC invading pectoralis muscle => breast_tissue breast_muscle type=ductal
IDC with skin involvement => breast_tissue skin_far=not_sure type=ductal
IDC, dermal invasion => breast_tissue skin_far=not_sure type=ductal
inflammatory changes of breast =>
mastitis vs inflammatory breast cancer => inflammatory?
r/o IBC => inflammatory?
recurrence in axilla => nodes_armpit came_back
recurrence, supraclav node => nodes_above_collarbone came_back
local regional recurrence => nodes_armpit came_back
brain metastases, HER2 positive => brain her2=positive
brain met resected 2021 => brain
single liver met => liver
solitary sternal metastasis => bone
oligometastatic disease, bone => bone
malignant ascites => belly_lining
malignant pericardial effusion => other_far_organ=another
pleural mets => pleura
pleural thickening => pleura?
leptomeningeal carcinomatosis => brain_lining
choroidal met => other_far_organ=eye
ovarian mass => ovary?
Krukenberg tumor =>
gastric linitis from ILC => breast_tissue stomach_or_bowel type=lobular
thyroid met => other_far_organ=thyroid
mets to mediastinum => nodes_chest_center
porta hepatis nodes + => nodes_belly_or_groin
neck node FNA + => nodes_neck
cervical cancer =>
cervical spine met => bone
C50.911 R breast ca; C79.51 => breast_tissue bone side=right
C79.51 => bone
C78.7 ? => liver?
C77.3 R axilla => nodes_armpit
C34.90 lung ca, C79.31 => brain?
D05.12 => ducts_only side=left
Z85.3 =>
C50.412 mother =>
hx C50.412, now D05.11 => ducts_only side=right
ER 90%, PR 10%, Ki67 20% => er=positive pr=positive
ER 0% =>
ER low positive 5% =>
ER weakly positive => er=positive
HR+/HER2- => her2=negative
HER2 3+ => her2=positive
HER2 low => her2=low
triple neg => er=negative pr=negative her2=negative
her2neu neg => her2=negative
Her-2/neu 1+ =>
ER + PR + Her2 - => er=positive pr=positive her2=negative
ER(+) PR(-) HER2(-) => er=positive pr=negative her2=negative
ER positive, PR negative, HER2 not amplified => er=positive pr=negative her2=negative
grade III => grade=3
Nottingham 3+3+2=8 => grade=3
well differentiated IDC => breast_tissue type=ductal grade=1
poorly differentiated IDC => breast_tissue type=ductal grade=3
BRCA2 VUS =>
BRCA positive => inherited=found
BRCA pending =>
post menopause => menopause=after
age 45 premenopausal => menopause=before
LMP 2 yrs ago =>
Mrs. Bone, 67, left DCIS => ducts_only side=left
Dr. Liver referred pt with R ILC => breast_tissue side=right type=lobular
seen 1/3 by nurse =>
appt 2/3 at 10 =>
12/15/2022 IDC => breast_tissue type=ductal
5 of 10 pain =>
1/2 tablet =>
L leg swelling =>
R arm lymphedema =>
L hip pain, r/o mets => other_far_organ?
R hip mets => bone
L rib met, R IDC => bone breast_tissue side=right type=ductal
Left ductal ca in situ => ducts_only side=left
left ductal cancer => side=left
L breast ca T2N0 => breast_tissue side=left
R+L breast ca => side=both
carcinoma =>
cancer =>
adenocarcinoma in pleural fluid => pleura=cancer_cells_found
adenocarcinoma of unknown primary =>
CUP with axillary node => nodes_armpit?
metastasis to breast from melanoma => other_far_organ?
renal cell ca met to breast => other_far_organ?
no =>
none =>
unknown =>
N/A =>
normal mammogram =>
scan clear =>
all clear =>
everything negative =>
benign =>
""")

ALL_MORE = (*NOTES, *SPOKEN, *SHORT)
"""Every line."""
