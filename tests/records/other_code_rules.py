"""What the numbers of ICD-O-3 and SNOMED CT stand for, by rules and by the codes beside them.

Of SNOMED CT nothing but numbers stands here: each is named by the topography of ICD-O-3 or by the
code of ICD-10-CM that stands for the same, and that is held against its published words.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

import simple_icd_10_cm as published

from decision_aid.domain import PLACES, CountsAs, Side, TumorType
from decision_aid.records.codes.icd10cm import CODES, spelled
from decision_aid.records.codes.meaning import CodeMeaning, Subject
from tests.records.code_rules import (
    NODES,
    ORGANS,
    expected_places,
    place_disagreements,
    places_in,
    words_of,
)

ONLY_IN_ICD_O = {"C421": "bone marrow"}
"""Topography that ICD-10 has no number for."""


def topography_words(code: str) -> str:
    if code in ONLY_IN_ICD_O:
        return ONLY_IN_ICD_O[code]
    words = published.get_description(spelled(code)).lower()
    # In ICD-O-3 this category is skin, whatever the tumor.
    return "skin" if code == "C44" else words


def of_topography(code: str, meaning: CodeMeaning) -> Iterator[str]:
    words = topography_words(code)
    nodes = "lymph node" in words
    if nodes:
        words = words_of(code)
    places = places_in(words, NODES if nodes else ORGANS)
    if code in {"C40", "C41", "C413"}:
        places = {"bone"}
    if code == "C480":
        places = {"other_far_organ"}
    yield from _of_site(meaning)
    yield from place_disagreements(meaning, frozenset(places), words)


def _of_site(meaning: CodeMeaning) -> Iterator[str]:
    if meaning.subject is not Subject.SITE:
        yield f"speaks of {meaning.subject}"


TYPES = {
    r"8500/3|8541/3": TumorType.DUCTAL,
    r"8520/3": TumorType.LOBULAR,
    r"(?:8200|8201|8211|8480|8503|8507|8510|8575)/3": TumorType.OTHER,
}
GROUPS = {
    # Paget disease beside or without a tumor, lobules, inflammatory, then ducts.
    r"8543/": "nipple_paget ducts_only",
    r"8540/": "nipple_paget",
    r"(?:8519|852[0-2])/2": "lobules_only",
    r"(?:8201|850[0-8]|8522)/2": "ducts_only",
    r"8530/3": "inflammatory",
    r"(?!8530)\d{4}/3": "breast_tissue",
}


def of_morphology(code: str, meaning: CodeMeaning) -> Iterator[str]:
    places = places_in(code, GROUPS)
    if meaning.subject is not Subject.BREAST_CANCER:
        yield f"speaks of {meaning.subject}"
    kind = next((t for rule, t in TYPES.items() if re.fullmatch(rule, code)), TumorType.UNKNOWN)
    if meaning.biology.type is not kind or meaning.side is not None:
        yield f"type {meaning.biology.type}"
    counts = {PLACES[place].counts_as for place in meaning.places}
    invasive = CountsAs.BREAST in counts
    if invasive is not code.endswith("/3"):
        yield "behavior"
    yield from place_disagreements(meaning, frozenset(places), "")


SITES = {
    # SNOMED CT: the topography of ICD-O-3 of the same part.
    **dict.fromkeys(("39607008", "31094006"), "C34"),
    "10200004": "C22",
    **dict.fromkeys(
        ("12738006", "83251001", "16630005", "78277001", "31065004", "113305005", "15926001"),
        "C71",
    ),
    "23451007": "C74",
    "15497006": "C56",
    "69695003": "C16",
    "113276009": "C17",
    "30315005": "C17",
    "14742008": "C18",
    "71854001": "C18",
    "34402009": "C20",
    "64033007": "C64",
    "15776009": "C25",
    "69748006": "C73",
    "35039007": "C55",
    "81745001": "C69",
    **dict.fromkeys(("122494005", "122495006", "122496007", "303950008", "118645006"), "C41"),
    **dict.fromkeys(("89546000",), "C41"),
    **dict.fromkeys(("46633002", "71341001", "85050009", "79601000"), "C40"),
    **dict.fromkeys(("113197003", "56873002"), "C413"),
    "39937001": "C44",
    "3120008": "C384",
    "15425007": "C482",
    **dict.fromkeys(("245284000", "245312007"), "C772"),
    "245285004": "C775",
    "8928004": "C774",
    **dict.fromkeys(("59441001", "312500006"), "C779"),
    **dict.fromkeys(("76752008", "80248007", "73056007", "63762007"), "C7981"),
}
NAMED_SITES = {
    # What no number of ICD-O-3 says as closely, by its words.
    "78961009": "other_far_organ",
    "78904004": "chest_wall bone scar_or_chest_skin",
    "2748008": "brain_lining other_far_organ",
    "72410000": "nodes_chest_center other_far_organ",
    **dict.fromkeys(("245269009", "68171009"), "nodes_armpit nodes_other_armpit"),
    **dict.fromkeys(
        ("279807001", "9659009"),
        "nodes_below_collarbone nodes_other_armpit nodes_other_collarbone",
    ),
    **dict.fromkeys(("245265003", "76838003"), "nodes_above_collarbone nodes_other_collarbone"),
    "245282001": "nodes_breastbone nodes_other_breastbone",
    "81105003": "nodes_neck",
    **dict.fromkeys(("245276004", "264016003"), "nodes_chest_center"),
    "443808008": "nodes_in_breast",
}
SITE_SIDES = {"80248007": Side.LEFT, "73056007": Side.RIGHT, "63762007": Side.BOTH}


def of_site(code: str, meaning: CodeMeaning) -> Iterator[str]:
    yield from _of_site(meaning)
    if meaning.side is not SITE_SIDES.get(code):
        yield f"side {meaning.side}"
    if code in NAMED_SITES:
        words = "spleen" if code == "78961009" else ""
        details = {"spleen": "spleen"}
        yield from (
            one
            for one in place_disagreements(
                _without_detail(meaning), frozenset(NAMED_SITES[code].split()), ""
            )
        )
        if [f.detail for f in meaning.found if f.detail != details.get(words)]:
            yield "detail"
        return
    same = SITES[code]
    if same in CODES:
        yield from place_disagreements(meaning, expected_places(same), "")
        return
    yield from of_topography(same, meaning)


def _without_detail(meaning: CodeMeaning) -> CodeMeaning:
    return meaning._replace(found=tuple(f._replace(detail=None) for f in meaning.found))


CONDITIONS = {
    # SNOMED CT: the code of ICD-10-CM, the type of tissue and the side of the same.
    "254837009": ("C509", "unknown", None),
    "372137005": ("C509", "unknown", None),
    "353431000119107": ("C509", "unknown", Side.LEFT),
    "82711006": ("C509", "ductal", None),
    "89740008": ("C509", "lobular", None),
    "109889007": ("D051", "unknown", None),
    "128462008": (None, "unknown", None),
    "94225005": ("C7931", "unknown", None),
    "94381002": ("C787", "unknown", None),
    "94391008": ("C780", "unknown", None),
    "94222008": ("C7951", "unknown", None),
    "1287652008": ("Z853", "unknown", None),
    "1098951000119108": ("Z853", "unknown", None),
}


def of_condition(code: str, meaning: CodeMeaning) -> Iterator[str]:
    same, kind, side = CONDITIONS[code]
    if meaning.side is not side or meaning.biology.type != kind:
        yield f"side {meaning.side}, type {meaning.biology.type}"
    if same is None:
        if meaning.subject is not Subject.SPREAD or meaning.places or not meaning.asks:
            yield "a spread without a place asks where"
        return
    subject = CODES[same].subject
    if meaning.subject is not subject:
        yield f"speaks of {meaning.subject}"
    yield from place_disagreements(meaning, expected_places(same), words_of(same))


_D5 = (
    "0123456789", "1234067895", "2340178956", "3401289567", "4012395678",
    "5987604321", "6598710432", "7659821043", "8765932104", "9876543210",
)  # fmt: skip
_PERMUTATION = (
    "0123456789", "1576283094", "5803796142", "8916043527",
    "9453126870", "4286573901", "2793806415", "7046913258",
)  # fmt: skip


def verhoeff(number: str) -> bool:
    """Return whether a number ends with the right check digit of Verhoeff."""
    check = 0
    for position, digit in enumerate(reversed(number)):
        check = int(_D5[check][int(_PERMUTATION[position % 8][int(digit)])])
    return check == 0
