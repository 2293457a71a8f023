"""Going back, changing one's mind, starting over: no answer is lost unless it is asked for."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication

from decision_aid.domain import WAY, Certainty, Interview, PlaceId, Side, Step
from decision_aid.ui.wizard.window import Wizard
from tests.ui.person import Person

BREAST, ARMPIT = PlaceId("breast_tissue"), PlaceId("nodes_armpit")
DUCTS = PlaceId("ducts_only")
CHEST_WALL, LIVER = PlaceId("chest_wall"), PlaceId("liver")


def test_back_keeps_every_answer(person: Person) -> None:
    page = person.go_to("where", marks={BREAST: Certainty.FOUND})
    person.side("left")
    person.mark(BREAST)
    person.mark(LIVER, Certainty.SUSPECTED)
    person.press(page.timing.buttons["came_back"])
    person.go_to("summary")
    while person.wizard.navigator.can_go_back():
        person.back()
    assert person.step == "start"
    page = person.begin()
    assert page.sides.current() == "left"
    assert page.timing.current() == "came_back"
    assert page.cards[BREAST].button.accessibleName() == "Grown into the breast tissue. Found."
    assert page.cards[LIVER].certainty.current() == "suspected"
    session = person.wizard.session
    assert session.interview.mark_of(LIVER, None) is Certainty.SUSPECTED
    assert session.came_back is True


def test_with_nothing_marked_it_asks_once_and_then_goes_on(person: Person) -> None:
    person.begin()
    person.go_on()
    assert person.step == "where"
    assert person.page.error.isVisible()
    assert person.page.error.hasFocus()
    assert "Nothing is marked yet" in person.page.error.accessibleName()
    person.go_on()
    assert person.step == "answer"


def test_a_mark_takes_the_question_away(person: Person) -> None:
    person.begin()
    person.go_on()
    person.mark(BREAST)
    assert not person.page.error.isVisible()
    person.go_on()
    assert person.step == "answer"


def test_an_answer_is_changed_where_it_is_shown(person: Person) -> None:
    page = person.go_to("answer", marks={BREAST: Certainty.FOUND})
    person.press(page.change)
    assert person.step == "where"
    person.mark(LIVER)
    person.go_on()
    assert person.wizard.session.assessment.result.metastatic is True


def test_tabs_lead_to_every_page_that_was_reached_and_no_further(person: Person) -> None:
    person.wizard.resize(1366, 728)
    person.go_to("answer", marks={ARMPIT: Certainty.FOUND})
    QApplication.processEvents()
    tabs = person.wizard.header.tabs
    assert [step for step in WAY if tabs[step].isEnabled()] == [*WAY[:3]]
    person.press(tabs[Step.START])
    assert person.step == "start"
    person.press(tabs[Step.ANSWER])
    assert person.step == "answer"
    assert person.wizard.session.interview.mark_of(ARMPIT, None) is Certainty.FOUND


def test_every_card_comes_back_to_the_hub(person: Person) -> None:
    page = person.go_to("next", marks={BREAST: Certainty.FOUND})
    for step in tuple(page.cards):
        person.press(person.page.cards[step])
        assert person.step == step
        person.go_on()
        assert person.step == "next"
        person.press(person.page.cards[step])
        person.back()
        assert person.step == "next"


def test_answers_that_a_change_hides_take_no_part_and_come_back(person: Person) -> None:
    person.go_to("answer", marks={BREAST: Certainty.FOUND})
    session = person.wizard.session
    session.set_side(Side.BOTH)
    session.mark(DUCTS, Side.RIGHT, Certainty.FOUND)
    session.set_side(Side.LEFT)
    assert session.answers().places(Certainty.FOUND) == {BREAST}
    session.set_side(Side.BOTH)
    assert session.answers().places(Certainty.FOUND) == {BREAST, DUCTS}


def test_start_over_asks_once_and_clears(person: Person) -> None:
    person.go_to("answer", marks={BREAST: Certainty.FOUND})
    person.press(person.wizard.footer.start_over)
    person.qtbot.mouseClick(person.dialog().no, Qt.MouseButton.LeftButton)
    assert person.step == "answer"
    assert not person.wizard.session.is_empty
    person.press(person.wizard.footer.start_over)
    person.qtbot.mouseClick(person.dialog().yes, Qt.MouseButton.LeftButton)
    assert person.step == "start"
    assert bool(person.wizard.session.is_empty)
    assert person.wizard.session.interview == Interview()
    page = person.begin()
    assert page.sides.current() is None
    assert page.cards[BREAST].button.accessibleName() == "Grown into the breast tissue. Not marked."


def test_closing_asks_before_answers_are_lost(person: Person) -> None:
    person.go_to("where")
    person.side("left")
    person.wizard.close()
    assert person.wizard.isVisible()
    person.qtbot.mouseClick(person.dialog().yes, Qt.MouseButton.LeftButton)
    assert not person.wizard.isVisible()


def test_closing_without_answers_asks_nothing(wizard: Wizard) -> None:
    wizard.close()
    assert not wizard.isVisible()
