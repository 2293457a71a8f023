"""What matters to the person, and which options touch it. No score, and no best option."""

from __future__ import annotations

from typing import Final

from PySide6.QtWidgets import QFrame, QVBoxLayout, QWidget

from decision_aid.document.deciding_blocks import Value
from decision_aid.domain import Rating, ValueId
from decision_aid.ui.kit.blocks import BlocksView
from decision_aid.ui.kit.choice import Choices, Option
from decision_aid.ui.kit.layouts import EqualColumns, empty
from decision_aid.ui.kit.screen_reader import announce
from decision_aid.ui.kit.text import Text
from decision_aid.ui.kit.theme import WIDE_EM
from decision_aid.ui.wizard.page import Page

_NOT_SAID = "not_said"

_ROW_EM: Final = 24
"""The least width of one question, in ems."""


class ValueRow(QWidget):
    """One thing that can matter, and what it touches where it matters a lot."""

    def __init__(self, value: Value, page: ValuesPage) -> None:
        """Ask how much this matters."""
        super().__init__()
        self._value, self._page = value, page
        words = page.words
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 8, 0, 0)
        column.setSpacing(8)
        label, asks = Text(value.label, "subheading"), Text(value.asks)
        for text in (label, asks):
            column.addWidget(text)
        page.explain_later(label, asks)
        replies = [*Rating, _NOT_SAID]
        options = [Option(reply, words(f"values_page.{reply}")) for reply in replies]
        self.choices = Choices(options, value.label, side_by_side=True)
        self.choices.chosen.connect(self._choose)
        column.addWidget(self.choices)
        self.note = QFrame()
        self.note.setProperty("role", "note")
        self._lines = QVBoxLayout(self.note)
        self._lines.setContentsMargins(20, 16, 20, 16)
        self._lines.setSpacing(8)
        self._filled = False
        column.addWidget(self.note)
        column.addStretch(1)  # a row beside it may be taller
        self.note.hide()

    def show_rating(self, rating: Rating | None) -> None:
        """Show the answer that was given."""
        self.choices.choose(rating)
        self._show_note(matters=rating is Rating.A_LOT)

    def _choose(self, reply: str) -> None:
        rating = None if reply == _NOT_SAID else Rating(reply)
        self._page.session.rate(self._value.id, rating)
        self._show_note(matters=rating is Rating.A_LOT)
        self._page.order_tabs()
        if rating is Rating.A_LOT:
            announce(self._page, self._page.words("values_page.touched_announced"))

    def _show_note(self, *, matters: bool) -> None:
        if matters and not self._filled:
            self._filled = True
            words = self._page.words
            self._lines.addWidget(Text(words("values_page.touched"), "subheading"))
            view = BlocksView({}, words, self._page.explain, self._page)
            view.blocks(self._lines, words.marked((self._value.touches,)))
            self._page.words_changed()
        self.note.setVisible(matters)


class ValuesPage(Page):
    """Everything that can matter in this case's decisions."""

    COLUMN = WIDE_EM
    CONTINUE = "button.back_to_next"

    def build(self) -> None:
        """Leave room; the rows follow when the page is shown."""
        self._written_for: tuple[Value, ...] | None = None
        self.rows: dict[ValueId, ValueRow] = {}
        self.add_text("values_page.hint", "hint")
        self._body = QVBoxLayout()
        self._body.setContentsMargins(0, 0, 0, 0)
        holder = QWidget()
        holder.setLayout(self._body)
        self.column.addWidget(holder)

    def prepare(self) -> None:
        """Write the rows for the answers as they are now."""
        self.enter()

    def enter(self) -> None:
        """Show what can matter now, with the answers that were given."""
        values = tuple(b for b in self.context.document.blocks("weighing") if isinstance(b, Value))
        if values != self._written_for:
            self._written_for = values
            self._write(values)
        for value, row in self.rows.items():
            row.show_rating(self.session.values.get(value))

    def _write(self, values: tuple[Value, ...]) -> None:
        self.words_changed()
        empty(self._body)
        body = QWidget()
        column = QVBoxLayout(body)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(16)
        self._body.addWidget(body)
        self.rows = {value.id: ValueRow(value, self) for value in values}
        grid = EqualColumns(_ROW_EM, 32)
        for row in self.rows.values():
            grid.add(row)
        column.addWidget(grid)
        key = "last" if self.rows else "nothing"
        column.addWidget(Text(self.words(f"values_page.{key}"), "hint"))
