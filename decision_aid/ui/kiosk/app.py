"""One kiosk session: for one person, in a process that knows nobody else."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import Final

from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtGui import QGuiApplication, QKeyEvent
from PySide6.QtWidgets import QApplication

from decision_aid.clinic.policy import load_policy
from decision_aid.ui.kiosk.window import KioskWindow
from decision_aid.ui.kit.application import (
    say_no_more_than_the_place,
    start_application,
    tell_the_unexpected,
    theme_named,
)
from decision_aid.ui.kit.theme import TEXT_SIZES

_Key = Qt.Key
_Modifier = Qt.KeyboardModifier

_KEYS: Final = frozenset(
    {
        _Key.Key_Tab,
        _Key.Key_Backtab,
        _Key.Key_Return,
        _Key.Key_Enter,
        _Key.Key_Escape,
        _Key.Key_Backspace,
        _Key.Key_Delete,
        _Key.Key_Left,
        _Key.Key_Right,
        _Key.Key_Up,
        _Key.Key_Down,
        _Key.Key_Home,
        _Key.Key_End,
        _Key.Key_PageUp,
        _Key.Key_PageDown,
        _Key.Key_Space,
        _Key.Key_Shift,
        _Key.Key_CapsLock,
        _Key.Key_AltGr,
        _Key.Key_F1,
        _Key.Key_F8,
    }
)
_WITH_ALT: Final = frozenset(
    {
        *range(_Key.Key_A, _Key.Key_Z + 1),
        int(_Key.Key_Left),
        int(_Key.Key_Up),
        int(_Key.Key_Down),
    }
)
"""The letters of the buttons, back, and moving a question in the list."""
_WITH_CONTROL: Final = frozenset({_Key.Key_Plus, _Key.Key_Equal, _Key.Key_Minus})
"""Larger and smaller print."""

_SHUT: Final = frozenset(
    {
        QEvent.Type.ContextMenu,
        QEvent.Type.DragEnter,
        QEvent.Type.DragMove,
        QEvent.Type.Drop,
        QEvent.Type.Clipboard,
        QEvent.Type.WhatsThis,
        QEvent.Type.EnterWhatsThisMode,
        QEvent.Type.NativeGesture,
    }
)
_KEY_EVENTS: Final = frozenset(
    {QEvent.Type.KeyPress, QEvent.Type.KeyRelease, QEvent.Type.ShortcutOverride}
)


class ClosedDoors(QObject):
    """Looks at every event of the program before anything else does."""

    def __init__(self, application: QApplication) -> None:
        """Shut everything that is not named, from now on."""
        super().__init__(application)
        application.installEventFilter(self)
        # Of two quick touches Qt makes a double click, wherever the second one is, and loses it.
        application.setDoubleClickInterval(0)
        self._clipboard = QGuiApplication.clipboard()
        self._clipboard.changed.connect(self._clipboard_changed)
        self.empty_clipboard()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:  # noqa: N802
        """Let through what is named."""
        del watched
        if event.type() in _SHUT:
            return True
        if event.type() in _KEY_EVENTS:
            assert isinstance(event, QKeyEvent)
            return not is_let_through(event)
        if event.type() is QEvent.Type.MouseButtonPress:
            return not self._is_main_button(event)
        return False

    def empty_clipboard(self) -> None:
        """Leave nothing to paste, neither here nor where words are merely selected."""
        for mode in (self._clipboard.Mode.Clipboard, self._clipboard.Mode.Selection):
            held = self._clipboard.mimeData(mode)
            if held is not None and held.formats():
                self._clipboard.clear(mode)

    def _clipboard_changed(self) -> None:
        self.empty_clipboard()

    @staticmethod
    def _is_main_button(event: QEvent) -> bool:
        button = getattr(event, "button", lambda: Qt.MouseButton.LeftButton)()
        return bool(button == Qt.MouseButton.LeftButton)


def is_let_through(event: QKeyEvent) -> bool:
    """Return whether a key does something in the kiosk."""
    key = event.key()
    held = event.modifiers() & ~(_Modifier.ShiftModifier | _Modifier.KeypadModifier)
    if held in (_Modifier.NoModifier, _Modifier.GroupSwitchModifier):
        return key in _KEYS or _writes(event)
    if held == _Modifier.AltModifier:
        return key in _WITH_ALT or key == _Key.Key_Alt
    if held == _Modifier.ControlModifier:
        return key in _WITH_CONTROL
    return False


def _writes(event: QKeyEvent) -> bool:
    text = event.text()
    return bool(text) and text.isprintable()


_PR_SET_DUMPABLE: Final = 4


def leave_no_traces() -> None:
    """Have no core dump written, and let no other program of this user read this one's memory."""
    if not sys.platform.startswith("linux"):
        return
    import ctypes  # noqa: PLC0415 - on Linux only
    import resource  # noqa: PLC0415 - as above

    resource.setrlimit(resource.RLIMIT_CORE, (0, 0))
    ctypes.CDLL(None).prctl(_PR_SET_DUMPABLE, 0)


_LEAST_ROOM: Final = 700
"""How wide and how tall a page is at least, in pixels at 100 %."""


def text_size_for(width: int, height: int) -> int:
    """Return the text size to begin with, in percent: the largest that leaves a page its room.

    Whoever stands before it is farther away than from a desk.

    Args:
        width: that of the screen, in pixels.
        height: its height.
    """
    scale = min(width, height) * 100 / _LEAST_ROOM
    return max((size for size in TEXT_SIZES[1:] if size <= scale), default=TEXT_SIZES[1])


_CLEARED: Final = 0
_LEFT: Final = 1


class KioskSession:
    """The kiosk for one person, from the first page until everything is cleared."""

    def __init__(
        self,
        *,
        language: str,
        theme: str | None = None,
        text_size: int | None = None,
        policy: Path | None = None,
    ) -> None:
        """Open the window.

        Args:
            language: the code of the language of its words.
            theme: ``light``, ``dark`` or ``high-contrast``; ``None`` follows the system.
            text_size: in percent; ``None`` is what suits the screen.
            policy: the settings of the clinic.
        """
        leave_no_traces()
        loaded = load_policy(policy)
        languages = loaded.policy.languages
        language = language if language in languages else languages[0]
        self.application, words = start_application(language)
        self._doors = ClosedDoors(self.application)
        room = self.application.primaryScreen().size()
        size = text_size or text_size_for(room.width(), room.height())
        self.window = KioskWindow(words, loaded, theme=theme_named(theme), text_size=size)
        self.window.cleared.connect(lambda: self.application.exit(_CLEARED))
        self.window.left.connect(lambda: self.application.exit(_LEFT))
        self.window.setGeometry(self.window.screen().geometry())
        self.window.showFullScreen()
        say_no_more_than_the_place()
        tell_the_unexpected(self.window)
        self.window.activateWindow()

    def run(self) -> bool:
        """Stay until everything is cleared; return whether staff left with their PIN."""
        left = self.application.exec() == _LEFT
        self._doors.empty_clipboard()
        QApplication.processEvents()
        return left
