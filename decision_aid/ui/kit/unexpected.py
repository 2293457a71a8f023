"""What nobody foresaw: the person is told kindly, and their answers stay."""

from __future__ import annotations

import sys
from contextlib import suppress
from types import TracebackType
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import (
    QCoreApplication,
    QMessageLogContext,
    QObject,
    QtMsgType,
    Signal,
    qInstallMessageHandler,
)

from decision_aid import unexpected

if TYPE_CHECKING:
    from decision_aid.ui.kit.window import Window

_WORTH_TELLING: Final = {
    QtMsgType.QtWarningMsg: "Warning",
    QtMsgType.QtCriticalMsg: "Critical",
    QtMsgType.QtFatalMsg: "Fatal",
}


def say_no_more_than_the_place() -> None:
    """From now on, when somebody may answer, have standard error get no word of anything.

    Whatever fails in this process, in Python, in Qt or below, only its kind and place are told.
    """
    unexpected.tell_only_kind_and_place()
    if unexpected.all_is_wanted():
        return
    unexpected.keep_standard_error()
    qInstallMessageHandler(_tell_of_qt)
    application = QCoreApplication.instance()
    if application is not None:
        # What Qt says while it is taken down would find no Python to say it with.
        application.aboutToQuit.connect(lambda: qInstallMessageHandler(None))


def tell_the_unexpected(window: Window) -> None:
    """Have the person told, once for each failure, that something went wrong in this window."""
    teller = _Teller(window)

    def tell(kind: type[BaseException], error: BaseException, where: TracebackType | None) -> None:
        del kind
        unexpected.tell(error, where)
        with suppress(RuntimeError):  # the window is gone
            teller.happened.emit()

    sys.excepthook = tell


class _Teller(QObject):
    """Tells in the thread of the window, wherever it happened."""

    happened = Signal()

    def __init__(self, window: Window) -> None:
        super().__init__(window)
        self._window = window
        self.happened.connect(self._tell)

    def _tell(self) -> None:
        from PySide6.QtWidgets import QMessageBox  # noqa: PLC0415 - hardly ever needed

        box = QMessageBox(self._window)
        box.setWindowTitle(self._window.words("error.unexpected_title"))
        box.setText(self._window.words("error.unexpected"))
        box.open()


def _tell_of_qt(kind: QtMsgType, context: QMessageLogContext, message: str) -> None:
    del message
    if kind in _WORTH_TELLING:
        unexpected.tell_kind(f"Qt{_WORTH_TELLING[kind]} {context.category or ''}".rstrip())
