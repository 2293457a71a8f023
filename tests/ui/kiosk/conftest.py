"""The window of a kiosk, with a policy of its own for each test."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import Any

import pytest
from PySide6.QtWidgets import QApplication

from decision_aid.clinic.policy import ClinicPolicy, LoadedPolicy, hash_pin
from decision_aid.ui.kiosk.app import ClosedDoors
from decision_aid.ui.kiosk.staff import forget_tries
from decision_aid.ui.kiosk.window import KioskWindow
from decision_aid.ui.kit.theme import ThemeName
from decision_aid.ui.kit.words import Words
from tests.qt_application import in_fusion
from tests.ui.person import Person

PIN = "246810"
OpenKiosk = Callable[..., Person]


@pytest.fixture(scope="session")
def pin_hash() -> str:
    return hash_pin(PIN)


@pytest.fixture
def open_kiosk(qtbot: Any) -> Iterator[OpenKiosk]:
    """Open a kiosk with these settings, its doors closed, and give somebody who stands at it."""
    in_fusion()
    forget_tries()
    doors: list[ClosedDoors] = []
    as_before = QApplication.doubleClickInterval()

    def opened(loaded: LoadedPolicy | None = None, **settings: Any) -> Person:
        loaded = loaded or LoadedPolicy(ClinicPolicy(**settings), (), None)
        window = KioskWindow(Words("en"), loaded, theme=ThemeName.LIGHT)
        qtbot.addWidget(window)
        application = QApplication.instance()
        assert isinstance(application, QApplication)
        doors.append(ClosedDoors(application))
        window.resize(1024, 768)
        window.show()
        window.activateWindow()
        qtbot.waitExposed(window)
        qtbot.waitUntil(window.isActiveWindow)
        return Person(qtbot, window)

    yield opened
    QApplication.setDoubleClickInterval(as_before)
    for one in doors:
        QApplication.instance().removeEventFilter(one)  # type: ignore[union-attr]
        one.deleteLater()


@pytest.fixture
def kiosk(open_kiosk: OpenKiosk, pin_hash: str) -> Person:
    """Somebody at a kiosk with a staff PIN."""
    return open_kiosk(pin_hash=pin_hash, clinic_name="North Clinic")
