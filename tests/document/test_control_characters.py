"""What steers a screen is seen in messages and left out of pages; letters of every script stay."""

from __future__ import annotations

import json
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from PySide6.QtCore import QBuffer
from PySide6.QtPdf import QPdfDocument

from decision_aid.cli.summary import Format, rendered
from decision_aid.control_characters import escaped, escaped_in_json, without_controls
from decision_aid.document.handoff import handoff_text
from decision_aid.document.model import Document
from decision_aid.document.qr import qr_code
from decision_aid.storage.answers import answers_from
from tests.document.conftest import made

STEERING = [
    *map(chr, (*range(0x09), 0x0B, 0x0C, *range(0x0E, 0x20), *range(0x7F, 0xA0))),
    *map(chr, (*range(0x202A, 0x202F), *range(0x2066, 0x2070))),
]
"""Control characters but tab and line ends, and the marks that turn text round."""

KEPT = [
    "naïve, 10⁹/L, 1⅛, β, ↑",
    "שלום (abc)",
    "مرحبا\u200f!",
    "می\u200cخواهم",
    "क्\u200dष",
    "👩\u200d👩\u200d👧",
    "38\N{NO-BREAK SPACE}°C",
]


@pytest.mark.parametrize("steers", STEERING)
def test_what_steers_is_seen_in_a_message_and_left_out_of_a_page(steers: str) -> None:
    shown = escaped(f"a{steers}b")
    assert steers not in shown
    assert shown.startswith("a\\")
    assert without_controls(f"a{steers}b") in {"ab", "a\nb"}
    read = json.loads(escaped_in_json(json.dumps(f"a{steers}b", ensure_ascii=False)))
    assert read == f"a{steers}b"


@pytest.mark.parametrize("text", KEPT)
def test_letters_of_every_script_stay(text: str) -> None:
    assert escaped(text) == without_controls(text) == escaped_in_json(text) == text


def test_a_message_is_one_line_and_a_page_keeps_its_lines() -> None:
    ends = "a\nb\r\nc\rd\u2028e\u2029f\x85g"
    assert len(escaped(ends).splitlines()) == 1
    assert without_controls(ends) == "a\nb\nc\nd\ne\nf\ng"
    assert without_controls("a\tb") == "a\tb"


@given(st.text(max_size=40))
def test_any_text_can_be_written_afterwards(text: str) -> None:
    for safe in (escaped(text), without_controls(text), without_controls(text + "\ud800")):
        assert not set(safe) & set(STEERING)
        assert safe.encode().decode() == safe


ESCAPE = "\x1b]0;gotcha\x07\x1b[2J"
NOTES = f"Ask {ESCAPE}about\u202eliver\u202c and \x9b31mbone\x00\nsecond line; {KEPT[1]}"
QUESTION = f"Will {ESCAPE}it\u2066 hurt?\u0085"


def _summary() -> Document:
    findings = [{"place": "bone"}]
    given = {"schema": 1, "findings": findings, "notes": NOTES, "questions": [QUESTION]}
    return made(answers_from(given), None)


def _written(form: Format) -> bytes:
    return rendered(_summary(), form, paper="letter", large_print=False)


@pytest.mark.parametrize("form", ["text", "html", "json"])
def test_no_form_of_the_summary_holds_what_steers(form: Format) -> None:
    text = _written(form).decode()
    assert not set(text) & set(STEERING)
    for said in ("about", "second line", "31mbone", KEPT[1]):
        assert said in text


def test_the_json_still_holds_what_was_written() -> None:
    assert NOTES.splitlines()[0] in _texts_of(json.loads(_written("json")))


def _texts_of(data: Any) -> list[str]:
    if isinstance(data, str):
        return [data]
    inner = data.values() if isinstance(data, dict) else data if isinstance(data, list) else ()
    return [text for one in inner for text in _texts_of(one)]


def test_the_pdf_holds_nothing_that_steers() -> None:
    buffer = QBuffer()
    buffer.setData(_written("pdf"))
    buffer.open(QBuffer.OpenModeFlag.ReadOnly)
    document = QPdfDocument(buffer)
    document.load(buffer)
    pages = range(document.pageCount())
    text = "".join(document.getAllText(page).text() for page in pages)
    assert "second line" in text
    assert not set(text) & set(NOTES + QUESTION) & set(STEERING)


def test_the_qr_codes_hold_nothing_that_steers() -> None:
    carried = qr_code(handoff_text(_summary())).text
    assert "second line" in carried
    assert not set(carried) & set(STEERING)
