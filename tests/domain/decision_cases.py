"""Every case that differs in what it means for a decision, told in plain facts.

The facts are read off the findings here a second time, not taken from the table of decisions.
"""

from __future__ import annotations

import itertools
from collections.abc import Iterator
from typing import NamedTuple

from decision_aid.domain import (
    FOLLOW_UPS,
    PLACES,
    Answers,
    Certainty,
    Classification,
    Decision,
    Finding,
    Kind,
    Side,
    Talk,
    assess,
)
from tests.domain.cases import found, suspected

IN_THE_BREAST = {
    "ducts_only",
    "lobules_only",
    "nipple_paget",
    "breast_tissue",
    "microinvasion",
    "several_spots",
    "breast_lymph_vessels",
    "breast_muscle",
    "breast_skin",
    "chest_wall",
    "inflammatory",
    "scar_or_chest_skin",
}
ADVANCED = {
    "breast_skin",
    "chest_wall",
    "nodes_below_collarbone",
    "nodes_above_collarbone",
    "nodes_breastbone",
    "bone",
    "skin_far",
}
BESIDE_THE_OTHER = {
    "other_breast",
    "nodes_other_armpit",
    "nodes_other_breastbone",
    "nodes_other_collarbone",
}


class Facts(NamedTuple):
    """One breast, or one person, in plain facts."""

    kind: Kind
    open: bool
    nodes: bool
    armpit: bool
    collarbone: bool
    few_cells: bool
    advanced: bool
    inflammatory: bool
    paget_only: bool
    nothing_in_breast: bool
    breast_found: bool
    back: bool
    bone: bool
    other_free: bool

    @property
    def first(self) -> bool:
        return not self.back

    @property
    def in_place(self) -> bool:
        return self.kind is Kind.IN_SITU

    @property
    def early(self) -> bool:
        return self.kind is Kind.INVASIVE

    @property
    def far(self) -> bool:
        return self.kind is Kind.METASTATIC

    @property
    def usual(self) -> bool:
        return self.early and self.first and not self.inflammatory


def facts(case: Answers, result: Classification, side: Side | None = None) -> Facts:
    here = {
        f.place
        for f in case.findings
        if f.certainty is Certainty.FOUND and (side is None or f.side in (None, side))
    }
    early = result.kind is Kind.INVASIVE
    nodes = early and result.extent == "nearby"
    breast = bool(here & IN_THE_BREAST)
    return Facts(
        kind=result.kind,
        open=result.kind is Kind.CANNOT_TELL
        or (early and (result.metastatic is None or result.open.metastatic))
        or (result.kind is Kind.IN_SITU and result.open.invasive),
        nodes=nodes,
        armpit="nodes_armpit" in here,
        collarbone=bool(here & {"nodes_below_collarbone", "nodes_above_collarbone"}),
        few_cells="nodes_armpit_isolated_cells" in here and not nodes,
        advanced=early and bool(here & ADVANCED),
        inflammatory="inflammatory" in here,
        paget_only=result.kind is Kind.IN_SITU and not here & {"ducts_only", "several_spots"},
        nothing_in_breast=nodes
        and not here & IN_THE_BREAST - {"lobules_only"}
        and case.came_back is not True,
        breast_found=breast,
        back=case.came_back is True,
        bone=result.kind is Kind.METASTATIC
        and any(r.place == "bone" and r.counts_as == "distant" for r in result.because),
        other_free=case.side is not Side.BOTH and not here & BESIDE_THE_OTHER,
    )


def offered(decisions: tuple[Decision, ...]) -> dict[str, Talk]:
    """Return every option with how it is talked about; "yes" in one decision is enough."""
    shown: dict[str, Talk] = {}
    for decision in decisions:
        for option in decision.options:
            if shown.get(option.id) is not Talk.YES:
                shown[option.id] = option.talk
    return shown


EVERY_FINDING = [
    found(place, detail)
    for place in PLACES
    for detail in (None, *(FOLLOW_UPS[place].answers if place in FOLLOW_UPS else ()))
]
TOGETHER: list[tuple[str, ...]] = [
    ("inflammatory", "nodes_armpit"),
    ("inflammatory", "nodes_armpit", "nodes_above_collarbone"),
    ("inflammatory", "nodes_armpit_isolated_cells"),
    ("breast_tissue", "nodes_armpit", "nodes_above_collarbone"),
    ("breast_tissue", "nodes_armpit", "nodes_breastbone"),
    ("breast_tissue", "breast_skin", "nodes_armpit"),
    ("breast_tissue", "breast_skin", "nodes_armpit_isolated_cells"),
    ("breast_tissue", "chest_wall", "nodes_armpit"),
    ("breast_tissue", "nodes_armpit", "nodes_armpit_isolated_cells"),
    ("breast_tissue", "nodes_in_breast", "nodes_armpit"),
    ("breast_tissue", "nodes_armpit", "other_breast"),
    ("ducts_only", "nipple_paget", "nodes_armpit_isolated_cells"),
    ("nodes_armpit", "nodes_above_collarbone"),
    ("nodes_armpit", "lobules_only"),
    ("breast_tissue", "bone", "liver"),
]


def one_breast() -> Iterator[tuple[Answers, Classification]]:
    """Yield every finding alone and with every other, and more together, by timing."""
    pairs = (p for p in itertools.combinations(EVERY_FINDING, 2) if p[0].place != p[1].place)
    sets: Iterator[tuple[Finding, ...]] = itertools.chain(
        [(), (suspected("bone"),)],
        ((f,) for f in EVERY_FINDING),
        pairs,
        (tuple(found(place) for place in places) for places in TOGETHER),
    )
    for findings in sets:
        for came_back in (None, False, True):
            case = Answers(findings, None, came_back)
            yield case, assess(case).result


OF_ONE_BREAST: tuple[tuple[str, ...], ...] = (
    (),
    ("lobules_only",),
    ("ducts_only",),
    ("nipple_paget",),
    ("breast_tissue",),
    ("breast_tissue", "nodes_armpit"),
    ("breast_tissue", "nodes_armpit_isolated_cells"),
    ("breast_tissue", "breast_skin"),
    ("breast_tissue", "nodes_armpit", "nodes_above_collarbone"),
    ("nodes_armpit",),
    ("inflammatory", "nodes_armpit"),
)


def two_breasts() -> Iterator[tuple[Answers, Classification]]:
    """Yield every kind of breast beside every other, without and with spread far, by timing."""
    for left, right in itertools.product(OF_ONE_BREAST, repeat=2):
        for far in ((), (found("bone"),), (suspected("liver"),)):
            for came_back in (False, True):
                findings = (
                    *(found(place, side=Side.LEFT) for place in left),
                    *(found(place, side=Side.RIGHT) for place in right),
                    *far,
                )
                case = Answers(findings, Side.BOTH, came_back)
                yield case, assess(case).result


def distinct() -> dict[Facts, tuple[Answers, Classification]]:
    """Return one case of one breast for each set of facts."""
    return {facts(case, result): (case, result) for case, result in one_breast()}
