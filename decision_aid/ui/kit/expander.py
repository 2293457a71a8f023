"""Something that opens on demand, below the button that opens it."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QEvent, QPointF, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QPainter, QPaintEvent, QPen, QPolygonF
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QVBoxLayout, QWidget

from decision_aid.ui.kit.buttons import Opener
from decision_aid.ui.kit.layouts import Heights
from decision_aid.ui.kit.screen_reader import follow_in_tab_order
from decision_aid.ui.kit.style import look_of
from decision_aid.ui.kit.words import Words

_FLAGS = int(Qt.TextFlag.TextWordWrap | Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)


class ExpanderButton(Opener):
    """A line of words with an arrow that says whether what belongs to it is open."""

    def __init__(self, text: str, parent: QWidget | None = None) -> None:
        """Show these words."""
        super().__init__(text, parent)
        self._heights = Heights()
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)
        policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)

    def _left(self) -> int:
        return look_of(self).px(30)

    def _right(self) -> int:
        return look_of(self).px(10)

    def hasHeightForWidth(self) -> bool:  # noqa: N802
        """Return that the height follows the width."""
        return True

    def heightForWidth(self, width: int) -> int:  # noqa: N802
        """Return the height that the words take at this width."""
        return self._heights.at(width, self._height_at)

    def _height_at(self, width: int) -> int:
        look = look_of(self)
        box = QRect(0, 0, max(width - self._left() - self._right(), 20), 10_000)
        words = self.fontMetrics().boundingRect(box, _FLAGS, self.text()).height()
        return max(words + look.space(2), look.tall_target)

    def sizeHint(self) -> QSize:  # noqa: N802
        """Return a comfortable size."""
        width = look_of(self).em(30)
        return QSize(width, self.heightForWidth(width))

    def minimumSizeHint(self) -> QSize:  # noqa: N802
        """Return the least size."""
        return QSize(self._left() + look_of(self).em(8), look_of(self).tall_target)

    def changeEvent(self, event: QEvent) -> None:  # noqa: N802
        """Take over a new text size."""
        super().changeEvent(event)
        if event.type() in {QEvent.Type.FontChange, QEvent.Type.StyleChange}:
            self._heights.forget()
            self.updateGeometry()

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: N802
        """Draw the arrow and the words."""
        del event
        look = look_of(self)
        theme = look.theme
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        if self.hasFocus() or self.underMouse():
            painter.setPen(QPen(QColor(theme.focus), 3) if self.hasFocus() else Qt.PenStyle.NoPen)
            painter.setBrush(
                QColor(theme.accent_soft) if self.underMouse() else Qt.BrushStyle.NoBrush
            )
            painter.drawRoundedRect(QRectF(self.rect()).adjusted(1.5, 1.5, -1.5, -1.5), 8, 8)
        painter.setBrush(Qt.BrushStyle.NoBrush)
        pen = QPen(QColor(theme.accent), look.px(25) / 10)
        pen.setCapStyle(Qt.PenCapStyle.RoundCap)
        painter.setPen(pen)
        x, y, size = self._left() * 0.45, self.height() / 2, look.px(5)
        down = [(-size, -size / 2), (0.0, size / 2), (size, -size / 2)]
        right = [(-size / 2, -size), (size / 2, 0.0), (-size / 2, size)]
        arrow = down if self.is_open else right
        painter.drawPolyline(QPolygonF([QPointF(x + dx, y + dy) for dx, dy in arrow]))
        painter.setPen(QColor(theme.accent))
        left = self._left()
        words = QRect(left, 0, self.width() - left - self._right(), self.height())
        painter.drawText(words, _FLAGS, self.text())


class Expander(QWidget):
    """A button and, once it is pressed, what belongs to it.

    Where ``explain`` is set, it is called with the words of the button and what was opened, to have
    the medical words in both explained.
    """

    def __init__(
        self,
        title: str,
        build_body: Callable[[], QWidget],
        words: Words,
        parent: QWidget | None = None,
        *,
        beside: QWidget | None = None,
    ) -> None:
        """Start closed.

        Args:
            title: the words of the button.
            build_body: makes what it opens, when it is first opened.
            words: for what a screen reader says.
            parent: the widget it stands in.
            beside: stands right of the button, above what it opens.
        """
        super().__init__(parent)
        self._words = words
        self._beside = beside
        self.button = ExpanderButton(title, self)
        self.button.setAccessibleName(title)
        self._build_body = build_body
        self.body: QWidget | None = None
        self.explain: Callable[[str, QWidget], None] | None = None
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(4)
        if beside is None:
            layout.addWidget(self.button)
        else:
            line = QHBoxLayout()
            line.setSpacing(16)
            line.addWidget(self.button, 1)
            line.addWidget(beside)
            layout.addLayout(line)
        self.button.opened.connect(self._show)
        self._show(False)

    def _show(self, opened: bool) -> None:
        if opened and self.body is None:
            self._add_body()
        if self.body is not None:
            self.body.setVisible(opened)
        state = "expander.opened" if opened else "expander.closed"
        self.button.setAccessibleDescription(self._words(state))

    def _add_body(self) -> None:
        self.body = self._build_body()
        layout = self.layout()
        assert layout is not None
        layout.addWidget(self.body)
        if self.explain is not None:
            self.explain(self.button.text(), self.body)
        follow_in_tab_order(self._beside or self.button, self.body)
