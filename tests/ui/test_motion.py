"""Nothing moves by itself, and nothing blinks where the system asks for calm."""

from pathlib import Path
from typing import Any

import pytest
from PySide6.QtCore import QObject, Qt, Signal
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QApplication

from decision_aid.ui.kit import application as start
from tests.ui.person import Person

UI = Path(start.__file__).parents[1]


class Wishes(QObject):
    """What the system tells of its user."""

    motionPreferenceChanged = Signal()  # noqa: N815 - Qt's own name
    wish = Qt.MotionPreference.NoPreference

    def motionPreference(self) -> Qt.MotionPreference:  # noqa: N802
        return self.wish


class Hints:
    """Qt's hints, but for the wishes of the test."""

    def __init__(self, wishes: Wishes) -> None:
        self.wishes, self.flash = wishes, 1000

    def accessibility(self) -> Wishes:
        return self.wishes

    def cursorFlashTime(self) -> int:  # noqa: N802
        return self.flash

    def setCursorFlashTime(self, time: int) -> None:  # noqa: N802
        self.flash = time


def test_the_cursor_stops_blinking_as_soon_as_the_system_asks_for_less_motion(
    person: Person, monkeypatch: pytest.MonkeyPatch
) -> None:
    wishes = Wishes()
    hints = Hints(wishes)
    monkeypatch.setattr(QGuiApplication, "styleHints", staticmethod(lambda: hints))
    application: Any = QApplication.instance()
    start.keep_still(application)
    assert hints.flash == 1000
    wishes.wish = Qt.MotionPreference.ReducedMotion
    wishes.motionPreferenceChanged.emit()
    assert hints.flash == 0
    wishes.wish = Qt.MotionPreference.NoPreference
    wishes.motionPreferenceChanged.emit()
    assert hints.flash == 1000


def test_menus_lists_and_hints_appear_at_once(person: Person) -> None:
    application: Any = QApplication.instance()
    start.keep_still(application)
    moving = (Qt.UIEffect.UI_AnimateCombo, Qt.UIEffect.UI_FadeMenu, Qt.UIEffect.UI_FadeTooltip)
    assert not any(QApplication.isEffectEnabled(effect) for effect in moving)


def test_no_screen_brings_an_animation_of_its_own() -> None:
    for file in UI.rglob("*.py"):
        text = file.read_text(encoding="utf-8")
        assert "Animation" not in text, file.name
