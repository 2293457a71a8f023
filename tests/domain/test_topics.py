"""What is told beside the answer fits the case: what if nothing is done, when to call, numbers."""

import itertools

import pytest

from decision_aid.domain import (
    PLACES,
    UNKNOWN_BIOLOGY,
    Answers,
    Biology,
    Check,
    Her2,
    Kind,
    Receptor,
    all_checks,
    all_options,
    all_questions,
    all_same_day_topics,
    all_topics,
    assess,
)
from decision_aid.domain.rules.questions import AskedOf
from decision_aid.domain.rules.topics import same_day_topics
from tests.domain.cases import case, found, suspected

EVERY = [case(found(place)) for place in PLACES]
PAIRS = [case(found(a), found(b)) for a, b in itertools.combinations(PLACES, 2)]


def test_every_cancer_comes_with_what_happens_if_nothing_is_done() -> None:
    for one in (*EVERY, *PAIRS):
        result = assess(one).result
        told = [t for t in assess(one).treatment if "without_treatment" in t]
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
    assert _when_to_call(case(found(place)))[0] == f"same_day/{topic}"


def _when_to_call(one: Answers, biology: Biology = UNKNOWN_BIOLOGY) -> tuple[str, ...]:
    return assess(one._replace(biology=biology)).same_day


def test_when_to_call_never_speaks_of_places_that_were_not_found() -> None:
    for one in (*EVERY, *PAIRS):
        far = any(topic.startswith("same_day/in_") for topic in _when_to_call(one))
        if far:
            assert assess(one).result.kind is Kind.METASTATIC, one
    unsure = case(found("breast_tissue"), suspected("brain"))
    assert "same_day/in_brain" not in _when_to_call(unsure)


def test_when_to_call_fits_the_treatment_that_is_talked_about() -> None:
    early = case(found("breast_tissue"))
    no_receptors = Biology(er=Receptor.NEGATIVE, pr=Receptor.NEGATIVE, her2=Her2.NEGATIVE)
    with_er = Biology(er=Receptor.POSITIVE, her2=Her2.NEGATIVE)
    assert "same_day/on_newer_drugs" in _when_to_call(early, no_receptors)
    assert "same_day/on_hormone_medicine" not in _when_to_call(early, no_receptors)
    assert "same_day/on_newer_drugs" in _when_to_call(early, with_er)
    assert "same_day/on_hormone_medicine" in _when_to_call(early, with_er)
    assert {"same_day/on_newer_drugs", "same_day/on_hormone_medicine"} <= set(_when_to_call(early))
    in_place = case(found("ducts_only"))
    assert "same_day/on_chemotherapy" not in _when_to_call(in_place)
    assert "same_day/on_newer_drugs" not in _when_to_call(in_place)
    assert "same_day/on_hormone_medicine" not in _when_to_call(in_place, no_receptors)


NOTHING_TO_CALL_ABOUT = {
    "another_test_now",
    "bone_medicine",
    "bone_medicine_early",
    "clinical_trial",
    "comfort_care_only",
    "far_break_from_drugs",
    "far_targeted_after_tests",
    "fewer_drugs",
    "gene_test_of_tumor",
    "no_bone_medicine",
    "no_hormone_medicine_in_place",
    "no_local_treatment_now",
    "no_more_node_surgery",
    "no_node_surgery",
    "no_radiation_after_mastectomy",
    "no_surgery_for_now",
    "palliative_care_from_the_start",
    "palliative_care_later",
    "second_opinion_on_results",
    "second_opinion_soon",
    "standard_treatment",
    "start_before_the_result",
    "tests_for_spread_first",
    "time_to_decide",
    "wait_for_the_result",
    "watching_in_a_study",
    "watching_other_breast",
    "watching_with_images",
}


def test_every_option_is_thought_of_in_when_to_call() -> None:
    silent = {o for o in all_options() if not same_day_topics(assess(case()).result, {o})}
    assert silent == NOTHING_TO_CALL_ABOUT


def test_numbers_fit_how_far_it_is_and_are_not_given_where_that_is_open() -> None:
    grown = {"inflammatory", "breast_skin", "chest_wall"}
    for one in (*EVERY, *PAIRS):
        result = assess(one).result
        topics = assess(one).numbers
        if result.metastatic is None or result.invasive is not True:
            assert topics == ()
            continue
        wanted = {"breast": "localized", "nearby": "regional", "distant": "distant"}
        assert result.extent is not None
        group = wanted[result.extent]
        if group == "localized" and grown & {reason.place for reason in result.because}:
            group = "regional"
        assert topics[0] == f"numbers/{group}"
        assert topics[1:] == ("numbers/what_it_means", "numbers/what_it_cannot_say")
        assert assess(one._replace(came_back=True)).numbers == ()
    one = case(suspected("bone"))
    assert assess(one).numbers == ()


def test_every_topic_of_when_to_call_and_of_numbers_is_known() -> None:
    known = {*all_topics(), *all_same_day_topics()}
    for one in PAIRS:
        assert known.issuperset((*_when_to_call(one), *assess(one).numbers))


def test_every_question_says_whom_to_ask() -> None:
    for place in PLACES:
        one = case(found(place))
        for question in assess(one).questions:
            assert assess(one).whom_to_ask(question) is not None
    assert assess(case()).whom_to_ask("Will I lose my hair?") is None


def test_far_away_the_surgeon_is_not_the_one_to_ask() -> None:
    seen = assess(case(found("liver")))
    roles = {seen.whom_to_ask(question) for question in all_questions()}
    assert AskedOf.SURGEON not in roles


def test_each_result_is_checked_with_three_questions_of_its_own() -> None:
    seen: set[Check] = set()
    open_case = case(found("breast_tissue"), found("chest_wall", "not_sure"))
    growing = case(found("ducts_only"), suspected("breast_tissue"))
    for one in (*EVERY, *PAIRS, case(), case(suspected("bone")), open_case, growing):
        checks = assess(one).checks
        assert len(checks) == 3
        assert {check.right for check in checks} == {"yes", "no"}
        seen.update(checks)
    assert seen == set(all_checks())
