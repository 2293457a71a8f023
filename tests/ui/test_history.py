"""A value with the values before it: each step back and forth, and nothing said in a log."""

import pytest

from decision_aid.domain import Certainty, Interview, PlaceId
from decision_aid.ui.kit.history import KEPT, History
from decision_aid.ui.wizard.session import Session

BONE = PlaceId("bone")


def test_each_step_can_be_taken_back_and_again() -> None:
    history = History("a").set("b").set("c")
    assert (history.undo().now, history.undo().undo().now) == ("b", "a")
    assert history.undo().redo() == history
    assert history.undo().undo().undo().now == "a"
    assert history.redo() == history
    assert not history.undo().set("d").can_redo


def test_the_same_value_again_is_no_step_and_the_oldest_are_let_go() -> None:
    assert not History("a").set("a").can_undo
    assert History("a").step_to("a").can_undo
    history = History(0)
    for number in range(1, KEPT + 10):
        history = history.set(number)
    assert len(history.before) == KEPT


def test_it_never_changes_itself_and_says_nothing_of_what_it_holds() -> None:
    history = History("a secret")
    history.set("another")
    assert history.now == "a secret"
    with pytest.raises(AttributeError):
        history.now = "another"  # type: ignore[misc]
    assert "secret" not in repr(history.set("another secret").undo())


def test_a_session_goes_back_and_forth_but_never_into_what_was_cleared() -> None:
    session = Session()
    session.mark(BONE, None, Certainty.FOUND)
    session.set_questions(("My own",))
    session.undo()
    assert session.interview.mark_of(BONE, None) is Certainty.FOUND
    assert not session.interview.own_list
    session.redo()
    assert session.questions == ("My own",)
    session.clear()
    assert not session.can_undo
    session.undo()
    session.redo()
    assert session.interview == Interview()
