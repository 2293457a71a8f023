"""A large card to press: a sign, what happens, and what that is for."""

from __future__ import annotations

from typing import Final

from PySide6.QtCore import QEvent, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QFont, QFontMetrics, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QPushButton, QSizePolicy, QWidget

from decision_aid.ui.kit.icons import IconName, draw_icon
from decision_aid.ui.kit.layouts import Heights
from decision_aid.ui.kit.style import look_of
from decision_aid.ui.kit.theme import FOCUS_RING

_FLAGS: Final = int(Qt.TextFlag.TextWordWrap | Qt.AlignmentFlag.AlignLeft)
_SIGN: Final = 44
_LEAST: Final = 76
_LEAST_WITHOUT_LINE: Final = 68


class LargeChoice(QPushButton):
    """A card with a sign in a circle, a title, and a line below it."""

    def __init__(
        self, title: str, line: str, icon: IconName, parent: QWidget | None = None
    ) -> None:
        """Show these words.

        Args:
            title: what pressing it does.
            line: what that is for, or "".
            icon: its sign.
            parent: the owner.
        """
        super().__init__(title, parent)
        self._line, self._icon = line, icon
        self._heights = Heights()
        self.setAccessibleName(title)
        self.setAccessibleDescription(line)
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)
        policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)

    def show_line(self, line: str) -> None:
        """Show another line below the title."""
        self._line = line
        self.setAccessibleDescription(line)
        self._heights.forget()
        self.updateGeometry()
        self.update()

    def hasHeightForWidth(self) -> bool:  # noqa: N802
        """Return that the height follows the width."""
        return True

    def heightForWidth(self, width: int) -> int:  # noqa: N802
        """Return the height that the words take at this width."""
        return self._heights.at(width, self._height_at)

    def _height_at(self, width: int) -> int:
        look = look_of(self)
        title, line = self._lines(width)
        return max(title + line + 2 * look.space(1.5), look.px(self._least()))

    def _least(self) -> int:
        return _LEAST if self._line else _LEAST_WITHOUT_LINE

    def _lines(self, width: int) -> tuple[int, int]:
        room = QRect(0, 0, max(width - self._left() - look_of(self).space(2), 40), 10_000)
        title = QFontMetrics(self._font(strong=True)).boundingRect(room, _FLAGS, self.text())
        if not self._line:
            return title.height(), 0
        line = QFontMetrics(self._font(strong=False)).boundingRect(room, _FLAGS, self._line)
        return title.height(), line.height() + 2

    def _font(self, *, strong: bool) -> QFont:
        font = self.font()
        font.setBold(strong)
        font.setPixelSize(look_of(self).px(19 if strong else 16))
        return font

    def _left(self) -> int:
        look = look_of(self)
        return look.px(_SIGN) + 2 * look.space(2)

    def sizeHint(self) -> QSize:  # noqa: N802
        """Return a comfortable size."""
        width = look_of(self).em(20)
        return QSize(width, self.heightForWidth(width))

    def minimumSizeHint(self) -> QSize:  # noqa: N802
        """Return the least size: the widest word on one line."""
        metrics = QFontMetrics(self._font(strong=True))
        words = f"{self.text()} {self._line}".split()
        widest = max(metrics.horizontalAdvance(word) for word in words)
        return QSize(
            widest + self._left() + look_of(self).space(2), look_of(self).px(self._least())
        )

    def changeEvent(self, event: QEvent) -> None:  # noqa: N802
        """Take over a new text size."""
        super().changeEvent(event)
        if event.type() in {QEvent.Type.FontChange, QEvent.Type.StyleChange}:
            self._heights.forget()
            self.updateGeometry()

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: N802
        """Draw the card, the sign and the words."""
        del event
        look = look_of(self)
        theme, chief = look.theme, self.property("role") == "primary"
        ink = theme.accent_ink if chief else theme.ink
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        focused = self.hasFocus()
        width = FOCUS_RING if focused else 2
        outline = theme.focus if focused else theme.accent if chief else theme.line
        hovered = theme.accent_strong if chief else theme.accent_soft
        fill = hovered if self.underMouse() else theme.accent if chief else theme.surface
        painter.setPen(QPen(QColor(outline), width))
        painter.setBrush(QColor(fill))
        inset = width / 2
        painter.drawRoundedRect(QRectF(self.rect()).adjusted(inset, inset, -inset, -inset), 12, 12)
        size = look.px(_SIGN)
        circle = QRectF(look.space(2), (self.height() - size) / 2, size, size)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(QColor(theme.surface if chief else theme.accent_soft))
        painter.drawEllipse(circle)
        inside = size * 0.24
        draw_icon(
            painter,
            self._icon,
            circle.adjusted(inside, inside, -inside, -inside),
            QColor(theme.accent),
        )
        title, line = self._lines(self.width())
        top = (self.height() - title - line) // 2
        room = QRect(self._left(), top, self.width() - self._left() - look.space(2), title)
        painter.setPen(QColor(ink))
        painter.setFont(self._font(strong=True))
        painter.drawText(room, _FLAGS, self.text())
        if line:
            painter.setPen(QColor(ink if chief else theme.ink_soft))
            painter.setFont(self._font(strong=False))
            painter.drawText(
                room.translated(0, title + 2).adjusted(0, 0, 0, line), _FLAGS, self._line
            )
