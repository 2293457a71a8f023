"""Starts the program: a command, or the wizard where none is given."""

from __future__ import annotations

import sys
import time

_STARTED = time.perf_counter()


def main(arguments: list[str] | None = None) -> int:
    """Run the command that was given, or open the wizard.

    Args:
        arguments: the command line without the program's name; ``None`` takes that of the process.

    Returns:
        The exit status.
    """
    from decision_aid.cli import run  # noqa: PLC0415 - the clock starts before any import

    return run(sys.argv[1:] if arguments is None else arguments, _open_wizard)


def _open_wizard(
    language: str, theme: str | None, text_size: int | None, measure_startup: bool
) -> int:
    from decision_aid.cli.display import can_show_window  # noqa: PLC0415
    from decision_aid.cli.errors import FAILED, CommandError  # noqa: PLC0415
    from decision_aid.content import load_labels  # noqa: PLC0415

    if not can_show_window():
        raise CommandError(load_labels(language).text("cli.no_display"), FAILED)
    # The screens are imported only here: a command needs no display, and no Qt.
    try:
        from decision_aid.ui.app import open_wizard  # noqa: PLC0415
    except ImportError as error:
        message = load_labels(language).text("cli.no_window", reason=error)
        raise CommandError(message, FAILED) from error

    return open_wizard(
        language=language, theme=theme, text_size=text_size, measure_startup=measure_startup
    )


if __name__ == "__main__":
    sys.exit(main())
