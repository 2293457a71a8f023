"""Loads the words of each language from where they are found.

A package carries them compiled. In a checkout they are compiled when that is missing or older than
what it was made of, and kept in a folder that git ignores.
"""

from __future__ import annotations

from functools import cache
from typing import Final

from decision_aid.content.checkout import words_of_checkout
from decision_aid.content.compiled import ENDING, FOLDER, CompiledWords
from decision_aid.content.entries import KeyboardLayout
from decision_aid.content.errors import ContentError
from decision_aid.content.labels import Labels
from decision_aid.content.lookup import Content
from decision_aid.content.resources import resources_folder

DEFAULT_LANGUAGE: Final = "en"


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
