"""What a screen reader has of a program: the tree of its controls, and what it tells.

This knows neither the program nor its toolkit, presses no key and looks at no pixel. Whatever it
cannot find or do, nobody who depends on a screen reader or a switch can find or do either.
"""

from __future__ import annotations

import os
import re
import signal
import subprocess
import time
from collections import deque
from collections.abc import Callable, Collection, Iterator
from pathlib import Path
from types import TracebackType
from typing import Any, Final, NamedTuple, TypeVar

from jeepney import (
    DBusAddress,
    DBusErrorResponse,
    HeaderFields,
    MatchRule,
    Message,
    Properties,
    message_bus,
    new_method_call,
)
from jeepney.io.blocking import DBusConnection, open_dbus_connection
from jeepney.wrappers import unwrap_msg

T = TypeVar("T")

SERVICE: Final = Path("/usr/share/dbus-1/services/org.a11y.Bus.service")
"""What a session bus starts the accessibility bus by, where that is installed."""

_ATSPI = "org.a11y.atspi"
_STATUS = DBusAddress("/org/a11y/bus", "org.a11y.Bus", "org.a11y.Status")
_BUS = DBusAddress("/org/a11y/bus", "org.a11y.Bus", "org.a11y.Bus")
_REGISTRY = DBusAddress(
    "/org/a11y/atspi/registry", "org.a11y.atspi.Registry", "org.a11y.atspi.Registry"
)
_ROOT = ("org.a11y.atspi.Registry", "/org/a11y/atspi/accessible/root")
_EVENTS = (
    "object:announcement",
    "object:property-change:accessible-name",
    "object:state-changed",
    "window",
)
_STATES = {
    1: "active",
    4: "checked",
    7: "editable",
    8: "enabled",
    9: "expandable",
    10: "expanded",
    11: "focusable",
    12: "focused",
    16: "modal",
    20: "pressed",
    23: "selected",
    24: "sensitive",
    25: "showing",
    30: "visible",
    41: "checkable",
    43: "read-only",
}
_ANSWERS_WITHIN = 10.0


class GoneError(Exception):
    """The object is no longer there, or cannot do this."""


class Box(NamedTuple):
    """Where something lies."""

    left: int
    top: int
    width: int
    height: int

    @property
    def right(self) -> int:
        return self.left + self.width

    @property
    def bottom(self) -> int:
        return self.top + self.height


class Event(NamedTuple):
    """Something that the program told: what, about which object, and how it is now."""

    kind: str
    on: int
    value: Any
    source: tuple[str, str]


class AccessibilityBus:
    """A session bus of its own, and on it the bus that assistive programs listen to."""

    def __init__(self, variables: dict[str, str]) -> None:
        """Start both, as they are on a desktop where a screen reader runs.

        Args:
            variables: the environment of the processes; its HOME and XDG folders are theirs.
        """
        # The launcher, its own bus and the registry stay in this group, to be ended with it.
        self._daemon = subprocess.Popen(
            ["dbus-daemon", "--session", "--nofork", "--nopidfile", "--print-address"],
            stdout=subprocess.PIPE,
            stderr=subprocess.DEVNULL,
            env=variables,
            text=True,
            start_new_session=True,
        )
        try:
            assert self._daemon.stdout is not None
            self.address = self._daemon.stdout.readline().strip()
            self._session = open_dbus_connection(self.address)
            for switch in ("IsEnabled", "ScreenReaderEnabled"):
                self._session.send_and_get_reply(Properties(_STATUS).set(switch, "b", True))
            reply = self._session.send_and_get_reply(new_method_call(_BUS, "GetAddress"))
            self.connection: DBusConnection = open_dbus_connection(reply.body[0])
        except BaseException:
            self._end()
            raise

    def __enter__(self) -> AccessibilityBus:
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        self.connection.close()
        self._session.close()
        self._end()

    def _end(self) -> None:
        os.killpg(self._daemon.pid, signal.SIGKILL)
        self._daemon.wait()
        assert self._daemon.stdout is not None
        self._daemon.stdout.close()


def ask_to_be_told(connection: DBusConnection, events: Collection[str]) -> None:
    """Have programs tell of these events; a registry that has only just begun may lose the first.

    Raises:
        AssertionError: it never takes them all.
    """
    missing = set(events)
    end = time.monotonic() + _ANSWERS_WITHIN
    while missing and time.monotonic() < end:
        for event in sorted(missing):
            call = new_method_call(_REGISTRY, "RegisterEvent", "s", (event,))
            connection.send_and_get_reply(call)
        reply = connection.send_and_get_reply(new_method_call(_REGISTRY, "GetRegisteredEvents"))
        known = {_letters(registered[1]) for registered in unwrap_msg(reply)[0]}
        missing = {event for event in missing if _letters(event) not in known}
    assert not missing, f"the registry does not take {missing}"


def _letters(event: str) -> str:
    return re.sub(r"[^a-z]", "", event.lower())


class Tree:
    """The tree of the one program that is on this bus, and what it told since it was asked."""

    def __init__(self, bus: AccessibilityBus) -> None:
        """Listen to this bus; do so before the program starts, or it tells nothing."""
        self._connection = bus.connection
        self._queue: deque[Message] = deque()
        self._filter = self._connection.filter(MatchRule(type="signal"), queue=self._queue)
        self._filter.__enter__()
        self.events: list[Event] = []
        for part in ("Object", "Window"):
            rule = MatchRule(type="signal", interface=f"{_ATSPI}.Event.{part}")
            self._connection.send_and_get_reply(message_bus.AddMatch(rule))
        ask_to_be_told(self._connection, _EVENTS)

    def ask(
        self, place: tuple[str, str], call: str, signature: str | None = None, body: Any = ()
    ) -> Any:
        """Call ``Interface.Method`` of an object and return what it answers."""
        interface, method = call.split(".")
        address = DBusAddress(place[1], place[0], f"{_ATSPI}.{interface}")
        return self._answer(new_method_call(address, method, signature, body))

    def read(self, place: tuple[str, str], name: str) -> Any:
        """Read the property ``Interface.Name`` of an object."""
        interface, key = name.split(".")
        address = DBusAddress(place[1], place[0], f"{_ATSPI}.{interface}")
        return self._answer(Properties(address).get(key))[1]

    def _answer(self, message: Message) -> Any:
        try:
            reply = self._connection.send_and_get_reply(message, timeout=_ANSWERS_WITHIN)
            values = unwrap_msg(reply)
        except DBusErrorResponse as error:
            raise GoneError(str(error)) from error
        return values[0] if len(values) == 1 else values

    def listen(self, seconds: float = 0) -> None:
        """Take in what has been told; if that is nothing, wait this long for the next event."""
        end = time.monotonic() + seconds
        while True:
            left = 0 if self._queue else max(end - time.monotonic(), 0)
            try:
                self._connection.recv_messages(timeout=left)
            except TimeoutError:
                break
        while self._queue:
            event = _event(self._queue.popleft())
            if event is not None:
                self.events.append(event)

    def wait(self, condition: Callable[[], T], seconds: float = 10) -> T:
        """Wait until a condition holds, or until the time is up; return what it gave last."""
        end = time.monotonic() + seconds
        while True:
            try:
                self.listen()
                result = condition()
            except GoneError:
                if time.monotonic() > end:
                    raise
            else:
                if result or time.monotonic() > end:
                    return result
            # Not everything that may come true is told, such as a file that appears.
            self.listen(0.1)

    def heard(self) -> list[str]:
        """Give the announcements since the events were last cleared."""
        self.listen()
        return [str(event.value) for event in self.events if event.kind == "object:announcement"]

    def focus_moves(self) -> list[Node]:
        """Give what has taken the focus since the events were last cleared, in order."""
        self.listen()
        kind = "object:state-changed:focused"
        return [Node(self, e.source) for e in self.events if e.kind == kind and e.on]

    @property
    def windows(self) -> list[Node]:
        """The windows of the program; the newest comes last."""
        return [
            window
            for program in Node(self, _ROOT).children
            for window in program.children
            if "showing" in window.states
        ]

    def find_all(
        self,
        role: str | Collection[str] | None = None,
        name: str | None = None,
        *,
        showing: bool = True,
        within: Node | None = None,
    ) -> list[Node]:
        """Find what has this role, or one of these, and a name with this pattern in it."""
        roles = {role} if isinstance(role, str) else role
        starts = self.windows if within is None else [within]
        return [
            node
            for start in starts
            for node in start.walk(showing=showing)
            if (roles is None or node.role in roles)
            and (name is None or re.search(name, node.name))
        ]

    def find(
        self,
        role: str | Collection[str] | None = None,
        name: str | None = None,
        *,
        showing: bool = True,
        within: Node | None = None,
        seconds: float = 10,
    ) -> Node:
        """Wait for something and return the first of its kind.

        Raises:
            AssertionError: it is not there; the message says what is.
        """
        found = self.wait(
            lambda: self.find_all(role, name, showing=showing, within=within), seconds
        )
        assert found, f"no {role or 'object'} named {name!r} in\n{self.outline()}"
        return found[0]

    def outline(self) -> str:
        """Write down all that shows, for whoever reads why a test failed."""
        return "\n".join(str(node) for window in self.windows for node in window.walk())


class Node:
    """One object in the tree, read anew each time it is asked."""

    def __init__(self, tree: Tree, place: tuple[str, str]) -> None:
        """Stand for the object at this place: whose it is, and its path."""
        self._tree = tree
        self.place = place

    def __eq__(self, other: object) -> bool:
        return isinstance(other, Node) and other.place == self.place

    def __hash__(self) -> int:
        return hash(self.place)

    def __str__(self) -> str:
        try:
            return f"{self.role} {self.name!r}"
        except GoneError:
            return "something that is gone"

    @property
    def role(self) -> str:
        return str(self._tree.ask(self.place, "Accessible.GetRoleName"))

    @property
    def name(self) -> str:
        return str(self._tree.read(self.place, "Accessible.Name"))

    @property
    def description(self) -> str:
        return str(self._tree.read(self.place, "Accessible.Description"))

    @property
    def states(self) -> frozenset[str]:
        words = self._tree.ask(self.place, "Accessible.GetState")
        bits = words[0] | words[1] << 32
        return frozenset(name for bit, name in _STATES.items() if bits >> bit & 1)

    @property
    def interfaces(self) -> frozenset[str]:
        names = self._tree.ask(self.place, "Accessible.GetInterfaces")
        return frozenset(name.rpartition(".")[2] for name in names)

    @property
    def children(self) -> list[Node]:
        return [
            Node(self._tree, (str(owner), str(path)))
            for owner, path in self._tree.ask(self.place, "Accessible.GetChildren")
        ]

    @property
    def extents(self) -> Box:
        return Box(*self._tree.ask(self.place, "Component.GetExtents", "u", (0,)))

    @property
    def actions(self) -> list[str]:
        """What can be done with it, without putting the focus on it, which is no use alone."""
        if "Action" not in self.interfaces:
            return []
        actions = self._tree.ask(self.place, "Action.GetActions")
        return [str(action[0]) for action in actions if action[0] != "Set Focus"]

    @property
    def text(self) -> str:
        return str(self._tree.ask(self.place, "Text.GetText", "ii", (0, -1)))

    def do(self, action: str | None = None) -> None:
        """Do this action, or the first one that it has.

        Raises:
            AssertionError: it cannot do this.
        """
        offered = self._tree.ask(self.place, "Action.GetActions")
        names = [str(one[0]) for one in offered]
        wanted = action or next((name for name in names if name != "Set Focus"), None)
        assert wanted in names, f"{self} offers only {names}"
        assert self._tree.ask(self.place, "Action.DoAction", "i", (names.index(wanted),))

    def set_text(self, text: str) -> None:
        """Put this text in the place of what stands there."""
        assert self._tree.ask(self.place, "EditableText.SetTextContents", "s", (text,))

    def grab_focus(self) -> None:
        """Put the focus on it."""
        assert self._tree.ask(self.place, "Component.GrabFocus")

    def walk(self, *, showing: bool = True) -> Iterator[Node]:
        """Give it and all within, parents before children; what is gone meanwhile is left out."""
        try:
            if showing and "showing" not in self.states:
                return
            children = self.children
        except GoneError:
            return
        yield self
        for child in children:
            yield from child.walk(showing=showing)


def _event(message: Message) -> Event | None:
    fields = message.header.fields
    interface = str(fields.get(HeaderFields.interface, ""))
    if not interface.startswith(f"{_ATSPI}.Event.") or len(message.body) < 4:
        return None
    detail, on, _, value = message.body[:4]
    member = re.sub(r"(?<=[a-z])(?=[A-Z])", "-", str(fields[HeaderFields.member])).lower()
    kind = ":".join(filter(None, (interface.rpartition(".")[2].lower(), member, detail)))
    source = (str(fields[HeaderFields.sender]), str(fields[HeaderFields.path]))
    return Event(kind, on, value[1], source)
