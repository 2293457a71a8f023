"""``policy``: what whoever sets up a kiosk uses."""

from __future__ import annotations

import contextlib
import os
import re
import subprocess
import sys
from pathlib import Path

import pytest

from decision_aid.clinic.policy import ClinicPolicy, verify_pin
from decision_aid.content import resources_folder
from tests.cli.conftest import Command

EXAMPLE = resources_folder() / "policy" / "example.toml"
PIN = "482910"


def test_a_sound_policy_gets_one_line_that_says_what_it_holds(command: Command) -> None:
    ended = command("policy", "check", str(EXAMPLE))
    assert (ended.status, ended.errors) == (0, "")
    (line,) = ended.output.splitlines()
    for part in ("Example Breast Clinic", "phone numbers: 2", "front-desk", "nobody can leave"):
        assert part in line


def test_what_was_left_out_is_said(command: Command, tmp_path: Path) -> None:
    file = tmp_path / "policy.toml"
    file.write_text('pages = ["biology", "check"]\nlarge_print = true')
    (line,) = command("policy", "check", str(file)).output.splitlines()
    assert "left out: options, values, numbers" in line
    assert "large print" in line
    assert "no printer" in line
    assert "no clinic name" in line


def test_each_mistake_gets_one_line_with_file_and_line(command: Command, tmp_path: Path) -> None:
    file = tmp_path / "policy.toml"
    file.write_text('clinic_nmae = "x"\npaper = "letter"\nidle_seconds = 5\n')
    ended = command("policy", "check", str(file))
    assert (ended.status, ended.output) == (2, "")
    first, second = ended.errors.splitlines()
    assert first.startswith(f"{file}:1: clinic_nmae: ")
    assert "clinic_name" in first.partition("Did you mean")[2]
    assert second == f"{file}:3: idle_seconds: Use a number from 60 to 600."


def test_a_file_that_is_not_there_gets_one_line(command: Command, tmp_path: Path) -> None:
    ended = command("policy", "check", str(tmp_path / "gone.toml"))
    assert ended == (2, "", f"{tmp_path / 'gone.toml'}: There is no file of this name.\n")
    assert command("policy", "check").status == 2
    assert command("policy").status == 2


def hash_in(output: str) -> str:
    match = re.search(r'^pin_hash = "(\$argon2id\$[^"]+)"$', output, re.MULTILINE)
    assert match
    return match[1]


@pytest.mark.parametrize("given", [f"{PIN}\n".encode(), b"\xef\xbb\xbf482910\r\n"])
def test_a_pin_by_pipe_becomes_a_line_that_the_policy_takes(
    process: Command, command: Command, tmp_path: Path, given: bytes
) -> None:
    ended = process("policy", "pin", given=given)
    assert (ended.status, ended.errors) == (0, "")
    assert verify_pin(ClinicPolicy(pin_hash=hash_in(ended.output)), PIN)
    file = tmp_path / "policy.toml"
    file.write_text(f"{EXAMPLE.read_text(encoding='utf-8').partition('[[')[0]}\n{ended.output}")
    assert "staff PIN set" in command("policy", "check", str(file)).output


@pytest.mark.parametrize(
    ("given", "says"),
    [
        (b"", "6 to 12"),
        (b"1234\n", "6 to 12"),
        (b"\xff\xfe4\x008\x00\n", "6 to 12"),
        (b"4" * 5000, "6 to 12"),
        (b"123456\n", "too easy"),
        ("４８２９１０\n".encode(), "6 to 12"),
    ],
)
def test_a_pin_that_cannot_be_used_gets_one_line(process: Command, given: bytes, says: str) -> None:
    ended = process("policy", "pin", given=given)
    assert (ended.status, ended.output) == (2, "")
    assert says in ended.errors
    assert len(ended.errors.splitlines()) == 1


def on_a_terminal(*typed: str) -> tuple[int, str]:
    """Run ``policy pin`` on a terminal, type these lines, and return how it ended and the screen.

    Each line is typed when the next prompt stands on the screen.
    """
    ours, theirs = os.openpty()
    command = [sys.executable, "-m", "decision_aid", "policy", "pin"]
    # In a session of its own it cannot reach the terminal that the tests run on.
    child = subprocess.Popen(
        command, stdin=theirs, stdout=theirs, stderr=theirs, start_new_session=True
    )
    os.close(theirs)
    screen, lines = b"", list(typed)
    # Reading fails, or is empty, when the other end has closed.
    with contextlib.suppress(OSError):
        while new := os.read(ours, 1024):
            screen += new
            if lines and screen.count(b": ") > len(typed) - len(lines):
                os.write(ours, lines.pop(0).encode() + b"\n")
    os.close(ours)
    return child.wait(), screen.decode()


@pytest.mark.skipif(sys.platform == "win32", reason="about terminals of Unix")
def test_on_a_terminal_the_pin_is_asked_for_twice_and_never_shown() -> None:
    status, screen = on_a_terminal(PIN, PIN)
    assert status == 0
    assert PIN not in screen
    assert verify_pin(ClinicPolicy(pin_hash=hash_in(screen.replace("\r", ""))), PIN)


@pytest.mark.skipif(sys.platform == "win32", reason="about terminals of Unix")
def test_two_pins_that_differ_are_refused_and_not_shown() -> None:
    status, screen = on_a_terminal(PIN, "482911")
    assert status == 2
    assert "not the same" in screen
    assert "4829" not in screen
    assert "pin_hash" not in screen
