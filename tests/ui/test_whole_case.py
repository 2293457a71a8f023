"""A whole case from the first page to the summary, by mouse and by keyboard alone."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QLabel, QWidget

from decision_aid.domain import Certainty, PlaceId
from decision_aid.ui.kit.answer_card import AnswerCard
from decision_aid.ui.kit.term_text import TermText
from tests.ui.person import Person

BREAST, ARMPIT, BONE = PlaceId("breast_tissue"), PlaceId("nodes_armpit"), PlaceId("bone")


def words_of(widget: QWidget) -> str:
    return " ".join(label.text() for label in widget.findChildren(QLabel))


def test_by_mouse(person: Person) -> None:
    person.go_on()
    person.choose("left")
    person.go_on()
    person.mark(BREAST)
    person.go_on()
    person.mark(ARMPIT)
    person.go_on()
    person.mark(BONE, Certainty.SUSPECTED)
    person.go_on()
    person.go_on()
    person.choose("first")
    person.go_on()
    assert person.step == "biology"
    person.press(person.page.choices["er"].button("positive"))
    person.go_on()
    assert person.step == "review"
    person.go_on()
    answer = words_of(person.page.findChild(AnswerCard))
    assert "invasive" in answer
    assert "Still open" in answer
    assert "not known yet to be metastatic" in answer.replace("  ", " ")
    person.go_on()
    assert person.step == "treatment"
    assert person.page.findChildren(TermText)
    person.go_on()
    assert person.step == "options"
    for _, row in person.page.rows[:2]:
        person.press(row.tick)
    person.go_on()
    person.press(next(iter(person.page.rows.values())).choices.button("a_lot"))
    person.go_on()
    person.press(next(iter(person.page.checks.values())).button("yes"))
    person.go_on()
    person.press(person.page.offered_rows[0].add)
    assert len(person.page.chosen_rows) == 6
    person.go_on()
    assert person.step == "summary"
    person.qtbot.waitUntil(lambda: len(person.page.preview.sheets) >= 1, timeout=10_000)
    assert "armpit" in person.page.preview.document.getAllText(0).text()


def test_by_keyboard_alone(person: Person) -> None:
    key = Qt.Key
    assert QApplication.focusWidget() is person.page.title
    person.key(key.Key_Return)
    person.tab_to(person.page.choices.button("left"))
    person.key(key.Key_Space)
    person.key(key.Key_Return)
    row = person.page.rows[BREAST]
    person.tab_to(row.head)
    person.key(key.Key_Space)
    assert row.is_open
    person.tab_to(row.choices[Certainty.FOUND])
    person.key(key.Key_Space)
    person.key(key.Key_Down)
    person.key(key.Key_Up)
    assert person.wizard.session.interview.mark_of(BREAST, None) is Certainty.FOUND
    person.key(key.Key_C, Qt.KeyboardModifier.AltModifier)
    # Qt shows a button pressed by its letter as pressed for a moment before it acts.
    person.qtbot.waitUntil(lambda: person.step == "places:nodes")
    for _ in range(3):
        person.key(key.Key_Return)
    assert person.step == "timing"
    person.key(key.Key_Left, Qt.KeyboardModifier.AltModifier)
    assert person.step == "places:other"
    person.key(key.Key_Return)
    person.tab_to(person.page.choices.button("first"))
    person.key(key.Key_Space)
    person.key(key.Key_Return)
    assert person.step == "biology"
    person.tab_to(person.page.choices["er"].button("unknown"))
    person.key(key.Key_Left)
    person.key(key.Key_Left)
    assert person.wizard.session.answers().biology.er == "positive"
    person.key(key.Key_Return)
    for step in ("review", "answer", "treatment"):
        assert person.step == step
        assert QApplication.focusWidget() is person.page.title
        person.key(key.Key_Return)
    for _, row in person.page.rows[:2]:
        person.tab_to(row.tick)
        person.key(key.Key_Space)
    assert len(person.wizard.session.compared) == 2
    person.key(key.Key_Return)
    for step in ("values", "check", "questions", "summary"):
        assert person.step == step
        assert QApplication.focusWidget() is person.page.title
        person.key(key.Key_Return)
    assert person.dialog().isVisible(), "the last Enter asks before everything is cleared"


def test_nothing_marked_leads_to_a_full_answer(person: Person) -> None:
    person.go_to("answer", side="not_sure", timing="not_sure")
    assert words_of(person.page.findChild(AnswerCard))
    person.go_to("summary")


def test_with_cancer_in_both_breasts_each_is_asked_and_answered(person: Person) -> None:
    person.go_on()
    person.choose("both")
    person.go_on()
    assert person.step == "places:breast:left"
    person.mark(PlaceId("ducts_only"))
    person.go_on()
    person.go_on()
    assert person.step == "places:breast:right"
    person.mark(BREAST)
    person.go_to("answer")
    assert len(person.page.findChildren(AnswerCard)) == 2
