"""Opening what a command reads and writing what it makes; ``-`` stands for the standard streams."""

from __future__ import annotations

import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import BinaryIO

from decision_aid.cli.errors import FAILED, CommandError
from decision_aid.content import Content


def named(file: str) -> str:
    """Return how a file is called in a message."""
    return "standard input" if file == "-" else file


@contextmanager
def opened(file: str) -> Iterator[BinaryIO]:
    """Open a file to be read.

    Raises:
        CommandError: if it cannot be opened.
    """
    if file == "-":
        yield sys.stdin.buffer
        return
    try:
        with Path(file).open("rb") as stream:
            yield stream
    except OSError as error:
        if error.filename != file:
            raise
        message = f"{file}: {(error.strerror or str(error)).lower()}."
        raise CommandError(message) from error


def write(output: Path, data: bytes, words_of_language: Content) -> None:
    """Write a file whole, or not at all.

    Raises:
        CommandError: if it cannot be written.
    """
    from decision_aid.storage.files import CannotWriteError, write_atomically  # noqa: PLC0415

    if str(output) == "-":
        sys.stdout.buffer.write(data)
        sys.stdout.buffer.flush()
        return
    try:
        write_atomically(output, data)
    except CannotWriteError as error:
        reason = words_of_language.label(f"file_error.{error.reason}")
        message = f"{output}: {reason}"
        raise CommandError(message, FAILED) from error
