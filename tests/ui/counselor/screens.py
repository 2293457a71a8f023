"""Screens that are plugged in and out; the second one lies where the first one does."""

import pytest
from PySide6.QtGui import QGuiApplication

from decision_aid.ui.counselor import person_bar, person_window


class Screens:
    """One screen, or two."""

    def __init__(self, monkeypatch: pytest.MonkeyPatch) -> None:
        self._patch = monkeypatch
        application = QGuiApplication.instance()
        assert isinstance(application, QGuiApplication)
        self._application = application
        self._have(second=False)

    def plug_in(self) -> None:
        """Have a second screen from now on."""
        self._have(second=True)
        self._application.screenAdded.emit(QGuiApplication.primaryScreen())

    def plug_out(self) -> None:
        """Have one screen from now on."""
        self._have(second=False)
        self._application.screenRemoved.emit(QGuiApplication.primaryScreen())

    def _have(self, *, second: bool) -> None:
        for module in (person_bar, person_window):
            self._patch.setattr(
                module, "other_screen", lambda main: main.screen() if second else None
            )
