"""ICD-10-CM codes of breast cancer, of its spread, and of what goes with them.

A code that names a single place of the register becomes that finding; a code that may mean more
than one place becomes none of them, and says what is left open. A header (``C79.5``, ``C50.-``)
means what its codes mean together, because people type headers.

Source, by its id in ``sources.toml``: ``icd-10-cm-tabular``, the published text, against which
every row is tested. It includes Paget disease of the nipple in C50 and excludes it from D05;
see ``icd10cm_spread`` for C77 to C80.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Final

from decision_aid.domain import Side
from decision_aid.domain.biology import Biology, Her2, InheritedChange, Receptor
from decision_aid.records.codes.icd10cm_spread import SPREAD
from decision_aid.records.codes.meaning import CodeMeaning, Subject, candidates, found

SOURCES: Final = frozenset({"icd-10-cm-tabular"})

NOT_PLACED: Final = {
    "C801": "a cancer whose place of origin is not known",
    "C802": "a cancer that came with a transplanted organ",
    "Z1502": "a gene change for cancer of the ovary",
    "Z1503": "a gene change for cancer of the prostate",
    "Z1504": "a gene change for cancer of the womb",
    "Z1505": "a gene change for cancer of the fallopian tube",
    "Z1506": "a gene change for cancers that deal with food",
    "Z15060": "a gene change for cancer of the bowel",
    "Z15068": "a gene change for cancers that deal with food",
    "Z1507": "a gene change for cancers that deal with urine",
    "Z1509": "a gene change for another cancer",
}
"""Codes of the same families that are not read, each with what it is about."""

_SITES: Final = "012345689"
"""Fourth character of C50: nipple, center, four quadrants, armpit end, overlapping, not said."""

_SEXES: Final = {"1": "female", "2": "male"}
_C50_SIDES: Final = {"1": Side.RIGHT, "2": Side.LEFT, "9": None}
_SIDES: Final = {"0": None, "1": Side.RIGHT, "2": Side.LEFT}

_POSITIVE, _NEGATIVE = Receptor.POSITIVE, Receptor.NEGATIVE
_BREAST, _HISTORY = Subject.BREAST_CANCER, Subject.HISTORY


def _c50() -> Iterator[tuple[str, CodeMeaning]]:
    paget = CodeMeaning(
        "c50_0",
        candidates=candidates("breast_tissue", "nipple_paget"),
        asks=("paget_or_invasive",),
        subject=_BREAST,
    )
    invasive = CodeMeaning("", found("breast_tissue"), asks=("invasive_or_not",), subject=_BREAST)
    any_of_it = candidates("breast_tissue", "nipple_paget", "inflammatory")
    yield "C50", paget._replace(words="c50", candidates=any_of_it)
    for site in _SITES:
        meaning = (paget if site == "0" else invasive)._replace(words=f"c50_{site}")
        yield f"C50{site}", meaning
        for sex_digit, sex in _SEXES.items():
            yield f"C50{site}{sex_digit}", meaning._replace(sex=sex)
            for digit, side in _C50_SIDES.items():
                yield f"C50{site}{sex_digit}{digit}", meaning._replace(sex=sex, side=side)
    inflammatory = CodeMeaning("c50_a", found("inflammatory"), subject=_BREAST)
    yield from _by_side("C50A", inflammatory)


def _d05() -> Iterator[tuple[str, CodeMeaning]]:
    def kind(words: str) -> CodeMeaning:
        places = candidates("ducts_only", "lobules_only")
        return CodeMeaning(words, (), places, ("which_in_place",), subject=_BREAST)

    lobules = CodeMeaning("d05_0", found("lobules_only"), asks=("which_lcis",), subject=_BREAST)
    yield "D05", kind("d05")
    yield from _by_side("D050", lobules)
    yield from _by_side("D051", CodeMeaning("d05_1", found("ducts_only"), subject=_BREAST))
    yield from _by_side("D058", kind("d05_8"))
    yield from _by_side("D059", kind("d05_9"))


def _by_side(code: str, meaning: CodeMeaning) -> Iterator[tuple[str, CodeMeaning]]:
    yield code, meaning
    for digit, side in _SIDES.items():
        yield code + digit, meaning._replace(side=side)


def _result(words: str, *asks: str, **biology: object) -> CodeMeaning:
    return CodeMeaning(words, asks=asks, biology=Biology(**biology))  # type: ignore[arg-type]


_BOTH_NEGATIVE: Final = {"er": _NEGATIVE, "pr": _NEGATIVE}
_STATUS: Final = {
    "Z15": _result("z15", "inherited_result"),
    "Z150": _result("z15_0", "inherited_result"),
    "Z1501": _result("z15_01", inherited=InheritedChange.FOUND),
    "Z17": _result("z17", "receptor_result"),
    "Z170": _result("z17_0", er=_POSITIVE),
    "Z171": _result("z17_1", er=_NEGATIVE),
    "Z172": _result("z17_2", "receptor_result"),
    "Z1721": _result("z17_21", pr=_POSITIVE),
    "Z1722": _result("z17_22", pr=_NEGATIVE),
    "Z173": _result("z17_3", "receptor_result"),
    "Z1731": _result("z17_31", her2=Her2.POSITIVE),
    "Z1732": _result("z17_32", her2=Her2.NEGATIVE),
    "Z174": _result("z17_4", "receptor_result"),
    "Z1741": _result("z17_41", "er_or_pr"),
    "Z17410": _result("z17_410", "er_or_pr", her2=Her2.POSITIVE),
    "Z17411": _result("z17_411", "er_or_pr", her2=Her2.NEGATIVE),
    "Z1742": _result("z17_42", **_BOTH_NEGATIVE),
    "Z17420": _result("z17_420", her2=Her2.POSITIVE, **_BOTH_NEGATIVE),
    "Z17421": _result("z17_421", her2=Her2.NEGATIVE, **_BOTH_NEGATIVE),
    "Z853": CodeMeaning("z85_3", asks=("came_back_or_not",), subject=_HISTORY),
    "Z86000": CodeMeaning("z86_000", asks=("came_back_or_not",), subject=_HISTORY),
}

CODES: Final[dict[str, CodeMeaning]] = {
    **dict(_c50()),
    **dict(_d05()),
    **SPREAD,
    **_STATUS,
}
"""What every code means, by its characters without the dot."""

FAMILIES: Final = tuple(sorted({code[:3] for code in CODES}))
"""The categories that the table knows something of."""

_CANCER: Final = re.compile(r"C[0-9][0-9A-Z][0-9A-Z]{0,4}")
_OTHER_CANCER: Final = CodeMeaning(subject=Subject.OTHER_CANCER)
_NOT_OF_THE_CODE: Final = re.compile(r"[.\-]")

PATTERN: Final = rf"(?:{'|'.join(FAMILIES)})(?:\.?[0-9A-Z]{{1,4}})?(?:\.?-)?(?![A-Za-z0-9]|\.[0-9])"
"""A code of these families, or what looks like one."""

ANY_PATTERN: Final = r"[A-TV-Z][0-9]{2}(?:\.[0-9A-Z]{1,4}|[0-9A-Z]{1,4})?(?![A-Za-z0-9]|\.[0-9])"
"""What looks like a code of any family."""

BONE_PATTERN: Final = r"C79\.?5"
"""A code for bone, which tells that what stands beside it may be a part of the spine."""


def bare(text: str) -> str:
    """Return the characters of a code, in capitals and without the dot."""
    return _NOT_OF_THE_CODE.sub("", text).upper()


def spelled(code: str) -> str:
    """Return a code with its dot."""
    return f"{code[:3]}.{code[3:]}" if len(code) > 3 else code


def icd10cm(text: str) -> CodeMeaning | None:
    """Return what a code means, or ``None`` for one that is no cancer or does not exist.

    Args:
        text: the code, with or without its dot. A cancer of another part is ``OTHER_CANCER``.
    """
    code = bare(text.strip())
    known = CODES.get(code)
    if known is None and _CANCER.fullmatch(code) and (code in NOT_PLACED or not _ours(code)):
        return _OTHER_CANCER
    return known


def _ours(code: str) -> bool:
    """Whether a code that the table does not know is a wrong one rather than another cancer."""
    return code[:3] in FAMILIES


_DESCRIBED_BY: Final[dict[str, frozenset[str]]] = {
    "C50": frozenset({"armpit"}),
    "C500": frozenset({"armpit", "in_place"}),
    "C50A": frozenset({"inflammatory"}),
    "D05": frozenset({"in_place"}),
    "C77": frozenset({"node", "spread"}),
    "C770": frozenset({"node", "spread", "neck", "collarbone"}),
    "C771": frozenset({"node", "spread", "mediastinum"}),
    "C772": frozenset({"node", "spread", "abdomen"}),
    "C773": frozenset({"node", "spread", "armpit"}),
    "C774": frozenset({"node", "spread", "groin"}),
    "C775": frozenset({"node", "spread", "pelvis"}),
    "C78": frozenset({"spread", "lung", "bowel"}),
    "C780": frozenset({"spread", "lung"}),
    "C781": frozenset({"spread", "mediastinum"}),
    "C782": frozenset({"spread", "pleura"}),
    "C783": frozenset({"spread", "lung"}),
    "C784": frozenset({"spread", "bowel"}),
    "C785": frozenset({"spread", "bowel"}),
    "C786": frozenset({"spread", "peritoneum", "abdomen"}),
    "C787": frozenset({"spread", "liver"}),
    "C788": frozenset({"spread", "bowel"}),
    "C79": frozenset({"spread"}),
    "C790": frozenset({"spread", "kidney", "pelvis"}),
    "C791": frozenset({"spread", "bladder"}),
    "C792": frozenset({"spread", "skin"}),
    "C793": frozenset({"spread", "brain"}),
    "C794": frozenset({"spread", "brain", "bone"}),
    "C795": frozenset({"spread", "bone", "marrow"}),
    "C796": frozenset({"spread", "ovary"}),
    "C797": frozenset({"spread", "adrenal"}),
    "C798": frozenset({"spread"}),
    "C7982": frozenset({"spread", "genital"}),
    "C80": frozenset({"spread"}),
    "Z15": frozenset(),
    "Z17": frozenset(),
    "Z85": frozenset(),
    "Z86": frozenset({"in_place"}),
}


def described_by(code: str) -> frozenset[str]:
    """Return which kinds of words may describe a code, by the longest beginning that is listed.

    Args:
        code: its characters, without the dot.
    """
    begins = (code[:length] for length in range(len(code), 2, -1))
    return next((_DESCRIBED_BY[one] for one in begins if one in _DESCRIBED_BY), frozenset())
