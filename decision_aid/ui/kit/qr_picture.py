"""A QR code on the screen, as a phone reads it best."""

from __future__ import annotations

from typing import Final

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QColor, QImage, QPainter, QPaintEvent, QPen, qRgb
from PySide6.QtWidgets import QSizePolicy, QWidget

from decision_aid.document.qr import QrCode
from decision_aid.ui.kit.screen_reader import Role, set_role
from decision_aid.ui.kit.style import look_of

QUIET_ZONE: Final = 4
"""The white edge that the standard asks for, in modules."""

_LEAST: Final = 3
_COMFORTABLE: Final = 4
"""How many pixels a module has at least, and where there is room."""
_ROUND: Final = 16
_DARK, _LIGHT = qRgb(0, 0, 0), qRgb(255, 255, 255)


class QrPicture(QWidget):
    """Black on white whatever the theme: many phones do not read light on dark."""

    def __init__(self, parent: QWidget | None = None) -> None:
        """Show nothing yet."""
        super().__init__(parent)
        set_role(self, Role.GRAPHIC)
        self._image = QImage()
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)

    def show_code(self, code: QrCode, name: str) -> None:
        """Show a code; a screen reader hears the name and, as its description, the text."""
        self.setAccessibleName(name)
        self.setAccessibleDescription(code.text)
        side = len(code.modules) + 2 * QUIET_ZONE
        self._image = QImage(side, side, QImage.Format.Format_RGB32)
        self._image.fill(_LIGHT)
        for y, row in enumerate(code.modules, QUIET_ZONE):
            for x, dark in enumerate(row, QUIET_ZONE):
                if dark:
                    self._image.setPixel(x, y, _DARK)
        self.updateGeometry()
        self.update()

    def clear(self) -> None:
        """Show nothing any more."""
        self._image = QImage()
        self.setAccessibleName("")
        self.setAccessibleDescription("")
        self.updateGeometry()
        self.update()

    def sizeHint(self) -> QSize:  # noqa: N802
        """Return a size at which a phone reads it with ease."""
        return self._image.size() * _COMFORTABLE

    def minimumSizeHint(self) -> QSize:  # noqa: N802
        """Return the least size at which a phone still reads it."""
        return self._image.size() * _LEAST

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: N802
        """Draw every module as the same whole number of the screen's own pixels."""
        del event
        if self._image.isNull():
            self._draw_where_it_comes()
            return
        ratio = self.devicePixelRatioF()
        room = int(min(self.width(), self.height()) * ratio)
        side = max(room // self._image.width(), 1) * self._image.width()
        large = self._image.scaled(side, side, mode=Qt.TransformationMode.FastTransformation)
        left, top = (int(((edge * ratio) - side) / 2) for edge in (self.width(), self.height()))
        painter = QPainter(self)
        painter.drawImage(QRectF(left / ratio, top / ratio, side / ratio, side / ratio), large)

    def _draw_where_it_comes(self) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(QPen(QColor(look_of(self).theme.line), 2, Qt.PenStyle.DashLine))
        side = min(self.width(), self.height()) - 2
        square = QRectF(0, 0, side, side)
        square.moveCenter(QRectF(self.rect()).center())
        painter.drawRoundedRect(square, _ROUND, _ROUND)
