"""Keeps a kiosk going: one process for each person, and a new one whenever it ends.

A wipe is the end of a process: what it knew is gone with its memory. This process, which outlives
them all, never learns anything that a person enters. It starts a session, waits for it to end, and
starts the next, until staff leave with their PIN.
"""

from __future__ import annotations

import argparse
import getpass
import os
import signal
import subprocess
import sys
import time
from collections.abc import Callable, Iterator, Sequence
from types import FrameType
from typing import Final

from decision_aid.cli.arguments import Mode, WindowOptions
from decision_aid.cli.files import opened, refuse_own_input
from decision_aid.cli.standard_streams import (
    CLEARED,
    DONE,
    LEFT_BY_STAFF,
    WRONG_INPUT,
    CommandError,
    say,
    write_output,
)
from decision_aid.clinic.policy import (
    OPTIONAL_PAGES,
    ClinicPolicy,
    InvalidPinError,
    hash_pin,
    load_policy,
)
from decision_aid.content import Labels, load_labels

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


_LONGEST_LINE: Final = 1000
"""No PIN is as long; standard input may go on without end."""


def policy(options: argparse.Namespace) -> int:
    """Check a policy file, or make the line that holds the staff PIN."""
    try:
        labels = load_labels(options.lang)
    except LookupError as error:
        message = f"There is {error}."
        raise CommandError(message) from error
    return _pin(labels) if options.action == "pin" else _check(options, labels)


def _check(options: argparse.Namespace, labels: Labels) -> int:
    refuse_own_input("-", [options.file], labels.text("cli.own_input"))
    loaded = load_policy(options.file)
    if not loaded.problems:
        held = "; ".join(_holds(loaded.policy, labels))
        write_output(f"{labels.text('policy.sound')} {held}.\n")
        return DONE
    for problem in loaded.problems:
        place = ":".join(str(part) for part in (options.file, problem.line) if part is not None)
        field = f"{problem.field}: " if problem.field else ""
        say(f"{place}: {field}{problem.text(labels)}")
    return WRONG_INPUT


def _holds(policy: ClinicPolicy, labels: Labels) -> Iterator[str]:
    def said(key: str, /, **values: object) -> str:
        return labels.text(f"policy.{key}", **values)

    yield policy.clinic_name or said("no_name")
    yield said("phone_count", count=len(policy.phones))
    yield said("service_count", count=len(policy.services))
    yield said("printer", name=policy.printer) if policy.printer else said("no_printer")
    yield said("large_print" if policy.large_print else "paper", paper=policy.paper)
    yield said("languages", codes=", ".join(policy.languages))
    yield said("times", idle=policy.idle_seconds, warning=policy.warning_seconds)
    left_out = [page for page in OPTIONAL_PAGES if page not in policy.pages]
    if left_out:
        yield said("left_out", pages=", ".join(left_out))
    yield said("pin" if policy.staff_can_leave else "no_pin")


def _pin(labels: Labels) -> int:
    try:
        hashed = hash_pin(_asked_pin(labels))
    except InvalidPinError as error:
        raise CommandError(labels.text(f"pin_error.{error.reason}")) from error
    write_output(f'pin_hash = "{hashed}"\n')
    return DONE


def _asked_pin(labels: Labels) -> str:
    """Return the PIN: typed twice without being shown, or one line of standard input."""
    if sys.stdin is None or not sys.stdin.isatty():
        with opened("-") as given:
            line = given.readline(_LONGEST_LINE)
        return line.decode("utf-8-sig", "replace").rstrip("\r\n")
    try:
        first = getpass.getpass(labels.text("policy.pin_prompt"))
        again = getpass.getpass(labels.text("policy.pin_again"))
    except EOFError as error:
        raise CommandError(labels.text("policy.pin_missing")) from error
    if first != again:
        raise CommandError(labels.text("policy.pin_differs"))
    return first
