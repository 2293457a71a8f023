"""The words of one language in their compiled form, and where that is found.

The compiled form is one file: a line that says what follows, then each part as one line of JSON.
A part is read when it is first asked for, so a window holds only the words that it shows.

A package carries the file. In a checkout it is compiled when it is missing or older than what it
was made of, and kept in a folder that git ignores.
"""

from __future__ import annotations

import json
from collections.abc import Mapping
from functools import cache
from typing import Any, Final

from decision_aid.content.errors import ContentError
from decision_aid.content.resources import resources_folder

DEFAULT_LANGUAGE: Final = "en"
FOLDER: Final = "words"
ENDING: Final = ".jsonl"
_FORM: Final = 1
"""Counts up with each change of what the parts look like."""


class CompiledWords:
    """The compiled words of one language, by the name of each part."""

    def __init__(self, parts: Mapping[str, bytes]) -> None:
        """Take the JSON of each part."""
        self._parts = dict(parts)

    def part(self, name: str) -> Any:  # noqa: ANN401 - each part has a shape of its own
        """Return what a part holds, read anew each time.

        Raises:
            KeyError: if there is no such part.
        """
        return json.loads(self._parts[name])

    def names(self) -> tuple[str, ...]:
        """Return the name of every part, in the order of the file."""
        return tuple(self._parts)

    def as_bytes(self, stamp: str = "") -> bytes:
        """Return the file.

        Args:
            stamp: what the words were made of, for ``from_bytes`` to compare.
        """
        head = json.dumps({"form": _FORM, "stamp": stamp, "parts": list(self._parts)})
        return b"\n".join((head.encode(), *self._parts.values()))

    @classmethod
    def from_bytes(cls, data: bytes, stamp: str = "") -> CompiledWords:
        """Return the words of a file.

        Raises:
            ValueError: if it is not whole, of another form, or made of something else.
        """
        first, *lines = data.split(b"\n")
        head = json.loads(first)
        if not isinstance(head, dict) or (head.get("form"), head.get("stamp")) != (_FORM, stamp):
            message = "these words were compiled of something else"
            raise ValueError(message)
        return cls(dict(zip(head["parts"], lines, strict=True)))


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
        from decision_aid.content.checkout import words_of_checkout  # noqa: PLC0415 - never installed

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
