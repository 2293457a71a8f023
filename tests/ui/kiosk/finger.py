"""Somebody at a kiosk who has nothing but a finger, and counts how often it touches the screen."""

from __future__ import annotations

from typing import Any, Final

from PySide6.QtCore import QPoint, QRect
from PySide6.QtGui import QInputDevice, QPointingDevice
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget

_NEXT_TOUCH_AFTER: Final = 60
"""How soon a quick hand comes down again, in milliseconds."""

_SCREEN: list[QPointingDevice] = []


def touch_screen() -> QPointingDevice:
    """Return the touch screen of this process; Qt keeps it until the end."""
    if not _SCREEN:
        _SCREEN.append(QTest.createTouchDevice(QInputDevice.DeviceType.TouchScreen))
    return _SCREEN[0]


class Finger:
    """Touches what is seen and pushes the page up where something is below; counts both."""

    def __init__(self, qtbot: Any, window: Any) -> None:
        self.qtbot, self.window = qtbot, window
        self.touches = 0

    def touch(self, thing: QWidget) -> None:
        """Touch something in its middle."""
        QApplication.processEvents()
        while not self._sees(thing):
            self._push_up()
        at = thing.mapTo(self.window, thing.rect().center())
        self.touches += 1
        QTest.touchEvent(self.window, touch_screen()).press(0, at, self.window).commit()
        self.qtbot.wait(30)
        QTest.touchEvent(self.window, touch_screen()).release(0, at, self.window).commit()
        self.qtbot.wait(_NEXT_TOUCH_AFTER)

    def _sees(self, thing: QWidget) -> bool:
        page = self.window.page
        if not page.isAncestorOf(thing):
            return True
        view = page.viewport()
        middle = QRect(thing.mapTo(view, QPoint(0, 0)), thing.size()).center()
        return bool(view.rect().contains(middle))

    def _push_up(self) -> None:
        """Push the page up by half a screen, and wait until it rests."""
        view = self.window.page.viewport()
        start = view.mapTo(self.window, QPoint(4, view.height() * 3 // 4))
        before = self.window.page.verticalScrollBar().value()
        self.touches += 1
        steps = 12
        screen = touch_screen()
        QTest.touchEvent(self.window, screen).press(0, start, self.window).commit()
        at = start
        for step in range(1, steps + 1):
            at = start - QPoint(0, view.height() // 2 * step // steps)
            QTest.touchEvent(self.window, screen).move(0, at, self.window).commit()
            self.qtbot.wait(16)
        self.qtbot.wait(120)
        QTest.touchEvent(self.window, screen).release(0, at, self.window).commit()
        self.qtbot.wait(400)
        after = self.window.page.verticalScrollBar().value()
        assert after > before, "a finger does not move the page"
