"""What was typed or pasted and not read: it stays with the case until somebody settles it."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFrame, QPushButton, QVBoxLayout, QWidget

from decision_aid.ui.kit.buttons import named_button
from decision_aid.ui.kit.text import Text
from decision_aid.ui.kit.words import Words


class OpenItems(QWidget):
    """A note for each piece; ``settled`` is emitted with the piece that is."""

    settled = Signal(str)

    def __init__(self, words: Words) -> None:
        """Show nothing yet.

        Args:
            words: the words.
        """
        super().__init__()
        self.words = words
        self.pieces: tuple[str, ...] = ()
        self.buttons: list[QPushButton] = []
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(8)
        self.hide()

    def show_pieces(self, pieces: tuple[str, ...]) -> bool:
        """Show these pieces, and return whether anything changed.

        Args:
            pieces: as they were given.
        """
        if pieces == self.pieces:
            return False
        self.pieces, self.buttons = pieces, []
        while (item := self._column.takeAt(0)) is not None:
            widget = item.widget()
            if widget is not None:
                widget.hide()
                widget.setParent(None)
                widget.deleteLater()
        for piece in pieces:
            self._add(piece)
        self.setVisible(bool(pieces))
        return True

    def _add(self, piece: str) -> None:
        note = QFrame()
        note.setProperty("role", "callout")
        inside = QVBoxLayout(note)
        inside.setContentsMargins(14, 10, 10, 10)
        inside.setSpacing(4)
        told = self.words("open_items.piece", what=piece)
        note.setAccessibleName(told)
        inside.addWidget(Text(told))
        button = named_button(self.words("open_items.settle"), lambda: self.settled.emit(piece))
        button.setAccessibleName(self.words("open_items.settle_name", what=piece))
        self.buttons.append(button)
        inside.addWidget(button)
        self._column.addWidget(note)
