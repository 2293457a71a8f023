"""Saves again and again, until it is killed: the other program of ``test_killed_saves``."""

from __future__ import annotations

from multiprocessing.connection import Connection
from pathlib import Path

from decision_aid.storage import sealing
from decision_aid.storage.saved_sessions import save_session
from tests.storage.sessions import PASSPHRASE, a_session, cheap_seal


def save_until_killed(path: Path, number: int, saved: Connection[int, int]) -> None:
    """Save sessions that count up from a number, and tell each when it is saved.

    Args:
        path: where.
        number: the one that was saved last.
        saved: where the numbers are told.
    """
    # Locking happens in memory and takes a second by design; what a kill can break is the writing.
    sealing.seal = cheap_seal
    while True:
        number += 1
        save_session(path, a_session(str(number)), PASSPHRASE)
        saved.send(number)


def save_once(path: Path, begun: Connection[bool, bool]) -> None:
    """Save as the program does, with all the work that a passphrase costs."""
    begun.send(True)
    save_session(path, a_session("new"), PASSPHRASE)
