"""Tells a screen reader which words are headings: Qt itself calls every label a label."""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING, Final

from PySide6.QtGui import QAccessible
from PySide6.QtWidgets import QAccessibleWidget, QLabel

if TYPE_CHECKING:
    from PySide6.QtCore import QObject
    from PySide6.QtGui import QAccessibleInterface

_HEADINGS: Final = {"title", "heading", "subheading"}

# Qt holds what the factory returns for as long as the widget lives; Python must do the same.
_alive: dict[int, QAccessibleInterface] = {}


class _Heading(QAccessibleWidget):
    def __init__(self, label: QLabel) -> None:
        super().__init__(label, QAccessible.Role.Heading)
        self._label = label

    def text(self, kind: QAccessible.Text, /) -> str:
        """Return the name, which is the words themselves, or what else is asked for."""
        if kind is QAccessible.Text.Name:
            return self._label.accessibleName() or self._label.text()
        return super().text(kind)


@cache
def tell_headings() -> None:
    """Have headings named as such from now on; a screen reader can jump from one to the next."""
    QAccessible.installFactory(_interface_of)


def _interface_of(_class_name: str, thing: QObject) -> QAccessibleInterface | None:
    if thing.property("role") not in _HEADINGS:
        return None
    if not isinstance(thing, QLabel):
        return None
    interface = _Heading(thing)
    key = id(interface)
    _alive[key] = interface
    thing.destroyed.connect(lambda: _alive.pop(key, None))
    return interface
