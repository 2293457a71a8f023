"""What every window begins with: Qt, the typeface, the words; and that nothing moves by itself."""

from __future__ import annotations

import os
import sys
from contextlib import suppress
from pathlib import Path
from types import TracebackType
from typing import TYPE_CHECKING, Final

import fontpkg_atkinson_hyperlegible
from PySide6.QtCore import (
    QCoreApplication,
    QMessageLogContext,
    QObject,
    QSettings,
    Qt,
    QtMsgType,
    Signal,
    qInstallMessageHandler,
)
from PySide6.QtGui import QFontDatabase, QGuiApplication
from PySide6.QtWidgets import QApplication

from decision_aid import unexpected
from decision_aid.ui.kit.theme import ThemeName
from decision_aid.ui.kit.words import Words

if TYPE_CHECKING:
    from decision_aid.ui.kit.window import Window


_FOLDER: Final = Path(fontpkg_atkinson_hyperlegible.ROOT) / "files"
_FILES: Final = ("AtkinsonHyperlegible-Regular.ttf", "AtkinsonHyperlegible-Bold.ttf")


def load_fonts() -> bool:
    """Make the typeface known to Qt; return whether every file of it could be read."""
    known = [QFontDatabase.addApplicationFont(str(_FOLDER / name)) for name in _FILES]
    return all(number >= 0 for number in known)


_MOVING: Final = (
    Qt.UIEffect.UI_AnimateMenu,
    Qt.UIEffect.UI_FadeMenu,
    Qt.UIEffect.UI_AnimateCombo,
    Qt.UIEffect.UI_AnimateTooltip,
    Qt.UIEffect.UI_FadeTooltip,
    Qt.UIEffect.UI_AnimateToolBox,
)


def keep_still(application: QApplication) -> None:
    """Switch off what would slide or fade, and follow the system's wish for less motion."""
    for effect in _MOVING:
        application.setEffectEnabled(effect, False)
    hints = QGuiApplication.styleHints()
    usual = hints.cursorFlashTime()
    wishes: QObject | None = getattr(hints, "accessibility", lambda: None)()
    wanted = getattr(wishes, "motionPreference", None)
    if wishes is None or wanted is None:
        return  # Qt before 6.11 knows nothing of it

    def follow() -> None:
        calm = wanted() == Qt.MotionPreference.ReducedMotion
        hints.setCursorFlashTime(0 if calm else usual)

    wishes.motionPreferenceChanged.connect(follow)  # type: ignore[attr-defined]
    follow()


def leave_no_settings() -> None:
    """Keep Qt's file dialog from noting where people save; nothing is written unasked."""
    QSettings.setPath(QSettings.Format.NativeFormat, QSettings.Scope.UserScope, os.devnull)


def start_application(language: str) -> tuple[QApplication, Words]:
    """Return the Qt application, set up, and the words of a language."""
    application = QApplication.instance() or QApplication(sys.argv[:1])
    assert isinstance(application, QApplication)
    application.setStyle("Fusion")
    keep_still(application)
    leave_no_settings()
    load_fonts()
    words = Words(language)
    application.setApplicationName(words("app.name"))
    application.setApplicationDisplayName(words("app.name"))
    return application, words


def theme_named(theme: str | None) -> ThemeName:
    """Return the theme that the command line names, or that of the system."""
    return ThemeName(theme.replace("-", "_")) if theme else ThemeName.SYSTEM


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
