"""Compiles the words of a checkout when they have changed, and keeps what was compiled."""

from __future__ import annotations

import os
from collections.abc import Iterator
from contextlib import suppress
from pathlib import Path
from typing import Final

from decision_aid.content.compiled import ENDING, FOLDER, CompiledWords
from decision_aid.content.errors import ContentError

_CODE: Final = Path(__file__).parent
"""A change of what compiles the words makes them stale as well."""


def words_of_checkout(resources: Path, language: str) -> CompiledWords:
    """Return the words of a language, compiled anew only if a file has changed.

    Where nothing can be kept, as in a folder that is read-only, they are compiled each time.

    Raises:
        ContentError: for the first file that is broken, with its line.
    """
    kept = resources.parent / ".cache" / FOLDER / f"{language}{ENDING}"
    stamp = _stamp(resources, language)
    with suppress(OSError, ValueError, KeyError):
        return CompiledWords.from_bytes(kept.read_bytes(), stamp)
    # Only whoever changes words needs what checks and reads them, which is slow to load.
    try:
        from decision_aid.content.compiling import compile_words  # noqa: PLC0415
    except ModuleNotFoundError as error:
        problem = f"they have to be compiled, and {error.name} is not installed"
        raise ContentError(f"{resources.name}/{language}", problem) from error
    words = compile_words(resources, language)
    _keep(kept, words.as_bytes(stamp))
    return words


def _stamp(resources: Path, language: str) -> str:
    """Return the name, size and time of every file that the words are compiled of or by."""
    states = [
        _state("sources.toml", resources / "sources.toml"),
        *_states("words/", resources / language),
        *_states("code/", _CODE),
    ]
    return "|".join(sorted(states))


def _states(name: str, folder: Path | str) -> Iterator[str]:
    with os.scandir(folder) as entries:
        for entry in entries:
            if not entry.is_dir():
                yield _state(name + entry.name, entry)
            elif entry.name != "__pycache__":
                yield from _states(f"{name}{entry.name}/", entry.path)


def _state(name: str, file: Path | os.DirEntry[str]) -> str:
    try:
        known = file.stat()
    except OSError:
        return name
    return f"{name} {known.st_size} {known.st_mtime_ns}"


def _keep(file: Path, data: bytes) -> None:
    """Write a file whole, so that whoever else starts now reads all of it or none."""
    unfinished = file.with_suffix(f".{os.getpid()}")
    with suppress(OSError):
        file.parent.mkdir(parents=True, exist_ok=True)
        try:
            unfinished.write_bytes(data)
            unfinished.replace(file)
        finally:
            unfinished.unlink(missing_ok=True)
