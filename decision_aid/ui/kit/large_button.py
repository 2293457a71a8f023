"""A button for a touch screen that stands: larger than on a desk."""

from __future__ import annotations

from typing import Final

from PySide6.QtCore import QSize
from PySide6.QtWidgets import QPushButton, QSizePolicy, QWidget

from decision_aid.ui.style import look_of

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
