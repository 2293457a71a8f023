"""Every page of a case that has something of everything, and all that can open on it."""

from collections.abc import Iterator
from typing import Any

from PySide6.QtWidgets import (
    QApplication,
)

from decision_aid.domain import CARDS, Certainty, PlaceId, Step
from decision_aid.ui.kit.expander import Expander
from tests.ui.person import Person


def pages(person: Person) -> Iterator[Any]:
    """Yield every page of a case that has something of everything."""
    marks = {
        PlaceId("breast_tissue"): Certainty.FOUND,
        PlaceId("chest_wall"): Certainty.FOUND,
        PlaceId("nodes_armpit"): Certainty.FOUND,
        PlaceId("bone"): Certainty.SUSPECTED,
    }
    yield _settled(person)
    person.begin("waiting")
    yield _settled(person)
    person.back()
    person.begin()
    for place, certainty in marks.items():
        person.mark(place, certainty)
    person.side("left")
    for step in (Step.WHERE, Step.ANSWER, Step.NEXT, *CARDS, Step.SUMMARY):
        page = person.go_to(step)
        if step is Step.SUMMARY:
            person.qtbot.waitUntil(lambda page=page: bool(page.preview.sheets), timeout=20_000)
        yield _settled(person)


def _settled(person: Person) -> Any:
    QApplication.processEvents()
    QApplication.processEvents()
    return person.page


def settle(wizard: Any) -> None:
    for _ in range(6):
        QApplication.sendPostedEvents()
        QApplication.processEvents()


def open_all(page: Any) -> None:
    """Open and tick what there is on a page, and say that something is wrong."""
    if page.step == "where" and not page.more.isChecked():
        page.more.click()
    elif page.step == "options":
        for part in page.parts:
            part.open()
        for _, row in page.rows[:3]:
            row.tick.click()
    elif page.step == "values":
        for row in page.rows.values():
            row.choices.button("a_lot").click()
    elif page.step == "check":
        for choices in (*page.checks.values(), *page.sure.values()):
            choices.button("no").click()
    elif hasattr(page, "numbers"):
        page.numbers.show_button.click()
        page.numbers.yes.click()
    for _ in range(2):
        for expander in page.findChildren(Expander):
            if expander.isVisible() and not expander.button.is_open:
                expander.button.click()
    page.say_error(page.words("where_page.nothing_marked"))
