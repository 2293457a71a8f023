"""Hear what a screen reader would say, over the same bus that a screen reader uses."""

import time
from types import TracebackType

from jeepney import DBusAddress, MatchRule, Message, Properties, message_bus, new_method_call

from tests.end_to_end.accessible_tree import AccessibilityBus, ask_to_be_told

_EVENTS = "org.a11y.atspi.Event.Object"


class Listener:
    """Knows the name of whatever has the keyboard focus, as it is told to assistive programs."""

    def __init__(self, variables: dict[str, str]) -> None:
        self._own = AccessibilityBus(variables)
        self.address = self._own.address
        self._bus = self._own.connection
        rule = MatchRule(type="signal", interface=_EVENTS, member="StateChanged")
        self._bus.send_and_get_reply(message_bus.AddMatch(rule))
        ask_to_be_told(self._bus, ["object:state-changed:focused"])

    def __enter__(self) -> "Listener":
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        self._own.__exit__(kind, error, trace)

    def next_focus(self, seconds: float) -> str | None:
        """Wait until the focus moves, and say where to; None if it stays.

        Returns:
            The name and, after a comma, the role of what has the focus now.
        """
        end = time.monotonic() + seconds
        while (left := end - time.monotonic()) > 0:
            try:
                message = self._bus.receive(timeout=left)
            except TimeoutError:
                return None
            if self._gains_focus(message):
                return self._describe(message)
        return None

    @staticmethod
    def _gains_focus(message: Message) -> bool:
        body = message.body
        return len(body) > 1 and body[0] == "focused" and body[1] == 1

    def _describe(self, message: Message) -> str:
        fields = {field.name: value for field, value in message.header.fields.items()}
        place = DBusAddress(fields["path"], fields["sender"], "org.a11y.atspi.Accessible")
        name = self._bus.send_and_get_reply(Properties(place).get("Name")).body[0][1]
        role = self._bus.send_and_get_reply(new_method_call(place, "GetRoleName")).body[0]
        return f"{name}, {role}"
