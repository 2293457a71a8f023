"""Saved sessions: one file that the counselor picks, locked with a passphrase, never unasked."""

from __future__ import annotations

import stat
from pathlib import Path
from typing import Final

from decision_aid.storage import sealing
from decision_aid.storage.files import CannotWriteError, write_atomically
from decision_aid.storage.passphrases import MIN_PASSPHRASE, is_strong_enough
from decision_aid.storage.session_contents import (
    MOST_BYTES,
    SESSION_SCHEMA,
    SavedCase,
    SavedSession,
    session_bytes,
    session_of,
)
from decision_aid.storage.session_errors import Reason, SavedSessionError, explained

__all__ = [
    "ENDING",
    "MIN_PASSPHRASE",
    "SESSION_SCHEMA",
    "Reason",
    "SavedCase",
    "SavedSession",
    "SavedSessionError",
    "explained",
    "open_session",
    "save_session",
]

ENDING: Final = ".decisionaid"
"""How the name of a saved session ends."""

_MOST_BYTES_OF_A_FILE: Final = MOST_BYTES * 3 // 2
"""age adds little, but as text it takes a third more."""


def save_session(path: Path, session: SavedSession, passphrase: str) -> None:
    """Save a session, locked with a passphrase, whole or not at all.

    Locking takes a second or two on purpose, and nothing else in the program runs meanwhile.
    Whoever loses the passphrase has lost the file.

    Args:
        path: the file that the counselor picked.
        session: what to save.
        passphrase: what will open it again.

    Raises:
        SavedSessionError: if it could not be saved; a file that was there is as it was.
    """
    try:
        if not is_strong_enough(passphrase):
            raise SavedSessionError(Reason.WEAK_PASSPHRASE)
        write_atomically(path, sealing.seal(session_bytes(session), passphrase), private=True)
    except SavedSessionError as error:
        error.name = path.name
        raise
    except CannotWriteError as error:
        raise SavedSessionError(Reason.CANNOT_WRITE, path.name, file_reason=error.reason) from error


def open_session(path: Path, passphrase: str) -> SavedSession:
    """Open a saved session of this or an older version; the file is never changed.

    Args:
        path: the file.
        passphrase: what it was saved with.

    Raises:
        SavedSessionError: if it could not be opened.
    """
    try:
        return session_of(sealing.unseal(_read(path), passphrase))
    except SavedSessionError as error:
        error.name = path.name
        raise


def _read(path: Path) -> bytes:
    try:
        # A pipe or a device might never end.
        if not stat.S_ISREG(path.stat().st_mode):
            raise SavedSessionError(Reason.CANNOT_READ)
        with path.open("rb") as file:
            raw = file.read(_MOST_BYTES_OF_A_FILE + 1)
    except FileNotFoundError:
        raise SavedSessionError(Reason.NOT_FOUND) from None
    except (OSError, ValueError) as error:
        raise SavedSessionError(Reason.CANNOT_READ) from error
    if len(raw) > _MOST_BYTES_OF_A_FILE:
        raise SavedSessionError(Reason.TOO_LARGE)
    return raw
