"""The command line. Nothing here imports Qt unless the wizard is wanted."""

from __future__ import annotations

import io
import os
import sys
from collections.abc import Callable, Sequence

from decision_aid.cli.arguments import parser
from decision_aid.cli.errors import FAILED, CommandError
from decision_aid.content import ContentError, load_labels

OpenWizard = Callable[[str, str | None, int | None, bool], int]
"""Opens the wizard with a language, a theme, a text size in percent, and whether to measure."""


def run(arguments: Sequence[str], open_wizard: OpenWizard) -> int:
    """Run a command, or open the wizard where none is given.

    Args:
        arguments: the command line without the program's name.
        open_wizard: opens the window and returns the exit status when it closes.

    Returns:
        The exit status: 0 done, 2 the command or its input was wrong, 1 anything else.
    """
    _say_what_can_be_said()
    try:
        options = parser().parse_args(arguments)
        if options.command is None:
            _check_language(options.lang)
            return open_wizard(
                options.lang, options.theme, options.text_size, options.measure_startup
            )
        from decision_aid.cli.commands import COMMANDS  # noqa: PLC0415 - the wizard starts fast

        status = COMMANDS[options.command](options)
        sys.stdout.flush()
    except CommandError as error:
        return _say(str(error), error.status)
    except ContentError as error:
        return _say(f"{error}.", FAILED)
    except (BrokenPipeError, KeyboardInterrupt):
        # Whoever reads the output has enough of it.
        _write_no_more()
        return FAILED
    except OSError as error:
        _write_no_more()
        return _say(f"{error.strerror or error}.", FAILED)
    return status


def _check_language(language: str) -> None:
    try:
        load_labels(language)
    except LookupError as error:
        message = f"There is {error}."
        raise CommandError(message) from error


def _say_what_can_be_said() -> None:
    """Print a mark for a letter that the terminal does not know, and go on."""
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, io.TextIOWrapper):
            stream.reconfigure(errors="replace")


def _write_no_more() -> None:
    """Let nothing be flushed later to where nothing can be written."""
    os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())


def _say(message: str, status: int) -> int:
    sys.stderr.write(f"decision-aid: {message}\n")
    return status


__all__ = ["OpenWizard", "run"]
