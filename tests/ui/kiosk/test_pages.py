"""What the policy of a clinic shows, and how the summary gets into somebody's hands."""

from __future__ import annotations

import re
from typing import Any

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QLabel, QPushButton

from decision_aid.domain import CARDS, WAY, Certainty, PlaceId, Step
from decision_aid.ui.kit.expander import Expander
from decision_aid.ui.kit.theme import TEXT_SIZES
from tests.ui.kiosk.conftest import OpenKiosk
from tests.ui.measures import box
from tests.ui.person import Person

FOUND = {PlaceId("breast_tissue"): Certainty.FOUND, PlaceId("liver"): Certainty.SUSPECTED}


@pytest.mark.parametrize("left_out", ["biology", "options", "values", "check"])
def test_a_page_that_the_clinic_leaves_out_is_on_nobodys_way(
    open_kiosk: OpenKiosk, left_out: str
) -> None:
    pages = tuple(p for p in ("biology", "options", "values", "check", "numbers") if p != left_out)
    kiosk = open_kiosk(pages=pages)
    page = kiosk.go_to("next", marks=FOUND)
    assert set(page.cards) == {*CARDS} - {Step(left_out)}
    seen = [kiosk.go_to(step) and kiosk.step for step in (*page.cards, "summary")]
    assert Step(left_out) not in seen
    window: Any = kiosk.wizard
    assert set(window.header.tabs) == {*WAY}


def test_numbers_are_offered_only_where_the_clinic_does(open_kiosk: OpenKiosk) -> None:
    page = open_kiosk(pages=("options",)).go_to(
        "treatment", marks={PlaceId("bone"): Certainty.FOUND}
    )
    assert not hasattr(page, "numbers")


@pytest.mark.parametrize("offered", [True, False])
def test_numbers_of_options_too(open_kiosk: OpenKiosk, offered: bool) -> None:
    pages = ("options", "numbers") if offered else ("options",)
    page = open_kiosk(pages=pages).go_to("options", marks=FOUND)
    for part in page.parts:
        part.open()
    assert any(part.numbers for part in page.parts) == offered


def test_the_first_page_says_what_becomes_of_the_answers_here(kiosk: Person) -> None:
    said = [label.text() for label in kiosk.page.findChildren(QLabel)]
    assert any("your answers go away when you finish" in text for text in said)


def test_nothing_on_the_last_page_saves_a_file(kiosk: Person) -> None:
    page = kiosk.go_to("summary", marks=FOUND)
    names = [button.accessibleName() for button in page.findChildren(QPushButton)]
    assert not [name for name in names if "Save" in name]
    assert set(page.buttons) == {"code"}  # no printer is set


def test_a_printer_that_is_not_there_is_told_kindly(open_kiosk: OpenKiosk) -> None:
    kiosk = open_kiosk(printer="no_such_printer")
    page = kiosk.go_to("summary", marks=FOUND)
    kiosk.qtbot.waitUntil(lambda: page._pdf is not None, timeout=20_000)
    kiosk.press(page.buttons["print"])
    kiosk.qtbot.waitUntil(page.error.isVisible, timeout=20_000)
    assert page.buttons["print"].isEnabled()


def test_the_clinic_stands_on_the_document(kiosk: Person) -> None:
    page = kiosk.go_to("summary", marks=FOUND)
    assert any("North Clinic" in str(section) for section in page._document.sections)


@pytest.mark.parametrize("printer", [None, "clinic"])
def test_what_is_for_paper_only_is_asked_where_there_is_a_printer(
    open_kiosk: OpenKiosk, printer: str | None
) -> None:
    kiosk = open_kiosk(printer=printer)
    page = kiosk.go_to("summary", marks=FOUND)
    assert page.large.isVisible() == bool(printer)
    assert not any(tick.isVisible() for tick in page.sections.values())
    if printer:
        kiosk.press(page.parts.button)
        assert all(tick.isVisible() for tick in page.sections.values())
        kiosk.press(page.sections["why"])
        assert "why" not in (kiosk.wizard.session.answers().sections or ())


def test_a_question_can_be_typed_on_the_screen(kiosk: Person) -> None:
    window: Any = kiosk.wizard
    page = kiosk.go_to("questions", marks=FOUND)
    kiosk.press(page.own)
    assert window.typing_help.isVisible()
    for letter in "Why":
        kiosk.qtbot.mouseClick(window.typing_help.keyboard.key(letter), Qt.MouseButton.LeftButton)
    assert page.own.text() == "Why"
    kiosk.press(page.add_button)
    assert any(row.question == "Why" for row in page.chosen_rows)


@pytest.mark.parametrize("size", [(1366, 768), (768, 1366)])
@pytest.mark.parametrize("step", ["where", "questions"])
def test_the_keyboard_never_hides_what_one_types(
    kiosk: Person, size: tuple[int, int], step: str
) -> None:
    window: Any = kiosk.wizard
    window.resize(*size)
    page = kiosk.go_to(step, marks=FOUND)
    if step == "where":
        kiosk.side("left")
    line = page.own if step == "questions" else page.finder
    page.verticalScrollBar().setValue(0)
    line.setFocus(Qt.FocusReason.MouseFocusReason)
    kiosk.qtbot.waitUntil(
        lambda: page.viewport().rect().contains(box(line, page.viewport())), timeout=2000
    )
    assert window.typing_help.isVisible()


@pytest.mark.parametrize("size", [(1024, 768), (768, 1366)])
@pytest.mark.parametrize("percent", [TEXT_SIZES[0], TEXT_SIZES[-1]])
def test_everything_that_can_be_pressed_is_large_enough_for_a_finger(
    kiosk: Person, size: tuple[int, int], percent: int
) -> None:
    window: Any = kiosk.wizard
    window.resize(*size)
    window.set_text_size(percent)
    kiosk.go_to("summary", marks=FOUND)
    QApplication.processEvents()
    for button in window.findChildren(QPushButton):
        if button.isVisible():
            assert button.height() >= 44, button.accessibleName()
            assert button.width() >= 44, button.accessibleName()


def test_the_help_names_every_letter_that_alt_presses_here(kiosk: Person) -> None:
    window: Any = kiosk.wizard
    letters = set()
    for step in (*WAY, *CARDS, Step.SUMMARY):
        kiosk.wizard.navigator.open(step)
        for button in window.findChildren(QPushButton):
            match = re.search(r"&(\w)", button.text())
            if match and button.isVisible():
                letters.add(match[1].upper())
    window.open_help()
    for keys in kiosk.dialog().findChildren(Expander):
        kiosk.press(keys.button)
    said = " ".join(label.text() for label in kiosk.dialog().findChildren(QLabel))
    assert {"B", "C", "D", "F", "H", "Y"} <= letters
    assert [letter for letter in sorted(letters) if f"Alt + {letter}" not in said] == []
