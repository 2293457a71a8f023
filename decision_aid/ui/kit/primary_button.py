"""The main thing to do on a page or in a panel: a button filled with the leading color."""

from __future__ import annotations

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QPushButton

from decision_aid.ui.style import look_of
from decision_aid.ui.theme import FOCUS_RING

_GAP = 3


class PrimaryButton(QPushButton):
    """A button that leads on while its property ``role`` is "primary"; else one like others.

    The ring of the focus and the fill are much alike, so a gap parts them: it is what one sees.
    """

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: N802
        """Draw the button, and the gap inside the ring where it has the focus."""
        super().paintEvent(event)
        if not self.hasFocus() or self.property("role") != "primary":
            return
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(QPen(QColor(look_of(self).theme.surface), _GAP))
        painter.setBrush(Qt.BrushStyle.NoBrush)
        inset = FOCUS_RING + _GAP / 2
        painter.drawRoundedRect(QRectF(self.rect()).adjusted(inset, inset, -inset, -inset), 4, 4)
