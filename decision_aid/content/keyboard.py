"""The keys that a language is typed with on a screen."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final

from decision_aid.content.errors import ContentError
from decision_aid.content.labels import DEFAULT_LANGUAGE, read_toml
from decision_aid.content.resources import resources_folder

MOST_IN_A_ROW: Final = 10
"""How many keys of 48 pixels and their gaps a screen 768 pixels wide holds, with room at 200 %."""

_FILE: Final = "keyboard.toml"


@dataclass(frozen=True, slots=True)
class KeyboardLayout:
    """The keys of one language.

    Attributes:
        plain: the rows from above, one letter a key.
        shifted: the same keys with Shift.
        names: how a key is called where the letter itself does not say it.
    """

    plain: tuple[str, ...]
    shifted: tuple[str, ...]
    names: dict[str, str]


def keyboard_layout(language: str = DEFAULT_LANGUAGE) -> KeyboardLayout:
    """Return the keys of a language.

    Raises:
        ContentError: if the file is missing or broken, or its rows do not fit each other.
    """
    folder = resources_folder()
    path = folder / language / _FILE
    raw = read_toml(path, folder.parent)
    plain, shifted = _rows(raw.get("plain")), _rows(raw.get("shifted"))
    names: dict[str, str] = raw.get("names", {})
    problem = _problem(plain, shifted, names)
    if problem:
        raise ContentError(path.relative_to(folder.parent).as_posix(), problem)
    return KeyboardLayout(plain, shifted, names)


def _rows(raw: object) -> tuple[str, ...]:
    return tuple(str(row) for row in raw) if isinstance(raw, list) else ()


def _problem(plain: tuple[str, ...], shifted: tuple[str, ...], names: dict[str, str]) -> str:
    if not plain or [len(row) for row in plain] != [len(row) for row in shifted]:
        return "plain and shifted need the same rows, each with as many keys"
    keys = "".join((*plain, *shifted))
    if max(map(len, plain)) > MOST_IN_A_ROW:
        return f"a row has {MOST_IN_A_ROW} keys at most"
    twice = sorted({key for key in keys if keys.count(key) > 1})
    if twice:
        return f"there is more than one key for {' '.join(twice)}"
    unnamed = [key for key in keys if not key.isalnum() and not names.get(key)]
    return f"[names] has none for {' '.join(unnamed)}" if unnamed else ""
