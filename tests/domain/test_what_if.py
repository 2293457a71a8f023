"""What-if cases: the original stays as it is, and exactly what differs is named."""

from __future__ import annotations

import itertools

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from decision_aid.domain import (
    FOLLOW_UPS,
    PLACES,
    Answers,
    Assessment,
    Biology,
    Certainty,
    Finding,
    PlaceId,
    Receptor,
    Side,
    assess,
)
from decision_aid.domain.what_if import (
    AnswerPart,
    Differences,
    differences,
    open_findings,
    supposing,
)
from tests.domain.cases import case, found, not_found, suspected, unknown
from tests.domain.test_classify_exhaustive import STAND_INS

SINGLES = [Finding(place, certainty) for place in PLACES for certainty in Certainty]
DETAILED = [
    Finding(place, Certainty.FOUND, None, detail)
    for place, follow_up in FOLLOW_UPS.items()
    for detail in follow_up.answers
]


# One place for each meaning: what else differs between two places of one meaning is their name.
MEANT_ALIKE = [one._replace(certainty=c) for one in STAND_INS for c in Certainty]


def compared(before: Answers, after: Answers) -> Differences:
    return differences(assess(before), assess(after))


def check_exact(first_seen: Assessment, second_seen: Assessment) -> None:
    """Hold what is named against the two cases, worked out anew."""
    seen = differences(first_seen, second_seen)
    one, other = first_seen.answers, second_seen.answers
    first, second = first_seen.result, second_seen.result
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
    decided = {d.id: {o.id: o for o in d.options} for d in first_seen.decisions}
    then = {d.id: {o.id: o for o in d.options} for d in second_seen.decisions}
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
    asked, asked_then = set(first_seen.questions), set(second_seen.questions)
    assert set(seen.questions_new) == asked_then - asked
    assert set(seen.questions_gone) == asked - asked_then
    assert seen.facts == ()


def test_differences_of_every_pair_of_single_findings_are_exactly_those_that_exist() -> None:
    alone = {finding: assess(Answers((finding,))) for finding in MEANT_ALIKE}
    for one, other in itertools.product(alone, alone):
        check_exact(alone[one], alone[other])
        assert differences(alone[one], alone[other]).none == (one == other)


def test_every_place_is_told_apart_from_the_one_beside_it() -> None:
    for one, other in itertools.pairwise([*SINGLES, SINGLES[0]]):
        check_exact(assess(Answers((one,))), assess(Answers((other,))))


def test_every_answer_to_every_follow_up_is_told_apart_too() -> None:
    for one, other in itertools.product(DETAILED, DETAILED):
        if one.place == other.place:
            check_exact(assess(Answers((one,))), assess(Answers((other,))))


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


def test_if_the_liver_is_confirmed_the_second_answer_changes_and_the_first_does_not() -> None:
    as_it_is = case(found("breast_tissue"), suspected("liver"))
    seen = compared(as_it_is, supposing(as_it_is, [suspected("liver")], Certainty.FOUND))
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
    seen = compared(case(left, right, side=Side.BOTH), case(left, tissue, side=Side.BOTH))
    assert {c.about for c in seen.answers} == {None, Side.RIGHT}


def test_with_both_breasts_only_what_differs_is_named() -> None:
    inflamed = found("inflammatory", side=Side.LEFT)
    right = found("breast_tissue", side=Side.RIGHT)
    both = case(inflamed, right, side=Side.BOTH)
    known = {Side.LEFT: Biology(er=Receptor.POSITIVE), Side.RIGHT: Biology(er=Receptor.NEGATIVE)}
    reported = both._replace(biology_by_side=known)
    assert compared(reported, reported).none
    seen = compared(both, reported)
    assert seen.options
    assert (seen.answers, seen.findings) == ((), ())


def test_side_timing_and_reports_are_named_where_they_differ() -> None:
    one = case(found("breast_tissue"), side=Side.LEFT, came_back=False)
    other = case(found("breast_tissue"), side=Side.RIGHT, came_back=True)
    known = Biology(er=Receptor.POSITIVE)
    seen = compared(one, other._replace(biology=known))
    assert seen.facts == ("side", "came_back", "er")
    assert compared(one, one).none


@settings(max_examples=200)
@given(st.lists(st.sampled_from(SINGLES), unique_by=lambda f: f.place, max_size=6), st.data())
def test_order_never_matters_and_turning_round_swaps_the_two(
    findings: list[Finding], data: st.DataObject
) -> None:
    as_it_is = Answers(tuple(findings))
    shuffled = Answers(tuple(data.draw(st.permutations(findings))))
    assert compared(as_it_is, shuffled).none
    supposed = supposing(as_it_is, open_findings(as_it_is), Certainty.FOUND)
    there, back = compared(as_it_is, supposed), compared(supposed, as_it_is)
    assert set(there.decisions_new) == set(back.decisions_gone)
    assert set(there.questions_gone) == set(back.questions_new)
    assert {(c.part, c.before, c.after) for c in there.answers} == {
        (c.part, c.after, c.before) for c in back.answers
    }


def test_a_place_is_named_once() -> None:
    one = case(suspected("bone"))
    other = case(found("bone", "separate_spot"))
    (change,) = compared(one, other).findings
    assert change.place == PlaceId("bone")
    assert change.after == found("bone", "separate_spot")
