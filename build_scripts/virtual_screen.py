"""Private screens for the tests, the same on every machine."""

import os
import subprocess
import sys
from collections.abc import Iterator
from contextlib import ExitStack, contextmanager

from build_scripts.messages import SetupError

# The plugin `build_scripts.worker_screen` reads this to give each test process its own screen.
SCREENS_VARIABLE = "DECISION_AID_SCREENS"


@contextmanager
def virtual_screens(count: int, size: str = "1920x1200") -> Iterator[list[str]]:
    """Start Xvfb screens and stop them afterwards.

    Two test processes on one screen would take the keyboard focus from each other, so each gets
    its own.

    Args:
        count: how many.
        size: width and height, in pixels.

    Yields:
        Their names, as `DISPLAY` takes them; none on Windows and macOS, which need none.
    """
    with ExitStack() as stack:
        needed = count if sys.platform.startswith("linux") else 0
        yield [stack.enter_context(_screen(size)) for _ in range(needed)]


def variables(screens: list[str]) -> dict[str, str]:
    """Give the environment variables of this process, with these screens in place of its own."""
    kept = {
        key: value
        for key, value in os.environ.items()
        if key not in {"DISPLAY", "WAYLAND_DISPLAY", "QT_QPA_PLATFORM", "XAUTHORITY"}
    }
    if screens:
        kept["DISPLAY"] = screens[0]
        kept[SCREENS_VARIABLE] = " ".join(screens)
        kept["QT_QPA_PLATFORM"] = "xcb"
    return kept


@contextmanager
def _screen(size: str) -> Iterator[str]:
    read, write = os.pipe()
    try:
        server = subprocess.Popen(
            [
                *("Xvfb", "-displayfd", str(write), "-screen", "0", f"{size}x24"),
                *("-nolisten", "tcp", "-noreset"),
            ],
            pass_fds=[write],
            stdout=subprocess.DEVNULL,
            stderr=subprocess.DEVNULL,
        )
    finally:
        os.close(write)
    try:
        # Xvfb writes the number it chose once it takes connections.
        with os.fdopen(read, encoding="ascii") as pipe:
            number = pipe.readline().strip()
        if not number:
            raise SetupError("Xvfb did not start: run `Xvfb :99` to see why.")
        yield f":{number}"
    finally:
        server.terminate()
        server.wait()
