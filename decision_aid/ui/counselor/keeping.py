"""Saves and opens a session, only when asked, to a file that the counselor picks."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QFileDialog, QWidget

from decision_aid.control_characters import escaped
from decision_aid.storage.saved_sessions import ENDING, open_session, save_session
from decision_aid.ui.ask import Ask
from decision_aid.ui.counselor.passphrase_dialog import PassphraseDialog
from decision_aid.ui.counselor.session import CounselorSession
from decision_aid.ui.saving import FileWanted, ask_for_file
from decision_aid.ui.words import Words


class Keeping(QObject):
    """Saving and opening; ``told`` is emitted with what was done."""

    told = Signal(str)

    def __init__(self, words: Words, session: CounselorSession, window: QWidget) -> None:
        """Know no file yet.

        Args:
            words: the words.
            session: what is saved.
            window: the window that waits.
        """
        super().__init__(window)
        self.words, self._session, self._window = words, session, window
        self._name = ""
        self.file_dialog: QFileDialog | None = None
        self.passphrase: PassphraseDialog | None = None
        session.emptied.connect(self._forget_name)

    def save(self) -> None:
        """Ask where, then for a passphrase, then save."""
        name = self._name or f"{self.words('keeping.file_name')}{ENDING}"
        self.file_dialog = ask_for_file(self._window, self._wanted("save", name), self.save_to)

    def open(self) -> None:
        """Ask which file, then for its passphrase, then open it; what is unsaved is asked for."""
        self.after_asking("open", self._choose_file)

    def after_asking(self, question: str, then: Callable[[], object]) -> None:
        """Ask once before unsaved work is lost, then go on.

        Args:
            question: the key of the question.
            then: what to do.
        """
        if not self._session.is_unsaved:
            then()
            return
        ask = Ask(self._window, self.words, question, "counselor_ask")
        ask.accepted.connect(then)
        ask.open()

    def save_to(self, path: Path) -> None:
        """Ask for a passphrase and save there."""

        def work(passphrase: str) -> None:
            save_session(path, self._session.saved(), passphrase)
            self._session.mark_kept()
            self._name = path.name
            self.told.emit(self.words("keeping.saved", name=escaped(path.name)))

        self._ask_passphrase(work, new=True)

    def open_from(self, path: Path) -> None:
        """Ask for the passphrase of a file and open it."""

        def work(passphrase: str) -> None:
            self._session.open(open_session(path, passphrase))
            self._name = path.name
            self.told.emit(self.words("keeping.opened", name=escaped(path.name)))

        self._ask_passphrase(work, new=False)

    def _ask_passphrase(self, work: Callable[[str], None], *, new: bool) -> None:
        self.passphrase = PassphraseDialog(self._window, self.words, work, new=new)
        # What had the focus before it may be the file dialog, which is gone by then.
        self.passphrase.finished.connect(self._window.activateWindow)
        self.passphrase.open()

    def _choose_file(self) -> None:
        wanted = self._wanted("open", "", to_open=True)
        self.file_dialog = ask_for_file(self._window, wanted, self.open_from)

    def _wanted(self, kind: str, name: str, *, to_open: bool = False) -> FileWanted:
        return FileWanted(
            self.words(f"keeping.choose_{kind}"),
            self.words("keeping.filter", ending=ENDING),
            ENDING.removeprefix("."),
            name,
            to_open,
        )

    def _forget_name(self) -> None:
        self._name = ""
