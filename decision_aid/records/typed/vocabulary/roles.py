"""The parts that words of a report line can play, and what stands in the tables of words."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from enum import StrEnum
from typing import Final, NamedTuple


class Role(StrEnum):
    """What a word or phrase does in a line."""

    CODE = "code"
    """A code, a TNM category, a stage or a result; what it means stands in other tables."""
    TUMOR = "tumor"
    """A diagnosis that is found by being named."""
    ORGAN = "organ"
    """A place that counts only with a word for what was found in it."""
    REGION = "region"
    """Where lymph nodes lie."""
    NODE = "node"
    NODE_SURGERY = "node_surgery"
    """An operation that takes out nodes; how many had cancer is often all that follows."""
    FLUID = "fluid"
    """Fluid that is no proof by itself."""
    BREAST = "breast"
    RECURRENCE = "recurrence"
    OTHER_CANCER = "other_cancer"
    NEUTRAL = "neutral"
    """Something that is understood and says nothing of where cancer is."""
    SPREAD = "spread"
    SPREADING = "spreading"
    """The same, before what it speaks of: "metastatic"."""
    REACHING = "reaching"
    """Spread only together with a place: "involved"."""
    SPOT = "spot"
    """Something was seen, and it is not said that it is cancer."""
    POSITIVE = "positive"
    PROVEN = "proven"
    MALIGNANT = "malignant"
    MICRO = "micro"
    STRAY_CELLS = "stray_cells"
    COUNT = "count"
    NUMBER = "number"
    TEST = "test"
    SAMPLE = "sample"
    SIDE = "side"
    OTHER_SIDE = "other_side"
    TRIGGER = "trigger"
    """Denies, doubts, or speaks of another time or another person."""
    BUT = "but"
    NOW = "now"
    SELF = "self"
    AND = "and"
    OR = "or"
    TO = "to"
    """A small word between what is found and where."""
    WITH = "with"
    COMMA = "comma"
    STOP = "stop"
    PLAIN = "plain"
    """Adds nothing that could change what the words around it mean."""
    NOT_MEDICAL = "not_medical"
    UNKNOWN = "unknown"


class Effect(StrEnum):
    """What a trigger makes of what it reaches."""

    NO = "no"
    MAYBE = "maybe"
    IF = "if"
    PAST = "past"
    RELATIVE = "relative"


class Reach(StrEnum):
    """Where a trigger reaches."""

    BEFORE = "before"
    """It stands before, and may reach over a comma."""
    CLOSE = "close"
    """It stands before, and reaches up to the next comma."""
    AFTER = "after"
    EITHER = "either"
    """After what it speaks of, if that stands right before it; else before."""
    WHOLE = "whole"
    """All that stands between two commas."""


class Entry(NamedTuple):
    """What the tables know of a phrase.

    Attributes:
        role: what it does in a line.
        id: which place, diagnosis, test or side it is; "" where the role says all.
        effect: of a trigger.
        reach: of a trigger.
    """

    role: Role
    id: str = ""
    effect: Effect | None = None
    reach: Reach | None = None


def named(role: Role, table: Mapping[str, str]) -> Iterator[tuple[str, Entry]]:
    """Yield every phrase of a table of ids with their names.

    Args:
        role: what all of them do.
        table: the names of each id, parted by semicolons.
    """
    for entry_id, names in table.items():
        entry = Entry(role, entry_id)
        for name in phrases(names):
            yield name, entry


def phrases(names: str) -> Iterator[str]:
    """Yield the phrases of a text in which semicolons part them."""
    yield from (" ".join(name.split()) for name in names.split(";") if name.strip())


_E, _R = Effect, Reach

TRIGGERS: Final[tuple[tuple[Effect, Reach, str], ...]] = (
    (_E.NO, _R.BEFORE,
     "no; not; without; w/o; negative for; neg for; no evidence of; no evidence for; no e/o; nil;"
     " no sign of; no signs of; free of; absence of; denies; denied; denying; never; never had;"
     " lack of; no suspicious; no suspicion of; no suspicion for; not suspicious for;"
     " no concern for; no obvious; no known; no radiographic evidence of; neither; did not show;"
     " does not show; no radiological evidence of; no clinical evidence of; no abnormal;"
     " no pathologic; no pathological; no other; no longer has;"
     " no imaging evidence of; no ct evidence of; no findings of; not consistent with;"
     " no indication of; no features of; no enlarged; no pathologically enlarged; nor;"
     " no suggestion of; has no; had no; with no; shows no; showed no; there is no; there are no;"
     " no demonstrable; no convincing; no significant; no visible; no palpable; none of;"
     " no finding of; no focal; never diagnosed with; reveals no; revealed no; does not have;"
     " is free of; are free of; negative nodes for; no gross; zero"),
    (_E.NO, _R.AFTER,
     "ruled out; excluded; was ruled out; has been ruled out; were ruled out; been excluded;"
     " not seen; not identified; not found; not present; not involved; not detected; is absent;"
     " not demonstrated; uninvolved; absent; none; none seen; none found; not affected;"
     " was excluded; were excluded; disproved; not evident; none identified; is not involved;"
     " are not involved; is not present; are not seen; is not seen; not enlarged; not visualized"),
    (_E.NO, _R.EITHER,
     "negative; neg; ve neg; clear; normal; unremarkable; benign; wnl; clean; nad; tumor free;"
     " tumour free; unaffected; disease free; negatives; within normal limits; looks normal;"
     " looks clear; looks fine; is fine; fine; ok; okay; non malignant; nonmalignant; reactive;"
     " noncancerous; non cancerous; free of tumor; free of tumour; free of disease;"
     " free of cancer; free of carcinoma; free of metastases; free of metastasis; no tumor;"
     " no tumour; no cancer; no carcinoma; no malignancy; no disease; no involvement; no spread;"
     " negative for malignancy; negative for carcinoma; negative for tumor; negative for cancer;"
     " neg for malignancy; neg for carcinoma; negative for metastatic carcinoma; no mets;"
     " not spread; has not spread; hasn't spread; did not spread; no known spread;"
     " negative for metastasis; negative for metastases; negative for mets; neg for mets;"
     " no metastasis; no metastases; no metastatic disease; no metastatic carcinoma;"
     " no evidence of metastasis; no evidence of metastases; no evidence of metastatic disease;"
     " no evidence of malignancy; no evidence of disease; no evidence of cancer;"
     " no evidence of tumor; no nodal metastasis; no nodal metastases; no malignant cells;"
     " negative for malignant cells; neg for malignant cells; no lesions; no lesion;"
     " no abnormality;"
     " no suspicious lesions; no suspicious lesion; no abnormalities"),
    (_E.MAYBE, _R.BEFORE,
     "r/o; rule out; ruling out; to rule out; concern for; concerns for; concerning for; query;"
     " suspicious for; suspicion of; suspicion for; susp for; cannot exclude; can't exclude;"
     " can not exclude; cannot rule out; can't rule out; can not rule out; can't r/o; cannot r/o;"
     " c/w; consistent with; compatible with; in keeping with; suggestive of; suggests;"
     " suggesting; worrisome for; worry for; evaluate for; eval for; assess for; evaluation for;"
     " check for; look for; looking for; workup for; work up for; w/u for; w u for; ddx;"
     " differential; differential includes; may represent; may be; might be; could be;"
     " could represent; might represent; does not exclude; doesn't exclude; not exclude;"
     " possibility of; likelihood of; favor; favors; favour; favours; favoring; favouring;"
     " presumably; apparent; appears to be; looks like; raises concern for; raise concern for;"
     " raising concern for; raises possibility of; impression of; not able to exclude;"
     " unable to exclude; unable to rule out; no definite; no definite evidence of; not certain;"
     " suspect; testing for; test for; tests for; not sure about; not sure if; unsure about;"
     " unsure if; to exclude; exclude; cant exclude; cant rule out; high suspicion for;"
     " low suspicion for; suspicions of; concern about; concerned about; concerned for;"
     " not clear if; unclear if; unclear whether; investigate for; ro;"
     " high probability of; low probability of; probability of; indicative of; typical of;"
     " characteristic of; no doubt;"
     " treated as; managed as; coded as; no doubt about; no evidence against;"
     " not definitely; not definite for;"
     " no conclusive evidence of"),
    (_E.MAYBE, _R.EITHER,
     "possible; possibly; poss; probable; probably; prob; suspected; suspicious; susp; likely;"
     " unlikely; questionable; equivocal; indeterminate; presumed; presumptive; unclear;"
     " uncertain; unconfirmed; pending; awaiting; awaited; tbc; to follow; scheduled; planned;"
     " ordered; requested; maybe; perhaps; tbd; suggested; suspects; doubtful; dubious; booked;"
     " worrisome; concerning; most likely; highly suspicious; highly likely; very likely;"
     " non specific; nonspecific; atypical; inconclusive; ambiguous; not diagnostic;"
     " nondiagnostic; non diagnostic; vague; under review; in progress; arranged;"
     " to be done; to be arranged; next week; tomorrow; upcoming; outstanding; not back;"
     " not yet back; not yet known; too small to characterize;"
     " cannot be characterized; birads 4; bi rads 4; birads 5; bi rads 5; birads 4b; birads 4c;"
     " pnd; await; awaits; to be determined; due; not available"),
    (_E.MAYBE, _R.AFTER,
     "cannot be excluded; can't be excluded; can not be excluded; not excluded; not ruled out;"
     " cannot be ruled out; can't be ruled out; to be ruled out; being checked; to be excluded;"
     " still being checked; being worked up; under investigation; not confirmed; not proven;"
     " not yet confirmed; not yet proven; to be confirmed; to be checked; needs biopsy; needs bx;"
     " needs mri; needs ct; needs further imaging; recommend biopsy; recommend mri; for biopsy;"
     " for mri; mri recommended; biopsy recommended; not entirely excluded; being investigated;"
     " under evaluation; being evaluated; is pending; are pending; requires biopsy; not biopsied;"
     " to be biopsied; not yet biopsied; cannot entirely be excluded; cannot be completely"
     " excluded; not been excluded; has not been ruled out; not been ruled out; not settled;"
     " have not been ruled out; has not been confirmed; not been confirmed; not clear"),
    (_E.MAYBE, _R.WHOLE, "vs; versus; vs.; either; or else; as opposed to; rather than"),
    (_E.IF, _R.BEFORE,
     "if; in case; in case of; whether; should; unless; risk of; risk for; at risk of; fear of;"
     " at risk for; afraid of; fears; monitor for; monitoring for; prevent; prevents; to prevent;"
     " prevention of; preventing; discussed; counseled about; counselled about; information on;"
     " asks about; asked about; questions about; question about; screening for; screen for;"
     " screened for; screened; surveillance for; no new; no change in; no interval change in;"
     " no progression of; no progression in; no increase in; no longer; decrease in; resolution of;"
     " reduce risk of; chance of; develops; develop; in the event of;"
     " watch for; would be; would mean; can spread to; could spread to; may spread to;"
     " might spread to; tends to spread to; protocol for; trial for; study of; trial of;"
     " clinic for; instructions for; education on; education about; denosumab for; leaflet on;"
     " return if; call if; symptoms of; signs of; sign of; history unclear for; avoid; prophylaxis;"
     " increased risk of; high risk for; high risk of; low risk of; anxious about; potential;"
     " hypothetical; could develop; might develop; may develop; no worsening of; prone to;"
     " not only; not just; not merely; not simply; no further; no additional; no increase;"
     " no increase of;"
     " no info on; no information on; no data on; no record of; no records of; no prior imaging;"
     " no imaging of; no biopsy of; no bx of; no report of; no report on; no results for;"
     " no results of; not operated;"
     " staging for; worried about; worries about; wants to know if; asks if;"
     " asks whether; google; googled; read about; asking about; chemoprevention of"),
    (_E.IF, _R.EITHER,
     "unknown; not known; not reported; not tested; not assessed; not evaluated; not done;"
     " not performed; not examined; not sampled; not assessable; cannot be assessed; not stated;"
     " resolved; resolving; resolution; no longer seen; no longer visible; disappeared; gone now;"
     " no longer present; no longer avid; complete response; cr; failed; unsuccessful;"
     " aborted; abandoned;"
     " technically failed; not successful; not feasible; not possible"),
    (_E.PAST, _R.BEFORE,
     "history of; hx of; hx; h/o; h/x; history; past history of; pmh; pmhx; personal history of;"
     " known history of; past medical history; past medical history of; ho; past hx; past hx of;"
     " medical history; prior history of; remote history of; prev hx; survivor of;"
     " distant history of; history significant for; hx significant for; hx sig for"),
    (_E.PAST, _R.CLOSE,
     "previous; prior; previously; former; old; s/p; status post; had; remote; treated for;"
     " formerly; prev; earlier; post; diagnosed in the past with; sp"),
    (_E.PAST, _R.AFTER,
     "in the past; years ago; yrs ago; year ago; yr ago; in remission; decades ago; months ago;"
     " in childhood; ned; survivor; long ago; cured"),
    (_E.RELATIVE, _R.WHOLE,
     "mother; mom; mum; mother's; sister; sisters; sister's; aunt; aunts; aunt's; father;"
     " father's; brother; brother's; daughter; daughter's; daughters; son; son's; grandmother;"
     " grandmother's; grandma; granny; gran; grandfather; cousin; cousins; cousin's; niece; uncle;"
     " nephew; relative; relatives; maternal; paternal; husband; husband's; wife; wife's; friend;"
     " friend's; friends; neighbor; neighbour; partner; twin; mgm; pgm; mgf; pgf; coworker;"
     " co worker; stepmother; grandparent; grandparents; parent; parents; sibling; siblings;"
     " fdr; first degree relative; half sister; mothers; kids; child; children; nan; nana; mat;"
     " spouse; boyfriend; colleague; roommate; in law; m aunt; p aunt"),
    (_E.RELATIVE, _R.BEFORE,
     "family history; family hx; fhx; fh; fam hx; family; family history of; family hx of;"
     " fam history; familial; fhx of; positive family history; no family history;"
     " negative family history; no fhx; neg fhx; strong family history; strong fhx; fmhx;"
     " no family hx; strong family hx; family members; family member; significant family history"),
)  # fmt: skip
"""Effect, reach and phrases of every trigger."""
