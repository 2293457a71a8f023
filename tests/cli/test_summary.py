"""``summary``: the paper, made without a display."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from tests.cli.conftest import Command

ANSWERS = {
    "schema": 1,
    "side": "left",
    "came_back": False,
    "findings": [{"place": "breast_tissue"}, {"place": "nodes_armpit"}],
}
STARTS = {"pdf": b"%PDF-1.7", "html": b"<!DOCTYPE html>", "text": b"Summary", "json": b"{"}


@pytest.fixture
def answers(tmp_path: Path) -> Path:
    file = tmp_path / "answers.json"
    file.write_text(json.dumps(ANSWERS))
    return file


@pytest.mark.parametrize("form", STARTS)
def test_every_form_is_written(command: Command, tmp_path: Path, answers: Path, form: str) -> None:
    output = tmp_path / "out"
    ended = command(
        *("summary", "--answers", str(answers), "--format", form, "-o", str(output)),
        *("--paper", "a4", "--large-print"),
    )
    assert ended == (0, "", "")
    assert output.read_bytes().lstrip().startswith(STARTS[form])


def test_the_ending_names_the_form(command: Command, tmp_path: Path, answers: Path) -> None:
    for ending, form in ((".pdf", "pdf"), (".html", "html"), (".txt", "text"), (".json", "json")):
        output = tmp_path / f"out{ending}"
        assert command("summary", "--answers", str(answers), "-o", str(output)).status == 0
        assert output.read_bytes().lstrip().startswith(STARTS[form])
    ended = command("summary", "--answers", str(answers), "-o", str(tmp_path / "out.docx"))
    assert ended.status == 2
    assert "--format" in ended.errors
    assert not (tmp_path / "out.docx").exists()


def test_answers_may_come_in_and_the_summary_go_out_by_pipe(process: Command) -> None:
    ended = process(
        *("summary", "--answers", "-", "--format", "text", "-o", "-"),
        given=json.dumps(ANSWERS).encode(),
    )
    assert (ended.status, ended.errors) == (0, "")
    assert "This is invasive" in ended.output


@pytest.mark.parametrize(
    ("raw", "hint"),
    [
        ('{"schema": 1, "findings": [{"place": "bon"}]}', 'Did you mean "bone"?'),
        ('{"schema": 1,\n "findings": []', "line 2"),
        ('{"schema": 1}', "findings"),
        ("", "not JSON"),
    ],
)
def test_bad_answers_get_one_clear_line_and_nothing_is_written(
    command: Command, tmp_path: Path, raw: str, hint: str
) -> None:
    file, output = tmp_path / "answers.json", tmp_path / "out.pdf"
    file.write_text(raw)
    ended = command("summary", "--answers", str(file), "-o", str(output))
    assert ended.status == 2
    assert len(ended.errors.splitlines()) == 1
    assert str(file) in ended.errors
    assert hint in ended.errors
    assert not output.exists()


def test_a_place_that_cannot_be_written_keeps_the_old_summary(
    command: Command, tmp_path: Path, answers: Path
) -> None:
    missing = tmp_path / "no" / "out.pdf"
    ended = command("summary", "--answers", str(answers), "-o", str(missing))
    assert ended.status == 1
    assert "folder" in ended.errors
    assert len(ended.errors.splitlines()) == 1
    gone = command("summary", "--answers", str(tmp_path / "gone.json"), "-o", str(missing))
    assert gone.status == 2
