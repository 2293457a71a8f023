"""What each TNM category and stage of breast cancer means for places.

The letter before a category matters: ``c`` is what examination and pictures show, ``p`` what the
laboratory found. Where the two mean different nodes, a category without a letter stays open.
``N0`` and ``M0`` say that nothing was found *by the look that was taken*: ``cN0`` and ``pN0`` give
"not found" for the armpit, which is what is looked at; no other place is marked, and nothing
after treatment, because what is gone then was there before.

Sources, by their ids in ``sources.toml``: ``nci-pdq-breast-hp-t`` and ``nci-pdq-breast-hp-m``
for T and M, ``kjr-2018-pn`` for pN, ``seer-eod-regional-nodes`` and ``ndrs-tnm-breast`` for cN and
for small spread (N1mi) in the armpit, ``cruk-tnm-breast``. The categories of the AJCC 8th edition
are described here in our own words.
"""

from __future__ import annotations

from typing import Final, NamedTuple

from decision_aid.domain import Certainty
from decision_aid.records.codes.meaning import (
    CodeMeaning,
    candidates,
    found,
    not_found,
    undecided,
)

SOURCES: Final = frozenset(
    {
        "cdisc-tnm-prefixes",
        "cruk-tnm-breast",
        "kjr-2018-pn",
        "nci-pdq-breast-hp-m",
        "nci-pdq-breast-hp-t",
        "ndrs-tnm-breast",
        "seer-eod-regional-nodes",
        "tnm-o-descriptors",
    }
)


class Category(NamedTuple):
    """A category with what it says: from examination, from the laboratory, or unmarked."""

    clinical: CodeMeaning
    pathological: CodeMeaning
    bare: CodeMeaning

    def by(self, basis: str) -> CodeMeaning:
        """Return what it says with this letter before it: ``"c"``, ``"p"`` or none."""
        return {"c": self.clinical, "p": self.pathological}.get(basis, self.bare)


def _same(says: CodeMeaning) -> Category:
    return Category(says, says, says)


def _which_nodes(meaning: str, place: str, *others: str) -> CodeMeaning:
    """All of them are nearby, so the likeliest counts at once; which it is is asked after that."""
    return CodeMeaning(meaning, found(place), candidates(*others), ("which_nodes",))


def _not_a_category(place: str, *others: str) -> CodeMeaning:
    return _which_nodes("not_a_category", place, *others)


FAR_SOMEWHERE: Final = "other_far_organ"
"""Where cancer is far from the breast, and nothing says in which part."""

AFTER_TREATMENT: Final = "after_treatment"
_ARMPIT: Final = "nodes_armpit"
_BELOW: Final = "nodes_below_collarbone"
_BESIDE: Final = "nodes_breastbone"
_ABOVE: Final = "nodes_above_collarbone"
_BESIDE_SAME: Final = "nodes_breastbone=same_side"
_NO_ARMPIT: Final = not_found(_ARMPIT)

_TUMOR: Final = {
    "TX": CodeMeaning("t_x"),
    "T0": CodeMeaning("t_0", not_found("breast_tissue")),
    "Tis": CodeMeaning(
        "t_is", asks=("which_in_place",), candidates=candidates("ducts_only", "nipple_paget")
    ),
    "Tis(DCIS)": CodeMeaning("t_is_dcis", found("ducts_only")),
    "Tis(LCIS)": CodeMeaning("t_is_lcis", found("lobules_only"), asks=("which_lcis",)),
    "Tis(Paget)": CodeMeaning("t_is_paget", found("nipple_paget=no_invasive_part")),
    "T1": CodeMeaning("t_1", found("breast_tissue")),
    "T1mi": CodeMeaning("t_1mi", found("microinvasion")),
    "T1a": CodeMeaning("t_1a", found("breast_tissue")),
    "T1b": CodeMeaning("t_1b", found("breast_tissue")),
    "T1c": CodeMeaning("t_1c", found("breast_tissue")),
    "T2": CodeMeaning("t_2", found("breast_tissue")),
    "T3": CodeMeaning("t_3", found("breast_tissue")),
    "T4": CodeMeaning(
        "t_4",
        found("breast_tissue"),
        candidates("breast_skin", "chest_wall", "inflammatory"),
        ("skin_or_chest_wall",),
    ),
    "T4a": CodeMeaning("t_4a", found("chest_wall=grown_straight_in")),
    "T4b": CodeMeaning("t_4b", found("breast_skin=same_breast")),
    "T4c": CodeMeaning("t_4c", found("chest_wall=grown_straight_in", "breast_skin=same_breast")),
    "T4d": CodeMeaning("t_4d", found("inflammatory")),
}

_NODES: Final = {
    "NX": _same(CodeMeaning("n_x")),
    "N0": Category(
        CodeMeaning("n_0_c", _NO_ARMPIT), CodeMeaning("n_0_p", _NO_ARMPIT), CodeMeaning("n_0")
    ),
    "N0(i-)": _same(CodeMeaning("n_0_p", _NO_ARMPIT)),
    "N0(i+)": _same(CodeMeaning("n_0_i", found("nodes_armpit_isolated_cells"))),
    "N0(mol-)": _same(CodeMeaning("n_0_p", _NO_ARMPIT)),
    "N0(mol+)": _same(CodeMeaning("n_0_mol")),
    "N1": Category(
        CodeMeaning("n_1_c", found(_ARMPIT)),
        _which_nodes("n_1_p", _ARMPIT, _BESIDE),
        _which_nodes("n_1", _ARMPIT, _BESIDE),
    ),
    "N1mi": _same(CodeMeaning("n_1mi", found(_ARMPIT))),
    "N1a": Category(
        _not_a_category(_ARMPIT),
        CodeMeaning("n_1a", found(_ARMPIT)),
        CodeMeaning("n_1a", found(_ARMPIT)),
    ),
    "N1b": Category(
        _not_a_category(_BESIDE_SAME, _ARMPIT),
        CodeMeaning("n_1b", found(_BESIDE_SAME)),
        _which_nodes("n_1b_open", _BESIDE_SAME, _ARMPIT),
    ),
    "N1c": Category(
        _not_a_category(_ARMPIT, _BESIDE),
        CodeMeaning("n_1c", found(_ARMPIT, _BESIDE_SAME)),
        _which_nodes("n_1c_open", _ARMPIT, _BESIDE),
    ),
    "N2": _same(_which_nodes("n_2", _ARMPIT, _BESIDE)),
    "N2a": Category(
        CodeMeaning("n_2a_c", found(_ARMPIT)),
        CodeMeaning("n_2a_p", found(_ARMPIT)),
        CodeMeaning("n_2a", found(_ARMPIT)),
    ),
    "N2b": _same(CodeMeaning("n_2b", found(_BESIDE_SAME))),
    "N3": _same(_which_nodes("n_3", _ARMPIT, _BELOW, _BESIDE, _ABOVE)),
    "N3a": Category(
        CodeMeaning("n_3a_c", found(_BELOW)),
        _which_nodes("n_3a_p", _BELOW, _ARMPIT),
        _which_nodes("n_3a", _BELOW, _ARMPIT),
    ),
    "N3b": _same(CodeMeaning("n_3b", found(_ARMPIT, _BESIDE_SAME))),
    "N3c": _same(CodeMeaning("n_3c", found(f"{_ABOVE}=same_side"))),
}

_M_0: Final = CodeMeaning("m_0")
# Distant wherever it is, so it counts at once; which part of the body it is is asked after that.
_M_1: Final = CodeMeaning("m_1", found(f"{FAR_SOMEWHERE}=not_sure"), asks=("which_part",))
_TRACES: Final = CodeMeaning(
    "m_0_i", asks=("which_traces",), candidates=candidates("bone_marrow_cells", "blood_cells")
)

_FAR: Final = {
    "MX": _same(CodeMeaning("m_x")),
    # The laboratory cannot show that there is nothing anywhere, so pM0 is not a category.
    "M0": Category(_M_0, CodeMeaning("m_0_p"), _M_0),
    "M0(i+)": _same(_TRACES),
    "M1": _same(_M_1),
}

CATEGORIES: Final[dict[str, Category]] = {
    **{name: _same(says) for name, says in _TUMOR.items()},
    **_NODES,
    **_FAR,
}
"""Every category that is read, by its usual spelling without what stands before it."""

_SPOTS_IN_PLACE: Final = {"Tis(DCIS)": "only_in_ducts"}


def with_letters(name: str, before: str = "", *, many: bool = False) -> CodeMeaning:
    """Return what a category means with the letters before it.

    Args:
        name: the category in its usual spelling, one of ``CATEGORIES``.
        before: ``c`` or ``p``, after ``y``, ``r``, ``a`` or ``m``, as in ``yp``.
        many: whether a suffix says that there is more than one tumor.
    """
    meaning = CATEGORIES[name].by(before[-1:])
    tumor = name[0] == "T" and name[1] in "i1234"
    kind = "at_least_one_invasive" if name[:3] != "Tis" else _SPOTS_IN_PLACE.get(name, "")
    if tumor and many and kind:
        meaning = meaning._replace(found=(*meaning.found, *found(f"several_spots={kind}")))
    elif tumor and (many or "m" in before):
        meaning = meaning._replace(
            asks=(*meaning.asks, "several_spots"),
            candidates=(*meaning.candidates, *candidates("several_spots")),
        )
    if "r" in before:
        meaning = meaning._replace(came_back=True)
        if name[0] == "T" and name[1] in "123":
            # After the breast was removed, it comes back in the scar or the skin of the chest.
            meaning = undecided(meaning, "breast_or_scar")
            scar = candidates("scar_or_chest_skin")
            meaning = meaning._replace(candidates=(*meaning.candidates, *scar))
    return _after_treatment(meaning, name) if "y" in before else meaning


def _after_treatment(meaning: CodeMeaning, name: str) -> CodeMeaning:
    """What is left after treatment was there; what is not left may have been there before."""
    if name[1] in "1234":
        return meaning._replace(asks=(*meaning.asks, AFTER_TREATMENT))
    found_now = tuple(f for f in meaning.found if f.certainty is Certainty.FOUND)
    return undecided(meaning._replace(found=found_now), AFTER_TREATMENT)


_INVASIVE: Final = CodeMeaning("stage_invasive", found("breast_tissue"))
_MANY_NODES: Final = CodeMeaning(
    "stage_3c",
    found("breast_tissue"),
    candidates(_ARMPIT, _BELOW, _BESIDE, _ABOVE),
    ("which_nodes",),
)
STAGES: Final[dict[str, CodeMeaning]] = {
    "0": CodeMeaning(
        "stage_0", found("ducts_only"), candidates("nipple_paget"), ("which_in_place",)
    ),
    **dict.fromkeys(("IA", "IB", "I", "IIA", "IIB", "II", "IIIA", "IIIB", "III"), _INVASIVE),
    # By the letters alone these are nodes far up; with grade and receptors it may be another case.
    "IIIC": _MANY_NODES,
    "IV": _M_1._replace(words="stage_4"),
}
"""What each stage group says of places: I to III are invasive and not distant, and no more."""
