"""A medical word opens its explanation where it stands."""

from typing import Any

from PySide6.QtCore import QPoint, Qt
from PySide6.QtWidgets import QAbstractButton, QApplication, QLabel, QWidget

from decision_aid.domain import Certainty, PlaceId
from decision_aid.ui.kit.buttons import Opener
from decision_aid.ui.kit.paper import Sheet
from decision_aid.ui.kit.place_card import PlaceCard
from decision_aid.ui.kit.popover import Popover
from decision_aid.ui.kit.term_text import TermButton
from decision_aid.ui.kit.words_here import WordButton
from decision_aid.ui.wizard.window import Wizard
from tests.ui.every_page import pages
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


def words_to_press(page: Any) -> dict[str, QAbstractButton]:
    buttons = page.findChildren(TermButton) + page.findChildren(WordButton)
    return {b.term: b for b in reversed(buttons) if b.isVisible()}


NEAR = 320
"""How far below or above a word its explanation may stand, in pixels: never out of sight."""


def top(page: Any, widget: QWidget) -> int:
    return int(widget.mapTo(page, QPoint(0, 0)).y())


def explained_at(page: Any) -> list[tuple[str, int]]:
    buttons = page.findChildren(TermButton) + page.findChildren(WordButton)
    return [(b.term, top(page, b)) for b in buttons if b.isVisible()]


def in_a_card(widget: QWidget | None) -> bool:
    while widget is not None and not isinstance(widget, PlaceCard):
        widget = widget.parentWidget()
    return widget is not None


def texts_with_words(page: Any) -> list[tuple[QLabel | QAbstractButton, tuple[str, ...]]]:
    glossary = page.words.content.glossary
    found: list[tuple[QLabel | QAbstractButton, tuple[str, ...]]] = []
    for widget in page.findChildren(QWidget):
        if not widget.isVisible() or hasattr(widget, "term") or isinstance(widget, Sheet):
            continue
        if in_a_card(widget):
            continue  # the card explains itself when asked
        if isinstance(widget, QLabel | QAbstractButton):
            terms = glossary.terms_in(widget.text().replace("&", ""))
            if terms:
                found.append((widget, terms))
    return found


def test_every_word_in_a_title_a_text_or_an_answer_is_explained_near_it(person: Person) -> None:
    _ = person.wizard.words.content
    person.page.explain_words()
    far = []
    count = 0
    for page in pages(person):
        offered = explained_at(page)
        for widget, terms in texts_with_words(page):
            if isinstance(widget, Opener):
                continue
            low, high = top(page, widget) - NEAR, top(page, widget) + widget.height() + NEAR
            near = {term for term, y in offered if low <= y <= high}
            far += [f"{page.step}: {widget.text()}: {t}" for t in terms if t not in near]
            count += len(terms)
    assert far == []
    assert count > 60


def test_every_word_in_what_opens_on_demand_is_explained_inside(person: Person) -> None:
    _ = person.wizard.words.content
    person.page.explain_words()
    missing = []
    count = 0
    for page in pages(person):
        for part in page.parts if page.step == "options" else ():
            part.open()
        QApplication.processEvents()
        for opener, terms in reversed(texts_with_words(page)):  # first what lies inside another
            if not isinstance(opener, Opener):
                continue
            if not opener.is_open:
                person.press(opener)
            QApplication.processEvents()
            inside: Any = opener.parentWidget()
            buttons = inside.findChildren(TermButton) + inside.findChildren(WordButton)
            offered = [b.term for b in buttons if b.isVisible()]
            missing += [f"{page.step}: {opener.text()}: {t}" for t in terms if t not in offered]
            count += len(terms)
            words = [b.term for b in inside.findChildren(WordButton) if b.isVisible()]
            assert [w for w in words if offered.count(w) > 1] == [], "offered twice"
            person.press(opener)
    assert missing == []
    assert count > 30


def test_every_card_says_what_the_place_is_and_explains_its_words(person: Person) -> None:
    page = person.begin()
    person.press(page.more)
    glossary = page.words.content.glossary
    count = 0
    for place, card in (*page.cards.items(), *page.matches.items()):
        if not card.isVisible():
            continue
        person.press(card.about)
        (panel,) = panels(person.wizard)
        told = [label.text() for label in panel.findChildren(QLabel)]
        assert page.words.report_words(place) in told[2]
        asked = page.words.content.follow_ups.get(place)
        more = " ".join((asked.question, *asked.answers.values())) if asked else ""
        for term in glossary.terms_in(f"{card.button.text()} {card.button._report} {more}"):
            assert page.words.term(term)[1].text in told
            count += 1
        person.key(Qt.Key.Key_Escape)
        assert QApplication.focusWidget() is card.about
    assert count > 30


def test_words_that_come_with_a_press_are_explained_as_well(person: Person) -> None:
    page = person.go_to("questions", marks=MARKS)
    first = page.chosen_rows[0]
    person.press(first.down)
    QApplication.processEvents()
    offered = {term for term, _ in explained_at(page)}
    assert {t for _, terms in texts_with_words(page) for t in terms} <= offered


def test_a_word_beside_an_answer_says_what_it_asks(person: Person) -> None:
    page = person.go_to("biology", marks=MARKS)
    word = next(b for b in page.findChildren(WordButton) if b.term == "lobules")
    assert word.accessibleName() == "What does “lobules” mean?"
    assert word.height() >= 44
    choices = page.choices["type"]
    assert top(page, choices) < top(page, word) < top(page, choices) + choices.height() + 60
    person.tab_to(word)
    person.key(Qt.Key.Key_Return)
    assert len(panels(person.wizard)) == 1
    person.key(Qt.Key.Key_Escape)
    assert panels(person.wizard) == []
    assert QApplication.focusWidget() is word


def test_every_word_opens_at_its_place_and_gives_the_focus_back(person: Person) -> None:
    _ = person.wizard.words.content
    for page in pages(person):
        for term, button in words_to_press(page).items():
            person.press(button)
            (panel,) = panels(person.wizard)
            meaning = person.wizard.words.term(term)[1].text
            assert meaning in [label.text() for label in panel.findChildren(QLabel)]
            person.key(Qt.Key.Key_Escape)
            assert QApplication.focusWidget() is button, f"{page.step}: {term}"


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
    person.qtbot.waitUntil(lambda: {"invasive", "metastatic"} <= set(words_to_press(page)))
