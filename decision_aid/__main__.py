"""Starts the program: a command, or the wizard where none is given."""

from __future__ import annotations

import os
import sys
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from decision_aid.cli.arguments import WindowOptions


def main(arguments: list[str] | None = None) -> int:
    """Run the command that was given, or open the wizard.

    Args:
        arguments: the command line without the program's name; ``None`` takes that of the process.

    Returns:
        The exit status.
    """
    from decision_aid.unexpected import tell_only_kind_and_place  # noqa: PLC0415 - before all

    tell_only_kind_and_place()
    from decision_aid.cli import run  # noqa: PLC0415 - its errors are told so too

    return run(sys.argv[1:] if arguments is None else arguments, _open_window)


def _open_window(options: WindowOptions) -> int:
    from decision_aid.cli.standard_streams import FAILED, CommandError  # noqa: PLC0415
    from decision_aid.content import load_labels  # noqa: PLC0415

    if not _can_show_window():
        raise CommandError(load_labels(options.language).text("cli.no_display"), FAILED)
    if options.mode == "kiosk":
        from decision_aid.cli.kiosk import supervise  # noqa: PLC0415 - of a kiosk only

        return supervise(options)
    from decision_aid.system_libraries import (  # noqa: PLC0415 - of a window only
        missing_for_the_screen,
        packages_of,
    )

    if absent := missing_for_the_screen():
        names, packages = ", ".join(absent), " ".join(packages_of(absent))
        labels = load_labels(options.language)
        message = labels.text("cli.missing_libraries", names=names, packages=packages)
        raise CommandError(message, FAILED)
    # The screens are imported only here: a command needs no display, and no Qt.
    try:
        return _open_screens(options)
    except ImportError as error:
        message = load_labels(options.language).text("cli.no_window", reason=error)
        raise CommandError(message, FAILED) from error


def _can_show_window() -> bool:
    """Return whether there is a display that answers; Qt itself ends the process where none does.

    Only Linux can be without one; a platform that was asked for by name is taken at its word.
    """
    if not sys.platform.startswith("linux"):
        return True
    if os.environ.get("QT_QPA_PLATFORM", "xcb") != "xcb" or os.environ.get("WAYLAND_DISPLAY"):
        return True
    return bool(os.environ.get("DISPLAY")) and _x_server_answers()


def _x_server_answers() -> bool:
    import ctypes  # noqa: PLC0415 - where a window is wanted only

    try:
        xcb = ctypes.CDLL("libxcb.so.1")
    except OSError:
        # Qt needs this library as well, and says so by name.
        return True
    xcb.xcb_connect.restype = ctypes.c_void_p
    connection = ctypes.c_void_p(xcb.xcb_connect(None, None))
    answers: bool = xcb.xcb_connection_has_error(connection) == 0
    xcb.xcb_disconnect(connection)
    return answers


def _open_screens(options: WindowOptions) -> int:
    if options.mode == "kiosk_session":
        from decision_aid.cli.standard_streams import CLEARED, LEFT_BY_STAFF  # noqa: PLC0415 - as below
        from decision_aid.ui.kiosk.app import KioskSession  # noqa: PLC0415

        session = KioskSession(
            language=options.language,
            theme=options.theme,
            text_size=options.text_size,
            policy=options.policy,
        )
        return LEFT_BY_STAFF if session.run() else CLEARED
    if options.mode == "counselor":
        from decision_aid.ui.counselor.app import open_counselor  # noqa: PLC0415 - by mode

        return open_counselor(
            language=options.language, theme=options.theme, text_size=options.text_size or 100
        )
    from decision_aid.ui.wizard.app import open_wizard  # noqa: PLC0415 - by mode

    return open_wizard(
        language=options.language,
        theme=options.theme,
        text_size=options.text_size,
        measure_startup=options.measure_startup,
    )


if __name__ == "__main__":
    sys.exit(main())
