"""What is told beside the answer fits the case: what if nothing is done, when to call, numbers."""

import itertools

import pytest

from decision_aid.domain import (
    PLACES,
    Check,
    Kind,
    all_checks,
    all_questions,
    all_topics,
    asked_of,
    classify,
    number_topics,
    questions_for,
    same_day_topics,
    treatment_topics,
    understanding_checks,
)
from decision_aid.domain.questions import AskedOf
from tests.domain.cases import case, found, suspected

EVERY = [case(found(place)) for place in PLACES]
PAIRS = [case(found(a), found(b)) for a, b in itertools.combinations(PLACES, 2)]


def test_every_cancer_comes_with_what_happens_if_nothing_is_done() -> None:
    for one in (*EVERY, *PAIRS):
        result = classify(one)
        told = [t for t in treatment_topics(one, result) if "without_treatment" in t]
        is_cancer = result.kind in {Kind.IN_SITU, Kind.INVASIVE, Kind.METASTATIC}
        assert len(told) == (is_cancer or result.kind is Kind.NOT_CANCER), one


@pytest.mark.parametrize(
    ("place", "topic"),
    [
        ("bone", "in_bone"),
        ("brain", "in_brain"),
        ("brain_lining", "in_brain"),
        ("lung", "in_lung_or_pleura"),
        ("pleura", "in_lung_or_pleura"),
        ("liver", "in_liver"),
    ],
)
def test_where_it_is_comes_first_in_when_to_call(place: str, topic: str) -> None:
    one = case(found(place))
    assert same_day_topics(one, classify(one))[0] == f"same_day/{topic}"


def test_when_to_call_never_speaks_of_places_that_were_not_found() -> None:
    for one in (*EVERY, *PAIRS):
        result = classify(one)
        for topic in same_day_topics(one, result):
            if topic.startswith("same_day/in_"):
                assert result.kind is Kind.METASTATIC, (one, topic)


def test_numbers_fit_how_far_it_is_and_are_not_given_where_that_is_open() -> None:
    for one in (*EVERY, *PAIRS):
        result = classify(one)
        topics = number_topics(result)
        if result.metastatic is None or result.invasive is not True:
            assert topics == ()
            continue
        wanted = {"breast": "localized", "nearby": "regional", "distant": "distant"}
        assert result.extent is not None
        assert topics[0] == f"numbers/{wanted[result.extent]}"
        assert topics[1:] == ("numbers/what_it_means", "numbers/what_it_cannot_say")
    assert number_topics(classify(case(suspected("bone")))) == ()


def test_every_topic_of_when_to_call_and_of_numbers_is_known() -> None:
    known = all_topics()
    for one in PAIRS:
        result = classify(one)
        assert known.issuperset((*same_day_topics(one, result), *number_topics(result)))


def test_every_question_says_whom_to_ask() -> None:
    for place in PLACES:
        one = case(found(place))
        result = classify(one)
        for question in questions_for(one, result):
            assert asked_of(question, result) is not None
    assert asked_of("Will I lose my hair?", classify(case())) is None


def test_far_away_the_surgeon_is_not_the_one_to_ask() -> None:
    one = case(found("liver"))
    result = classify(one)
    roles = {asked_of(question, result) for question in all_questions()}
    assert AskedOf.SURGEON not in roles


def test_each_result_is_checked_with_three_questions_of_its_own() -> None:
    seen: set[Check] = set()
    open_case = case(found("breast_tissue"), found("chest_wall", "not_sure"))
    for one in (*EVERY, *PAIRS, case(), case(suspected("bone")), open_case):
        checks = understanding_checks(classify(one))
        assert len(checks) == 3
        assert {check.right for check in checks} == {"yes", "no"}
        seen.update(checks)
    assert seen == set(all_checks())
