"""Shuts every way out of the kiosk: keys, menus, the clipboard, dragging.

What is let through is named; everything else is shut, so that a key nobody thought of leads
nowhere.
"""

from __future__ import annotations

from typing import Final

from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtGui import QGuiApplication, QKeyEvent
from PySide6.QtWidgets import QApplication

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
