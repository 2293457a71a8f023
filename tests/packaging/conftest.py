"""The packaged program, built once, and an empty home to use it in."""

import os
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

from build_scripts import package

ROOT = Path(__file__).resolve().parents[2]
SOURCES = ("decision_aid", "resources", "build_scripts", "pyproject.toml", "LICENSE")

Run = Callable[..., subprocess.CompletedProcess[str]]


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    for item in items:
        if item.path.is_relative_to(Path(__file__).parent):
            item.add_marker("bundle")


def newest(*places: Path) -> float:
    files = [place for place in places if place.is_file()]
    for place in places:
        files += [path for path in place.rglob("*") if path.suffix != ".pyc" and path.is_file()]
    return max(file.stat().st_mtime for file in files)


@pytest.fixture(scope="session")
def bundle() -> Path:
    """The folder of the packaged program, built again if a source is newer."""
    program = package.BUNDLE / ("decision-aid.exe" if os.name == "nt" else "decision-aid")
    sources = newest(*(ROOT / name for name in SOURCES))
    if not program.exists() or program.stat().st_mtime < sources:
        subprocess.run([sys.executable, ROOT / "build_scripts" / "package.py"], check=True)
    return package.BUNDLE


@pytest.fixture
def home(tmp_path: Path) -> Path:
    """A home folder with nothing in it."""
    folder = tmp_path / "home"
    folder.mkdir()
    return folder


@pytest.fixture
def bare(home: Path) -> dict[str, str]:
    """The variables of somebody with no screen, no Python and no settings."""
    # Windows itself needs these to start a program.
    kept = {key: os.environ[key] for key in ("SYSTEMROOT", "TEMP") if key in os.environ}
    return {**kept, "HOME": str(home), "USERPROFILE": str(home), "PATH": str(home / "nothing")}
