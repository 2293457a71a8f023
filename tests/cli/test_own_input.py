"""A command never writes over what it reads, by whatever name."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest

from decision_aid.cli import files
from tests.cli.conftest import Command

ANSWERS = json.dumps({"schema": 1, "findings": [{"place": "bone"}]}).encode()
LINE = b'{"id": 1, "findings": [{"place": "bone"}]}\n'


@pytest.fixture
def answers(tmp_path: Path) -> Path:
    file = tmp_path / "answers.json"
    file.write_bytes(ANSWERS)
    return file


def other_names(file: Path) -> list[Path]:
    folder = file.parent / "folder"
    folder.mkdir()
    (file.parent / "hard.json").hardlink_to(file)
    names = [file, folder / ".." / file.name, file.parent / "hard.json"]
    if sys.platform != "win32":
        (file.parent / "link.json").symlink_to(file)
        names.append(file.parent / "link.json")
    return names


def test_a_summary_is_not_written_over_its_answers(command: Command, answers: Path) -> None:
    for name in other_names(answers):
        before = set(answers.parent.iterdir())
        for given, output in ((answers, name), (name, answers)):
            ended = command("summary", "--answers", str(given), "-o", str(output))
            (line,) = ended.errors.splitlines()
            assert ended.status == 2
            assert str(output) in line
            assert "nothing was written" in line
        assert answers.read_bytes() == ANSWERS
        assert set(answers.parent.iterdir()) == before


def test_an_older_summary_is_still_written_over(command: Command, answers: Path) -> None:
    output = answers.parent / "out.json"
    for _ in range(2):
        assert command("summary", "--answers", str(answers), "-o", str(output)).status == 0
    assert output.read_bytes().startswith(b"{")


@pytest.mark.skipif(sys.platform == "win32", reason="how a shell of POSIX leads streams")
@pytest.mark.parametrize(
    ("command", "streams"),
    [
        ("summary --answers - --format json -o {file}", "<{file}"),
        ("summary --answers {file} --format json -o -", ">>{file}"),
        ("summary --answers - --format json -o -", "<{file} >>{file}"),
        ("summary --answers {file} --format json -o /dev/stdout", ">>{file}"),
        ("classify --batch {file}", ">>{file}"),
        ("classify --batch -", "<{file} >>{file}"),
        ("policy check {file}", ">>{file}"),
    ],
)
def test_nor_where_a_shell_leads_both_to_one_file(
    answers: Path, command: str, streams: str
) -> None:
    raw = LINE if "batch" in command else ANSWERS
    answers.write_bytes(raw)
    line = f"exec {sys.executable} -m decision_aid {command} {streams}".format(file=answers)
    done = subprocess.run(["sh", "-c", line], capture_output=True, check=False, timeout=20)
    assert done.returncode == 2
    assert b"nothing was written" in done.stderr
    assert answers.read_bytes() == raw


@pytest.mark.skipif(not Path("/dev/null").exists(), reason="a device of POSIX")
def test_a_device_may_be_both(command: Command) -> None:
    ended = command("summary", "--answers", os.devnull, "--format", "text", "-o", os.devnull)
    assert "not JSON" in ended.errors


def test_a_report_is_not_written_over_the_words(
    command: Command, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    words, review = tmp_path / "en" / "places.toml", tmp_path / "en" / "reviews" / "me.toml"
    for file in (words, review):
        file.parent.mkdir(parents=True)
        file.write_bytes(b"read")
    monkeypatch.setattr(files, "resources_folder", lambda: tmp_path)
    sign = ["content", "sign", "--reviewer", "Ada Example", "--role", "tester", "--topic", "all"]
    for arguments in (["content", "report"], sign):
        ended = command(*arguments, "-o", str(words))
        assert ended.status == 2
        assert "nothing was written" in ended.errors
    assert command("content", "report", "-o", str(review)).status == 2
    assert (words.read_bytes(), review.read_bytes()) == (b"read", b"read")
    assert command(*sign, "-o", str(review)).status == 0
    assert b"Ada Example" in review.read_bytes()
