"""Keeps the order of the Tab key as one reads, also for what is built late."""

from __future__ import annotations

from PySide6.QtCore import Qt
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
