"""Which options are talked about: over every biology and every kind of case."""

import itertools
from collections.abc import Callable

import pytest

from decision_aid.domain import (
    DOING_LESS,
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
    Talk,
    TumorType,
    all_decisions,
    all_options,
    assess,
)
from decision_aid.domain.biology import with_reply
from decision_aid.domain.rules.decisions import HOLDS, Condition
from decision_aid.domain.rules.questions import open_questions
from tests.domain.cases import case, found
from tests.domain.decision_cases import Facts, distinct, facts, offered, one_breast, two_breasts
from tests.domain.decision_rules import expected

EVERY_BIOLOGY = [
    Biology(type_, er, pr, her2, grade, inherited, menopause)
    for type_, er, pr, her2, grade, inherited, menopause in itertools.product(
        TumorType, Receptor, Receptor, Her2, Grade, InheritedChange, Menopause
    )
]
"""All 9,216: what does not steer anything is in it too."""

Conditions = tuple[bool | None, ...]


def conditions(biology: Biology) -> Conditions:
    """Return what is known of everything that an option may depend on."""
    return tuple(holds(biology) for holds in HOLDS.values())


WITHOUT_TYPE = [b for b in EVERY_BIOLOGY if b.type == "unknown" and b.grade == "unknown"]
"""The 576 that are left once type and grade are proved to steer nothing."""

STEERING = {conditions(biology): biology for biology in reversed(WITHOUT_TYPE)}
"""One of these for each way in which the conditions may hold."""

DISTINCT = distinct()


def test_type_and_grade_steer_nothing() -> None:
    """So the 576 biologies that are left stand for all 9,216."""
    for biology in EVERY_BIOLOGY:
        plain = biology._replace(type=TumorType.UNKNOWN, grade=Grade.UNKNOWN)
        for holds in HOLDS.values():
            assert holds(biology) is holds(plain)


def test_reports_of_the_same_conditions_lead_to_the_same_decisions() -> None:
    """So one biology for each way in which the conditions hold stands for all of them."""
    assert len(STEERING) > 100
    of_each_kind = {(f.kind, f.open, f.nodes, f.back, f.bone): one for f, one in DISTINCT.items()}
    for one, _ in of_each_kind.values():
        decisions = {c: assess(one._replace(biology=b)).decisions for c, b in STEERING.items()}
        for biology in WITHOUT_TYPE:
            decided = assess(one._replace(biology=biology)).decisions
            assert decided == decisions[conditions(biology)], (one, biology)


Case = tuple[Answers, Classification, Facts, tuple[Decision, ...]]


@pytest.fixture(scope="module")
def every_case() -> list[Case]:
    """Every case of one breast, with nothing known from reports."""
    return [(one, r, facts(one, r), assess(one).decisions) for one, r in one_breast()]


def test_cases_of_the_same_facts_have_the_same_decisions(every_case: list[Case]) -> None:
    """So one case for each set of facts stands for all of them."""
    seen: dict[Facts, tuple[Decision, ...]] = {}
    for one, _, f, decisions in every_case:
        assert seen.setdefault(f, decisions) == decisions, one
    assert len(seen) > 100


Every = list[tuple[Facts, Answers, Classification, Biology, tuple[Decision, ...]]]


@pytest.fixture(scope="module")
def every() -> Every:
    """Every case that differs in what it means, with every biology that steers something."""
    same: dict[tuple[Decision, ...], tuple[Decision, ...]] = {}
    rows: Every = []
    for f, (one, result) in DISTINCT.items():
        for biology in STEERING.values():
            decisions = assess(one._replace(biology=biology)).decisions
            rows.append((f, one, result, biology, same.setdefault(decisions, decisions)))
    return rows


def test_every_biology_gives_what_applies_and_nothing_else(every: Every) -> None:
    for f, one, _, biology, decisions in every:
        assert offered(decisions) == expected(f, biology), (one, biology)


def of_two_breasts() -> list[tuple[Answers, Classification, tuple[Decision, ...]]]:
    return [(one, result, assess(one).decisions) for one, result in two_breasts()]


SOME_BIOLOGIES = [UNKNOWN_BIOLOGY, *list(STEERING.values())[::31]]


def test_every_reachable_case_has_decisions_with_a_way_of_doing_less(
    every_case: list[Case],
) -> None:
    of_one = [(one, decisions) for one, _, _, decisions in every_case]
    of_both = [(one, decisions) for one, _, decisions in of_two_breasts()]
    for one, decisions in [*of_one, *of_both]:
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
    cases = [one for one, _ in [*DISTINCT.values(), *two_breasts()]]
    for one, biology in itertools.product(cases, SOME_BIOLOGIES):
        seen = assess(one._replace(biology=biology))
        asked = set(seen.questions)
        for decision in seen.decisions:
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
        (f, conditions(biology)): {o.id for decision in decisions for o in decision.options}
        for f, _, _, biology, decisions in every
    }
    hidden = {
        (conditions(biology), conditions(with_reply(biology, item, "unknown")))
        for biology in WITHOUT_TYPE
        for item in ("er", "pr", "her2", "inherited", "menopause")
    }
    for f in DISTINCT:
        for known, unknown in hidden:
            assert shown[f, known] <= shown[f, unknown], (f, known, unknown)


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
def test_what_must_never_be_shown(name: str, every_case: list[Case]) -> None:
    concerned, never = NEVER[name]
    met = 0
    for one, _, f, decisions in every_case:
        if concerned(f):
            met += 1
            assert never.isdisjoint(offered(decisions)), one
    assert met


def test_far_options_are_only_shown_where_it_is_far(every_case: list[Case]) -> None:
    of_one = [(one, result, decisions) for one, result, _, decisions in every_case]
    for one, result, decisions in [*of_one, *of_two_breasts()]:
        if result.kind is not Kind.METASTATIC:
            shown = offered(decisions)
            assert not any(option.startswith("far_") for option in shown), one
            assert "comfort_care_only" not in shown, one


POSITIVE = Biology(er=Receptor.POSITIVE, pr=Receptor.POSITIVE, her2=Her2.NEGATIVE)

HER2_POSITIVE = Biology(er=Receptor.NEGATIVE, pr=Receptor.NEGATIVE, her2=Her2.POSITIVE)
TRIPLE_NEGATIVE = Biology(er=Receptor.NEGATIVE, pr=Receptor.NEGATIVE, her2=Her2.NEGATIVE)


@pytest.mark.parametrize(
    ("biology", "fits"),
    [
        (UNKNOWN_BIOLOGY, None),
        (POSITIVE, None),
        (HER2_POSITIVE, {"her2_medicine", "fewer_drugs"}),
        (TRIPLE_NEGATIVE, {"chemotherapy", "immunotherapy", "parp_medicine", "fewer_drugs"}),
    ],
)
def test_what_follows_cancer_left_at_surgery_waits_for_a_report_that_names_a_drug(
    biology: Biology, fits: set[str] | None
) -> None:
    for place in ("breast_tissue", "nodes_armpit", "inflammatory", "bone", "ducts_only"):
        decisions = assess(case(found(place))._replace(biology=biology)).decisions
        left = {o.id for d in decisions if d.id == "cancer_left" for o in d.options}
        early = place not in {"bone", "ducts_only"}
        assert left == (fits if fits and early else set()), place


def test_with_one_breast_no_decision_is_named_for_a_side() -> None:
    for one, _ in DISTINCT.values():
        assert not any(decision.sides for decision in assess(one).decisions)


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
    every = itertools.product(
        (one for one, _ in DISTINCT.values()), (UNKNOWN_BIOLOGY, HER2_POSITIVE)
    )
    for one, biology in every:
        for decision in assess(one._replace(biology=biology)).decisions:
            decisions.add(decision.id)
            options.update(option.id for option in decision.options)
            conditions.update(c for option in decision.options for c in option.depends_on)
    assert decisions == set(all_decisions())
    assert options == all_options()
    assert conditions == set(Condition)
