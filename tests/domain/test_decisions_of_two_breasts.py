"""Which options are talked about with cancer in both breasts: what fits each, and who is told."""

import itertools

import pytest

from decision_aid.domain import (
    TUMOR_ITEMS,
    UNKNOWN_BIOLOGY,
    Answers,
    Biology,
    Classification,
    Her2,
    InheritedChange,
    Kind,
    Menopause,
    Receptor,
    Side,
    Talk,
    assess,
)
from tests.domain.cases import case, found
from tests.domain.decision_cases import Facts, facts, offered, two_breasts
from tests.domain.decision_rules import expected, has_a_place


def of_breasts(one: Answers, result: Classification) -> dict[Side | None, Facts]:
    if result.kind is Kind.METASTATIC:
        return {None: facts(one, result)}
    return {side: facts(one, own, side) for side, own in result.sides.items()}


LOCAL_DECISIONS = {
    "which_result",
    "surgery_in_place",
    "surgery_paget",
    "after_return_in_place",
    "nodes_in_place",
    "medicine_after_in_place",
    "after_return",
    "start_inflammatory",
    "surgery_inflammatory",
    "order",
    "surgery_to_breast",
    "surgery_no_tumor_found",
    "nodes",
    "radiation_after_mastectomy",
    "after_mastectomy",
}
NEGATIVE = Biology(er=Receptor.NEGATIVE, pr=Receptor.NEGATIVE, her2=Her2.NEGATIVE)
POSITIVE = Biology(er=Receptor.POSITIVE, pr=Receptor.POSITIVE, her2=Her2.NEGATIVE)
HER2 = Biology(er=Receptor.NEGATIVE, pr=Receptor.NEGATIVE, her2=Her2.POSITIVE)
PERSON = Biology(inherited=InheritedChange.NOT_FOUND, menopause=Menopause.BEFORE)


@pytest.mark.parametrize(
    ("left", "right"),
    list(itertools.product((UNKNOWN_BIOLOGY, NEGATIVE, POSITIVE, HER2), repeat=2)),
    ids=lambda b: f"er_{b.er}_her2_{b.her2}",
)
def test_each_breast_is_told_what_fits_it_and_either_calls_for_a_drug(
    left: Biology, right: Biology
) -> None:
    reports = {Side.LEFT: left, Side.RIGHT: right}
    for one, result in two_breasts():
        decisions = assess(one._replace(biology=PERSON, biology_by_side=reports)).decisions
        by_breast = of_breasts(one, result)
        wanted: dict[str, str] = {}
        for side, f in by_breast.items():
            for own in [reports[side]] if side else reports.values():
                b = PERSON._replace(**{item: getattr(own, item) for item in TUMOR_ITEMS})
                for option, reply in expected(f, b).items():
                    if wanted.get(option) != "yes":
                        wanted[option] = reply
        if result.kind is not Kind.NOT_CANCER:
            for option in ("watching_with_images", "risk_medicine", "surgery_to_both_breasts"):
                wanted.pop(option, None)
        assert offered(decisions) == wanted, one


def test_a_local_decision_names_its_breast_and_tells_only_what_fits_it() -> None:
    for one, result in two_breasts():
        by_breast = of_breasts(one, result)
        for decision in assess(one).decisions:
            local = decision.id in LOCAL_DECISIONS and result.kind is not Kind.METASTATIC
            assert bool(decision.sides) is local, (one, decision.id)
            for side in decision.sides:
                for option in decision.options:
                    assert has_a_place(option.id, by_breast[side]), (one, side, option.id)


def test_what_a_breasts_own_reports_do_not_say_is_taken_from_the_other_reports() -> None:
    one = case(
        found("breast_tissue", side=Side.LEFT),
        found("breast_tissue", side=Side.RIGHT),
        side=Side.BOTH,
    )
    left = {Side.LEFT: Biology(her2=Her2.POSITIVE)}
    shown = offered(assess(one._replace(biology=NEGATIVE, biology_by_side=left)).decisions)
    assert shown["her2_medicine"] is shown["immunotherapy"] is Talk.YES
    assert "hormone_medicine" not in shown
