"""A made-up pathology report: what one looks like, and where each item stands."""

from __future__ import annotations

from PySide6.QtWidgets import QFrame, QGridLayout, QVBoxLayout

from decision_aid.domain import Biology
from decision_aid.ui.kit.text import Text, rule
from decision_aid.ui.roles import Role, set_role
from decision_aid.ui.style import look_of
from decision_aid.ui.words import Words


class ReportPicture(QFrame):
    """The sheet as labels: it grows with the text, and a screen reader can read it."""

    def __init__(self, words: Words) -> None:
        """Draw the report."""
        super().__init__()
        self.setProperty("role", "sheet")
        set_role(self, Role.GROUP)
        self.setAccessibleName(words("report.name"))
        look = look_of(self)
        column = QVBoxLayout(self)
        pad = look.space(2)
        column.setContentsMargins(pad, pad, pad, pad)
        column.setSpacing(look.space(1))
        column.addWidget(Text(words("report.title"), "subheading"))
        column.addWidget(Text(words("report.made_up"), "small"))
        column.addWidget(rule())
        grid = QGridLayout()
        grid.setHorizontalSpacing(look.space(2))
        grid.setVerticalSpacing(look.space(1))
        grid.setColumnStretch(0, 3)
        grid.setColumnStretch(1, 2)
        lines = [item for item in Biology._fields if item in words.group("report_line")]
        for row, item in enumerate(lines):
            grid.addWidget(Text(words(f"report_line.{item}")), row, 0)
            grid.addWidget(Text(words(f"report_note.{item}"), "small"), row, 1)
        column.addLayout(grid)
        column.addWidget(rule())
        column.addWidget(Text(words("report.not_here"), "small"))
