"""Damaged files: whatever happened to the bytes, words are what comes, and the file stays."""

from __future__ import annotations

import json
import string
from collections import Counter
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from decision_aid.content import load_labels
from decision_aid.storage.saved_sessions import (
    ENDING,
    Reason,
    SavedSession,
    SavedSessionError,
    explained,
    open_session,
    session_bytes,
    session_of,
)
from decision_aid.storage.sealing import unseal
from tests.storage.age_file import age_file, as_text
from tests.storage.sessions import PASSPHRASE, SAVED, a_session, cheap_file

_labels = load_labels()


def _reason(path: Path, raw: bytes) -> Reason:
    """Open a file of these bytes; it must be refused with words, and stay as it is."""
    path.write_bytes(raw)
    with pytest.raises(SavedSessionError) as refused:
        open_session(path, PASSPHRASE)
    assert explained(refused.value, _labels.text)
    assert path.read_bytes() == raw
    return refused.value.reason


def _flipped(raw: bytes, bits: int) -> Iterator[bytes]:
    for position in range(len(raw)):
        changed = bytearray(raw)
        changed[position] ^= bits
        yield bytes(changed)


@pytest.mark.parametrize("bits", [0x01, 0x20, 0x80])
def test_each_byte_of_a_file_may_be_wrong(tmp_path: Path, bits: int) -> None:
    raw = cheap_file()
    reasons = Counter(_reason(tmp_path / "visit", changed) for changed in _flipped(raw, bits))
    first_line, body = len(b"age-encryption.org/v1\n"), len(raw) - raw.index(b"\n--- ")
    assert set(reasons) <= {
        Reason.NOT_A_SESSION_FILE,
        Reason.DAMAGED,
        Reason.WRONG_PASSPHRASE,
        Reason.LOCKED_WITH_A_KEY,
    }
    assert reasons[Reason.NOT_A_SESSION_FILE] == first_line
    assert reasons[Reason.DAMAGED] >= body


def test_a_file_may_be_cut_anywhere(tmp_path: Path) -> None:
    raw = cheap_file()
    reasons = [_reason(tmp_path / "visit", raw[:length]) for length in range(len(raw))]
    assert reasons[0] is Reason.EMPTY
    assert set(reasons[1:]) == {Reason.DAMAGED}


def test_a_file_as_text_may_be_wrong_or_cut_anywhere(tmp_path: Path) -> None:
    raw = as_text(cheap_file())
    end = raw.index(b"-----END") + len(b"-----END AGE ENCRYPTED FILE-----")
    for changed in _flipped(raw[:end], 0x01):
        _reason(tmp_path / "visit", changed)
    for length in range(end):
        _reason(tmp_path / "visit", raw[:length])


def test_bytes_may_be_put_in_or_added_anywhere(tmp_path: Path) -> None:
    raw = cheap_file()
    for position in range(0, len(raw) + 1, 3):
        _reason(tmp_path / "visit", raw[:position] + b"\0" + raw[position:])
    _reason(tmp_path / "visit", raw + raw)


def test_a_file_that_pyrage_wrote_is_told_apart_in_the_same_way() -> None:
    """What pyrage says decides, and it may say it anew one day; this file is one of its own."""
    raw = (SAVED / f"version_2{ENDING}").read_bytes()
    mac = raw.index(b"\n--- ") + len(b"\n--- ")
    expected = {
        raw.index(b"\n", len(b"age-encryption.org/v1\n")) + 5: Reason.WRONG_PASSPHRASE,
        mac + 3: Reason.DAMAGED,
        len(raw) - 3: Reason.DAMAGED,
    }
    for position, reason in expected.items():
        changed = bytearray(raw)
        changed[position] = ord("A") if changed[position] != ord("A") else ord("B")
        with pytest.raises(SavedSessionError) as refused:
            unseal(bytes(changed), PASSPHRASE)
        assert refused.value.reason is reason


def _told(raw: bytes) -> SavedSession | Reason:
    try:
        return session_of(unseal(raw, PASSPHRASE))
    except SavedSessionError as refused:
        error = refused
    assert explained(error, _labels.text)
    return error.reason


@settings(max_examples=300, deadline=None)
@given(st.binary(max_size=300))
def test_no_bytes_ever_get_anything_but_words(raw: bytes) -> None:
    for start in (b"", b"age-encryption.org/v1\n", b"age-encryption.org/v1\n-> scrypt "):
        assert isinstance(_told(start + raw), Reason)


_HEAD_CHARACTERS = string.ascii_letters + string.digits + "+/ \n->"


@settings(max_examples=300, deadline=None)
@given(st.text(_HEAD_CHARACTERS, max_size=80), st.integers(0, 120), st.integers(0, 60))
def test_no_head_ever_gets_anything_but_words(put_in: str, position: int, taken: int) -> None:
    raw = cheap_file()
    changed = raw[:position] + put_in.encode() + raw[position + taken :]
    assert isinstance(_told(changed), Reason) or changed == raw


_numbers = st.integers() | st.floats() | st.sampled_from([10**400, -(10**400), 1e308, 2**63])
_fields = st.sampled_from(
    ["format", "schema", "cases", "counselor_notes", "example_only", "name", "answers", "findings"]
)
_any_json = st.recursive(
    st.none() | st.booleans() | _numbers | st.text(max_size=8) | st.just("\ud800"),
    lambda inner: (
        st.lists(inner, max_size=4)
        | st.dictionaries(_fields | st.text(max_size=4), inner, max_size=5)
    ),
    max_leaves=15,
)


@settings(max_examples=300, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(_any_json, st.sampled_from([1, 2]))
def test_no_json_behind_the_right_passphrase_gets_anything_but_words(
    data: Any, version: int
) -> None:
    good = json.loads(session_bytes(a_session()))
    envelopes = [
        data,
        {"format": "decision-aid-session", "schema": version, "cases": data},
        good | (data if isinstance(data, dict) else {"counselor_notes": [data]}),
        good | {"cases": [{"name": "", "answers": data}]},
        good | {"unknown": data},
    ]
    for envelope in envelopes:
        told = _told(age_file(json.dumps(envelope).encode(), PASSPHRASE))
        assert isinstance(told, Reason) or session_of(session_bytes(told)) == told


def _with_notes(notes: str) -> bytes:
    return session_bytes(a_session("NOTES")).replace(b'"NOTES"', notes.encode())


@pytest.mark.parametrize(
    "plain",
    [
        pytest.param(_with_notes("NaN"), id="not a number"),
        pytest.param(_with_notes("-Infinity"), id="infinite"),
        pytest.param(_with_notes("9" * 10_000), id="a number of ten thousand digits"),
        pytest.param(_with_notes("[" * 100_000), id="nested and not closed"),
        pytest.param(_with_notes("[" * 900 + "]" * 900), id="nested"),
        pytest.param(_with_notes("[" * 100_000 + "]" * 100_000), id="nested too deeply"),
        pytest.param(_with_notes('"a", "counselor_notes": "b"'), id="a field twice"),
        pytest.param(_with_notes(r'"\ud800"'), id="half a character"),
        pytest.param(_with_notes('"' + "x" * 30_000 + '"'), id="too long"),
        pytest.param(_with_notes('"a", "more": 1'), id="a field that is not known"),
        pytest.param(session_bytes(a_session())[:-1], id="not closed"),
        pytest.param(b"\xff\xfe{}", id="not UTF-8"),
        pytest.param(b"\xff" * 100, id="no text"),
    ],
)
def test_content_that_no_program_of_ours_wrote_is_refused(plain: bytes) -> None:
    assert _told(age_file(plain, PASSPHRASE)) is Reason.INVALID_CONTENT
