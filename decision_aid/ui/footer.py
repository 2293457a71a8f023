"""The foot of the window: back, start over, and what leads on, always in the same place."""

from __future__ import annotations

from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QGridLayout, QPushButton, QSizePolicy, QWidget

from decision_aid.ui.style import look_of
from decision_aid.ui.widgets.primary_button import PrimaryButton
from decision_aid.ui.words import Words, without_accelerator


class Footer(QWidget):
    """Three buttons; in a narrow window the one that leads on has a line of its own."""

    def __init__(self, words: Words, parent: QWidget) -> None:
        """Build the foot."""
        super().__init__(parent)
        self.setObjectName("footer")
        self._words = words
        self.back = QPushButton(words("button.back"))
        self.start_over = QPushButton(words("button.start_over"))
        self.start_over.setProperty("role", "quiet")
        self.go_on = PrimaryButton(words("button.continue"))
        self.go_on.setProperty("role", "primary")
        for button in (self.back, self.start_over, self.go_on):
            button.setAccessibleName(without_accelerator(button.text()))
        policy = self.back.sizePolicy()
        policy.setRetainSizeWhenHidden(True)
        self.back.setSizePolicy(policy)
        self.start_over.setSizePolicy(policy)
        self.go_on.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
        self._grid = QGridLayout(self)
        self._narrow: bool | None = None
        self._arrange()

    def set_continue(self, key: str, *, leads: bool = True) -> None:
        """Say what the button that leads on does, and whether it is the main thing to do."""
        text = self._words(key)
        self.go_on.setProperty("role", "primary" if leads else "")
        self.go_on.style().polish(self.go_on)
        self.go_on.setText(text)
        self.go_on.setAccessibleName(without_accelerator(text))
        self._arrange()

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802
        """Use two lines where one is too narrow."""
        super().resizeEvent(event)
        self._arrange()

    def _arrange(self) -> None:
        look = look_of(self)
        side = look.space(3)
        self._grid.setContentsMargins(side, look.space(1.25), side, look.space(1.25))
        self._grid.setSpacing(look.space(1.5))
        needed = sum(b.sizeHint().width() for b in (self.back, self.start_over, self.go_on))
        narrow = needed + 2 * side + 3 * look.space(1.5) > max(self.width(), 400)
        if narrow == self._narrow:
            return
        self._narrow = narrow
        for button in (self.back, self.start_over, self.go_on):
            self._grid.removeWidget(button)
        self._grid.addWidget(self.back, 1, 0)
        self._grid.addWidget(self.start_over, 1, 1)
        self._grid.setColumnStretch(2, 1)
        self._grid.addWidget(self.go_on, *((0, 0, 1, 3) if narrow else (1, 3)))
        # The order of the keyboard follows the order on the screen.
        order = (self.go_on, self.back) if narrow else (self.back, self.start_over)
        self.setTabOrder(*order)
        self.setTabOrder(order[1], self.start_over if narrow else self.go_on)
