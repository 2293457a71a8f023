"""Keeps still: nothing on these screens moves by itself, and nothing blinks for those who ask."""

from __future__ import annotations

from typing import Final

from PySide6.QtCore import QObject, Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QApplication

_MOVING: Final = (
    Qt.UIEffect.UI_AnimateMenu,
    Qt.UIEffect.UI_FadeMenu,
    Qt.UIEffect.UI_AnimateCombo,
    Qt.UIEffect.UI_AnimateTooltip,
    Qt.UIEffect.UI_FadeTooltip,
    Qt.UIEffect.UI_AnimateToolBox,
)


def keep_still(application: QApplication) -> None:
    """Switch off what would slide or fade, and follow the system's wish for less motion."""
    for effect in _MOVING:
        application.setEffectEnabled(effect, False)
    hints = QGuiApplication.styleHints()
    usual = hints.cursorFlashTime()
    wishes: QObject | None = getattr(hints, "accessibility", lambda: None)()
    wanted = getattr(wishes, "motionPreference", None)
    if wishes is None or wanted is None:
        return  # Qt before 6.11 knows nothing of it

    def follow() -> None:
        calm = wanted() == Qt.MotionPreference.ReducedMotion
        hints.setCursorFlashTime(0 if calm else usual)

    wishes.motionPreferenceChanged.connect(follow)  # type: ignore[attr-defined]
    follow()
