"""A case that was only supposed says so on every surface, and a real one nowhere."""

from __future__ import annotations

import datetime as dt
from pathlib import Path

import page as pdf_checker
import pikepdf
import pytest
from PySide6.QtPdf import QPdfDocument

from decision_aid.cli.summary import rendered
from decision_aid.content import load
from decision_aid.document.model import Document
from decision_aid.domain import Answers
from decision_aid.storage.answers import answers_from
from tests.document.conftest import made

MARK = load().label("example_only.mark")


def answers(*findings: tuple[str, str], **more: object) -> Answers:
    said = [{"place": place, "certainty": certainty} for place, certainty in findings]
    return answers_from({"schema": 1, "side": "left", "findings": said} | more)


def summary(*, example: bool) -> Document:
    said = answers(("breast_tissue", "found"), ("liver", "found"))
    return made(said, dt.date(2026, 1, 2), example_only=example)


def pages(pdf: bytes, path: Path) -> list[str]:
    path.write_bytes(pdf)
    document = QPdfDocument()
    document.load(str(path))
    texts = [document.getAllText(n).text() for n in range(document.pageCount())]
    document.close()
    return texts


@pytest.mark.parametrize("large_print", [False, True])
@pytest.mark.parametrize("paper", ["letter", "a4"])
def test_every_page_of_the_pdf_is_marked(tmp_path: Path, paper: str, large_print: bool) -> None:
    for example in (True, False):
        pdf = rendered(
            summary(example=example),
            "pdf",
            paper=paper,  # type: ignore[arg-type]
            large_print=large_print,
        )
        marked = [MARK in text for text in pages(pdf, tmp_path / "a.pdf")]
        assert len(marked) > 1
        assert all(marked) if example else not any(marked)


def test_the_marked_pdf_can_still_be_read_by_everyone(tmp_path: Path) -> None:
    path = tmp_path / "a.pdf"
    pdf = rendered(summary(example=True), "pdf", paper="letter", large_print=False)
    path.write_bytes(pdf)
    report = pdf_checker.validate_pdf(str(path), profile="ua1")
    assert [f"{f.rule_id}: {f.message}" for f in report.failures] == []
    with pikepdf.open(path) as opened:
        assert str(opened.docinfo["/Title"]).startswith("Example only")


@pytest.mark.parametrize("form", ["html", "text", "json"])
def test_the_other_forms_are_marked_too(form: str) -> None:
    def made(*, example: bool) -> str:
        raw = rendered(
            summary(example=example),
            form,  # type: ignore[arg-type]
            paper="letter",
            large_print=False,
        )
        return raw.decode()

    assert MARK in made(example=True)
    assert "Example only" not in made(example=False)


def test_text_is_marked_at_both_ends() -> None:
    raw = rendered(summary(example=True), "text", paper="letter", large_print=False)
    text = raw.decode()
    assert text.startswith(MARK)
    assert text.rstrip().endswith(MARK)
