"""The order in which things are read, and in which the Tab key goes through them."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from PySide6.QtCore import QRect, Qt
from PySide6.QtWidgets import QWidget


def follow_in_tab_order(opener: QWidget, body: QWidget) -> None:
    """Let Tab go from an opener into what it opened: built late, that would come last."""
    before = opener
    for widget in (body, *body.findChildren(QWidget)):
        if widget.focusPolicy() is not Qt.FocusPolicy.NoFocus:
            QWidget.setTabOrder(before, widget)
            before = widget


def last_in_tab_order(body: QWidget) -> QWidget:
    """Return the last widget in here that Tab can reach, or the whole where there is none."""
    none = Qt.FocusPolicy.NoFocus
    inside = [w for w in body.findChildren(QWidget) if w.focusPolicy() is not none]
    return inside[-1] if inside else body


_TOUCH: Final = 4
"""How far two parts may overlap and still count as one after the other, in pixels."""


def reading_order(boxes: Sequence[QRect]) -> list[int]:
    """Return the places of these boxes in the order in which they are read.

    Each time the topmost part is taken that no other one comes before.
    """
    left = list(range(len(boxes)))
    order: list[int] = []
    while left:
        free = [i for i in left if not any(_before(boxes[j], boxes[i]) for j in left if j != i)]
        chosen = min(free or left, key=lambda i: (boxes[i].top(), boxes[i].left()))
        order.append(chosen)
        left.remove(chosen)
    return order


def _before(one: QRect, other: QRect) -> bool:
    above = one.bottom() <= other.top() + _TOUCH and one.left() < other.right() - _TOUCH
    beside = one.right() <= other.left() + _TOUCH and one.top() < other.bottom() - _TOUCH
    return above or beside
