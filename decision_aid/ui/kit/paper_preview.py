"""The pages of a PDF below each other, drawn beside the window."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QBuffer, QByteArray, QIODevice, QSize, QSizeF, Signal
from PySide6.QtGui import QColor, QImage, QPainter, QPaintEvent, QPen
from PySide6.QtPdf import QPdfDocument, QPdfPageRenderer
from PySide6.QtWidgets import QLabel, QSizePolicy, QVBoxLayout, QWidget

from decision_aid.ui.kit.screen_reader import Role, set_role
from decision_aid.ui.kit.style import look_of
from decision_aid.ui.kit.words import Words

if TYPE_CHECKING:
    from PySide6.QtPdf import QPdfDocument


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
