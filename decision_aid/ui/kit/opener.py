"""A button that opens and closes what belongs to it."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtGui import QAccessible, QAccessibleStateChangeEvent
from PySide6.QtWidgets import QPushButton, QWidget

from decision_aid.ui.roles import Role, set_role


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
