"""The words of one language in their compiled form.

The compiled form is one file: a line that says what follows, then each part as one line of JSON.
A part is read when it is first asked for, so a window holds only the words that it shows.
"""

from __future__ import annotations

import json
from collections.abc import Mapping
from typing import Any, Final

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
