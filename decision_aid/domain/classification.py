"""What the reasoning answers: the two answers, how far, because of what, what could change it."""

from __future__ import annotations

from collections.abc import Mapping
from enum import StrEnum
from types import MappingProxyType
from typing import Final, NamedTuple

from decision_aid.domain.findings import Certainty, PlaceId, Side
from decision_aid.domain.places import CountsAs


class Kind(StrEnum):
    """The kind of result."""

    IN_SITU = "in_situ"
    INVASIVE = "invasive"
    METASTATIC = "metastatic"
    NOT_CANCER = "not_cancer"
    OUT_OF_SCOPE = "out_of_scope"
    CANNOT_TELL = "cannot_tell"


class Extent(StrEnum):
    """How far what was *found* reaches."""

    IN_PLACE = "in_place"
    BREAST = "breast"
    NEARBY = "nearby"
    DISTANT = "distant"


class Reason(NamedTuple):
    """A found place that supports the answer, and what it counts as."""

    place: PlaceId
    certainty: Certainty
    counts_as: CountsAs
    side: Side | None = None


class PossibleChange(NamedTuple):
    """A place that is not settled, and what the case would be if it were found as feared.

    Attributes:
        place: the place.
        certainty: suspected or unknown; found where only its meaning is not settled.
        would_be: the kind of result if it were found.
        would_reach: how far that would reach.
        side: with cancer in both breasts, the breast that it belongs to.
        turns_invasive: whether the answer to "invasive?" would be another.
        turns_metastatic: whether the answer to "metastatic?" would be another.
    """

    place: PlaceId
    certainty: Certainty
    would_be: Kind
    would_reach: Extent | None
    side: Side | None = None
    turns_invasive: bool = False
    turns_metastatic: bool = False


class Open(NamedTuple):
    """Of each answer, whether what is suspected, unknown or not settled could still turn it."""

    invasive: bool = False
    metastatic: bool = False


NO_SIDES: Final[Mapping[Side, Classification]] = MappingProxyType({})


class Classification(NamedTuple):
    """The two answers, how far, because of what, and what could still change them.

    Attributes:
        kind: the kind of result.
        invasive: yes, no, or ``None`` where it cannot be told.
        metastatic: yes, no, or ``None`` where it cannot be told.
        extent: how far what was found reaches, or ``None``.
        because: what decided it, most decisive first.
        could_change: what is suspected, unknown or unsettled and would change the answer.
        notes: ids of the explanations that this case needs.
        sides: with cancer in both breasts, each breast classified by itself.
        open: whether each answer could still turn; no words deny what is open.
    """

    kind: Kind
    invasive: bool | None
    metastatic: bool | None
    extent: Extent | None
    because: tuple[Reason, ...] = ()
    could_change: tuple[PossibleChange, ...] = ()
    notes: tuple[str, ...] = ()
    sides: Mapping[Side, Classification] = NO_SIDES
    open: Open = Open()
