"""Cards: to press one way of several, and to read one of the two answers."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QEvent, QLineF, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QFont, QFontMetrics, QPainter, QPaintEvent, QPen, QResizeEvent
from PySide6.QtWidgets import (
    QBoxLayout,
    QFrame,
    QHBoxLayout,
    QPushButton,
    QSizePolicy,
    QVBoxLayout,
    QWidget,
)

from decision_aid.ui.kit.layouts import Heights
from decision_aid.ui.kit.line_art import IconName, draw_icon
from decision_aid.ui.kit.marks import draw_edge
from decision_aid.ui.kit.style import look_of
from decision_aid.ui.kit.text import Text
from decision_aid.ui.kit.theme import FOCUS_RING

if TYPE_CHECKING:
    from decision_aid.document.blocks import Answer, Verdict
    from decision_aid.ui.kit.line_art import IconName


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


_BESIDE_FROM_EM: Final = 34
_VERDICT_SIGN: Final = 34
_ICONS: Final[dict[str, IconName]] = {
    "yes": "yes",
    "yes_so_far": "yes",
    "no": "no",
    "open": "open",
    "cannot_tell": "open",
}
_OPEN: Final = frozenset({"open", "yes_so_far", "cannot_tell"})


class _Sign(QWidget):
    """A full disc with a tick for yes, a ring with a line for no, a dashed one for open."""

    def __init__(self, verdict: Verdict) -> None:
        super().__init__()
        self._verdict = verdict

    def sizeHint(self) -> QSize:  # noqa: N802
        """Return a square that grows with the text."""
        size = look_of(self).px(_VERDICT_SIGN)
        return QSize(size, size)

    def minimumSizeHint(self) -> QSize:  # noqa: N802
        """Return the same."""
        return self.sizeHint()

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: N802
        """Draw the sign."""
        del event
        look, state = look_of(self), self._verdict.state
        size = look.px(_VERDICT_SIGN)
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        box = QRectF(0, (self.height() - size) / 2, size, size).adjusted(2, 2, -2, -2)
        ink = QColor(look.theme.highlight_ink if state in _OPEN else look.theme.ink)
        pen = QPen(ink, 2.5)
        if state in _OPEN:
            pen.setDashPattern([2.2, 1.8])
        full = state == "yes"
        painter.setPen(pen)
        painter.setBrush(ink if full else Qt.BrushStyle.NoBrush)
        painter.drawEllipse(box)
        inside = box.adjusted(*(side * size * 0.2 for side in (1, 1, -1, -1)))
        draw_icon(painter, _ICONS[state], inside, QColor(look.theme.paper) if full else ink)


class Badge(QFrame):
    """One of the two answers: the answer in a word, and room for what was asked and a sentence."""

    def __init__(self, verdict: Verdict, still_open: str) -> None:
        """Show this answer; what was asked is put first into ``column``, the sentence last.

        Args:
            verdict: the answer in a word or two.
            still_open: the words of a mark where it could still turn, else "".
        """
        super().__init__()
        self.setProperty("role", "badge_open" if verdict.state in _OPEN else "badge")
        self.column = QVBoxLayout(self)
        self.column.setContentsMargins(20, 14, 20, 14)
        self.column.setSpacing(6)
        row = QHBoxLayout()
        row.setSpacing(10)
        row.addWidget(_Sign(verdict))
        self.verdict = Text(verdict.text, "verdict")
        row.addWidget(self.verdict, 1)
        self.column.addLayout(row)
        if still_open and verdict.state != "open":
            self.column.addWidget(Text(still_open, "subheading"))


class AnswerCard(QFrame):
    """Both answers, side by side where there is room, with a bar that says how far it is."""

    def __init__(self, answer: Answer, parent: QWidget | None = None) -> None:
        """Show this answer; what is above and below the badges is added to ``column``."""
        super().__init__(parent)
        self._distance = answer.distance
        self.column = QVBoxLayout(self)
        self.column.setContentsMargins(18, 0, 0, 0)
        self.column.setSpacing(8)
        self.row = QWidget()
        self._beside = QBoxLayout(QBoxLayout.Direction.LeftToRight, self.row)
        self._beside.setContentsMargins(0, 0, 0, 0)
        self._beside.setSpacing(12)
        self.badges = tuple(
            Badge(verdict, mark)
            for verdict, mark in zip(answer.verdicts, answer.still_open, strict=True)
        )
        for badge in self.badges:
            self._beside.addWidget(badge, 1)

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802
        """Put the badges below each other where there is no room beside."""
        super().resizeEvent(event)
        wide = self.width() >= look_of(self).em(_BESIDE_FROM_EM)
        direction = QBoxLayout.Direction
        self._beside.setDirection(direction.LeftToRight if wide else direction.TopToBottom)

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: N802
        """Draw the card and its bar."""
        super().paintEvent(event)
        theme = look_of(self).theme
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        draw_edge(painter, QLineF(6, 4, 6, self.height() - 4), self._distance, theme)
