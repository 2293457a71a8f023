"""What the table of decisions wants to know of one breast, or of the whole person."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from decision_aid.domain.answers import Answers
from decision_aid.domain.biology import Biology, of_breast
from decision_aid.domain.classification import Classification, Extent, Kind
from decision_aid.domain.findings import Certainty, Side
from decision_aid.domain.ids import PlaceId
from decision_aid.domain.places import PLACES, CountsAs, Group, PlaceSide
from decision_aid.domain.rules.locally_advanced import is_locally_advanced


@dataclass(frozen=True, slots=True)
class View:
    """One breast, or the whole person, as the table looks at it.

    Attributes:
        case: what was said.
        person: what everything that was found comes to.
        result: what this breast comes to; the same as ``person`` where it is not one of two.
        found: the places found there.
        biologies: the reports that may speak of it: its own, or those of both breasts.
        side: which of two breasts; ``None`` for the whole person.
    """

    case: Answers
    person: Classification
    result: Classification
    found: frozenset[PlaceId]
    biologies: tuple[Biology, ...]
    side: Side | None = None

    @property
    def in_place(self) -> bool:
        """Whether it is in place only."""
        return self.result.kind is Kind.IN_SITU

    @property
    def only_paget(self) -> bool:
        """Whether it is Paget disease with nothing behind it."""
        return self.in_place and {r.place for r in self.result.because} == {"nipple_paget"}

    @property
    def early(self) -> bool:
        """Whether it is invasive, and not found far away."""
        return self.result.kind is Kind.INVASIVE

    @property
    def far(self) -> bool:
        """Whether it has spread far."""
        return self.result.kind is Kind.METASTATIC

    @property
    def in_bone(self) -> bool:
        """Whether it has spread to a bone; growing straight into a rib is no spread."""
        return any(
            r.place == "bone" and r.counts_as is CountsAs.DISTANT for r in self.result.because
        )

    @property
    def came_back(self) -> bool:
        """Whether it came back after earlier breast cancer."""
        return self.case.came_back is True

    @property
    def inflammatory(self) -> bool:
        """Whether it is inflammatory."""
        return "inflammatory" in self.found

    @property
    def starts_with_drugs(self) -> bool:
        """Whether it follows the plan for inflammatory cancer."""
        return self.early and self.inflammatory and not self.came_back

    @property
    def usual_order(self) -> bool:
        """Whether this is early cancer for the first time, and surgery can be chosen."""
        return self.early and not self.inflammatory and not self.came_back

    @property
    def locally_advanced(self) -> bool:
        """Whether it counts as locally advanced."""
        return is_locally_advanced(self.result)

    @property
    def nodes(self) -> bool:
        """Whether lymph nodes nearby hold cancer."""
        return self.result.extent is Extent.NEARBY

    @property
    def armpit(self) -> bool:
        """Whether lymph nodes in the armpit, of the first levels, hold cancer."""
        return "nodes_armpit" in self.found

    @property
    def collarbone(self) -> bool:
        """Whether lymph nodes near the collarbone hold cancer."""
        return not self.found.isdisjoint({"nodes_below_collarbone", "nodes_above_collarbone"})

    @property
    def node_taken(self) -> bool:
        """Whether a lymph node was taken out, and held only a few stray cells."""
        return "nodes_armpit_isolated_cells" in self.found and not self.nodes

    @property
    def no_tumor_in_breast(self) -> bool:
        """Whether it was found in lymph nodes, and no cancer in the breast; LCIS is none."""
        return self.nodes and not self.came_back and not self._cancer_in_breast

    @property
    def _cancer_in_breast(self) -> bool:
        in_breast = {p for p in self.found if PLACES[p].group is Group.BREAST}
        return any(PLACES[place].counts_as is not CountsAs.RISK_MARKER for place in in_breast)

    @property
    def in_breast(self) -> bool:
        """Whether something was found in the breast itself."""
        return any(PLACES[place].group is Group.BREAST for place in self.found)

    @property
    def other_breast_free(self) -> bool:
        """Whether nothing was found in or beside the other breast."""
        other = any(PLACES[place].side is PlaceSide.OTHER for place in self.found)
        return self.case.side is not Side.BOTH and not other

    @property
    def not_settled(self) -> bool:
        """Whether a result is missing without which nothing can be decided."""
        return self.result.kind is Kind.CANNOT_TELL or (
            self.early and self.result.metastatic is None
        )


def views(
    case: Answers, result: Classification, biology: Biology, by_side: Mapping[Side, Biology]
) -> tuple[View, tuple[View, ...]]:
    """Return how the whole person is looked at, and how each of two breasts is.

    What has spread far is never looked at breast by breast: nothing here says from which of two
    cancers it came.
    """
    found = case.places(Certainty.FOUND)
    own = {side: of_breast(biology, by_side, side) for side in result.sides}
    whole = View(case, result, result, found, tuple(own.values()) or (biology,))
    if whole.far:
        return whole, ()
    breasts = tuple(
        View(
            case,
            result,
            one,
            frozenset(
                f.place
                for f in case.findings
                if f.certainty is Certainty.FOUND and f.side in {side, None}
            ),
            (own[side],),
            side,
        )
        for side, one in result.sides.items()
    )
    return whole, breasts
