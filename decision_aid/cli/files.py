"""The files that a command reads and writes, and the words; ``-`` stands for a standard stream."""

from __future__ import annotations

import os
import stat
from collections.abc import Iterable, Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import BinaryIO, Final

from decision_aid.cli.standard_streams import FAILED, CommandError, standard_input, write_output
from decision_aid.content import Content, load, resources_folder
from decision_aid.domain import Answers
from decision_aid.problems import InvalidAnswersError

_STANDARD_OUTPUT: Final = 1


def called(file: str) -> str:
    """Return how a file is called in a message."""
    return "standard input" if file == "-" else file


@contextmanager
def opened(file: str) -> Iterator[BinaryIO]:
    """Open a file to read it.

    Args:
        file: its path, or ``-``.

    Yields:
        What can be read.

    Raises:
        CommandError: if it cannot be opened, or cannot be read on.
    """
    try:
        if file == "-":
            yield standard_input()
        else:
            with Path(file).open("rb") as stream:
                yield stream
    except BrokenPipeError:
        raise
    except OSError as error:
        message = f"{called(file)}: {(error.strerror or str(error)).lower()}."
        raise CommandError(message) from error


def answers_in(file: str, output: Path, content: Content) -> Answers:
    """Return what was said in an answers file.

    Args:
        file: its path, or ``-``.
        output: where something will be made of it, which may not be the file itself.
        content: the words for what can go wrong.

    Raises:
        CommandError: if it cannot be read, or holds no sound answers.
    """
    from decision_aid.storage.answers import MOST_BYTES, parse_answers  # noqa: PLC0415

    with opened(file) as stream:
        refuse_own_input(output, [stream], content.label("cli.own_input"))
        raw = stream.read(MOST_BYTES + 1)
    try:
        return parse_answers(raw)
    except InvalidAnswersError as error:
        message = f"{called(file)}: {error}"
        raise CommandError(message) from error


def write_file(output: Path, data: bytes, content: Content) -> None:
    """Write a file whole or not at all.

    Args:
        output: where it goes, or ``-``.
        data: its bytes.
        content: the words for what can go wrong.

    Raises:
        CommandError: if it cannot be written.
    """
    from decision_aid.storage.files import CannotWriteError, write_atomically  # noqa: PLC0415

    if str(output) == "-":
        write_output(data)
        return
    try:
        write_atomically(output, data)
    except CannotWriteError as error:
        reason = content.label(f"file_error.{error.reason}")
        message = f"{output}: {reason}"
        raise CommandError(message, FAILED) from error


def refuse_own_input(output: Path | str, inputs: Iterable[BinaryIO | Path], says: str) -> None:
    """Refuse to write a file over what is read, by whatever name.

    Args:
        output: where something will be written, or ``-``.
        inputs: what is read.
        says: the sentence for it, after the name.

    Raises:
        CommandError: if the two are the same file.
    """
    target = _STANDARD_OUTPUT if str(output) == "-" else output
    with suppress(OSError, ValueError):
        written = os.stat(target)  # noqa: PTH116 - also of an open file
        # A terminal or a pipe may well be both.
        if stat.S_ISREG(written.st_mode) and any(_is(one, written) for one in inputs):
            message = f"{'Standard output' if str(output) == '-' else output}: {says}"
            raise CommandError(message)


def _is(one: BinaryIO | Path, written: os.stat_result) -> bool:
    try:
        read = one.stat() if isinstance(one, Path) else os.fstat(one.fileno())
    except (OSError, ValueError):
        return False
    return os.path.samestat(read, written)


def words_that_are_read(*, reviews: bool) -> Iterator[Path]:
    """Yield every file of words, which no report may be written over.

    Args:
        reviews: whether signed reviews are among them; whoever signs anew writes over their own.
    """
    for path in resources_folder().rglob("*"):
        if reviews or path.parent.name != "reviews":
            yield path


def words(language: str) -> Content:
    """Return the words of a language.

    Raises:
        CommandError: if there are none; it names the languages that there are.
    """
    try:
        return load(language)
    except LookupError as error:
        message = f"There is {error}."
        raise CommandError(message) from error
