"""Prints in the background, so that the screen goes on answering."""

from __future__ import annotations

import threading
from typing import Final

from PySide6.QtCore import QCoreApplication, QObject, QThread, Signal

from decision_aid.clinic.printing import PrintError, print_pdf, was_forgotten

FORGETS_WITHIN: Final = 30
"""How many seconds the server has to forget what was printed, before the staff is told."""


class PrintJob(QObject):
    """One printing of one PDF.

    ``done`` is emitted when it is printed, ``failed`` with the reason where it is not (its words
    stand under ``print_error``). Afterwards ``kept`` is emitted where the server goes on keeping
    the job: then its settings are not those that ``storage.printing`` asks for, which is for the
    staff to know and nothing that the person has to hear.
    """

    done = Signal()
    failed = Signal(str)
    kept = Signal()

    def __init__(
        self, pdf: bytes, printer: str | None, title: str, parent: QObject | None = None
    ) -> None:
        """Take what to print and where; nothing happens before ``start``.

        Args:
            pdf: the pages.
            printer: the name of a printer, or ``None`` for the default one.
            title: what others can read in the printer's list.
            parent: the owner.
        """
        super().__init__(parent)
        self._work = _Work(pdf, printer, title)
        self._work.printed.connect(self.done)
        self._work.refused.connect(self.failed)
        self._work.kept.connect(self.kept)

    @property
    def may_remain(self) -> bool:
        """Whether pages of a failed job may still come out of the printer later."""
        return self._work.may_remain

    def start(self) -> None:
        """Begin to print."""
        # It goes on to its end also where the page that wanted it is left.
        _running.add(self._work)
        self._work.finished.connect(self._work.forget)
        application = QCoreApplication.instance()
        if application is not None:
            application.aboutToQuit.connect(self._work.end)
        self._work.start()

    def cancel(self) -> None:
        """Take the job back; ``failed`` says so once that is done."""
        self._work.canceled.set()


class _Work(QThread):
    """What happens beside the screen; it lets go of the pages once they are printed."""

    printed = Signal()
    refused = Signal(str)
    kept = Signal()

    def __init__(self, pdf: bytes, printer: str | None, title: str) -> None:
        super().__init__()
        self._pdf = pdf
        self._printer, self._title = printer, title
        self.canceled, self._ending = threading.Event(), threading.Event()
        self.may_remain = False

    def run(self) -> None:
        """Print, then look whether the server forgets what it printed."""
        try:
            job: str | None = print_pdf(
                self._pdf, self._printer, self._title, canceled=self.canceled
            )
            self._pdf = b""
            self.printed.emit()
        except PrintError as error:
            self._pdf = b""
            self.may_remain = error.may_remain
            job = error.job
            self.refused.emit(error.reason)
        if job is None:
            return
        forgotten = was_forgotten(job, within=FORGETS_WITHIN, stopped=self._ending)
        if not forgotten and not self._ending.is_set():
            self.kept.emit()

    def forget(self) -> None:
        """Be deleted if nobody else needs it, once the thread has really ended."""
        self.wait()
        _running.discard(self)

    def end(self) -> None:
        """Take the job back and wait until that is done: the program is about to end."""
        self.canceled.set()
        self._ending.set()
        self.wait()


_running: Final[set[_Work]] = set()
