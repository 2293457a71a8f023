"""How the program ends: its exit statuses, and why a command could not do what it was asked."""

from __future__ import annotations

from typing import Final

DONE: Final = 0
FAILED: Final = 1
WRONG_INPUT: Final = 2

LEFT_BY_STAFF: Final = 10
"""The exit status of a kiosk that staff have left with their PIN: nothing starts it again."""

CLEARED: Final = 11
"""The exit status of a kiosk session that was cleared: a new one follows."""


class CommandError(Exception):
    """One clear sentence for standard error, and the exit status."""

    def __init__(self, message: str, status: int = WRONG_INPUT) -> None:
        self.status = status
        super().__init__(message)
