"""Which question comes next: the order of the steps for what was answered, and nothing else."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from enum import StrEnum
from typing import Final

from decision_aid.domain.answers import Answers
from decision_aid.domain.findings import Certainty, Finding, Side
from decision_aid.domain.follow_ups import FOLLOW_UPS
from decision_aid.domain.ids import PlaceId
from decision_aid.domain.places import PLACES, Group, Place, PlaceSide, places_in


class StepKind(StrEnum):
    """What a step asks or shows."""

    WELCOME = "welcome"
    SIDE = "side"
    PLACES = "places"
    FOLLOW_UP = "follow_up"
    TIMING = "timing"
    BIOLOGY = "biology"
    REVIEW = "review"
    ANSWER = "answer"
    TREATMENT = "treatment"
    OPTIONS = "options"
    VALUES = "values"
    CHECK = "check"
    QUESTIONS = "questions"
    SUMMARY = "summary"


class Area(StrEnum):
    """The places that are asked about together on one page."""

    BREAST = "breast"
    NODES = "nodes"
    DISTANT = "distant"
    OTHER = "other"


AREA_GROUPS: Final[dict[Area, tuple[Group, ...]]] = {
    Area.BREAST: (Group.BREAST,),
    Area.NODES: (Group.NEARBY_NODES, Group.FAR_NODES),
    Area.DISTANT: (Group.FAR_ORGANS,),
    Area.OTHER: (Group.OTHER, Group.TRACE, Group.OUT_OF_SCOPE),
}

NOT_SURE_OF_AREA: Final[dict[Area, PlaceId]] = {
    Area.BREAST: PlaceId("breast_tissue"),
    Area.NODES: PlaceId("nodes_armpit"),
    Area.DISTANT: PlaceId("other_far_organ"),
}
"""The place that stands for a whole area when a person is not sure about any of it."""


@dataclass(frozen=True, slots=True)
class Step:
    """One step of the way.

    Attributes:
        kind: what it asks or shows.
        area: for ``PLACES``, the places asked about.
        place: for ``FOLLOW_UP``, the place it is about.
        side: with cancer in both breasts, the breast it is about.
    """

    kind: StepKind
    area: Area | None = None
    place: PlaceId | None = None
    side: Side | None = None

    @property
    def id(self) -> str:
        """A stable name, such as ``places:nodes:left`` or ``follow_up:chest_wall``."""
        parts = (self.kind, self.area, self.place, self.side)
        return ":".join(part for part in parts if part)


def places_asked(step: Step, case: Answers) -> tuple[Place, ...]:
    """Return the places that a ``PLACES`` step asks about, in register order.

    With cancer in both breasts each breast is asked about by itself, so places "on the other
    side" are not asked, and places without a side are asked once.
    """
    if step.area is None:
        return ()
    places = places_in(*AREA_GROUPS[step.area])
    if case.side is not Side.BOTH:
        return places
    wanted = PlaceSide.SAME if step.side is not None else PlaceSide.NONE
    return tuple(place for place in places if place.side is wanted)


def steps(case: Answers) -> tuple[Step, ...]:
    """Return every step of the way for this case, in order.

    Args:
        case: what has been answered so far; the way changes only behind the answers.
    """
    return (
        Step(StepKind.WELCOME),
        Step(StepKind.SIDE),
        *_places_steps(case),
        *_follow_up_steps(case),
        Step(StepKind.TIMING),
        Step(StepKind.BIOLOGY),
        Step(StepKind.REVIEW),
        Step(StepKind.ANSWER),
        Step(StepKind.TREATMENT),
        Step(StepKind.OPTIONS),
        Step(StepKind.VALUES),
        Step(StepKind.CHECK),
        Step(StepKind.QUESTIONS),
        Step(StepKind.SUMMARY),
    )


def _places_steps(case: Answers) -> tuple[Step, ...]:
    if case.side is not Side.BOTH:
        return tuple(Step(StepKind.PLACES, area) for area in Area)
    return (
        *(
            Step(StepKind.PLACES, area, side=side)
            for side in (Side.LEFT, Side.RIGHT)
            for area in (Area.BREAST, Area.NODES)
        ),
        Step(StepKind.PLACES, Area.NODES),
        Step(StepKind.PLACES, Area.DISTANT),
        Step(StepKind.PLACES, Area.OTHER),
    )


_ONLY_WITH_ONE_BREAST: Final = frozenset(
    PlaceId(place) for place in ("nodes_above_collarbone", "nodes_breastbone")
)
"""With cancer in both breasts each breast's nodes are asked about on that breast's own page."""


def _follow_up_steps(case: Answers) -> Iterable[Step]:
    for place in FOLLOW_UPS:
        for finding in _in_side_order(case, place):
            if finding.certainty is not Certainty.FOUND:
                continue
            if case.side is Side.BOTH and place in _ONLY_WITH_ONE_BREAST:
                continue
            yield Step(StepKind.FOLLOW_UP, place=place, side=finding.side)


def _in_side_order(case: Answers, place: PlaceId) -> list[Finding]:
    return sorted((f for f in case.findings if f.place == place), key=lambda f: f.side or "")


def relevant(case: Answers) -> Answers:
    """Return the case without what its way never asks, so that no hidden answer decides.

    Changing "left" to "both" leaves behind places of the other side, and findings without a
    side; changing back leaves behind findings with one. The wizard keeps them for the way
    back, but they take no part.
    """
    both = case.side is Side.BOTH
    kept = tuple(
        finding
        for finding in case.findings
        if _takes_part(PLACES[finding.place], finding, both=both)
    )
    return case._replace(findings=kept)


def _takes_part(place: Place, finding: Finding, *, both: bool) -> bool:
    if place.side is PlaceSide.SAME:
        return (finding.side is not None) is both
    return not (both and place.side is PlaceSide.OTHER)
