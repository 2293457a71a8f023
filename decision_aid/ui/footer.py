"""The foot of the window: back, start over, and what leads on, always in the same place."""

from __future__ import annotations

from PySide6.QtCore import QSize
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QSizePolicy, QWidget

from decision_aid.ui.kit.primary_button import PrimaryButton
from decision_aid.ui.style import look_of
from decision_aid.ui.words import Words, without_accelerator


class Footer(QWidget):
    """Three buttons in one row; where that is narrow, the one that leads on says it in short."""

    def __init__(self, words: Words, parent: QWidget) -> None:
        """Build the foot."""
        super().__init__(parent)
        self.setObjectName("footer")
        self._words = words
        self._long = self._short = words("button.continue")
        self.back = QPushButton(words("button.back"))
        self.start_over = QPushButton(words("button.start_over"))
        self.start_over.setProperty("role", "quiet")
        self.go_on = PrimaryButton(self._long)
        self.go_on.setProperty("role", "primary")
        for button in (self.back, self.start_over):
            button.setAccessibleName(without_accelerator(button.text()))
        policy = self.back.sizePolicy()
        policy.setRetainSizeWhenHidden(True)
        self.back.setSizePolicy(policy)
        self.start_over.setSizePolicy(policy)
        self.go_on.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
        self._row = QHBoxLayout(self)
        self._row.addWidget(self.back)
        self._row.addWidget(self.start_over)
        self._row.addStretch(1)
        self._row.addWidget(self.go_on)
        self._arrange()

    def set_continue(self, key: str, *, leads: bool = True) -> None:
        """Say what the button that leads on does, and whether it is the main thing to do."""
        self._long, self._short = self._words(key), self._words(f"{key}_short")
        self.go_on.setProperty("role", "primary" if leads else "")
        self.go_on.style().polish(self.go_on)
        self._arrange()

    def minimumSizeHint(self) -> QSize:  # noqa: N802
        """Return the least size: all three in one row, what leads on in short."""
        least = super().minimumSizeHint()
        shorter = self.go_on.sizeHint().width() - self._width_of(self._short)
        return QSize(least.width() - max(shorter, 0), least.height())

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802
        """Say it in short where there is no room."""
        super().resizeEvent(event)
        self._arrange()

    def _arrange(self) -> None:
        look = look_of(self)
        side, gap = look.space(3), look.space(1.5)
        self._row.setContentsMargins(side, look.space(1.25), side, look.space(1.25))
        self._row.setSpacing(gap)
        others = sum(b.sizeHint().width() for b in (self.back, self.start_over))
        room = self.width() - others - 2 * side - 3 * gap
        text = self._long if self._width_of(self._long) <= room else self._short
        self.go_on.setText(text)
        self.go_on.setAccessibleName(without_accelerator(text))

    def _width_of(self, text: str) -> int:
        metrics = self.go_on.fontMetrics()
        words, now = without_accelerator(text), without_accelerator(self.go_on.text())
        around = self.go_on.sizeHint().width() - metrics.horizontalAdvance(now)
        return around + metrics.horizontalAdvance(words)
