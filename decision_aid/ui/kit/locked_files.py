"""Saves and opens answers in a locked file, only when asked, with a passphrase."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Final

from PySide6.QtCore import QObject, Qt, QTimer, Signal
from PySide6.QtWidgets import QDialog, QFileDialog, QLineEdit, QScrollArea, QVBoxLayout, QWidget

from decision_aid.control_characters import escaped
from decision_aid.storage.saved_sessions import (
    ENDING,
    SavedSession,
    SavedSessionError,
    explained,
    open_session,
    save_session,
)
from decision_aid.storage.sealing import MIN_PASSPHRASE, is_strong_enough
from decision_aid.ui.kit.buttons import named_button
from decision_aid.ui.kit.choice import Tick
from decision_aid.ui.kit.saving import FileWanted, ask_for_file
from decision_aid.ui.kit.screen_reader import announce
from decision_aid.ui.kit.style import look_of
from decision_aid.ui.kit.text import ErrorNote, Text
from decision_aid.ui.kit.theme import TARGET
from decision_aid.ui.kit.words import Words

_PAINTED_AFTER: Final = 60
"""How long after "This takes a few seconds" it has certainly been painted, in milliseconds."""


class PassphraseDialog(QDialog):
    """A passphrase, and the work that it is needed for, which stops the window for a moment."""

    def __init__(
        self, window: QWidget, words: Words, work: Callable[[str], None], *, new: bool
    ) -> None:
        """Ask for a passphrase.

        Args:
            window: the window that waits.
            words: the words.
            work: saves or opens with the passphrase; raises ``SavedSessionError``.
            new: whether a file is saved, so that the passphrase is asked for twice.
        """
        super().__init__(window)
        self.words, self._work, self._new = words, work, new
        look = look_of(window)
        kind = self._kind = "save" if new else "open"
        self.setWindowTitle(words(f"passphrase.{kind}_title"))
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowModality(Qt.WindowModality.WindowModal)
        self.area = QScrollArea()
        self.area.setWidgetResizable(True)
        self.area.setWidget(self._asks(look.space(3)))
        self.area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        outer.addWidget(self.area)
        wanted = look.em(36 if new else 26)
        self.resize(min(look.em(30), window.width() - 32), min(wanted, window.height() - 32))
        self.first.setFocus()

    def _asks(self, pad: int) -> QWidget:
        words, new, kind = self.words, self._new, self._kind
        inside = QWidget()
        inside.setObjectName("content")
        column = QVBoxLayout(inside)
        column.setContentsMargins(pad, pad, pad, pad)
        column.setSpacing(pad // 2)
        column.addWidget(Text(words(f"passphrase.{kind}_title"), "heading"))
        self.error = ErrorNote(inside)
        column.addWidget(self.error)
        if new:
            column.addWidget(Text(words("saved_session.passphrase_hint", least=MIN_PASSPHRASE)))
        self.first = self._field("passphrase.first", column)
        self.strength = Text("", "hint")
        self.second: QLineEdit | None = None
        if new:
            self.first.textChanged.connect(self._show_strength)
            column.addWidget(self.strength)
            self.second = self._field("passphrase.second", column)
        self.seen = Tick(words("passphrase.show"))
        self.seen.setAccessibleName(self.seen.text())
        self.seen.toggled.connect(self._show_letters)
        column.addWidget(self.seen)
        if new:
            column.addWidget(Text(words("saved_session.lost_passphrase"), "subheading"))
        self.wait = Text(words("saved_session.takes_a_moment"), "hint")
        column.addWidget(self.wait)
        self.go = named_button(words(f"passphrase.{kind}"), self.start, role="primary")
        self.go.setDefault(True)
        self.cancel = named_button(words("passphrase.cancel"), self.reject)
        self.cancel.setAutoDefault(False)
        column.addWidget(self.go)
        column.addWidget(self.cancel)
        column.addStretch(1)
        return inside

    def _field(self, key: str, column: QVBoxLayout) -> QLineEdit:
        column.addWidget(Text(self.words(key), "subheading"))
        field = QLineEdit()
        field.setMinimumHeight(TARGET)
        field.setEchoMode(QLineEdit.EchoMode.Password)
        field.setAccessibleName(self.words(key))
        # An input method may note what is typed; this it must not.
        field.setInputMethodHints(
            Qt.InputMethodHint.ImhHiddenText | Qt.InputMethodHint.ImhSensitiveData
        )
        column.addWidget(field)
        return field

    def _show_strength(self, typed: str) -> None:
        strong = is_strong_enough(typed)
        key = "passphrase.strong" if strong else "passphrase.weak"
        self.strength.setText(self.words(key, least=MIN_PASSPHRASE) if typed else "")

    def _show_letters(self, seen: bool) -> None:
        mode = QLineEdit.EchoMode.Normal if seen else QLineEdit.EchoMode.Password
        for field in (self.first, self.second):
            if field is not None:
                field.setEchoMode(mode)

    def start(self) -> None:
        """Check what was typed, say that it takes a moment, then do the work."""
        problem = self._problem()
        if problem:
            self._tell(problem)
            return
        self.error.clear()
        self.go.setEnabled(False)
        self.wait.setProperty("role", "subheading")
        self.wait.style().polish(self.wait)
        self.area.ensureWidgetVisible(self.wait)
        announce(self, self.wait.text())
        QTimer.singleShot(_PAINTED_AFTER, self, self._do)

    def _problem(self) -> str:
        if not self.first.text():
            return self.words("passphrase.empty")
        if self._new and not is_strong_enough(self.first.text()):
            return self.words("saved_session_error.weak_passphrase", least=MIN_PASSPHRASE)
        if self.second is not None and self.second.text() != self.first.text():
            return self.words("passphrase.not_the_same")
        return ""

    def _do(self) -> None:
        try:
            self._work(self.first.text())
        except SavedSessionError as error:
            self.go.setEnabled(True)
            self._tell(explained(error, self.words))
        else:
            self.accept()

    def _tell(self, problem: str) -> None:
        self.error.say(problem)
        self.area.ensureWidgetVisible(self.error)

    def done(self, result: int) -> None:
        """Forget what was typed."""
        for field in (self.first, self.second):
            if field is not None:
                field.clear()
        super().done(result)


class LockedFiles(QObject):
    """Saving and opening; ``done`` is emitted with what was done."""

    done = Signal(str)

    def __init__(
        self,
        words: Words,
        window: QWidget,
        *,
        to_save: Callable[[], SavedSession],
        saved: Callable[[], object],
        opened: Callable[[SavedSession], object],
    ) -> None:
        """Know no file yet.

        Args:
            words: the words.
            window: the window that waits.
            to_save: gives what is saved.
            saved: is told once it has been.
            opened: takes what was opened; may raise ``SavedSessionError``.
        """
        super().__init__(window)
        self.words, self._window = words, window
        self._to_save, self._saved, self._opened = to_save, saved, opened
        self._name = ""
        self.file_dialog: QFileDialog | None = None
        self.passphrase: PassphraseDialog | None = None

    def save(self) -> None:
        """Ask where, then for a passphrase, then save."""
        name = self._name or f"{self.words('keeping.file_name')}{ENDING}"
        self.file_dialog = ask_for_file(self._window, self._wanted("save", name), self.save_to)

    def open(self) -> None:
        """Ask which file, then for its passphrase, then open it."""
        wanted = self._wanted("open", "", to_open=True)
        self.file_dialog = ask_for_file(self._window, wanted, self.open_from)

    def save_to(self, path: Path) -> None:
        """Ask for a passphrase and save there."""

        def work(passphrase: str) -> None:
            save_session(path, self._to_save(), passphrase)
            self._saved()
            self._name = path.name
            self.done.emit(self.words("keeping.saved", name=escaped(path.name)))

        self._ask_passphrase(work, new=True)

    def open_from(self, path: Path) -> None:
        """Ask for the passphrase of a file and open it."""

        def work(passphrase: str) -> None:
            self._opened(open_session(path, passphrase))
            self._name = path.name
            self.done.emit(self.words("keeping.opened", name=escaped(path.name)))

        self._ask_passphrase(work, new=False)

    def forget_name(self) -> None:
        """Know no file any more."""
        self._name = ""

    def _ask_passphrase(self, work: Callable[[str], None], *, new: bool) -> None:
        self.passphrase = PassphraseDialog(self._window, self.words, work, new=new)
        # What had the focus before it may be the file dialog, which is gone by then.
        self.passphrase.finished.connect(self._window.activateWindow)
        self.passphrase.open()

    def _wanted(self, kind: str, name: str, *, to_open: bool = False) -> FileWanted:
        return FileWanted(
            self.words(f"keeping.choose_{kind}"),
            self.words("keeping.filter", ending=ENDING),
            ENDING.removeprefix("."),
            name,
            to_open,
        )
