"""Notices that nobody touches the kiosk any more, asks, rings, and counts down."""

from __future__ import annotations

import os
from typing import Final

from PySide6.QtCore import QEvent, QObject, QProcess, QStandardPaths, Qt, QTimer, QUrl, Signal
from PySide6.QtGui import QCloseEvent, QKeyEvent
from PySide6.QtWidgets import QApplication, QDialog, QPushButton, QVBoxLayout, QWidget

from decision_aid.content import resources_folder
from decision_aid.ui.kit.screen_reader import announce
from decision_aid.ui.kit.style import look_of
from decision_aid.ui.kit.text import Text
from decision_aid.ui.kit.words import Words

PLAYERS: Final = ("pw-play", "paplay", "aplay")
"""Programs of Linux that play a sound file, the newest system's first."""


def ring(parent: QObject) -> None:
    """Play the tones once; where nothing plays a file, the system's own signal."""
    file = str(resources_folder() / "sounds" / "chime.wav")
    _stay_on_this_machine()
    try:
        from PySide6.QtMultimedia import QSoundEffect  # noqa: PLC0415 - an optional extra
    except ImportError:
        _play_outside(file)
        return
    effect = QSoundEffect(parent)
    effect.setSource(QUrl.fromLocalFile(file))
    effect.play()


def _play_outside(file: str) -> None:
    player = next(filter(None, map(QStandardPaths.findExecutable, PLAYERS)), None)
    if player is None or not QProcess.startDetached(player, [file]):
        QApplication.beep()


def _stay_on_this_machine() -> None:
    """Have the sound server looked for by its local socket only, never over a network."""
    folder = os.environ.get("XDG_RUNTIME_DIR")
    if folder:
        os.environ.setdefault("PULSE_SERVER", f"unix:{folder}/pulse/native")


_USE: Final = frozenset(
    {
        QEvent.Type.MouseButtonPress,
        QEvent.Type.MouseMove,
        QEvent.Type.Wheel,
        QEvent.Type.KeyPress,
        QEvent.Type.TouchBegin,
        QEvent.Type.TouchUpdate,
        QEvent.Type.TabletPress,
        QEvent.Type.InputMethod,
    }
)


class IdleWatch(QObject):
    """``nobody_there`` is emitted once nobody has touched anything for so long."""

    nobody_there = Signal()

    def __init__(self, seconds: float, parent: QObject | None = None) -> None:
        """Begin to watch.

        Args:
            seconds: how long nobody may touch anything.
            parent: the owner.
        """
        super().__init__(parent)
        self._timer = QTimer(self, singleShot=True, interval=round(seconds * 1000))
        self._timer.timeout.connect(self.nobody_there)
        application = QApplication.instance()
        assert application is not None
        application.installEventFilter(self)
        self.somebody_there()

    def somebody_there(self) -> None:
        """Begin to count anew."""
        self._timer.start()

    def stop(self) -> None:
        """Count no more until somebody is there again."""
        self._timer.stop()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:  # noqa: N802
        """Begin to count anew with everything that a person does."""
        del watched
        if event.type() in _USE and self._timer.isActive() and event.spontaneous():
            self.somebody_there()
        return False


class Cover(QWidget):
    """Lies over a window, so that nobody who comes by sees what somebody else has answered."""

    def __init__(self, window: QWidget) -> None:
        """Cover all of this window, also when its size changes."""
        super().__init__(window)
        self.setObjectName("shell")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.setGeometry(window.rect())
        window.installEventFilter(self)
        self.show()
        self.raise_()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:  # noqa: N802
        """Stay as large as the window."""
        if event.type() is QEvent.Type.Resize and isinstance(watched, QWidget):
            self.setGeometry(watched.rect())
        return False


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
