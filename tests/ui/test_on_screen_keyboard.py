"""Typing where there is no keyboard: every key is pressed by mouse, as a finger would."""

from __future__ import annotations

from typing import Any

import pytest
from PySide6.QtCore import QEvent, QObject, QRect, Qt
from PySide6.QtGui import QAccessible, QKeyEvent
from PySide6.QtWidgets import QApplication, QLineEdit, QPushButton, QWidget

from decision_aid.content import keyboard_layout
from decision_aid.ui.kiosk.staff import PinPad
from decision_aid.ui.kit.on_screen_keyboard import OnScreenKeyboard, ScreenKey, press_key
from decision_aid.ui.kit.theme import TARGET, Look
from decision_aid.ui.kit.words import Words
from tests.ui.in_a_window import LOOKS, PLAIN, SCREENS, Window, look_id


class Typist:
    """Somebody at the keys, with a line to write in and a button beside it."""

    def __init__(self, qtbot: Any, look: Look = PLAIN, size: tuple[int, int] = (800, 600)) -> None:
        self.qtbot = qtbot
        self.line, self.other = QLineEdit(), QPushButton("Other")
        self.keys = OnScreenKeyboard(Words("en"))
        self.window = Window(qtbot, look, size, self.line, self.other, self.keys)
        self.keys.attach(self.line)

    def press(self, key: QPushButton) -> None:
        assert key.isVisible()
        assert key.isEnabled()
        self.qtbot.mouseClick(key, Qt.MouseButton.LeftButton, pos=key.rect().center())

    def type(self, text: str) -> None:
        """Type a text, with Shift where a sign needs it."""
        for letter in text:
            if letter == " ":
                self.press(self.keys.space)
                continue
            try:
                key = self.keys.key(letter)
            except KeyError:
                self.press(self.keys.shift)
                key = self.keys.key(letter)
            self.press(key)


@pytest.fixture
def typist(qtbot: Any) -> Typist:
    return Typist(qtbot)


class Listener(QObject):
    """Notes the key events that reach a line."""

    def __init__(self, line: QLineEdit) -> None:
        super().__init__()
        self.heard: list[tuple[QEvent.Type, int, str]] = []
        line.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:  # noqa: N802
        del watched
        if isinstance(event, QKeyEvent) and event.type() is not QEvent.Type.ShortcutOverride:
            self.heard.append((event.type(), event.key(), event.text()))
        return False


def test_a_person_types_a_question(typist: Typist) -> None:
    typist.type("Will I lose my hair, Dr. Lee?")
    assert typist.line.text() == "Will I lose my hair, Dr. Lee?"


def test_every_key_types_its_own_letter(typist: Typist) -> None:
    layout = keyboard_layout("en")
    typist.type("X")
    for rows, shifted in ((layout.plain, False), (layout.shifted, True)):
        for letter in "".join(rows):
            if shifted:
                typist.press(typist.keys.shift)
            typist.press(typist.keys.key(letter))
            assert typist.line.text()[-1] == letter


def test_a_line_begins_with_a_capital_and_shift_holds_for_one_letter(typist: Typist) -> None:
    typist.press(typist.keys.key("W"))
    typist.press(typist.keys.key("e"))
    typist.press(typist.keys.shift)
    assert typist.keys.shift.isChecked()
    typist.press(typist.keys.key("D"))
    assert not typist.keys.shift.isChecked()
    typist.press(typist.keys.key("o"))
    assert typist.line.text() == "WeDo"


def test_delete_takes_away_what_stands_before_the_cursor_or_is_selected(typist: Typist) -> None:
    typist.type("Abcd")
    typist.press(typist.keys.delete)
    assert typist.line.text() == "Abc"
    typist.line.setCursorPosition(1)
    typist.press(typist.keys.delete)
    assert typist.line.text() == "bc"
    typist.line.selectAll()
    typist.press(typist.keys.delete)
    assert typist.line.text() == ""


def test_done_presses_return_in_the_line_and_says_so(typist: Typist) -> None:
    returned: list[str] = []
    typist.line.returnPressed.connect(lambda: returned.append(typist.line.text()))
    typist.type("A")
    with typist.qtbot.waitSignal(typist.keys.done):
        typist.press(typist.keys.enter)
    assert returned == ["A"]


def test_the_keys_are_real_keys_to_the_line(typist: Typist) -> None:
    listener = Listener(typist.line)
    typist.type("Ab ")
    typist.press(typist.keys.delete)
    press, release = QEvent.Type.KeyPress, QEvent.Type.KeyRelease
    expected = [
        (kind, key, text)
        for key, text in (
            (Qt.Key.Key_A, "A"),
            (Qt.Key.Key_B, "b"),
            (Qt.Key.Key_Space, " "),
            (Qt.Key.Key_Backspace, ""),
        )
        for kind in (press, release)
    ]
    assert listener.heard == [(kind, int(key), text) for kind, key, text in expected]


def test_the_line_keeps_the_focus_and_its_limit(typist: Typist) -> None:
    typist.line.setMaxLength(3)
    typist.type("Abcdef")
    assert typist.line.text() == "Abc"
    assert QApplication.focusWidget() is typist.line
    assert all(
        key.focusPolicy() is Qt.FocusPolicy.NoFocus for key in typist.keys.findChildren(ScreenKey)
    )


def test_without_a_line_nothing_can_be_pressed(typist: Typist) -> None:
    typist.keys.attach(None)
    assert not typist.keys.key("q").isEnabled()
    second = QLineEdit(typist.window)
    second.show()
    typist.keys.attach(second)
    typist.type("Hi")
    assert (typist.line.text(), second.text()) == ("", "Hi")
    second.deleteLater()
    typist.qtbot.waitUntil(lambda: not typist.keys.key("q").isEnabled())


def test_a_screen_reader_hears_each_key_by_name_and_can_press_it(typist: Typist) -> None:
    typist.type("X")
    names = {key.accessibleName() for key in typist.keys.findChildren(ScreenKey)}
    assert {"a", "7", "comma", "question mark", "Space", "Shift", "Delete", "Done"} <= names
    assert len(names) == len(typist.keys.findChildren(ScreenKey))
    typist.press(typist.keys.shift)
    key = QAccessible.queryAccessibleInterface(typist.keys.key("B"))
    assert key.role() is QAccessible.Role.Button
    assert key.text(QAccessible.Text.Name) == "capital B"
    key.actionInterface().doAction("Press")
    typist.qtbot.waitUntil(lambda: typist.line.text() == "XB")


def boxes(widget: QWidget) -> list[tuple[ScreenKey, QRect]]:
    return [(key, key.geometry()) for key in widget.findChildren(ScreenKey) if key.isVisible()]


def check_keys(widget: QWidget) -> None:
    for key, box in boxes(widget):
        least = key.minimumSizeHint()
        assert box.width() >= max(TARGET, least.width()), key.accessibleName()
        assert box.height() >= max(TARGET, least.height()), key.accessibleName()
        assert widget.rect().contains(box), key.accessibleName()
        assert [k.accessibleName() for k, b in boxes(widget) if k is not key and b & box] == []
    assert widget.window().rect().contains(widget.geometry())


@pytest.mark.parametrize("size", SCREENS)
@pytest.mark.parametrize("look", LOOKS, ids=look_id)
def test_every_key_is_large_enough_and_none_is_cut_off(
    qtbot: Any, look: Look, size: tuple[int, int]
) -> None:
    typist = Typist(qtbot, look, size)
    assert typist.window.size().toTuple() == size
    check_keys(typist.keys)


class Entry:
    """Somebody who types a PIN."""

    def __init__(self, qtbot: Any, look: Look = PLAIN, size: tuple[int, int] = (800, 600)) -> None:
        self.qtbot = qtbot
        self.pad = PinPad(Words("en"), longest=6)
        self.window = Window(qtbot, look, size, self.pad)
        self.given: list[str] = []
        self.pad.entered.connect(self.given.append)

    def press(self, *keys: QPushButton) -> None:
        for key in keys:
            self.qtbot.mouseClick(key, Qt.MouseButton.LeftButton, pos=key.rect().center())

    def type(self, digits: str) -> None:
        self.press(*(self.pad.digits[digit] for digit in digits))


@pytest.mark.parametrize("look", LOOKS, ids=look_id)
def test_the_keys_of_the_pad_lie_as_on_a_telephone(qtbot: Any, look: Look) -> None:
    for size in SCREENS:
        entry = Entry(qtbot, look, size)
        assert entry.window.size().toTuple() == size
        check_keys(entry.pad)
        assert len({box.width() for _, box in boxes(entry.pad)}) <= 2
        rows = sorted({box.y() for _, box in boxes(entry.pad)})
        lying = [
            [
                key.accessibleName()
                for key, box in sorted(boxes(entry.pad), key=lambda kb: kb[1].x())
                if box.y() == row
            ]
            for row in rows
        ]
        assert lying == [["1", "2", "3"], ["4", "5", "6"], ["7", "8", "9"], ["Delete", "0", "OK"]]


def test_a_pin_is_given_once_and_then_gone(qtbot: Any) -> None:
    entry = Entry(qtbot)
    entry.type("12304")
    entry.press(entry.pad.delete)
    entry.type("9")
    entry.press(entry.pad.ok)
    assert entry.given == ["12309"]
    assert entry.pad.line.text() == ""
    entry.pad.line.undo()
    assert entry.pad.line.text() == ""


def test_only_dots_are_seen_and_told(qtbot: Any) -> None:
    entry = Entry(qtbot)
    entry.type("2580")
    shown = entry.pad.line.displayText()
    assert len(shown) == 4
    assert not set(shown) & set("2580")
    heard = QAccessible.queryAccessibleInterface(entry.pad.line)
    assert heard.state().passwordEdit
    assert "2" not in heard.text(QAccessible.Text.Value)
    assert entry.pad.line.accessibleName() == "PIN"


def test_an_empty_pin_cannot_be_given_and_a_long_one_ends(qtbot: Any) -> None:
    entry = Entry(qtbot)
    assert not entry.pad.ok.isEnabled()
    entry.type("1234567890")
    entry.press(entry.pad.ok)
    assert entry.given == ["123456"]


def test_real_digits_work_too_and_nothing_else_does(qtbot: Any) -> None:
    entry = Entry(qtbot)
    entry.pad.setFocus()
    assert QApplication.focusWidget() is entry.pad.line
    qtbot.keyClicks(entry.pad.line, "1a 2-3")
    press_key(entry.pad.line, Qt.Key.Key_unknown, "٣")
    qtbot.keyClick(entry.pad.line, Qt.Key.Key_Return)
    assert entry.given == ["123"]


def test_a_pin_that_is_left_can_be_cleared(qtbot: Any) -> None:
    entry = Entry(qtbot)
    entry.type("77")
    entry.pad.clear()
    entry.pad.line.undo()
    assert entry.pad.line.text() == ""
