"""The foot of the kiosk: "Finish and clear" is there on every page."""

from __future__ import annotations

from PySide6.QtWidgets import QWidget

from decision_aid.ui.footer import Footer
from decision_aid.ui.words import Words, without_accelerator


class KioskFooter(Footer):
    """Clears everything in place of starting over, which would leave the process as it is."""

    def __init__(self, words: Words, parent: QWidget) -> None:
        """Build the foot."""
        super().__init__(words, parent)
        text = words("kiosk.finish_and_clear")
        self.start_over.setText(text)
        self.start_over.setAccessibleName(without_accelerator(text))
        self.start_over.setProperty("role", "")
