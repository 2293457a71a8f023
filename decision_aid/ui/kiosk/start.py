"""The first page of a kiosk: it fills the screen, for somebody who only passes by."""

from __future__ import annotations

from typing import Final

from PySide6.QtCore import QSize
from PySide6.QtWidgets import QBoxLayout, QSizePolicy

from decision_aid.ui.kit.text import Text
from decision_aid.ui.wizard.start import PICTURE_SHAPE, StartPage

_PICTURE_SHARE: Final = 0.4
_TALLEST_CHOICE_EM: Final = 7
_LEAST_PICTURE_EM: Final = 10
_MOST_OF_THE_ROOM: Final = 1000


class KioskStartPage(StartPage):
    """Invites to press, with everything as large as the screen has room for."""

    def build(self) -> None:
        """Show the same as at home, and what to do with it here."""
        super().build()
        clinic = self.context.surroundings.clinic
        if clinic is not None and clinic.clinic_name:
            self.column.addWidget(Text(clinic.clinic_name, "hint"))
        self.column.setStretchFactor(self._beside, _MOST_OF_THE_ROOM)
        for choice in self.ways.values():
            policy = choice.sizePolicy()
            policy.setVerticalPolicy(QSizePolicy.Policy.MinimumExpanding)
            policy.setVerticalStretch(1)
            choice.setSizePolicy(policy)

    def fit(self, width: int) -> None:
        """Put the ways beside the picture, or below it on a tall screen."""
        room = self.viewport().size()
        tall = room.height() > room.width()
        direction = QBoxLayout.Direction
        self._beside.setDirection(direction.TopToBottom if tall else direction.LeftToRight)
        across = width if tall else (width - self._beside.spacing()) // 2
        high = min(room.height() * _PICTURE_SHARE, across * PICTURE_SHAPE)
        self.picture.setVisible(high >= self.look.em(_LEAST_PICTURE_EM))
        for choice in self.ways.values():
            choice.setMaximumHeight(self.look.em(_TALLEST_CHOICE_EM))
        self.picture.setFixedSize(QSize(round(high / PICTURE_SHAPE), round(high)))
