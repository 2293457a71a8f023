"""The short texts of the screens, the paper and the command line.

They need no models, so that the first page can be shown before anything else has been read.
"""

from __future__ import annotations

import tomllib
from functools import cache, cached_property
from pathlib import Path
from typing import Any, Final

from decision_aid.content.errors import ContentError
from decision_aid.content.resources import resources_folder

DEFAULT_LANGUAGE: Final = "en"


class Labels:
    """The short texts of one language, by ``"group.name"``."""

    def __init__(self, folder: Path) -> None:
        """Take the folder of the language; nothing is read yet."""
        self._folder = folder

    def text(self, key: str, /, **values: object) -> str:
        """Return a short text.

        Args:
            key: ``"group.name"``, such as ``"button.continue"``.
            **values: what stands in its ``{braces}``.

        Raises:
            KeyError: for a key that does not exist.
            ContentError: where a file is broken.
        """
        group, _, name = key.partition(".")
        text = self._groups[group][name]
        return text.format(**values) if values else text

    def group(self, name: str) -> dict[str, str]:
        """Return all short texts of one group."""
        return dict(self._groups[name])

    @cached_property
    def _groups(self) -> dict[str, dict[str, str]]:
        groups: dict[str, dict[str, str]] = {}
        for path in sorted((self._folder / "labels").glob("*.toml")):
            for group, texts in read_toml(path, self._folder.parent.parent).items():
                if group in groups:
                    name = path.relative_to(self._folder.parent.parent).as_posix()
                    raise ContentError(name, f"[{group}] stands in another file too")
                groups[group] = texts
        return groups


def read_toml(path: Path, named_from: Path) -> dict[str, Any]:
    """Return what a TOML file holds.

    Raises:
        ContentError: if it is missing or broken; it names the file as seen from ``named_from``.
    """
    try:
        return tomllib.loads(path.read_text(encoding="utf-8"))
    except FileNotFoundError as error:
        name = path.relative_to(named_from).as_posix()
        raise ContentError(name, "this file is missing") from error
    except (tomllib.TOMLDecodeError, UnicodeDecodeError) as error:
        raise ContentError(path.relative_to(named_from).as_posix(), str(error)) from error


def languages() -> tuple[str, ...]:
    """Return the codes of the languages that there are words for."""
    return tuple(sorted(p.parent.name for p in resources_folder().glob("*/places.toml")))


@cache
def load_labels(language: str = DEFAULT_LANGUAGE) -> Labels:
    """Return the short texts of a language.

    Raises:
        LookupError: if there are no words for it; the message names those there are.
    """
    if language not in languages():
        message = f"no language {language!r}; there is {', '.join(languages())}"
        raise LookupError(message)
    return Labels(resources_folder() / language)
