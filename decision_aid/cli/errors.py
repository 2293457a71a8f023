"""How a command ends when it cannot do what it was asked to do."""

from __future__ import annotations

from typing import Final

DONE: Final = 0
FAILED: Final = 1
WRONG_INPUT: Final = 2


class CommandError(Exception):
    """One clear sentence for standard error, and the exit status."""

    def __init__(self, message: str, status: int = WRONG_INPUT) -> None:
        self.status = status
        super().__init__(message)
