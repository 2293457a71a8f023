"""Makes the PDF of the summary beside the window, and prints the very one that is seen."""

from __future__ import annotations

from contextlib import suppress
from dataclasses import dataclass
from threading import Lock
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QObject, QRect, QSize, QThreadPool, Signal
from PySide6.QtGui import QPageLayout, QPageSize, QPainter
from PySide6.QtPdf import QPdfDocument
from PySide6.QtPrintSupport import QPrinter

from decision_aid.document.pdf import cannot_print, forget_pages, render_pdf

if TYPE_CHECKING:
    from decision_aid.document.model import Document
    from decision_aid.paper import PaperSize

_ONE_AT_A_TIME: Final = Lock()
"""Typst keeps its own state between pages, and serves one thread at a time."""


@dataclass(frozen=True, slots=True)
class Order:
    """What to make: which document, on which paper, in which print.

    Attributes:
        document: the document.
        paper: the paper.
        large_print: whether the print is large.
    """

    document: Document
    paper: PaperSize
    large_print: bool


class PaperMaker(QObject):
    """Makes one PDF after the other; only the newest order is answered.

    ``made`` is emitted with the bytes of the PDF and with the letters that it cannot show, which
    stand there by their numbers; ``failed`` where it could not be made.
    """

    made = Signal(bytes, str)
    failed = Signal()
    _done = Signal(int, object, str)

    def __init__(self, parent: QObject) -> None:
        """Make nothing yet."""
        super().__init__(parent)
        self._newest = 0
        self._done.connect(self._deliver)
        self.destroyed.connect(_forget_pages)

    def make(self, order: Order) -> None:
        """Make this PDF in the background."""
        self._newest += 1
        number = self._newest
        QThreadPool.globalInstance().start(lambda: self._work(number, order))

    def forget(self) -> None:
        """Answer no order that was given until now, and keep nothing of what was made."""
        self._newest += 1
        _forget_pages()

    def _work(self, number: int, order: Order) -> None:
        pdf: bytes | None = None
        letters = ""
        with _ONE_AT_A_TIME:
            if number != self._newest:
                return
            try:
                letters = " ".join(cannot_print(order.document))
                pdf = render_pdf(order.document, paper=order.paper, large_print=order.large_print)
            finally:
                # Whoever started over meanwhile has no use for it.
                with suppress(RuntimeError):
                    self._done.emit(number, pdf, letters)

    def _deliver(self, number: int, pdf: bytes | None, letters: str) -> None:
        if number != self._newest:
            return
        if pdf is None:
            self.failed.emit()
        else:
            self.made.emit(pdf, letters)


def _forget_pages() -> None:
    QThreadPool.globalInstance().start(_forget_when_done)


def _forget_when_done() -> None:
    with _ONE_AT_A_TIME:
        forget_pages()


_SIZES = {"letter": QPageSize.PageSizeId.Letter, "a4": QPageSize.PageSizeId.A4}


def new_printer(paper: PaperSize, name: str) -> QPrinter:
    """Return a printer set to this paper, and to edges that the PDF has already left free."""
    printer = QPrinter(QPrinter.PrinterMode.HighResolution)
    printer.setPageSize(QPageSize(_SIZES[paper]))
    printer.setPageOrientation(QPageLayout.Orientation.Portrait)
    printer.setFullPage(True)
    printer.setDocName(name)
    printer.setResolution(300)
    return printer


def print_pages(document: QPdfDocument, printer: QPrinter) -> bool:
    """Print every page of a PDF; return whether the printer took them."""
    painter = QPainter()
    if not painter.begin(printer):
        return False
    taken = True
    for number in range(document.pageCount()):
        if number and not printer.newPage():
            taken = False
            break
        room = printer.paperRect(QPrinter.Unit.DevicePixel).toRect()
        sheet = document.pagePointSize(number)
        scale = min(room.width() / sheet.width(), room.height() / sheet.height())
        size = QSize(round(sheet.width() * scale), round(sheet.height() * scale))
        painter.drawImage(QRect(room.topLeft(), size), document.render(number, size))
    return painter.end() and taken
