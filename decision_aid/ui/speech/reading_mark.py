"""A line beside the words that are being read aloud."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QEvent, QObject, QPoint, QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPaintEvent
from PySide6.QtWidgets import QWidget

from decision_aid.ui.style import look_of

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget as Marked

_WIDE: Final = 5
_APART: Final = 11


class ReadingMark(QWidget):
    """Stands left of a widget and follows it."""

    def __init__(self, content: QWidget) -> None:
        """Stand nowhere yet."""
        super().__init__(content)
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self.setProperty("unspoken", True)
        self._beside: Marked | None = None

    def stand_beside(self, widget: QWidget) -> None:
        """Stand left of this widget."""
        if self._beside is not widget:
            if self._beside is not None:
                self._beside.removeEventFilter(self)
            self._beside = widget
            widget.installEventFilter(self)
        self._place()
        self.show()
        self.raise_()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:  # noqa: N802
        """Follow the widget when the page is laid out anew."""
        if watched is self._beside and event.type() in {QEvent.Type.Move, QEvent.Type.Resize}:
            self._place()
        return False

    def _place(self) -> None:
        content = self.parentWidget()
        if self._beside is None or content is None:
            return
        corner = self._beside.mapTo(content, QPoint(0, 0))
        self.setGeometry(max(corner.x() - _APART, 0), corner.y(), _WIDE, self._beside.height())

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: N802
        """Draw the line."""
        del event
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(QColor(look_of(self).theme.accent))
        painter.drawRoundedRect(QRectF(self.rect()), 2, 2)
