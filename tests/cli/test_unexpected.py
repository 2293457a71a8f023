"""What nobody foresaw in a command: one line, exit 1, and nothing of what was given."""

from __future__ import annotations

import argparse
import subprocess
import sys

import pytest

from decision_aid.cli.commands import COMMANDS
from decision_aid.domain import Answers, Finding, PlaceId, checked
from tests.cli.conftest import Command

WORD = "Xanthippe-7731"
ARGUMENTS = {
    "places": ["places"],
    "classify": ["classify", "--found", "bone"],
    "summary": ["summary", "--answers", "-", "-o", "-"],
    "content": ["content", "check"],
    "policy": ["policy", "pin"],
    "import": ["import", "-"],
    "export": ["export", "--answers", "-", "-o", "-"],
    "read": ["read", "liver?"],
}


def fail(_: argparse.Namespace) -> int:
    raised: dict[str, int] = {}
    try:
        checked(Answers((Finding(PlaceId(WORD)),)))
    except ValueError:
        return raised[WORD]
    return 0


@pytest.mark.parametrize("name", COMMANDS)
def test_an_error_in_a_command_is_told_by_its_kind_and_place(
    command: Command, monkeypatch: pytest.MonkeyPatch, name: str
) -> None:
    monkeypatch.setitem(COMMANDS, name, fail)
    ended = command(*ARGUMENTS[name])
    (line,) = ended.errors.splitlines()
    assert (ended.status, ended.output) == (1, "")
    assert "nobody foresaw" in line
    assert "KeyError at " in line
    assert WORD not in ended.errors


def test_the_place_is_the_innermost_of_our_own(
    command: Command, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setitem(COMMANDS, "places", lambda _: checked(Answers((Finding(PlaceId(WORD)),))))
    assert "ContradictionError at decision_aid/domain/answers.py:" in command("places").errors


def test_a_developer_who_asks_sees_the_traceback_too(
    command: Command, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("DECISION_AID_TRACEBACKS", "1")
    monkeypatch.setitem(COMMANDS, "places", fail)
    ended = command("places")
    assert ended.status == 1
    assert "Traceback (most recent call last)" in ended.errors
    assert f"KeyError: '{WORD}'" in ended.errors


def test_an_error_is_told_even_where_the_words_for_it_are_broken(
    command: Command, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setitem(COMMANDS, "places", fail)

    def broken(_: str) -> None:
        raise KeyError(WORD)

    monkeypatch.setattr("decision_aid.cli.load_labels", broken)
    ended = command("places")
    assert ended.status == 1
    assert ended.errors.startswith("decision-aid: KeyError at ")


def test_what_fails_beside_a_command_is_told_in_the_same_way() -> None:
    script = f"""
import sys, threading, warnings
import decision_aid.__main__ as program
import decision_aid.cli.commands as commands
from decision_aid.domain import Answers, Finding, checked

def fail():
    checked(Answers((Finding({WORD!r}),)))

class FailsToEnd:
    def __del__(self):
        fail()

def beside(options):
    thread = threading.Thread(target=fail)
    thread.start()
    thread.join()
    FailsToEnd()
    warnings.warn({WORD!r})
    return 0

commands.COMMANDS["places"] = beside
status = program.main(["places"])
fail()
"""
    done = subprocess.run(
        [sys.executable, "-c", script], capture_output=True, text=True, check=False, timeout=60
    )
    assert done.returncode == 1
    lines = done.stderr.splitlines()
    assert [line.split(":")[1].split()[0] for line in lines] == [
        "ContradictionError",
        "ContradictionError",
        "UserWarning",
        "ContradictionError",
    ]
    assert all(" at decision_aid/" in line for line in lines)
    assert WORD not in done.stderr
