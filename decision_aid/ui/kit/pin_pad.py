"""Digits to press for a PIN, as on a telephone; what is typed shows as dots."""

from __future__ import annotations

from typing import Final

from PySide6.QtCore import QEvent, QRegularExpression, Qt, Signal
from PySide6.QtGui import QRegularExpressionValidator, QShowEvent
from PySide6.QtWidgets import QGridLayout, QLineEdit, QSizePolicy, QWidget

from decision_aid.ui.kit.on_screen_keyboard import ScreenKey, key_of, press_key
from decision_aid.ui.kit.screen_reader import Role, set_role
from decision_aid.ui.kit.words import Words

_GAP: Final = 8
_KEY: Final = 96
"""How wide each key is at least, in pixels."""


class PinPad(QWidget):
    """A hidden line and twelve keys; ``entered`` gives the PIN once, and the line is empty again.

    The keys of a real keyboard work too.
    """

    entered = Signal(str)

    def __init__(self, words: Words, parent: QWidget | None = None, *, longest: int = 12) -> None:
        """Show an empty line.

        Args:
            words: for the keys.
            parent: the owner.
            longest: how many digits can be typed.
        """
        super().__init__(parent)
        set_role(self, Role.GROUP)
        self.setAccessibleName(words("keyboard.pin"))
        self.setSizePolicy(QSizePolicy.Policy.Maximum, QSizePolicy.Policy.Maximum)
        self.line = QLineEdit()
        self.line.setEchoMode(QLineEdit.EchoMode.Password)
        self.line.setAlignment(Qt.AlignmentFlag.AlignHCenter)
        self.line.setMaxLength(longest)
        self.line.setValidator(QRegularExpressionValidator(QRegularExpression("[0-9]*"), self))
        self.line.setContextMenuPolicy(Qt.ContextMenuPolicy.NoContextMenu)
        self.line.setAccessibleName(words("keyboard.pin_field"))
        self.line.returnPressed.connect(self._enter)
        self.line.textChanged.connect(self._text_changed)
        self.setFocusProxy(self.line)
        self._grid = grid = QGridLayout(self)
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setSpacing(_GAP)
        grid.addWidget(self.line, 0, 0, 1, 3)
        self.digits: dict[str, ScreenKey] = {}
        for number, digit in enumerate("123456789"):
            grid.addWidget(self._digit(digit), 1 + number // 3, number % 3)
        self.delete = ScreenKey(words("keyboard.delete"), words("keyboard.delete"))
        self.delete.clicked.connect(lambda: press_key(self.line, Qt.Key.Key_Backspace))
        self.ok = ScreenKey(words("keyboard.pin_ok"), words("keyboard.pin_ok"))
        self.ok.setProperty("chief", True)
        self.ok.clicked.connect(lambda: press_key(self.line, Qt.Key.Key_Return, "\r"))
        grid.addWidget(self.delete, 4, 0)
        grid.addWidget(self._digit("0"), 4, 1)
        grid.addWidget(self.ok, 4, 2)
        self._text_changed("")

    def clear(self) -> None:
        """Empty the line; nothing of it can be brought back."""
        self.line.setText("")

    def changeEvent(self, event: QEvent) -> None:  # noqa: N802
        """Take over a new text size."""
        super().changeEvent(event)
        if event.type() is QEvent.Type.StyleChange:
            self._even_out()

    def showEvent(self, event: QShowEvent) -> None:  # noqa: N802
        """Make the keys equally wide, now that their letters have their size."""
        super().showEvent(event)
        self._even_out()

    def _even_out(self) -> None:
        widest = max(key.sizeHint().width() for key in (self.delete, self.ok)) + 16
        for column in range(3):
            self._grid.setColumnMinimumWidth(column, max(widest, _KEY))

    def _digit(self, digit: str) -> ScreenKey:
        key = ScreenKey(digit, digit)
        key.clicked.connect(lambda: press_key(self.line, key_of(digit), digit))
        self.digits[digit] = key
        return key

    def _text_changed(self, text: str) -> None:
        self.ok.setEnabled(bool(text))
        self.delete.setEnabled(bool(text))

    def _enter(self) -> None:
        pin = self.line.text()
        self.clear()
        if pin:
            self.entered.emit(pin)
