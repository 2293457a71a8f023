"""What the published words of a code say it means: rules to read aloud, not a list of codes.

Each rule names words of a description and the places that they stand for. They are applied to the
text of ICD-10-CM as the package ``simple-icd-10-cm`` ships it; ICD-O-3 takes the same numbers for
parts of the body, so its topography is held against the same text.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

import simple_icd_10_cm as published

from decision_aid.domain import Certainty, Her2, InheritedChange, Receptor, Side
from decision_aid.domain.biology import UNKNOWN_BIOLOGY, Biology
from decision_aid.records.codes.icd10cm import CODES, spelled
from decision_aid.records.codes.meaning import CodeMeaning, Subject

NEAR = "nodes_armpit nodes_in_breast nodes_below_collarbone nodes_above_collarbone nodes_breastbone"
FAR = (
    "nodes_other_armpit nodes_other_breastbone nodes_other_collarbone nodes_neck "
    "nodes_chest_center nodes_belly_or_groin"
)
NODES = {
    r"supraclavicular": "nodes_above_collarbone nodes_other_collarbone",
    r"head, face and neck": "nodes_neck",
    r"intrathoracic": "nodes_breastbone nodes_other_breastbone nodes_chest_center",
    r"intra-abdominal|inguinal|intrapelvic": "nodes_belly_or_groin",
    r"axilla": "nodes_armpit nodes_below_collarbone nodes_other_armpit",
    r"multiple regions|node, unspecified": f"{NEAR} {FAR}",
}
"""Which lymph nodes the words of a code for lymph nodes stand for."""

ORGANS = {
    r"\blung\b": "lung",
    r"\bpleura": "pleura",
    r"mediastinum": "nodes_chest_center other_far_organ",
    r"respiratory organ": "lung pleura other_far_organ",
    r"intestine|rectum|rectosigmoid|stomach|colon\b": "stomach_or_bowel",
    r"digestive organ": "stomach_or_bowel other_far_organ",
    r"\bperitoneum": "belly_lining",
    r"retroperitoneum": "other_far_organ",
    r"liver": "liver",
    r"kidney|bladder|urinary": "other_far_organ",
    r"pancreas|uter(?:i|us)|\beye\b|thyroid": "other_far_organ",
    r"\bskin\b": "breast_skin scar_or_chest_skin skin_far",
    r"\bbrain\b": "brain",
    r"meninges": "brain_lining",
    r"nervous system": "brain brain_lining other_far_organ",
    r"\bbone\b(?! marrow)|ribs": "bone",
    r"bone marrow": "bone_marrow",
    r"\bovar(?:y|ies)": "ovary",
    r"adrenal": "adrenal",
    r"genital organ": "ovary other_far_organ",
    r"secondary .* of breast": "breast_tissue other_breast spread_from_elsewhere",
    r"other specified sites$": "chest_wall scar_or_chest_skin other_far_organ",
    r"unspecified site$|^disseminated": "other_far_organ",
}
"""Which places the words of a code for an organ stand for."""

BREAST = {
    r"^malignant neoplasm of nipple": "breast_tissue nipple_paget",
    r"^malignant neoplasm of (?!nipple)": "breast_tissue",
    r"inflammatory neoplasm": "inflammatory",
    r"^lobular carcinoma in situ": "lobules_only",
    r"^intraductal carcinoma in situ": "ducts_only",
    r"type of carcinoma in situ": "ducts_only lobules_only",
}
"""Which places the words of a code for the breast itself stand for."""

NAMED_APART = {
    # "Other" leaves out what codes beside it name.
    r"other respiratory organs": "lung pleura",
    r"other parts of nervous system": "brain",
    r"genital organ": "ovary",
}

DETAILS = {
    r"kidney": "kidney",
    r"pancreas": "pancreas",
    r"uter(?:i|us)": "womb",
    r"\beye\b": "eye",
    r"thyroid": "thyroid",
    r"bladder|urinary|other respiratory|of retroperitoneum$": "another",
    r"secondary .* ovar": "spread",
    r"ribs": "not_sure",
}
"""The answer to the question about a place that the words give, too."""

SUBJECTS = {
    r"^(?:secondary|disseminated)": Subject.SPREAD,
    r"^personal history": Subject.HISTORY,
    r"receptor|susceptibility": Subject.RESULT,
    r"breast|nipple": Subject.BREAST_CANCER,
}


@cache
def words_of(code: str) -> str:
    """Return the published description, with what the text includes by name."""
    dotted = spelled(code)
    included = [t for t in published.get_inclusion_term(dotted) if "supraclavicular" in t]
    return "; ".join((published.get_description(dotted), *included)).lower()


@cache
def children(code: str) -> tuple[str, ...]:
    return tuple(child.replace(".", "") for child in published.get_children(spelled(code)))


def places_in(words: str, rules: dict[str, str]) -> set[str]:
    return {p for rule, places in rules.items() if re.search(rule, words) for p in places.split()}


@cache
def expected_places(code: str) -> frozenset[str]:
    """Return the places that the words of a code stand for; a header's are those of its codes."""
    known = [child for child in children(code) if child in CODES]
    if known:
        return frozenset().union(*(expected_places(child) for child in known))
    words = words_of(code)
    if "lymph node" in words:
        return frozenset(places_in(words, NODES))
    if re.search(r"^(?:secondary|disseminated)", words):
        organs = places_in(words, ORGANS)
        return frozenset(organs - places_in(words, NAMED_APART))
    return frozenset(places_in(words, BREAST)) if code[0] in "CD" else frozenset()


def expected_side(words: str) -> Side | None:
    if "bilateral" in words:
        return Side.BOTH
    named = [side for side in (Side.LEFT, Side.RIGHT) if re.search(rf"\b{side}\b", words)]
    return named[0] if named else None


def expected_biology(words: str) -> Biology:
    said: dict[str, object] = {}
    receptors = {
        "er": r"estrogen receptor (\w+) status",
        "pr": r"progesterone receptor (\w+) status",
        "her2": r"growth factor receptor 2 (\w+) status",
    }
    for item, pattern in receptors.items():
        if match := re.search(pattern, words):
            said[item] = (Her2 if item == "her2" else Receptor)(match[1])
    if words.startswith("hormone receptor negative"):
        said |= {"er": Receptor.NEGATIVE, "pr": Receptor.NEGATIVE}
    if "susceptibility" in words and words.endswith("of breast"):
        said["inherited"] = InheritedChange.FOUND
    return UNKNOWN_BIOLOGY._replace(**said)  # type: ignore[arg-type]


def disagreements(code: str, meaning: CodeMeaning) -> Iterator[str]:
    """Yield what of a meaning the published words do not bear out."""
    words, places = words_of(code), expected_places(code)
    subject = next(s for rule, s in SUBJECTS.items() if re.search(rule, words))
    if meaning.subject is not subject:
        yield f"speaks of {meaning.subject}, not of {subject}"
    if meaning.side is not expected_side(words):
        yield f"side {meaning.side}"
    sexes = re.findall(r"\b(female|male)\b", words)
    if meaning.sex != (sexes[0] if sexes else ""):
        yield f"sex {meaning.sex}"
    if meaning.biology != expected_biology(words):
        yield f"biology {meaning.biology}"
    if meaning.came_back is not None:
        yield "came back"
    yield from place_disagreements(meaning, places, words, open_=is_open(words))


def is_open(words: str) -> bool:
    """Whether the words name no place at all, so that even one candidate stays open."""
    return re.search(r"^secondary .*unspecified site|^disseminated", words) is not None


def place_disagreements(
    meaning: CodeMeaning, places: frozenset[str], words: str, *, open_: bool = False
) -> Iterator[str]:
    found = {finding.place for finding in meaning.found}
    if set(meaning.places) != places:
        yield f"places {set(meaning.places) ^ places}"
    if len(meaning.found) + len(meaning.candidates) != len(places):
        yield "a place is named twice"
    decided = len(places) == 1 and not open_
    if bool(found) is not decided or bool(meaning.candidates) is (decided or not places):
        yield "decided where it is open, or open where it is decided"
    if (not decided and places) and not meaning.asks:
        yield "nothing is asked"
    for finding in meaning.found:
        if finding.certainty is not Certainty.FOUND:
            yield f"certainty {finding.certainty}"
        detail = next((d for rule, d in DETAILS.items() if re.search(rule, words)), None)
        if finding.side is not None or finding.detail != detail:
            yield f"detail {finding.detail}, not {detail}"
