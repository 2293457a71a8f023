"""Staff leave with their PIN; nobody else does."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel

from decision_aid.clinic.policy import load_policy
from tests.ui.kiosk.conftest import PIN, OpenKiosk
from tests.ui.person import Person, button_named


def _staff_page(kiosk: Person) -> Any:
    window: Any = kiosk.wizard
    kiosk.press(window.header.help)
    help_dialog = kiosk.dialog()
    staff = button_named(help_dialog, "For staff")
    kiosk.qtbot.mouseClick(staff, Qt.MouseButton.LeftButton)
    kiosk.qtbot.waitUntil(lambda: window.staff is not None and window.staff.isVisible())
    return window.staff


def _type(kiosk: Person, pad: Any, pin: str) -> None:
    for digit in pin:
        kiosk.qtbot.mouseClick(pad.digits[digit], Qt.MouseButton.LeftButton)
    kiosk.qtbot.mouseClick(pad.ok, Qt.MouseButton.LeftButton)


def _said(dialog: Any) -> str:
    return " ".join(label.text() for label in dialog.findChildren(QLabel) if label.text())


def test_the_right_pin_opens_the_staff_page_and_the_way_out(kiosk: Person) -> None:
    window: Any = kiosk.wizard
    dialog = _staff_page(kiosk)
    _type(kiosk, dialog.pad, PIN)
    with kiosk.qtbot.waitSignal(window.left):
        kiosk.qtbot.mouseClick(dialog.leave_button, Qt.MouseButton.LeftButton)


def test_a_wrong_pin_opens_nothing_and_five_of_them_rest(kiosk: Person) -> None:
    dialog = _staff_page(kiosk)
    for _ in range(4):
        _type(kiosk, dialog.pad, "135790")
        assert "does not fit" in dialog.said.text()
    _type(kiosk, dialog.pad, "135790")
    assert "Too many tries" in dialog.said.text()
    _type(kiosk, dialog.pad, PIN)
    assert "Too many tries" in dialog.said.text()
    assert not hasattr(dialog, "leave_button")


def test_without_a_pin_nobody_can_leave_and_the_page_says_why(open_kiosk: OpenKiosk) -> None:
    dialog = _staff_page(open_kiosk())
    assert dialog.pad is None
    assert "nobody can leave from this screen" in _said(dialog)


def test_a_bad_policy_gives_the_usual_settings_and_a_clear_message(
    open_kiosk: OpenKiosk, tmp_path: Path
) -> None:
    file = tmp_path / "policy.toml"
    file.write_text('clinic_name = "North"\nidle_seconds = 5\n', encoding="utf-8")
    loaded = load_policy(file)
    kiosk = open_kiosk(loaded)
    window: Any = kiosk.wizard
    assert window.loaded.policy.idle_seconds == 180
    said = _said(_staff_page(kiosk))
    assert "has a problem, so the usual settings hold" in said
    assert f"{file}:2" in said
    assert "idle_seconds" in said
