"""Remembers how tall a widget is at each width: layouts ask many times for one change."""

from __future__ import annotations

from collections.abc import Callable


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
