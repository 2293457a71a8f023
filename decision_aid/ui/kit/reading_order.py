"""The order in which the parts of a picture are read: from the top, and from the left in a row."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from PySide6.QtCore import QRect

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
