"""Sessions are saved only when asked, locked, and nothing unsaved is lost without a question."""

from pathlib import Path
from typing import Any

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFileDialog, QLineEdit

from decision_aid.storage import sealing
from decision_aid.storage.saved_sessions import open_session
from decision_aid.ui.kit.locked_files import PassphraseDialog
from tests.domain.cases import found
from tests.storage.sessions import NOTES, PASSPHRASE, a_session, cheap_file, cheap_seal
from tests.ui.counselor.counselor import Counselor, words_of

CONTROL = Qt.KeyboardModifier.ControlModifier


@pytest.fixture
def at_once(monkeypatch: pytest.MonkeyPatch) -> None:
    """Lock without the second that locking takes on purpose; the files are the same."""
    monkeypatch.setattr(sealing, "seal", cheap_seal)


def passphrase_dialog(counselor: Counselor) -> PassphraseDialog:
    dialog = counselor.window.session_files.passphrase
    assert dialog is not None
    return dialog


def fill(counselor: Counselor, first: str, second: str | None = None) -> PassphraseDialog:
    dialog = passphrase_dialog(counselor)
    counselor.qtbot.waitUntil(dialog.isVisible)
    counselor.qtbot.keyClicks(dialog.first, first)
    if dialog.second is not None:
        counselor.qtbot.keyClicks(dialog.second, first if second is None else second)
    counselor.press(dialog.go)
    return dialog


def choose_file(counselor: Counselor, dialog: QFileDialog | None, path: Path) -> None:
    assert dialog is not None
    counselor.qtbot.waitUntil(dialog.isVisible)
    name = dialog.findChild(QLineEdit)
    assert name is not None
    counselor.qtbot.waitUntil(dialog.isActiveWindow)
    name.selectAll()
    counselor.qtbot.keyClicks(name, str(path))
    counselor.qtbot.keyClick(name, Qt.Key.Key_Return)


@pytest.mark.usefixtures("at_once")
def test_save_by_keyboard_and_open_again(counselor: Counselor, tmp_path: Path) -> None:
    counselor.confirm("C50.412 pN1a")
    counselor.key(Qt.Key.Key_S, CONTROL)
    choose_file(counselor, counselor.window.session_files.file_dialog, tmp_path / "mine")
    saved = tmp_path / "mine.decisionaid"
    fill(counselor, PASSPHRASE)
    counselor.qtbot.waitUntil(saved.is_file)
    assert not counselor.window.session.is_unsaved
    counselor.window.session.clear()
    counselor.key(Qt.Key.Key_O, CONTROL)
    choose_file(counselor, counselor.window.session_files.file_dialog, saved)
    fill(counselor, PASSPHRASE)
    counselor.qtbot.waitUntil(
        lambda: counselor.found == {found("breast_tissue"), found("nodes_armpit")}
    )


@pytest.mark.usefixtures("at_once")
def test_notes_and_examples_come_back_too(counselor: Counselor, tmp_path: Path) -> None:
    path = tmp_path / "a.decisionaid"
    path.write_bytes(cheap_file())
    counselor.window.session_files.open_from(path)
    fill(counselor, PASSPHRASE)
    counselor.qtbot.waitUntil(lambda: counselor.window.session.saved() == a_session())
    assert counselor.window.notes_panel.field.toPlainText() == NOTES
    assert not counselor.window.session.can_step_back


def test_the_dialog_says_what_matters_before(counselor: Counselor, tmp_path: Path) -> None:
    counselor.window.session_files.save_to(tmp_path / "a.decisionaid")
    said = words_of(passphrase_dialog(counselor))
    assert "can never be opened again. That is final." in said
    assert "Four words that do not belong together work well." in said
    assert "This takes a few seconds." in said
    passphrase_dialog(counselor).reject()


@pytest.mark.parametrize(
    ("first", "second", "problem"),
    [
        ("", "", "Type the passphrase first."),
        ("short", "short", "too easy to guess"),
        (PASSPHRASE, PASSPHRASE[:-1], "do not match"),
    ],
)
def test_a_passphrase_that_will_not_do_is_said(
    counselor: Counselor, tmp_path: Path, first: str, second: str, problem: str
) -> None:
    path = tmp_path / "a.decisionaid"
    counselor.window.session_files.save_to(path)
    dialog = fill(counselor, first, second)
    assert dialog.error.isVisible()
    assert problem in dialog.error.accessibleName()
    assert not path.exists()
    dialog.reject()


def test_it_says_while_typing_whether_it_is_long_enough(
    counselor: Counselor, tmp_path: Path
) -> None:
    counselor.window.session_files.save_to(tmp_path / "a.decisionaid")
    dialog = passphrase_dialog(counselor)
    counselor.qtbot.keyClicks(dialog.first, "violet")
    assert "Too easy" in dialog.strength.text()
    counselor.qtbot.keyClicks(dialog.first, " kettle marches")
    assert "Long enough" in dialog.strength.text()
    dialog.reject()


def test_a_wrong_passphrase_is_said_kindly_and_can_be_typed_again(
    counselor: Counselor, tmp_path: Path
) -> None:
    path = tmp_path / "a.decisionaid"
    path.write_bytes(cheap_file())
    counselor.window.session_files.open_from(path)
    dialog = fill(counselor, "not the passphrase at all")
    counselor.qtbot.waitUntil(dialog.error.isVisible)
    assert "does not open the file" in dialog.error.accessibleName()
    dialog.first.clear()
    fill(counselor, PASSPHRASE)
    counselor.qtbot.waitUntil(lambda: counselor.window.session.saved() == a_session())


@pytest.mark.parametrize("raw", [b"", b"not a session", cheap_file()[:150]])
def test_a_file_that_cannot_be_opened_changes_nothing(
    counselor: Counselor, tmp_path: Path, raw: bytes
) -> None:
    counselor.confirm("C50.412")
    before = counselor.window.session.saved()
    path = tmp_path / "a.decisionaid"
    path.write_bytes(raw)
    counselor.window.session_files.open_from(path)
    dialog = fill(counselor, PASSPHRASE)
    counselor.qtbot.waitUntil(dialog.error.isVisible)
    assert counselor.window.session.saved() == before
    assert path.read_bytes() == raw
    dialog.reject()


@pytest.mark.usefixtures("at_once")
def test_where_nothing_can_be_written_it_is_said(counselor: Counselor, tmp_path: Path) -> None:
    counselor.confirm("C50.412")
    counselor.window.session_files.save_to(tmp_path / "gone" / "a.decisionaid")
    dialog = fill(counselor, PASSPHRASE)
    counselor.qtbot.waitUntil(dialog.error.isVisible)
    assert "was not saved" in dialog.error.accessibleName()
    assert counselor.window.session.is_unsaved
    dialog.reject()


def test_what_was_typed_is_gone_with_the_dialog(counselor: Counselor, tmp_path: Path) -> None:
    counselor.window.session_files.save_to(tmp_path / "a.decisionaid")
    dialog = passphrase_dialog(counselor)
    counselor.qtbot.keyClicks(dialog.first, PASSPHRASE)
    fields: list[Any] = [dialog.first, dialog.second]
    dialog.reject()
    assert all(field.text() == "" for field in fields)


def test_closing_with_unsaved_work_asks_once(counselor: Counselor) -> None:
    counselor.confirm("C50.412")
    counselor.window.close()
    assert counselor.window.isVisible()
    counselor.press(counselor.dialog().no)
    assert counselor.window.isVisible()
    counselor.window.close()
    counselor.press(counselor.dialog().yes)
    counselor.qtbot.waitUntil(lambda: not counselor.window.isVisible())


def test_closing_with_nothing_entered_asks_nothing(counselor: Counselor) -> None:
    counselor.window.close()
    assert not counselor.window.isVisible()


@pytest.mark.parametrize("line", ["L IDC, liv", "xyzzy"])
def test_a_line_that_was_not_entered_yet_is_worth_a_question(
    counselor: Counselor, line: str
) -> None:
    counselor.write(line)
    counselor.window.close()
    assert counselor.window.isVisible()
    counselor.press(counselor.dialog().no)
    assert counselor.line.text() == line


def test_notes_alone_are_worth_a_question(counselor: Counselor) -> None:
    counselor.key(Qt.Key.Key_F6)
    counselor.qtbot.keyClicks(counselor.window.notes_panel.field, "Call her sister")
    counselor.window.close()
    assert counselor.window.isVisible()
    counselor.press(counselor.dialog().no)


def test_the_real_lock_opens_with_its_passphrase_only(counselor: Counselor, tmp_path: Path) -> None:
    counselor.confirm("C50.412")
    path = tmp_path / "a.decisionaid"
    counselor.window.session_files.save_to(path)
    fill(counselor, PASSPHRASE)
    counselor.qtbot.waitUntil(path.is_file, timeout=60_000)
    assert path.read_bytes().startswith(b"age-encryption.org/v1")
    assert open_session(path, PASSPHRASE) == counselor.window.session.saved()
