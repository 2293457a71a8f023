"""``classify``: one case in words or JSON, and many line by line."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest

from decision_aid.domain import FOLLOW_UPS, PLACES, Certainty, assess
from tests.cli.conftest import Command
from tests.domain.cases import case, found, suspected


def test_json_is_the_agreed_object(command: Command) -> None:
    ended = command(
        *("classify", "--found", "nodes_above_collarbone", "--found", "bone=suspected"),
        *("--format", "json"),
    )
    result = json.loads(ended.output)
    assert ended.status == 0
    assert list(result) == [
        *("schema", "kind", "invasive", "metastatic", "extent"),
        *("because", "could_change", "notes", "open"),
    ]
    assert result["open"] == {"invasive": False, "metastatic": True}
    assert (result["schema"], result["kind"], result["extent"]) == (1, "invasive", "nearby")
    assert (result["invasive"], result["metastatic"]) == (True, False)
    assert result["because"] == [
        {"place": "nodes_above_collarbone", "certainty": "found", "counts_as": "nearby"}
    ]
    assert (
        result["could_change"][0].items()
        >= {
            "place": "bone",
            "certainty": "suspected",
            "would_be": "metastatic",
        }.items()
    )
    assert "nodes_above_collarbone_are_nearby" in result["notes"]


def test_places_may_follow_one_found_or_each_its_own(command: Command) -> None:
    together = command("classify", "--found", "bone", "liver=suspected", "--format", "json")
    apart = command("classify", "--found", "bone", "--found", "liver=suspected", "--format", "json")
    assert together == apart
    assert together.status == 0


def test_text_says_both_answers_first(command: Command) -> None:
    lines = command("classify", "--found", "nodes_armpit").output.splitlines()
    assert lines[0].startswith("This is invasive")
    assert any(line.startswith("It is not metastatic") for line in lines[:3])


def test_both_breasts_are_shown_each_by_itself(command: Command) -> None:
    arguments = (
        *("classify", "--side", "both", "--format", "json"),
        *("--found", "ducts_only@left", "--found", "breast_tissue@right"),
    )
    sides = json.loads(command(*arguments).output)["sides"]
    assert (sides["left"]["kind"], sides["right"]["kind"]) == ("in_situ", "invasive")
    text = command(*(a for a in arguments if a not in {"--format", "json"})).output
    assert text.index("Your left breast") < text.index("Your right breast")


def test_every_place_certainty_and_answer_can_be_typed_and_explained(command: Command) -> None:
    for place in PLACES:
        for certainty in Certainty:
            ended = command("classify", "--found", f"{place}={certainty}")
            assert (ended.status, ended.errors) == (0, "")
        for answer in FOLLOW_UPS[place].answers if place in FOLLOW_UPS else ():
            ended = command("classify", "--found", place, "--detail", f"{place}={answer}")
            assert (ended.status, ended.errors) == (0, "")


@pytest.mark.parametrize(
    ("arguments", "hint"),
    [
        (["--found", "breast_tisue"], '"breast_tissue"'),
        (["--found", "bone=fond"], '"found"'),
        (["--found", "bone=found=found"], "ID=CERTAINTY"),
        (["--found", "bone", "--found", "bone=not_found"], "given twice"),
        (["--found", "bone@left", "--side", "both"], "one breast"),
        (["--found", "ducts_only@left"], "left"),
        (["--found", "bone", "--detail", "bone=seperate_spot"], '"separate_spot"'),
        (["--found", "bone", "--detail", "liver=yes"], "--detail liver"),
        (["--found", "liver", "--detail", "liver=yes"], "liver"),
        (["--found", "bone", "--detail", "bone"], "ID=ANSWER"),
        (["--found", "bone", "--side", "middle"], "middle"),
        (["--found", "bone", "--came-back", "--first-time"], "--first-time"),
        (["--found", "bone", "--batch", "-"], "--batch"),
        ([], "--found"),
    ],
)
def test_what_cannot_be_understood_gets_one_line_and_status_2(
    command: Command, arguments: list[str], hint: str
) -> None:
    ended = command("classify", *arguments)
    assert (ended.status, ended.output) == (2, "")
    assert len(ended.errors.splitlines()) == 1
    assert hint in ended.errors


def test_a_batch_answers_in_order_and_one_bad_line_stops_nothing(process: Command) -> None:
    lines = [
        b'{"id": "a", "findings": [{"place": "bone", "certainty": "found"}]}',
        b'{"id": 2, "findings": [{"place": "bon"}]}',
        b"this is not JSON",
        b"",
        b'{"findings": [], "id": {"any": ["thing"]}, "came_back": true}',
        b'{"id": 4, "findings": [{"place": "bone", "detail": "no_such"}]}',
        b'{"id": 5, "findings": [{"place": "bone"}, {"place": "bone", "certainty": "unknown"}]}',
        b'{"id": 6, "finding": []}',
        b'{"id": 7, "findings": [{"place": "\xff"}]}',
        '{"id": "é", "findings": [{"place": "liver"}]}'.encode(),
    ]
    ended = process("classify", "--batch", "-", given=b"\n".join(lines))
    answers = [json.loads(line) for line in ended.output.splitlines()]
    assert (ended.status, ended.errors) == (0, "")
    assert [answer["id"] for answer in answers[:2]] == ["a", 2]
    assert [answer["id"] for answer in answers[3:]] == [{"any": ["thing"]}, 4, 5, 6, None, "é"]
    assert [answer.get("kind") for answer in answers] == [
        *("metastatic", None, None, "cannot_tell"),
        *(None, None, None, None, "metastatic"),
    ]
    assert answers[1]["error"]["nearest"] == "bone"
    assert answers[2]["error"]["line"] == 3


def test_a_batch_says_the_same_of_a_case_as_one_call_does(command: Command) -> None:
    from decision_aid.cli.batch import classify_lines
    from decision_aid.cli.classify import to_json

    one = case(found("chest_wall", "not_sure"), suspected("liver"), came_back=True)
    line = json.dumps(
        {
            "id": 1,
            "findings": [
                {"place": f.place, "certainty": f.certainty, "detail": f.detail}
                for f in one.findings
            ],
            "came_back": True,
        }
    ).encode()
    twice = [json.loads(answer) for answer in classify_lines([line, line])]
    expected = {"id": 1, **json.loads(to_json(assess(one).result))}
    assert twice == [expected, expected]


def test_what_is_remembered_of_a_line_never_answers_another_id() -> None:
    from decision_aid.cli.batch import classify_lines

    lines = [
        b'{"id": 1, "findings": [{"place": "bone"}]}',
        b'{"id": 2, "findings": [{"place": "bone"}]}',
        b'{"id": 3, "findings": [{"place": "bone"}], "id": 4}',
        b'{"id": 5, "findings": [{"place": "bone"}], "id": 4}',
        b'{"id": 6, "findings": [{"place": "bone"}], "\\u0069d": 7}',
        b'{"id": "x\\"y", "findings": [{"place": "bone"}]}',
    ]
    answers = [json.loads(answer) for answer in classify_lines(lines)]
    assert [answer["id"] for answer in answers] == [1, 2, 4, 4, 7, 'x"y']


def test_a_batch_file_that_is_not_there_is_said(command: Command, tmp_path: Path) -> None:
    for file in (tmp_path / "none.jsonl", tmp_path):
        ended = command("classify", "--batch", str(file))
        assert ended.status == 2
        assert str(file) in ended.errors


def test_no_command_that_needs_no_window_imports_qt(process: Command) -> None:
    script = (
        "import sys; from decision_aid.__main__ import main;"
        "main(['classify', '--found', 'bone']); main(['places']);"
        "sys.exit(any(name.startswith('PySide6') for name in sys.modules))"
    )
    ended = subprocess.run([sys.executable, "-c", script], capture_output=True, check=False)
    assert ended.returncode == 0


def test_an_id_that_json_cannot_repeat_is_refused_in_json(process: Command) -> None:
    lines = b'{"id": 1e400, "findings": []}\n{"id": NaN, "findings": []}\n'
    answers = [
        json.loads(line, parse_constant=pytest.fail)
        for line in process("classify", "--batch", "-", given=lines).output.splitlines()
    ]
    assert [(answer["id"], "error" in answer) for answer in answers] == [(None, True)] * 2


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="Linux has a device that is full")
def test_output_that_cannot_be_written_gets_one_line() -> None:
    for arguments in (["places"], ["classify", "--found", "bone", "--format", "json"]):
        with Path("/dev/full").open("wb") as full:
            ended = subprocess.run(
                [sys.executable, "-m", "decision_aid", *arguments],
                stdout=full,
                stderr=subprocess.PIPE,
                check=False,
            )
        assert ended.returncode == 1
        assert len(ended.stderr.splitlines()) == 1


def test_a_terminal_that_knows_only_ascii_gets_its_answer() -> None:
    ended = subprocess.run(
        [sys.executable, "-m", "decision_aid", "classify", "--found", "nodes_armpit"],
        env={**os.environ, "PYTHONIOENCODING": "ascii"},
        capture_output=True,
        check=False,
    )
    assert (ended.returncode, ended.stderr) == (0, b"")
    assert b"This is invasive" in ended.stdout
