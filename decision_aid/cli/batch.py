"""``classify --batch``: a case a line in, a classification a line out, in the same order.

Lines are read, answered and written one after the other, so memory stays flat however long the
file is. Cases repeat themselves: a line that is the same as an earlier one but for its id is
answered from a small memory, which holds the last few thousand different ones.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterable, Iterator
from functools import lru_cache
from typing import Any, Final, Literal, NotRequired, Required

from pydantic import ConfigDict, TypeAdapter, ValidationError
from typing_extensions import TypedDict

from decision_aid.cli.classification_json import SCHEMA, members
from decision_aid.domain import (
    Answers,
    Certainty,
    ContradictionError,
    Finding,
    PlaceId,
    Side,
    checked,
    classify,
)
from decision_aid.storage.answers import KnownPlace, first_problem
from decision_aid.storage.problems import InvalidAnswersError, contradiction

_REMEMBERED: Final = 32768
_ID_FIRST: Final = re.compile(
    rb'\{"id": ?("[ !#-\[\]-~]*"|-?[1-9]\d{0,15}|0), ?("[^\\]*)', re.DOTALL
)
"""A line that starts with a plain id and holds no escapes; the rest of it can be looked up."""


class FindingLine(TypedDict):
    """One finding of a line."""

    __pydantic_config__ = ConfigDict(extra="forbid")  # type: ignore[misc]
    place: Required[KnownPlace]
    certainty: NotRequired[Certainty]
    side: NotRequired[Literal[Side.LEFT, Side.RIGHT] | None]
    detail: NotRequired[str | None]


class BatchLine(TypedDict):
    """One line of a batch; ``id`` is anything, and the answer repeats it."""

    __pydantic_config__ = ConfigDict(extra="forbid")  # type: ignore[misc]
    id: NotRequired[Any]
    findings: Required[list[FindingLine]]
    side: NotRequired[Side | None]
    came_back: NotRequired[bool | None]


LINE: Final = TypeAdapter(BatchLine)
"""Reads one line. Plain dictionaries: an object of a model for each would cost as much again."""


def classify_lines(lines: Iterable[bytes]) -> Iterator[bytes]:
    """Yield one line of JSON for each line of JSON that is not blank, in the same order.

    Args:
        lines: lines of ``{"id": …, "findings": […], "side": …, "came_back": …}``.

    Yields:
        The classification with the id first, or ``{"id": …, "error": {"line": …, …}}`` where a
        line cannot be used; the lines after it are answered all the same.
    """
    remembered: dict[bytes, bytes] = {}
    for number, line in enumerate(lines, 1):
        split = _ID_FIRST.fullmatch(line)
        if split is None or b'"id"' in split[2]:
            if line.strip():
                yield _answer_or_refusal(line, number)
            continue
        line_id, rest = split.groups()
        answer = remembered.get(rest)
        if answer is None:
            try:
                answer = _answer(LINE.validate_json(line))
            except (ValidationError, ContradictionError) as error:
                yield _refusal(line, number, error)
                continue
            if len(remembered) >= _REMEMBERED:
                remembered.clear()
            remembered[rest] = answer
        yield b'{"id":%b%b' % (line_id, answer)


def _answer(read: BatchLine) -> bytes:
    """Return what follows the id in the answer."""
    return f',"schema":{SCHEMA},{members(classify(_case(read)))}}}\n'.encode()


def _answer_or_refusal(line: bytes, number: int) -> bytes:
    try:
        read = LINE.validate_json(line)
        return b'{"id":%b%b' % (json.dumps(read.get("id"), allow_nan=False).encode(), _answer(read))
    except (ValidationError, ContradictionError, ValueError) as error:
        return _refusal(line, number, error)


@lru_cache(maxsize=8192)
def _finding(
    place: PlaceId, certainty: Certainty, side: Side | None, detail: str | None
) -> Finding:
    return Finding(place, certainty, side, detail)


def _case(read: BatchLine) -> Answers:
    findings = tuple(
        _finding(f["place"], f.get("certainty", Certainty.FOUND), f.get("side"), f.get("detail"))
        for f in read["findings"]
    )
    return checked(Answers(findings, read.get("side"), read.get("came_back")))


def _problem(error: Exception) -> InvalidAnswersError:
    if isinstance(error, ContradictionError):
        return contradiction(error)
    if not isinstance(error, ValidationError):
        return InvalidAnswersError("id", "this number cannot be repeated")
    if error.errors(include_url=False)[0]["type"] == "json_invalid":
        return InvalidAnswersError("", "this line is not JSON")
    return first_problem(error, LINE)


def _refusal(line: bytes, number: int, error: Exception) -> bytes:
    wrong = _problem(error)
    problem = {
        "line": number,
        "field": wrong.field,
        "problem": wrong.problem,
        "nearest": wrong.nearest or None,
    }
    return json.dumps({"id": _id_of(line), "error": problem}, allow_nan=False).encode() + b"\n"


def _id_of(line: bytes) -> Any:  # noqa: ANN401 - whatever the line gives
    try:
        read = json.loads(line)
        line_id = read.get("id") if isinstance(read, dict) else None
        json.dumps(line_id, allow_nan=False)
    except (ValueError, RecursionError):
        return None
    return line_id
