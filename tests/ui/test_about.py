"""What the aid is and where its words come from can be read in it."""

from typing import Any

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QLabel, QScrollArea

from tests.ui.measures import clipped, overlapping
from tests.ui.person import Person


@pytest.fixture
def about(person: Person) -> Any:
    """The dialog, opened from Help by mouse."""
    person.key(Qt.Key.Key_F1)
    help_dialog = person.dialog()
    person.qtbot.mouseClick(help_dialog.about, Qt.MouseButton.LeftButton)
    person.qtbot.waitUntil(lambda: [type(d).__name__ for d in person.dialogs()] == ["AboutDialog"])
    return person.dialog()


def said(widget: Any) -> str:
    return " ".join(label.text() for label in widget.findChildren(QLabel))


def test_it_says_who_made_it_and_that_nobody_has_reviewed_it(about: Any) -> None:
    text = said(about)
    assert "No doctor or nurse has yet reviewed it" in text
    assert "No one from outside is known to have paid" in text
    assert "checked again at least once a year" in text
    assert "Signed by a clinician: 0 of " in text
    assert "Flesch-Kincaid" in text


def test_every_source_is_listed_with_publisher_date_and_address(person: Person, about: Any) -> None:
    about.sources.button.click()
    text = said(about)
    content = person.wizard.words.content
    for source in content.sources.values():
        assert source.title in text
        dated = content.dated_and_kind(source)
        assert f"{source.publisher}, {dated}. {source.address}" in text


def test_escape_closes_it_and_by_key_it_opens_again(person: Person, about: Any) -> None:
    assert about.isVisible()
    person.key(Qt.Key.Key_Escape)
    person.qtbot.waitUntil(lambda: not person.dialogs())
    person.key(Qt.Key.Key_F1)
    person.key(Qt.Key.Key_S, Qt.KeyboardModifier.AltModifier)
    person.qtbot.waitUntil(lambda: [type(d).__name__ for d in person.dialogs()] == ["AboutDialog"])


@pytest.mark.parametrize("size", [100, 200])
def test_nothing_is_cut_off(person: Person, size: int) -> None:
    person.wizard.resize(800, 600)
    person.wizard.set_text_size(size)
    person.key(Qt.Key.Key_F1)
    person.dialog().about.click()
    person.qtbot.waitUntil(lambda: [type(d).__name__ for d in person.dialogs()] == ["AboutDialog"])
    QApplication.processEvents()
    inside = person.dialog().findChildren(QScrollArea)[0].widget()
    assert inside is not None
    assert [*clipped(inside), *overlapping(inside)] == []
