"""The command line. Nothing here imports Qt unless the wizard is wanted."""

from __future__ import annotations

import os
import sys
from collections.abc import Callable, Sequence

from decision_aid.cli.arguments import parser
from decision_aid.cli.commands import COMMANDS, words
from decision_aid.cli.errors import FAILED, CommandError
from decision_aid.content import ContentError

OpenWizard = Callable[[str, str | None, int, bool], int]
"""Opens the wizard with a language, a theme, a text size in percent, and whether to measure."""


def run(arguments: Sequence[str], open_wizard: OpenWizard) -> int:
    """Run a command, or open the wizard where none is given.

    Args:
        arguments: the command line without the program's name.
        open_wizard: opens the window and returns the exit status when it closes.

    Returns:
        The exit status: 0 done, 2 the command or its input was wrong, 1 anything else.
    """
    try:
        options = parser().parse_args(arguments)
        if options.command is None:
            language = words(options.lang).language
            return open_wizard(language, options.theme, options.text_size, options.measure_startup)
        return COMMANDS[options.command](options)
    except CommandError as error:
        return _say(str(error), error.status)
    except ContentError as error:
        return _say(f"{error}.", FAILED)
    except BrokenPipeError:
        # Whoever read the output has enough of it; say nothing, and let nothing be flushed later.
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return FAILED
    except KeyboardInterrupt:
        return FAILED


def _say(message: str, status: int) -> int:
    sys.stderr.write(f"decision-aid: {message}\n")
    return status


__all__ = ["OpenWizard", "run"]
