"""How things are arranged: rows that flow, columns that stay narrow, heights, and emptying."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QPoint, QRect, QSize, Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QLayout, QLayoutItem, QVBoxLayout, QWidget

from decision_aid.ui.kit.style import look_of
from decision_aid.ui.kit.theme import COLUMN_EM


def empty(layout: QLayout) -> None:
    """Take every widget out of a layout and throw it away."""
    while (item := layout.takeAt(0)) is not None:
        widget = item.widget()
        if widget is not None:
            throw_away(widget)


def throw_away(widget: QWidget) -> None:
    """Take a widget out of its window and have it deleted.

    A layout shows what was put into it only later: without hiding it first, it would come up then
    as a window of its own.
    """
    widget.hide()
    widget.setParent(None)
    widget.deleteLater()


class Heights:
    """The heights of one widget, until what it shows changes."""

    def __init__(self) -> None:
        """Know none yet."""
        self._known: dict[int, int] = {}

    def at(self, width: int, measure: Callable[[int], int]) -> int:
        """Return the height at this width, measured the first time."""
        if width not in self._known:
            self._known[width] = measure(width)
        return self._known[width]

    def forget(self) -> None:
        """Measure anew from now on: the words, the font or the look have changed."""
        self._known.clear()


class ReadingColumn(QWidget):
    """A column at the left of a wide page; its lines have about 70 letters and no more."""

    def __init__(self, parent: QWidget | None = None) -> None:
        """Hold nothing yet; what is read is added to ``column``."""
        super().__init__(parent)
        line = QHBoxLayout(self)
        line.setContentsMargins(0, 0, 0, 0)
        self._inside = QWidget()
        self.column = QVBoxLayout(self._inside)
        self.column.setContentsMargins(0, 0, 0, 0)
        self.column.setSpacing(16)
        line.addWidget(self._inside, 1000)
        line.addStretch(1)

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802
        """Stay as narrow, whatever the room and the size of the text."""
        super().resizeEvent(event)
        self._inside.setMaximumWidth(look_of(self).em(COLUMN_EM))


class EqualColumns(QWidget):
    """Things of one width in as many columns as there is room for, each row as tall as it needs."""

    def __init__(self, least_em: float, spacing: int = 16) -> None:
        """Hold nothing yet.

        Args:
            least_em: the least width of a column, in ems.
            spacing: between two things, in pixels.
        """
        super().__init__()
        self._least_em = least_em
        self._grid = QGridLayout(self)
        self._grid.setContentsMargins(0, 0, 0, 0)
        self._grid.setSpacing(spacing)
        self._widgets: list[QWidget] = []
        self._columns = 0

    def add(self, widget: QWidget) -> None:
        """Add one more at the end."""
        self._widgets.append(widget)
        self._arrange(max(self._columns, 1))

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802
        """Take as many columns as there is room for."""
        super().resizeEvent(event)
        least = look_of(self).em(self._least_em) + self._grid.spacing()
        fitting = max(1, (self.width() + self._grid.spacing()) // least)
        columns = min(fitting, len(self._widgets)) or 1
        if columns != self._columns:
            self._arrange(columns)

    def _arrange(self, columns: int) -> None:
        for column in range(max(columns, self._columns)):
            self._grid.setColumnStretch(column, 1 if column < columns else 0)
        self._columns = columns
        for number, widget in enumerate(self._widgets):
            self._grid.addWidget(widget, number // columns, number % columns)


class FlowLayout(QLayout):
    """Left to right, then down."""

    def __init__(self, parent: QWidget | None = None, spacing: int = 12) -> None:
        """Lay out with this much space between neighbours."""
        super().__init__(parent)
        self._items: list[QLayoutItem] = []
        self._heights = Heights()
        self.setContentsMargins(0, 0, 0, 0)
        self.setSpacing(spacing)

    def addItem(self, item: QLayoutItem) -> None:  # noqa: N802
        """Take one more item."""
        self._items.append(item)

    def count(self) -> int:
        """Return how many items there are."""
        return len(self._items)

    def itemAt(self, index: int) -> QLayoutItem | None:  # noqa: N802
        """Return one item."""
        return self._items[index] if 0 <= index < len(self._items) else None

    def takeAt(self, index: int) -> QLayoutItem | None:  # noqa: N802
        """Give one item away."""
        return self._items.pop(index) if 0 <= index < len(self._items) else None

    def expandingDirections(self) -> Qt.Orientation:  # noqa: N802
        """Return that it takes no more than it needs."""
        return Qt.Orientation(0)

    def hasHeightForWidth(self) -> bool:  # noqa: N802
        """Return that the height follows the width."""
        return True

    def heightForWidth(self, width: int) -> int:  # noqa: N802
        """Return the height at this width."""
        return self._heights.at(width, lambda w: self._arrange(QRect(0, 0, w, 0), move=False))

    def invalidate(self) -> None:
        """Measure anew: something in it has changed."""
        self._heights.forget()
        super().invalidate()

    def setGeometry(self, rect: QRect) -> None:  # noqa: N802
        """Put every item in its place."""
        super().setGeometry(rect)
        self._arrange(rect, move=True)

    def sizeHint(self) -> QSize:  # noqa: N802
        """Return the size of everything in one line."""
        hints = [item.sizeHint() for item in self._items]
        width = sum(hint.width() for hint in hints) + self.spacing() * max(len(hints) - 1, 0)
        return QSize(width, max((hint.height() for hint in hints), default=0))

    def minimumSize(self) -> QSize:  # noqa: N802
        """Return the size of the largest item."""
        size = QSize()
        for item in self._items:
            size = size.expandedTo(item.minimumSize())
        return size

    def _arrange(self, rect: QRect, *, move: bool) -> int:
        x, y, row = rect.x(), rect.y(), 0
        for item in self._items:
            if _is_hidden(item):
                continue
            width = min(item.sizeHint().width(), max(rect.width(), 1))
            hint = QSize(width, _height_at(item, width))
            if x + hint.width() > rect.right() + 1 and row > 0:
                x, y, row = rect.x(), y + row + self.spacing(), 0
            if move:
                item.setGeometry(QRect(QPoint(x, y), hint))
            x += hint.width() + self.spacing()
            row = max(row, hint.height())
        return y + row - rect.y()


class EvenRows(FlowLayout):
    """Things of one width in rows as full as each other: none stands alone in the last one."""

    def _arrange(self, rect: QRect, *, move: bool) -> int:
        items = [item for item in self._items if not _is_hidden(item)]
        if not items:
            return 0
        gap = self.spacing()
        width = min(max(item.sizeHint().width() for item in items), max(rect.width(), 1))
        columns = even_columns(len(items), (rect.width() + gap) // (width + gap))
        y = rect.y()
        for start in range(0, len(items), columns):
            row = items[start : start + columns]
            height = max(_height_at(item, width) for item in row)
            if move:
                for place, item in enumerate(row):
                    left = rect.x() + place * (width + gap)
                    item.setGeometry(QRect(left, y, width, height))
            y += height + gap
        return y - gap - rect.y()


def even_columns(count: int, most: int) -> int:
    """Return how many columns hold so many things without one alone in the last row."""
    fitting = range(min(count, most), 1, -1)
    return next((columns for columns in fitting if count % columns != 1), 1)


def _height_at(item: QLayoutItem, width: int) -> int:
    return item.heightForWidth(width) if item.hasHeightForWidth() else item.sizeHint().height()


def _is_hidden(item: QLayoutItem) -> bool:
    widget = item.widget()
    return widget is not None and widget.isHidden()
