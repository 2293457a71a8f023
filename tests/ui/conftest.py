"""A real window for each test, with no screen needed."""

import os
from typing import Any

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

import pytest

from decision_aid.ui.kit.theme import ThemeName
from decision_aid.ui.kit.words import Words
from decision_aid.ui.wizard.window import Wizard
from tests.qt_application import in_fusion
from tests.ui.person import Person


@pytest.fixture
def wizard(qtbot: Any) -> Wizard:
    """The wizard on its first page, 1024 by 700."""
    in_fusion()
    window = Wizard(Words("en"), theme=ThemeName.LIGHT)
    qtbot.addWidget(window)
    window.resize(1024, 700)
    window.show()
    window.activateWindow()
    qtbot.waitExposed(window)
    qtbot.waitUntil(window.isActiveWindow)
    return window


@pytest.fixture
def person(qtbot: Any, wizard: Wizard) -> Person:
    """Somebody who uses the wizard."""
    return Person(qtbot, wizard)
