"""Which options are talked about: over every biology and every kind of case."""

import itertools
from collections.abc import Callable

import pytest

from decision_aid.domain import (
    DOING_LESS,
    TUMOR_ITEMS,
    UNKNOWN_BIOLOGY,
    Answers,
    Biology,
    Classification,
    Decision,
    Grade,
    Her2,
    InheritedChange,
    Kind,
    Menopause,
    OptionId,
    Receptor,
    Side,
    Talk,
    TumorType,
    all_decisions,
    all_options,
    assess,
)
from decision_aid.domain.biology import with_reply
from decision_aid.domain.rules.decisions import Condition
from decision_aid.domain.rules.decisions.conditions import HOLDS
from decision_aid.domain.rules.questions import open_questions
from tests.domain.cases import case, found
from tests.domain.decision_cases import Facts, distinct, facts, one_breast, two_breasts
from tests.domain.decision_rules import expected, has_a_place

EVERY_BIOLOGY = [
    Biology(type_, er, pr, her2, grade, inherited, menopause)
    for type_, er, pr, her2, grade, inherited, menopause in itertools.product(
        TumorType, Receptor, Receptor, Her2, Grade, InheritedChange, Menopause
    )
]
"""All 9,216: what does not steer anything is in it too."""

STEERING = [b for b in EVERY_BIOLOGY if b.type == "unknown" and b.grade == "unknown"]
"""The 576 that are left once type and grade are proved to steer nothing."""

DISTINCT = distinct()


def offered(decisions: tuple[Decision, ...]) -> dict[str, Talk]:
    """Return every option with how it is talked about; "yes" in one decision is enough."""
    shown: dict[str, Talk] = {}
    for decision in decisions:
        for option in decision.options:
            if shown.get(option.id) is not Talk.YES:
                shown[option.id] = option.talk
    return shown


def test_type_and_grade_steer_nothing() -> None:
    """So the 576 biologies that are left stand for all 9,216."""
    for biology in EVERY_BIOLOGY:
        plain = biology._replace(type=TumorType.UNKNOWN, grade=Grade.UNKNOWN)
        for holds in HOLDS.values():
            assert holds(biology) is holds(plain)


def test_cases_of_the_same_facts_have_the_same_decisions() -> None:
    """So one case for each set of facts stands for all of them."""
    seen: dict[Facts, tuple[Decision, ...]] = {}
    for one, result in one_breast():
        decisions = assess(one).decisions
        assert seen.setdefault(facts(one, result), decisions) == decisions, one
    assert len(seen) > 100


Every = list[tuple[Facts, Answers, Classification, Biology, tuple[Decision, ...]]]


@pytest.fixture(scope="module")
def every() -> Every:
    """Every case that differs in what it means, with every biology that steers something."""
    same: dict[tuple[Decision, ...], tuple[Decision, ...]] = {}
    rows: Every = []
    for f, (one, result) in DISTINCT.items():
        for biology in STEERING:
            decisions = assess(one._replace(biology=biology)).decisions
            rows.append((f, one, result, biology, same.setdefault(decisions, decisions)))
    return rows


def test_every_biology_gives_what_applies_and_nothing_else(every: Every) -> None:
    for f, one, _, biology, decisions in every:
        assert offered(decisions) == expected(f, biology), (one, biology)


def every_case() -> list[tuple[Answers, Classification]]:
    return [*DISTINCT.values(), *two_breasts()]


SOME_BIOLOGIES = [UNKNOWN_BIOLOGY, *STEERING[::31]]


def test_every_reachable_case_has_decisions_with_a_way_of_doing_less() -> None:
    for one, _ in [*one_breast(), *two_breasts()]:
        decisions = assess(one).decisions
        assert decisions, one
        assert len({(d.id, d.sides) for d in decisions}) == len(decisions)
        for decision in decisions:
            ids = [option.id for option in decision.options]
            assert len(set(ids)) == len(ids) >= 2, (one, decision)
            assert DOING_LESS.intersection(ids), (one, decision)
            assert not DOING_LESS.issuperset(ids), (one, decision)


def test_every_decision_keeps_a_way_of_doing_less_whatever_the_reports_say(every: Every) -> None:
    for decisions in {decisions for *_, decisions in every}:
        for decision in decisions:
            ids = {option.id for option in decision.options}
            assert len(ids) >= 2, decision
            assert DOING_LESS & ids, decision


def test_what_an_option_depends_on_is_not_known_and_is_asked_for(every: Every) -> None:
    asked_before: set[tuple[Facts, Biology, tuple[str, ...]]] = set()
    for f, one, _, biology, decisions in every:
        for decision in decisions:
            for option in decision.options:
                assert (option.talk is Talk.DEPENDS) == bool(option.depends_on)
                for condition in option.depends_on:
                    assert HOLDS[condition](biology) is None
        # What is known of inheritance and menopause is all that can change which question asks.
        open_ones = open_questions(decisions, biology)
        person = Biology(inherited=biology.inherited, menopause=biology.menopause)
        if (f, person, open_ones) not in asked_before:
            asked_before.add((f, person, open_ones))
            questions = assess(one._replace(biology=biology)).questions
            assert set(open_ones) <= set(questions), (one, biology)


def test_what_depends_is_asked_for_in_words_that_fit() -> None:
    """Each condition leads to a question about that very thing."""
    fits = {
        Condition.HORMONE_RECEPTOR_POSITIVE: {"er_pr", "er_pr_her2"},
        Condition.HER2_POSITIVE: {"er_pr_her2"},
        Condition.HER2_NOT_POSITIVE: {"er_pr_her2"},
        Condition.TRIPLE_NEGATIVE: {"er_pr_her2"},
        Condition.INHERITED_CHANGE: {"inherited_test"},
        Condition.BRCA_CHANGE: {"inherited_test", "which_gene"},
        Condition.BEFORE_MENOPAUSE: {"menopause_and_drugs"},
        Condition.AFTER_MENOPAUSE: {"menopause_and_drugs"},
        Condition.NO_RADIATION_THERE: {"radiation_again"},
    }
    met: set[Condition] = set()
    for (one, _), biology in itertools.product(every_case(), SOME_BIOLOGIES):
        decisions = assess(one._replace(biology=biology)).decisions
        asked = set(assess(one._replace(biology=biology)).questions)
        for decision in decisions:
            for option in decision.options:
                for condition in option.depends_on:
                    met.add(condition)
                    assert fits[condition] & asked, (one, biology, condition)
    assert met == set(Condition)
    brca = Biology(inherited=InheritedChange.FOUND)
    one = case(found("breast_tissue"))
    assert "which_gene" in assess(one._replace(biology=brca)).questions


def test_an_unknown_shows_both_sides(every: Every) -> None:
    """Whatever a reply to one item would confirm is shown while that item is unknown."""
    shown = {
        (f, biology): {option.id for decision in decisions for option in decision.options}
        for f, _, _, biology, decisions in every
    }
    for (f, biology), known in shown.items():
        for item in ("er", "pr", "her2", "inherited", "menopause"):
            unknown = with_reply(biology, item, "unknown")
            assert known <= shown[f, unknown], (f, biology, item)


NEVER: dict[str, tuple[Callable[[Facts], bool], set[str]]] = {
    "no node surgery, locally advanced": (
        lambda f: f.advanced,
        {"no_node_surgery", "no_more_node_surgery", "lumpectomy_alone"},
    ),
    "no node surgery, node taken": (lambda f: f.few_cells, {"no_node_surgery"}),
    "sentinel node, armpit found": (
        lambda f: f.armpit and not f.far,
        {"sentinel_node_biopsy", "no_node_surgery"},
    ),
    "lumpectomy, nothing in the breast": (
        lambda f: f.nothing_in_breast,
        {"lumpectomy_radiation", "lumpectomy_alone"},
    ),
    "rebuilding now or lumpectomy, inflammatory": (
        lambda f: f.inflammatory,
        {"reconstruction_now", "lumpectomy_radiation", "lumpectomy_alone", "surgery_first"},
    ),
    "first-time plan, came back": (
        lambda f: f.back,
        {"watching_in_a_study", "lumpectomy_radiation", "lumpectomy_alone", "nipple_area_surgery"},
    ),
    "early surgery, far": (
        lambda f: f.far,
        {"surgery_first", "drugs_first", "lumpectomy_radiation", "reconstruction_now"},
    ),
    "drugs, in place": (
        lambda f: f.in_place,
        {"chemotherapy", "her2_medicine", "immunotherapy", "more_nodes_out", "armpit_radiation"},
    ),
    "cancer treatment, no cancer": (
        lambda f: f.kind in {Kind.NOT_CANCER, Kind.OUT_OF_SCOPE, Kind.CANNOT_TELL},
        {"chemotherapy", "mastectomy", "lumpectomy_radiation", "hormone_medicine"},
    ),
}


@pytest.mark.parametrize("name", NEVER)
def test_what_must_never_be_shown(name: str) -> None:
    concerned, never = NEVER[name]
    met = 0
    for one, result in one_breast():
        if concerned(facts(one, result)):
            met += 1
            assert never.isdisjoint(offered(assess(one).decisions)), one
    assert met


def test_far_options_are_only_shown_where_it_is_far() -> None:
    for one, result in [*one_breast(), *two_breasts()]:
        if result.kind is not Kind.METASTATIC:
            shown = offered(assess(one).decisions)
            assert not any(option.startswith("far_") for option in shown), one
            assert "comfort_care_only" not in shown, one


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


def test_with_one_breast_no_decision_is_named_for_a_side() -> None:
    for one, _ in DISTINCT.values():
        assert not any(decision.sides for decision in assess(one).decisions)


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


def test_inflammatory_has_its_own_plan_from_drugs_to_rebuilding_later() -> None:
    one = case(found("inflammatory"))
    decisions = assess(one).decisions
    plan = [d.id for d in decisions]
    assert plan == [
        "start_inflammatory",
        "surgery_inflammatory",
        "radiation_after_mastectomy",
        "after_mastectomy",
        "other_breast",
        "drugs",
        "trial",
    ]


@pytest.mark.parametrize("menopause", Menopause)
def test_before_menopause_far_spread_is_told_of_stopping_the_ovaries(menopause: Menopause) -> None:
    one = case(found("bone"))
    shown = offered(assess(one._replace(biology=POSITIVE._replace(menopause=menopause))).decisions)
    wanted = {Menopause.BEFORE: Talk.YES, Menopause.UNKNOWN: Talk.DEPENDS}.get(menopause)
    assert shown.get("far_ovarian_suppression") is wanted


def test_every_decision_and_option_and_condition_is_reached() -> None:
    decisions: set[str] = set()
    options: set[OptionId] = set()
    conditions: set[Condition] = set()
    for one, _ in DISTINCT.values():
        for decision in assess(one).decisions:
            decisions.add(decision.id)
            options.update(option.id for option in decision.options)
            conditions.update(c for option in decision.options for c in option.depends_on)
    assert decisions == set(all_decisions())
    assert options == all_options()
    assert conditions == set(Condition)
