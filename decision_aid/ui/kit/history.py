"""A value with the values before it, to go back after a slip; in memory only."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final, Generic, TypeVar

T = TypeVar("T")

KEPT: Final = 20
"""How many earlier values are kept; older ones are forgotten."""


@dataclass(frozen=True, slots=True)
class History(Generic[T]):
    """What is now, what was before it, and what was taken back; it never changes itself.

    Attributes:
        now: the value now.
        before: the values before it, the newest last.
        after: the values that were taken back, the last one taken back first.
    """

    now: T
    before: tuple[T, ...] = ()
    after: tuple[T, ...] = ()

    def __repr__(self) -> str:
        """Return how much there is: what a person said must not end up in a log."""
        return f"{type(self).__name__}({len(self.before)} before, {len(self.after)} after)"

    @property
    def can_undo(self) -> bool:
        """Whether there is an earlier value."""
        return bool(self.before)

    @property
    def can_redo(self) -> bool:
        """Whether a value was taken back."""
        return bool(self.after)

    def set(self, value: T) -> History[T]:
        """Return the history that goes on with this value; the same value again is no step."""
        return self if value == self.now else self.step_to(value)

    def step_to(self, value: T) -> History[T]:
        """Return the history that goes on with this value by a step, whatever was before."""
        return History(value, (*self.before, self.now)[-KEPT:])

    def undo(self) -> History[T]:
        """Return the history one step earlier, or itself where there is none."""
        if not self.before:
            return self
        return History(self.before[-1], self.before[:-1], (self.now, *self.after))

    def redo(self) -> History[T]:
        """Return the history with the last step taken again, or itself where there is none."""
        if not self.after:
            return self
        return History(self.after[0], (*self.before, self.now), self.after[1:])
