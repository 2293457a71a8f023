"""The path of treatment: its usual steps, one after the other, with an arrow between."""

from __future__ import annotations

from typing import Final

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPaintEvent, QPen, QPolygonF, QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QFrame, QHBoxLayout, QVBoxLayout, QWidget

from decision_aid.content import Bullets
from decision_aid.ui.kit.blocks import BlocksView
from decision_aid.ui.kit.style import look_of

_STEP_EM: Final = 11
_ARROW: Final = 18


class _Arrow(QWidget):
    """Leads from one step to the next: to the right, or down where they stand below each other."""

    def __init__(self) -> None:
        super().__init__()
        self.down = False
        self.setFixedSize(_ARROW, _ARROW)

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: N802
        """Draw the tip of an arrow."""
        del event
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        pen = QPen(QColor(look_of(self).theme.accent), 3)
        pen.setCapStyle(Qt.PenCapStyle.RoundCap)
        pen.setJoinStyle(Qt.PenJoinStyle.RoundJoin)
        painter.setPen(pen)
        box = QRectF(self.rect()).adjusted(5, 5, -5, -5)
        ends = [QPointF(0, 0), QPointF(0.7, 0.5), QPointF(0, 1)]
        if self.down:
            ends = [QPointF(p.y(), p.x()) for p in ends]
        points = [
            QPointF(box.x() + p.x() * box.width(), box.y() + p.y() * box.height()) for p in ends
        ]
        painter.drawPolyline(QPolygonF(points))


class TreatmentPath(QWidget):
    """The steps as boxes; they stand in a row where there is room."""

    def __init__(self, steps: Bullets, view: BlocksView, parent: QWidget) -> None:
        """Show these steps.

        Args:
            steps: in their order.
            view: puts words with their sources into a box.
            parent: the page.
        """
        super().__init__(parent)
        self._row = QBoxLayout(QBoxLayout.Direction.LeftToRight, self)
        self._row.setContentsMargins(0, 0, 0, 0)
        self._row.setSpacing(6)
        self._arrows: list[_Arrow] = []
        self._count = len(steps.items)
        for number, step in enumerate(steps.items):
            if number:
                arrow = _Arrow()
                self._arrows.append(arrow)
                holder = QHBoxLayout()
                holder.addWidget(arrow, 0, Qt.AlignmentFlag.AlignCenter)
                self._row.addLayout(holder)
            box = QFrame()
            box.setProperty("role", "card")
            inside = QVBoxLayout(box)
            inside.setContentsMargins(16, 12, 16, 12)
            view.blocks(inside, [step])
            inside.addStretch(1)
            self._row.addWidget(box, 1)

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802
        """Put the steps below each other where a row is too narrow for them."""
        super().resizeEvent(event)
        room = look_of(self).em(_STEP_EM) * self._count
        down = self.width() < room
        direction = QBoxLayout.Direction
        self._row.setDirection(direction.TopToBottom if down else direction.LeftToRight)
        for arrow in self._arrows:
            arrow.down = down
            arrow.update()
