"""Reads what a report says of the cancer itself: ER, PR, HER2, grade, BRCA; and a stage.

A stage is named and left alone: the aid never reads a stage into places.

Sources, by their ids in ``sources.toml``: ``komen-pathology-report`` and ``testing-er-pr`` for ER
and PR, ``bcr-her2-scores`` for the HER2 scores, ``ams-her2-low`` for HER2 low,
``siteman-nci-triple-negative``, ``komen-genetic-results`` for BRCA, ``nzbcf-pathology-report``
for grades.
"""

from __future__ import annotations

import re
from typing import Final

from decision_aid.domain.biology import (
    Biology,
    Grade,
    Her2,
    InheritedChange,
    Menopause,
    Receptor,
    with_reply,
)
from decision_aid.records.codes.meaning import CodeMeaning
from decision_aid.records.codes.tnm import STAGES

SOURCES: Final = frozenset(
    {
        "ams-her2-low",
        "bcr-her2-scores",
        "komen-genetic-results",
        "komen-pathology-report",
        "nzbcf-pathology-report",
        "siteman-nci-triple-negative",
        "testing-er-pr",
    }
)

_GAP: Final = r"[ \t]{0,3}"
_JOIN: Final = rf"{_GAP}(?:status|receptors?|is|was)?{_GAP}[:=-]?{_GAP}\(?"
_END: Final = r"(?![A-Za-z0-9])"
_NOT_YET: Final = (
    rf"(?!{_GAP}(?:pending|not\b|unknown|await|tb[cd]|test|report|status|result|to\b|low|equivoc"
    r"|weak|\?|[0-9%]))"
)
_SIGN_END: Final = r"(?:(?![A-Za-z0-9])|(?=(?:ER|PR|PgR|HER-?2)[ ]?[+−–-]))"
_STRENGTH: Final = rf"(?:(?:strong|weak|moderate)(?:ly)?{_GAP})?"
_BY_PERCENT: Final = rf"(?={_GAP}\(?[>~]?[1-9][0-9]{{0,2}}[ ]?%)"
_YES: Final = (
    rf"(?:{_JOIN}{_STRENGTH}pos(?:itive)?{_END}(?:{_NOT_YET}|{_BY_PERCENT})"
    rf"|[ \t]?\(?\+{{1,3}}\)?{_SIGN_END}{_NOT_YET})"
)
_NO: Final = rf"(?:{_JOIN}neg(?:ative)?{_END}{_NOT_YET}|[ \t]?\(?[-−–]\)?{_SIGN_END}{_NOT_YET})"
_ZERO: Final = rf"0\)?{_END}(?![.,][0-9]|/)"
_PERCENT: Final = rf"{_JOIN}[<>~]?[ \t]?(?:[0-9]{{1,3}}[ \t]?%|{_ZERO})"

_ER: Final = r"(?:ER|o?estrogen[ -]receptors?)"
_PR: Final = r"(?:PgR|PR|progesterone[ -]receptors?)"
_NO_NODES_AFTER: Final = r"(?![^,;\n]{0,16}(?:\bnode|\bLNs?\b|\blymph|\bsentinel))"
_HER2: Final = rf"(?:HER(?:-?2|[ ]2{_NO_NODES_AFTER})(?:[ /-]?neu)?|c?-?erbB-?2)"
_HR: Final = r"(?:HR|hormone[ -]receptors?)"
_SCORE: Final = rf"{_GAP}(?:status|IHC|score|[:=(-])?{_GAP}(?:IHC|score)?{_GAP}\(?"
_EQUIVOCAL: Final = rf"{_GAP}[:=]?{_GAP}(?:IHC{_GAP})?equivocal(?:{_GAP}(?:IHC{_GAP})?\(?2\+\)?)?"
_SAID_SO: Final = rf"(?:{_GAP}\(?equivocal\)?)?"
_TWO_PLUS: Final = rf"(?:[ \t]?\(?\+\+\)?|{_EQUIVOCAL})"
_BRCA: Final = (
    r"(?:(?:germline[ ]|g)?BRCA[ -]?(?:[12](?:[ ]?/[ ]?(?:BRCA)?[12])?)?"
    rf"{_GAP}(?:gene{_GAP})?(?:mutation{_GAP})?)"
)
_NOT_OF_CANCER: Final = "".join(
    f"(?<!{word} )"
    for word in (
        *(
            "nuclear",
            "lymphedema",
            "lymphoedema",
            "baker",
            "contracture",
            "toxicity",
            "neutropenia",
        ),
        *("neuropathy", "mucositis", "dermatitis", "diarrhea", "diarrhoea", "ctcae", "anemia"),
        *("anaemia", "fatigue", "nausea", "rash"),
    )
)
_GRADE: Final = (
    _NOT_OF_CANCER + r"(?:G[ ]?|gr(?:ade|\.)?[ \t:]{0,3})(?:%s)(?:[ \t](?:of|out of)[ \t]3)?"
    r"(?![A-Za-z0-9])"
    r"(?![ ]?[-–/][ ]?[0-9I]|[ \t]?P[0-9])"
    r"(?![ \t]{1,3}(?:toxic|neuro|neutro|naus|diarr|mucos|fatig|an(?:a)?emi|rash|hand|dcis"
    r"|ductal carcinoma in situ|lymphedema|adverse))"
)

_NOT_DCIS: Final = r"(?!.{0,12}(?:dcis|in[ -]situ|squam|lung))"


def _scored(sum_of_three: str) -> str:
    """Return what the three parts of a grade look like with this sum of 9."""
    sum_of_9 = rf"(?:{sum_of_three}){_GAP}(?:/|of|out of){_GAP}9"
    parts = _GAP.join(("[1-3]", r"\+", "[1-3]", r"\+", "[1-3]", "="))
    named = r"(?:Nottingham|SBR|MBR|Bloom[ -]Richardson|Elston)"
    more = rf"(?:{_GAP}(?:histologic|combined|grade|score|sum|total)){{0,3}}"
    spelled_out = rf"{parts}{_GAP}(?:{sum_of_three})(?:{_GAP}/{_GAP}9)?"
    return rf"{named}{more}{_GAP}[:=]?{_GAP}\(?(?:{sum_of_9}|{spelled_out}){_END}"


_AND: Final = rf"(?:{_GAP}(?:&|and|,){_GAP})"
_THEN_ISH: Final = (
    rf"{_SAID_SO}{_GAP}(?:by{_GAP}IHC)?[,;(/]?{_GAP}(?:[12]\+)?{_GAP}[,;(/]?{_GAP}(?:by{_GAP})?"
    rf"(?:FISH|C?D?ISH){_GAP}[:=-]?{_GAP}"
)
_YES_ISH: Final = rf"(?:\+|pos(?:itive)?{_END}|amplified{_END}){_NOT_YET}"
_NO_ISH: Final = rf"(?:neg(?:ative)?|(?:not|non)[ -]?amplified|unamplified){_END}{_NOT_YET}"

_POSITIVE, _NEGATIVE = Receptor.POSITIVE, Receptor.NEGATIVE
_TRIPLE_NEGATIVE: Final = Biology(er=_NEGATIVE, pr=_NEGATIVE, her2=Her2.NEGATIVE)
_TRIPLE_POSITIVE: Final = Biology(er=_POSITIVE, pr=_POSITIVE, her2=Her2.POSITIVE)
_INHERITED: Final = Biology(inherited=InheritedChange.FOUND)

_ROWS: Final[tuple[tuple[str, str, str, CodeMeaning], ...]] = (
    # id of the row, usual spelling, what it looks like, what it says; the first that fits counts
    ("triple_neg", "triple negative", rf"(?:triple[ -]?neg(?:ative)?|TNBC){_END}",
     CodeMeaning("triple_negative", biology=_TRIPLE_NEGATIVE)),
    ("triple_pos", "triple positive", rf"triple[ -]?pos(?:itive)?{_END}",
     CodeMeaning("triple_positive", biology=_TRIPLE_POSITIVE)),
    ("each_pos", "ER+ PR+", rf"{_ER}{_AND}{_PR}{_YES}",
     CodeMeaning("er_and_pr_positive", biology=Biology(er=_POSITIVE, pr=_POSITIVE))),
    ("each_neg", "ER- PR-", rf"{_ER}{_AND}{_PR}{_NO}",
     CodeMeaning("hr_negative", biology=Biology(er=_NEGATIVE, pr=_NEGATIVE))),
    ("both_pos", "ER/PR+", rf"{_ER}[ ]?/[ ]?{_PR}{_YES}",
     CodeMeaning("hr_positive", asks=("er_or_pr",))),
    ("both_neg", "ER/PR-", rf"{_ER}[ ]?/[ ]?{_PR}{_NO}",
     CodeMeaning("hr_negative", biology=Biology(er=_NEGATIVE, pr=_NEGATIVE))),
    ("er_percent", "ER %", rf"{_ER}{_PERCENT}",
     CodeMeaning("er_percent", asks=("receptor_result",))),
    ("er_pos", "ER+", rf"{_ER}{_YES}", CodeMeaning("er_positive", biology=Biology(er=_POSITIVE))),
    ("er_neg", "ER-", rf"{_ER}{_NO}", CodeMeaning("er_negative", biology=Biology(er=_NEGATIVE))),
    ("pr_percent", "PR %", rf"{_PR}{_PERCENT}",
     CodeMeaning("pr_percent", asks=("receptor_result",))),
    ("pr_pos", "PR+", rf"{_PR}{_YES}", CodeMeaning("pr_positive", biology=Biology(pr=_POSITIVE))),
    ("pr_neg", "PR-", rf"{_PR}{_NO}", CodeMeaning("pr_negative", biology=Biology(pr=_NEGATIVE))),
    ("ish_pos", "HER2 ISH+", rf"{_HER2}(?:{_SCORE}[123]\+\)?|{_TWO_PLUS}){_THEN_ISH}{_YES_ISH}",
     CodeMeaning("her2_positive", biology=Biology(her2=Her2.POSITIVE))),
    ("ish_neg", "HER2 ISH-", rf"{_HER2}(?:{_NO}|{_SCORE}[12]\+\)?|{_TWO_PLUS}){_THEN_ISH}{_NO_ISH}",
     CodeMeaning("her2_negative", biology=Biology(her2=Her2.NEGATIVE))),
    ("her2_3", "HER2 3+", rf"{_HER2}{_SCORE}3\+\)?{_END}",
     CodeMeaning("her2_3", biology=Biology(her2=Her2.POSITIVE))),
    ("her2_2", "HER2 2+", rf"{_HER2}(?:{_SCORE}2\+\)?{_SAID_SO}|{_TWO_PLUS}(?!\+)){_END}",
     CodeMeaning("her2_2", asks=("her2_ish",))),
    ("her2_1", "HER2 1+", rf"{_HER2}{_SCORE}1\+\)?{_END}",
     CodeMeaning("her2_1", asks=("her2_low_or_negative",))),
    ("her2_0", "HER2 0", rf"{_HER2}{_SCORE}0\)?{_END}(?![.%+])",
     CodeMeaning("her2_0", biology=Biology(her2=Her2.NEGATIVE))),
    ("her2_ultra", "HER2 ultralow", rf"{_HER2}{_SCORE}ultra[ -]?low{_END}",
     CodeMeaning("her2_ultralow", asks=("her2_low_or_negative",))),
    ("her2_low", "HER2 low", rf"{_HER2}{_SCORE}low{_END}{_NOT_YET}",
     CodeMeaning("her2_low", biology=Biology(her2=Her2.LOW))),
    ("her2_pos", "HER2+", rf"{_HER2}{_YES}",
     CodeMeaning("her2_positive", biology=Biology(her2=Her2.POSITIVE))),
    ("her2_amplified", "HER2 amplified", rf"{_HER2}{_GAP}(?:gene{_GAP})?amplified{_END}",
     CodeMeaning("her2_positive", biology=Biology(her2=Her2.POSITIVE))),
    ("her2_not_amplified", "HER2 not amplified",
     rf"{_HER2}{_GAP}(?:gene{_GAP})?(?:is{_GAP})?(?:not|non|un)[ -]?amplified{_END}",
     CodeMeaning("her2_negative", biology=Biology(her2=Her2.NEGATIVE))),
    ("her2_neg", "HER2-", rf"{_HER2}{_NO}",
     CodeMeaning("her2_negative", biology=Biology(her2=Her2.NEGATIVE))),
    ("hr_pos", "HR+", rf"{_HR}{_YES}", CodeMeaning("hr_positive", asks=("er_or_pr",))),
    ("hr_neg", "HR-", rf"{_HR}{_NO}",
     CodeMeaning("hr_negative", biology=Biology(er=_NEGATIVE, pr=_NEGATIVE))),
    ("brca_neg", "BRCA-", rf"{_BRCA}{_NO}",
     CodeMeaning("brca_negative", asks=("inherited_result",))),
    ("brca_pos", "BRCA+",
     rf"(?:{_BRCA}{_YES}|{_BRCA}(?:(?<=mutation)|(?<=mutation )|mutated|mutant|carrier"
     rf"|pathogenic variant){_END}(?!{_GAP}(?:neg|not|none|test|status|absen|\?)))",
     CodeMeaning("brca_positive", asks=("inherited_or_in_tumor",), biology=_INHERITED)),
    ("score_3", "G3", _scored("[89]"),
     CodeMeaning("grade_3", biology=Biology(grade=Grade.THREE))),
    ("score_2", "G2", _scored("[67]"),
     CodeMeaning("grade_2", biology=Biology(grade=Grade.TWO))),
    ("score_1", "G1", _scored("[345]"),
     CodeMeaning("grade_1", biology=Biology(grade=Grade.ONE))),
    ("poorly", "G3", rf"poorly[ -]differentiated{_END}{_NOT_DCIS}",
     CodeMeaning("grade_3", biology=Biology(grade=Grade.THREE))),
    ("moderately", "G2", rf"moderately[ -]differentiated{_END}{_NOT_DCIS}",
     CodeMeaning("grade_2", biology=Biology(grade=Grade.TWO))),
    ("well", "G1", rf"well[ -]differentiated{_END}{_NOT_DCIS}",
     CodeMeaning("grade_1", biology=Biology(grade=Grade.ONE))),
    ("meno_after", "postmenopausal", rf"post[ -]?menopaus(?:al|e){_END}",
     CodeMeaning("menopause_after", biology=Biology(menopause=Menopause.AFTER))),
    ("meno_before", "premenopausal", rf"pre[ -]?menopaus(?:al|e){_END}",
     CodeMeaning("menopause_before", biology=Biology(menopause=Menopause.BEFORE))),
    ("grade_3", "G3", _GRADE % "III|3", CodeMeaning("grade_3", biology=Biology(grade=Grade.THREE))),
    ("grade_2", "G2", _GRADE % "II|2", CodeMeaning("grade_2", biology=Biology(grade=Grade.TWO))),
    ("grade_1", "G1", _GRADE % "I|1", CodeMeaning("grade_1", biology=Biology(grade=Grade.ONE))),
    ("stage", "stage",
     rf"stage[ \t:]{{0,3}}(?:group[ \t:]{{0,3}})?(?:0|IV|III|II|I|[1-4])[ABC]?[1-3]?{_END}",
     CodeMeaning("stage_invasive")),
)  # fmt: skip

_SPELLED: Final = {row: spelling for row, spelling, _, _ in _ROWS}

SAYS: Final = {row: says for row, _, _, says in _ROWS}
"""What each row says."""

PATTERN: Final = "|".join(f"(?P<{row}>{pattern})" for row, _, pattern, _ in _ROWS)
"""Any of the rows, as a named group."""


def spelled(row: str, words: str) -> str:
    """Return the usual spelling of a row; a stage keeps its number."""
    return f"stage {words.rsplit(maxsplit=1)[-1].upper()}" if row == "stage" else _SPELLED[row]


def says(row: str, words: str) -> CodeMeaning:
    """Return what words mean that look like a row."""
    if row != "stage":
        return SAYS[row]
    group = re.sub(r"[1-3]\Z", "", _roman(words))
    return STAGES.get(group) or STAGES[group.rstrip("ABC")]


def _roman(words: str) -> str:
    number = re.split(r"[ \t:]", words)[-1].upper().removeprefix("STAGE").removeprefix("GROUP")
    return re.sub("^[1-4]", lambda digit: ("I", "II", "III", "IV")[int(digit[0]) - 1], number)


def differing(known: list[Biology]) -> tuple[Biology, tuple[str, ...]]:
    """Return what all of these say together, and the items on which they differ.

    HER2 low is a part of negative, so the two do not differ. What differs is left unknown.
    """
    merged, differ = Biology(), []
    for item in ("type", "er", "pr", "her2", "grade", "inherited", "menopause"):
        said = {str(getattr(biology, item)) for biology in known} - {"unknown"}
        if item == "her2" and said == {Her2.LOW, Her2.NEGATIVE}:
            said = {str(Her2.LOW)}
        if len(said) > 1:
            differ.append(f"{item}_differs")
        elif said:
            merged = with_reply(merged, item, said.pop())
    return merged, tuple(differ)


def compiled(*patterns: str) -> re.Pattern[str]:
    """Return one pattern of these alternatives, each starting where no word goes on."""
    return re.compile(rf"(?<![A-Za-z0-9])(?:{'|'.join(patterns)})", re.IGNORECASE | re.ASCII)
