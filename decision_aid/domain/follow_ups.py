"""Places that need one more question, and what each answer makes the place count as.

An answer that leaves two meanings open maps to both, nearest first; nothing is guessed between
them. A follow-up that was never asked leaves the place as the register says.

Source: ``seer-eod-breast`` (contiguous and separate bone, skin of the breast and skin elsewhere,
nodes on the other side, the other breast "if stated as metastatic", cells found only by a
special test) and the staging topics that cite it.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final

from decision_aid.domain.findings import PlaceId
from decision_aid.domain.places import CountsAs

_C = CountsAs
SAME_SIDE: Final = "same_side"
"""The answer that a place is on the side of the cancer."""

NOT_SURE: Final = "not_sure"
"""The answer id that every follow-up offers."""


@dataclass(frozen=True, slots=True)
class FollowUp:
    """One question about a place: answer id -> what the place then counts as.

    ``answers`` maps each answer id to one or two meanings, nearest first, in the order in
    which they are shown; ``not_sure`` is always the last.
    """

    place: PlaceId
    answers: dict[str, tuple[CountsAs, ...]]


def _ask(place: str, **answers: CountsAs | tuple[CountsAs, ...]) -> FollowUp:
    return FollowUp(
        PlaceId(place),
        {
            answer: meaning if isinstance(meaning, tuple) else (meaning,)
            for answer, meaning in answers.items()
        },
    )


_OTHER_SIDE: Final[dict[str, CountsAs | tuple[CountsAs, ...]]] = {
    "spread_from_first_breast": _C.DISTANT,
    "from_cancer_in_other_breast": _C.SEPARATE,
    NOT_SURE: (_C.SEPARATE, _C.DISTANT),
}

FOLLOW_UPS: Final[dict[PlaceId, FollowUp]] = {
    follow_up.place: follow_up
    for follow_up in (
        _ask(
            "lobules_only",
            classic=_C.RISK_MARKER,
            pleomorphic_or_florid=_C.RISK_MARKER,
            not_sure=_C.RISK_MARKER,
        ),
        _ask(
            "nipple_paget",
            no_invasive_part=_C.IN_PLACE,
            invasive_part=_C.BREAST,
            not_sure=(_C.IN_PLACE, _C.BREAST),
        ),
        _ask(
            "several_spots",
            at_least_one_invasive=_C.BREAST,
            only_in_ducts=_C.IN_PLACE,
            not_sure=(_C.IN_PLACE, _C.BREAST),
        ),
        _ask(
            "breast_skin",
            same_breast=_C.BREAST,
            somewhere_else=_C.DISTANT,
            not_sure=(_C.BREAST, _C.DISTANT),
        ),
        _ask(
            "chest_wall",
            grown_straight_in=_C.BREAST,
            separate_spot=_C.DISTANT,
            not_sure=(_C.BREAST, _C.DISTANT),
        ),
        _ask(
            "nodes_above_collarbone",
            same_side=_C.NEARBY,
            other_side=_C.DISTANT,
            not_sure=(_C.NEARBY, _C.DISTANT),
        ),
        _ask(
            "nodes_breastbone",
            same_side=_C.NEARBY,
            other_side=_C.DISTANT,
            not_sure=(_C.NEARBY, _C.DISTANT),
        ),
        _ask("nodes_other_armpit", **_OTHER_SIDE),
        _ask("nodes_other_breastbone", **_OTHER_SIDE),
        _ask("nodes_other_collarbone", **_OTHER_SIDE),
        _ask(
            "other_breast",
            new_cancer=_C.SEPARATE,
            called_spread=_C.DISTANT,
            not_sure=(_C.SEPARATE, _C.DISTANT),
        ),
        _ask(
            "bone",
            separate_spot=_C.DISTANT,
            grown_straight_in=_C.BREAST,
            not_sure=(_C.BREAST, _C.DISTANT),
        ),
        _ask(
            "pleura",
            cancer_cells_found=_C.DISTANT,
            team_called_it_spread=_C.DISTANT,
            fluid_only=_C.NO_CHANGE,
            not_sure=(_C.NO_CHANGE, _C.DISTANT),
        ),
        _ask(
            "ovary",
            spread=_C.DISTANT,
            new_cancer=_C.SEPARATE,
            not_sure=(_C.SEPARATE, _C.DISTANT),
        ),
        _ask(
            "skin_far",
            somewhere_else=_C.DISTANT,
            same_breast_or_chest=_C.BREAST,
            not_sure=(_C.BREAST, _C.DISTANT),
        ),
        _ask(
            "bone_marrow",
            growing_there=_C.DISTANT,
            few_single_cells=_C.NO_CHANGE,
            not_sure=(_C.NO_CHANGE, _C.DISTANT),
        ),
        _ask(
            "other_far_organ",
            kidney=_C.DISTANT,
            pancreas=_C.DISTANT,
            spleen=_C.DISTANT,
            thyroid=_C.DISTANT,
            womb=_C.DISTANT,
            eye=_C.DISTANT,
            another=_C.DISTANT,
            not_sure=_C.DISTANT,
        ),
    )
}
"""The follow-up question of each place that has one."""
