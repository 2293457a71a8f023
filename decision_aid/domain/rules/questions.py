"""Which questions a case gives reason to ask, most useful first, and whom to ask."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum
from typing import Final

from decision_aid.domain.answers import Answers
from decision_aid.domain.biology import (
    NO_REPORTS_BY_SIDE,
    UNKNOWN_BIOLOGY,
    Biology,
    Grade,
    Her2,
    InheritedChange,
    Menopause,
    Receptor,
    hormone_receptor_positive,
    may_have_children,
    of_breast,
)
from decision_aid.domain.classification import Classification, Extent, Kind
from decision_aid.domain.findings import Certainty, Side
from decision_aid.domain.ids import PlaceId, QuestionId
from decision_aid.domain.places import CountsAs
from decision_aid.domain.rules.decisions import Condition, Decision, decisions_for
from decision_aid.domain.rules.values import all_sure_questions


class AskedOf(StrEnum):
    """Who can answer a question best."""

    SURGEON = "surgeon"
    MEDICAL_ONCOLOGIST = "medical_oncologist"
    RADIATION_ONCOLOGIST = "radiation_oncologist"
    NURSE = "nurse"


@dataclass(frozen=True, slots=True)
class _View:
    case: Answers
    result: Classification
    found: frozenset[PlaceId]
    suspected: frozenset[PlaceId]
    changing: frozenset[PlaceId]
    biology: Biology
    cancers: tuple[Biology, ...]
    open: frozenset[QuestionId]

    def asks(self, question: str) -> bool:
        """Whether an option depends on what this question asks for."""
        return question in self.open

    def note(self, *notes: str) -> bool:
        return any(note in self.result.notes for note in notes)

    @property
    def cancer(self) -> bool:
        return self.result.kind in {Kind.IN_SITU, Kind.INVASIVE, Kind.METASTATIC}

    @property
    def early(self) -> bool:
        return self.result.kind is Kind.INVASIVE

    @property
    def came_back(self) -> bool:
        return self.case.came_back is True

    @property
    def receptors_known(self) -> bool:
        unknown = {Receptor.UNKNOWN, Her2.UNKNOWN}
        return all(unknown.isdisjoint({b.er, b.pr, b.her2}) for b in self.cancers)

    @property
    def menopause_matters(self) -> bool:
        return (
            self.result.invasive is True
            and self.biology.menopause is Menopause.UNKNOWN
            and any(hormone_receptor_positive(b) is not False for b in self.cancers)
        )


_Rule = tuple[str, AskedOf, Callable[[_View], bool]]

_SURGEON, _DRUGS, _RAYS, _NURSE = AskedOf

_NOT_KNOWN: Final = frozenset({InheritedChange.NOT_TESTED, InheritedChange.UNKNOWN})

_QUESTIONS: Final[tuple[_Rule, ...]] = (
    # What is not settled comes first: it can change everything else.
    ("which_tumor_and_who_treats", _DRUGS, lambda v: v.note("tumor_follows_other_rules")),
    ("where_did_it_begin", _DRUGS, lambda v: v.note("cancer_from_elsewhere")),
    (
        "is_it_invasive",
        _SURGEON,
        lambda v: v.result.invasive is None and v.result.kind is Kind.CANNOT_TELL,
    ),
    ("has_it_spread", _SURGEON, lambda v: v.result.kind is Kind.CANNOT_TELL),
    ("which_test_tells", _SURGEON, lambda v: bool(v.changing) or v.result.kind is Kind.CANNOT_TELL),
    ("bone_or_chest_wall", _SURGEON, lambda v: v.note("chest_wall_or_bone_not_sure")),
    (
        "which_side_nodes",
        _SURGEON,
        lambda v: v.note("nodes_above_collarbone_which_side", "nodes_breastbone_which_side"),
    ),
    (
        "other_side_new_or_spread",
        _SURGEON,
        lambda v: v.note(
            "other_side_nodes_not_sure",
            "other_side_nodes_are_distant",
            "other_breast_not_sure",
            "other_breast_is_a_second_cancer",
        ),
    ),
    ("which_skin", _SURGEON, lambda v: v.note("skin_not_sure")),
    ("were_cells_in_the_fluid", _DRUGS, lambda v: v.note("fluid_needs_cancer_cells")),
    ("ovary_spread_or_new", _DRUGS, lambda v: v.note("ovary_new_or_spread")),
    ("marrow_growing_or_single_cells", _DRUGS, lambda v: v.note("marrow_not_sure")),
    ("scans_elsewhere", _DRUGS, lambda v: v.note("nodes_above_collarbone_are_nearby")),
    ("where_is_invasive_part", _SURGEON, lambda v: v.note("ducts_only_with_spread")),
    ("where_did_nodes_come_from", _SURGEON, lambda v: v.note("no_tumor_found_in_breast")),
    ("paget_invasive_part", _SURGEON, lambda v: v.note("paget_not_sure", "paget_alone")),
    ("spots_invasive_or_not", _SURGEON, lambda v: v.note("several_spots_not_sure")),
    ("lcis_kind", _SURGEON, lambda v: v.note("lcis_alone", "lcis_pleomorphic_or_florid")),
    ("lcis_what_next", _SURGEON, lambda v: v.result.kind is Kind.NOT_CANCER),
    ("which_breast_did_it_come_from", _DRUGS, lambda v: v.note("far_spread_from_which_breast")),
    ("aim_of_treatment", _SURGEON, lambda v: v.result.invasive is True),
    ("options_and_waiting", _SURGEON, lambda v: v.cancer),
    # What nobody has said yet decides which options are talked about.
    (
        "er_pr_her2",
        _DRUGS,
        lambda v: v.asks("er_pr_her2") or (v.result.invasive is True and not v.receptors_known),
    ),
    ("er_pr", _DRUGS, lambda v: v.asks("er_pr")),
    (
        "menopause_and_drugs",
        _DRUGS,
        lambda v: v.menopause_matters or v.asks("menopause_and_drugs"),
    ),
    ("inherited_test", _DRUGS, lambda v: v.cancer and v.biology.inherited in _NOT_KNOWN),
    ("which_gene", _DRUGS, lambda v: v.asks("which_gene")),
    ("radiation_again", _RAYS, lambda v: v.asks("radiation_again")),
    ("drugs_for_my_results", _DRUGS, lambda v: v.result.invasive is True and v.receptors_known),
    ("how_soon", _SURGEON, lambda v: v.cancer or v.result.kind is Kind.CANNOT_TELL),
    # What can be done for it has to be done before treatment starts.
    ("fertility", _DRUGS, lambda v: v.cancer and may_have_children(v.biology)),
    ("inflammatory_team", _SURGEON, lambda v: "inflammatory" in v.found),
    ("symptoms_and_palliative_care", _NURSE, lambda v: v.result.metastatic is True),
    (
        "plan_for_each_breast",
        _SURGEON,
        lambda v: v.case.side is Side.BOTH or "other_breast" in v.found,
    ),
    (
        "inherited_found",
        _DRUGS,
        lambda v: v.cancer and v.biology.inherited is InheritedChange.FOUND,
    ),
    ("retest_far_spot", _DRUGS, lambda v: v.result.metastatic is True and v.came_back),
    ("spread_checked", _DRUGS, lambda v: v.early and v.came_back),
    ("tests_for_spread", _DRUGS, lambda v: v.early and not v.came_back),
    ("stage_and_why", _SURGEON, lambda v: v.early),
    ("nodes_how_many", _SURGEON, lambda v: v.early and v.result.extent is Extent.NEARBY),
    ("nodes_checked", _SURGEON, lambda v: v.early and v.result.extent is Extent.BREAST),
    ("dcis_return_or_invasive", _SURGEON, lambda v: v.result.kind is Kind.IN_SITU),
    ("dcis_radiation", _RAYS, lambda v: v.result.kind is Kind.IN_SITU),
    ("radiation_needed", _RAYS, lambda v: v.early),
    (
        "surgery_or_drugs_first",
        _SURGEON,
        lambda v: v.early and not v.came_back and "inflammatory" not in v.found,
    ),
    ("bone_protection", _DRUGS, lambda v: _decided_by(v, "bone")),
    ("brain_plan", _RAYS, lambda v: _decided_by(v, "brain", "brain_lining")),
    ("one_spot_local_treatment", _RAYS, lambda v: v.note("one_far_spot_is_still_metastatic")),
    ("how_will_we_know_it_works", _DRUGS, lambda v: v.result.metastatic is True),
    ("everyday_side_effects", _NURSE, lambda v: v.cancer),
    ("my_grade", _SURGEON, lambda v: v.cancer and any(b.grade is Grade.UNKNOWN for b in v.cancers)),
    ("trial", _DRUGS, lambda v: v.result.invasive is True),
    ("who_to_call", _NURSE, lambda v: True),
    ("work_and_cost", _NURSE, lambda v: v.cancer),
    ("second_opinion", _SURGEON, lambda v: v.result.kind is not Kind.CANNOT_TELL),
    ("copy_of_report", _NURSE, lambda v: True),
)


def _decided_by(view: _View, *places: str) -> bool:
    return any(r.place in places and r.counts_as is CountsAs.DISTANT for r in view.result.because)


def questions_for(
    case: Answers,
    result: Classification,
    biology: Biology = UNKNOWN_BIOLOGY,
    first: Iterable[QuestionId] = (),
    by_side: Mapping[Side, Biology] = NO_REPORTS_BY_SIDE,
) -> tuple[QuestionId, ...]:
    """Return the questions that this case gives reason to ask, most useful first.

    Args:
        case: what was found.
        result: what it comes to.
        biology: what the reports say; what they do not say is asked for.
        first: questions that the person has another reason to ask, put before all others.
        by_side: with cancer in both breasts, what the reports of each say.
    """
    decisions = decisions_for(case, result, biology, by_side)
    view = _View(
        case,
        result,
        case.places(Certainty.FOUND),
        case.places(Certainty.SUSPECTED),
        frozenset(change.place for change in result.could_change),
        biology,
        tuple(of_breast(biology, by_side, side) for side in result.sides) or (biology,),
        frozenset(open_questions(decisions, biology)),
    )
    called_for = [QuestionId(question) for question, _, asks in _QUESTIONS if asks(view)]
    return (*first, *called_for[:_MOST_CALLED_FOR])


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
_MOST_CALLED_FOR: Final = 15
"""A longer list is not read; what the case gives most reason to ask stands first."""

_ASKED_OF: Final[dict[QuestionId, AskedOf]] = {
    **dict.fromkeys(all_sure_questions(), AskedOf.SURGEON),
    QuestionId("support_to_decide"): AskedOf.NURSE,
    **{QuestionId(question): role for question, role, _ in _QUESTIONS},
}


def all_questions() -> tuple[QuestionId, ...]:
    """Return every question id, in the order of usefulness."""
    return tuple(_ASKED_OF)
