"""A medical word opens its explanation where it stands."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication

from decision_aid.domain import Certainty, PlaceId
from decision_aid.ui.popover import Popover
from decision_aid.ui.shell import Wizard
from decision_aid.ui.widgets.term_text import TermButton
from tests.ui.person import Person

MARKS = {PlaceId("breast_tissue"): Certainty.FOUND}


def panels(wizard: Wizard) -> list[Popover]:
    return [p for p in wizard.findChildren(Popover) if p.isVisible()]


def test_by_keyboard_and_the_focus_returns(person: Person) -> None:
    page = person.go_to("answer", marks=MARKS)
    word = page.findChildren(TermButton)[0]
    scrolled = page.verticalScrollBar().value()
    person.tab_to(word)
    person.key(Qt.Key.Key_Space)
    (panel,) = panels(person.wizard)
    assert word.text().lower() in panel.accessibleName().lower()
    focused = QApplication.focusWidget()
    assert focused is not None
    assert panel.isAncestorOf(focused)
    person.key(Qt.Key.Key_Escape)
    assert panels(person.wizard) == []
    assert QApplication.focusWidget() is word
    assert page.verticalScrollBar().value() == scrolled


def test_by_mouse_and_a_press_elsewhere_closes_it(person: Person) -> None:
    page = person.go_to("answer", marks=MARKS)
    person.press(page.findChildren(TermButton)[0])
    (panel,) = panels(person.wizard)
    assert person.wizard.rect().contains(panel.geometry())
    person.press(page.title)
    assert panels(person.wizard) == []
