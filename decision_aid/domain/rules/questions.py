"""Which questions a case gives reason to ask, most useful first, and whom to ask."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from enum import StrEnum
from typing import Final

from decision_aid.domain.biology import (
    UNKNOWN_BIOLOGY,
    Biology,
    InheritedChange,
)
from decision_aid.domain.classification import Classification
from decision_aid.domain.findings import QuestionId
from decision_aid.domain.rules.decisions import Condition, Decision
from decision_aid.domain.rules.facts import (
    ALWAYS,
    BOTH_BREASTS,
    CAME_BACK,
    CANCER,
    CANNOT_TELL,
    DISTANT_BONE,
    DISTANT_BRAIN,
    EARLY,
    GRADE_NOT_KNOWN,
    IN_PLACE,
    INFLAMMATORY,
    INHERITED_CHANGE_FOUND,
    INHERITED_CHANGE_NOT_KNOWN,
    INVASIVE,
    INVASIVE_NOT_KNOWN,
    MAY_HAVE_CHILDREN,
    MENOPAUSE_MATTERS,
    METASTATIC,
    NODES_NEARBY,
    NOT_CANCER,
    ONLY_IN_BREAST,
    RECEPTORS_KNOWN,
    SOMETHING_OPEN,
    Fact,
    explained,
    found,
    option_asks,
)
from decision_aid.domain.rules.situation import Situation
from decision_aid.domain.rules.values import all_sure_questions


class AskedOf(StrEnum):
    """Who can answer a question best."""

    SURGEON = "surgeon"
    MEDICAL_ONCOLOGIST = "medical_oncologist"
    RADIATION_ONCOLOGIST = "radiation_oncologist"
    NURSE = "nurse"


_Rule = tuple[str, AskedOf, Fact]

_SURGEON, _DRUGS, _RAYS, _NURSE = AskedOf

QUESTIONS: Final[tuple[_Rule, ...]] = (
    # What is not settled comes first: it can change everything else.
    ("which_tumor_and_who_treats", _DRUGS, explained("tumor_follows_other_rules")),
    ("where_did_it_begin", _DRUGS, explained("cancer_from_elsewhere")),
    (
        "is_it_invasive",
        _SURGEON,
        INVASIVE_NOT_KNOWN & CANNOT_TELL,
    ),
    ("has_it_spread", _SURGEON, CANNOT_TELL),
    ("which_test_tells", _SURGEON, SOMETHING_OPEN | CANNOT_TELL),
    ("bone_or_chest_wall", _SURGEON, explained("chest_wall_or_bone_not_sure")),
    (
        "which_side_nodes",
        _SURGEON,
        explained("nodes_above_collarbone_which_side", "nodes_breastbone_which_side"),
    ),
    (
        "other_side_new_or_spread",
        _SURGEON,
        explained(
            "other_side_nodes_not_sure",
            "other_side_nodes_are_distant",
            "other_breast_not_sure",
            "other_breast_is_a_second_cancer",
        ),
    ),
    ("which_skin", _SURGEON, explained("skin_not_sure")),
    ("were_cells_in_the_fluid", _DRUGS, explained("fluid_needs_cancer_cells")),
    ("ovary_spread_or_new", _DRUGS, explained("ovary_new_or_spread")),
    ("marrow_growing_or_single_cells", _DRUGS, explained("marrow_not_sure")),
    ("scans_elsewhere", _DRUGS, explained("nodes_above_collarbone_are_nearby")),
    ("where_is_invasive_part", _SURGEON, explained("ducts_only_with_spread")),
    ("where_did_nodes_come_from", _SURGEON, explained("no_tumor_found_in_breast")),
    ("paget_invasive_part", _SURGEON, explained("paget_not_sure", "paget_alone")),
    ("spots_invasive_or_not", _SURGEON, explained("several_spots_not_sure")),
    ("lcis_kind", _SURGEON, explained("lcis_alone", "lcis_pleomorphic_or_florid")),
    ("lcis_what_next", _SURGEON, NOT_CANCER),
    ("which_breast_did_it_come_from", _DRUGS, explained("far_spread_from_which_breast")),
    ("aim_of_treatment", _SURGEON, INVASIVE),
    ("options_and_waiting", _SURGEON, CANCER),
    # What nobody has said yet decides which options are talked about.
    (
        "er_pr_her2",
        _DRUGS,
        option_asks("er_pr_her2") | (INVASIVE & ~RECEPTORS_KNOWN),
    ),
    ("er_pr", _DRUGS, option_asks("er_pr")),
    (
        "menopause_and_drugs",
        _DRUGS,
        MENOPAUSE_MATTERS | option_asks("menopause_and_drugs"),
    ),
    ("inherited_test", _DRUGS, CANCER & INHERITED_CHANGE_NOT_KNOWN),
    ("which_gene", _DRUGS, option_asks("which_gene")),
    ("radiation_again", _RAYS, option_asks("radiation_again")),
    ("drugs_for_my_results", _DRUGS, INVASIVE & RECEPTORS_KNOWN),
    ("how_soon", _SURGEON, CANCER | CANNOT_TELL),
    # What can be done for it has to be done before treatment starts.
    ("fertility", _DRUGS, CANCER & MAY_HAVE_CHILDREN),
    ("inflammatory_team", _SURGEON, INFLAMMATORY),
    ("symptoms_and_palliative_care", _NURSE, METASTATIC),
    (
        "plan_for_each_breast",
        _SURGEON,
        BOTH_BREASTS | found("other_breast"),
    ),
    (
        "inherited_found",
        _DRUGS,
        CANCER & INHERITED_CHANGE_FOUND,
    ),
    ("retest_far_spot", _DRUGS, METASTATIC & CAME_BACK),
    ("spread_checked", _DRUGS, EARLY & CAME_BACK),
    ("tests_for_spread", _DRUGS, EARLY & ~CAME_BACK),
    ("stage_and_why", _SURGEON, EARLY),
    ("nodes_how_many", _SURGEON, EARLY & NODES_NEARBY),
    ("nodes_checked", _SURGEON, EARLY & ONLY_IN_BREAST),
    ("dcis_return_or_invasive", _SURGEON, IN_PLACE),
    ("dcis_radiation", _RAYS, IN_PLACE),
    ("radiation_needed", _RAYS, EARLY),
    (
        "surgery_or_drugs_first",
        _SURGEON,
        EARLY & ~CAME_BACK & ~INFLAMMATORY,
    ),
    ("bone_protection", _DRUGS, DISTANT_BONE),
    ("brain_plan", _RAYS, DISTANT_BRAIN),
    ("one_spot_local_treatment", _RAYS, explained("one_far_spot_is_still_metastatic")),
    ("how_will_we_know_it_works", _DRUGS, METASTATIC),
    ("everyday_side_effects", _NURSE, CANCER),
    ("my_grade", _SURGEON, CANCER & GRADE_NOT_KNOWN),
    ("trial", _DRUGS, INVASIVE),
    ("who_to_call", _NURSE, ALWAYS),
    ("work_and_cost", _NURSE, CANCER),
    ("second_opinion", _SURGEON, ~CANNOT_TELL),
    ("copy_of_report", _NURSE, ALWAYS),
)


def questions_for(
    situation: Situation, decisions: Iterable[Decision], biology: Biology
) -> tuple[QuestionId, ...]:
    """Return every question that this situation gives reason to ask, most useful first.

    Args:
        situation: that of the whole person.
        decisions: what there is to decide.
        biology: what the reports say of the person.
    """
    asked = situation._replace(questions_of_options=frozenset(open_questions(decisions, biology)))
    return tuple(QuestionId(question) for question, _, when in QUESTIONS if when.holds(asked))


def open_questions(
    decisions: Iterable[Decision], biology: Biology = UNKNOWN_BIOLOGY
) -> tuple[QuestionId, ...]:
    """Return the question for each thing on which an option depends, and which is not known.

    Args:
        decisions: what there is to decide.
        biology: what the reports say of the person.
    """
    asked = (
        _asks_for(condition, decision, biology)
        for decision in decisions
        for option in decision.options
        for condition in option.depends_on
    )
    return tuple(dict.fromkeys(map(QuestionId, asked)))


def _asks_for(condition: Condition, decision: Decision, biology: Biology) -> str:
    match condition:
        case Condition.INHERITED_CHANGE | Condition.BRCA_CHANGE:
            found = biology.inherited is InheritedChange.FOUND
            return "which_gene" if found else "inherited_test"
        case Condition.BEFORE_MENOPAUSE | Condition.AFTER_MENOPAUSE:
            return "menopause_and_drugs"
        case Condition.NO_RADIATION_THERE:
            return "radiation_again"
        case _:
            return "er_pr" if decision.id == "medicine_after_in_place" else "er_pr_her2"


def questions_on_first_page(questions: Sequence[str], *, chosen: bool, from_sure: int) -> int:
    """Return how many questions stand on the first page.

    Args:
        questions: the person's own list, or what is suggested, in order.
        chosen: whether the person chose them, or they are suggested.
        from_sure: how many of them the SURE test added.
    """
    if chosen:
        return _MOST_ON_FIRST_PAGE
    wanted = _SUGGESTED + from_sure
    asked_for = [number for number, one in enumerate(questions, 1) if asks_what_is_unknown(one)]
    return min(max(wanted, *asked_for, 0), _MOST_ON_FIRST_PAGE)


def asks_what_is_unknown(question: str) -> bool:
    """Return whether a question asks for what nobody has said and options depend on."""
    return question in _ASKS_WHAT_IS_UNKNOWN


def asked_of(question: str, result: Classification) -> AskedOf | None:
    """Return who can answer a question best, or ``None`` for somebody's own words.

    Where it has spread far, the plan is mostly one of drugs: what else a surgeon would answer
    is asked of the medical oncologist.
    """
    role = _ASKED_OF.get(QuestionId(question))
    if role is AskedOf.SURGEON and result.metastatic:
        return AskedOf.MEDICAL_ONCOLOGIST
    return role


_MOST_ON_FIRST_PAGE: Final = 5
_SUGGESTED: Final = 3
_ASKS_WHAT_IS_UNKNOWN: Final = frozenset(
    (
        "er_pr_her2",
        "er_pr",
        "menopause_and_drugs",
        "inherited_test",
        "which_gene",
        "radiation_again",
    )
)
MOST_CALLED_FOR: Final = 15
"""A longer list is not read; what the case gives most reason to ask stands first."""

_ASKED_OF: Final[dict[QuestionId, AskedOf]] = {
    **dict.fromkeys(all_sure_questions(), AskedOf.SURGEON),
    QuestionId("support_to_decide"): AskedOf.NURSE,
    **{QuestionId(question): role for question, role, _ in QUESTIONS},
}


def all_questions() -> tuple[QuestionId, ...]:
    """Return every question id, in the order of usefulness."""
    return tuple(_ASKED_OF)
