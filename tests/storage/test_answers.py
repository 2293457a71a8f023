"""The answers file: what is wrong with it is said with line, field and nearest valid value."""

from __future__ import annotations

import json
import time
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from decision_aid.domain import Answers, Certainty, Finding, PlaceId, Side
from decision_aid.problems import InvalidAnswersError
from decision_aid.storage.answers import answers_from, parse_answers, plain, read_answers

GOOD: dict[str, Any] = {
    "schema": 1,
    "side": "left",
    "came_back": False,
    "findings": [{"place": "breast_tissue", "certainty": "found"}],
    "biology": {"type": "ductal", "er": "positive", "pr": "unknown", "her2": "negative"},
    "values": {},
    "questions": ["aim_of_treatment", "Will I lose my hair?"],
    "notes": "My sister comes along.",
}


def _file(**changes: Any) -> bytes:
    return json.dumps(GOOD | changes, indent=1).encode()


def test_good_answers_are_read() -> None:
    answers = parse_answers(_file())
    assert answers.findings == (Finding(PlaceId("breast_tissue"), Certainty.FOUND),)
    assert answers.side is Side.LEFT
    assert answers.questions == ("aim_of_treatment", "Will I lose my hair?")


def test_what_is_written_as_json_reads_back_the_same() -> None:
    finding = {"place": "chest_wall", "certainty": "found", "side": "left"}
    said: dict[str, Any] = {
        "schema": 1,
        "side": "both",
        "came_back": True,
        "findings": [finding | {"detail": "grown_straight_in"}],
        "biology": {"menopause": "after"},
        "biology_by_side": {"right": {"er": "negative"}},
        "compared": ["mastectomy", "lumpectomy_radiation"],
        "values": {"travel": "a_lot"},
        "sure": {"encouragement": False},
        "questions": ["aim_of_treatment", "Will I lose my hair?"],
        "not_read": ["liver?"],
        "notes": "My sister comes along.",
        "chest": "flat",
        "sections": ["why", "words"],
    }
    nothing = plain(Answers())
    assert answers_from(nothing) == Answers()
    assert set(said) == set(nothing)
    assert all(said[field] != nothing[field] for field in said if field != "schema")
    answers = answers_from(said)
    assert answers_from(json.loads(json.dumps(plain(answers)))) == answers
    assert plain(answers)["findings"] == said["findings"]


def test_only_schema_and_findings_are_needed() -> None:
    answers = parse_answers(b'{"schema": 1, "findings": []}')
    assert (answers.side, answers.came_back, answers.findings) == (None, None, ())


@pytest.mark.parametrize(
    ("raw", "field", "nearest"),
    [
        (_file(findings=[{"place": "breast_tisue"}]), "findings[0].place", "breast_tissue"),
        (_file(findings=[{"place": "bone", "certainty": "maybe"}]), "findings[0].certainty", None),
        (_file(findings=[{"place": "bone", "certanty": "found"}]), "findings[0].certanty", None),
        (_file(side="lefft"), "side", "left"),
        (_file(biology={"err": "positive"}), "biology.err", "er"),
        (_file(biology={"er": "postive"}), "biology.er", "positive"),
        (_file(came_bak=True), "came_bak", "came_back"),
        (_file(schema=2), "schema", None),
        (_file(values={"cost": "a lot"}), "values.cost", "a_lot"),
        (_file(values={"costs": "a_lot"}), "values.costs.[key]", "cost"),
        (_file(compared=["mastectomi"]), "compared[0]", "mastectomy"),
        (_file(compared=["mastectomy"] * 2), "compared", None),
        (_file(biology_by_side={"lefft": {}}), "biology_by_side.lefft", "left"),
        (
            _file(biology_by_side={"left": {"menopause": "after"}}),
            "biology_by_side.left.menopause",
            None,
        ),
        (
            _file(side="both", biology_by_side={"left": {"er": "positiv"}}),
            "biology_by_side.left.er",
            "positive",
        ),
        (_file(biology_by_side={"left": {"er": "positive"}}), "biology_by_side", None),
        (_file(sure={"shure": True}), "sure.shure.[key]", "sure"),
        (_file(sections=["whi"]), "sections[0]", "why"),
        (_file(biology={"menopause": "befor"}), "biology.menopause", "before"),
        (_file(questions=["aim_of_treatmnt"]), "questions[0]", "aim_of_treatment"),
        (b'{"schema": 1}', "findings", None),
        (b"[]", "", None),
        (b'{"schema": ' + b"1" * 5000 + b"}", "", None),
    ],
)
def test_what_is_wrong_is_named(raw: bytes, field: str, nearest: str | None) -> None:
    with pytest.raises(InvalidAnswersError) as refused:
        parse_answers(raw)
    assert refused.value.field == field
    if nearest is not None:
        assert refused.value.nearest == nearest
        assert nearest in str(refused.value)


def test_each_of_two_breasts_has_reports_of_its_own() -> None:
    reports = {"left": {"er": "positive"}, "right": {"er": "negative", "grade": "3"}}
    answers = parse_answers(_file(side="both", biology={}, biology_by_side=reports))
    by_side = answers.reports_by_side()
    assert by_side[Side.LEFT].er == "positive"
    assert (by_side[Side.RIGHT].er, by_side[Side.RIGHT].grade) == ("negative", "3")
    assert parse_answers(_file()).reports_by_side() == {}


def test_the_line_of_the_mistake_is_named() -> None:
    raw = _file(findings=[{"place": "bone"}, {"place": "livr"}])
    line = next(n for n, text in enumerate(raw.splitlines(), 1) if b"livr" in text)
    with pytest.raises(InvalidAnswersError) as refused:
        parse_answers(raw)
    assert refused.value.line == line
    with pytest.raises(InvalidAnswersError) as broken:
        parse_answers(b'{"schema": 1,\n "findings": [}')
    assert broken.value.line == 2


def test_a_contradiction_is_refused() -> None:
    both = [{"place": "bone"}, {"place": "bone", "certainty": "not_found"}]
    with pytest.raises(InvalidAnswersError, match="twice"):
        parse_answers(_file(findings=both))


def test_the_line_is_that_of_the_field_and_not_of_a_namesake() -> None:
    findings = [{"place": "bone", "certainty": "found"}, {"place": "liver", "certainty": "maybe"}]
    raw = _file(findings=findings)
    line = next(n for n, text in enumerate(raw.splitlines(), 1) if b"maybe" in text)
    with pytest.raises(InvalidAnswersError) as refused:
        parse_answers(raw)
    assert (refused.value.field, refused.value.line) == ("findings[1].certainty", line)


@pytest.mark.parametrize(
    ("second", "says"),
    [
        ({"place": "bone"}, "given twice"),
        ({"place": "bone", "certainty": "unknown"}, "not alike"),
        ({"place": "nodes_armpit"}, "given twice"),
    ],
)
def test_a_place_that_stands_twice_is_refused_with_its_line(
    second: dict[str, str], says: str
) -> None:
    findings = [{"place": "bone"}, {"place": "nodes_armpit", "side": "left"}, {"place": "liver"}]
    raw = json.dumps(GOOD | {"side": "both", "findings": [*findings, second]})
    raw = raw.replace('{"place"', '\n{"place"')
    with pytest.raises(InvalidAnswersError, match=says) as refused:
        parse_answers(raw.encode())
    assert (refused.value.field, refused.value.line) == ("findings[3]", 5)
    assert second["place"] in refused.value.problem


def test_a_place_may_stand_once_for_each_breast() -> None:
    findings = [{"place": "nodes_armpit", "side": side} for side in ("left", "right")]
    assert len(parse_answers(_file(side="both", findings=findings)).findings) == 2


@pytest.mark.parametrize("field", ["certainty", "place"])
def test_a_field_that_stands_twice_is_refused_and_the_last_never_wins(field: str) -> None:
    raw = _file().replace(
        b'"certainty": "found"', b'"certainty": "found",\n"%b": "unknown"' % field.encode()
    )
    line = next(n for n, text in enumerate(raw.splitlines(), 1) if b'"unknown"' in text)
    with pytest.raises(InvalidAnswersError, match="given twice") as refused:
        parse_answers(raw)
    assert (refused.value.field, refused.value.line) == (field, line)


def test_a_byte_order_mark_is_passed_over() -> None:
    assert parse_answers(b"\xef\xbb\xbf" + _file()) == parse_answers(_file())


def test_more_than_could_make_sense_is_refused_at_once(tmp_path: Path) -> None:
    file = tmp_path / "answers.json"
    with file.open("wb") as sparse:
        sparse.truncate(1 << 30)
    started = time.monotonic()
    with pytest.raises(InvalidAnswersError, match="larger than 16 MB"):
        read_answers(file)
    many = b'{"place": "bone"},' * 500_000
    for field, each in (("findings", many), ("questions", b'"why?",' * 500_000)):
        raw = _file(**{field: []}).replace(b"[]", b"[" + each[:-1] + b"]")
        with pytest.raises(InvalidAnswersError, match="500000") as refused:
            parse_answers(raw)
        assert (refused.value.field, refused.value.line is None) == (field, False)
    assert time.monotonic() - started < 10


@pytest.mark.parametrize(
    "changes",
    [
        {"findings": [{"place": "bone" * 1_000_000}]},
        {"b" * 4_000_000: 1},
        {"questions": ["a_" + "b" * 4_000_000]},
        {"findings": [{"place": list(range(500_000))}]},
        {"side": {str(number): {} for number in range(100_000)}},
    ],
)
def test_a_refusal_is_short_and_quick_however_much_was_given(changes: dict[str, Any]) -> None:
    raw = _file(**changes)
    started = time.monotonic()
    with pytest.raises(InvalidAnswersError) as refused:
        parse_answers(raw)
    assert time.monotonic() - started < 5
    assert len(str(refused.value)) < 800


def _refusal(raw: bytes) -> str:
    try:
        parse_answers(raw)
    except InvalidAnswersError as refused:
        return str(refused)
    return "none"


@given(st.binary(max_size=200))
def test_no_bytes_ever_get_anything_but_answers_or_a_clear_refusal(raw: bytes) -> None:
    assert _refusal(raw)


@given(
    st.recursive(
        st.none() | st.booleans() | st.integers() | st.floats() | st.text(max_size=8),
        lambda inner: (
            st.lists(inner, max_size=3)
            | st.dictionaries(st.sampled_from([*GOOD, "place", "x"]), inner, max_size=4)
        ),
        max_leaves=12,
    )
)
def test_no_json_ever_gets_anything_but_answers_or_a_clear_refusal(data: Any) -> None:
    assert _refusal(json.dumps(data).encode())
