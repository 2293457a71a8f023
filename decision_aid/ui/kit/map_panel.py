"""The body map with what its signs mean, and how the chest is drawn."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QPushButton, QVBoxLayout, QWidget

from decision_aid.domain import Area, Certainty, Step
from decision_aid.ui.context import Context
from decision_aid.ui.kit.body_map import BodyMap
from decision_aid.ui.kit.picture_key import SignsKey, distances_of


class MapPanel(QWidget):
    """The picture, its key, and the button for a flat chest where a chest is drawn."""

    def __init__(self, step: Step, context: Context, parent: QWidget) -> None:
        """Show the picture of this step."""
        super().__init__(parent)
        self._context = context
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(8)
        self.map = BodyMap(step, context, self)
        column.addWidget(self.map)
        places = [region.place for region in self.map.regions if region.place]
        self._key = SignsKey(tuple(Certainty), distances_of(places), context.words, self)
        column.addWidget(self._key)
        self.chest = QPushButton(self)
        self.chest.setProperty("role", "quiet")
        self.chest.clicked.connect(self._change_chest)
        self.chest.setVisible(step.area in {Area.BREAST, Area.NODES})
        column.addWidget(self.chest, alignment=Qt.AlignmentFlag.AlignLeft)
        column.addStretch(1)
        self.refresh()

    def refresh(self) -> None:
        """Show the marks and the chest as they are now."""
        chest = self._context.session.chest
        self.map.show_chest(chest)
        self.map.refresh()
        key = "map.show_breasts" if chest == "flat" else "map.show_flat"
        self.chest.setText(self._context.words(key))
        self.chest.setAccessibleName(self.chest.text())

    def below(self, width: int) -> int:
        """Return the height of what stands below the picture at this width."""
        chest = self.chest.sizeHint().height() + 8 if not self.chest.isHidden() else 0
        return self._key.height_at(width) + 8 + chest

    def _change_chest(self) -> None:
        session = self._context.session
        session.set_chest("curved" if session.chest == "flat" else "flat")
        self.refresh()
