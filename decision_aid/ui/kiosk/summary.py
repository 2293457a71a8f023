"""The last page of the kiosk: see the summary, print it here, take it along on a phone."""

from __future__ import annotations

import threading
from typing import Final

from PySide6.QtCore import QCoreApplication, QObject, QThread, Signal
from PySide6.QtWidgets import QPushButton, QVBoxLayout, QWidget

from decision_aid.clinic.clinic_policy import ClinicPolicy
from decision_aid.clinic.printing import PrintError, print_pdf, was_forgotten
from decision_aid.paper import PaperSize
from decision_aid.ui.kiosk.phone_view import PhoneView
from decision_aid.ui.kiosk.window import KioskWindow
from decision_aid.ui.kit.expander import Expander
from decision_aid.ui.kit.text import Note, Text
from decision_aid.ui.kit.words import without_accelerator
from decision_aid.ui.wizard.summary import SummaryPage

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


class KioskSummaryPage(SummaryPage):
    """Prints on the clinic's own printer or shows codes for a phone; saves nothing anywhere."""

    CONTINUE = "kiosk.finish"
    HINT = "kiosk.hint"

    def _add_keeping(self, column: QVBoxLayout) -> None:
        self.done = Note()
        column.addWidget(self.done)
        column.addWidget(Text(self.words("kiosk.hand_over"), "subheading"))
        self.buttons: dict[str, QPushButton] = {}
        if self._clinic.printer:
            button = self._button("print", column)
            button.setProperty("role", "primary")
            button.clicked.connect(self.print)
        else:
            column.addWidget(Text(self.words("kiosk.no_printer"), "hint"))
        self._button("code", column).clicked.connect(self.show_code)
        column.addWidget(Text(self.words("kiosk.reminder"), "small"))
        self._job: PrintJob | None = None

    def _button(self, key: str, column: QVBoxLayout) -> QPushButton:
        button = self.buttons[key] = QPushButton(self.words(f"kiosk.{key}"))
        button.setAccessibleName(without_accelerator(button.text()))
        column.addWidget(button)
        return button

    @property
    def _clinic(self) -> ClinicPolicy:
        clinic = self.context.surroundings.clinic
        assert clinic is not None
        return clinic

    def print(self) -> None:
        """Print the pages that are shown on the clinic's printer."""
        self.error.clear()
        if self._waits(self.print):
            return
        if self._pdf is None:
            self._tell_problem(self.words("error.make"))
            return
        self.buttons["print"].setEnabled(False)
        self.done.say(self.words("kiosk.printing"))
        title = self.words("handoff.job_title")
        self._job = PrintJob(self._pdf, self._clinic.printer, title, self)
        self._job.done.connect(self._printed)
        self._job.failed.connect(self._not_printed)
        self._job.kept.connect(self.kept_by_printer)
        self._job.start()

    def kept_by_printer(self) -> None:
        """Note for the staff that the print server goes on keeping what was printed."""
        window = self.window()
        assert isinstance(window, KioskWindow)
        window.printer_keeps_jobs = True

    def _printed(self) -> None:
        self.buttons["print"].setEnabled(True)
        self.done.say(self.words("kiosk.printed"))

    def _not_printed(self, reason: str) -> None:
        self.buttons["print"].setEnabled(True)
        self._tell_problem(self.words(f"print_error.{reason}"))

    def show_code(self) -> None:
        """Show the page to take along on a phone, over everything."""
        self.phone = PhoneView(self.window(), self.words, self.document())
        self.phone.open()

    def _add_paper(self, column: QVBoxLayout) -> None:
        super()._add_paper(column)
        self.paper.choose(self._clinic.paper)
        self.paper_title.hide()
        self.paper.hide()
        self.large.setChecked(self._clinic.large_print)
        self.large.setVisible(bool(self._clinic.printer))

    def _add_sections(self, column: QVBoxLayout) -> None:
        """Fold the choice, and leave it out where nothing can be printed."""
        part = self._sections_part = QWidget(self)
        part.hide()
        inside = QVBoxLayout(part)
        inside.setContentsMargins(0, 0, 0, 0)
        inside.setSpacing(12)
        self._add_choice_of_sections(inside)
        if self._clinic.printer:
            title = self.words("summary_page.sections")
            self.parts = Expander(title, lambda: part, self.words)
            column.addWidget(self.parts)

    def _paper(self) -> PaperSize:
        return self._clinic.paper
