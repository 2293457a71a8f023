"""The situations that are most often misread, one by one: the right answer and its own words."""

from __future__ import annotations

import pytest

from decision_aid.domain import (
    NOT_SURE,
    PLACES,
    Answers,
    Certainty,
    ContradictionError,
    Extent,
    Finding,
    Kind,
    PlaceId,
    PlaceSide,
    Side,
    assess,
    checked,
    places_asked,
)
from decision_aid.domain.rules.topics import result_topic
from tests.domain.cases import answer, case, found, not_found, suspected, unknown


def test_same_side_collarbone_nodes_are_nearby_and_a_suspected_spot_is_not_counted() -> None:
    result = answer(found("nodes_above_collarbone"), suspected("bone"))
    assert (result.kind, result.invasive, result.metastatic) == (Kind.INVASIVE, True, False)
    assert result.extent is Extent.NEARBY
    assert [(r.place, r.counts_as) for r in result.because] == [
        ("nodes_above_collarbone", "nearby")
    ]
    assert [(c.place, c.would_be) for c in result.could_change] == [("bone", "metastatic")]
    assert "nodes_above_collarbone_are_nearby" in result.notes


def test_nodal_metastasis_is_explained_wherever_nearby_nodes_are_found() -> None:
    for node in ("nodes_armpit", "nodes_in_breast", "nodes_breastbone", "nodes_above_collarbone"):
        assert "nodal_metastasis_is_not_stage_4" in answer(found(node)).notes


@pytest.mark.parametrize(
    ("place", "note"),
    [
        ("nodes_armpit_isolated_cells", "isolated_cells_count_as_no_spread"),
        ("breast_lymph_vessels", "vessels_in_breast_are_not_spread"),
        ("bone_marrow_cells", "marrow_cells_are_not_spread"),
        ("blood_cells", "blood_cells_are_not_spread"),
    ],
)
def test_traces_never_change_the_answer_and_are_explained(place: str, note: str) -> None:
    for beside in ("ducts_only", "breast_tissue", "nodes_armpit", "bone"):
        with_trace, without = answer(found(beside), found(place)), answer(found(beside))
        assert with_trace[:4] == without[:4]
        assert with_trace.because == without.because
        assert note in with_trace.notes


def test_other_side_nodes_are_distant_unless_they_belong_to_a_cancer_there() -> None:
    for place in ("nodes_other_armpit", "nodes_other_breastbone", "nodes_other_collarbone"):
        beside = found("breast_tissue")
        assert answer(beside, found(place)).metastatic is True
        assert answer(beside, found(place, "spread_from_first_breast")).metastatic is True
        belongs = answer(beside, found(place, "from_cancer_in_other_breast"))
        assert (belongs.metastatic, belongs.extent) == (False, Extent.BREAST)
        assert "other_side_nodes_belong_to_other_cancer" in belongs.notes
        not_sure = answer(beside, found(place, NOT_SURE))
        assert (not_sure.invasive, not_sure.metastatic) == (True, None)
        assert [c.would_be for c in not_sure.could_change] == [Kind.METASTATIC]


def test_with_only_the_other_armpit_far_away_the_aim_is_not_simply_to_control() -> None:
    beside, nodes = found("breast_tissue"), found("nodes_other_armpit")
    alone = assess(case(beside, nodes)).treatment
    assert "treatment/aim_other_armpit" in alone
    assert "treatment/aim_control" not in alone
    for other in ("nodes_other_collarbone", "bone"):
        more = assess(case(beside, nodes, found(other))).treatment
        assert "treatment/aim_control" in more
        assert "treatment/aim_other_armpit" not in more
    belongs = found("nodes_other_armpit", "from_cancer_in_other_breast")
    assert "treatment/aim_cure" in assess(case(beside, belongs)).treatment


def test_the_other_breast_is_a_second_cancer_until_the_team_calls_it_a_spread() -> None:
    first = found("breast_tissue")
    assert answer(first, found("other_breast")).metastatic is False
    assert answer(first, found("other_breast", "new_cancer")).metastatic is False
    assert answer(first, found("other_breast", "called_spread")).metastatic is True
    assert answer(first, found("other_breast", NOT_SURE)).metastatic is None


def test_both_breasts_are_each_classified_by_themselves() -> None:
    result = answer(
        found("ducts_only", side=Side.LEFT),
        found("breast_tissue", side=Side.RIGHT),
        found("nodes_armpit", side=Side.RIGHT),
        side=Side.BOTH,
    )
    assert result.sides[Side.LEFT].kind is Kind.IN_SITU
    assert result.sides[Side.RIGHT].extent is Extent.NEARBY
    assert result.extent is Extent.NEARBY
    assert "both_breasts_each_by_itself" in result.notes


def test_distant_spread_with_cancer_in_both_breasts_blames_neither() -> None:
    result = answer(
        found("breast_tissue", side=Side.LEFT),
        found("breast_tissue", side=Side.RIGHT),
        found("liver"),
        side=Side.BOTH,
    )
    assert result.metastatic is True
    assert {side.metastatic for side in result.sides.values()} == {None}
    assert "far_spread_from_which_breast" in result.notes


def test_a_side_that_is_only_in_place_keeps_its_answer_beside_an_invasive_one_that_spread() -> None:
    result = answer(
        found("ducts_only", side=Side.LEFT),
        found("breast_tissue", side=Side.RIGHT),
        found("bone"),
        side=Side.BOTH,
    )
    assert result.sides[Side.LEFT].kind is Kind.IN_SITU
    assert result.sides[Side.RIGHT].metastatic is None


def test_two_cancers_in_place_with_distant_spread_leave_each_side_open() -> None:
    result = answer(
        found("ducts_only", side=Side.LEFT),
        found("ducts_only", side=Side.RIGHT),
        found("bone"),
        side=Side.BOTH,
    )
    assert {side.kind for side in result.sides.values()} == {Kind.CANNOT_TELL}


def test_dcis_with_a_positive_node_is_invasive_and_asks_where_the_invasive_part_is() -> None:
    result = answer(found("ducts_only"), found("nodes_armpit"))
    assert (result.kind, result.extent) == (Kind.INVASIVE, Extent.NEARBY)
    assert "ducts_only_with_spread" in result.notes
    assert "ducts_only" not in {reason.place for reason in result.because}


def test_nodes_without_a_tumor_in_the_breast_are_an_occult_primary_only_the_first_time() -> None:
    assert "no_tumor_found_in_breast" in answer(found("nodes_armpit")).notes
    came_back = answer(found("nodes_armpit"), came_back=True)
    assert "no_tumor_found_in_breast" not in came_back.notes
    assert "came_back_nearby" in came_back.notes
    with_tumor = answer(found("nodes_armpit"), found("breast_tissue"))
    assert "no_tumor_found_in_breast" not in with_tumor.notes


def test_chest_wall_and_bone_depend_on_how_it_got_there() -> None:
    assert answer(found("chest_wall", "grown_straight_in")).metastatic is False
    assert answer(found("chest_wall", "separate_spot")).metastatic is True
    assert answer(found("bone", "grown_straight_in")).metastatic is False
    assert answer(found("bone", "separate_spot")).metastatic is True
    open_answer = answer(found("chest_wall", NOT_SURE))
    assert (open_answer.invasive, open_answer.metastatic) == (True, None)
    assert result_topic(open_answer) == "results/invasive_spread_not_settled"


def test_skin_of_the_breast_is_local_and_skin_elsewhere_is_distant() -> None:
    assert answer(found("breast_skin")).extent is Extent.BREAST
    assert answer(found("breast_skin", "somewhere_else")).extent is Extent.DISTANT
    assert answer(found("skin_far")).extent is Extent.DISTANT
    assert answer(found("skin_far", "same_breast_or_chest")).extent is Extent.BREAST


def test_paget_alone_is_in_place_and_an_invasive_part_decides() -> None:
    alone = answer(found("nipple_paget", "no_invasive_part"))
    assert (alone.kind, "paget_alone" in alone.notes) == (Kind.IN_SITU, True)
    invasive = answer(found("nipple_paget", "invasive_part"))
    assert (invasive.kind, "paget_with_invasive" in invasive.notes) == (Kind.INVASIVE, True)
    beside = answer(found("nipple_paget"), found("breast_tissue"))
    assert (beside.kind, "paget_with_invasive" in beside.notes) == (Kind.INVASIVE, True)
    not_sure = answer(found("nipple_paget", NOT_SURE))
    assert (not_sure.kind, not_sure.invasive) == (Kind.CANNOT_TELL, None)
    assert not_sure.metastatic is False


def test_lcis_alone_is_not_cancer_and_beside_cancer_changes_nothing() -> None:
    alone = answer(found("lobules_only"))
    assert (alone.kind, alone.invasive, alone.metastatic) == (Kind.NOT_CANCER, False, False)
    assert "lcis_alone" in alone.notes
    beside = answer(found("lobules_only"), found("ducts_only"))
    assert (beside.kind, "lcis_beside_cancer" in beside.notes) == (Kind.IN_SITU, True)
    assert [reason.place for reason in beside.because] == ["ducts_only"]
    rare = answer(found("lobules_only", "pleomorphic_or_florid"))
    assert (rare.kind, "lcis_pleomorphic_or_florid" in rare.notes) == (Kind.NOT_CANCER, True)


@pytest.mark.parametrize(
    ("place", "note"),
    [
        ("ducts_only", "came_back_in_place"),
        ("breast_tissue", "came_back_in_breast"),
        ("nodes_armpit", "came_back_nearby"),
        ("bone", "came_back_far"),
    ],
)
def test_coming_back_has_its_own_words_by_how_far(place: str, note: str) -> None:
    assert note in answer(found(place), came_back=True).notes
    assert note not in answer(found(place), came_back=False).notes
    assert note not in answer(found(place)).notes


def test_metastatic_from_the_start_is_said_only_when_it_is_the_first_time() -> None:
    assert "metastatic_from_the_start" in answer(found("bone"), came_back=False).notes
    assert "metastatic_from_the_start" not in answer(found("bone"), came_back=True).notes
    assert "metastatic_from_the_start" not in answer(found("bone")).notes


@pytest.mark.parametrize(
    ("place", "note"),
    [
        ("not_carcinoma", "tumor_follows_other_rules"),
        ("spread_from_elsewhere", "cancer_from_elsewhere"),
    ],
)
def test_other_tumors_are_out_of_scope_and_the_aid_stops(place: str, note: str) -> None:
    result = answer(found(place), found("breast_tissue"), found("bone"))
    assert (result.kind, result.invasive, result.metastatic) == (Kind.OUT_OF_SCOPE, None, None)
    assert result.notes == (note,)
    assert [reason.place for reason in result.because] == [place]


def test_nothing_found_is_a_full_result_with_a_test_and_a_question() -> None:
    for nothing in (case(), case(suspected("bone"), not_found("liver"), unknown("brain"))):
        result = assess(nothing).result
        assert (result.kind, result.invasive, result.metastatic) == (Kind.CANNOT_TELL, None, None)
        assert "nothing_found_yet" in result.notes
        assert "treatment/aim_cannot_tell" in assess(nothing).treatment


def test_one_distant_place_is_still_metastatic_and_several_do_not_say_so() -> None:
    assert "one_far_spot_is_still_metastatic" in answer(found("bone")).notes
    assert "one_far_spot_is_still_metastatic" not in answer(found("bone"), found("lung")).notes


def test_inflammatory_comes_with_its_own_steps() -> None:
    inflammatory = case(found("inflammatory"), found("nodes_armpit"))
    topics = assess(inflammatory).treatment
    assert "treatment/steps_inflammatory" in topics
    assert "treatment/steps_breast" not in topics


def test_with_both_breasts_no_place_on_the_other_side_is_asked() -> None:
    one = {place.id for place in places_asked(Side.LEFT)}
    both = {place.id for place in places_asked(Side.BOTH)}
    assert one == set(PLACES)
    assert one - both == {p.id for p in PLACES.values() if p.side is PlaceSide.OTHER}


@pytest.mark.parametrize(
    ("finding", "side", "reason"),
    [
        (Finding(PlaceId("bon")), None, "unknown_place"),
        (Finding(PlaceId("bone"), detail="maybe"), None, "unknown_detail"),
        (Finding(PlaceId("liver"), detail="maybe"), None, "detail_without_question"),
        (Finding(PlaceId("bone"), side=Side.LEFT), Side.BOTH, "side_of_a_place_without_side"),
        (Finding(PlaceId("ducts_only"), side=Side.RIGHT), Side.LEFT, "side_is_not_the_case"),
    ],
)
def test_a_case_that_makes_no_sense_is_refused_at_the_door(
    finding: Finding, side: Side | None, reason: str
) -> None:
    with pytest.raises(ContradictionError) as refused:
        checked(Answers((finding,), side))
    assert refused.value.reason == reason


def test_one_place_cannot_be_found_and_not_found() -> None:
    both = [Finding(PlaceId("bone")), Finding(PlaceId("bone"), Certainty.NOT_FOUND)]
    with pytest.raises(ContradictionError):
        checked(Answers(tuple(both)))
    with pytest.raises(ContradictionError):
        checked(
            Answers(
                (
                    found("ducts_only"),
                    found("ducts_only", side=Side.LEFT),
                ),
                Side.BOTH,
            )
        )
    assert checked(
        Answers(
            (
                both[0],
                both[0],
            )
        )
    ).findings == (both[0],)
