"""Build the packaged program: a folder that runs without Python, in dist/decision-aid.

python3 build_scripts/package.py

Sets up on the first call whatever that needs, and prints how large the result is. On macOS it
also makes `Decision Aid.app`. A bundle is for the kind of system that it was built on.
"""

import sys

if sys.version_info < (3, 11):  # noqa: UP036 - see run.py
    sys.exit(
        "decision_aid: Python 3.11 or newer is needed, and this is %d.%d. Install a newer one and"  # noqa: UP031
        " start this with it, for example: python3.12 build_scripts/package.py"
        % sys.version_info[:2]
    )

import os

# The scripts import each other as one package, from the checkout.
sys.path[0] = os.path.dirname(os.path.dirname(os.path.abspath(__file__)))  # noqa: PTH100, PTH120

import argparse
import shutil
import subprocess
from pathlib import Path

from build_scripts import debian, environment, programs, system_libraries
from build_scripts.messages import SetupError, say

BUNDLE = environment.ROOT / "dist" / "decision-aid"
# Qt's own files come stripped, but for its letters; these do not, and lose up to two thirds.
STRIPPED = (
    *("typst/*.so", "pydantic_core/*.so", "libpython*", "python3*/lib-dynload/*.so"),
    *("PySide6/Qt/lib/libicui18n.*", "PySide6/Qt/lib/libicuuc.*"),
)


def main(arguments: list[str]) -> int:
    """Build the bundle and say how large it is."""
    parser = argparse.ArgumentParser(
        prog="package.py",
        description=__doc__,
        formatter_class=argparse.RawDescriptionHelpFormatter,
    )
    parser.parse_args(arguments)
    try:
        print(report(build()))
    except SetupError as error:
        say(str(error))
        return 1
    except KeyboardInterrupt:
        say("stopped")
        return 130
    return 0


def build() -> Path:
    """Build the bundle.

    Returns:
        Its folder.

    Raises:
        SetupError: something is missing, or PyInstaller failed.
    """
    python = environment.prepare("package")
    programs.ensure(["objcopy", "objdump", "strip"], purpose="Packaging")
    # PyInstaller bundles the system libraries that it finds, so they have to be here.
    system_libraries.ensure(python.parent.parent)
    _ensure_python_library(python)
    say("building the packaged program")
    work = environment.ROOT / "build" / "pyinstaller"
    done = subprocess.run(
        [
            *(str(python), "-m", "PyInstaller", "--noconfirm", "--clean", "--log-level", "WARN"),
            *("--distpath", str(BUNDLE.parent), "--workpath", str(work)),
            str(environment.ROOT / "build_scripts" / "decision-aid.spec"),
        ],
        cwd=environment.ROOT,
        capture_output=True,
        text=True,
        check=False,
    )
    if done.returncode != 0:
        work.mkdir(parents=True, exist_ok=True)
        log = work / "package.log"
        log.write_text(done.stdout + done.stderr, encoding="utf-8")
        raise SetupError(f"PyInstaller could not build the program. (Details: {log})")
    if sys.platform.startswith("linux"):
        _strip(BUNDLE / "_internal")
    return BUNDLE


def report(bundle: Path) -> str:
    """Say how large the bundle is, and what takes the room."""
    inside = bundle / "_internal"
    parts = {
        "in all": [bundle],
        "of which Typst": [inside / "typst"],
        "of which Qt": [inside / "PySide6", inside / "shiboken6"],
        "of which our own words and pictures": [inside / "decision_aid"],
    }
    lines = [f"{bundle.relative_to(environment.ROOT)}"]
    for name, places in parts.items():
        lines.append(f"  {sum(map(size, places)) / 1e6:7.1f} MB {name}")
    return "\n".join(lines)


def size(place: Path) -> int:
    """Add up the bytes of the files in a folder, each once."""
    return sum(
        path.stat().st_size for path in place.rglob("*") if path.is_file() and not path.is_symlink()
    )


def _strip(inside: Path) -> None:
    """Take out what only a debugger reads."""
    tool = shutil.which("strip")
    assert tool is not None
    for pattern in STRIPPED:
        for library in inside.glob(pattern):
            subprocess.run([tool, "--strip-unneeded", str(library)], check=True)


def _ensure_python_library(python: Path) -> None:
    """See to it that Python's own shared library is there, which Debian packs by itself."""
    if not sys.platform.startswith("linux"):
        return
    finds = "from PyInstaller.depend.bindepend import get_python_library_path as f; f()"
    found = subprocess.run([str(python), "-c", finds], capture_output=True, check=False)
    if found.returncode != 0:
        debian.install(
            [f"libpython3.{sys.version_info.minor}"],
            why="Packaging needs Python's shared library",
        )


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
