"""One page of a PDF as it will be printed.

It needs nothing that reads PDF, so that pages without paper do not load that.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QSize, QSizeF, Signal
from PySide6.QtGui import QColor, QImage, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QLabel, QSizePolicy

from decision_aid.ui.style import look_of

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
