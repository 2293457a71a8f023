"""What is cut off, and what lies over something else, in a part of a window."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import combinations
from typing import Final

from PySide6.QtCore import QPoint, QRect, QSize
from PySide6.QtGui import QFont, QFontMetrics
from PySide6.QtWidgets import QAbstractButton, QLabel, QLineEdit, QWidget

from decision_aid.ui.kit.figure import Figure
from decision_aid.ui.kit.figure_controls import FigureButton
from decision_aid.ui.kit.segments import Segment
from decision_aid.ui.kit.style import look_of
from decision_aid.ui.kit.term_text import TermButton
from decision_aid.ui.wizard.start import TwoWordsPicture

TOUCH: Final = 1
"""By how many pixels neighbours may share an edge."""


def faults(area: QWidget) -> Iterator[str]:
    """Yield every fault of what can be seen in an area."""
    things = _things(area)
    for thing in things:
        yield from _too_small(thing)
        if (cut_by := _cut_by(thing, area)) is not None:
            yield f"{_name(thing)} reaches out of {_name(cut_by)}"
    for one, other in combinations(things, 2):
        apart = not (one.isAncestorOf(other) or other.isAncestorOf(one))
        if apart and _inner(one, area).intersects(_inner(other, area)):
            yield f"{_name(one)} lies over {_name(other)}"


def _things(area: QWidget) -> list[QWidget]:
    """Return what has words or is a picture; parts of a text or a figure belong to it."""
    kinds = (QLabel, QAbstractButton, QLineEdit, Figure, TwoWordsPicture)
    return [
        widget
        for widget in area.findChildren(QWidget)
        if isinstance(widget, kinds)
        and not isinstance(widget, TermButton | FigureButton)
        and widget.isVisible()
        and not (isinstance(widget, QLabel) and not widget.text() and widget.pixmap().isNull())
    ]


def _too_small(thing: QWidget) -> Iterator[str]:
    least = thing.minimumSizeHint()
    needs = thing.heightForWidth(thing.width()) if thing.hasHeightForWidth() else least.height()
    if isinstance(thing, QAbstractButton) and not thing.hasHeightForWidth():
        needs, least = thing.sizeHint().height(), thing.sizeHint()
    if isinstance(thing, Segment):  # it tells its own size: its words are measured here
        bold = QFont(thing.font())
        bold.setBold(True)
        inside = QFontMetrics(bold).horizontalAdvance(thing.text()) + 2 * look_of(thing).space(1)
        least = least.expandedTo(QSize(inside, 0))
    if thing.height() < needs - TOUCH:
        yield f"{_name(thing)} is {thing.height()} tall and needs {needs}"
    if thing.width() < least.width() - TOUCH:
        yield f"{_name(thing)} is {thing.width()} wide and needs {least.width()}"


def _cut_by(thing: QWidget, area: QWidget) -> QWidget | None:
    """Return what a thing stands in and reaches out of, as far up as the area."""
    above = thing.parentWidget()
    while above is not None:
        inside = above.rect().adjusted(-TOUCH, -TOUCH, TOUCH, TOUCH)
        if not inside.contains(_box(thing, above)):
            return above
        if above is area:
            return None
        above = above.parentWidget()
    return None


def _box(widget: QWidget, area: QWidget) -> QRect:
    return QRect(widget.mapTo(area, QPoint(0, 0)), widget.size())


def _inner(widget: QWidget, area: QWidget) -> QRect:
    return _box(widget, area).adjusted(TOUCH, TOUCH, -TOUCH, -TOUCH)


def _name(widget: QWidget) -> str:
    text = widget.accessibleName() or getattr(widget, "text", lambda: "")()
    return f"{type(widget).__name__} {text[:50]!r}"
