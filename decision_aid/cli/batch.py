"""``classify --batch``: a case a line in, a classification a line out, in the same order.

Lines are read, answered and written in turn, so memory stays flat however long the file is, and
nothing of a line is kept once it is answered. A long file is answered by all processors: its
lines do not depend on each other.
"""

from __future__ import annotations

import json
from collections import deque
from collections.abc import Iterable, Iterator
from concurrent.futures import Future, ProcessPoolExecutor
from itertools import islice
from typing import Any, Final, Literal, NotRequired, Required

from pydantic import TypeAdapter, ValidationError, with_config
from typing_extensions import TypedDict

from decision_aid.cli.classify import SCHEMA, members
from decision_aid.domain import (
    Answers,
    Certainty,
    ContradictionError,
    Finding,
    Side,
    assess,
)
from decision_aid.problems import InvalidAnswersError, contradiction
from decision_aid.storage.answers import KnownPlace, first_problem

_BYTE_ORDER_MARK: Final = b"\xef\xbb\xbf"


@with_config(extra="forbid")
class FindingLine(TypedDict):
    """One finding of a line."""

    place: Required[KnownPlace]
    certainty: NotRequired[Certainty]
    side: NotRequired[Literal[Side.LEFT, Side.RIGHT] | None]
    detail: NotRequired[str | None]


@with_config(extra="forbid")
class BatchLine(TypedDict):
    """One line of a batch; ``id`` is anything, and the answer repeats it."""

    id: NotRequired[Any]
    findings: Required[list[FindingLine]]
    side: NotRequired[Side | None]
    came_back: NotRequired[bool | None]


_FEW: Final = 500
"""As many lines are answered before other processors are asked."""
_PART: Final = 1_000
"""How many lines are answered at once by one processor."""
_WAITING: Final = 8
"""How many parts are under way at most."""

LINE: Final = TypeAdapter(BatchLine)
"""Reads one line. Plain dictionaries: an object of a model for each would cost as much again."""


def classify_batch(lines: Iterable[bytes]) -> Iterator[bytes]:
    """Yield the same as ``classify_lines``, from all processors where the file is long.

    Args:
        lines: as there.
    """
    rest = iter(lines)
    start = list(islice(rest, _FEW))
    yield from classify_lines(start)
    if len(start) < _FEW:
        return
    numbered = enumerate(iter(lambda: b"".join(islice(rest, _PART)), b""))
    with ProcessPoolExecutor() as workers:
        waiting: deque[Future[bytes]] = deque()
        for number, part in numbered:
            waiting.append(workers.submit(_answered, part, _FEW + number * _PART + 1))
            if len(waiting) > _WAITING:
                yield waiting.popleft().result()
        while waiting:
            yield waiting.popleft().result()


def _answered(part: bytes, first: int) -> bytes:
    # Not ``splitlines``: only a line feed ends a line of JSON.
    lines = part.removesuffix(b"\n").split(b"\n")
    return b"".join(classify_lines(lines, first))


def classify_lines(lines: Iterable[bytes], first: int = 1) -> Iterator[bytes]:
    """Yield one line of JSON for each line of JSON that is not blank, in the same order.

    Args:
        lines: lines of ``{"id": …, "findings": […], "side": …, "came_back": …}``.
        first: the number of the first of them.

    Yields:
        The classification with the id first, or ``{"id": …, "error": {"line": …, …}}`` where a
        line cannot be used; the lines after it are answered all the same.
    """
    for number, line in enumerate(lines, first):
        text = line.removeprefix(_BYTE_ORDER_MARK) if number == 1 else line
        if not text.strip():
            continue
        try:
            yield _answer(text)
        except (ValidationError, ContradictionError, InvalidAnswersError) as error:
            yield _refusal(text, number, error)


def _answer(line: bytes) -> bytes:
    read = LINE.validate_json(line)
    said = read["findings"]
    # Each key of an object brings one colon: with more of them, a key may stand there twice.
    if line.count(b":") != len(read) + sum(map(len, said)):
        _refuse_repeated_keys(line)
    findings = tuple([Finding(**finding) for finding in said])
    answers = Answers(findings, read.get("side"), read.get("came_back"))
    result = members(assess(answers).result)
    return f'{{"id":{_repeated_id(read.get("id"))},"schema":{SCHEMA},{result}}}\n'.encode()


def _repeated_id(line_id: object) -> str:
    if type(line_id) is int:
        return str(line_id)
    try:
        return json.dumps(line_id, allow_nan=False)
    except ValueError as error:
        raise InvalidAnswersError("id", "this number cannot be repeated") from error


def _refuse_repeated_keys(line: bytes) -> None:
    def each_once(pairs: list[tuple[str, object]]) -> dict[str, object]:
        keys = [key for key, _ in pairs]
        for key in keys:
            if keys.count(key) > 1:
                raise InvalidAnswersError(key, "this field stands here twice")
        return dict(pairs)

    json.loads(line, object_pairs_hook=each_once)


def _problem(error: Exception) -> InvalidAnswersError:
    if isinstance(error, InvalidAnswersError):
        return error
    if isinstance(error, ContradictionError):
        return contradiction(error)
    assert isinstance(error, ValidationError)
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
