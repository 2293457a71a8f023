"""Notices that nobody touches the kiosk any more."""

from __future__ import annotations

from typing import Final

from PySide6.QtCore import QEvent, QObject, QTimer, Signal
from PySide6.QtWidgets import QApplication

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
