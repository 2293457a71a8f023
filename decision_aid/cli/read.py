"""``read``: a report line as people and registries write it, or many of them."""

from __future__ import annotations

import argparse
import json
from collections.abc import Iterable, Iterator
from typing import Any, Final

from decision_aid.cli.files import opened, refuse_own_input
from decision_aid.cli.records import answers_file, lines_of_answers
from decision_aid.cli.standard_streams import DONE, CommandError, write_output
from decision_aid.content import Content
from decision_aid.domain import PLACES, PlaceId
from decision_aid.json_text import read_json
from decision_aid.problems import InvalidAnswersError, nearest
from decision_aid.records.typed import Reading, means, read_entry

_Json = dict[str, Any]
_BYTE_ORDER_MARK: Final = b"\xef\xbb\xbf"
_FIELDS: Final = ("id", "text")


def read_lines(options: argparse.Namespace, content: Content) -> int:
    """Read one report line, or every line of a file.

    Raises:
        CommandError: if there is nothing to read.
    """
    if options.batch is not None:
        return _read_batch(options, content)
    text = " ".join(options.text)
    if not text.strip():
        message = "There is nothing to read. Give a report line, or --batch FILE."
        raise CommandError(message)
    reading = read_entry(text)
    if options.format == "text":
        write_output(as_text(reading, content))
    else:
        written = json.dumps(as_json(reading, None, content), ensure_ascii=False, indent=1)
        write_output(written + "\n")
    return DONE


def _read_batch(options: argparse.Namespace, content: Content) -> int:
    if options.text or options.format == "text":
        message = "With --batch each line of the file is read, and answered in JSON."
        raise CommandError(message)
    with opened(options.batch) as lines:
        refuse_own_input("-", [lines], content.label("cli.own_input"))
        for answer in read_batch(lines, content):
            write_output(answer)
    return DONE


def read_batch(lines: Iterable[bytes], content: Content) -> Iterator[bytes]:
    """Yield one line of JSON for each line of JSON that is not blank, in the same order.

    Args:
        lines: lines of ``{"id": …, "text": …}``.
        content: the words.

    Yields:
        What was read with the id, or ``{"id": …, "error": {"line": …, …}}`` where a line cannot
        be used; the lines after it are read all the same.
    """
    for number, line in enumerate(lines, 1):
        raw = line.removeprefix(_BYTE_ORDER_MARK) if number == 1 else line
        if not raw.strip():
            continue
        line_id: object = None
        try:
            given = read_json(raw)
            line_id = given.get("id") if isinstance(given, dict) else None
            answer = as_json(read_entry(_text(given)), line_id, content)
        except InvalidAnswersError as error:
            answer = {"id": line_id, "error": _told(error, number)}
        yield json.dumps(answer, ensure_ascii=False).encode() + b"\n"


def _text(given: object) -> str:
    if not isinstance(given, dict):
        raise InvalidAnswersError("", "this line is not a JSON object")
    for field in given:
        if field not in _FIELDS:
            close = nearest(field, _FIELDS)
            raise InvalidAnswersError(field, f'there is no field "{field}" here', close)
    if "text" not in given:
        raise InvalidAnswersError("text", "this field is missing")
    text = given["text"]
    if not isinstance(text, str):
        raise InvalidAnswersError("text", "this is not text")
    return text


def _told(error: InvalidAnswersError, number: int) -> _Json:
    return {
        "line": number,
        "field": error.field,
        "problem": error.problem,
        "nearest": error.nearest or None,
    }


def as_json(reading: Reading, line_id: object, content: Content) -> _Json:
    """Return what was read as ``read`` prints it.

    Args:
        reading: what was read.
        line_id: the id of the line, which is repeated.
        content: the words.
    """
    return {
        "schema": 1,
        "id": line_id,
        "answers": answers_file(reading.answers),
        "read": [
            {
                "text": part.text,
                "means": means(part, content.label, lambda place: content.place(place).label),
            }
            for part in reading.parts
        ],
        "not_read": list(reading.not_understood),
        "ask": list(_asks(reading, content)),
    }


def _asks(reading: Reading, content: Content) -> Iterator[_Json]:
    for part in reading.parts:
        about = part.findings[0].place if part.findings else part.code
        for ask in part.open:
            asked: _Json = {
                "about": about,
                "why": content.label(f"codes_open.{ask}"),
                "id": ask,
                "text": part.text,
            }
            yield asked | ({"candidates": list(part.candidates)} if part.candidates else {})
    for one in reading.contradictions:
        why = content.label(f"codes_contradiction.{one}")
        yield {"about": one, "why": why, "id": "contradiction"}


def as_text(reading: Reading, content: Content) -> str:
    """Return what was read in words, to be checked by a person.

    Args:
        reading: what was read.
        content: the words.
    """
    given = as_json(reading, None, content)
    label = content.label
    lines = [label("reading.check"), ""]
    lines += [f"- {line}" for line in lines_of_answers(reading.answers, content)]
    for title, told in (
        ("reading.read", [f"{one['text']}: {one['means']}" for one in given["read"]]),
        ("reading.not_read", given["not_read"]),
        (
            "reading.ask",
            [f"{_called(one['about'], content)}: {one['why']}" for one in given["ask"]],
        ),
    ):
        if told:
            lines += ["", f"{label(title)}:", *(f"- {line}" for line in told)]
    return "\n".join(lines) + "\n"


def _called(about: str, content: Content) -> str:
    if about in PLACES:
        return content.place(PlaceId(about)).label
    key = f"codes_contradiction.{about}"
    return content.label("reading.differs") if key in _contradictions(content) else about


def _contradictions(content: Content) -> set[str]:
    return {f"codes_contradiction.{one}" for one in content.labels("codes_contradiction")}
