"""The Python environment that decision_aid runs, is tested and is packaged in.

`prepare("run")` gives the path of a Python that has the locked packages and can import
decision_aid from this checkout. The first call makes the environment; later calls only compare
a stamp and take a few milliseconds. The stamp is written last, so an environment whose making
was cut short is made again.
"""

import hashlib
import os
import sys
from collections.abc import Callable
from pathlib import Path
from typing import NamedTuple

from build_scripts.messages import SetupError, say

ROOT = Path(__file__).resolve().parent.parent
REQUIREMENTS = ROOT / "build_scripts" / "requirements"

# People who keep several checkouts, or cannot write to this one, can name another place.
PLACE_VARIABLE = "DECISION_AID_ENVIRONMENT"


class Purpose(NamedTuple):
    """What an environment is for.

    Attributes:
        name: names the lock file and the stamp.
        folder: where the environment lives, under the checkout.
        size: roughly how much is downloaded the first time.
    """

    name: str
    folder: str
    size: str

    @property
    def lock(self) -> Path:
        """The hash-pinned list of packages."""
        return REQUIREMENTS / f"{self.name}.txt"


# `test` only adds to what `run` installs, so they share one environment. Packaging and locking
# have their own, because a bundle must not pick up a package that only the tests need.
PURPOSES = {
    purpose.name: purpose
    for purpose in (
        Purpose("run", ".venv", "180 MB"),
        Purpose("test", ".venv", "240 MB"),
        Purpose("package", "build/package-environment", "180 MB"),
        Purpose("lock", "build/lock-environment", "20 MB"),
    )
}


def prepare(name: str, also: Callable[[], list[str]] = list) -> Path:
    """Make the environment for a purpose unless it is there already.

    Args:
        name: one of `PURPOSES`.
        also: gives the Debian packages that will be missed next, so that somebody who lacks
            Python's venv module too is told of everything at once.

    Returns:
        The environment's own Python.

    Raises:
        SetupError: it could not be made; the message says what to do.
    """
    purpose = PURPOSES[name]
    folder = _place(purpose)
    python = python_in(folder)
    if is_ready(folder, purpose):
        _refresh_bytecode(folder, python)
        return python
    try:
        _prepare_slowly(folder, purpose, also)
    except OSError as error:
        raise SetupError(
            f"Could not make an environment in {folder}: {error}."
            f" To keep it somewhere else, name a folder in {PLACE_VARIABLE}."
        ) from error
    return python


def _prepare_slowly(folder: Path, purpose: Purpose, also: Callable[[], list[str]]) -> None:
    from build_scripts.one_at_a_time import one_at_a_time

    keeper = ROOT / ".cache" if folder.is_relative_to(ROOT) else folder.parent
    with one_at_a_time(keeper / f"{folder.name}.lock"):
        if is_ready(folder, purpose):
            return
        if not _is_usable(folder):
            _make(folder, also)
        _install(folder, purpose)
        _point_at_checkout(folder)
        _compile(python_in(folder), [site_packages(folder), ROOT / "decision_aid"])
        _stamp(folder, purpose).write_text(_fingerprint(purpose), encoding="utf-8")
        if purpose.name == "test":
            # The lock for `test` holds every line of the one for `run`.
            run = PURPOSES["run"]
            _stamp(folder, run).write_text(_fingerprint(run), encoding="utf-8")


def is_ready(folder: Path, purpose: Purpose) -> bool:
    """Tell whether the environment was finished, with this lock file and this Python."""
    try:
        stamped = _stamp(folder, purpose).read_text(encoding="utf-8")
    except OSError:
        return False
    return stamped == _fingerprint(purpose) and python_in(folder).exists()


def python_in(folder: Path) -> Path:
    """Name the Python inside an environment."""
    if sys.platform == "win32":
        return folder / "Scripts" / "python.exe"
    return folder / "bin" / "python"


def _place(purpose: Purpose) -> Path:
    """Choose where the environment lives."""
    named = os.environ.get(PLACE_VARIABLE)
    if named:
        return Path(named).absolute() / Path(purpose.folder).name
    inside = ROOT / purpose.folder
    if os.access(ROOT, os.W_OK) or is_ready(inside, purpose):
        return inside
    mark = hashlib.sha256(str(ROOT).encode()).hexdigest()[:12]
    return _user_cache() / "decision_aid" / mark / Path(purpose.folder).name


def _user_cache() -> Path:
    if sys.platform == "win32":
        return Path(os.environ.get("LOCALAPPDATA") or Path.home() / "AppData" / "Local")
    if sys.platform == "darwin":
        return Path.home() / "Library" / "Caches"
    return Path(os.environ.get("XDG_CACHE_HOME") or Path.home() / ".cache")


def _python_tag() -> str:
    # Another minor version keeps its packages in another folder, so the stamp names it.
    return f"{sys.implementation.cache_tag}-{sys.platform}"


def _fingerprint(purpose: Purpose) -> str:
    digest = hashlib.sha256(purpose.lock.read_bytes()).hexdigest()
    return f"{_python_tag()} {digest}\n"


def _stamp(folder: Path, purpose: Purpose) -> Path:
    return folder / f".ready-{purpose.name}"


def _is_usable(folder: Path) -> bool:
    """Tell whether packages can be added to what is there.

    That is so when some purpose was finished here with the present Python and locks: `test`
    then only adds to `run`. Anything else (a half-made environment, an older lock, another
    Python) is cleared, so that nothing is left over from before.
    """
    return any(
        is_ready(folder, purpose)
        for purpose in PURPOSES.values()
        if Path(purpose.folder).name == folder.name
    )


def _make(folder: Path, also: Callable[[], list[str]]) -> None:
    # What only a first run needs is imported there, so that later starts do not wait for it.
    import importlib.util
    import subprocess

    from build_scripts import debian

    if any(importlib.util.find_spec(module) is None for module in ("venv", "ensurepip")):
        debian.install(
            [f"python3.{sys.version_info.minor}-venv", *also()],
            why="Python's venv module is not installed",
        )
    say(f"making an environment in {folder} (only the first time)")
    made = subprocess.run(
        [sys.executable, "-m", "venv", "--clear", str(folder)],
        capture_output=True,
        text=True,
        check=False,
    )
    if made.returncode != 0:
        raise SetupError(
            f"Could not make an environment in {folder}: {_last_line(made.stdout + made.stderr)}"
        )


def _install(folder: Path, purpose: Purpose) -> None:
    import subprocess

    count = sum("==" in line for line in purpose.lock.read_text(encoding="utf-8").splitlines())
    say(
        f"downloading and installing {count} packages, about {purpose.size}:"
        " this can take some minutes"
    )
    # A person's own settings may say where packages come from, not where they go.
    variables = {
        key: value
        for key, value in os.environ.items()
        if key not in {"PIP_USER", "PIP_TARGET", "PIP_PREFIX", "PIP_ROOT", "PYTHONPATH"}
    }
    done = subprocess.run(
        [
            *(str(python_in(folder)), "-m", "pip", "install", "--require-hashes"),
            *("--only-binary", ":all:", "--no-compile", "--no-input", "--no-user"),
            *("--quiet", "--disable-pip-version-check", "-r", str(purpose.lock)),
        ],
        env=variables,
        capture_output=True,
        text=True,
        check=False,
    )
    if done.returncode != 0:
        log = folder / "setup.log"
        log.write_text(done.stdout + done.stderr, encoding="utf-8")
        raise SetupError(f"{_explain_pip(done.stderr)} (Details: {log})")


def _explain_pip(output: str) -> str:
    """Say in one line what pip's output means for the person."""
    if "DO NOT MATCH THE HASHES" in output:
        return (
            "A downloaded package is not the one that was locked, so nothing was installed."
            " Try again on another network; if it stays, report it."
        )
    if "No space left" in output:
        return "The disk is full: free about 1 GB, then run this command again."
    if "CERTIFICATE_VERIFY_FAILED" in output:
        return (
            "The network's certificate is not trusted, as with some clinics' and companies'"
            " networks: name their certificate file in PIP_CERT, then run this command again."
        )
    # pip words a network that it cannot reach as a warning, then as "no version found".
    if "connection broken by" in output or "Connection to " in output:
        return (
            "Could not download the packages that decision_aid needs:"
            " check the internet connection, then run this command again."
        )
    return f"Could not install the packages that decision_aid needs: {_last_line(output)}"


def _last_line(output: str) -> str:
    lines = [line.strip() for line in output.splitlines() if line.strip()]
    errors = [line for line in lines if line.startswith(("ERROR", "Error", "error"))]
    return (errors or lines or ["no reason was given"])[-1]


def site_packages(folder: Path) -> Path:
    """Name the folder of an environment that packages are installed in."""
    if sys.platform == "win32":
        return folder / "Lib" / "site-packages"
    return folder / "lib" / f"python3.{sys.version_info.minor}" / "site-packages"


def _point_at_checkout(folder: Path) -> None:
    """Let the environment import decision_aid straight from this checkout."""
    packages = site_packages(folder)
    try:
        # A relative line keeps working when the whole checkout is moved or renamed.
        target = os.path.relpath(ROOT, packages) if folder.is_relative_to(ROOT) else str(ROOT)
        encoding = "utf-8" if sys.version_info >= (3, 13) else None
        with (packages / "decision_aid_checkout.pth").open("w", encoding=encoding) as file:
            file.write(target + "\n")
    except (OSError, ValueError) as error:
        raise SetupError(f"Could not finish the environment in {folder}: {error}") from error


def _compile(python: Path, places: list[Path]) -> None:
    """Compile bytecode ahead, which Python does not do by itself where it is told not to write.

    A place that cannot be written to (a read-only checkout) is not an error: it only starts a
    little slower.
    """
    import subprocess

    subprocess.run(
        [str(python), "-m", "compileall", "-q", "-j", "0", *map(str, places)],
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
        check=False,
    )


def _refresh_bytecode(folder: Path, python: Path) -> None:
    """Compile decision_aid again after its source has changed."""
    mark = folder / ".compiled"
    newest = max(path.stat().st_mtime for path in (ROOT / "decision_aid").rglob("*.py"))
    if mark.exists() and mark.stat().st_mtime >= newest:
        return
    _compile(python, [ROOT / "decision_aid"])
    try:
        mark.touch()
    except OSError:
        return
