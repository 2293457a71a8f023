"""A button whose words wrap, for names that are longer than the room."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QRect, QSize, Qt
from PySide6.QtGui import QColor, QPainter, QPaintEvent
from PySide6.QtWidgets import QPushButton, QSizePolicy, QWidget

from decision_aid.ui.kit.choice import draw_card
from decision_aid.ui.kit.heights import Heights
from decision_aid.ui.style import look_of
from decision_aid.ui.theme import TARGET

_FLAGS = int(Qt.TextFlag.TextWordWrap | Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)


class WrappingButton(QPushButton):
    """A card to press."""

    def __init__(self, text: str, parent: QWidget | None = None) -> None:
        """Show these words."""
        super().__init__(text, parent)
        self._heights = Heights()
        self.setAccessibleName(text)
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
        room = QRect(0, 0, max(width - 2 * look.space(2), 40), 10_000)
        words = self.fontMetrics().boundingRect(room, _FLAGS, self.text()).height()
        return max(words + 2 * look.space(1.5), TARGET)

    def sizeHint(self) -> QSize:  # noqa: N802
        """Return a comfortable size."""
        look = look_of(self)
        wide = self.fontMetrics().horizontalAdvance(self.text()) + 2 * look.space(2) + 4
        width = min(wide, look.em(26))
        return QSize(width, self.heightForWidth(width))

    def minimumSizeHint(self) -> QSize:  # noqa: N802
        """Return the least size: the widest word on one line."""
        look = look_of(self)
        metrics = self.fontMetrics()
        widest = max((metrics.horizontalAdvance(word) for word in self.text().split()), default=0)
        return QSize(widest + 2 * look.space(2) + 4, TARGET)

    def changeEvent(self, event: QEvent) -> None:  # noqa: N802
        """Take over a new text size."""
        super().changeEvent(event)
        if event.type() in {QEvent.Type.FontChange, QEvent.Type.StyleChange}:
            self._heights.forget()
            self.updateGeometry()

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: N802
        """Draw the card and the words."""
        del event
        look = look_of(self)
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        draw_card(painter, self, look, chosen=self.isChecked())
        painter.setPen(QColor(look.theme.ink))
        pad = look.space(2)
        painter.drawText(self.rect().adjusted(pad, 0, -pad, 0), _FLAGS, self.text())
