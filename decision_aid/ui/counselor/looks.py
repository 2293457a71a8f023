"""Text size and colours of the counselor's window and, apart from it, of the person's screen."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer

from decision_aid.ui.appearance import AppearancePanel
from decision_aid.ui.counselor.person_bar import PersonScreen
from decision_aid.ui.popover import Popover
from decision_aid.ui.theme import TEXT_SIZES, ThemeName

if TYPE_CHECKING:
    from decision_aid.ui.counselor.window import CounselorWindow


class Looks(QObject):
    """Opens the panels where the looks of both are chosen."""

    def __init__(self, window: CounselorWindow, person: PersonScreen) -> None:
        """Choose nothing yet.

        Args:
            window: the counselor's window.
            person: the person's screen.
        """
        super().__init__(window)
        self._window, self._person = window, person

    def step(self, direction: int) -> None:
        """Make the counselor's text larger or smaller."""
        place = TEXT_SIZES.index(self._window.current_look.percent) + direction
        if 0 <= place < len(TEXT_SIZES):
            self._window.set_text_size(TEXT_SIZES[place])

    def open_own(self) -> None:
        """Open the look of the counselor's window."""
        window = self._window
        panel = AppearancePanel(
            window,
            window.header.look,
            window.words,
            window.current_look.percent,
            window.theme_name,
        )
        panel.theme_chosen.connect(lambda name: window.set_theme(ThemeName(name)))
        panel.size_chosen.connect(self._resize_own)

    def open_theirs(self) -> None:
        """Open the look of the person's screen, which the person does not have to touch."""
        window, theirs = self._window, self._person.opened()
        panel = AppearancePanel(
            window,
            self._person.bar.look,
            window.words,
            theirs.current_look.percent,
            theirs.theme_name,
            title=window.words("person_screen.look_title"),
        )
        panel.theme_chosen.connect(lambda name: theirs.set_theme(ThemeName(name)))
        panel.size_chosen.connect(theirs.set_text_size)

    def _resize_own(self, size: int) -> None:
        """Change the size and open the panel anew, as it grows with the text."""
        for panel in self._window.findChildren(Popover):
            panel.close()
        self._window.set_text_size(size)
        QTimer.singleShot(0, self, self.open_own)
