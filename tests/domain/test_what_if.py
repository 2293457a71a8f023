"""What-if cases: what is supposed settles what was open, and the original stays as it is."""

from __future__ import annotations

import itertools

import pytest

from decision_aid.domain import PLACES, Answers, Certainty, Finding, Side
from decision_aid.domain.what_if import open_findings, supposing
from tests.domain.cases import case, found, not_found, suspected, unknown

SINGLES = [Finding(place, certainty) for place in PLACES for certainty in Certainty]


@pytest.mark.parametrize("side", [None, Side.LEFT, Side.BOTH])
@pytest.mark.parametrize("certainty", [Certainty.FOUND, Certainty.NOT_FOUND])
def test_what_is_supposed_settles_what_was_open_and_nothing_else(
    side: Side | None, certainty: Certainty
) -> None:
    for one, other in itertools.combinations(SINGLES, 2):
        if one.place == other.place:
            continue
        as_it_is = Answers((one, other), side)
        supposed = supposing(as_it_is, open_findings(as_it_is), certainty)
        assert open_findings(supposed) == ()
        settled = {f for f in as_it_is.findings if f.certainty in {"found", "not_found"}}
        assert settled <= set(supposed.findings)
        assert [f.place for f in supposed.findings] == [f.place for f in as_it_is.findings]
        assert (supposed.side, supposed.came_back) == (as_it_is.side, as_it_is.came_back)


def test_only_the_chosen_finding_is_supposed() -> None:
    as_it_is = case(found("breast_tissue"), suspected("liver"), unknown("bone"))
    (liver,) = [f for f in open_findings(as_it_is) if f.place == "liver"]
    supposed = supposing(as_it_is, [liver], Certainty.FOUND)
    assert set(supposed.findings) == {found("breast_tissue"), found("liver"), unknown("bone")}


def test_what_is_suspected_is_offered_before_what_nobody_knows() -> None:
    as_it_is = case(
        unknown("nodes_armpit"), found("breast_tissue"), suspected("liver"), not_found("lung")
    )
    assert [f.place for f in open_findings(as_it_is)] == ["liver", "nodes_armpit"]
