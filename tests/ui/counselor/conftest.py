"""The counselor's window for each test, as it opens."""

from collections.abc import Iterator
from typing import Any

import pytest

from decision_aid.ui.counselor.window import CounselorWindow
from decision_aid.ui.kit.theme import ThemeName
from decision_aid.ui.kit.words import Words
from tests.qt_application import in_fusion
from tests.ui.counselor.counselor import Counselor


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
