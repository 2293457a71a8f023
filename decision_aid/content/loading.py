"""Loads the words of each language from where they are found.

A package carries them compiled. In a checkout they are compiled when that is missing or older than
what it was made of, and kept in a folder that git ignores.
"""

from __future__ import annotations

import os
from collections.abc import Iterator
from contextlib import suppress
from functools import cache
from pathlib import Path
from typing import Final

from decision_aid.content.compiled import ENDING, FOLDER, CompiledWords
from decision_aid.content.entries import KeyboardLayout
from decision_aid.content.lookup import Content, Labels
from decision_aid.content.resources import ContentError, resources_folder

DEFAULT_LANGUAGE: Final = "en"

_CODE: Final = Path(__file__).parent
"""A change of what compiles the words makes them stale as well."""


def languages() -> tuple[str, ...]:
    """Return the codes of the languages that there are words for."""
    folder = resources_folder()
    compiled = {path.stem for path in (folder / FOLDER).glob(f"*{ENDING}")}
    return tuple(sorted(compiled or {path.parent.name for path in folder.glob("*/places.toml")}))


def require_language(language: str) -> None:
    """See to it that there are words for a language.

    Raises:
        LookupError: if there are none; the message names those there are.
    """
    if language not in languages():
        message = f"no language {language!r}; there is {', '.join(languages())}"
        raise LookupError(message)


@cache
def compiled_words(language: str = DEFAULT_LANGUAGE) -> CompiledWords:
    """Return the compiled words of a language.

    Raises:
        LookupError: if there are no words for it; the message names those there are.
        ContentError: if a file of a checkout is broken, or the compiled file of a package.
    """
    require_language(language)
    folder = resources_folder()
    if is_checkout():
        return words_of_checkout(folder, language)
    file = folder / FOLDER / f"{language}{ENDING}"
    try:
        return CompiledWords.from_bytes(file.read_bytes())
    except ValueError as error:
        name, problem = file.relative_to(folder.parent).as_posix(), "install the program again"
        raise ContentError(name, problem) from error


def is_checkout() -> bool:
    """Whether the words are here as they are edited, and are compiled when they are needed."""
    return not (resources_folder() / FOLDER).is_dir()


@cache
def load_labels(language: str = DEFAULT_LANGUAGE) -> Labels:
    """Return the short texts of a language.

    Raises:
        LookupError: if there are no words for it; the message names those there are.
        ContentError: if a file of a checkout is broken, or the compiled file of a package.
    """
    return Labels(compiled_words(language))


@cache
def load(language: str = DEFAULT_LANGUAGE) -> Content:
    """Return the words of a language.

    Raises:
        LookupError: if there are no words for it; the message names those there are.
        ContentError: if a file of a checkout is broken, or the compiled file of a package.
    """
    return Content(language, compiled_words(language), load_labels(language))


def keyboard_layout(language: str = DEFAULT_LANGUAGE) -> KeyboardLayout:
    """Return the keys that a language is typed with on a screen.

    Raises:
        LookupError: if there are no words for it; the message names those there are.
        ContentError: if a file of a checkout is broken, or the compiled file of a package.
    """
    layout = compiled_words(language).part("keyboard")
    return KeyboardLayout(tuple(layout["plain"]), tuple(layout["shifted"]), layout["names"])


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
        _state("numbers.toml", resources / "numbers.toml"),
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
