"""What the discs and the rings in a picture of the body mean: each beside its word."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Final

from PySide6.QtCore import QByteArray, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QFont, QFontMetrics, QPainter, QPaintEvent
from PySide6.QtSvg import QSvgRenderer
from PySide6.QtWidgets import QSizePolicy, QWidget

from decision_aid.document.figure_marks import key_svg
from decision_aid.document.picture_blocks import KeyItem
from decision_aid.ui.kit.layouts import FlowLayout
from decision_aid.ui.kit.screen_reader import Role, set_role
from decision_aid.ui.kit.style import look_of

_SIGN: Final = 24


class SignsKey(QWidget):
    """Discs and rings with their words; what they look like is told to a screen reader."""

    def __init__(self, items: Iterable[KeyItem], parent: QWidget | None = None) -> None:
        """Explain these."""
        super().__init__(parent)
        self._flow = FlowLayout(self, 6)
        policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        for item in items:
            self._flow.addWidget(_Swatch(item, self))

    def height_at(self, width: int) -> int:
        """Return the height that it takes at this width."""
        return self._flow.heightForWidth(width)


class _Swatch(QWidget):
    """One disc or ring and its word."""

    def __init__(self, item: KeyItem, parent: QWidget) -> None:
        super().__init__(parent)
        self._item = item
        self.setProperty("role", "small")
        set_role(self, Role.GRAPHIC)
        self.setAccessibleName(item.said)

    def sizeHint(self) -> QSize:  # noqa: N802
        """Return the size of both."""
        look = look_of(self)
        wide = look.px(_SIGN + 8) + QFontMetrics(self._font()).horizontalAdvance(self._item.word)
        return QSize(wide + look.px(10), look.px(28))

    def _font(self) -> QFont:
        font = QFont(self.font())
        font.setPixelSize(look_of(self).px(16))
        return font

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: N802
        """Draw both."""
        del event
        look = look_of(self)
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        side = look.px(_SIGN)
        sign = QSvgRenderer(QByteArray(key_svg(self._item, look.theme.colours()).encode()))
        sign.render(painter, QRectF(0, (self.height() - side) / 2, side, side))
        painter.setFont(self._font())
        painter.setPen(QColor(look.theme.ink_soft))
        left = look.px(_SIGN + 8)
        words = QRectF(left, 0, self.width() - left, self.height())
        painter.drawText(words, Qt.AlignmentFlag.AlignVCenter, self._item.word)
