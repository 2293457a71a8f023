"""Buttons of every kind: that lead on, that open, large ones, and ones whose words wrap."""

from __future__ import annotations

from collections.abc import Callable
from typing import Final

from PySide6.QtCore import QEvent, QRect, QRectF, QSize, Qt, Signal
from PySide6.QtGui import (
    QAccessible,
    QAccessibleStateChangeEvent,
    QColor,
    QPainter,
    QPaintEvent,
    QPen,
)
from PySide6.QtWidgets import QPushButton, QSizePolicy, QWidget

from decision_aid.ui.kit.choice import draw_card
from decision_aid.ui.kit.layouts import Heights
from decision_aid.ui.kit.screen_reader import Role, set_role
from decision_aid.ui.kit.style import look_of
from decision_aid.ui.kit.theme import FOCUS_RING
from decision_aid.ui.kit.words import without_accelerator

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


LARGE_TARGET: Final = 60
"""The least height of such a button in pixels at any text size."""


class LargeButton(QPushButton):
    """A button at least 60 pixels high."""

    def __init__(self, text: str, parent: QWidget | None = None) -> None:
        """Show these words."""
        super().__init__(text, parent)
        # The style sheet sets the least height of every button, so the size that fits is the least.
        self.setSizePolicy(QSizePolicy.Policy.Minimum, QSizePolicy.Policy.Fixed)

    def sizeHint(self) -> QSize:  # noqa: N802
        """Return the size of the words, and no less than the target."""
        return super().sizeHint().expandedTo(QSize(LARGE_TARGET, self._least()))

    def minimumSizeHint(self) -> QSize:  # noqa: N802
        """Return the same: words on a button are never cut off."""
        return self.sizeHint()

    def _least(self) -> int:
        return max(LARGE_TARGET, look_of(self).px(52))


class Opener(QPushButton):
    """A button that is open or closed; ``opened`` is emitted with which of the two.

    It is no check box: a screen reader says "expanded" or "collapsed", not "checked".
    """

    opened = Signal(bool)

    def __init__(self, text: str, parent: QWidget | None = None) -> None:
        """Start closed."""
        super().__init__(text, parent)
        self.is_open = False
        set_role(self, Role.OPENER)
        self.clicked.connect(lambda: self.set_open(not self.is_open))

    def set_open(self, opened: bool) -> None:
        """Open or close it."""
        if opened == self.is_open:
            return
        self.is_open = opened
        self.opened.emit(opened)
        self.update()
        change = QAccessible.State()
        change.expanded = True
        QAccessible.updateAccessibility(QAccessibleStateChangeEvent(self, change))


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
        return max(words + 2 * look.space(1.5) + 4, look.target)

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
        return QSize(widest + 2 * look.space(2) + 4, look.target)

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


def named_button(text: str, does: Callable[[], object], *, role: str = "") -> QPushButton:
    """Return a button with these words, which are also its name for a screen reader."""
    button = QPushButton(text)
    button.setAccessibleName(without_accelerator(text))
    if role:
        button.setProperty("role", role)
    button.clicked.connect(lambda *_: does())
    return button
