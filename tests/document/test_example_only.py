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
from decision_aid.document.what_if import case_in_short, difference_blocks
from decision_aid.domain import PLACES, Answers, Certainty
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


def test_differences_can_be_said_in_words_for_every_place() -> None:
    content = load()
    for place in PLACES:
        others = [("breast_tissue", "found")] if place != "breast_tissue" else []
        before = answers(*others, (place, "suspected"))
        for certainty in (Certainty.FOUND, Certainty.NOT_FOUND, Certainty.UNKNOWN):
            changed = [
                f._replace(certainty=certainty) if f.place == place else f for f in before.findings
            ]
            after = before._replace(findings=tuple(changed))
            blocks = difference_blocks(before, after, content)
            assert blocks[0].type == "difference"
            assert any(
                content.place(place).label in item.text
                for block in blocks
                if block.type == "difference"
                for item in block.items
            )
            assert case_in_short(after, content).answers


def test_no_difference_is_said_to_be_none() -> None:
    same = answers(("liver", "found"))
    (said,) = difference_blocks(same, same, load())
    assert said.type == "paragraph"
    assert said.text == load().label("what_if.none")


def test_side_timing_and_reports_are_said_too() -> None:
    before = answers(("breast_tissue", "found"), came_back=False)
    after = answers(
        ("breast_tissue", "found"), side="right", came_back=True, biology={"er": "positive"}
    )
    said = [
        item.text
        for block in difference_blocks(before, after, load())
        if block.type == "difference"
        for item in block.items
    ]
    assert "Which breast: left. Here: right." in said
    assert "First time, or came back: the first time. Here: it has come back." in said
    assert "ER: not said. Here: ER positive." in said
