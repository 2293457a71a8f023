"""Holds a table of a content file to the record that it should fill.

The records say themselves what they take: by their types, and by the rules that stand beside them
in ``Annotated``. The window reads words with this, so it must stay small and quick.
"""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Sized
from functools import cache
from typing import (
    Annotated,
    Any,
    Final,
    NamedTuple,
    Protocol,
    TypeVar,
    get_args,
    get_origin,
    get_type_hints,
)

from decision_aid.content.blocks import Paragraph
from decision_aid.content.errors import ContentError
from decision_aid.content.markup import parse_line

_Record = TypeVar("_Record", bound=NamedTuple)
_GIVEN_AS: Final[dict[type, tuple[type, str]]] = {
    str: (str, "text"),
    Paragraph: (str, "text"),
    tuple: (list, "a list"),
    dict: (dict, "a table"),
    dt.date: (dt.date, "a date, like 2026-11-24"),
}
"""What a file gives for each type, and how that is called."""


class FieldError(ValueError):
    """A field that does not fit; the message says which and what is wrong with it."""

    def __init__(self, field: str, problem: str) -> None:
        super().__init__(f"{field}: {problem}" if field else problem)


class Rule(Protocol):
    """Something that a value must hold besides its type."""

    def problem(self, value: Any) -> str:  # noqa: ANN401 - what the field holds
        """Say what is wrong with a value, or ""."""


class AtLeast(NamedTuple):
    """So many letters, or so many entries."""

    least: int
    of: str

    def problem(self, value: Sized) -> str:
        """Say that there are too few, or ""."""
        return (
            "" if len(value) >= self.least else f"there have to be {self.least} {self.of} or more"
        )


class Matches(NamedTuple):
    """A pattern, with the sentence that asks for it."""

    pattern: str
    ask: str

    def problem(self, value: str) -> str:
        """Ask for what is missing, or ""."""
        return "" if re.search(self.pattern, value) else self.ask


def filled(record: type[_Record], table: object) -> _Record:
    """Return a record with what a table holds.

    Args:
        record: a named tuple of text, dates, lists, tables and paragraphs.
        table: what a file gives for it; an unknown field is refused, a missing one too.

    Raises:
        FieldError: for the first field that does not fit.
    """
    if not isinstance(table, dict):
        problem = "this has to be a table"
        raise FieldError("", problem)
    hints, usual = _hints(record), record._field_defaults
    for name in hints:
        if name not in table and name not in usual:
            problem = "this field is missing"
            raise FieldError(name, problem)
    for name in table:
        if name not in hints:
            problem = f"there is no such field; there are {', '.join(hints)}"
            raise FieldError(name, problem)
    given = {name: _fitting(value, hints[name], name) for name, value in table.items()}
    return record._make((usual | given)[name] for name in hints)


@cache
def _hints(record: type[NamedTuple]) -> dict[str, Any]:
    return get_type_hints(record, include_extras=True)


def _fitting(value: Any, hint: Any, field: str) -> Any:  # noqa: ANN401 - any value, any type
    """Return a value as its type asks for it: texts without blanks around, lists as tuples."""
    origin, inner = get_origin(hint), get_args(hint)
    if origin is Annotated:
        value = _fitting(value, inner[0], field)
        for rule in inner[1:]:
            if problem := rule.problem(value):
                raise FieldError(field, problem)
        return value
    kind = origin or hint
    given: type = type(value)
    given_as, called = _GIVEN_AS[kind]
    if given is not given_as:
        raise FieldError(field, f"this has to be {called}")
    if kind is str:
        return value.strip()
    if kind is Paragraph:
        return _paragraph(value, field)
    if kind is tuple:
        return tuple(_fitting(one, inner[0], field) for one in value)
    if kind is dict:
        return {name: _fitting(one, inner[1], f"{field}.{name}") for name, one in value.items()}
    return value


def _paragraph(text: str, field: str) -> Paragraph:
    try:
        return parse_line(text, "")
    except ContentError as error:
        raise FieldError(field, error.problem) from error
