"""The pages of a PDF as they will be printed, one below the other."""

from __future__ import annotations

from PySide6.QtCore import QBuffer, QByteArray, QIODevice, QSize
from PySide6.QtGui import QImage
from PySide6.QtPdf import QPdfDocument, QPdfPageRenderer
from PySide6.QtWidgets import QVBoxLayout, QWidget

from decision_aid.ui.kit.sheet import Sheet
from decision_aid.ui.roles import Role, set_role
from decision_aid.ui.words import Words


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
        for sheet in self.sheets:
            self._column.removeWidget(sheet)
            sheet.deleteLater()
        self.sheets = []
        self.document.close()
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

    @property
    def is_drawn(self) -> bool:
        """Whether every page that can be seen is shown as it will be printed."""
        seen = [s for s in self.sheets if not s.visibleRegion().isEmpty()]
        return bool(self.sheets) and all(sheet.is_drawn for sheet in seen)

    def _show_page(self, number: int, _size: QSize, image: QImage) -> None:
        if number < len(self.sheets):
            self.sheets[number].show_image(image)
