"""Keeps the last states of a session in memory, to go back after a slip; never on the disk."""

from __future__ import annotations

from collections import deque
from typing import Final

from decision_aid.storage.session_contents import SavedSession

KEPT: Final = 20
"""How many states are kept where nothing else is said."""


class MemoryAutosave:
    """The last states of a session, in memory only: gone with the program, or when told to."""

    def __init__(self, keep: int = KEPT) -> None:
        """Start with none.

        Args:
            keep: how many states are kept; older ones are forgotten.

        Raises:
            ValueError: if that is less than one.
        """
        if keep < 1:
            message = f"at least one state is kept, not {keep}"
            raise ValueError(message)
        self._states: deque[SavedSession] = deque(maxlen=keep)

    def __len__(self) -> int:
        return len(self._states)

    def __repr__(self) -> str:
        # What a person said must not end up in a log.
        return f"{type(self).__name__}({len(self)} states)"

    def remember(self, session: SavedSession) -> None:
        """Keep a state, unless it is the one kept last.

        Args:
            session: the state as it is now; later changes to it do not reach what is kept.
        """
        if self.latest != session:
            self._states.append(session.model_copy(deep=True))

    @property
    def latest(self) -> SavedSession | None:
        """The state kept last, or ``None``."""
        return self._states[-1].model_copy(deep=True) if self._states else None

    def step_back(self) -> SavedSession | None:
        """Forget the state kept last, and return the one before it, or ``None``."""
        if self._states:
            self._states.pop()
        return self.latest

    def clear(self) -> None:
        """Forget everything."""
        self._states.clear()
