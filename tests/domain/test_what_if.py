"""What-if cases: the original stays as it is, and exactly what differs is named."""

from __future__ import annotations

import itertools

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from decision_aid.domain import (
    FOLLOW_UPS,
    PLACES,
    UNKNOWN_BIOLOGY,
    Answers,
    Biology,
    Certainty,
    Finding,
    PlaceId,
    Receptor,
    Side,
    classify,
    decisions_for,
    questions_for,
)
from decision_aid.domain.what_if import (
    AnswerPart,
    Differences,
    differences,
    open_findings,
    supposing,
)
from tests.domain.cases import case, found, not_found, suspected, unknown

SINGLES = [Finding(place, certainty) for place in PLACES for certainty in Certainty]
DETAILED = [
    Finding(place, Certainty.FOUND, None, detail)
    for place, follow_up in FOLLOW_UPS.items()
    for detail in follow_up.answers
]


def check_exact(one: Answers, other: Answers, seen: Differences) -> None:
    """Hold what is named against the two cases, worked out anew."""
    first, second = classify(one), classify(other)
    whole = {change.part: change for change in seen.answers if change.about is None}
    for part in AnswerPart:
        before, after = getattr(first, part), getattr(second, part)
        assert (part in whole) == (before != after), part
        if part in whole:
            assert (whole[part].before, whole[part].after) == (before, after)
    said = {(f.place, f.side): f for f in one.findings}
    said_then = {(f.place, f.side): f for f in other.findings}
    named = {(change.place, change.side): change for change in seen.findings}
    assert len(named) == len(seen.findings)
    for key in {*said, *said_then}:
        assert (key in named) == (said.get(key) != said_then.get(key))
        if key in named:
            assert (named[key].before, named[key].after) == (said.get(key), said_then.get(key))
    decided = {d.id: {o.id: o for o in d.options} for d in decisions_for(one, first)}
    then = {d.id: {o.id: o for o in d.options} for d in decisions_for(other, second)}
    assert set(seen.decisions_new) == set(then) - set(decided)
    assert set(seen.decisions_gone) == set(decided) - set(then)
    changed = {
        (decision, option)
        for decision in set(decided) & set(then)
        for option in {*decided[decision], *then[decision]}
        if decided[decision].get(option) != then[decision].get(option)
    }
    assert {(o.decision, o.option) for o in seen.options} == changed
    assert all(o.before != o.after for o in seen.options)
    asked, asked_then = set(questions_for(one, first)), set(questions_for(other, second))
    assert set(seen.questions_new) == asked_then - asked
    assert set(seen.questions_gone) == asked - asked_then
    assert seen.facts == ()


@pytest.mark.parametrize("certainty", Certainty)
def test_differences_of_every_pair_of_single_findings_are_exactly_those_that_exist(
    certainty: Certainty,
) -> None:
    mine = [finding for finding in SINGLES if finding.certainty is certainty]
    for one, other in itertools.product(mine, SINGLES):
        before, after = Answers((one,)), Answers((other,))
        seen = differences(before, after)
        check_exact(before, after, seen)
        assert seen.none == (one == other)


def test_every_answer_to_every_follow_up_is_told_apart_too() -> None:
    for one, other in itertools.product(DETAILED, DETAILED):
        if one.place == other.place:
            before, after = Answers((one,)), Answers((other,))
            check_exact(before, after, differences(before, after))


@pytest.mark.parametrize("side", [None, Side.LEFT, Side.BOTH])
@pytest.mark.parametrize("certainty", [Certainty.FOUND, Certainty.NOT_FOUND])
def test_a_what_if_never_changes_the_case_it_comes_from(
    side: Side | None, certainty: Certainty
) -> None:
    for one, other in itertools.combinations(SINGLES, 2):
        if one.place == other.place:
            continue
        as_it_is = Answers((one, other), side)
        kept = Answers(tuple(as_it_is.findings), as_it_is.side, as_it_is.came_back)
        supposed = supposing(as_it_is, open_findings(as_it_is), certainty)
        differences(as_it_is, supposed)
        assert as_it_is == kept
        assert open_findings(supposed) == ()
        settled = {f for f in as_it_is.findings if f.certainty in {"found", "not_found"}}
        assert settled <= set(supposed.findings)
        assert [f.place for f in supposed.findings] == [f.place for f in as_it_is.findings]


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


def test_if_the_liver_is_confirmed_the_second_answer_changes_and_the_first_does_not() -> None:
    as_it_is = case(found("breast_tissue"), suspected("liver"))
    seen = differences(as_it_is, supposing(as_it_is, [suspected("liver")], Certainty.FOUND))
    parts = {change.part: (change.before, change.after) for change in seen.answers}
    assert parts == {
        "metastatic": (False, True),
        "extent": ("breast", "distant"),
        "kind": ("invasive", "metastatic"),
    }
    assert seen.decisions_new
    assert seen.decisions_gone


def test_each_breast_is_told_by_itself() -> None:
    left, right = found("ducts_only", side=Side.LEFT), found("ducts_only", side=Side.RIGHT)
    tissue = found("breast_tissue", side=Side.RIGHT)
    seen = differences(case(left, right, side=Side.BOTH), case(left, tissue, side=Side.BOTH))
    assert {c.about for c in seen.answers} == {None, Side.RIGHT}


def test_with_both_breasts_only_what_differs_is_named() -> None:
    inflamed = found("inflammatory", side=Side.LEFT)
    right = found("breast_tissue", side=Side.RIGHT)
    both = case(inflamed, right, side=Side.BOTH)
    known = {Side.LEFT: Biology(er=Receptor.POSITIVE), Side.RIGHT: Biology(er=Receptor.NEGATIVE)}
    assert differences(both, both, by_side_before=known, by_side_after=known).none
    seen = differences(both, both, by_side_after=known)
    assert seen.options
    assert (seen.answers, seen.findings) == ((), ())


def test_side_timing_and_reports_are_named_where_they_differ() -> None:
    one = case(found("breast_tissue"), side=Side.LEFT, came_back=False)
    other = case(found("breast_tissue"), side=Side.RIGHT, came_back=True)
    known = Biology(er=Receptor.POSITIVE)
    seen = differences(one, other, UNKNOWN_BIOLOGY, known)
    assert seen.facts == ("side", "came_back", "er")
    assert differences(one, one, known, known).none


@settings(max_examples=200)
@given(st.lists(st.sampled_from(SINGLES), unique_by=lambda f: f.place, max_size=6), st.data())
def test_order_never_matters_and_turning_round_swaps_the_two(
    findings: list[Finding], data: st.DataObject
) -> None:
    as_it_is = Answers(tuple(findings))
    shuffled = Answers(tuple(data.draw(st.permutations(findings))))
    assert differences(as_it_is, shuffled).none
    supposed = supposing(as_it_is, open_findings(as_it_is), Certainty.FOUND)
    there, back = differences(as_it_is, supposed), differences(supposed, as_it_is)
    assert set(there.decisions_new) == set(back.decisions_gone)
    assert set(there.questions_gone) == set(back.questions_new)
    assert {(c.part, c.before, c.after) for c in there.answers} == {
        (c.part, c.after, c.before) for c in back.answers
    }


def test_a_place_is_named_once() -> None:
    one = case(suspected("bone"))
    other = case(found("bone", "separate_spot"))
    (change,) = differences(one, other).findings
    assert change.place == PlaceId("bone")
    assert change.after == found("bone", "separate_spot")
