"""Programs that tests and packaging take from the system, and the Debian packages with them."""

import shutil
import sys

from build_scripts import debian

PACKAGES = {
    "Xvfb": "xvfb",
    "objcopy": "binutils",
    "objdump": "binutils",
    "strip": "binutils",
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
    if not sys.platform.startswith("linux"):
        return
    absent = [name for name in names if shutil.which(name) is None]
    if absent:
        debian.install(
            sorted({PACKAGES[name] for name in absent}),
            why=f"{purpose} needs programs that are not installed ({', '.join(absent)})",
        )
