"""The window of a kiosk: the wizard, full screen, for one person after the other."""

from __future__ import annotations

from functools import partial
from typing import Final

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtGui import QCloseEvent
from PySide6.QtWidgets import (
    QApplication,
    QDialog,
    QLineEdit,
    QPushButton,
    QScrollArea,
    QScroller,
    QVBoxLayout,
    QWidget,
)

from decision_aid.clinic.policy import OPTIONAL_PAGES, LoadedPolicy
from decision_aid.domain import Step
from decision_aid.ui.kiosk.idle import Cover, IdleWarning, IdleWatch, ring
from decision_aid.ui.kiosk.staff import StaffDialog
from decision_aid.ui.kit.help import HelpDialog
from decision_aid.ui.kit.on_screen_keyboard import OnScreenKeyboard
from decision_aid.ui.kit.theme import ThemeName
from decision_aid.ui.kit.words import Words, without_accelerator
from decision_aid.ui.wizard.frame import Footer
from decision_aid.ui.wizard.navigator import Surroundings
from decision_aid.ui.wizard.page import Page
from decision_aid.ui.wizard.window import Wizard


class KioskFooter(Footer):
    """Clears everything in place of starting over, which would leave the process as it is."""

    def __init__(self, words: Words, parent: QWidget) -> None:
        """Build the foot."""
        super().__init__(words, parent)
        text = words("kiosk.finish_and_clear")
        self.start_over.setText(text)
        self.start_over.setAccessibleName(without_accelerator(text))
        self.start_over.setProperty("role", "")


class TypingHelp(QWidget):
    """Stands above the foot of the window while a line to type in has the focus."""

    def __init__(self, words: Words, window: QWidget) -> None:
        """Wait for a line to type in.

        Args:
            words: for the keys.
            window: the window whose lines are helped; dialogs bring their own keys.
        """
        super().__init__(window)
        self._words, self._window = words, window
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self.keyboard: OnScreenKeyboard | None = None
        self.hide()
        application = QApplication.instance()
        assert isinstance(application, QApplication)
        application.focusChanged.connect(self._focus_changed)

    def _focus_changed(self, old: QWidget | None, new: QWidget | None) -> None:
        del old
        if isinstance(new, QLineEdit) and new.window() is self._window:
            self._help_with(new)
        elif new is not None and not self.isAncestorOf(new):
            self.hide()

    def _help_with(self, line: QLineEdit) -> None:
        if self.keyboard is None:
            keyboard = OnScreenKeyboard(self._words, self)
            keyboard.done.connect(self.hide)
            self._column.addWidget(keyboard)
            self.keyboard = keyboard
        self.keyboard.attach(line)
        self.show()
        # The keys take room from the page; where the line stands is known once that is laid out.
        QTimer.singleShot(0, line, partial(_have_in_sight, line))


def _have_in_sight(line: QLineEdit) -> None:
    above = line.parentWidget()
    while above is not None:
        if isinstance(above, QScrollArea):
            above.ensureWidgetVisible(line, 0, line.height())
        above = above.parentWidget()


_PAGES: Final = {
    Step.START: "decision_aid.ui.kiosk.start:KioskStartPage",
    Step.SUMMARY: "decision_aid.ui.kiosk.summary:KioskSummaryPage",
}


def surroundings_of(loaded: LoadedPolicy) -> Surroundings:
    """Return what differs in a clinic with this policy."""
    policy = loaded.policy
    shut = set(OPTIONAL_PAGES) - set(policy.pages)
    return Surroundings(
        left_out=frozenset(step for step in Step if step in shut),
        numbers="numbers" in policy.pages,
        clinic=policy,
        pages=_PAGES,
        privacy="kiosk.private",
        keeps_files=False,
        shows_way=False,
    )


def _scroll_by_finger(page: Page) -> None:
    QScroller.grabGesture(page.viewport(), QScroller.ScrollerGestureType.TouchGesture)


class KioskWindow(Wizard):
    """The wizard without a way out; ``cleared`` and ``left`` end the process that holds it."""

    BY_TOUCH = True

    cleared = Signal()
    left = Signal()

    def __init__(
        self,
        words: Words,
        loaded: LoadedPolicy,
        *,
        theme: ThemeName = ThemeName.SYSTEM,
        text_size: int = 100,
    ) -> None:
        """Open on the first page.

        Args:
            words: in the person's language.
            loaded: the settings of the clinic.
            theme: the colours.
            text_size: in percent.
        """
        self.loaded = loaded
        super().__init__(
            words, theme=theme, text_size=text_size, surroundings=surroundings_of(loaded)
        )
        self.setWindowFlag(Qt.WindowType.FramelessWindowHint)
        self.warning: IdleWarning | None = None
        self.covers: list[Cover] = []
        self.staff: StaffDialog | None = None
        self.printer_keeps_jobs = False
        self._ended = False
        self.idle = IdleWatch(loaded.policy.idle_seconds, self)
        self.idle.nobody_there.connect(self.warn)
        self.page_shown.connect(_scroll_by_finger)
        _scroll_by_finger(self.page)
        self.typing_help = TypingHelp(words, self)
        self._column.insertWidget(self._column.count() - 1, self.typing_help)

    def new_footer(self) -> KioskFooter:
        """Return the foot, on which "Finish and clear" always stands."""
        return KioskFooter(self.words, self)

    def apply_look(self) -> None:
        """Show everything in the look that was chosen, dialogs with an edge."""
        super().apply_look()
        # Nothing manages windows here, so nothing else draws an edge around a dialog.
        edge = self.current_look.theme.line
        self.setStyleSheet(self.styleSheet() + f"QDialog {{ border: 2px solid {edge}; }}")

    def _refresh_frame(self) -> None:
        super()._refresh_frame()
        self.footer.start_over.show()
        self.footer.show()

    def leave_last_page(self) -> None:
        """Ask once, then clear everything."""
        self.ask_to_start_over()

    def ask_to_start_over(self) -> None:
        """Ask once where there is something to lose, then clear everything."""
        if self.session.is_empty and not self.navigator.can_go_back():
            self.clear()
            return
        self._ask("clear", self.clear)

    def clear(self) -> None:
        """Forget everything and end; a new process takes the place of this one."""
        if self._ended:
            return
        self._ended = True
        self.idle.stop()
        self.hide()
        self.forget()
        self.cleared.emit()

    def forget(self) -> None:
        """Let go of everything that the person said, also in what lies over the pages."""
        for dialog in self.findChildren(QDialog):
            dialog.reject()
        super().forget()

    def leave(self) -> None:
        """End the kiosk: staff have given their PIN."""
        self._ended = True
        self.forget()
        self.left.emit()

    def warn(self) -> None:
        """Ask, in sight and with a sound, whether somebody is still there."""
        if self.warning is not None:
            return
        self.idle.stop()
        if self.reader is not None:
            self.reader.close_bar()  # what is covered is not told aloud either
        self.covers = [Cover(window) for window in self._windows()]
        self.warning = IdleWarning(self, self.words, self.loaded.policy.warning_seconds)
        self.warning.more_time.connect(self._give_more_time)
        self.warning.clear_now.connect(self.clear)
        self.warning.time_is_up.connect(self.clear)
        self.warning.show()
        self.warning.move(self.geometry().center() - self.warning.rect().center())
        self.warning.raise_()
        self.warning.activateWindow()
        if self.loaded.policy.sound:
            ring(self)

    def _windows(self) -> list[QWidget]:
        """Return this window and what lies over it: a small window can tell an answer, too."""
        over = [one for one in self.findChildren(QDialog) if one.isVisible()]
        return [self, *over]

    def _give_more_time(self) -> None:
        if self.warning is not None:
            self.warning.hide()
            self.warning.deleteLater()
            self.warning = None
        for cover in self.covers:
            cover.deleteLater()
        self.covers = []
        self.activateWindow()
        self.idle.somebody_there()

    def open_help(self) -> None:
        """Open the help, from which staff find their page."""
        staff = QPushButton(self.words("kiosk.staff"))
        staff.setAccessibleName(staff.text())
        dialog = HelpDialog(self, self.words, keys="kiosk_keys", touch="kiosk_touch", also=staff)
        staff.clicked.connect(dialog.accept)
        staff.clicked.connect(self.open_staff_page)
        dialog.open()

    def open_staff_page(self) -> None:
        """Ask for the PIN, then show what staff need."""
        self.staff = StaffDialog(
            self, self.words, self.loaded, printer_keeps_jobs=self.printer_keeps_jobs
        )
        self.staff.leave.connect(self.leave)
        QTimer.singleShot(0, self.staff, self.staff.open)

    def closeEvent(self, event: QCloseEvent) -> None:  # noqa: N802
        """Stay, whatever wanted to close it."""
        if self._ended:
            super().closeEvent(event)
        else:
            event.ignore()
            QApplication.alert(self)
