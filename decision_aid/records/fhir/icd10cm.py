"""What an ICD-10-CM code says: C50, D05 and C77 to C80, as mCODE lists them.

Sources: ``mcode-secondary-vs`` for C77 to C80; ``codex-breast-vs`` for C50. The last character
of C50 and D05 is the side: 1 right, 2 left, 9 or 0 unspecified.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Final

from decision_aid.records.fhir.readings import (
    ALL_NODES,
    AXILLA,
    BELLY_OR_GROIN,
    CHEST_CENTER,
    INFRACLAVICULAR,
    INTERNAL_MAMMARY,
    LEFT,
    NECK,
    NO_SIDE,
    RIGHT,
    SUPRACLAVICULAR,
    Reading,
    Sides,
    at,
    cancer_of_breast,
    nodes,
    one_of,
)

_ANOTHER_CANCER: Final = re.compile(r"^C\d[0-9A-Z][0-9A-Z]{0,4}$")
_SIDES: Final[dict[str, Sides]] = {"1": RIGHT, "2": LEFT}


def from_icd10cm(code: str) -> Reading | None:
    """Return what a code says, with or without its dot, or ``None`` for one that is not cancer."""
    plain = code.strip().upper().replace(".", "")
    known = _TABLE.get(plain)
    if known is None and _ANOTHER_CANCER.match(plain):
        return None if plain.startswith(_OURS) else Reading(elsewhere=True)
    return known


_OURS: Final = ("C50", "C77", "C78", "C79", "C800")
"""Where a code that the table does not know is no cancer of another kind, but a wrong code."""


def _primary() -> Iterator[tuple[str, Reading]]:
    breast = cancer_of_breast("breast_tissue")
    nipple = cancer_of_breast("breast_tissue", "nipple_paget", asks="nipple_paget_or_deeper")
    yield "C50", breast
    for site in "012345689":
        reading = nipple if site == "0" else breast
        yield f"C50{site}", reading
        for sex in "12":
            yield f"C50{site}{sex}", reading
            for side in "129":
                sides = _SIDES.get(side, NO_SIDE)
                yield f"C50{site}{sex}{side}", reading._replace(sides=sides)
    in_situ = {
        "": ("ducts_only", "lobules_only", "nipple_paget"),
        "0": ("lobules_only",),
        "1": ("ducts_only",),
        "8": ("ducts_only", "lobules_only", "nipple_paget"),
        "9": ("ducts_only", "lobules_only", "nipple_paget"),
    }
    for kind, places in in_situ.items():
        reading = cancer_of_breast(*places, asks="which_in_place")
        yield f"D05{kind}", reading
        for side in "012" if kind else "":
            yield f"D05{kind}{side}", reading._replace(sides=_SIDES.get(side, NO_SIDE))


def _with_sides(code: str, reading: Reading, last: str = "012") -> Iterator[tuple[str, Reading]]:
    # A side of a lung, kidney, ovary or adrenal gland does not change what it means.
    yield code, reading
    yield from ((f"{code}{side}", reading) for side in last)


_SECONDARY: Final[dict[str, Reading]] = {
    "C77": nodes(*ALL_NODES),
    # Head, face and neck: the code is used above the collarbone and higher up.
    "C770": nodes(*SUPRACLAVICULAR, *NECK),
    "C771": nodes(*CHEST_CENTER, *INTERNAL_MAMMARY),
    "C772": nodes(*BELLY_OR_GROIN),
    "C773": nodes(*AXILLA, *INFRACLAVICULAR[:1]),
    "C774": nodes(*BELLY_OR_GROIN),
    "C775": nodes(*BELLY_OR_GROIN),
    "C778": nodes(*ALL_NODES),
    "C779": nodes(*ALL_NODES),
    "C781": one_of("which_place", "nodes_chest_center", "other_far_organ"),
    "C782": at("pleura"),
    "C783": one_of("which_place", "lung", "pleura", "other_far_organ"),
    "C7830": one_of("which_place", "lung", "pleura", "other_far_organ"),
    "C7839": one_of("which_place", "lung", "pleura", "other_far_organ"),
    "C784": at("stomach_or_bowel"),
    "C785": at("stomach_or_bowel"),
    "C786": at("belly_lining"),
    "C787": at("liver"),
    "C788": one_of("which_place", "stomach_or_bowel", "other_far_organ"),
    "C7880": one_of("which_place", "stomach_or_bowel", "other_far_organ"),
    "C7889": one_of("which_place", "stomach_or_bowel", "other_far_organ"),
    "C791": at("other_far_organ", "another"),
    "C7910": at("other_far_organ", "another"),
    "C7911": at("other_far_organ", "another"),
    "C7919": at("other_far_organ", "another"),
    "C792": one_of("which_skin", "breast_skin", "scar_or_chest_skin", "skin_far"),
    "C793": one_of("which_place", "brain", "brain_lining"),
    "C7931": at("brain"),
    "C7932": at("brain_lining"),
    "C794": one_of("which_place", "brain_lining", "other_far_organ"),
    "C7940": one_of("which_place", "brain_lining", "other_far_organ"),
    "C7949": one_of("which_place", "brain_lining", "other_far_organ"),
    "C795": one_of("which_place", "bone", "bone_marrow"),
    "C7951": at("bone"),
    "C7952": at("bone_marrow"),
    "C798": Reading(),
    # Spread to a breast: from the other one, from the same one, or from elsewhere.
    "C7981": one_of(
        "spread_or_new_in_breast", "breast_tissue", "other_breast", "spread_from_elsewhere"
    ),
    "C7982": one_of("which_place", "ovary", "other_far_organ"),
    "C7989": Reading(),
    "C799": Reading(),
    "C800": Reading(),
}

_TABLE: Final[dict[str, Reading]] = {
    **dict(_primary()),
    **_SECONDARY,
    **dict(_with_sides("C780", at("lung"))),
    **dict(_with_sides("C790", at("other_far_organ", "kidney"))),
    **dict(_with_sides("C796", at("ovary"), "0123")),
    **dict(_with_sides("C797", at("adrenal"))),
}
