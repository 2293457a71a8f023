"""Streams that are closed, full or read by nobody: the right exit status, and never a traceback."""

from __future__ import annotations

import json
import os
import shlex
import subprocess
import sys
from pathlib import Path

import pytest

from decision_aid.content import resources_folder
from tests.cli.conftest import Ended

pytestmark = pytest.mark.skipif(sys.platform == "win32", reason="descriptors of POSIX")

EXAMPLE = resources_folder() / "policy" / "example.toml"
MODULE = [sys.executable, "-m", "decision_aid"]
ENTRY_POINT = [
    sys.executable,
    "-c",
    "import sys; from decision_aid.__main__ import main; sys.exit(main())",
]
ANSWERS = json.dumps({"schema": 1, "findings": [{"place": "bone"}]})
LINE = json.dumps({"id": 1, "findings": [{"place": "bone"}]})
PIN = "482910"

WRITE = {
    "places": "",
    "classify --found bone": "",
    "classify --batch -": LINE,
    "summary --answers - --format text -o -": ANSWERS,
    "summary --answers - --format pdf -o -": ANSWERS,
    "content check": "",
    "content sign --reviewer 'Ada Example' --role tester --topic all -o -": "",
    f"policy check {EXAMPLE}": "",
    "policy pin": PIN,
    "--help": "",
}
READ = ["classify --batch -", "summary --answers - --format text -o -", "policy pin"]
WRONG = ["classify --found bon", "places --lang xx", "summary", "policy check gone.toml"]


def ended(command: str, streams: str, given: str = "", program: list[str] = MODULE) -> Ended:
    """Run a command by a shell that closes or leads its streams elsewhere."""
    done = subprocess.run(
        ["sh", "-c", f"exec {shlex.join(program)} {command} {streams}"],
        input=given.encode(),
        capture_output=True,
        check=False,
        timeout=60,
    )
    return Ended(done.returncode, done.stdout.decode(), done.stderr.decode())


def lines_of(one: Ended) -> list[str]:
    assert "Traceback" not in one.errors
    assert "Exception ignored" not in one.errors
    return one.errors.splitlines()


@pytest.mark.parametrize("command", WRITE)
@pytest.mark.parametrize(
    "streams",
    [
        ">&-",
        pytest.param(
            ">/dev/full",
            marks=pytest.mark.skipif(not Path("/dev/full").exists(), reason="Linux has one"),
        ),
    ],
)
def test_what_cannot_be_written_is_said_in_one_line(command: str, streams: str) -> None:
    one = ended(command, streams, WRITE[command])
    (line,) = lines_of(one)
    assert one.status == 1
    assert "output" in line


@pytest.mark.parametrize("command", WRITE)
def test_a_reader_that_is_gone_is_no_error_to_speak_of(command: str) -> None:
    reads, writes = os.pipe()
    os.close(reads)
    done = subprocess.run(
        [*MODULE, *shlex.split(command)],
        input=WRITE[command].encode(),
        stdout=writes,
        stderr=subprocess.PIPE,
        check=False,
        timeout=60,
    )
    os.close(writes)
    assert (done.returncode, done.stderr) == (1, b"")


def test_a_reader_may_have_enough_of_a_long_batch(tmp_path: Path) -> None:
    lines = tmp_path / "lines"
    lines.write_text(f"{LINE}\n" * 20_000, encoding="ascii")
    one = ended(f"classify --batch {lines}", "| head -1")
    assert len(one.output.splitlines()) == 1
    assert one.errors == ""


@pytest.mark.parametrize("command", READ)
def test_a_closed_input_is_wrong_input(command: str) -> None:
    one = ended(command, "<&-")
    (line,) = lines_of(one)
    assert (one.status, one.output) == (2, "")
    assert "Standard input is closed" in line


@pytest.mark.parametrize("command", READ)
def test_an_input_that_cannot_be_read_is_wrong_input(command: str) -> None:
    one = ended(command, "0>/dev/null")
    (line,) = lines_of(one)
    assert (one.status, one.output) == (2, "")
    assert "standard input: bad file descriptor" in line


@pytest.mark.parametrize("streams", ["2>&-", "2>/dev/full", "<&- >&- 2>&-"])
@pytest.mark.parametrize("command", WRONG)
def test_what_is_wrong_is_told_by_the_status_where_nobody_hears_it(
    command: str, streams: str
) -> None:
    assert ended(command, streams) == (2, "", "")


def test_a_reader_of_messages_that_is_gone_changes_no_status() -> None:
    reads, writes = os.pipe()
    os.close(reads)
    done = subprocess.run(
        [*MODULE, "classify", "--found", "bon"],
        stdout=subprocess.PIPE,
        stderr=writes,
        check=False,
        timeout=60,
    )
    os.close(writes)
    assert (done.returncode, done.stdout) == (2, b"")


@pytest.mark.parametrize("streams", ["<&-", "2>&-", "<&- 2>&-", "2>/dev/full"])
def test_what_is_not_needed_may_be_closed(streams: str) -> None:
    one = ended("places --format json", streams)
    assert one.status == 0
    assert json.loads(one.output)


@pytest.mark.parametrize("program", [MODULE, ENTRY_POINT])
@pytest.mark.parametrize("streams", [">&-", "<&- >&- 2>&-", "2>&-"])
def test_a_file_is_written_whole_with_streams_closed(
    tmp_path: Path, program: list[str], streams: str
) -> None:
    answers, output = tmp_path / "answers.json", tmp_path / "out.txt"
    answers.write_text(ANSWERS, encoding="utf-8")
    one = ended(f"summary --answers {answers} -o {output}", streams, program=program)
    assert one == (0, "", "")
    text = output.read_text(encoding="utf-8")
    assert text.startswith("Summary")
    assert text.endswith("\n")


@pytest.mark.parametrize("streams", [">&-", ">/dev/full"])
def test_a_window_that_cannot_tell_how_long_it_took_ends_all_the_same(
    monkeypatch: pytest.MonkeyPatch, streams: str
) -> None:
    monkeypatch.setenv("QT_QPA_PLATFORM", "offscreen")
    one = ended("--measure-startup", streams)
    assert "Traceback" not in one.errors
    assert one.status == 1
