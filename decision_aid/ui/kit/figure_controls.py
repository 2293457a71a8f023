"""What is pressed at the figure: each part of it, and below it whose body it shows."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QEvent, QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QColor, QFocusEvent, QKeyEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QAbstractButton, QButtonGroup, QWidget

from decision_aid.document.figure import (
    BODIES,
    SKINS,
    FigureBody,
    Skin,
    chest_of,
    skin_sample,
)
from decision_aid.domain import Chest
from decision_aid.ui.kit.choice import Option
from decision_aid.ui.kit.layouts import FlowLayout
from decision_aid.ui.kit.screen_reader import Role, set_role
from decision_aid.ui.kit.segments import Segments
from decision_aid.ui.kit.style import look_of
from decision_aid.ui.kit.theme import FOCUS_RING
from decision_aid.ui.kit.words import Words

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget

    from decision_aid.document.figure import FigureRegion


_ARROWS: Final = {
    Qt.Key.Key_Left: QPointF(-1, 0),
    Qt.Key.Key_Right: QPointF(1, 0),
    Qt.Key.Key_Up: QPointF(0, -1),
    Qt.Key.Key_Down: QPointF(0, 1),
}


class FigureButton(QAbstractButton):
    """A part of the figure; the figure paints it, and finds it under the pointer.

    ``reached_by_keys`` tells whether the focus came to it otherwise than by a press.

    ``picked`` is emitted when it is pressed in any way, ``focus_changed`` when it gets or
    loses the focus, ``steered`` with the direction of an arrow key.
    """

    picked = Signal()
    focus_changed = Signal()
    steered = Signal(QPointF)

    def __init__(self, region: FigureRegion, parent: QWidget) -> None:
        """Stand for this part."""
        super().__init__(parent)
        self.region = region
        self.setCheckable(True)
        self.setProperty("unspoken", True)  # the list beside the figure says the same
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self.setFocusPolicy(Qt.FocusPolicy.ClickFocus)
        self._shown_as = False
        self.reached_by_keys = False
        self.clicked.connect(self.picked)
        self.toggled.connect(self._toggled)

    def show_marked(self, *, marked: bool) -> None:
        """Show whether something was found here or is possible."""
        self._shown_as = marked
        self.blockSignals(True)
        self.setChecked(marked)
        self.blockSignals(False)

    def _toggled(self) -> None:
        """Do what a press does, where a screen reader toggles: the answers make the mark."""
        self.show_marked(marked=self._shown_as)
        self.picked.emit()

    def nextCheckState(self) -> None:  # noqa: N802
        """Keep the state: it follows the answers."""

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: N802
        """Leave the painting to the figure, which knows what lies above what."""
        del event

    def event(self, event: QEvent) -> bool:
        """Say when it gets or loses the focus."""
        if isinstance(event, QFocusEvent) and event.gotFocus():
            self.reached_by_keys = event.reason() is not Qt.FocusReason.MouseFocusReason
        handled = super().event(event)
        if event.type() in {QEvent.Type.FocusIn, QEvent.Type.FocusOut}:
            self.focus_changed.emit()
        return handled

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802
        """Go to the neighbour in the direction of an arrow key."""
        direction = _ARROWS.get(Qt.Key(event.key()))
        if direction is None or event.modifiers() & Qt.KeyboardModifier.AltModifier:
            super().keyPressEvent(event)
        else:
            self.steered.emit(direction)


class _SkinButton(QAbstractButton):
    """A disc in a tone of skin."""

    def __init__(self, skin: Skin, name: str, parent: QWidget) -> None:
        super().__init__(parent)
        self._skin: Skin = skin
        self.setCheckable(True)
        self.setAccessibleName(name)
        self.setToolTip(name)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)

    def sizeHint(self) -> QSize:  # noqa: N802
        """Return the size of a target."""
        side = look_of(self).compact_target
        return QSize(side, side)

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: N802
        """Draw the disc, and a ring where it is chosen."""
        del event
        theme = look_of(self).theme
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        box = QRectF(self.rect()).adjusted(9, 9, -9, -9)
        painter.setPen(QPen(QColor(theme.line), 1))
        painter.setBrush(QColor(skin_sample(self._skin)))
        painter.drawEllipse(box)
        painter.setBrush(Qt.BrushStyle.NoBrush)
        if self.isChecked():
            painter.setPen(QPen(QColor(theme.accent), 3))
            painter.drawEllipse(box.adjusted(-4, -4, 4, 4))
        if self.hasFocus():
            painter.setPen(QPen(QColor(theme.focus), FOCUS_RING))
            painter.drawEllipse(box.adjusted(-6, -6, 6, 6))


class FigureChoice(QWidget):
    """``body_chosen`` and ``skin_chosen`` are emitted with what was chosen."""

    body_chosen = Signal(str)
    skin_chosen = Signal(str)

    def __init__(self, words: Words, chest: Chest) -> None:
        """Offer the bodies and the tones.

        Args:
            words: the words.
            chest: how the chest is drawn now.
        """
        super().__init__()
        row = FlowLayout(self, 4)
        policy = self.sizePolicy()
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        options = [Option(body, words(f"figure.body_{body}")) for body in BODIES]
        self.bodies = Segments(options, words("figure.choose_body"), self, may_be_none=False)
        self.bodies.choose("woman")
        self.show_chest(chest)
        self.bodies.chosen.connect(self.body_chosen)
        row.addWidget(self.bodies)
        self.skins = QWidget(self)
        set_role(self.skins, Role.GROUP)
        self.skins.setAccessibleName(words("figure.choose_skin"))
        discs = FlowLayout(self.skins, 0)
        group = QButtonGroup(self)
        for number, skin in enumerate(SKINS):
            disc = _SkinButton(skin, words("figure.skin", number=number + 1), self.skins)
            disc.setChecked(number == 0)
            disc.clicked.connect(lambda _=False, s=skin: self.skin_chosen.emit(s))
            group.addButton(disc)
            discs.addWidget(disc)
        row.addWidget(self.skins)

    @property
    def body(self) -> FigureBody:
        """The body that is chosen."""
        return next(body for body in BODIES if self.bodies.buttons[body].isChecked())

    def show_chest(self, chest: Chest) -> bool:
        """Show a body with this chest as chosen; return whether that is another one than before."""
        if chest_of(self.body) == chest:
            return False
        self.bodies.choose("woman" if chest == "curved" else "neither")
        return True
