"""Saved answers are taken up again as the interview in which they were given."""

from __future__ import annotations

import itertools

import pytest

from decision_aid.domain import FOLLOW_UPS, Answers, Certainty, Interview, PlaceId, Side
from decision_aid.domain.follow_ups import NOT_SURE

BREAST, BONE, LIVER = PlaceId("breast_tissue"), PlaceId("bone"), PlaceId("liver")
NODES = PlaceId("nodes_armpit")


def given(side: Side | None, *, nothing_farther: bool, liver: Certainty | None) -> Interview:
    interview = Interview().with_side(side).with_timing(False)
    for one in (Side.LEFT, Side.RIGHT) if side is Side.BOTH else (None,):
        interview = interview.with_mark(BREAST, one, Certainty.FOUND)
    interview = interview.with_mark(LIVER, None, liver)
    return interview.with_nothing_farther(nothing_farther)


@pytest.mark.parametrize(
    ("side", "nothing_farther", "liver"),
    list(itertools.product((None, *Side), (False, True), (None, *Certainty))),
)
def test_what_was_saved_comes_to_the_same_answers(
    side: Side | None, nothing_farther: bool, liver: Certainty | None
) -> None:
    before = given(side, nothing_farther=nothing_farther, liver=liver)
    again = Interview.of(before.answers)
    assert set(again.answers.findings) == set(before.answers.findings)
    assert again.answers._replace(findings=()) == before.answers._replace(findings=())
    assert again.nothing_farther is nothing_farther
    assert not again.is_empty


@pytest.mark.parametrize("answer", FOLLOW_UPS[BONE].answers)
def test_an_answer_to_a_follow_up_is_taken_up_again(answer: str) -> None:
    before = Interview().with_mark(BONE, None, Certainty.FOUND).with_detail(BONE, None, answer)
    assert Interview.of(before.answers).details[BONE, None] == answer
    assert Interview.of(before.answers).answers == before.answers


def test_a_place_whose_follow_up_is_open_is_not_settled() -> None:
    open_bone = Interview().with_mark(BONE, None, Certainty.FOUND)
    (finding,) = open_bone.answers.findings
    assert finding.detail == NOT_SURE
    assert open_bone.asks_more(BONE, None)


def test_a_follow_up_is_asked_only_where_its_answer_changes_something() -> None:
    assert not Interview().with_mark(BREAST, None, Certainty.FOUND).asks_more(BREAST, None)
    assert not Interview().with_mark(BONE, None, Certainty.SUSPECTED).asks_more(BONE, None)
    assert not Interview().asks_more(BONE, None)


def test_a_follow_up_is_asked_with_cancer_in_both_breasts_too() -> None:
    both = Interview().with_side(Side.BOTH).with_mark(BREAST, Side.RIGHT, Certainty.FOUND)
    assert both.with_mark(BONE, None, Certainty.FOUND).asks_more(BONE, None)
    skin = PlaceId("breast_skin")
    assert both.with_mark(skin, Side.LEFT, Certainty.FOUND).asks_more(skin, Side.LEFT)


def test_nothing_farther_away_gives_way_to_a_mark() -> None:
    told = Interview().with_nothing_farther(True)
    assert told.certainty(LIVER, None) is Certainty.NOT_FOUND
    assert told.certainty(NODES, None) is None
    marked = told.with_mark(LIVER, None, Certainty.SUSPECTED)
    assert marked.certainty(LIVER, None) is Certainty.SUSPECTED
    assert [f.place for f in marked.answers.findings if f.certainty is Certainty.SUSPECTED] == [
        LIVER
    ]
    assert LIVER not in marked.answers.places(Certainty.NOT_FOUND)


def test_no_answers_give_an_empty_interview() -> None:
    assert Interview.of(Answers()).is_empty
