"""Questions for the appointment: choose, order, add, remove."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication

from decision_aid.domain import Certainty, PlaceId
from tests.ui.person import Person

MARKS = {PlaceId("breast_tissue"): Certainty.FOUND}


def chosen(person: Person) -> list[str]:
    return [row.question for row in person.page.chosen_rows]


def test_what_fits_best_is_on_the_list_down_to_what_is_not_known_yet(person: Person) -> None:
    person.go_to("questions", marks=MARKS)
    assert chosen(person) == list(person.wizard.session.suggested()[:5])
    assert {"er_pr_her2", "menopause_and_drugs", "inherited_test"} <= set(chosen(person))


def test_add_move_and_remove_keep_the_focus_where_one_works(person: Person) -> None:
    page = person.go_to("questions", marks=MARKS)
    added = page.offered_rows[1].question
    person.press(page.offered_rows[1].add)
    assert chosen(person)[4] == added, "what somebody adds stands on the first page"
    page.chosen_rows[4].up.setFocus()
    person.key(Qt.Key.Key_Space)
    person.key(Qt.Key.Key_Space)
    assert chosen(person)[2] == added
    assert QApplication.focusWidget() is page.chosen_rows[2].up
    person.key(Qt.Key.Key_Down, Qt.KeyboardModifier.AltModifier)
    assert chosen(person)[3] == added
    person.press(page.chosen_rows[3].remove)
    assert added not in chosen(person)
    assert added in [row.question for row in page.offered_rows]


def test_ones_own_question_goes_on_the_list_and_into_the_answers(person: Person) -> None:
    page = person.go_to("questions", marks=MARKS)
    person.press(page.add_button)
    assert page.error.isVisible()
    page.own.setFocus()
    person.qtbot.keyClicks(page.own, "  May I   travel? ")
    person.key(Qt.Key.Key_Return)
    assert chosen(person)[4] == "May I travel?"
    assert person.step == "questions", "Enter in the field adds; it does not lead on"
    assert "May I travel?" in person.wizard.session.answers().questions


def test_a_list_that_nobody_touched_leaves_the_choice_to_the_summary(person: Person) -> None:
    person.go_to("questions", marks=MARKS)
    assert person.wizard.session.answers().questions == ()


def test_an_empty_list_says_so(person: Person) -> None:
    page = person.go_to("questions", marks=MARKS)
    while page.chosen_rows:
        person.press(page.chosen_rows[0].remove)
    assert page.own.hasFocus()
    person.press(page.offered_rows[0].add)
    assert len(page.chosen_rows) == 1
