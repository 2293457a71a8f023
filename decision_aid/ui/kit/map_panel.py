"""The body map with what its signs mean, and how the chest is drawn."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QPushButton, QVBoxLayout, QWidget

from decision_aid.domain import Area, Certainty, PlaceId
from decision_aid.ui.kit.body_map import BodyMap
from decision_aid.ui.kit.map_regions import Asked
from decision_aid.ui.kit.picture_key import SignsKey, distances_of
from decision_aid.ui.kit.words import Words

if TYPE_CHECKING:
    from decision_aid.domain import Chest


class MapPanel(QWidget):
    """The picture, its key, and the button for a flat chest where a chest is drawn.

    ``chest_chosen`` is emitted with how the chest is to be drawn.
    """

    chest_chosen = Signal(str)

    def __init__(
        self,
        asked: Asked,
        words: Words,
        certainty_of: Callable[[PlaceId], Certainty | None],
        *,
        name: str,
        chest: Chest,
        parent: QWidget,
    ) -> None:
        """Show the picture of an area; the arguments are those of ``BodyMap``."""
        super().__init__(parent)
        self._words, self._chest = words, chest
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(8)
        self.map = BodyMap(asked, words, certainty_of, name=name, chest=chest, parent=self)
        column.addWidget(self.map)
        places = [region.place for region in self.map.regions if region.place]
        self._key = SignsKey(tuple(Certainty), distances_of(places), words, self)
        column.addWidget(self._key)
        self.chest = QPushButton(self)
        self.chest.setProperty("role", "quiet")
        self.chest.clicked.connect(
            lambda: self.chest_chosen.emit("curved" if self._chest == "flat" else "flat")
        )
        self.chest.setVisible(asked.area in {Area.BREAST, Area.NODES})
        column.addWidget(self.chest, alignment=Qt.AlignmentFlag.AlignLeft)
        column.addStretch(1)
        self.refresh(chest)

    def refresh(self, chest: Chest) -> None:
        """Show the marks as they are now, on a chest drawn like this."""
        self._chest = chest
        self.map.show_chest(chest)
        self.map.refresh()
        key = "map.show_breasts" if chest == "flat" else "map.show_flat"
        self.chest.setText(self._words(key))
        self.chest.setAccessibleName(self.chest.text())

    def below(self, width: int) -> int:
        """Return the height of what stands below the picture at this width."""
        chest = self.chest.sizeHint().height() + 8 if not self.chest.isHidden() else 0
        return self._key.height_at(width) + 8 + chest
