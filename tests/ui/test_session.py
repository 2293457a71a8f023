"""What the answers come to, whatever order they were given in."""

from decision_aid.domain import Area, Certainty, Kind, PlaceId, RestAnswer, Side, Step, StepKind
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


def test_what_was_said_for_the_rest_gives_way_to_a_mark() -> None:
    session = Session()
    session.set_side(Side.LEFT)
    far = Step(StepKind.PLACES, Area.DISTANT)
    session.set_rest(far, RestAnswer.NOTHING_ELSE)
    session.mark(BONE, None, Certainty.FOUND)
    assert session.answers().places(Certainty.FOUND) == {BONE}
    assert BONE not in session.answers().places(Certainty.NOT_FOUND)
    session.mark(BONE, None, None)
    assert BONE in session.answers().places(Certainty.NOT_FOUND)


def test_the_answers_give_the_same_case_as_the_screens() -> None:
    session = Session()
    session.set_side(Side.BOTH)
    session.mark(BREAST, Side.LEFT, Certainty.FOUND)
    session.mark(BREAST, Side.RIGHT, Certainty.SUSPECTED)
    session.mark(OTHER, None, Certainty.FOUND)
    session.set_came_back(None)
    assert session.answers().findings == session.answers().findings
    assert OTHER not in session.answers().places(Certainty.FOUND)


def test_no_step_can_be_reached_before_those_it_rests_on() -> None:
    session = Session()
    navigator = Navigator(session)
    way = navigator.steps()
    assert [navigator.can_go_to(step) for step in way] == [True] + [False] * (len(way) - 1)
    navigator.go_to(way[5])
    assert navigator.current == way[0]
