"""What a code can mean: the places that it leaves open, before sides are compared."""

from __future__ import annotations

from enum import StrEnum
from typing import Final, NamedTuple

from decision_aid.domain import NOT_SURE, PLACES, PlaceId, Side, TumorType

Sides = frozenset[Side]
NO_SIDE: Final[Sides] = frozenset()
LEFT: Final[Sides] = frozenset({Side.LEFT})
RIGHT: Final[Sides] = frozenset({Side.RIGHT})
BOTH: Final[Sides] = LEFT | RIGHT


class Relation(StrEnum):
    """Where a place lies, seen from the breast with the cancer."""

    SAME = "same"
    OTHER = "other"
    ANY = "any"


class Option(NamedTuple):
    """One place that a code can mean.

    Attributes:
        place: its id.
        detail: the answer to its follow-up question that the code gives.
        relation: the side on which it has to lie for the code to mean it.
        asks: what stays open even when this is the only place left.
    """

    place: PlaceId
    detail: str | None = None
    relation: Relation = Relation.ANY
    asks: tuple[str, ...] = ()


class Reading(NamedTuple):
    """What one code says.

    Attributes:
        options: the places that it can mean; ``None`` where it says cancer, but not where.
        asks: what to ask where more than one place is left.
        sides: the sides that the code itself names.
        breast: whether it is the cancer of a breast itself, whose side is the side of the case.
        type: the histologic type that it names.
        elsewhere: whether it is a cancer that began somewhere else.
    """

    options: tuple[Option, ...] | None = None
    asks: str = "which_place"
    sides: Sides = NO_SIDE
    breast: bool = False
    type: TumorType = TumorType.UNKNOWN
    elsewhere: bool = False


def at(place: str, detail: str | None = None, asks: tuple[str, ...] = ()) -> Reading:
    """Return the reading of a code that means one place, wherever it lies."""
    return Reading((Option(_known(place), detail, asks=asks),))


def one_of(asks: str, *places: str) -> Reading:
    """Return the reading of a code that leaves several places open."""
    return Reading(tuple(Option(_known(place)) for place in places), asks)


def cancer_of_breast(
    *places: str, asks: str = "", sides: Sides = NO_SIDE, kind: TumorType = TumorType.UNKNOWN
) -> Reading:
    """Return the reading of a code for the cancer of a breast itself."""
    options = tuple(Option(_known(place), relation=Relation.SAME) for place in places)
    return Reading(options, asks, sides, breast=True, type=kind)


def _known(place: str) -> PlaceId:
    return PLACES[PlaceId(place)].id


def _same(place: str, detail: str | None = None) -> Option:
    return Option(_known(place), detail, Relation.SAME)


def _other(place: str) -> Option:
    # A code does not tell whether these nodes belong to a cancer in the other breast.
    return Option(_known(place), NOT_SURE, Relation.OTHER, ("other_side_nodes",))


AXILLA: Final = (_same("nodes_armpit"), _other("nodes_other_armpit"))
INFRACLAVICULAR: Final = (
    _same("nodes_below_collarbone"),
    # The register has no row for these alone.
    _other("nodes_other_armpit"),
    _other("nodes_other_collarbone"),
)
SUPRACLAVICULAR: Final = (
    _same("nodes_above_collarbone", "same_side"),
    _other("nodes_other_collarbone"),
)
INTERNAL_MAMMARY: Final = (
    _same("nodes_breastbone", "same_side"),
    _other("nodes_other_breastbone"),
)
INTRAMAMMARY: Final = (_same("nodes_in_breast"),)
NECK: Final = (Option(_known("nodes_neck")),)
CHEST_CENTER: Final = (Option(_known("nodes_chest_center")),)
BELLY_OR_GROIN: Final = (Option(_known("nodes_belly_or_groin")),)
ALL_NODES: Final = (
    *AXILLA,
    *INTRAMAMMARY,
    *INFRACLAVICULAR[:1],
    *SUPRACLAVICULAR,
    *INTERNAL_MAMMARY,
    *NECK,
    *CHEST_CENTER,
    *BELLY_OR_GROIN,
)


def nodes(*options: Option) -> Reading:
    """Return the reading of a code for lymph nodes, whose meaning depends on group and side."""
    return Reading(options, "which_nodes")
