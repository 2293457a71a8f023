"""What every mode begins with: Qt, the typeface, the words."""

from __future__ import annotations

import sys

from PySide6.QtWidgets import QApplication

from decision_aid.ui.fonts import load_fonts
from decision_aid.ui.motion import keep_still
from decision_aid.ui.saving import leave_no_settings
from decision_aid.ui.theme import ThemeName
from decision_aid.ui.words import Words


def start_application(language: str) -> tuple[QApplication, Words]:
    """Return the Qt application, set up, and the words of a language."""
    application = QApplication.instance() or QApplication(sys.argv[:1])
    assert isinstance(application, QApplication)
    application.setStyle("Fusion")
    keep_still(application)
    leave_no_settings()
    load_fonts()
    words = Words(language)
    application.setApplicationName(words("app.name"))
    application.setApplicationDisplayName(words("app.name"))
    return application, words


def theme_named(theme: str | None) -> ThemeName:
    """Return the theme that the command line names, or that of the system."""
    return ThemeName(theme.replace("-", "_")) if theme else ThemeName.SYSTEM
