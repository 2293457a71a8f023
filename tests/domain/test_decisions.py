"""Which options are talked about: over every biology and every kind of case, against plain rules.

The rules are written here a second time, by option instead of by decision, so that a slip in the
table is not repeated in its test.
"""

import itertools
from collections.abc import Iterator

import pytest

from decision_aid.domain import (
    DOING_LESS,
    FOLLOW_UPS,
    PLACES,
    Biology,
    Case,
    Classification,
    Decision,
    Extent,
    Grade,
    Her2,
    InheritedChange,
    Kind,
    Menopause,
    Receptor,
    Side,
    Talk,
    TumorType,
    all_decisions,
    all_options,
    classify,
    decisions_for,
)
from decision_aid.domain.decisions import Condition
from tests.domain.cases import case, found, suspected

EVERY_BIOLOGY = [
    Biology(type_, er, pr, her2, grade, inherited, menopause)
    for type_, er, pr, her2, grade, inherited, menopause in itertools.product(
        TumorType, Receptor, Receptor, Her2, Grade, InheritedChange, Menopause
    )
]
"""All 9,216: what does not steer anything is in it too."""

CASES = {
    "in place": case(found("ducts_only")),
    "paget": case(found("nipple_paget")),
    "lcis": case(found("lobules_only")),
    "breast": case(found("breast_tissue")),
    "nodes": case(found("breast_tissue"), found("nodes_armpit")),
    "inflammatory": case(found("inflammatory")),
    "came back": case(found("scar_or_chest_skin"), came_back=True),
    "distant": case(found("breast_tissue"), found("bone")),
    "distant only": case(found("liver"), came_back=True),
    "not settled": case(found("breast_tissue"), found("chest_wall", "not_sure")),
    "cannot tell": case(suspected("bone")),
    "out of scope": case(found("not_carcinoma")),
}


def offered(decisions: tuple[Decision, ...]) -> dict[str, Talk]:
    """Return every option with how it is talked about."""
    return {option.id: option.talk for decision in decisions for option in decision.options}


def hormones(b: Biology) -> str:
    if "positive" in (b.er, b.pr):
        return "positive"
    return "negative" if (b.er, b.pr) == ("negative", "negative") else "unknown"


def talked_about(option: str, b: Biology) -> str:  # noqa: PLR0911, PLR0912 - one rule an option
    """Say in plain terms if an option fits a biology: yes, no, or depends on what is unknown."""
    hr, her2_pos = hormones(b), b.her2 == "positive"
    her2_known = b.her2 != "unknown"
    match option:
        case "hormone_medicine" | "far_hormone_alone" | "lumpectomy_alone if invasive":
            return {"positive": "yes", "negative": "no"}.get(hr, "depends")
        case (
            "cdk46_medicine"
            | "gene_test_of_tumor"
            | "far_hormone_and_cdk46"
            | ("far_targeted_after_tests")
        ):
            if hr == "negative" or her2_pos:
                return "no"
            return "yes" if hr == "positive" and her2_known else "depends"
        case "ovarian_suppression":
            if hr == "negative" or b.menopause in ("after", "does_not_apply"):
                return "no"
            return "yes" if hr == "positive" and b.menopause == "before" else "depends"
        case "her2_medicine" | "far_her2_medicine":
            return "depends" if not her2_known else "yes" if her2_pos else "no"
        case "immunotherapy" | "far_immunotherapy":
            if hr == "positive" or her2_pos:
                return "no"
            return "yes" if hr == "negative" and her2_known else "depends"
        case "parp_medicine" | "far_parp_medicine":
            if her2_pos or b.inherited == "not_found":
                return "no"
            return "yes" if her2_known and b.inherited == "found" else "depends"
        case "far_antibody_drug":
            return "depends" if not her2_known else "no" if her2_pos else "yes"
        case "bone_medicine_early":
            return {"after": "yes", "does_not_apply": "no"}.get(b.menopause, "depends")
        case _:
            return "yes"


EARLY_DRUGS = {
    "hormone_medicine",
    "ovarian_suppression",
    "cdk46_medicine",
    "chemotherapy",
    "gene_test_of_tumor",
    "her2_medicine",
    "immunotherapy",
    "parp_medicine",
    "bone_medicine_early",
    "fewer_drugs",
}
FAR_DRUGS = {
    "far_hormone_and_cdk46",
    "far_hormone_alone",
    "far_targeted_after_tests",
    "far_her2_medicine",
    "far_chemotherapy",
    "far_immunotherapy",
    "far_antibody_drug",
    "far_parp_medicine",
    "far_break_from_drugs",
    "comfort_care_only",
}
FAR_REST = {
    "radiation_to_a_spot",
    "surgery_to_a_spot",
    "no_local_treatment_now",
    "palliative_care_from_the_start",
    "palliative_care_later",
}
TRIAL = {"clinical_trial", "standard_treatment"}
REBUILD = {"reconstruction_now", "reconstruction_later", "staying_flat"}
RESULT = {
    "wait_for_the_result",
    "another_test_now",
    "second_opinion_on_results",
    "start_before_the_result",
}
ORDER = {"surgery_first", "drugs_first", "time_to_decide"}
IN_PLACE_SURGERY = {"lumpectomy_radiation", "lumpectomy_alone", "mastectomy", "watching_in_a_study"}
BREAST_SURGERY = {"lumpectomy_radiation", "mastectomy"}

POSSIBLE = {
    "in place": IN_PLACE_SURGERY | REBUILD | {"hormone_medicine", "fewer_drugs"},
    "paget": {"nipple_area_surgery", "mastectomy", "time_to_decide"} | REBUILD,
    "lcis": {"watching_with_images", "risk_medicine", "surgery_to_both_breasts"},
    "breast": EARLY_DRUGS
    | TRIAL
    | REBUILD
    | ORDER
    | BREAST_SURGERY
    | {"lumpectomy_alone", "sentinel_node_biopsy", "no_node_surgery"},
    "nodes": EARLY_DRUGS
    | TRIAL
    | REBUILD
    | ORDER
    | BREAST_SURGERY
    | {"sentinel_node_biopsy", "more_nodes_out", "armpit_radiation"},
    "inflammatory": (EARLY_DRUGS | TRIAL | REBUILD) - {"reconstruction_now", "gene_test_of_tumor"},
    "came back": (EARLY_DRUGS | TRIAL | REBUILD) - {"gene_test_of_tumor", "immunotherapy"}
    | {"tests_for_spread_first", "surgery_again", "drugs_after_return", "time_to_decide"},
    "distant": FAR_DRUGS
    | FAR_REST
    | TRIAL
    | {"breast_surgery_far", "bone_medicine", "no_bone_medicine"},
    "distant only": FAR_DRUGS | FAR_REST | TRIAL,
    "not settled": EARLY_DRUGS
    | TRIAL
    | REBUILD
    | ORDER
    | BREAST_SURGERY
    | RESULT
    | {"lumpectomy_alone", "sentinel_node_biopsy", "no_node_surgery"},
    "cannot tell": RESULT,
    "out of scope": {"wait_for_the_result", "second_opinion_on_results"},
}


def rule_for(option: str, name: str, b: Biology) -> str:
    if option == "lumpectomy_alone" and name != "in place":
        return talked_about("lumpectomy_alone if invasive", b)
    if option == "fewer_drugs" and name == "in place":
        return talked_about("hormone_medicine", b)
    return talked_about(option, b)


@pytest.mark.parametrize("name", CASES)
def test_every_biology_gives_what_applies_and_nothing_else(name: str) -> None:
    one = CASES[name]
    result = classify(one)
    for biology in EVERY_BIOLOGY:
        expected = {
            option: reply
            for option in POSSIBLE[name]
            if (reply := rule_for(option, name, biology)) != "no"
        }
        assert offered(decisions_for(one, result, biology)) == expected, biology


def test_what_steers_nothing_changes_nothing() -> None:
    for one in CASES.values():
        result = classify(one)
        plain = decisions_for(one, result)
        for type_, grade in itertools.product(TumorType, Grade):
            assert decisions_for(one, result, Biology(type=type_, grade=grade)) == plain


def test_what_is_not_known_leaves_both_sides_open() -> None:
    """An option that a reply would take away or confirm is there, and says on what it depends."""
    for one in CASES.values():
        result = classify(one)
        shown = offered(decisions_for(one, result))
        for biology in EVERY_BIOLOGY[::7]:
            assert set(offered(decisions_for(one, result, biology))) <= set(shown)
        for decision in decisions_for(one, result):
            for option in decision.options:
                assert (option.talk is Talk.DEPENDS) == bool(option.depends_on)


def reachable() -> Iterator[tuple[Case, Classification]]:
    every = [
        found(place, detail)
        for place in PLACES
        for detail in (None, *(FOLLOW_UPS[place].answers if place in FOLLOW_UPS else ()))
    ]
    pairs = [p for p in itertools.combinations(every, 2) if p[0].place != p[1].place]
    for findings in ((), (suspected("bone"),), *((f,) for f in every), *pairs):
        for came_back in (None, True, False):
            for side in (None, Side.BOTH):
                one = Case(findings, side, came_back)
                yield one, classify(one)


def test_every_reachable_case_has_decisions_with_a_way_of_doing_less() -> None:
    for one, result in reachable():
        decisions = decisions_for(one, result)
        assert decisions, one
        assert len({decision.id for decision in decisions}) == len(decisions)
        for decision in decisions:
            ids = [option.id for option in decision.options]
            assert len(set(ids)) == len(ids) >= 2, (one, decision)
            assert DOING_LESS.intersection(ids), (one, decision)
            assert not DOING_LESS.issuperset(ids), (one, decision)


def test_far_spread_and_nearby_cancer_never_share_a_plan() -> None:
    early_only = {"surgery_first", "drugs_first", "lumpectomy_radiation", "reconstruction_now"}
    for one, result in reachable():
        shown = set(offered(decisions_for(one, result)))
        if result.kind is Kind.METASTATIC:
            assert shown.isdisjoint(early_only), one
        else:
            assert not any(option.startswith("far_") for option in shown), one
            assert "comfort_care_only" not in shown, one
        if result.kind is not Kind.INVASIVE or result.extent is not Extent.NEARBY:
            assert "more_nodes_out" not in shown or result.sides, one


def test_in_both_breasts_each_calls_for_its_own() -> None:
    one = case(
        found("ducts_only", side=Side.LEFT),
        found("breast_tissue", side=Side.RIGHT),
        side=Side.BOTH,
    )
    ids = {decision.id for decision in decisions_for(one, classify(one))}
    assert {"surgery_in_place", "surgery_to_breast"} <= ids


def test_every_decision_and_option_and_condition_is_reached() -> None:
    decisions: set[str] = set()
    options: set[str] = set()
    conditions: set[Condition] = set()
    for one in CASES.values():
        for decision in decisions_for(one, classify(one)):
            decisions.add(decision.id)
            options.update(option.id for option in decision.options)
            conditions.update(c for option in decision.options for c in option.depends_on)
    assert decisions == set(all_decisions())
    assert options == all_options()
    assert conditions == set(Condition)
