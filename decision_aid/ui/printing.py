"""Prints the very PDF that is shown and saved."""

from __future__ import annotations

from typing import Final

from PySide6.QtCore import QRect, QSize
from PySide6.QtGui import QPageLayout, QPageSize, QPainter
from PySide6.QtPdf import QPdfDocument
from PySide6.QtPrintSupport import QPrinter

from decision_aid.paper import PaperSize

_SIZES: Final[dict[PaperSize, QPageSize.PageSizeId]] = {
    "letter": QPageSize.PageSizeId.Letter,
    "a4": QPageSize.PageSizeId.A4,
}


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
