"""The foot of the kiosk: "Finish and clear" on every page, and a keyboard where one can type."""

from __future__ import annotations

from PySide6.QtWidgets import QApplication, QLineEdit, QVBoxLayout, QWidget

from decision_aid.ui.kit.on_screen_keyboard import OnScreenKeyboard
from decision_aid.ui.kit.words import Words, without_accelerator
from decision_aid.ui.wizard.frame import Footer


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
