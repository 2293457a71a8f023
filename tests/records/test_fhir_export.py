"""What a person said, as FHIR: valid, marked as said by the person, and read back the same."""

from __future__ import annotations

import datetime as dt
import json
from itertools import product
from typing import Any, get_args

import pytest
from fhir.resources.R4B.questionnaireresponse import QuestionnaireResponse
from hypothesis import given, settings
from hypothesis import strategies as st

from decision_aid.domain import (
    FOLLOW_UPS,
    PLACES,
    REPLIES,
    TUMOR_ITEMS,
    UNKNOWN_BIOLOGY,
    Answers,
    Biology,
    Certainty,
    Chest,
    Finding,
    PaperSection,
    PlaceId,
    PlaceSide,
    Rating,
    Side,
    SureItem,
    all_options,
    all_questions,
    all_values,
    checked,
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


def _written(answers: Answers) -> str:
    """Write answers, and hold what is written against R4B, which has the same form."""
    text = questionnaire_response(answers, authored=NOW)
    QuestionnaireResponse.model_validate_json(text)
    return text


def _comes_back(answers: Answers) -> None:
    back = read_bundle(_written(answers))
    assert back.answers == answers
    assert (back.not_used, back.contradictions, back.asks) == ((), (), ())


def test_every_place_with_every_certainty_comes_back() -> None:
    for finding in EVERY_STATEMENT:
        _comes_back(Answers((finding,), Side.BOTH))


def test_what_is_said_of_one_place_on_each_side_comes_back() -> None:
    for place in (place.id for place in PLACES.values() if place.side is PlaceSide.SAME):
        for left, right in product(Certainty, repeat=2):
            sides = ((Side.LEFT, left), (Side.RIGHT, right))
            findings = tuple(Finding(place, certainty, side) for side, certainty in sides)
            _comes_back(Answers(findings, Side.BOTH))


def test_every_result_comes_back_of_each_breast_and_of_the_person() -> None:
    for item, replies in REPLIES.items():
        for reply in replies:
            biology = with_reply(UNKNOWN_BIOLOGY, item, reply)
            _comes_back(Answers(biology=biology))
            for side in (Side.LEFT, Side.RIGHT):
                _comes_back(Answers(side=Side.BOTH, biology_by_side={side: biology}))


def test_side_timing_chest_and_sections_come_back() -> None:
    sections: tuple[PaperSection, ...] = get_args(PaperSection)
    for side, came_back, chest in product((None, *Side), (None, True, False), get_args(Chest)):
        _comes_back(Answers(side=side, came_back=came_back, chest=chest))
    for chosen in (None, (), *((one,) for one in sections), sections, sections[::-1]):
        _comes_back(Answers(sections=chosen))


def test_every_option_value_question_and_item_comes_back() -> None:
    for option in all_options():
        _comes_back(Answers(compared=(option,)))
    _comes_back(Answers(compared=tuple(sorted(all_options()))))
    for value, rating in product(all_values(), Rating):
        _comes_back(Answers(values={value: rating}))
    for item, said in product(SureItem, (True, False)):
        _comes_back(Answers(sure={item: said}))
    for question in all_questions():
        _comes_back(Answers(questions=(question, "aim", "My own?", question.upper())))


def test_own_words_come_back_as_they_were_typed() -> None:
    for words in (
        "10⁹/L",
        "Β ↑ ünïcode",
        " spaces ",
        'a "quote"\n\ttwo lines',
        "<b>&amp;",
        "unknown",
    ):
        _comes_back(Answers(questions=(words,), notes=words))


_BIOLOGY = st.builds(
    Biology, **{item: st.sampled_from(list(replies)) for item, replies in REPLIES.items()}
)
_TUMOR = st.builds(Biology, **{item: st.sampled_from(list(REPLIES[item])) for item in TUMOR_ITEMS})
_WORDS = st.text(st.characters(codec="utf-8"), min_size=1, max_size=30)


@st.composite
def _answers(draw: st.DrawFn) -> Answers:
    side = draw(st.sampled_from([None, *Side]))
    statements = [f for f in EVERY_STATEMENT if f.side is None or side is Side.BOTH]
    findings = draw(st.lists(st.sampled_from(statements), max_size=12, unique_by=lambda f: f.place))
    sides = st.sampled_from([Side.LEFT, Side.RIGHT])
    return Answers(
        tuple(findings),
        side,
        draw(st.sampled_from([None, True, False])),
        draw(_BIOLOGY),
        draw(st.dictionaries(sides, _TUMOR)) if side is Side.BOTH else {},
        tuple(draw(st.lists(st.sampled_from(sorted(all_options())), unique=True, max_size=4))),
        draw(st.dictionaries(st.sampled_from(sorted(all_values())), st.sampled_from(list(Rating)))),
        draw(st.dictionaries(st.sampled_from(list(SureItem)), st.booleans())),
        tuple(draw(st.lists(st.sampled_from(sorted(all_questions())) | _WORDS, max_size=5))),
        draw(st.just("") | _WORDS),
        draw(st.sampled_from(get_args(Chest))),
        draw(st.none() | st.lists(st.sampled_from(get_args(PaperSection)), unique=True).map(tuple)),
    )


@settings(max_examples=150, deadline=None)
@given(_answers())
def test_whatever_was_said_comes_back_the_same(answers: Answers) -> None:
    assert checked(answers) == answers
    back = read_bundle(questionnaire_response(answers, authored=NOW))
    assert back.answers == answers
    assert (back.not_used, back.contradictions, back.asks) == ((), (), ())


def test_it_says_that_the_person_said_it() -> None:
    written = json.loads(_written(Answers()))
    marks = {mark["code"] for mark in written["meta"]["security"]}
    assert marks == {"PATAST", "PATRPT"}
    assert "It is not clinical staging" in written["text"]["div"]
    assert written["source"] == {"reference": "#person"}
    assert written["contained"] == [{"resourceType": "Patient", "id": "person"}]
    assert written["questionnaire"].startswith("urn:uuid:")


def test_no_stage_goes_out() -> None:
    findings = tuple(Finding(place, Certainty.FOUND) for place in PLACES)
    text = _written(Answers(findings, Side.LEFT))
    assert "M1" not in text
    assert "stage" not in text.replace("clinical staging", "").lower()


def test_the_same_answers_always_give_the_same_text() -> None:
    answers = Answers((Finding(PlaceId("lung")), Finding(PlaceId("bone"))))
    first = _written(answers)
    assert first == _written(answers)
    assert first == json.dumps(json.loads(first), ensure_ascii=False, indent=2) + "\n"


def test_an_answer_that_is_none_of_ours_is_listed_and_the_rest_is_read() -> None:
    answers = Answers((Finding(PlaceId("bone")),), Side.LEFT, notes="n", values={})
    written: dict[str, Any] = json.loads(_written(answers))
    for strange in (
        {"linkId": "findings", "item": [{"linkId": "findings.ear", "text": "Ear"}]},
        {"linkId": "values", "item": [{"linkId": "values.gold"}]},
        {"linkId": "sections", "answer": [{"valueString": "why"}]},
        {"linkId": "compared", "answer": [{"valueCoding": {"code": "option.none"}}]},
        {"linkId": "new_thing"},
    ):
        changed = written | {"item": [*written["item"], strange]}
        back = read_bundle(json.dumps(changed))
        assert back.answers == answers
        assert [one.reason for one in back.not_used] == ["not_known"]


def test_two_forms_that_differ_are_not_chosen_between() -> None:
    one, other = Answers(notes="one"), Answers(notes="two")
    entries = [{"resource": json.loads(_written(form))} for form in (one, other)]
    back = read_bundle(json.dumps({"resourceType": "Bundle", "entry": entries}))
    assert back.contradictions == ("two_forms",)
    assert back.answers == Answers()


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
    text = questionnaire_response(Answers(), authored=authored)
    assert json.loads(text).get("authored") == written
