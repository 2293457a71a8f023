"""Big radio buttons and check boxes whose words wrap, and a group of them."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QPoint, QPointF, QRect, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QColor, QPainter, QPaintEvent, QPen, QPolygonF
from PySide6.QtWidgets import (
    QAbstractButton,
    QButtonGroup,
    QCheckBox,
    QRadioButton,
    QSizePolicy,
    QVBoxLayout,
    QWidget,
)

from decision_aid.ui.kit.layouts import EvenRows, FlowLayout, Heights
from decision_aid.ui.kit.screen_reader import Role, set_role
from decision_aid.ui.kit.style import look_of
from decision_aid.ui.kit.theme import BODY_PIXELS, FOCUS_RING, Look

_FLAGS = int(Qt.TextFlag.TextWordWrap | Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)

_GAP = 10
"""Between two answers, in pixels."""

_COMPACT_GAP = 4

if TYPE_CHECKING:
    _Base = QAbstractButton
else:
    _Base = object


class _Wrapping(_Base):
    """Paints a mark and words that wrap, for the two kinds of choice below."""

    _heights: Heights

    def setText(self, text: str) -> None:  # noqa: N802
        """Show other words."""
        self._heights.forget()
        super().setText(text)

    def _margins(self) -> tuple[int, int, int]:
        look = look_of(self)
        if self.property("role") == "compact":
            return look.space(1), look.px(20), look.space(0.75)
        return look.space(1.5), look.px(26), look.space(1)

    def _least_height(self) -> int:
        if self.property("role") == "compact":
            return max(look_of(self).compact_target, look_of(self).px(BODY_PIXELS))
        return look_of(self).tall_target

    def _text_width(self, width: int) -> int:
        pad, mark, _ = self._margins()
        return max(width - 2 * pad - mark - pad, 20)

    def hasHeightForWidth(self) -> bool:  # noqa: N802
        """Return that the height follows the width."""
        return True

    def heightForWidth(self, width: int) -> int:  # noqa: N802
        """Return the height that the words take at this width."""
        return self._heights.at(width, self._height_at)

    def _height_at(self, width: int) -> int:
        box = QRect(0, 0, self._text_width(width), 10_000)
        words = self.fontMetrics().boundingRect(box, _FLAGS, self.text()).height()
        return max(words + 2 * self._margins()[2] + 4, self._least_height())

    def sizeHint(self) -> QSize:  # noqa: N802
        """Return the size of the words in one line, if that is not too long."""
        pad, mark, _ = self._margins()
        one_line = self.fontMetrics().horizontalAdvance(self.text()) + 3 * pad + mark + 6
        width = min(one_line, look_of(self).em(30))
        return QSize(width, self.heightForWidth(width))

    def minimumSizeHint(self) -> QSize:  # noqa: N802
        """Return the least size: the widest word must fit."""
        pad, mark, _ = self._margins()
        words = self.text().split() or [""]
        widest = max(self.fontMetrics().horizontalAdvance(word) for word in words)
        return QSize(widest + 3 * pad + mark + 6, self._least_height())

    def hitButton(self, pos: QPoint) -> bool:  # noqa: N802
        """Answer everywhere on the card."""
        return self.rect().contains(pos)

    def changeEvent(self, event: QEvent) -> None:  # noqa: N802
        """Take over a new text size."""
        super().changeEvent(event)
        if event.type() in {QEvent.Type.FontChange, QEvent.Type.StyleChange}:
            self._heights.forget()
            self.updateGeometry()

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: N802
        """Draw the card, the mark and the words."""
        del event
        look = look_of(self)
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        draw_card(painter, self, look, chosen=self.isChecked())
        pad, mark, _ = self._margins()
        box = QRectF(pad, (self.height() - mark) / 2, mark, mark)
        self.draw_mark(painter, box, look)
        painter.setPen(QColor(look.theme.ink))
        words = QRect(2 * pad + mark, 0, self._text_width(self.width()), self.height())
        painter.drawText(words, _FLAGS, self.text())

    def draw_mark(self, painter: QPainter, box: QRectF, look: Look) -> None:
        """Draw the round or square mark."""
        raise NotImplementedError


class Choice(_Wrapping, QRadioButton):
    """One answer of several, as a card."""

    def __init__(self, text: str, parent: QWidget | None = None) -> None:
        """Offer this answer."""
        super().__init__(parent)
        self._heights = Heights()
        self.setText(text)
        _prepare(self)

    def draw_mark(self, painter: QPainter, box: QRectF, look: Look) -> None:
        """Draw a ring, filled when chosen."""
        chosen = self.isChecked()
        painter.setBrush(QColor(look.theme.surface))
        painter.setPen(QPen(QColor(look.theme.accent if chosen else look.theme.line), 2.5))
        painter.drawEllipse(box.adjusted(1.5, 1.5, -1.5, -1.5))
        if chosen:
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(QColor(look.theme.accent))
            inset = box.width() * 0.26
            painter.drawEllipse(box.adjusted(inset, inset, -inset, -inset))


class Tick(_Wrapping, QCheckBox):
    """Something to switch on or off, as a card."""

    def __init__(self, text: str, parent: QWidget | None = None) -> None:
        """Offer this."""
        super().__init__(parent)
        self._heights = Heights()
        self.setText(text)
        _prepare(self)

    def draw_mark(self, painter: QPainter, box: QRectF, look: Look) -> None:
        """Draw a square, with a tick when on."""
        chosen = self.isChecked()
        painter.setBrush(QColor(look.theme.accent if chosen else look.theme.surface))
        painter.setPen(QPen(QColor(look.theme.accent if chosen else look.theme.line), 2.5))
        painter.drawRoundedRect(box.adjusted(1.5, 1.5, -1.5, -1.5), 4, 4)
        if chosen:
            painter.setPen(QPen(QColor(look.theme.accent_ink), max(2.5, box.width() / 9)))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawPolyline(tick_shape(box))


def _prepare(button: QAbstractButton) -> None:
    policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)
    policy.setHeightForWidth(True)
    button.setSizePolicy(policy)
    button.setAttribute(Qt.WidgetAttribute.WA_Hover)
    button.setFocusPolicy(Qt.FocusPolicy.StrongFocus)


def tick_shape(box: QRectF) -> QPolygonF:
    """Return the three points of a tick in this box."""
    at = [(0.26, 0.53), (0.44, 0.70), (0.76, 0.32)]
    points = [QPointF(box.x() + box.width() * x, box.y() + box.height() * y) for x, y in at]
    return QPolygonF(points)


def draw_card(
    painter: QPainter, widget: QWidget, look: Look, *, chosen: bool, within: QRect | None = None
) -> None:
    """Draw the card behind something to press: its outline says chosen, hovered, focused."""
    theme = look.theme
    focused = widget.hasFocus()
    width = FOCUS_RING if focused else 2
    outline = theme.focus if focused else theme.accent if chosen else theme.line
    fill = theme.accent_soft if chosen or widget.underMouse() else theme.surface
    painter.setPen(QPen(QColor(outline), width))
    painter.setBrush(QColor(fill))
    inset = width / 2
    painter.drawRoundedRect(
        QRectF(within or widget.rect()).adjusted(inset, inset, -inset, -inset), 8, 8
    )


@dataclass(frozen=True, slots=True)
class Option:
    """One answer: its id and its words."""

    id: str
    text: str


class Choices(QWidget):
    """One question's answers; ``chosen`` is emitted with the id when the person chooses."""

    chosen = Signal(str)

    def __init__(
        self,
        options: Sequence[Option],
        name: str,
        parent: QWidget | None = None,
        *,
        side_by_side: bool = False,
        compact: bool = False,
    ) -> None:
        """Offer these answers to the question ``name``.

        Args:
            options: the answers.
            name: the question.
            parent: the owner.
            side_by_side: put short answers beside each other as far as there is room.
            compact: put them so in smaller letters, each as wide as its words.
        """
        super().__init__(parent)
        set_role(self, Role.GROUP)
        self.setAccessibleName(name)
        self._group = QButtonGroup(self)
        self._buttons: dict[str, Choice] = {}
        gap = _COMPACT_GAP if compact else _GAP
        flows = FlowLayout(self, gap) if compact else EvenRows(self, gap) if side_by_side else None
        layout = flows or QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(gap)
        if flows is not None:
            policy = self.sizePolicy()
            policy.setHeightForWidth(True)
            self.setSizePolicy(policy)
        for option in options:
            button = Choice(option.text, self)
            button.setAccessibleName(option.text)
            if compact:
                button.setProperty("role", "compact")
            self._buttons[option.id] = button
            self._group.addButton(button)
            layout.addWidget(button)
            button.toggled.connect(lambda on, i=option.id: self.chosen.emit(i) if on else None)

    def choose(self, option_id: str | None) -> None:
        """Show this answer as chosen, or none."""
        self.blockSignals(True)
        self._group.setExclusive(False)
        for key, button in self._buttons.items():
            button.setChecked(key == option_id)
        self._group.setExclusive(True)
        self.blockSignals(False)
        # As for any group of radio buttons, Tab comes to the chosen one, or to the first.
        stop = option_id if option_id in self._buttons else next(iter(self._buttons))
        for key, button in self._buttons.items():
            here = Qt.FocusPolicy.StrongFocus if key == stop else Qt.FocusPolicy.ClickFocus
            button.setFocusPolicy(here)

    def current(self) -> str | None:
        """Return the id of the chosen answer."""
        return next((key for key, b in self._buttons.items() if b.isChecked()), None)

    def button(self, option_id: str) -> Choice:
        """Return the control of one answer."""
        return self._buttons[option_id]
