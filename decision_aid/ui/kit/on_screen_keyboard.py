"""A keyboard on the screen, for a kiosk that has no other.

It knows no words: it neither completes nor corrects, and keeps nothing of what was typed.
"""

from __future__ import annotations

from typing import Final

from PySide6.QtCore import QCoreApplication, QEvent, QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QGridLayout, QLineEdit, QPushButton, QSizePolicy, QWidget

from decision_aid.content import keyboard_layout
from decision_aid.content.entries import MOST_IN_A_ROW
from decision_aid.ui.kit.screen_reader import Role, set_role
from decision_aid.ui.kit.style import look_of
from decision_aid.ui.kit.words import Words

_COMFORTABLE: Final = 60


class ScreenKey(QPushButton):
    """A key at least 48 pixels high and wide, larger where there is room.

    It never takes the focus, so that the line keeps it, and its mark of where one is.

    Attributes:
        letter: what it types; "" for a key that does something else.
    """

    def __init__(self, text: str, name: str, parent: QWidget | None = None) -> None:
        """Show this text; a screen reader says the name."""
        super().__init__(parent)
        self.letter = ""
        self.setProperty("role", "key")
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Expanding)
        self.show_as(text, name)

    def show_as(self, text: str, name: str) -> None:
        """Show another text, said by another name."""
        self.setText(text.replace("&", "&&"))
        self.setAccessibleName(name)

    def sizeHint(self) -> QSize:  # noqa: N802
        """Return a comfortable size."""
        least = self.minimumSizeHint()
        return least.expandedTo(QSize(_COMFORTABLE, max(_COMFORTABLE, look_of(self).px(32))))

    def minimumSizeHint(self) -> QSize:  # noqa: N802
        """Return the least size: the target, and no less than the words."""
        metrics = self.fontMetrics()
        words = metrics.horizontalAdvance(self.text().replace("&&", "&")) + 10
        target = look_of(self).target
        return QSize(max(target, words), max(target, metrics.height() + 6))


def press_key(line: QLineEdit, key: Qt.Key, text: str = "") -> None:
    """Press and let go a key in a line, as a keyboard would."""
    shift = text.isupper()
    held = Qt.KeyboardModifier.ShiftModifier if shift else Qt.KeyboardModifier.NoModifier
    for kind in (QEvent.Type.KeyPress, QEvent.Type.KeyRelease):
        QCoreApplication.sendEvent(line, QKeyEvent(kind, key, held, text))


def key_of(letter: str) -> Qt.Key:
    """Return the key that stands for a letter; those beyond Latin-1 have none of their own."""
    code = ord(letter.upper()) if len(letter.upper()) == 1 else 0
    return Qt.Key(code) if 0x20 <= code < 0x7F else Qt.Key.Key_unknown


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
