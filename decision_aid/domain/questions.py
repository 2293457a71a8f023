"""Which questions a case gives reason to ask, most useful first."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import Final

from decision_aid.domain.classification import Classification, Extent, Kind
from decision_aid.domain.findings import Case, Certainty, Side
from decision_aid.domain.places import CountsAs, PlaceId
from decision_aid.domain.topics import QuestionId


@dataclass(frozen=True, slots=True)
class _View:
    case: Case
    result: Classification
    found: frozenset[PlaceId]
    suspected: frozenset[PlaceId]
    changing: frozenset[PlaceId]

    def note(self, *notes: str) -> bool:
        return any(note in self.result.notes for note in notes)

    @property
    def cancer(self) -> bool:
        return self.result.kind in {Kind.IN_SITU, Kind.INVASIVE, Kind.METASTATIC}

    @property
    def early(self) -> bool:
        return self.result.kind is Kind.INVASIVE


_Rule = tuple[str, Callable[[_View], bool]]

_QUESTIONS: Final[tuple[_Rule, ...]] = (
    # What is not settled comes first: it can change everything else.
    ("which_tumor_and_who_treats", lambda v: v.note("tumor_follows_other_rules")),
    ("where_did_it_begin", lambda v: v.note("cancer_from_elsewhere")),
    (
        "is_it_invasive",
        lambda v: v.result.invasive is None and v.result.kind is Kind.CANNOT_TELL,
    ),
    ("has_it_spread", lambda v: v.result.kind is Kind.CANNOT_TELL),
    ("which_test_tells", lambda v: bool(v.changing) or v.result.kind is Kind.CANNOT_TELL),
    ("bone_or_chest_wall", lambda v: v.note("chest_wall_or_bone_not_sure")),
    (
        "which_side_nodes",
        lambda v: v.note("nodes_above_collarbone_which_side", "nodes_breastbone_which_side"),
    ),
    (
        "other_side_new_or_spread",
        lambda v: v.note(
            "other_side_nodes_not_sure",
            "other_side_nodes_are_distant",
            "other_breast_not_sure",
            "other_breast_is_a_second_cancer",
        ),
    ),
    ("which_skin", lambda v: v.note("skin_not_sure")),
    ("were_cells_in_the_fluid", lambda v: v.note("fluid_needs_cancer_cells")),
    ("ovary_spread_or_new", lambda v: v.note("ovary_new_or_spread")),
    ("marrow_growing_or_single_cells", lambda v: v.note("marrow_not_sure")),
    ("scans_elsewhere", lambda v: v.note("nodes_above_collarbone_are_nearby")),
    ("where_is_invasive_part", lambda v: v.note("ducts_only_with_spread")),
    ("where_did_nodes_come_from", lambda v: v.note("no_tumor_found_in_breast")),
    ("paget_invasive_part", lambda v: v.note("paget_not_sure", "paget_alone")),
    ("spots_invasive_or_not", lambda v: v.note("several_spots_not_sure")),
    ("lcis_kind", lambda v: v.note("lcis_alone", "lcis_pleomorphic_or_florid")),
    ("lcis_what_next", lambda v: v.result.kind is Kind.NOT_CANCER),
    ("which_breast_did_it_come_from", lambda v: v.note("far_spread_from_which_breast")),
    ("aim_of_treatment", lambda v: v.cancer),
    ("options_and_waiting", lambda v: v.cancer),
    ("how_soon", lambda v: v.cancer or v.result.kind is Kind.CANNOT_TELL),
    ("er_pr_her2", lambda v: v.result.invasive is True),
    ("retest_far_spot", lambda v: v.result.metastatic is True),
    ("spread_checked", lambda v: v.early and bool(v.case.came_back)),
    ("tests_for_spread", lambda v: v.early and not v.case.came_back),
    ("stage_and_why", lambda v: v.early),
    ("nodes_how_many", lambda v: v.early and v.result.extent is Extent.NEARBY),
    ("nodes_checked", lambda v: v.early and v.result.extent is Extent.BREAST),
    ("dcis_return_or_invasive", lambda v: v.result.kind is Kind.IN_SITU),
    ("dcis_radiation", lambda v: v.result.kind is Kind.IN_SITU),
    ("surgery_or_drugs_first", lambda v: v.early),
    ("inflammatory_team", lambda v: "inflammatory" in v.found),
    ("symptoms_and_palliative_care", lambda v: v.result.metastatic is True),
    ("bone_protection", lambda v: _decided_by(v, "bone")),
    ("brain_plan", lambda v: _decided_by(v, "brain", "brain_lining")),
    ("one_spot_local_treatment", lambda v: v.note("one_far_spot_is_still_metastatic")),
    ("how_will_we_know_it_works", lambda v: v.result.metastatic is True),
    ("plan_for_each_breast", lambda v: v.case.side is Side.BOTH or "other_breast" in v.found),
    ("everyday_side_effects", lambda v: v.cancer),
    ("inherited_test", lambda v: v.cancer),
    ("fertility", lambda v: v.early or v.result.metastatic is True),
    ("trial", lambda v: v.result.invasive is True),
    ("who_to_call", lambda v: True),
    ("work_and_cost", lambda v: v.cancer),
    ("second_opinion", lambda v: v.result.kind is not Kind.CANNOT_TELL),
    ("copy_of_report", lambda v: True),
)


def _decided_by(view: _View, *places: str) -> bool:
    return any(r.place in places and r.counts_as is CountsAs.DISTANT for r in view.result.because)


def questions_for(case: Case, result: Classification) -> tuple[QuestionId, ...]:
    """Return the questions that this case gives reason to ask, most useful first."""
    view = _View(
        case,
        result,
        case.places(Certainty.FOUND),
        case.places(Certainty.SUSPECTED),
        frozenset(change.place for change in result.could_change),
    )
    return tuple(QuestionId(question) for question, asks in _QUESTIONS if asks(view))


def all_questions() -> tuple[QuestionId, ...]:
    """Return every question id, in the order of usefulness."""
    return tuple(QuestionId(question) for question, _ in _QUESTIONS)
