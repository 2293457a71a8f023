"""Keeps a kiosk going: one process for each person, and a new one whenever it ends.

A wipe is the end of a process: what it knew is gone with its memory. This process, which outlives
them all, never learns anything that a person enters. It starts a session, waits for it to end, and
starts the next, until staff leave with their PIN.
"""

from __future__ import annotations

import os
import signal
import subprocess
import sys
import time
from collections.abc import Callable, Sequence
from types import FrameType
from typing import Final

from decision_aid.cli.arguments import Mode, WindowOptions
from decision_aid.cli.exit_status import CLEARED, LEFT_BY_STAFF

_TOO_SOON: Final = 2.0
"""A session that ends by itself within so many seconds could not start."""
_LONGEST_WAIT: Final = 10.0
_PR_SET_PDEATHSIG: Final = 1


def session_command(options: WindowOptions) -> list[str]:
    """Return the command that opens one session of this kiosk."""
    program = [sys.executable] if getattr(sys, "frozen", False) else [*_python(), "decision_aid"]
    return [*program, *_arguments(options), "--kiosk-session"]


def _python() -> list[str]:
    return [sys.executable, "-m"]


def _arguments(options: WindowOptions) -> list[str]:
    arguments = ["--lang", options.language]
    if options.text_size is not None:
        arguments += ["--text-size", str(options.text_size)]
    if options.theme is not None:
        arguments += ["--theme", options.theme]
    if options.policy is not None:
        arguments += ["--policy", str(options.policy)]
    return arguments


def supervise(options: WindowOptions) -> int:
    """Open one session after the other until staff leave.

    Returns:
        The exit status: ``LEFT_BY_STAFF`` once staff have left, 0 when the system ends the kiosk.
    """
    assert options.mode is Mode.KIOSK
    return Supervisor(session_command(options)).run()


class Supervisor:
    """Starts a session whenever there is none."""

    def __init__(self, command: Sequence[str], wait: Callable[[float], None] = time.sleep) -> None:
        """Take the command that opens one session.

        Args:
            command: the program and its arguments.
            wait: how to let some seconds pass.
        """
        self._command = list(command)
        self._wait = wait
        self._session: subprocess.Popen[bytes] | None = None
        self._ended = False

    def run(self) -> int:
        """Open one session after the other; return the exit status of the kiosk."""
        for number in (signal.SIGTERM, signal.SIGINT):
            signal.signal(number, self._end)
        failures = 0
        while not self._ended:
            started = time.monotonic()
            status = self._one_session()
            if status == LEFT_BY_STAFF:
                return LEFT_BY_STAFF
            failed = status != CLEARED and time.monotonic() - started < _TOO_SOON
            failures = failures + 1 if failed else 0
            if failures and not self._ended:
                # Whatever keeps it from starting may pass; a tight loop would only hide it.
                self._wait(min(0.5 * 2 ** (failures - 1), _LONGEST_WAIT))
        return 0

    def _one_session(self) -> int:
        with subprocess.Popen(
            self._command,
            stdin=subprocess.DEVNULL,
            env={**os.environ, "PYTHONDONTWRITEBYTECODE": "1"},
            preexec_fn=_end_with_parent if sys.platform.startswith("linux") else None,  # noqa: PLW1509 - this process has no other thread
        ) as session:
            self._session = session
            if self._ended:  # told to end between two sessions
                session.terminate()
            status = session.wait()
        self._session = None
        return status

    def _end(self, number: int, frame: FrameType | None) -> None:
        del number, frame
        self._ended = True
        if self._session is not None:
            self._session.terminate()


def _end_with_parent() -> None:
    """Have the kernel end this process with the one that started it, however that ends."""
    import ctypes  # noqa: PLC0415 - in the new process only

    ctypes.CDLL(None).prctl(_PR_SET_PDEATHSIG, signal.SIGKILL)
