"""Going back, changing one's mind, starting over: no answer is lost unless it is asked for."""

from PySide6.QtCore import Qt

from decision_aid.domain import Certainty, Interview, PlaceId, Side
from decision_aid.ui.wizard.window import Wizard
from tests.ui.person import Person, button_named

BREAST, ARMPIT = PlaceId("breast_tissue"), PlaceId("nodes_armpit")
CHEST_WALL, LIVER = PlaceId("chest_wall"), PlaceId("liver")


def test_back_keeps_every_answer(person: Person) -> None:
    person.go_to("timing", marks={BREAST: Certainty.FOUND, LIVER: Certainty.SUSPECTED})
    person.choose("came_back")
    person.go_on()
    while person.wizard.navigator.can_go_back():
        person.back()
    assert person.step == "welcome"
    person.go_on()
    assert person.page.choices.current() == "left"
    person.go_on()
    assert "Found" in person.page.rows[BREAST].head.accessibleName()
    session = person.wizard.session
    assert session.interview.mark_of(LIVER, None) is Certainty.SUSPECTED
    assert session.came_back is True


def test_a_follow_up_is_asked_only_when_its_place_was_found(person: Person) -> None:
    person.go_to("timing", marks={CHEST_WALL: Certainty.SUSPECTED})
    assert not any(s.kind == "follow_up" for s in person.wizard.session.steps())
    person.wizard.session.mark(CHEST_WALL, None, Certainty.FOUND)
    person.back()
    assert person.step == "follow_up:chest_wall"


def test_a_question_without_an_answer_says_what_to_do_and_takes_the_focus(person: Person) -> None:
    person.go_on()
    person.go_on()
    assert person.step == "side"
    assert person.page.error.isVisible()
    assert person.page.error.hasFocus()
    assert "not sure" in person.page.error.accessibleName()
    person.choose("right")
    assert not person.page.error.isVisible()


def test_a_change_from_the_review_returns_to_it(person: Person) -> None:
    person.go_to("review", marks={BREAST: Certainty.FOUND})
    person.press(person.page.rows["side"].change)
    person.choose("right")
    person.go_on()
    assert person.step == "review"
    assert person.wizard.session.answers().side is Side.RIGHT


def test_a_change_that_asks_something_new_asks_it_before_the_review(person: Person) -> None:
    person.go_to("review", marks={BREAST: Certainty.FOUND})
    person.press(person.page.rows["places:breast"].change)
    person.mark(CHEST_WALL)
    person.go_on()
    assert person.step == "follow_up:chest_wall"
    person.choose("not_sure")
    person.go_on()
    assert person.step == "review"


def test_back_from_a_change_returns_to_the_review_too(person: Person) -> None:
    person.go_to("review", marks={BREAST: Certainty.FOUND})
    person.press(person.page.rows["timing"].change)
    person.back()
    assert person.step == "review"


def test_answers_that_a_change_hides_take_no_part_and_come_back(person: Person) -> None:
    person.go_to("review", marks={BREAST: Certainty.FOUND})
    session = person.wizard.session
    session.set_side(Side.BOTH)
    assert BREAST not in session.answers().places(Certainty.FOUND)
    session.set_side(Side.LEFT)
    assert BREAST in session.answers().places(Certainty.FOUND)


def test_start_over_asks_once_and_clears(person: Person) -> None:
    person.go_to("places:distant", marks={BREAST: Certainty.FOUND})
    person.press(person.wizard.footer.start_over)
    person.qtbot.mouseClick(person.dialog().no, Qt.MouseButton.LeftButton)
    assert person.step == "places:distant"
    assert not person.wizard.session.is_empty
    person.press(person.wizard.footer.start_over)
    person.qtbot.mouseClick(person.dialog().yes, Qt.MouseButton.LeftButton)
    assert person.step == "welcome"
    assert bool(person.wizard.session.is_empty)
    assert person.wizard.session.interview == Interview()
    person.go_on()
    assert person.page.choices.current() is None


def test_the_step_list_leads_back_to_any_answered_step_and_no_further(person: Person) -> None:
    person.go_to("places:distant", marks={ARMPIT: Certainty.FOUND})
    person.press(person.wizard.header.steps)
    later = button_named(person.wizard, "Check your answers")
    assert not later.isEnabled()
    side = button_named(person.wizard, "Which side")
    person.qtbot.mouseClick(side, Qt.MouseButton.LeftButton)
    assert person.step == "side"
    assert person.wizard.session.interview.mark_of(ARMPIT, None) is Certainty.FOUND


def test_closing_asks_before_answers_are_lost(person: Person) -> None:
    person.go_to("places:breast")
    person.wizard.close()
    assert person.wizard.isVisible()
    person.qtbot.mouseClick(person.dialog().yes, Qt.MouseButton.LeftButton)
    assert not person.wizard.isVisible()


def test_closing_without_answers_asks_nothing(wizard: Wizard) -> None:
    wizard.close()
    assert not wizard.isVisible()


def test_a_page_asks_anew_when_the_side_changes_what_it_asks(person: Person) -> None:
    page = person.go_to("places:other", side="left")
    assert PlaceId("other_breast") in page.rows
    page = person.go_back_to("side")
    person.choose("both")
    page = person.go_to("places:other", side="both")
    assert PlaceId("other_breast") not in page.rows
