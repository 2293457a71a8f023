"""What TNM categories and stages may say of places, as rules that can be read aloud.

The rules are those of ``clinical/sites``: how far a category reaches decides which places it can
name; a small letter narrows them.
"""

from __future__ import annotations

from collections.abc import Iterator

from decision_aid.domain import Certainty
from decision_aid.records.codes.meaning import CodeMeaning

FOUND = {
    # What a category names without doubt: the category, with the letter before it where it counts.
    "Tis(DCIS)": "ducts_only",
    "Tis(LCIS)": "lobules_only",
    "Tis(Paget)": "nipple_paget=no_invasive_part",
    "T1mi": "microinvasion",
    **dict.fromkeys(("T1", "T1a", "T1b", "T1c", "T2", "T3", "T4"), "breast_tissue"),
    "T4a": "chest_wall=grown_straight_in",
    "T4b": "breast_skin=same_breast",
    "T4c": "chest_wall=grown_straight_in breast_skin=same_breast",
    "T4d": "inflammatory",
    "N0(i+)": "nodes_armpit_isolated_cells",
    "N1mi": "nodes_armpit",
    **dict.fromkeys(("cN1", "pN1", "N1", "N2", "N3"), "nodes_armpit"),
    **dict.fromkeys(("pN1a", "N1a", "cN1a", "N2a", "cN2a", "pN2a"), "nodes_armpit"),
    **dict.fromkeys(("cN1c", "N1c"), "nodes_armpit"),
    **dict.fromkeys(("pN1b", "cN1b", "N1b"), "nodes_breastbone=same_side"),
    **dict.fromkeys(("pN3a", "N3a"), "nodes_below_collarbone"),
    "pN1c": "nodes_armpit nodes_breastbone=same_side",
    "N2b": "nodes_breastbone=same_side",
    "cN3a": "nodes_below_collarbone",
    "N3b": "nodes_armpit nodes_breastbone=same_side",
    "N3c": "nodes_above_collarbone=same_side",
    "M1": "other_far_organ=not_sure",
}
NOT_FOUND = {
    "T0": "breast_tissue",
    **dict.fromkeys(("cN0", "pN0", "N0(i-)", "N0(mol-)"), "nodes_armpit"),
}
OPEN = {
    # What a category leaves open, beside the likeliest of the places that all count the same.
    "Tis": "ducts_only nipple_paget",
    "T4": "breast_skin chest_wall inflammatory",
    **dict.fromkeys(("pN1", "N1", "N2", "cN1c", "N1c"), "nodes_breastbone"),
    **dict.fromkeys(("cN1b", "N1b", "pN3a", "N3a"), "nodes_armpit"),
    "N3": "nodes_below_collarbone nodes_breastbone nodes_above_collarbone",
    "M0(i+)": "bone_marrow_cells blood_cells",
}


def of_category(name: str, meaning: CodeMeaning, *, letters: str) -> Iterator[str]:
    """Yield what of a category's meaning the rules do not bear out."""
    lettered = (
        [letters + name] if any(letters + name in t for t in (FOUND, NOT_FOUND, OPEN)) else []
    )
    # N0 and N1a mean nodes only where it is known how they were looked at.
    depends = any(letter + name in t for letter in "cp" for t in (FOUND, NOT_FOUND, OPEN))
    key = lettered[0] if lettered else name if not depends or not letters else ""
    yield from _as(meaning, FOUND.get(key, ""), NOT_FOUND.get(key, ""), OPEN.get(key, ""))


def of_stage(name: str, meaning: CodeMeaning) -> Iterator[str]:
    """Yield what of a stage's meaning the rules do not bear out."""
    found = {"IV": "other_far_organ=not_sure", "0": "ducts_only"}.get(name, "breast_tissue")
    nodes = "nodes_armpit nodes_below_collarbone nodes_breastbone nodes_above_collarbone"
    yield from _as(meaning, found, "", {"0": "nipple_paget", "IIIC": nodes}.get(name, ""))


def _as(meaning: CodeMeaning, found: str, not_found: str, open_: str) -> Iterator[str]:
    expected = {(place, Certainty.FOUND) for place in found.split()}
    expected |= {(place, Certainty.NOT_FOUND) for place in not_found.split()}
    said = {(f"{f.place}={f.detail}" if f.detail else f.place, f.certainty) for f in meaning.found}
    if said != expected or len(meaning.found) != len(expected):
        yield f"{said} instead of {expected}"
    if sorted(meaning.candidates) != sorted(open_.split()):
        yield f"{meaning.candidates} instead of {open_}"
    if open_ and not meaning.asks:
        yield "nothing is asked"
