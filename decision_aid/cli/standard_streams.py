"""The three standard streams, each of which may be closed, full, or read by nobody any more."""

from __future__ import annotations

import io
import os
import sys
from contextlib import suppress
from typing import BinaryIO, Final

from decision_aid.control_characters import escaped

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


def hold_standard_streams() -> None:
    """Make the streams fit for whatever is said, and keep the number of a closed one taken.

    The next file that is opened would get that number, and what a library says would go into it.
    """
    if os.name == "posix":
        for number in (0, 1, 2):
            try:
                os.fstat(number)
            except OSError:
                # The lowest number that is free is the one that was closed.
                os.set_inheritable(os.open(os.devnull, os.O_RDWR), True)
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, io.TextIOWrapper):
            # A mark for a letter that the terminal does not know, and no error.
            stream.reconfigure(errors="replace")


def standard_input() -> BinaryIO:
    """Return standard input.

    Raises:
        CommandError: if it is closed.
    """
    if sys.stdin is None:
        message = "Standard input is closed, so there is nothing to read."
        raise CommandError(message)
    return sys.stdin.buffer


def write_output(data: str | bytes) -> None:
    """Write to standard output.

    Args:
        data: lines, or the bytes of a file.

    Raises:
        CommandError: if it is closed, or cannot take any more.
        BrokenPipeError: if nobody reads it any more.
    """
    if sys.stdout is None:
        message = "Standard output is closed, so nothing can be written."
        raise CommandError(message, FAILED)
    try:
        if isinstance(data, str):
            sys.stdout.write(data)
        else:
            sys.stdout.buffer.write(data)
    except BrokenPipeError:
        raise
    except OSError as error:
        raise _cannot_write(error) from error


def finish_output() -> None:
    """Have everything that was written leave this process; raises as ``write_output`` does."""
    if sys.stdout is None:
        return
    try:
        sys.stdout.flush()
    except BrokenPipeError:
        raise
    except OSError as error:
        raise _cannot_write(error) from error


def write_no_more() -> None:
    """Let nothing be flushed later to where nothing can be written."""
    for stream in (sys.stdout, sys.stderr):
        try:
            if stream is not None:
                stream.flush()
        except (OSError, ValueError):
            with suppress(OSError, ValueError):
                nowhere = os.open(os.devnull, os.O_WRONLY)
                os.dup2(nowhere, stream.fileno())
                os.close(nowhere)


def say(line: str) -> None:
    """Write one line to standard error, if anybody hears it.

    Args:
        line: a message; what others wrote in it may steer no screen.
    """
    if sys.stderr is None:
        return
    with suppress(OSError, ValueError):
        sys.stderr.write(f"{escaped(line)}\n")
        sys.stderr.flush()


def _cannot_write(error: OSError) -> CommandError:
    reason = (error.strerror or str(error)).lower()
    return CommandError(f"Standard output: {reason}.", FAILED)
