"""``import`` and ``export``: FHIR files read and written as a script would."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

from decision_aid.storage.answers import parse_answers
from tests.cli.conftest import Command
from tests.records.fhir_files import POSITIVE, SCT, bundle, condition, observation, primary, site

ANSWERS = {
    "schema": 1,
    "side": "both",
    "came_back": False,
    "findings": [
        {"place": "breast_tissue", "certainty": "found", "side": "left"},
        {"place": "liver", "certainty": "suspected"},
    ],
    "biology_by_side": {"left": {"er": "positive"}, "right": {"er": "negative", "grade": "3"}},
    "questions": ["aim_of_treatment", "Will 10⁹/L be enough?"],
    "values": {"travel": "a_lot"},
    "notes": "Ann comes along.",
}


@pytest.fixture
def record(tmp_path: Path) -> Path:
    file = tmp_path / "record.json"
    file.write_text(
        bundle(
            primary("left", id="tumor"),
            condition((SCT, "128462008"), sites=(site("68171009"),)),
            observation("85337-4", POSITIVE),
            {"resourceType": "Procedure"},
        ),
        encoding="utf-8",
    )
    return file


def _json(command: Command, *arguments: str) -> dict[str, Any]:
    ended = command("import", *arguments)
    assert (ended.status, ended.errors) == (0, "")
    given: dict[str, Any] = json.loads(ended.output)
    return given


def test_import_gives_answers_what_was_read_what_to_ask_and_what_was_not_used(
    command: Command, record: Path
) -> None:
    given = _json(command, str(record))
    assert given["schema"] == 1
    assert given["answers"]["findings"] == [{"place": "breast_tissue", "certainty": "found"}]
    assert given["answers"]["side"] == "left"
    assert [one["means"] for one in given["read"]] == ["breast_tissue: found", "er: positive"]
    assert [one["resource"] for one in given["not_used"]] == ["Procedure"]
    asked = given["ask"][0]
    assert asked["candidates"] == ["nodes_armpit", "nodes_other_armpit"]
    assert asked["why"].endswith("?") or asked["why"].endswith(".")


def test_the_answers_of_an_import_are_an_answers_file(
    command: Command, record: Path, tmp_path: Path
) -> None:
    answers = tmp_path / "answers.json"
    answers.write_text(json.dumps(_json(command, str(record))["answers"]), encoding="utf-8")
    assert command("summary", "--answers", str(answers), "--format", "json", "-o", "-").status == 0


def test_import_says_it_in_words(command: Command, record: Path) -> None:
    ended = command("import", str(record), "--format", "text")
    assert (ended.status, ended.errors) == (0, "")
    assert "Grown into the breast tissue: Found" in ended.output
    assert "- Procedure: " in ended.output


def test_what_is_exported_comes_back_whole(command: Command, tmp_path: Path) -> None:
    answers, out = tmp_path / "answers.json", tmp_path / "out.json"
    answers.write_text(json.dumps(ANSWERS), encoding="utf-8")
    assert command("export", "--answers", str(answers), "-o", str(out)) == (0, "", "")
    back = json.dumps(_json(command, str(out))["answers"]).encode()
    assert parse_answers(back) == parse_answers(answers.read_bytes())
    text = command("import", str(out), "--format", "text").output
    assert "Left, ER" in text or "left, ER" in text


@pytest.mark.parametrize(
    ("content", "says"),
    [
        ("<Bundle/>", "not FHIR in JSON"),
        ("[]", "no FHIR resource"),
        ('{"resourceType": "Bundle", "entry": 5}', "rules of FHIR R4"),
        ('{"a": 1, "a": 2}', "one field two times"),
        (
            bundle(
                primary("left"), condition((SCT, "94222008"), subject={"reference": "Patient/b"})
            ),
            "more than one person",
        ),
    ],
)
def test_what_is_refused_is_refused_in_one_line(
    command: Command, tmp_path: Path, content: str, says: str
) -> None:
    file = tmp_path / "record.json"
    file.write_text(content, encoding="utf-8")
    for form in ("json", "text"):
        ended = command("import", str(file), "--format", form)
        assert (ended.status, ended.output) == (2, "")
        assert ended.errors.count("\n") == 1
        assert says in ended.errors


def test_a_missing_or_wrong_file_is_named(command: Command, tmp_path: Path) -> None:
    gone = tmp_path / "gone.json"
    for arguments in (("import", str(gone)), ("export", "--answers", str(gone), "-o", "x")):
        ended = command(*arguments)
        assert ended.status == 2
        assert "gone.json" in ended.errors
    wrong = tmp_path / "wrong.json"
    wrong.write_text('{"schema": 1, "findings": [{"place": "boen"}]}')
    ended = command("export", "--answers", str(wrong), "-o", str(tmp_path / "x"))
    assert (ended.status, ended.errors.count("\n")) == (2, 1)
    assert not (tmp_path / "x").exists()


def test_export_never_writes_over_its_own_answers(command: Command, tmp_path: Path) -> None:
    answers = tmp_path / "answers.json"
    answers.write_text(json.dumps(ANSWERS), encoding="utf-8")
    (tmp_path / "link.json").symlink_to(answers)
    for output in ("answers.json", "link.json"):
        ended = command("export", "--answers", str(answers), "-o", str(tmp_path / output))
        assert ended.status == 2
    assert json.loads(answers.read_text(encoding="utf-8")) == ANSWERS


def test_both_read_standard_input_and_need_no_display(process: Command, record: Path) -> None:
    ended = process("import", "-", given=record.read_bytes())
    assert ended.status == 0
    assert json.loads(ended.output)["answers"]["side"] == "left"
    ended = process("export", "--answers", "-", "-o", "-", given=json.dumps(ANSWERS).encode())
    assert json.loads(ended.output)["resourceType"] == "QuestionnaireResponse"
