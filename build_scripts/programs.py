"""Programs that tests and packaging take from the system, and the Debian packages with them."""

import shutil
import sys
from pathlib import Path

from build_scripts import debian
from build_scripts.messages import SetupError, say

PACKAGES = {
    "/usr/lib/cups/backend/cups-pdf": "printer-driver-cups-pdf",
    # The bus of the assistive programs, over which the tests hear what a screen reader would say.
    "/usr/libexec/at-spi-bus-launcher": "at-spi2-core",
    "/usr/sbin/cupsd": "cups",
    "Xvfb": "xvfb",
    # The kiosk: a compositor for one program, which does not start without Xwayland, what plays its
    # tones, and the print system's own commands.
    "Xwayland": "xwayland",
    "aplay": "alsa-utils",
    "cage": "cage",
    "dbus-daemon": "dbus-daemon",
    "espeak-ng": "espeak-ng",
    "lp": "cups-client",
    "lpstat": "cups-client",
    "objcopy": "binutils",
    "objdump": "binutils",
    "speech-dispatcher": "speech-dispatcher",
    "strip": "binutils",
    "systemd-analyze": "systemd",
    "xdotool": "xdotool",
}


def ensure(names: list[str], *, purpose: str) -> None:
    """See to it that programs are there; on Windows and macOS nothing is needed.

    Args:
        names: the programs, keys of `PACKAGES`.
        purpose: what they are needed for, to begin the message with.

    Raises:
        SetupError: one is missing and could not be installed.
    """
    absent = missing(names)
    if absent:
        debian.install(
            packages(absent),
            why=f"{purpose} needs programs that are not installed ({', '.join(absent)})",
        )


def ensure_if_possible(names: list[str], *, purpose: str) -> None:
    """See to it that programs are there; where that cannot be, say so and go on without them."""
    try:
        ensure(names, purpose=purpose)
    except SetupError as error:
        say(f"{error} Going on without it.")


def missing(names: list[str]) -> list[str]:
    """List the programs that are needed and not there."""
    if not sys.platform.startswith("linux"):
        return []
    # Some of those that are named in full are for root only, and still there.
    return [name for name in names if shutil.which(name) is None and not Path(name).is_file()]


def packages(names: list[str]) -> list[str]:
    """List the Debian packages of these programs."""
    return sorted({PACKAGES[name] for name in names})
