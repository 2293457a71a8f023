"""What each TNM category of breast cancer says of places.

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

from decision_aid.domain import Certainty, Finding, PlaceId
from decision_aid.records.typed.reading import Says, candidates, found

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

    clinical: Says
    pathological: Says
    bare: Says

    def by(self, basis: str) -> Says:
        """Return what it says with this letter before it: ``"c"``, ``"p"`` or none."""
        return {"c": self.clinical, "p": self.pathological}.get(basis, self.bare)


def _same(says: Says) -> Category:
    return Category(says, says, says)


def _which_nodes(meaning: str, *places: str) -> Says:
    return Says(meaning, open=("which_nodes",), candidates=candidates(*places))


def _not_a_category(*places: str) -> Says:
    return _which_nodes("not_a_category", *places)


_ARMPIT: Final = "nodes_armpit"
_BELOW: Final = "nodes_below_collarbone"
_BESIDE: Final = "nodes_breastbone"
_ABOVE: Final = "nodes_above_collarbone"
_BESIDE_SAME: Final = "nodes_breastbone=same_side"
_NO_ARMPIT: Final = (Finding(PlaceId(_ARMPIT), Certainty.NOT_FOUND),)

_TUMOR: Final = {
    "TX": Says("t_x"),
    "T0": Says("t_0", (Finding(PlaceId("breast_tissue"), Certainty.NOT_FOUND),)),
    "Tis": Says(
        "t_is", open=("which_in_place",), candidates=candidates("ducts_only", "nipple_paget")
    ),
    "Tis(DCIS)": Says("t_is_dcis", found("ducts_only")),
    "Tis(LCIS)": Says("t_is_lcis", found("lobules_only"), ("which_lcis",)),
    "Tis(Paget)": Says("t_is_paget", found("nipple_paget=no_invasive_part")),
    "T1mi": Says("t_1mi", found("microinvasion")),
    "T1": Says("t_1", found("breast_tissue")),
    "T1a": Says("t_1a", found("breast_tissue")),
    "T1b": Says("t_1b", found("breast_tissue")),
    "T1c": Says("t_1c", found("breast_tissue")),
    "T2": Says("t_2", found("breast_tissue")),
    "T3": Says("t_3", found("breast_tissue")),
    "T4": Says(
        "t_4",
        found("breast_tissue"),
        ("skin_or_chest_wall",),
        candidates("breast_skin", "chest_wall", "inflammatory"),
    ),
    "T4a": Says("t_4a", found("chest_wall=grown_straight_in")),
    "T4b": Says("t_4b", found("breast_skin=same_breast")),
    "T4c": Says("t_4c", found("chest_wall=grown_straight_in", "breast_skin=same_breast")),
    "T4d": Says("t_4d", found("inflammatory")),
}

_NODES: Final = {
    "NX": _same(Says("n_x")),
    "N0": Category(Says("n_0_c", _NO_ARMPIT), Says("n_0_p", _NO_ARMPIT), Says("n_0")),
    "N0(i-)": _same(Says("n_0_p", _NO_ARMPIT)),
    "N0(i+)": _same(Says("n_0_i", found("nodes_armpit_isolated_cells"))),
    "N0(mol-)": _same(Says("n_0_p", _NO_ARMPIT)),
    "N0(mol+)": _same(Says("n_0_mol")),
    "N1": Category(
        Says("n_1_c", found(_ARMPIT)),
        _which_nodes("n_1_p", _ARMPIT, _BESIDE),
        _which_nodes("n_1", _ARMPIT, _BESIDE),
    ),
    "N1mi": _same(Says("n_1mi", found(_ARMPIT))),
    "N1a": Category(
        _not_a_category(_ARMPIT), Says("n_1a", found(_ARMPIT)), Says("n_1a", found(_ARMPIT))
    ),
    "N1b": Category(
        _not_a_category(_BESIDE, _ARMPIT),
        Says("n_1b", found(_BESIDE_SAME)),
        _which_nodes("n_1b_open", _BESIDE, _ARMPIT),
    ),
    "N1c": Category(
        _not_a_category(_ARMPIT, _BESIDE),
        Says("n_1c", found(_ARMPIT, _BESIDE_SAME)),
        _which_nodes("n_1c_open", _ARMPIT, _BESIDE),
    ),
    "N2": _same(_which_nodes("n_2", _ARMPIT, _BESIDE)),
    "N2a": Category(
        Says("n_2a_c", found(_ARMPIT)),
        Says("n_2a_p", found(_ARMPIT)),
        Says("n_2a", found(_ARMPIT)),
    ),
    "N2b": _same(Says("n_2b", found(_BESIDE_SAME))),
    "N3": _same(_which_nodes("n_3", _ARMPIT, _BELOW, _BESIDE, _ABOVE)),
    "N3a": Category(
        Says("n_3a_c", found(_BELOW)),
        _which_nodes("n_3a_p", _ARMPIT, _BELOW),
        _which_nodes("n_3a", _ARMPIT, _BELOW),
    ),
    "N3b": _same(Says("n_3b", found(_ARMPIT, _BESIDE_SAME))),
    "N3c": _same(Says("n_3c", found(f"{_ABOVE}=same_side"))),
}

_M_0: Final = Says("m_0")
_M_1: Final = Says("m_1", open=("which_part",), candidates=candidates("other_far_organ"))
_TRACES: Final = Says(
    "m_0_i", open=("which_traces",), candidates=candidates("bone_marrow_cells", "blood_cells")
)

_FAR: Final = {
    "MX": _same(Says("m_x")),
    # The laboratory cannot show that there is nothing anywhere, so pM0 is not a category.
    "M0": Category(_M_0, Says("m_0_p"), _M_0),
    "M0(i+)": _same(_TRACES),
    "M1": _same(_M_1),
}

CATEGORIES: Final[dict[str, Category]] = {
    **{name: _same(says) for name, says in _TUMOR.items()},
    **_NODES,
    **_FAR,
}
"""Every category that is read, by its usual spelling without what stands before it."""
