"""The answer: a badge for each of the two, its word, its sentence, and whether it is still open."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QLineF, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QPainter, QPaintEvent, QPen, QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QFrame, QHBoxLayout, QVBoxLayout, QWidget

from decision_aid.ui.kit.icons import draw_icon
from decision_aid.ui.kit.marks import draw_edge
from decision_aid.ui.kit.style import look_of
from decision_aid.ui.kit.text import Text

if TYPE_CHECKING:
    from decision_aid.document.blocks import Answer, Verdict
    from decision_aid.ui.kit.icons import IconName

_BESIDE_FROM_EM: Final = 34
_SIGN: Final = 34
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
        size = look_of(self).px(_SIGN)
        return QSize(size, size)

    def minimumSizeHint(self) -> QSize:  # noqa: N802
        """Return the same."""
        return self.sizeHint()

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: N802
        """Draw the sign."""
        del event
        look, state = look_of(self), self._verdict.state
        size = look.px(_SIGN)
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
