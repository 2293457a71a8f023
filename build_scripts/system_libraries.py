"""Sees to it that the system has what Qt's Linux wheels take from it, before a window is opened."""

import sys
from pathlib import Path

from build_scripts import debian
from build_scripts.messages import SetupError
from decision_aid.system_libraries import PACKAGES, missing, packages_of


def absent_packages() -> list[str]:
    """List the Debian packages of the libraries that are missing here."""
    if not sys.platform.startswith("linux"):
        return []
    return packages_of(missing())


def ensure(folder: Path) -> None:
    """See to it that a window can be opened, and remember that in the environment.

    Args:
        folder: the environment, which keeps the stamp.

    Raises:
        SetupError: libraries are missing and we may not install them, or could not.
    """
    if not sys.platform.startswith("linux"):
        return
    stamp = folder / ".ready-window"
    table = "\n".join(PACKAGES)
    if stamp.exists() and stamp.read_text(encoding="utf-8") == table:
        return
    absent = missing()
    if absent:
        _provide(absent)
    still = missing(absent)
    if still:
        raise SetupError(f"These system libraries are still missing: {', '.join(still)}")
    stamp.write_text(table, encoding="utf-8")


def _provide(absent: list[str]) -> None:
    why = f"The window needs system libraries that are not installed ({', '.join(absent)})"
    if not debian.is_debian():
        raise SetupError(f"{why}. Install them with your system's package manager.")
    debian.install(packages_of(absent), why=why)
