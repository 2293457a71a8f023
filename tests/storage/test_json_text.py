"""JSON from outside: what Python reads in silence is refused, with its line and its field."""

from __future__ import annotations

import contextlib
import json
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from decision_aid.json_text import (
    MOST_LEVELS,
    JsonReason,
    JsonTextError,
    line_of,
    read_json,
)

MARK = "\N{ZERO WIDTH NO-BREAK SPACE}"


def _refused(raw: bytes) -> JsonTextError:
    with pytest.raises(JsonTextError) as refused:
        read_json(raw)
    assert refused.value.problem
    return refused.value


@pytest.mark.parametrize(
    ("raw", "reason", "line", "field"),
    [
        (b'{"a": 1,\n "a": 1}', JsonReason.SAID_TWICE, 2, "a"),
        (b'{"a": [],\n "b": {"c": 1,\n\n "\\u0063": 2}}', JsonReason.SAID_TWICE, 4, "c"),
        (b'[{"a": 1}, {"a": 1,\n "a": 2}] and more', JsonReason.SAID_TWICE, 2, "a"),
        (b'{"a": "}, {", "b": ["a", "a"],\n"b": "\\""}', JsonReason.SAID_TWICE, 2, "b"),
        (b"", JsonReason.NOT_JSON, 1, ""),
        (b'{"a": 1,\n "b" 2}', JsonReason.NOT_JSON, 2, ""),
        (b'{"a": 1}\n\n\xff', JsonReason.NOT_UTF_8, 3, ""),
        (b'\xff\xfe{\x00"\x00', JsonReason.NOT_UTF_8, 1, ""),
        ('"\ud800"'.encode("utf-8", "surrogatepass"), JsonReason.NOT_UTF_8, 1, ""),
        (b'[1,\n "\\ud800"]', JsonReason.HALF_A_CHARACTER, 2, ""),
        (b'{"\\uDFFF": 1}', JsonReason.HALF_A_CHARACTER, 1, ""),
        (b"[1,\n NaN]", JsonReason.NOT_A_NUMBER, 2, ""),
        (b"[-Infinity]", JsonReason.NOT_A_NUMBER, 1, ""),
        (b"[\n1e999]", JsonReason.NUMBER_TOO_LARGE, 2, ""),
        (b"[\n-" + b"1" * 5000 + b"]", JsonReason.NUMBER_TOO_LARGE, 2, ""),
        (b"[" * 100_000, JsonReason.NESTED_TOO_DEEPLY, None, ""),
        (b'{"a":' * 500 + b"1" + b"}" * 500, JsonReason.NESTED_TOO_DEEPLY, None, ""),
    ],
)
def test_what_could_be_read_in_two_ways_or_not_at_all_is_refused(
    raw: bytes, reason: JsonReason, line: int | None, field: str
) -> None:
    error = _refused(raw)
    assert (error.reason, error.line, error.field) == (reason, line, field)


@pytest.mark.parametrize(
    "data",
    [
        {"a": {"a": 1}, "b": [{"a": 1}, {"a": 1}]},
        ["😀", "\\ud800", "a\u202eb", 'say "a": "a"'],
        [0, -1, 1.5, 1e308, 10**299, True, None],
    ],
)
def test_what_is_sound_is_read_with_or_without_a_byte_order_mark(data: Any) -> None:
    for text in (json.dumps(data), json.dumps(data, ensure_ascii=False, indent=1)):
        assert read_json(text.encode()) == data
        assert read_json((MARK + text).encode()) == data


def test_records_may_nest_but_not_without_end() -> None:
    def nested(levels: int) -> bytes:
        return b"[" * levels + b"]" * levels

    assert read_json(nested(MOST_LEVELS))
    assert _refused(nested(MOST_LEVELS + 1)).reason is JsonReason.NESTED_TOO_DEEPLY


_NAMES = st.text('ab.[]0\\"\n', max_size=3)
_ANY = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats(allow_nan=False, allow_infinity=False),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(_NAMES, inner, max_size=3),
    max_leaves=10,
)


@given(_ANY, st.sampled_from([None, 1]))
def test_whatever_python_writes_is_read_back(data: Any, indent: int | None) -> None:
    assert read_json(json.dumps(data, indent=indent).encode()) == data


@given(_ANY, _NAMES)
def test_a_field_that_is_added_again_is_always_found(data: Any, name: str) -> None:
    twice = f"{{{json.dumps(name)}: 1, {json.dumps(name)}: 2}}"
    raw = f"[{json.dumps(data)},\n{twice}, {json.dumps(data)}]".encode()
    error = _refused(raw)
    assert (error.reason, error.line, error.field) == (JsonReason.SAID_TWICE, 2, name)


@given(st.binary(max_size=60) | st.text('{}[],:"\\ab1e9-\n', max_size=30).map(str.encode))
def test_no_bytes_get_anything_but_data_or_a_refusal(raw: bytes) -> None:
    with contextlib.suppress(JsonTextError):
        json.dumps(read_json(raw)).encode()


def test_the_line_of_a_field_is_that_of_the_field_itself() -> None:
    text = json.dumps({"a": {"b": 1}, "c": [{"b": None}, [True, {"b": "x, y"}]], "b": 2}, indent=1)
    lines = text.splitlines()
    places = {"a.b": '"b": 1', "c[0].b": '"b": null', "c[1][1].b": "x, y", "b": '"b": 2'}
    for field, stands in places.items():
        number = line_of(text, field)
        assert number is not None
        assert stands in lines[number - 1]
    assert line_of(text, "c[1][0]") == next(n for n, line in enumerate(lines, 1) if "true" in line)
    assert line_of(text, "c[0].gone") == line_of(text, "c[0]")
    assert line_of(text, "gone") is None
