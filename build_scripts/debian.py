"""Install Debian and Ubuntu packages as root, or name the command that does."""

import os
import shutil
import sys
from pathlib import Path

from build_scripts.messages import SetupError, say

_updated = False


def is_debian(release: Path = Path("/etc/os-release")) -> bool:
    """Tell whether this system takes Debian packages."""
    if not sys.platform.startswith("linux") or shutil.which("apt-get") is None:
        return False
    try:
        text = release.read_text(encoding="utf-8")
    except OSError:
        return False
    families = [
        line.partition("=")[2].strip('"')
        for line in text.splitlines()
        if line.startswith(("ID=", "ID_LIKE="))
    ]
    return any(name in {"debian", "ubuntu"} for family in families for name in family.split())


def command(packages: list[str]) -> str:
    """Write the command that a person would type."""
    return (
        f"sudo apt-get update && sudo apt-get install --no-install-recommends {' '.join(packages)}"
    )


def install(packages: list[str], *, why: str) -> None:
    """Install packages if we are root; otherwise stop and name the command.

    Args:
        packages: Debian package names; only those that are missing.
        why: what is missing, for the person, without a full stop.

    Raises:
        SetupError: we are not root, this is not Debian, or apt-get failed.
    """
    if not is_debian():
        raise SetupError(
            f"{why}. Install what your system calls {', '.join(packages)}, then run this again."
        )
    if not _is_root():
        raise SetupError(f"{why}. Install it with: {command(packages)}")
    say(f"installing system packages: {' '.join(packages)}")
    global _updated  # noqa: PLW0603 - one refresh of apt's lists is enough for one run
    if not _updated:
        _apt(["update"])
        _updated = True
    _apt(["install", "--yes", "--no-install-recommends", *packages])


def _is_root() -> bool:
    return sys.platform != "win32" and os.geteuid() == 0


def _apt(arguments: list[str]) -> None:
    import subprocess

    done = subprocess.run(
        ["apt-get", "-qq", "-o", "DPkg::Lock::Timeout=300", *arguments],
        env={**os.environ, "DEBIAN_FRONTEND": "noninteractive"},
        stdin=subprocess.DEVNULL,
        capture_output=True,
        text=True,
        check=False,
    )
    # `update` may fail for one source of several; whether it matters shows at `install`.
    if done.returncode != 0 and arguments[0] != "update":
        lines = [line for line in done.stderr.splitlines() if line.startswith("E:")]
        reason = lines[0] if lines else f"exit status {done.returncode}"
        raise SetupError(f"apt-get could not install {' '.join(arguments[3:])}: {reason}")
