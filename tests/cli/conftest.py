"""Runs commands as a script would, inside or outside this process."""

from __future__ import annotations

import subprocess
import sys
from collections.abc import Callable
from typing import NamedTuple

import pytest

from decision_aid.cli import run


class Ended(NamedTuple):
    """How a command ended."""

    status: int
    output: str
    errors: str


Command = Callable[..., Ended]


@pytest.fixture
def command(capfd: pytest.CaptureFixture[str]) -> Command:
    """Run a command in this process; the wizard must not open."""

    def run_command(*arguments: str) -> Ended:
        def no_wizard(*_: object) -> int:
            pytest.fail("the wizard was opened")

        status = run(arguments, no_wizard)
        captured = capfd.readouterr()
        return Ended(status, captured.out, captured.err)

    return run_command


@pytest.fixture
def process() -> Command:
    """Run a command in a process of its own."""

    def run_process(*arguments: str, given: bytes = b"") -> Ended:
        ended = subprocess.run(
            [sys.executable, "-m", "decision_aid", *arguments],
            input=given,
            capture_output=True,
            check=False,
        )
        return Ended(ended.returncode, ended.stdout.decode(), ended.stderr.decode())

    return run_process
