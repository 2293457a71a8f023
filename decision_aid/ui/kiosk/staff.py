"""What staff need at the kiosk, behind their PIN: what is set, what is wrong, and the way out."""

from __future__ import annotations

import time
from typing import Final

from PySide6.QtCore import QEvent, QRegularExpression, Qt, Signal
from PySide6.QtGui import QRegularExpressionValidator, QShowEvent
from PySide6.QtWidgets import (
    QDialog,
    QGridLayout,
    QLineEdit,
    QPushButton,
    QScrollArea,
    QSizePolicy,
    QVBoxLayout,
    QWidget,
)

from decision_aid.clinic.policy import LoadedPolicy, verify_pin
from decision_aid.content import load_labels
from decision_aid.ui.kit.layouts import empty
from decision_aid.ui.kit.on_screen_keyboard import ScreenKey, key_of, press_key
from decision_aid.ui.kit.screen_reader import Role, announce, set_role
from decision_aid.ui.kit.style import look_of
from decision_aid.ui.kit.text import Text
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


_TRIES: Final = 5
_REST: Final = 60.0
"""After so many wrong PINs none is looked at for so many seconds."""


class _Tries:
    """How often a wrong PIN was typed, in this process."""

    wrong = 0
    rests_until = 0.0


def forget_tries() -> None:
    """Look at PINs again at once."""
    _Tries.wrong, _Tries.rests_until = 0, 0.0


class StaffDialog(QDialog):
    """Asks for the PIN first; ``leave`` is emitted when staff wish to leave the kiosk."""

    leave = Signal()

    def __init__(
        self,
        window: QWidget,
        words: Words,
        loaded: LoadedPolicy,
        *,
        printer_keeps_jobs: bool = False,
    ) -> None:
        """Ask for the PIN, or say that there is none.

        Args:
            window: the window of the kiosk.
            words: the words.
            loaded: the policy, and what is wrong with it.
            printer_keeps_jobs: whether the print server was seen to keep what was printed.
        """
        super().__init__(window)
        self._printer_keeps_jobs = printer_keeps_jobs
        self._words, self._loaded = words, loaded
        look = look_of(window)
        self.setWindowTitle(words("staff.title"))
        self.setWindowModality(Qt.WindowModality.WindowModal)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        inside = QWidget()
        inside.setObjectName("content")
        self._column = QVBoxLayout(inside)
        pad = look.space(3)
        self._column.setContentsMargins(pad, pad, pad, pad)
        self._column.setSpacing(look.space(1.5))
        area = QScrollArea()
        area.setWidgetResizable(True)
        area.setWidget(inside)
        area.setAccessibleName(words("staff.title"))
        outer = QVBoxLayout(self)
        outer.setContentsMargins(2, 2, 2, pad // 2)  # leaves the edge of the dialog in sight
        outer.addWidget(area)
        stay = QPushButton(words("staff.stay"))
        stay.clicked.connect(self.reject)
        outer.addWidget(stay, alignment=Qt.AlignmentFlag.AlignHCenter)
        self.resize(min(look.em(34), window.width() - 32), min(look.em(44), window.height() - 32))
        self.pad: PinPad | None = None
        self._ask()

    def _ask(self) -> None:
        self._column.addWidget(Text(self._words("staff.title"), "heading"))
        if not self._loaded.policy.staff_can_leave:
            self._column.addWidget(Text(self._words("staff.no_pin")))
            self._tell_policy()
            self._column.addStretch(1)
            return
        self._column.addWidget(Text(self._words("staff.pin")))
        self.pad = PinPad(self._words)
        self.pad.entered.connect(self._entered)
        self._column.addWidget(self.pad, alignment=Qt.AlignmentFlag.AlignHCenter)
        self.said = Text("")
        self._column.addWidget(self.said)
        self._column.addStretch(1)
        self.pad.setFocus()

    def _entered(self, pin: str) -> None:
        now = time.monotonic()
        if now < _Tries.rests_until:
            self._say("staff.pin_wait")
            return
        if verify_pin(self._loaded.policy, pin):
            _Tries.wrong = 0
            self._show()
            return
        _Tries.wrong += 1
        if _Tries.wrong >= _TRIES:
            _Tries.wrong, _Tries.rests_until = 0, now + _REST
            self._say("staff.pin_wait")
        else:
            self._say("staff.pin_wrong")

    def _say(self, key: str) -> None:
        self.said.setText(self._words(key))
        announce(self, self._words(key))

    def _show(self) -> None:
        empty(self._column)
        self.pad = None
        self._column.addWidget(Text(self._words("staff.title"), "heading"))
        self._tell_policy()
        printer = self._loaded.policy.printer
        key = "staff.printer" if printer else "staff.printer_none"
        self._column.addWidget(Text(self._words(key, name=printer)))
        if self._printer_keeps_jobs:
            self._column.addWidget(Text(self._words("staff.printer_keeps")))
        self.leave_button = QPushButton(self._words("staff.leave"))
        self.leave_button.clicked.connect(self.leave)
        self._column.addWidget(self.leave_button)
        self.leave_button.show()  # only what is shown can take the focus
        self.leave_button.setFocus()
        self._column.addStretch(1)

    def _tell_policy(self) -> None:
        words, loaded = self._words, self._loaded
        if loaded.source is None:
            self._column.addWidget(Text(words("staff.policy_none")))
        elif not loaded.problems:
            self._column.addWidget(Text(words("staff.policy_good", file=loaded.source)))
        else:
            self._column.addWidget(Text(words("staff.policy_bad")))
            labels = load_labels(words.language)
            for problem in loaded.problems:
                where = f"{loaded.source}:{problem.line}" if problem.line else str(loaded.source)
                field = f"{problem.field}: " if problem.field else ""
                self._column.addWidget(Text(f"{where}: {field}{problem.text(labels)}"))
