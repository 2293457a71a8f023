"""A keyboard on the screen, for a kiosk that has no other.

It knows no words: it neither completes nor corrects, and keeps nothing of what was typed.
"""

from __future__ import annotations

from typing import Final

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QGridLayout, QLineEdit, QSizePolicy, QWidget

from decision_aid.content.keyboard import MOST_IN_A_ROW, keyboard_layout
from decision_aid.ui.kit.screen_key import ScreenKey, key_of, press_key
from decision_aid.ui.roles import Role, set_role
from decision_aid.ui.words import Words

_GAP: Final = 4
_WIDEST: Final = 1200
"""No wider than this: the way from key to key would only grow."""

_BOTTOM: Final = (("shift", 4), ("space", 8), ("delete", 4), ("done", 4))
"""The keys below the letters, with their widths in halves of a letter's."""


class OnScreenKeyboard(QWidget):
    """Types into the line that it is attached to; ``done`` says that the person has finished."""

    done = Signal()

    def __init__(self, words: Words, parent: QWidget | None = None) -> None:
        """Show the keys of the language; nothing can be pressed before ``attach``."""
        super().__init__(parent)
        self._words = words
        self._layout = keyboard_layout(words.language)
        self._line: QLineEdit | None = None
        set_role(self, Role.GROUP)
        self.setAccessibleName(words("keyboard.name"))
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Maximum)
        self.letters: list[list[ScreenKey]] = []
        self._grid = QGridLayout(self)
        self._grid.setContentsMargins(0, 0, 0, 0)
        self._grid.setSpacing(_GAP)
        for column in range(2 * MOST_IN_A_ROW):
            self._grid.setColumnStretch(column, 1)
        self._add_letters()
        self._add_bottom()
        self.setEnabled(False)

    def _add_letters(self) -> None:
        for number, row in enumerate(self._layout.plain):
            keys = []
            first = MOST_IN_A_ROW - len(row)
            for place, letter in enumerate(row):
                key = ScreenKey(letter, self._name_of(letter))
                key.letter = letter
                key.clicked.connect(lambda _=False, key=key: self._type(key.letter))
                self._grid.addWidget(key, number, first + 2 * place, 1, 2)
                keys.append(key)
            self.letters.append(keys)

    def _add_bottom(self) -> None:
        at = 0
        keys: dict[str, ScreenKey] = {}
        for name, width in _BOTTOM:
            text = self._words(f"keyboard.{name}")
            keys[name] = ScreenKey(text, text)
            self._grid.addWidget(keys[name], len(self._layout.plain), at, 1, width)
            at += width
        self.shift, self.space, self.delete, self.enter = keys.values()
        self.shift.setCheckable(True)
        self.shift.toggled.connect(self._show_letters)
        self.space.clicked.connect(lambda: self._press(Qt.Key.Key_Space, " "))
        self.delete.setAutoRepeat(True)
        self.delete.clicked.connect(lambda: self._press(Qt.Key.Key_Backspace))
        self.enter.setProperty("chief", True)
        self.enter.clicked.connect(self._finish)

    def attach(self, line: QLineEdit | None) -> None:
        """Type into this line from now on, or into none.

        The line gets the focus. An empty line begins with a capital letter.
        """
        if self._line is not None:
            self._line.textChanged.disconnect(self._text_changed)
            self._line.destroyed.disconnect(self._lost)
        self._line = line
        self.setEnabled(line is not None)
        if line is not None:
            line.textChanged.connect(self._text_changed)
            line.destroyed.connect(self._lost)
            line.setFocus(Qt.FocusReason.OtherFocusReason)
        self._text_changed()

    def key(self, letter: str) -> ScreenKey:
        """Return the key that types a letter right now.

        Raises:
            KeyError: if there is none, or only with or without Shift.
        """
        for keys in self.letters:
            for key in keys:
                if key.letter == letter:
                    return key
        raise KeyError(letter)

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802
        """Stay in the middle of a wide screen."""
        super().resizeEvent(event)
        beside = max((self.width() - _WIDEST) // 2, 0)
        self._grid.setContentsMargins(beside, 0, beside, 0)

    def _lost(self) -> None:
        self._line = None
        self.setEnabled(False)
        self._text_changed()

    def _text_changed(self) -> None:
        self.shift.setChecked(False)
        self._show_letters()

    def _show_letters(self) -> None:
        """Show what each key types now: at the beginning of a line a capital."""
        rows = self._layout.shifted if self.shift.isChecked() else self._layout.plain
        begins = self._line is not None and not self._line.text()
        for keys, row in zip(self.letters, rows, strict=True):
            for key, plain in zip(keys, row, strict=True):
                letter = plain.upper() if begins and plain.isalpha() else plain
                key.letter = letter
                key.show_as(letter, self._name_of(letter))

    def _name_of(self, letter: str) -> str:
        if letter.isupper():
            return self._words("keyboard.capital", letter=letter)
        return self._layout.names.get(letter, letter)

    def _type(self, letter: str) -> None:
        self._press(key_of(letter), letter)

    def _press(self, key: Qt.Key, text: str = "") -> None:
        if self._line is not None:
            press_key(self._line, key, text)

    def _finish(self) -> None:
        self._press(Qt.Key.Key_Return, "\r")
        self.done.emit()
