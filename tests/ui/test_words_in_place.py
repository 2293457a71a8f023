"""A medical word opens its explanation where it stands."""

from typing import Any

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QAbstractButton, QApplication, QLabel

from decision_aid.domain import Certainty, PlaceId
from decision_aid.ui.popover import Popover
from decision_aid.ui.shell import Wizard
from decision_aid.ui.warm_up import WarmUp
from decision_aid.ui.widgets.paper_preview import Sheet
from decision_aid.ui.widgets.term_text import TermButton
from decision_aid.ui.widgets.words_here import WordButton
from tests.ui.person import Person
from tests.ui.test_look import pages

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


def words_to_press(page: Any) -> dict[str, QAbstractButton]:
    buttons = page.findChildren(TermButton) + page.findChildren(WordButton)
    return {b.term: b for b in reversed(buttons) if b.isVisible()}


def seen(page: Any) -> str:
    labels = [w for w in page.findChildren(QLabel) if not isinstance(w, Sheet)]
    texts = [w.text() for w in labels + page.findChildren(QAbstractButton) if w.isVisible()]
    return "\n".join(text.replace("&", "") for text in texts)


def test_every_medical_word_of_every_page_can_be_pressed(person: Person) -> None:
    glossary = person.wizard.words.content.glossary
    person.wizard.explain_words()
    pressed = 0
    for page in pages(person):
        wanted = set(glossary.terms_in(seen(page)))
        assert wanted <= set(words_to_press(page)), page.step.id
        pressed += len(wanted)
    assert pressed > 30


def test_every_word_opens_at_its_place_and_gives_the_focus_back(person: Person) -> None:
    _ = person.wizard.words.content
    for page in pages(person):
        for term, button in words_to_press(page).items():
            person.press(button)
            (panel,) = panels(person.wizard)
            meaning = person.wizard.words.term(term)[1].text
            assert meaning in [label.text() for label in panel.findChildren(QLabel)]
            person.key(Qt.Key.Key_Escape)
            assert QApplication.focusWidget() is button, f"{page.step.id}: {term}"


def test_a_word_out_of_sight_opens_in_sight(person: Person) -> None:
    person.wizard.resize(800, 600)
    person.wizard.set_text_size(200)
    page = person.go_to("answer", marks=MARKS)
    page.verticalScrollBar().setValue(0)
    last = [b for b in page.findChildren(TermButton) if b.isVisible()][-1]
    assert last.visibleRegion().isEmpty()
    last.click()
    (panel,) = panels(person.wizard)
    assert person.wizard.rect().contains(panel.geometry())


def test_the_first_page_explains_its_words_once_they_are_read(person: Person) -> None:
    page = person.page
    assert words_to_press(page) == {}
    warm_up = WarmUp(person.wizard.words, person.wizard)
    with person.qtbot.waitSignal(warm_up.words_ready, timeout=5000):
        warm_up.words_ready.connect(person.wizard.explain_words)
    assert {"invasive", "metastatic"} <= set(words_to_press(page))
