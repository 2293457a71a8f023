"""What a person said, as FHIR: valid, marked as said by the person, and read back the same."""

from __future__ import annotations

import datetime as dt
import json
from typing import Any

import pytest
from fhir.resources.R4B.questionnaireresponse import QuestionnaireResponse
from hypothesis import given
from hypothesis import strategies as st

from decision_aid.domain import (
    FOLLOW_UPS,
    PLACES,
    REPLIES,
    UNKNOWN_BIOLOGY,
    Answers,
    Certainty,
    Finding,
    PlaceId,
    PlaceSide,
    Side,
    with_reply,
)
from decision_aid.records.fhir import questionnaire_response, read_bundle

NOW = dt.datetime(2026, 11, 24, 10, 30, tzinfo=dt.UTC)
EVERY_STATEMENT = [
    Finding(place, certainty, side, detail)
    for place in PLACES
    for certainty in Certainty
    for detail in (None, *(FOLLOW_UPS[place].answers if place in FOLLOW_UPS else ()))
    for side in (None, *((Side.LEFT,) if PLACES[place].side is PlaceSide.SAME else ()))
]


def _answers(*findings: Finding, **more: Any) -> Answers:
    return Answers(findings=findings, **more)


def test_every_place_with_every_certainty_is_valid_and_is_read_back_the_same() -> None:
    for finding in EVERY_STATEMENT:
        text = questionnaire_response(_answers(finding, side=Side.BOTH), authored=NOW)
        QuestionnaireResponse.model_validate_json(text)
        back = read_bundle(text)
        assert back.findings == (finding,)
        assert (back.not_understood, back.contradictions) == ((), ())


def test_every_result_is_read_back_the_same() -> None:
    for item, replies in REPLIES.items():
        for reply in replies:
            biology = with_reply(UNKNOWN_BIOLOGY, item, reply)
            text = questionnaire_response(_answers(biology=biology), authored=NOW)
            assert read_bundle(text).biology == biology


@pytest.mark.parametrize("side", [None, *Side])
@pytest.mark.parametrize("came_back", [None, True, False])
def test_side_and_timing_are_read_back_the_same(side: Side | None, came_back: bool | None) -> None:
    text = questionnaire_response(_answers(side=side, came_back=came_back), authored=None)
    back = read_bundle(text)
    assert (back.side, back.came_back) == (side, came_back)


@given(st.lists(st.sampled_from(EVERY_STATEMENT), max_size=12, unique_by=lambda f: f.place))
def test_many_findings_are_read_back_the_same(findings: list[Finding]) -> None:
    text = questionnaire_response(_answers(*findings, side=Side.BOTH), authored=NOW)
    assert set(read_bundle(text).findings) == set(findings)


def test_it_says_that_the_person_said_it() -> None:
    written = json.loads(questionnaire_response(_answers(), authored=NOW))
    marks = {mark["code"] for mark in written["meta"]["security"]}
    assert marks == {"PATAST", "PATRPT"}
    assert "It is not clinical staging" in written["text"]["div"]
    assert written["source"] == {"reference": "#person"}
    assert written["contained"] == [{"resourceType": "Patient", "id": "person"}]
    assert written["questionnaire"].startswith("urn:uuid:")


def test_nothing_personal_and_no_stage_goes_out() -> None:
    findings = [Finding(place, Certainty.FOUND) for place in PLACES]
    text = questionnaire_response(
        _answers(
            *findings,
            side="left",
            notes="My sister Ann comes along.",
            questions=("Will I lose my hair?", "aim_of_treatment"),
            compared=("mastectomy",),
            values={"travel": "a_lot"},
            sure={"sure": False},
        ),
        authored=NOW,
    )
    for private in ("Ann", "hair", "aim_of_treatment", 'mastectomy"', "travel", "a_lot", "M1"):
        assert private not in text
    assert "stage" not in text.replace("clinical staging", "").lower()


def test_the_same_answers_always_give_the_same_text() -> None:
    bone, lung = Finding(PlaceId("bone")), Finding(PlaceId("lung"))
    first = questionnaire_response(_answers(bone, lung), authored=NOW)
    assert first == questionnaire_response(_answers(lung, bone), authored=NOW)
    assert first == json.dumps(json.loads(first), ensure_ascii=False, indent=2) + "\n"


@pytest.mark.parametrize(
    ("authored", "written"),
    [
        (NOW, "2026-11-24T10:30:00+00:00"),
        (NOW.replace(tzinfo=None), "2026-11-24"),
        (None, None),
    ],
)
def test_a_time_is_only_written_with_its_time_zone(
    authored: dt.datetime | None, written: str | None
) -> None:
    text = questionnaire_response(_answers(), authored=authored)
    assert json.loads(text).get("authored") == written
