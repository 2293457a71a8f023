"""What a screen reader and the Tab key are told: what things are, news, and in which order."""

from __future__ import annotations

from collections.abc import Sequence
from enum import StrEnum
from functools import cache
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QObject, QRect, Qt
from PySide6.QtGui import QAccessible, QAccessibleActionInterface, QAccessibleAnnouncementEvent
from PySide6.QtWidgets import QAbstractButton, QAccessibleWidget, QLabel, QWidget

if TYPE_CHECKING:
    from PySide6.QtCore import QObject
    from PySide6.QtGui import QAccessibleInterface


_PROPERTY: Final = "accessible_role"
_PRESS: Final = QAccessibleActionInterface.pressAction()
_HEADINGS: Final = {"title", "heading", "subheading"}


class Role(StrEnum):
    """What a thing is."""

    ALERT = "alert"
    GRAPHIC = "graphic"
    GROUP = "group"
    HEADING = "heading"
    OPENER = "opener"
    WINDOW = "window"


_ROLES: Final = {
    Role.ALERT: QAccessible.Role.AlertMessage,
    Role.GRAPHIC: QAccessible.Role.Graphic,
    Role.GROUP: QAccessible.Role.Grouping,
    Role.HEADING: QAccessible.Role.Heading,
    Role.OPENER: QAccessible.Role.Button,
    Role.WINDOW: QAccessible.Role.Window,
}

# Qt holds what the factory returns for as long as the widget lives; Python must do the same.
_alive: dict[int, QAccessibleInterface] = {}


def set_role(widget: QWidget, role: Role) -> None:
    """Say what a widget is."""
    widget.setProperty(_PROPERTY, role)
    if not QAccessible.isActive():
        return
    # A screen reader that listens is told of a plain widget before anybody can say what it is.
    made = QAccessible.queryAccessibleInterface(widget)
    if made is not None and made.role() is not _ROLES[role]:
        QAccessible.deleteAccessibleInterface(QAccessible.uniqueId(made))


@cache
def announce_roles() -> None:
    """Have a screen reader told from now on."""
    QAccessible.installFactory(_interface_of)


class _Interface(QAccessibleWidget):
    def __init__(self, widget: QWidget, role: Role) -> None:
        super().__init__(widget, _ROLES[role])
        self._widget = widget

    def text(self, kind: QAccessible.Text, /) -> str:
        """Return the name, which is the words themselves, or what else is asked for."""
        if kind is QAccessible.Text.Name and isinstance(self._widget, QLabel):
            return self._widget.accessibleName() or self._widget.text()
        return super().text(kind)


class _Alert(_Interface):
    """Its name says everything; its parts would only say it again."""

    def childCount(self) -> int:  # noqa: N802
        """Return that there is nothing in it."""
        return 0


class _Opener(_Interface):
    def actionNames(self) -> list[str]:  # noqa: N802
        """Return what can be done with it."""
        return [_PRESS, *super().actionNames()]

    def doAction(self, name: str, /) -> None:  # noqa: N802
        """Press it, or do what any widget can."""
        if name == _PRESS and isinstance(self._widget, QAbstractButton):
            self._widget.click()
        else:
            super().doAction(name)

    def state(self) -> QAccessible.State:
        """Return whether what belongs to it is open."""
        state = super().state()
        opened = bool(getattr(self._widget, "is_open", False))
        state.expandable = True
        state.expanded = opened
        state.collapsed = not opened
        return state

    def text(self, kind: QAccessible.Text, /) -> str:
        """Return the name that the button was given."""
        if kind is QAccessible.Text.Name:
            return self._widget.accessibleName()
        return super().text(kind)


_INTERFACES: Final = {Role.ALERT: _Alert, Role.OPENER: _Opener}


def _interface_of(_class_name: str, thing: QObject) -> QAccessibleInterface | None:
    role = thing.property(_PROPERTY)
    if role is None and thing.property("role") in _HEADINGS:
        role = Role.HEADING
    if role is None or not isinstance(thing, QWidget):
        return None
    role = Role(role)
    interface = _INTERFACES.get(role, _Interface)(thing, role)
    key = id(interface)
    _alive[key] = interface
    thing.destroyed.connect(lambda: _alive.pop(key, None))
    return interface


def announce(source: QObject, text: str) -> None:
    """Have a screen reader, if there is one, say this text once it has finished speaking."""
    if not text:
        return
    QAccessible.updateAccessibility(QAccessibleAnnouncementEvent(source, text))


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
