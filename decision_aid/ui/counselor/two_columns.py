"""Two cases in two columns, row by row: what differs is marked, what is the same stands once."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Final, NamedTuple

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QColor, QFocusEvent, QKeyEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QFrame, QGridLayout, QHBoxLayout, QScrollArea, QVBoxLayout, QWidget

from decision_aid.content import Span
from decision_aid.document.blocks import plain_paragraph, without_terms
from decision_aid.document.what_if import NOTHING, ComparedCell, ComparedItem, ComparedRow
from decision_aid.ui.kit.blocks import BlocksView
from decision_aid.ui.kit.cards import Badge
from decision_aid.ui.kit.line_art import IconName, draw_icon
from decision_aid.ui.kit.screen_reader import Role, set_role
from decision_aid.ui.kit.style import look_of
from decision_aid.ui.kit.term_text import TermText
from decision_aid.ui.kit.text import Text, rule
from decision_aid.ui.kit.theme import FOCUS_RING
from decision_aid.ui.kit.words import Words

_LONGEST_LIST: Final = 120
"""How many letters a list has at most that stands in one line once it is the same in both."""

_SIGN: Final = 16
_LINE: Final = 24


class Column(NamedTuple):
    """One of the two.

    Attributes:
        name: how its case is called.
        above: stands below the name, such as that it is an example.
        below: stands below everything, such as what can be done with it.
    """

    name: str
    above: QWidget | None = None
    below: QWidget | None = None


class Stop(QFrame):
    """A part of the comparison that is read as one; the arrow keys go from one to the next."""

    def __init__(self, role: str, name: str, table: TwoColumns) -> None:
        """Hold nothing yet.

        Args:
            role: how it looks: ``different`` or ``same``.
            name: what a screen reader calls it.
            table: what it is a part of.
        """
        super().__init__(table)
        self._table = table
        self.setProperty("role", role)
        set_role(self, Role.GROUP)
        self.setAccessibleName(name)
        self.column = QVBoxLayout(self)
        self.column.setContentsMargins(0, 0, 0, 0)
        self.column.setSpacing(6)

    def focusInEvent(self, event: QFocusEvent) -> None:  # noqa: N802
        """Come into sight, and be where Tab comes back to."""
        super().focusInEvent(event)
        self._table.go_on_from(self)
        above = self.parentWidget()
        while above is not None:
            if isinstance(above, QScrollArea):
                above.ensureWidgetVisible(self, 0, _LINE)
            above = above.parentWidget()

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802
        """Go to the part that lies where the arrow points."""
        other = self._table.beside(self, Qt.Key(event.key()))
        if other is None:
            super().keyPressEvent(event)
        else:
            other.setFocus(Qt.FocusReason.OtherFocusReason)


class TwoColumns(QFrame):
    """A card with both columns; they stand below each other where there is little room."""

    def __init__(
        self,
        words: Words,
        columns: tuple[Column, Column],
        rows: Iterable[ComparedRow],
        *,
        by_key: bool,
    ) -> None:
        """Show these rows.

        Args:
            words: the words.
            columns: the two cases.
            rows: in what they are compared, in order.
            by_key: whether keys go through it, and what is long and the same can be opened.
        """
        super().__init__()
        self._words, self._by_key = words, by_key
        self._view = BlocksView({}, words, None, self)
        self.setProperty("role", "card")
        set_role(self, Role.GROUP)
        self.setAccessibleName(words("what_if.title"))
        if by_key:
            self.setAccessibleDescription(words("what_if.keys"))
        self._grid = QGridLayout(self)
        self._grid.setContentsMargins(16, 14, 16, 16)
        self._grid.setHorizontalSpacing(16)
        self._grid.setVerticalSpacing(8)
        self._is_beside: bool | None = None
        self._only_below_each_other: list[Text] = []
        heads = tuple(map(_head, columns))
        self._only_beside = [
            head for head, column in zip(heads, columns, strict=True) if column.above is None
        ]
        self.lines: list[tuple[QWidget, ...]] = [heads]
        """What stands in each line: one thing across both columns, or one for each of them."""
        self.stops: list[tuple[Stop, ...]] = []
        """What the arrow keys go through, line by line."""
        for row in rows:
            self.lines += [(rule(),), *self._row(row, (columns[0].name, columns[1].name))]
        if len(self._only_beside) == len(heads):
            self._only_beside += self.lines[1]
        below = tuple(self._below(column) for column in columns if column.below is not None)
        if below:
            self.lines += [(rule(),), below]
        for widget in (widget for line in self.lines for widget in line):
            widget.setParent(self)  # in the order in which they are read
        if by_key:
            self.go_on_from(self.stops[0][0])
        self.lay_out(beside=True)

    def lay_out(self, *, beside: bool) -> None:
        """Put the columns beside each other, or below each other."""
        if beside is self._is_beside:
            return
        self._is_beside = beside
        self._grid.setColumnStretch(0, 1)
        self._grid.setColumnStretch(1, 1)
        at = 0
        # Each widget leaves its old place by itself. Taken out before, it would keep the item of
        # that place, and the grid would go on with the height that it had there.
        for line in self.lines:
            if beside and len(line) > 1:
                for column, widget in enumerate(line):
                    self._grid.addWidget(widget, at, column)
                at += 1
                continue
            for widget in line:
                self._grid.addWidget(widget, at, 0, 1, 2)
                at += 1
        # Beside each other one name at the top says it of a whole column.
        for widget in self._only_beside:
            widget.setVisible(beside)
        for name in self._only_below_each_other:
            name.setVisible(not beside)

    def go_on_from(self, reached: Stop) -> None:
        """Let Tab come back to the part that was read last: all of it is one stop on its way."""
        policies = Qt.FocusPolicy
        for stop in (stop for line in self.stops for stop in line):
            here = stop is reached
            stop.setFocusPolicy(policies.StrongFocus if here else policies.ClickFocus)

    def beside(self, stop: Stop, key: Qt.Key) -> Stop | None:
        """Return the part that lies where an arrow key points from another one, if there is one."""
        lines = self.stops if self._is_beside else [(one,) for line in self.stops for one in line]
        at = next(number for number, line in enumerate(lines) if stop in line)
        column = lines[at].index(stop)
        match key:
            case Qt.Key.Key_Up | Qt.Key.Key_Down:
                at += 1 if key == Qt.Key.Key_Down else -1
                column = min(column, len(lines[at]) - 1) if 0 <= at < len(lines) else -1
            case Qt.Key.Key_Left | Qt.Key.Key_Right:
                column += 1 if key == Qt.Key.Key_Right else -1
            case _:
                return None
        return lines[at][column] if 0 <= column < len(lines[at]) else None

    def _name(self, name: str) -> Text:
        text = Text(name, "small")
        self._only_below_each_other.append(text)
        return text

    def _below(self, column: Column) -> QWidget:
        assert column.below is not None
        return _column(self._name(column.name), column.below)

    def _row(self, row: ComparedRow, names: tuple[str, str]) -> Iterator[tuple[QWidget, ...]]:
        if row.cells is None:
            yield (self._same(row, title=row.title),)
            return
        yield (_column(Text(row.title, "subheading")),)
        cells = tuple(self._cell(*one, row) for one in zip(names, row.cells, strict=True))
        self.stops.append(cells)
        yield cells
        if row.same != NOTHING:
            yield (self._same(row),)

    def _cell(self, name: str, cell: ComparedCell, row: ComparedRow) -> Stop:
        words = self._words
        mark = words("what_if.different")
        called = words("what_if.cell_name", column=name, row=row.title, mark=mark)
        stop = Stop("different", called, self)
        stop.column.setContentsMargins(12, 0, 0, 0)
        stop.column.addWidget(self._name(name))
        stop.column.addWidget(_signed("different", Text(mark, "mark")))
        column = stop.column
        if cell.verdict is not None:
            badge = Badge(cell.verdict, cell.still_open)
            column.addWidget(badge)
            column = badge.column
        if cell.sentence is not None:
            self._view.blocks(column, without_terms((cell.sentence,)))
        for item in cell.items:
            column.addWidget(self._item(item))
        if cell == NOTHING:
            nothing = "nothing_more" if row.same.items else "nothing"
            column.addWidget(Text(words(f"what_if.{nothing}"), "hint"))
        column.addStretch(1)
        stop.column.addStretch(1)
        stop.setAccessibleDescription(" ".join(_texts(cell)))
        return stop

    def _item(self, item: ComparedItem) -> QWidget:
        spans = plain_paragraph(item.text).spans
        if not item.only_here:
            return TermText(spans, bullet=True)
        return _signed("only_here", TermText(spans, tag=self._words("what_if.only_here")))

    def _same(self, row: ComparedRow, title: str = "") -> Stop:
        """Say once what holds in both; what is long can be opened."""
        words, items = self._words, row.same.items
        name = words("what_if.same_name", row=row.title)
        stop = Stop("same", name, self)
        lead = words("what_if.same")
        is_long = sum(len(item.text) for item in items) > _LONGEST_LIST
        if is_long:
            lead = words("what_if.same_list", count=len(items))
        if is_long and self._by_key:
            text = f"{title} {lead}" if title else lead
            blocks = tuple(plain_paragraph(item.text) for item in items)
            opener = self._view.expander(stop.column, text, blocks)
            opener.button.setAccessibleName(f"{name}: {lead}")
            return stop
        said = "" if is_long else f" {_in_a_line(row.same, words)}"
        spans = (Span(text=f"{title} " if title else "", strong=True), Span(text=f"{lead}{said}"))
        stop.column.addWidget(TermText(spans, role="hint"))
        stop.setAccessibleDescription(f"{lead}{said}")
        self.stops.append((stop,))
        return stop


def _head(column: Column) -> QWidget:
    name = Text(column.name, "heading")
    return _column(name) if column.above is None else _column(name, column.above)


def _column(*widgets: QWidget) -> QWidget:
    """Return these below each other, as far from the left as what stands in a frame."""
    whole = QWidget()
    inside = QVBoxLayout(whole)
    inside.setContentsMargins(FOCUS_RING, 0, 0, 0)
    for widget in widgets:
        inside.addWidget(widget)
    inside.addStretch(1)
    return whole


def _texts(cell: ComparedCell) -> Iterator[str]:
    if cell.verdict is not None:
        yield f"{cell.verdict.text}."
    if cell.still_open:
        yield f"{cell.still_open}."
    if cell.sentence is not None:
        yield cell.sentence.text
    yield from (item.text for item in cell.items)


def _in_a_line(cell: ComparedCell, words: Words) -> str:
    items = [item.text for item in cell.items]
    # Questions end by themselves.
    between = " " if all(item.endswith("?") for item in items) else words("list.between")
    return between.join(items) or " ".join(_texts(cell))


def _signed(icon: IconName, text: Text | TermText) -> QWidget:
    """Return words with the sign of what they say of a difference."""
    line = QWidget()
    inside = QHBoxLayout(line)
    inside.setContentsMargins(0, 0, 0, 0)
    inside.setSpacing(8)
    inside.addWidget(_Sign(icon), 0, Qt.AlignmentFlag.AlignTop)
    inside.addWidget(text, 1)
    return line


class _Sign(QWidget):
    """The sign before words that mark a difference."""

    def __init__(self, icon: IconName) -> None:
        super().__init__()
        self._icon: IconName = icon

    def sizeHint(self) -> QSize:  # noqa: N802
        """Return the height of a line."""
        look = look_of(self)
        return QSize(look.px(_SIGN), look.px(_LINE))

    def minimumSizeHint(self) -> QSize:  # noqa: N802
        """Return the same."""
        return self.sizeHint()

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: N802
        """Draw the sign in the middle of the line."""
        del event
        look = look_of(self)
        size = look.px(_SIGN)
        painter = QPainter(self)
        box = QRectF(0, (self.height() - size) / 2, size, size)
        draw_icon(painter, self._icon, box, QColor(look.theme.accent))
