"""One widget in a window of its own, with a theme and a text size as the wizard has them."""

from __future__ import annotations

import itertools
from typing import Any, Final

from PySide6.QtWidgets import QApplication, QVBoxLayout, QWidget

from decision_aid.ui.kit.style import style_sheet
from decision_aid.ui.kit.theme import THEMES, Look
from tests.qt_application import in_fusion

PLAIN: Final = Look()
LOOKS: Final = [Look(theme, size) for theme, size in itertools.product(THEMES.values(), (100, 200))]
SCREENS: Final = ((800, 600), (1366, 768), (768, 1366), (1024, 700))
"""Small, a wide kiosk, a tall one, and a desk."""


class Window(QWidget):
    """The window; keep it for as long as the widget in it is used."""

    def __init__(self, qtbot: Any, look: Look, size: tuple[int, int], *inside: QWidget) -> None:
        in_fusion()
        super().__init__()
        self.setObjectName("shell")
        self.current_look = look
        self.setStyleSheet(style_sheet(look))
        column = QVBoxLayout(self)
        for widget in inside:
            column.addWidget(widget)
        qtbot.addWidget(self)
        self.resize(*size)
        self.show()
        self.activateWindow()
        qtbot.waitExposed(self)
        qtbot.waitUntil(self.isActiveWindow)
        QApplication.processEvents()


def look_id(look: Look) -> str:
    return f"{look.theme.paper}-{look.percent}"
