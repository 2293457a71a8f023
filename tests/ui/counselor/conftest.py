"""The counselor's window for each test, as it opens."""

from collections.abc import Iterator
from typing import Any

import pytest

from decision_aid.ui.counselor.window import CounselorWindow
from decision_aid.ui.kit.theme import ThemeName
from decision_aid.ui.kit.words import Words
from tests.qt_application import in_fusion
from tests.ui.counselor.counselor import Counselor
from tests.ui.counselor.screens import Screens


@pytest.fixture
def window(qtbot: Any) -> Iterator[CounselorWindow]:
    """The window, 1280 by 800, with nothing entered."""
    in_fusion()
    window = CounselorWindow(Words("en"), theme=ThemeName.LIGHT)
    qtbot.addWidget(window)
    window.resize(1280, 800)
    window.show()
    window.activateWindow()
    qtbot.waitExposed(window)
    qtbot.waitUntil(window.isActiveWindow)
    yield window
    window.session.mark_saved()
    window.close()


@pytest.fixture
def counselor(qtbot: Any, window: CounselorWindow) -> Counselor:
    """Somebody who uses the window."""
    return Counselor(qtbot, window)


@pytest.fixture
def screens(monkeypatch: pytest.MonkeyPatch) -> Screens:
    """One screen, to which another one can be plugged."""
    return Screens(monkeypatch)


@pytest.fixture
def second_screen(screens: Screens, window: CounselorWindow) -> Screens:
    """A screen beside that of the counselor."""
    del window
    screens.plug_in()
    return screens
