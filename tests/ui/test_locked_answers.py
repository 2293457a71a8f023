"""Answers are kept in a locked file only when asked, and opened again from the first page."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
from PySide6.QtCore import Qt

from decision_aid.domain import Certainty, PlaceId, Step
from decision_aid.storage import sealing
from tests.storage.sessions import PASSPHRASE, cheap_seal
from tests.ui.person import Person, button_named

MARKS = {PlaceId("breast_tissue"): Certainty.FOUND, PlaceId("liver"): Certainty.SUSPECTED}


@pytest.fixture(autouse=True)
def at_once(monkeypatch: pytest.MonkeyPatch) -> None:
    """Lock without the second that locking takes on purpose; the files are the same."""
    monkeypatch.setattr(sealing, "seal", cheap_seal)


def _type_passphrase(person: Person, files: Any) -> None:
    dialog = files.passphrase
    person.qtbot.waitUntil(dialog.isVisible)
    person.qtbot.keyClicks(dialog.first, PASSPHRASE)
    if dialog.second is not None:
        person.qtbot.keyClicks(dialog.second, PASSPHRASE)
    dialog.go.click()


def test_answers_saved_today_are_there_another_day(person: Person, tmp_path: Path) -> None:
    page = person.go_to("summary", marks=MARKS)
    before = person.wizard.session.answers()
    file = tmp_path / "mine.decisionaid"
    person.press(page.lock)
    page.files.file_dialog.reject()
    page.files.save_to(file)
    _type_passphrase(person, page.files)
    person.qtbot.waitUntil(file.is_file)
    assert b"liver" not in file.read_bytes()
    person.wizard.start_over()
    assert person.wizard.session.is_empty
    page = person.page
    person.press(page.open_saved)
    page.files.file_dialog.reject()
    page.files.open_from(file)
    _type_passphrase(person, page.files)
    person.qtbot.waitUntil(lambda: person.step == Step.ANSWER)
    assert person.wizard.session.answers() == before


def test_closing_offers_to_save_first(person: Person) -> None:
    person.go_to("answer", marks=MARKS)
    person.wizard.close()
    dialog = person.dialog()
    save_first = button_named(dialog, "Save or print first")
    person.qtbot.mouseClick(save_first, Qt.MouseButton.LeftButton)
    assert person.step == Step.SUMMARY
    assert not person.wizard.session.is_empty
    assert not person.dialogs()
