"""Options side by side: a table where there is room, one below the other where there is not."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QFrame, QGridLayout, QVBoxLayout, QWidget

from decision_aid.ui.kit.layouts import throw_away
from decision_aid.ui.kit.screen_reader import Role, set_role
from decision_aid.ui.kit.style import look_of
from decision_aid.ui.kit.text import Text, rule

if TYPE_CHECKING:
    from decision_aid.content import Block
    from decision_aid.document.deciding_blocks import Comparison
    from decision_aid.ui.kit.blocks import BlocksView

_EM_OF_OPTION: Final = 13
"""How wide a column has to be at least, in ems, to be read with ease."""


class ComparisonTable(QFrame):
    """The same things of each option, row by row."""

    def __init__(self, comparison: Comparison, view: BlocksView) -> None:
        """Show these options.

        Args:
            comparison: what is said of each.
            view: puts the words of a cell into a column.
        """
        super().__init__()
        self.setProperty("role", "card")
        set_role(self, Role.GROUP)
        self.setAccessibleName(comparison.caption)
        self._comparison, self._view = comparison, view
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(20, 16, 20, 20)
        self._inside: QWidget | None = None
        self._is_table: bool | None = None
        self._arrange()

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802
        """Take the arrangement that fits."""
        super().resizeEvent(event)
        self._arrange()

    def changeEvent(self, event: QEvent) -> None:  # noqa: N802
        """Take over a new text size."""
        super().changeEvent(event)
        if event.type() in {QEvent.Type.FontChange, QEvent.Type.StyleChange}:
            self._arrange()

    def _arrange(self) -> None:
        needed = look_of(self).em(_EM_OF_OPTION) * len(self._comparison.options)
        is_table = self.width() >= needed
        if is_table is self._is_table:
            return
        self._is_table = is_table
        if self._inside is not None:
            self._column.removeWidget(self._inside)
            throw_away(self._inside)
        self._inside = self._table() if is_table else self._list()
        self._column.addWidget(self._inside)

    def _table(self) -> QWidget:
        inside = QWidget()
        grid = QGridLayout(inside)
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setHorizontalSpacing(24)
        grid.setVerticalSpacing(10)
        options = self._comparison.options
        top = Qt.AlignmentFlag.AlignTop
        for column, option in enumerate(options):
            grid.addWidget(self._view.text(option, "subheading"), 0, column, top)
            grid.setColumnStretch(column, 1)
        at = 1
        for row in self._comparison.rows:
            grid.addWidget(rule(), at, 0, 1, len(options))
            grid.addWidget(Text(row.label, "small"), at + 1, 0, 1, len(options))
            for column, (option, cell) in enumerate(zip(options, row.cells, strict=True)):
                grid.addWidget(self._cell(f"{option}: {row.label}", cell), at + 2, column, top)
            at += 3
        return inside

    def _list(self) -> QWidget:
        inside = QWidget()
        column = QVBoxLayout(inside)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(10)
        for number, row in enumerate(self._comparison.rows):
            if number:
                column.addWidget(rule())
            column.addWidget(Text(row.label, "subheading"))
            for option, cell in zip(self._comparison.options, row.cells, strict=True):
                column.addWidget(self._view.text(option, "small"))
                column.addWidget(self._cell(f"{option}: {row.label}", cell))
        return inside

    def _cell(self, name: str, blocks: tuple[Block, ...]) -> QWidget:
        cell = QWidget()
        set_role(cell, Role.GROUP)
        cell.setAccessibleName(name)
        column = QVBoxLayout(cell)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(6)
        self._view.blocks(column, blocks)
        column.addStretch(1)
        return cell
