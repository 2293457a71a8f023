"""Another side and more findings: nothing changes its meaning without being told."""

from __future__ import annotations

import itertools

import pytest
from hypothesis import given
from hypothesis import strategies as st

from decision_aid.domain import (
    PLACES,
    UNKNOWN_BIOLOGY,
    Answers,
    Biology,
    Certainty,
    ContradictionError,
    Finding,
    Grade,
    PlaceId,
    PlaceSide,
    Receptor,
    Side,
    checked,
)
from decision_aid.domain.what_if import (
    replaced_items,
    with_biology,
    with_findings,
    with_side,
    without,
)
from tests.domain.cases import case, found, not_found, suspected

SIDES = (None, *Side)


@pytest.mark.parametrize(("before", "after"), list(itertools.product(SIDES, SIDES)))
def test_every_place_survives_a_change_of_side_or_is_given_back(
    before: Side | None, after: Side | None
) -> None:
    findings = [Finding(place) for place in PLACES]
    if before is Side.BOTH:
        same = [p.id for p in PLACES.values() if p.side is PlaceSide.SAME]
        findings = [f for f in findings if f.place not in same]
        findings += [Finding(place, side=s) for place in same for s in (Side.LEFT, Side.RIGHT)]
    changed = with_side(checked(Answers(tuple(findings), before)), after)
    assert changed.case.side is after
    assert len(changed.case.findings) + len(changed.taken_out) == len(findings)
    if after is not Side.BOTH and before is Side.BOTH:
        assert {f.side for f in changed.taken_out} == {Side.LEFT, Side.RIGHT} - {after}
    elif after is Side.BOTH and before is not Side.BOTH:
        lost = {f.place for f in changed.taken_out}
        of_other = {p.id for p in PLACES.values() if p.side is PlaceSide.OTHER}
        assert lost == (of_other if before is None else {"other_breast"})
    else:
        assert changed.taken_out == ()


@pytest.mark.parametrize("before", [Side.LEFT, Side.RIGHT])
@pytest.mark.parametrize("certainty", Certainty)
def test_nodes_on_the_other_side_are_near_the_other_breast_once_it_has_cancer(
    before: Side, certainty: Certainty
) -> None:
    near = {
        "nodes_other_armpit": "nodes_armpit",
        "nodes_other_breastbone": "nodes_breastbone",
        "nodes_other_collarbone": "nodes_above_collarbone",
    }
    for other, place in near.items():
        case = checked(Answers((Finding(PlaceId(other), certainty),), before))
        changed = with_side(case, Side.BOTH)
        assert changed.taken_out == ()
        opposite = Side.RIGHT if before is Side.LEFT else Side.LEFT
        assert changed.case.findings == (Finding(PlaceId(place), certainty, opposite),)


def test_a_finding_of_one_breast_stays_of_that_breast_when_both_have_cancer() -> None:
    left = case(found("nodes_armpit"), suspected("liver"), side=Side.LEFT)
    both = with_side(left, Side.BOTH).case
    assert both.findings == (found("nodes_armpit", side=Side.LEFT), suspected("liver"))


def test_what_is_newly_said_replaces_what_was_said_of_the_place() -> None:
    before = case(found("breast_tissue"), suspected("liver"), side=Side.LEFT)
    after = with_findings(before, [not_found("liver"), found("bone")]).case
    assert set(after.findings) == {found("breast_tissue"), not_found("liver"), found("bone")}
    assert after.side is Side.LEFT


def test_what_held_for_both_breasts_still_holds_for_the_one_that_is_not_told_anew() -> None:
    before = case(found("breast_tissue"), side=Side.BOTH)
    new = not_found("breast_tissue")._replace(side=Side.LEFT)
    after = with_findings(before, [new]).case
    assert set(after.findings) == {found("breast_tissue", side=Side.RIGHT), new}


def test_the_same_place_told_in_two_ways_is_refused() -> None:
    with pytest.raises(ContradictionError):
        with_findings(case(), [found("liver"), not_found("liver")])


@given(
    st.lists(st.sampled_from([Finding(p, c) for p in PLACES for c in Certainty]), max_size=5),
    st.lists(
        st.sampled_from([Finding(p, c) for p in PLACES for c in Certainty]),
        unique_by=lambda f: f.place,
        max_size=5,
    ),
)
def test_every_new_finding_is_in_the_case_and_nothing_else_changes(
    old: list[Finding], new: list[Finding]
) -> None:
    before = checked(Answers(tuple({f.place: f for f in old}.values())))
    after = with_findings(before, new).case
    places = {f.place for f in new}
    assert set(after.findings) == {*new, *(f for f in before.findings if f.place not in places)}


def test_a_finding_can_be_taken_out() -> None:
    assert without(case(found("bone"), found("liver")), found("bone")) == case(found("liver"))


def test_reports_add_up_and_what_they_replace_is_named() -> None:
    before = Biology(er=Receptor.POSITIVE, grade=Grade.TWO)
    said = Biology(er=Receptor.NEGATIVE, pr=Receptor.POSITIVE)
    assert with_biology(before, said) == Biology(
        er=Receptor.NEGATIVE, pr=Receptor.POSITIVE, grade=Grade.TWO
    )
    assert replaced_items(before, said) == ("er",)
    assert with_biology(before, UNKNOWN_BIOLOGY) == before
    assert replaced_items(before, before) == ()
