"""Reads JSON that came from outside, and says in which line it is not what it should be.

What Python's own reader lets through without a word is refused: a field that stands twice (the
first of the two would be lost), numbers that are none, half characters, endless nesting.
"""

from __future__ import annotations

import json
import math
import re
from collections.abc import Iterator
from enum import StrEnum, auto
from typing import Any, Final, NoReturn

from decision_aid.problems import InvalidAnswersError

MOST_LEVELS: Final = 100
"""How deeply lists and objects may stand in each other; records go to about 20."""

_TOKEN: Final = re.compile(
    r'(?P<text>"(?:[^"\\]|\\.)*+")(?P<names>\s*:)?+'
    r"|(?P<number>-?(?:\d[\d.eE+-]*|NaN|Infinity))"
    r"|(?P<opens>[\[{])|(?P<closes>[\]}])|(?P<next>,)|(?P<word>true|false|null)"
)
_MAY_HOLD_HALF_A_CHARACTER: Final = re.compile(r"\\u[dD][89a-fA-F]")
_HALF_A_CHARACTER: Final = re.compile("[\ud800-\udfff]")
_MOST_DIGITS: Final = 300
"""What is longer is no count of anything, and a fraction of that size is infinite."""


class JsonReason(StrEnum):
    """Why a text is not JSON that can be read."""

    NOT_UTF_8 = auto()
    NOT_JSON = auto()
    SAID_TWICE = auto()
    NESTED_TOO_DEEPLY = auto()
    NUMBER_TOO_LARGE = auto()
    NOT_A_NUMBER = auto()
    HALF_A_CHARACTER = auto()


_PROBLEMS: Final = {
    JsonReason.NOT_UTF_8: "this is not UTF-8 text",
    JsonReason.SAID_TWICE: "this field is given twice in one object",
    JsonReason.NESTED_TOO_DEEPLY: "this JSON is nested too deeply",
    JsonReason.NUMBER_TOO_LARGE: "this number is too large",
    JsonReason.NOT_A_NUMBER: "NaN and Infinity are not JSON",
    JsonReason.HALF_A_CHARACTER: "this text holds half a character",
}


class JsonTextError(InvalidAnswersError):
    """A text that is not JSON, or could be read in two ways.

    Attributes:
        reason: why; ``line``, ``field`` (the name of a field that stands twice) and ``problem``
            say it in words.
    """

    def __init__(
        self, reason: JsonReason, line: int | None = None, field: str = "", *, problem: str = ""
    ) -> None:
        self.reason = reason
        super().__init__(field, problem or _PROBLEMS[reason], line=line)


class _SuspectedError(ValueError):
    """Something is wrong, and the text has to be looked through for the place."""


def read_json(raw: bytes) -> Any:  # noqa: ANN401 - whatever JSON can hold
    """Return what a JSON text holds.

    Args:
        raw: UTF-8, with or without a byte-order mark.

    Raises:
        JsonTextError: if it is not UTF-8 or not JSON, or if a field stands twice in one object, it
            is nested too deeply, or holds a number that is too large or none, or half a character.
    """
    try:
        text = raw.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        line = raw.count(b"\n", 0, error.start) + 1
        raise JsonTextError(JsonReason.NOT_UTF_8, line) from None
    return parse_json(text)


def parse_json(text: str) -> Any:  # noqa: ANN401 - whatever JSON can hold
    """Return what a JSON text holds; a mark at its start is passed over, as ``read_json`` does.

    Raises:
        JsonTextError: as ``read_json`` says.
    """
    text = text.removeprefix("\N{ZERO WIDTH NO-BREAK SPACE}")
    try:
        data = json.loads(
            text,
            object_pairs_hook=_each_once,
            parse_int=_whole,
            parse_float=_finite,
            parse_constant=_no_number,
        )
    except json.JSONDecodeError as error:
        problem = f"this is not JSON ({error.msg.lower()})"
        raise JsonTextError(JsonReason.NOT_JSON, error.lineno, problem=problem) from None
    except RecursionError:
        raise JsonTextError(JsonReason.NESTED_TOO_DEEPLY) from None
    except _SuspectedError:
        _look_through(text)
        raise
    if _is_deeper_than(MOST_LEVELS, data):
        raise JsonTextError(JsonReason.NESTED_TOO_DEEPLY)
    if _MAY_HOLD_HALF_A_CHARACTER.search(text):
        _look_through(text)
    return data


def line_of(text: str, field: str) -> int | None:
    """Return the line on which a field stands, or the line of what should hold it.

    Args:
        text: what ``parse_json`` has read.
        field: its path, such as ``findings[0].place``.
    """
    nearest, line = 0, None
    for path, token in _fields(text):
        holds = field.startswith(path) and field[len(path) : len(path) + 1] in {"", ".", "["}
        if holds and len(path) > nearest:
            nearest, line = len(path), _line_of(token)
        if path == field:
            break
    return line


def _fields(text: str) -> Iterator[tuple[str, re.Match[str]]]:
    """Yield the path of each field and entry, and where it begins."""
    path, around = "", list[tuple[str, int]]()
    for token in _TOKEN.finditer(text):
        if token["closes"]:
            path, _ = around.pop()
        elif token["next"]:
            outer, number = around.pop()
            around.append((outer, number + 1))
            path = f"{outer}[{number + 1}]"
        elif token["names"]:
            outer, name = around[-1][0], json.loads(token["text"])
            path = f"{outer}.{name}" if outer else name
            yield path, token
        else:
            yield path, token
            if token["opens"]:
                around.append((path, 0))
                path = f"{path}[0]"


def _each_once(pairs: list[tuple[str, Any]]) -> dict[str, Any]:
    held = dict(pairs)
    if len(held) < len(pairs):
        raise _SuspectedError
    return held


def _whole(written: str) -> int:
    if len(written) > _MOST_DIGITS:
        raise _SuspectedError
    return int(written)


def _finite(written: str) -> float:
    number = float(written)
    if math.isinf(number):
        raise _SuspectedError
    return number


def _no_number(_: str) -> NoReturn:
    raise _SuspectedError


def _is_deeper_than(most: int, data: object) -> bool:
    level = [data]
    for _ in range(most):
        level = [
            inner
            for outer in level
            if isinstance(outer, dict | list)
            for inner in (outer.values() if isinstance(outer, dict) else outer)
        ]
        if not level:
            return False
    return True


def _look_through(text: str) -> None:
    """Raise for the first thing in a text that the reader passed over or stumbled on."""
    names: list[set[str]] = []
    for token in _TOKEN.finditer(text):
        if token["opens"]:
            names.append(set())
        elif token["closes"]:
            names.pop()
        elif token["number"]:
            if reason := _wrong_with_number(token["number"]):
                raise JsonTextError(reason, _line_of(token))
        elif token["text"]:
            said = json.loads(token["text"])
            if not said.isascii() and _HALF_A_CHARACTER.search(said):
                raise JsonTextError(JsonReason.HALF_A_CHARACTER, _line_of(token))
            if token["names"]:
                if said in names[-1]:
                    raise JsonTextError(JsonReason.SAID_TWICE, _line_of(token), said)
                names[-1].add(said)


def _line_of(token: re.Match[str]) -> int:
    return token.string.count("\n", 0, token.start()) + 1


def _wrong_with_number(written: str) -> JsonReason | None:
    if written.lstrip("-") in {"NaN", "Infinity"}:
        return JsonReason.NOT_A_NUMBER
    try:
        _whole(written) if written.lstrip("-").isdigit() else _finite(written)
    except _SuspectedError:
        return JsonReason.NUMBER_TOO_LARGE
    return None
