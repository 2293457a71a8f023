"""``summary``: the paper, made without a display."""

from __future__ import annotations

import json
import os
import sys
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


@pytest.mark.parametrize("steers", ["\x1b[2J", "\x9b31m", "\u202e", "\u2067", "\r", "\u2028"])
def test_what_steers_a_screen_is_seen_and_not_obeyed(
    command: Command, tmp_path: Path, steers: str
) -> None:
    file, output = tmp_path / "answers.json", tmp_path / "out.pdf"
    for wrong in (
        {"findings": [{"place": f"bo{steers}ne"}]},
        {"findings": [], f"no{steers}tes": ""},
        {"findings": [], "values": {f"co{steers}st": "a_lot"}},
    ):
        file.write_text(json.dumps({"schema": 1, **wrong}))
        ended = command("summary", "--answers", str(file), "-o", str(output))
        (line,) = ended.errors.splitlines()
        assert ended.status == 2
        assert line.isprintable()
        assert "\\" in line


def test_nor_where_the_command_line_itself_holds_it(command: Command, tmp_path: Path) -> None:
    for arguments in (
        ["classify", "--found", "bo\x1b[2Jne"],
        ["classify", "--found", "bone\u202e=x=y"],
        ["places", "--lang", "\x1b[2J"],
        ["places", "--format", "\u202e"],
        ["summary", "--answers", str(tmp_path / "\x1b[2J.json"), "-o", "x.pdf"],
        ["summary", "--answers", "-", "-o", "x.\u202efdp"],
        ["policy", "check", str(tmp_path / "\x1b[2J.toml")],
        ["content", "sign", "--reviewer", "A", "--role", "b", "--topic", "\x1b", "-o", "x"],
        ["\x1b[2J"],
    ):
        ended = command(*arguments)
        (line,) = ended.errors.splitlines()
        assert ended.status == 2
        assert line.isprintable()


@pytest.mark.skipif(sys.platform == "win32", reason="names on Windows are text")
def test_a_name_that_is_no_text_is_shown_and_can_be_used(
    process: Command, tmp_path: Path, answers: Path
) -> None:
    name = os.fsdecode(os.fsencode(tmp_path) + b"/r\xe9sum\xe9.txt")
    assert process("summary", "--answers", str(answers), "-o", name) == (0, "", "")
    assert Path(name).exists()
    gone = process("summary", "--answers", f"{name}.json", "-o", name)
    assert gone.status == 2
    assert r"r\udce9sum\udce9.txt.json" in gone.errors


def test_a_byte_order_mark_is_passed_over(command: Command, tmp_path: Path, answers: Path) -> None:
    marked = tmp_path / "marked.json"
    marked.write_bytes(b"\xef\xbb\xbf" + answers.read_bytes())
    assert command("summary", "--answers", str(marked), "-o", str(tmp_path / "o.txt")).status == 0


def test_a_field_or_place_that_stands_twice_is_refused(command: Command, tmp_path: Path) -> None:
    file, output = tmp_path / "answers.json", tmp_path / "out.txt"
    for twice in (
        '{"place": "bone", "certainty": "found", "certainty": "unknown"}',
        '{"place": "bone"}, {"place": "bone"}',
    ):
        file.write_text(f'{{"schema": 1, "findings": [\n{twice}]}}')
        ended = command("summary", "--answers", str(file), "-o", str(output))
        assert ended.status == 2
        assert "line 2" in ended.errors
        assert "given twice" in ended.errors
        assert not output.exists()


def test_a_file_larger_than_any_answers_is_refused_at_once(
    command: Command, tmp_path: Path
) -> None:
    file = tmp_path / "answers.json"
    with file.open("wb") as sparse:
        sparse.truncate(1 << 30)
    ended = command("summary", "--answers", str(file), "-o", str(tmp_path / "out.pdf"))
    assert ended.status == 2
    assert "larger than 16 MB" in ended.errors


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
