"""What can matter to a person: asked where it can apply, over every kind of case."""

import pytest

from decision_aid.domain import (
    UNKNOWN_BIOLOGY,
    Answers,
    Biology,
    Classification,
    Kind,
    Menopause,
    all_values,
    assess,
    touched_options,
    with_reply,
)
from tests.domain.cases import case, found
from tests.domain.decision_cases import distinct, two_breasts

NAMED = {"cost", "travel", "work", "children", "looks"}
"""What the standard and the issue name for everybody who has a treatment to choose."""
TREATED = {Kind.IN_SITU, Kind.INVASIVE, Kind.METASTATIC, Kind.NOT_CANCER}


def reports(**replies: str) -> Biology:
    biology = UNKNOWN_BIOLOGY
    for item, reply in replies.items():
        biology = with_reply(biology, item, reply)
    return biology


HARDEST = (
    UNKNOWN_BIOLOGY,
    reports(er="negative", pr="negative", her2="positive", inherited="not_found"),
    reports(er="negative", pr="negative", her2="negative", inherited="not_found"),
    reports(er="positive", her2="low", inherited="found", menopause="does_not_apply"),
    reports(er="positive", her2="negative", inherited="not_tested", menopause="before"),
)


def asked(one: Answers, result: Classification, biology: Biology) -> set[str]:
    seen = assess(one._replace(biology=biology))
    options, values = tuple(seen.options), seen.values
    for value in values:
        assert touched_options(value, options)
    return set(values)


@pytest.mark.parametrize("biology", HARDEST, ids=lambda b: f"{b.er}-{b.her2}-{b.menopause}")
def test_all_that_the_issue_names_is_asked_in_every_case_with_a_treatment(biology: Biology) -> None:
    for one, result in [*distinct().values(), *two_breasts()]:
        if result.kind not in TREATED:
            continue
        values = asked(one, result, biology)
        assert values >= NAMED, (one, biology)
        if result.kind is Kind.NOT_CANCER:
            assert "worry_about_cancer" in values
        elif result.kind is not Kind.METASTATIC:
            assert "fear_of_return" in values, one


def test_nobody_without_cancer_is_asked_about_its_return() -> None:
    for one, result in distinct().values():
        if result.kind in {Kind.NOT_CANCER, Kind.METASTATIC}:
            assert "fear_of_return" not in asked(one, result, UNKNOWN_BIOLOGY)


@pytest.mark.parametrize("menopause", Menopause)
def test_having_children_is_asked_about_unless_menopause_is_over(menopause: Menopause) -> None:
    biology = Biology(menopause=menopause)
    matters = menopause is not Menopause.AFTER
    for one, result in distinct().values():
        if result.kind in TREATED:
            assert ("children" in asked(one, result, biology)) is matters, one
        if result.kind in TREATED - {Kind.NOT_CANCER}:
            assert ("fertility" in assess(one._replace(biology=biology)).questions) is matters, one


@pytest.mark.parametrize(
    ("place", "drugs"),
    [
        (
            "breast_tissue",
            {"hormone_medicine", "cdk46_medicine", "parp_medicine", "immunotherapy"},
        ),
        ("ducts_only", {"hormone_medicine", "lumpectomy_radiation"}),
        (
            "bone",
            {"far_hormone_and_cdk46", "far_parp_medicine", "far_immunotherapy", "far_chemotherapy"},
        ),
    ],
)
def test_having_children_is_tied_to_every_drug_that_touches_it(place: str, drugs: set[str]) -> None:
    one = case(found(place))
    options = [o.id for d in assess(one).decisions for o in d.options]
    (children,) = (value for value in all_values() if value == "children")
    assert drugs <= set(touched_options(children, options))
