"""What was said so far: each answer makes a new interview, and hidden answers come back."""

import pytest

from decision_aid.domain import (
    REPLIES,
    Answers,
    Certainty,
    Interview,
    PlaceId,
    Rating,
    Side,
    SureItem,
    ValueId,
)

BREAST, CHEST_WALL, BONE = PlaceId("breast_tissue"), PlaceId("chest_wall"), PlaceId("bone")
FOUND = Certainty.FOUND


def test_nothing_said_is_empty_and_how_the_chest_is_drawn_says_nothing() -> None:
    assert Interview().is_empty
    assert Interview(Answers(chest="flat", sections=())).is_empty
    assert Interview().with_questions(()).is_empty
    assert Interview().with_side(None).with_timing(None).is_empty
    item, replies = next(iter(REPLIES.items()))
    for said in (
        Interview().with_side(Side.RIGHT),
        Interview().with_timing(False),
        Interview().with_mark(BONE, None, Certainty.UNKNOWN),
        Interview().with_nothing_farther(True),
        Interview().with_detail(BONE, None, "not_sure"),
        Interview().with_report(item, next(r for r in replies if r != "unknown")),
        Interview().with_rating(ValueId("time"), Rating.A_LOT),
        Interview().with_sure(SureItem.SURE, False),
        Interview().with_questions(("Mine",)),
    ):
        assert not said.is_empty


def test_an_answer_that_is_taken_back_leaves_no_trace() -> None:
    interview = Interview().with_mark(BONE, None, FOUND).with_mark(BONE, None, None)
    interview = interview.with_nothing_farther(True).with_nothing_farther(False)
    interview = interview.with_side(Side.LEFT).with_side(None)
    interview = interview.with_timing(True).with_timing(None)
    interview = interview.with_rating(ValueId("time"), Rating.SOME)
    assert interview.with_rating(ValueId("time"), None) == Interview()


def test_a_new_answer_is_a_new_interview() -> None:
    before = Interview().with_mark(BONE, None, FOUND)
    before.with_mark(BREAST, None, FOUND)
    assert before.said.places(FOUND) == {BONE}
    for held in (before.details, before.said.values, before.said.biology_by_side):
        with pytest.raises(TypeError):
            held["x"] = "y"  # type: ignore[index]


def test_what_was_said_of_one_breast_stays_said_of_it() -> None:
    one = Interview().with_side(Side.LEFT).with_mark(CHEST_WALL, None, FOUND)
    one = one.with_detail(CHEST_WALL, None, "separate_spot")
    both = one.with_side(Side.BOTH).with_mark(BREAST, Side.RIGHT, FOUND)
    assert both.answers.places(FOUND) == {BREAST, CHEST_WALL}
    assert {f.side for f in both.answers.findings if f.place == CHEST_WALL} == {Side.LEFT}
    assert {f.detail for f in both.answers.findings if f.place == CHEST_WALL} == {"separate_spot"}
    assert both.with_side(Side.LEFT).answers == one.answers


def test_the_reports_of_each_breast_wait_while_there_is_one() -> None:
    both = Interview().with_side(Side.BOTH).with_report("er", "positive", Side.LEFT)
    assert both.answers.biology_by_side[Side.LEFT].er == "positive"
    one = both.with_side(Side.LEFT)
    assert not one.answers.biology_by_side
    assert one.with_side(Side.BOTH).answers == both.answers


def test_the_reports_of_one_breast_never_become_those_of_the_other() -> None:
    one = Interview().with_side(Side.RIGHT).with_report("er", "positive")
    left = one.with_side(Side.BOTH).with_side(Side.LEFT)
    assert left.answers.biology.er == "unknown"
    assert left.with_side(Side.BOTH).answers.biology_by_side[Side.RIGHT].er == "positive"


def test_only_a_list_of_ones_own_takes_up_a_question_from_the_sure_test() -> None:
    suggested = Interview().with_sure(SureItem.SURE, False)
    assert suggested.said.questions == ()
    own = Interview().with_questions(("Mine",)).with_sure(SureItem.SURE, False)
    assert len(own.said.questions) == 2
    assert own.with_sure(SureItem.SURE, True).said.questions == ("Mine",)
