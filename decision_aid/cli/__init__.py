"""The command line. Nothing here imports Qt unless the wizard is wanted."""

from __future__ import annotations

import argparse
from collections.abc import Sequence

from decision_aid.cli.arguments import OpenWindow, parser, window_options
from decision_aid.cli.standard_streams import (
    DONE,
    FAILED,
    CommandError,
    finish_output,
    hold_standard_streams,
    say,
    write_no_more,
)
from decision_aid.content import DEFAULT_LANGUAGE, ContentError, load_labels
from decision_aid.unexpected import all_is_wanted, kind_and_place, tell


def run(arguments: Sequence[str], open_window: OpenWindow) -> int:
    """Run a command, or open the wizard where none is given.

    Args:
        arguments: the command line without the program's name.
        open_window: opens the window and returns the exit status when it closes.

    Returns:
        The exit status: 0 done, 2 the command or its input was wrong, 1 anything else.
    """
    hold_standard_streams()
    language = DEFAULT_LANGUAGE
    try:
        options = parser(arguments).parse_args(arguments)
        language = options.lang
        status = _run(options, open_window)
        finish_output()
    except SystemExit as ended:
        # After --help or --version.
        return _finished(int(ended.code or DONE))
    except (Exception, KeyboardInterrupt) as error:
        return _failed(*_explained(error, language))
    return status


def _run(options: argparse.Namespace, open_window: OpenWindow) -> int:
    if options.command is None:
        _check_language(options.lang)
        return open_window(window_options(options))
    from decision_aid.cli.commands import COMMANDS  # noqa: PLC0415 - the wizard starts fast

    return COMMANDS[options.command](options)


def _check_language(language: str) -> None:
    try:
        load_labels(language)
    except LookupError as error:
        message = f"There is {error}."
        raise CommandError(message) from error


def _finished(status: int) -> int:
    try:
        finish_output()
    except (CommandError, BrokenPipeError):
        return _failed("", FAILED)
    return status


def _failed(message: str, status: int) -> int:
    if message:
        say(f"decision-aid: {message}")
    write_no_more()
    return status


def _explained(error: BaseException, language: str) -> tuple[str, int]:
    """Return what to say of an error, and the exit status."""
    match error:
        case CommandError():
            return str(error), error.status
        case ContentError():
            return f"{error}.", FAILED
        case BrokenPipeError() | KeyboardInterrupt():
            # Whoever reads the output has enough of it.
            return "", FAILED
        case OSError(strerror=str(reason)):
            return f"{reason}.", FAILED
        case _:
            return _unexpected(error, language), FAILED


def _unexpected(error: BaseException, language: str) -> str:
    if all_is_wanted():
        tell(error)
    what = kind_and_place(error)
    try:
        return load_labels(language).text("cli.unexpected", what=what)
    except (LookupError, ContentError, OSError):
        # The words themselves may be what is broken.
        return f"{what}."


__all__ = ["run"]
