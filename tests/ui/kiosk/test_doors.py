"""No key and no press leads out of the kiosk."""

from __future__ import annotations

import itertools
from typing import Any

from PySide6.QtCore import QEvent, QPointF, Qt
from PySide6.QtGui import QContextMenuEvent, QGuiApplication, QKeyEvent, QMouseEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QDialog, QFileDialog, QLabel, QLineEdit, QMenu, QWidget

from decision_aid.domain import Certainty, PlaceId
from decision_aid.ui.kiosk.app import is_let_through
from tests.ui.person import Person

FOUND = {PlaceId("breast_tissue"): Certainty.FOUND}
_MODIFIERS = (
    Qt.KeyboardModifier.ShiftModifier,
    Qt.KeyboardModifier.ControlModifier,
    Qt.KeyboardModifier.AltModifier,
    Qt.KeyboardModifier.MetaModifier,
)
EVERY_COMBINATION = [
    _sum
    for count in range(len(_MODIFIERS) + 1)
    for chosen in itertools.combinations(_MODIFIERS, count)
    for _sum in [Qt.KeyboardModifier(sum(modifier.value for modifier in chosen))]
]
EVERY_KEY = sorted(set(Qt.Key), key=lambda key: key.value)


def _press(target: QWidget, key: Qt.Key, held: Qt.KeyboardModifier) -> None:
    text = chr(key.value) if 32 <= key.value < 0x110000 and chr(key.value).isprintable() else ""
    for kind in (QEvent.Type.ShortcutOverride, QEvent.Type.KeyPress, QEvent.Type.KeyRelease):
        QApplication.sendEvent(target, QKeyEvent(kind, key.value, held, text))


def _others(kiosk: Person) -> list[QWidget]:
    """Return every window that is not the kiosk's own."""
    return [
        window
        for window in QApplication.topLevelWidgets()
        if window.isVisible() and window is not kiosk.wizard and window.parent() is None
    ]


def _close_dialogs(kiosk: Person) -> None:
    for dialog in kiosk.wizard.findChildren(QDialog):
        dialog.reject()
    QApplication.processEvents()


def test_every_combination_of_keys_stays_inside(kiosk: Person) -> None:
    window: Any = kiosk.wizard
    left: list[str] = []
    window.left.connect(lambda: left.append("left"))
    window.cleared.connect(lambda: left.append("cleared"))
    kiosk.go_to("where")
    kiosk.mark(PlaceId("breast_tissue"))
    for held in EVERY_COMBINATION:
        for key in EVERY_KEY:
            _press(QApplication.focusWidget() or window, key, held)
            if kiosk.dialogs():
                _close_dialogs(kiosk)
            assert window.isVisible(), (key, held)
        QApplication.processEvents()
        assert not window.findChildren(QFileDialog)
        assert not [menu for menu in window.findChildren(QMenu) if menu.isVisible()]
        assert _others(kiosk) == []
    assert left == []


def test_every_key_that_is_not_named_is_stopped_before_anything_sees_it() -> None:
    through = {
        (key, held)
        for held in EVERY_COMBINATION
        for key in EVERY_KEY
        if is_let_through(QKeyEvent(QEvent.Type.KeyPress, key.value, held, ""))
    }
    held_by_key = {held for _, held in through}
    none, shift = Qt.KeyboardModifier.NoModifier, Qt.KeyboardModifier.ShiftModifier
    alt, control = Qt.KeyboardModifier.AltModifier, Qt.KeyboardModifier.ControlModifier
    assert held_by_key == {none, shift, alt, alt | shift, control, control | shift}
    for key in (Qt.Key.Key_C, Qt.Key.Key_V, Qt.Key.Key_Q, Qt.Key.Key_W, Qt.Key.Key_P):
        assert (key, control) not in through
    for key in (Qt.Key.Key_F4, Qt.Key.Key_Tab, Qt.Key.Key_Escape, Qt.Key.Key_Space):
        assert (key, alt) not in through
    assert not {key for key, _ in through} & {
        Qt.Key.Key_Meta,
        Qt.Key.Key_Super_L,
        Qt.Key.Key_Menu,
        Qt.Key.Key_Print,
        Qt.Key.Key_F11,
        Qt.Key.Key_F4,
        Qt.Key.Key_Launch0,
        Qt.Key.Key_HomePage,
        Qt.Key.Key_PowerOff,
    }


def test_the_window_stays_whatever_wants_to_close_it(kiosk: Person) -> None:
    kiosk.wizard.close()
    assert kiosk.wizard.isVisible()


def test_a_long_press_and_the_other_buttons_open_nothing(kiosk: Person) -> None:
    target = kiosk.page.ways["results"]
    place = target.rect().center()
    QApplication.sendEvent(
        target, QContextMenuEvent(QContextMenuEvent.Reason.Mouse, place, target.mapToGlobal(place))
    )
    for button in (Qt.MouseButton.RightButton, Qt.MouseButton.MiddleButton):
        press = QMouseEvent(
            QEvent.Type.MouseButtonPress,
            QPointF(place),
            QPointF(target.mapToGlobal(place)),
            button,
            button,
            Qt.KeyboardModifier.NoModifier,
        )
        QApplication.sendEvent(target, press)
    assert kiosk.step == "start"
    assert _others(kiosk) == []


def test_what_is_typed_cannot_be_copied_or_pasted(kiosk: Person) -> None:
    clipboard = QGuiApplication.clipboard()
    page = kiosk.go_to("questions")
    line: QLineEdit = page.own
    line.setFocus()
    kiosk.qtbot.keyClicks(line, "planted words")
    for key in (Qt.Key.Key_A, Qt.Key.Key_C, Qt.Key.Key_X, Qt.Key.Key_V, Qt.Key.Key_Insert):
        QTest.keyClick(line, key, Qt.KeyboardModifier.ControlModifier)
    assert line.text() == "planted words"
    line.selectAll()
    line.copy()  # as if a way had been found
    QApplication.processEvents()
    assert clipboard.text(clipboard.Mode.Clipboard) == ""
    if clipboard.supportsSelection():
        assert clipboard.text(clipboard.Mode.Selection) == ""


def test_no_page_has_a_link_that_leads_out(kiosk: Person) -> None:
    for step in ("answer", "next", "treatment", "options", "summary"):
        page = kiosk.go_to(step, marks=FOUND)
        assert [label for label in page.findChildren(QLabel) if label.openExternalLinks()] == []
