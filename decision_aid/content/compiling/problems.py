"""Says what is wrong with a file of words in words, and in which line."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Final

from pydantic import ValidationError

from decision_aid.content.errors import ContentError

Place = tuple[str | int, ...]
"""The keys that lead to a value of a TOML file."""

_SAID: Final = {
    "missing": "this field is missing",
    "string_type": "this has to be text",
    "list_type": "this has to be a list",
    "dict_type": "this has to be a table",
    "model_type": "this has to be a table",
    "date_type": "this has to be a date, like 2026-11-24",
    "float_type": "this has to be a number",
    "string_too_short": "there have to be {min_length} letters or more",
    "too_short": "there have to be {min_length} or more",
}
"""What a person is told in place of the library's own sentence."""

_TABLE: Final = re.compile(r"\s*\[(?P<keys>[^\[\]]+)\]")
_FIELD: Final = re.compile(r"\s*(?P<keys>[\w-]+|\"[^\"]*\"|'[^']*')\s*=")
_KEY: Final = re.compile(r"\"([^\"]*)\"|'([^']*)'|([\w-]+)")


def named(path: Path, resources: Path) -> str:
    """Return how a file is called in a message."""
    return path.relative_to(resources.parent).as_posix()


def problems_of(
    error: ValidationError, file: str, text: str, *, first_line: int = 1, under: str = ""
) -> Iterator[ContentError]:
    """Yield each problem of a file that its model found.

    Args:
        error: what the model raised.
        file: the name of the file.
        text: the TOML that it held.
        first_line: the line of the file on which that begins.
        under: what the TOML is called where it is only a part of the file.
    """
    for one in error.errors(include_url=False):
        place, kind = one["loc"], one["type"]
        if kind == "extra_forbidden":
            problem = "there is no such field"
        else:
            problem = _SAID.get(kind, one["msg"]).format(**one.get("ctx", {}))
        line = line_of(text, place)
        yield ContentError(
            file,
            ": ".join((*_called(place, under), problem)),
            first_line if line is None else first_line + line,
        )


def line_of(text: str, place: Place) -> int | None:
    """Return the line of TOML, from 0, on which a value stands, or the nearest key above it."""
    wanted = [str(key) for key in place]
    table: list[str] = []
    nearest, line = 0, None
    for number, row in enumerate(text.splitlines()):
        if heading := _TABLE.match(row):
            here = table = _keys(heading["keys"])
        elif field := _FIELD.match(row):
            here = [*table, *_keys(field["keys"])]
        else:
            continue
        if nearest < len(here) and here == wanted[: len(here)]:
            nearest, line = len(here), number
    return line


def _keys(text: str) -> list[str]:
    return ["".join(parts) for parts in _KEY.findall(text)]


def _called(place: Place, under: str) -> Iterable[str]:
    keys = [str(key) for key in place if key != "[key]"]
    first, rest = (under, keys) if under else ("".join(keys[:1]), keys[1:])
    return [name for name in (first, ".".join(rest)) if name]
