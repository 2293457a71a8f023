"""Makes the PDF of the summary beside the window, shows it, and prints the one that is seen."""

from __future__ import annotations

from contextlib import suppress
from dataclasses import dataclass
from threading import Lock
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import (
    QBuffer,
    QByteArray,
    QIODevice,
    QObject,
    QRect,
    QSize,
    QSizeF,
    QThreadPool,
    Signal,
)
from PySide6.QtGui import QColor, QImage, QPageLayout, QPageSize, QPainter, QPaintEvent, QPen
from PySide6.QtPdf import QPdfDocument, QPdfPageRenderer
from PySide6.QtPrintSupport import QPrinter
from PySide6.QtWidgets import QLabel, QSizePolicy, QVBoxLayout, QWidget

from decision_aid.document.pdf import cannot_print, forget_pages, render_pdf
from decision_aid.ui.kit.screen_reader import Role, set_role
from decision_aid.ui.kit.style import look_of
from decision_aid.ui.kit.words import Words

if TYPE_CHECKING:
    from PySide6.QtPdf import QPdfDocument

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


class Sheet(QLabel):
    """One page, at the width it gets; ``wanted`` is emitted with the size that it lacks."""

    wanted = Signal(int, QSize)

    def __init__(self, document: QPdfDocument, number: int, name: str) -> None:
        super().__init__()
        self._number = number
        self._image = QImage()
        self._asked = QSize()
        self._points = QSizeF(document.pagePointSize(number))
        self.setAccessibleName(name)
        self.setAccessibleDescription(document.getAllText(number).text())
        policy = QSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Minimum)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)

    def hasHeightForWidth(self) -> bool:  # noqa: N802
        """Return that the height follows the width."""
        return True

    def heightForWidth(self, width: int) -> int:  # noqa: N802
        """Return the height at this width."""
        return round(width * self._points.height() / self._points.width())

    def sizeHint(self) -> QSize:  # noqa: N802
        """Return a comfortable size."""
        return QSize(480, self.heightForWidth(480))

    def minimumSizeHint(self) -> QSize:  # noqa: N802
        """Return the least size."""
        return QSize(240, self.heightForWidth(240))

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: N802
        """Draw the page and its edge; at another size until the right one comes."""
        del event
        size = self.size() * self.devicePixelRatioF()
        if size not in {self._image.size(), self._asked}:
            self._asked = size
            self.wanted.emit(self._number, size)
        painter = QPainter(self)
        painter.fillRect(self.rect(), QColor("#ffffff"))
        painter.drawImage(self.rect(), self._image)
        painter.setPen(QPen(QColor(look_of(self).theme.line), 1))
        painter.drawRect(self.rect().adjusted(0, 0, -1, -1))

    @property
    def is_drawn(self) -> bool:
        """Whether the page is shown at the size it has."""
        return self._image.size() == self.size() * self.devicePixelRatioF()

    def show_image(self, image: QImage) -> None:
        """Show the page as it was drawn."""
        if image.size() == self._asked:
            self._image = image
            self.update()


class PaperPreview(QWidget):
    """Every page of a PDF."""

    def __init__(self, words: Words, parent: QWidget | None = None) -> None:
        """Show nothing yet."""
        super().__init__(parent)
        self._words = words
        set_role(self, Role.GROUP)
        self.setAccessibleName(words("summary_page.preview"))
        self.document = QPdfDocument(self)
        self._buffer: QBuffer | None = None
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(16)
        self._column.addStretch(1)
        self.sheets: list[Sheet] = []
        # The pages are drawn beside the window, so that it never stands still.
        self._renderer = QPdfPageRenderer(self)
        self._renderer.setRenderMode(QPdfPageRenderer.RenderMode.MultiThreaded)
        self._renderer.setDocument(self.document)
        self._renderer.pageRendered.connect(self._show_page)

    def show_pdf(self, pdf: bytes) -> bool:
        """Show this PDF; return whether it could be read."""
        self.forget()
        self._buffer = QBuffer(self)
        self._buffer.setData(QByteArray(pdf))
        self._buffer.open(QIODevice.OpenModeFlag.ReadOnly)
        self.document.load(self._buffer)
        if self.document.status() is not QPdfDocument.Status.Ready:
            return False
        count = self.document.pageCount()
        for number in range(count):
            name = self._words("summary_page.page_now", number=number + 1, count=count)
            sheet = Sheet(self.document, number, name)
            sheet.wanted.connect(self._renderer.requestPage)
            self._column.insertWidget(number, sheet)
            self.sheets.append(sheet)
        return True

    def forget(self) -> None:
        """Show nothing, and let go of the pages."""
        for sheet in self.sheets:
            self._column.removeWidget(sheet)
            sheet.deleteLater()
        self.sheets = []
        self.document.close()
        if self._buffer is not None:
            self._buffer.deleteLater()
            self._buffer = None

    @property
    def is_drawn(self) -> bool:
        """Whether every page that can be seen is shown as it will be printed."""
        seen = [s for s in self.sheets if not s.visibleRegion().isEmpty()]
        return bool(self.sheets) and all(sheet.is_drawn for sheet in seen)

    def _show_page(self, number: int, _size: QSize, image: QImage) -> None:
        if number < len(self.sheets):
            self.sheets[number].show_image(image)
