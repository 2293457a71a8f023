"""What the answers come to, whatever order they were given in."""

from decision_aid.domain import CARDS, WAY, Certainty, Finding, Kind, PlaceId, Side, Step
from decision_aid.ui.wizard.navigator import Navigator
from decision_aid.ui.wizard.session import Session

BREAST, BONE, OTHER = PlaceId("breast_tissue"), PlaceId("bone"), PlaceId("other_breast")
SKIN = PlaceId("breast_skin")


def test_a_detail_counts_only_while_its_place_is_found() -> None:
    session = Session()
    session.set_side(Side.LEFT)
    session.mark(SKIN, None, Certainty.FOUND)
    session.set_detail(SKIN, None, "somewhere_else")
    assert session.assessment.result.kind is Kind.METASTATIC
    session.mark(SKIN, None, Certainty.SUSPECTED)
    assert [f.detail for f in session.answers().findings] == [None]
    session.mark(SKIN, None, Certainty.FOUND)
    assert session.assessment.result.kind is Kind.METASTATIC


def test_the_answers_give_the_same_case_as_the_screens() -> None:
    session = Session()
    session.set_side(Side.BOTH)
    session.mark(BREAST, Side.LEFT, Certainty.FOUND)
    session.mark(BREAST, Side.RIGHT, Certainty.SUSPECTED)
    session.mark(OTHER, None, Certainty.FOUND)
    session.set_came_back(None)
    assert set(session.answers().findings) == {
        Finding(BREAST, Certainty.FOUND, Side.LEFT),
        Finding(BREAST, Certainty.SUSPECTED, Side.RIGHT),
    }
    assert OTHER not in session.answers().places(Certainty.FOUND)


def test_no_page_can_be_reached_before_those_it_rests_on() -> None:
    navigator = Navigator()
    assert [navigator.can_go_to(step) for step in WAY] == [True] + [False] * (len(WAY) - 1)
    navigator.go_to(Step.SUMMARY)
    assert navigator.position() == 0
    navigator.forward()
    navigator.forward()
    assert WAY[navigator.position()] is Step.ANSWER
    assert navigator.can_go_to(Step.WHERE)
    assert not navigator.can_go_to(Step.OPTIONS)
    navigator.forward()
    assert all(navigator.can_go_to(card) for card in CARDS)


def test_a_card_lies_on_the_page_from_which_it_is_opened() -> None:
    navigator = Navigator()
    for _ in range(3):
        navigator.forward()
    for card in CARDS:
        navigator.open(card)
        assert WAY[navigator.position()] is Step.NEXT
        navigator.back()
        assert navigator.current is Step.NEXT
        navigator.open(card)
        navigator.forward()
        assert navigator.current is Step.NEXT
