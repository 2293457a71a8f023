"""What staff need at the kiosk, behind their PIN: what is set, what is wrong, and the way out."""

from __future__ import annotations

import time
from typing import Final

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QDialog, QPushButton, QScrollArea, QVBoxLayout, QWidget

from decision_aid.clinic.policy import LoadedPolicy, verify_pin
from decision_aid.content import load_labels
from decision_aid.ui.kit.layouts import empty
from decision_aid.ui.kit.pin_pad import PinPad
from decision_aid.ui.kit.screen_reader import announce
from decision_aid.ui.kit.style import look_of
from decision_aid.ui.kit.text import Text
from decision_aid.ui.kit.words import Words

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
