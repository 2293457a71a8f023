"""A whole case from the first page to the summary, by mouse and by keyboard alone."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QLabel, QWidget

from decision_aid.domain import Certainty, PlaceId
from decision_aid.ui.kit.cards import AnswerCard
from decision_aid.ui.kit.term_text import TermText
from tests.ui.person import Person

BREAST, ARMPIT, LIVER = PlaceId("breast_tissue"), PlaceId("nodes_armpit"), PlaceId("liver")


def words_of(widget: QWidget) -> str:
    return " ".join(label.text() for label in widget.findChildren(QLabel))


def test_by_mouse(person: Person) -> None:
    person.begin()
    person.side("left")
    person.mark(BREAST)
    person.mark(ARMPIT)
    person.mark(LIVER, Certainty.SUSPECTED)
    assert person.page.so_far() == "Invasive: Yes. Metastatic: Not known yet."
    person.go_on()
    assert person.step == "answer"
    answer = words_of(person.page.findChild(AnswerCard))
    assert "Not known yet" in answer
    assert "not known yet to be metastatic" in answer.replace("  ", " ")
    person.go_on()
    assert person.step == "next"
    person.go_to("biology")
    person.press(person.page.choices["er"].button("positive"))
    person.go_to("treatment")
    assert person.page.findChildren(TermText)
    person.go_to("options")
    for _, row in person.page.rows[:2]:
        person.press(row.tick)
    person.go_to("values")
    person.press(next(iter(person.page.rows.values())).choices.button("a_lot"))
    person.go_to("check")
    person.press(next(iter(person.page.checks.values())).button("yes"))
    person.go_to("questions")
    person.press(person.page.offered_rows[0].add)
    assert len(person.page.chosen_rows) == 6
    person.go_on()
    person.go_on()
    assert person.step == "summary"
    person.qtbot.waitUntil(lambda: len(person.page.preview.sheets) >= 1, timeout=10_000)
    assert "armpit" in person.page.preview.document.getAllText(0).text()


def test_by_keyboard_alone(person: Person) -> None:
    key = Qt.Key
    assert QApplication.focusWidget() is person.page.title
    person.tab_to(person.page.ways["results"])
    person.key(key.Key_Return)
    assert person.step == "where"
    person.tab_to(person.page.sides.buttons["left"])
    person.key(key.Key_Space)
    card = person.page.cards[BREAST]
    person.tab_to(card.button)
    person.key(key.Key_Space)
    assert person.wizard.session.interview.mark_of(BREAST, None) is Certainty.FOUND
    person.tab_to(card.certainty.buttons["suspected"])
    person.key(key.Key_Return)
    assert person.wizard.session.interview.mark_of(BREAST, None) is Certainty.SUSPECTED
    person.tab_to(person.page.finder)
    person.write("sacrum", person.page.finder)
    bone = PlaceId("bone")
    assert person.wizard.session.interview.mark_of(bone, None) is Certainty.FOUND
    person.key(key.Key_C, Qt.KeyboardModifier.AltModifier)
    # Qt shows a button pressed by its letter as pressed for a moment before it acts.
    person.qtbot.waitUntil(lambda: person.step == "answer")
    assert QApplication.focusWidget() is person.page.title
    person.key(key.Key_Left, Qt.KeyboardModifier.AltModifier)
    assert person.step == "where"
    person.key(key.Key_Return)
    person.key(key.Key_Return)
    assert person.step == "next"
    person.tab_to(person.page.cards["biology"])
    person.key(key.Key_Return)
    person.tab_to(person.page.choices["er"].button("unknown"))
    person.key(key.Key_Up)
    person.key(key.Key_Up)
    assert person.wizard.session.answers().biology.er == "positive"
    person.key(key.Key_Return)
    for step in ("next", "summary"):
        assert person.step == step
        assert QApplication.focusWidget() is person.page.title
        person.key(key.Key_Return)
    assert person.dialog().isVisible(), "the last Enter asks before everything is cleared"


def test_nothing_marked_leads_to_a_full_answer(person: Person) -> None:
    person.go_to("answer", side="none")
    assert words_of(person.page.findChild(AnswerCard))
    person.go_to("summary")


def test_with_cancer_in_both_breasts_each_is_marked_and_answered(person: Person) -> None:
    page = person.begin()
    person.side("both")
    person.mark(PlaceId("ducts_only"))
    person.press(page.breasts.buttons["right"])
    assert "Not marked" in page.cards["ducts_only"].button.accessibleName()
    person.mark(BREAST)
    person.go_on()
    assert len(person.page.findChildren(AnswerCard)) == 2


def test_somebody_who_waits_reads_what_the_words_mean(person: Person) -> None:
    page = person.begin("waiting")
    assert person.step == "waiting"
    said = words_of(page) + " ".join(t.text() for t in page.findChildren(TermText))
    assert "What is the aim of my treatment" in said
    person.go_on()
    assert person.step == "where"


def test_somebody_who_helps_is_told_whom_the_words_mean(person: Person) -> None:
    page = person.begin("helping")
    assert "mean the person you help" in words_of(page)
    person.back()
    assert "mean the person" not in words_of(person.begin())
