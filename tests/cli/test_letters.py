"""The command says which letters it cannot print, and prints all others as they were typed."""

from __future__ import annotations

from pathlib import Path

from tests.cli.conftest import Command
from tests.document.test_letters import NOWHERE, read_back


def test_the_command_names_what_it_cannot_print_and_prints_the_rest(
    command: Command, tmp_path: Path
) -> None:
    answers, paper = tmp_path / "answers.json", tmp_path / "paper.pdf"
    answers.write_text(f'{{"schema": 1, "findings": [], "notes": "10⁹ {NOWHERE}"}}', "utf-8")
    ended = command("summary", "--answers", str(answers), "-o", str(paper))
    assert ended.status == 0
    assert NOWHERE in ended.errors
    assert "10⁹ [U+10FFFD]" in read_back(paper.read_bytes())
