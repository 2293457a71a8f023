"""Takes away what a layout holds."""

from __future__ import annotations

from PySide6.QtWidgets import QLayout, QWidget


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
