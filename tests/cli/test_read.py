"""``read``: a report line, or many of them, read as a script would."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

from tests.cli.conftest import Command


def _read(command: Command, *text: str) -> dict[str, Any]:
    ended = command("read", *text)
    assert (ended.status, ended.errors) == (0, "")
    given: dict[str, Any] = json.loads(ended.output)
    return given


def test_a_line_gives_answers_what_was_read_what_was_not_and_what_to_ask(command: Command) -> None:
    given = _read(command, "left IDC, 1 axillary node, liver?; seen by Dr X")
    assert list(given) == ["schema", "id", "answers", "read", "not_read", "ask"]
    assert given["schema"] == 1
    assert given["answers"]["side"] == "left"
    assert given["answers"]["findings"] == [
        {"place": "breast_tissue", "certainty": "found"},
        {"place": "nodes_armpit", "certainty": "found"},
        {"place": "liver", "certainty": "suspected"},
    ]
    assert given["read"][-1] == {"text": "liver?", "means": "Liver: suspected"}
    assert given["not_read"] == ["seen by Dr X"]
    assert given["ask"][-1]["about"] == "liver"
    assert given["ask"][-1]["why"].endswith("?")


def test_words_may_stand_apart(command: Command) -> None:
    assert _read(command, "T2", "N1", "M0") == _read(command, "T2 N1 M0")


def test_what_was_not_read_keeps_the_answers_open(command: Command, tmp_path: Path) -> None:
    answers = tmp_path / "answers.json"
    given = _read(command, "left IDC, zorbified thing")
    assert given["answers"]["not_read"] == ["zorbified thing"]
    answers.write_text(json.dumps(given["answers"]), encoding="utf-8")
    ended = command("summary", "--answers", str(answers), "--format", "text", "-o", "-")
    assert ended.status == 0
    assert "not known yet" in ended.output
    assert "zorbified thing" in ended.output


def test_a_line_in_words(command: Command) -> None:
    ended = command("read", "--format", "text", "left DCIS, bone? qwxz, ER+ ER-")
    assert (ended.status, ended.errors) == (0, "")
    for told in (
        "Only inside the milk ducts",
        "bone?",
        "What was not read",
        "qwxz",
        "Still to ask",
    ):
        assert told in ended.output


@pytest.mark.parametrize("arguments", [(), ("",), ("  ",), ("x", "--batch", "-")])
def test_nothing_to_read_is_said(command: Command, arguments: tuple[str, ...]) -> None:
    ended = command("read", *arguments)
    assert ended.status == 2
    assert ended.output == ""
    assert ended.errors.count("\n") == 1


def test_a_batch_answers_in_the_same_order_and_goes_on_after_a_bad_line(
    command: Command, tmp_path: Path
) -> None:
    file = tmp_path / "lines"
    lines = [
        '\ufeff{"id": "7", "text": "liver?"}',
        "",
        '{"id": 8, "txt": "liver?"}',
        "[]",
        "not JSON",
        '{"id": 9, "text": 5}',
        '{"id": 10, "text": "a", "text": "b"}',
        '{"text": "cT2 cN1 cM1"}',
    ]
    file.write_text("\n".join(lines), encoding="utf-8")
    ended = command("read", "--batch", str(file))
    assert (ended.status, ended.errors) == (0, "")
    given = [json.loads(line) for line in ended.output.splitlines()]
    assert [one["id"] for one in given] == ["7", 8, None, None, 9, None, None]
    assert [one["error"]["line"] for one in given if "error" in one] == [3, 4, 5, 6, 7]
    assert given[1]["error"]["nearest"] == "text"
    assert given[-1]["answers"]["findings"][-1]["place"] == "other_far_organ"


def test_a_missing_file_is_one_clear_line(command: Command) -> None:
    ended = command("read", "--batch", "no such file")
    assert ended.status == 2
    assert ended.errors.startswith("decision-aid: no such file: ")
