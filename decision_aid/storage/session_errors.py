"""Why a session could not be saved or opened, and the words for it."""

from __future__ import annotations

from collections.abc import Callable
from enum import StrEnum, auto

from decision_aid.control_characters import escaped
from decision_aid.storage.passphrases import MIN_PASSPHRASE


class Reason(StrEnum):
    """Why; each has its words under ``saved_session_error``."""

    NOT_A_SESSION_FILE = auto()
    EMPTY = auto()
    LOCKED_WITH_A_KEY = auto()
    WRONG_PASSPHRASE = auto()
    """Or damage in the few bytes that the passphrase itself unlocks: age cannot tell the two."""
    DAMAGED = auto()
    INVALID_CONTENT = auto()
    TOO_NEW = auto()
    TOO_LARGE = auto()
    TOO_MUCH_WORK = auto()
    TOO_LITTLE_MEMORY = auto()
    NOT_FOUND = auto()
    CANNOT_READ = auto()
    CANNOT_WRITE = auto()
    WEAK_PASSPHRASE = auto()
    TOO_MUCH_TO_SAVE = auto()
    CANNOT_BE_SAVED = auto()


class SavedSessionError(Exception):
    """A session could not be saved or opened; the file, if there is one, is as it was.

    It never holds the passphrase, nor anything of what the file holds.

    Attributes:
        reason: why.
        name: the file's name without its folder, or "" where it is not known.
        version: the schema of a file that is too new.
        file_reason: for ``CANNOT_WRITE``, what hindered it: an id of ``file_error``.
    """

    def __init__(
        self,
        reason: Reason,
        name: str = "",
        *,
        version: int | None = None,
        file_reason: str = "unknown",
    ) -> None:
        self.reason, self.name = reason, name
        self.version, self.file_reason = version, file_reason
        super().__init__(reason.value)

    def __str__(self) -> str:
        return f"{self.name}: {self.reason}" if self.name else str(self.reason)


def explained(error: SavedSessionError, words: Callable[..., str]) -> str:
    """Return what happened and what to do next, in plain words.

    Args:
        error: what happened.
        words: looks a short text up, as ``Labels.text`` does.
    """
    return words(
        f"saved_session_error.{error.reason}",
        name=escaped(error.name),
        version=error.version,
        least=MIN_PASSPHRASE,
        hindered=words(f"file_error.{error.file_reason}"),
    )
