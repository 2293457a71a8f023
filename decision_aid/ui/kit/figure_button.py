"""One part of the figure as a real control: named, checked, reached by keys and a screen reader."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QEvent, QPointF, Qt, Signal
from PySide6.QtGui import QFocusEvent, QKeyEvent, QPaintEvent
from PySide6.QtWidgets import QAbstractButton

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
