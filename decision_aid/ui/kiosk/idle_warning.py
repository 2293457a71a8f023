"""Asks whether somebody is still there, and counts down until everything is cleared."""

from __future__ import annotations

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtGui import QCloseEvent, QKeyEvent
from PySide6.QtWidgets import QDialog, QPushButton, QVBoxLayout, QWidget

from decision_aid.ui.announce import announce
from decision_aid.ui.kit.text import Text
from decision_aid.ui.style import look_of
from decision_aid.ui.words import Words

_SAID_EVERY = 15
"""A screen reader hears how long is left every so many seconds."""


class IdleWarning(QDialog):
    """One large button that gives more time; ``time_is_up`` is emitted where nobody presses it."""

    more_time = Signal()
    clear_now = Signal()
    time_is_up = Signal()

    def __init__(self, window: QWidget, words: Words, seconds: int) -> None:
        """Count down from ``seconds``.

        Args:
            window: the window that it lies over.
            words: the words.
            seconds: how long it waits.
        """
        super().__init__(window)
        self._words, self._left = words, seconds
        look = look_of(window)
        self.setWindowTitle(words("kiosk.idle_title"))
        self.setWindowModality(Qt.WindowModality.ApplicationModal)
        column = QVBoxLayout(self)
        pad = look.space(4)
        column.setContentsMargins(pad, pad, pad, pad)
        column.setSpacing(look.space(2))
        column.addWidget(Text(words("kiosk.idle_title"), "heading"))
        self._text = Text(self._said())
        self._text.setMinimumWidth(min(look.em(26), window.width() - 4 * pad))
        column.addWidget(self._text)
        self.more = QPushButton(words("kiosk.more_time"))
        self.more.setProperty("role", "primary")
        self.more.setMinimumHeight(look.em(4))
        self.more.setDefault(True)
        self.more.clicked.connect(self._give_more)
        self.clear = QPushButton(words("kiosk.clear_now"))
        self.clear.clicked.connect(self.clear_now)
        column.addWidget(self.more)
        column.addWidget(self.clear)
        self.setMaximumWidth(window.width())
        self._timer = QTimer(self, interval=1000)
        self._timer.timeout.connect(self._count)
        self._timer.start()
        self.more.setFocus()

    def _said(self) -> str:
        return self._words("kiosk.idle", seconds=self._left)

    def _count(self) -> None:
        self._left -= 1
        if self._left <= 0:
            self._timer.stop()
            self.time_is_up.emit()
            return
        self._text.setText(self._said())
        if self._left % _SAID_EVERY == 0:
            announce(self, self._said())

    def _give_more(self) -> None:
        self._timer.stop()
        self.more_time.emit()

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802
        """Take Escape for somebody who is still there."""
        if event.key() == Qt.Key.Key_Escape:
            self._give_more()
        else:
            super().keyPressEvent(event)

    def closeEvent(self, event: QCloseEvent) -> None:  # noqa: N802
        """Stay; only an answer or the clock ends it."""
        event.ignore()
