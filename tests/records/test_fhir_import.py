"""A record as a bundle: what is sure becomes a finding to confirm, everything else stays open."""

from __future__ import annotations

import pytest

from decision_aid.domain import (
    Biology,
    Certainty,
    Finding,
    Her2,
    PlaceId,
    Receptor,
    Side,
)
from decision_aid.records.codes.icd10cm import icd10cm
from decision_aid.records.fhir import read_bundle
from tests.records.fhir_files import (
    BREAST_CANCER,
    ICD,
    MCODE,
    NEGATIVE,
    POSITIVE,
    SCT,
    SPREAD,
    Json,
    beside_breast_cancer,
    bundle,
    concept,
    condition,
    observation,
    primary,
    site,
)

AXILLA, ABOVE_COLLARBONE, BESIDE_BREASTBONE = "68171009", "76838003", "245282001"


def _found(place: str, detail: str | None = None, side: Side | None = None) -> Finding:
    return Finding(PlaceId(place), Certainty.FOUND, side, detail)


def _open(*resources: Json) -> set[str]:
    return {ask for part in beside_breast_cancer(*resources).parts for ask in part.open}


def _candidates(*resources: Json) -> set[str]:
    parts = beside_breast_cancer(*resources).parts
    return {place for part in parts for place in part.candidates}


def test_a_whole_record_is_read() -> None:
    imported = read_bundle(
        bundle(
            {"resourceType": "Patient", "id": "a", "name": [{"family": "Secret"}]},
            primary("left", id="tumor"),
            condition(SPREAD, sites=(site(AXILLA, "left"),)),
            condition((SCT, "94222008")),
            condition((SCT, "94381002"), sure="provisional"),
            condition((ICD, "I10"), id="pressure"),
            observation("85337-4", POSITIVE),
            observation("85339-0", NEGATIVE),
            observation("48676-1", NEGATIVE),
            observation("21908-9", concept(text="Stage IIB")),
            {"resourceType": "Procedure", "status": "completed"},
        )
    )
    assert imported.answers.side is Side.LEFT
    assert set(imported.answers.findings) == {
        _found("breast_tissue"),
        _found("nodes_armpit"),
        _found("bone"),
        Finding(PlaceId("liver"), Certainty.SUSPECTED),
    }
    assert imported.answers.biology == Biology(
        er=Receptor.POSITIVE, pr=Receptor.NEGATIVE, her2=Her2.NEGATIVE
    )
    assert imported.answers.came_back is None
    assert [one.resource for one in imported.not_used] == [
        "Procedure",
        "Condition/pressure: shown I10",
    ]
    assert imported.asks == imported.contradictions == ()
    assert imported.parts[0].resource == "Condition/tumor"
    assert "Secret" not in repr(imported)


@pytest.mark.parametrize(
    ("sure", "certainty"),
    [
        ("confirmed", Certainty.FOUND),
        ("provisional", Certainty.SUSPECTED),
        ("differential", Certainty.SUSPECTED),
        ("unconfirmed", Certainty.SUSPECTED),
        ("refuted", Certainty.NOT_FOUND),
        ("nonsense", Certainty.UNKNOWN),
        ("", Certainty.UNKNOWN),
    ],
)
def test_only_what_is_confirmed_is_found(sure: str, certainty: Certainty) -> None:
    imported = beside_breast_cancer(condition((SCT, "94222008"), sure=sure))
    assert imported.answers.findings == (Finding(PlaceId("bone"), certainty),)
    assert ("how_sure" in imported.parts[0].open) is (certainty is Certainty.UNKNOWN)


def test_what_was_put_in_by_mistake_is_left_out_and_said() -> None:
    imported = beside_breast_cancer(condition((SCT, "94222008"), sure="entered-in-error"))
    assert imported.answers.findings == ()
    assert imported.parts[0].open == ("entered_in_error",)


@pytest.mark.parametrize("course", ["recurrence", "relapse", "remission", "resolved", "inactive"])
def test_whether_it_came_back_is_asked_and_never_concluded(course: str) -> None:
    imported = read_bundle(bundle(primary("left", course=course)))
    assert imported.answers.came_back is None
    assert "came_back" in imported.parts[0].open


@pytest.mark.parametrize(
    ("group", "case_side", "side", "finding"),
    [
        (AXILLA, "left", "left", _found("nodes_armpit")),
        (AXILLA, "right", "right", _found("nodes_armpit")),
        (AXILLA, "left", "right", _found("nodes_other_armpit", "not_sure")),
        (ABOVE_COLLARBONE, "right", "right", _found("nodes_above_collarbone", "same_side")),
        (ABOVE_COLLARBONE, "right", "left", _found("nodes_other_collarbone", "not_sure")),
        (BESIDE_BREASTBONE, "left", "left", _found("nodes_breastbone", "same_side")),
        (BESIDE_BREASTBONE, "left", "right", _found("nodes_other_breastbone", "not_sure")),
        (AXILLA, "both", "left", _found("nodes_armpit", side=Side.LEFT)),
        (AXILLA, "both", "both", _found("nodes_armpit")),
    ],
)
def test_nodes_count_by_their_group_and_side(
    group: str, case_side: str, side: str, finding: Finding
) -> None:
    nodes = condition(SPREAD, sites=(site(group, side),))
    imported = read_bundle(bundle(primary(case_side), nodes))
    assert finding in imported.answers.findings
    other_side = finding.place.startswith("nodes_other")
    assert ("other_side_nodes" in imported.parts[1].open) is other_side


@pytest.mark.parametrize(
    "nodes",
    [
        condition(SPREAD, sites=(site(AXILLA),)),
        condition(SPREAD, sites=(site(ABOVE_COLLARBONE),)),
        condition((ICD, "C77.0")),
        condition((ICD, "C77.1")),
        condition((ICD, "C77.3")),
        condition((ICD, "C77.9")),
        condition(SPREAD, sites=(site("59441001", "left"),)),
    ],
)
def test_nodes_without_group_or_side_stay_open(nodes: Json) -> None:
    imported = read_bundle(bundle(primary("left"), nodes))
    assert imported.answers.findings == (_found("breast_tissue"),)
    assert len(imported.parts[1].candidates) > 1
    assert imported.parts[1].open


def test_nodes_stay_open_where_the_side_of_the_cancer_is_not_told() -> None:
    nodes = condition(SPREAD, sites=(site(AXILLA, "left"),))
    assert "which_side" in _open(primary(""), nodes)
    assert _candidates(primary(""), nodes) == {"nodes_armpit", "nodes_other_armpit"}


def test_a_code_and_its_body_site_narrow_each_other() -> None:
    above = condition((ICD, "C77.0"), sites=(site(ABOVE_COLLARBONE, "left"),))
    assert (
        _found("nodes_above_collarbone", "same_side")
        in read_bundle(bundle(primary("left"), above)).answers.findings
    )
    assert "code_and_site_differ" in _open(condition((SCT, "94381002"), sites=(site("39607008"),)))


def test_spread_without_a_place_asks_where() -> None:
    assert _open(condition(SPREAD)) == {"which_part"}
    assert _open(condition((ICD, "C79.9"))) == {"which_part"}


@pytest.mark.parametrize("code", ["113197003", "56873002"])
def test_a_rib_or_the_breastbone_may_have_been_grown_into(code: str) -> None:
    imported = beside_breast_cancer(condition(SPREAD, sites=(site(code),)))
    assert imported.answers.findings == (_found("bone", "not_sure"),)
    assert imported.parts[0].open == ("separate_spot_or_grown_in",)


@pytest.mark.parametrize(
    ("code", "place", "side"),
    [
        ("C50.912", "breast_tissue", Side.LEFT),
        ("C50.421", "breast_tissue", Side.RIGHT),
        ("C50919", "breast_tissue", None),
        ("D05.11", "ducts_only", Side.RIGHT),
        ("D05.02", "lobules_only", Side.LEFT),
        ("C77.2", "nodes_belly_or_groin", None),
        ("C78.01", "lung", None),
        ("C78.2", "pleura", None),
        ("C78.7", "liver", None),
        ("C79.31", "brain", None),
        ("C79.32", "brain_lining", None),
        ("C79.51", "bone", None),
        ("C79.52", "bone_marrow", None),
        ("C79.71", "adrenal", None),
    ],
)
def test_icd_10_cm_codes_are_read(code: str, place: str, side: Side | None) -> None:
    read = condition((ICD, code))
    imported = read_bundle(bundle(read)) if code[0] in "D" or code[:3] == "C50" else None
    imported = imported or beside_breast_cancer(read)
    assert imported.answers.findings == (_found(place),)
    assert imported.answers.side is side


def test_an_icd_10_cm_code_that_does_not_exist_is_not_understood() -> None:
    for code in ("C50.913", "C79.999", "C7951X", "", "C", "Z85.4", "50.9"):
        assert icd10cm(code) is None
        imported = read_bundle(bundle(condition((ICD, code or "?"))))
        assert imported.answers.findings == ()
        assert len(imported.not_used) == 1


@pytest.mark.parametrize(
    "elsewhere",
    [
        condition((ICD, "C34.11")),
        condition((ICD, "C44.501")),
        condition(
            (SCT, "93880001"), meta={"profile": [f"{MCODE}mcode-primary-cancer-condition|4.0.0"]}
        ),
    ],
)
def test_a_cancer_that_began_elsewhere_is_said_and_not_read(elsewhere: Json) -> None:
    imported = read_bundle(bundle(elsewhere))
    assert imported.answers.findings == ()
    assert imported.parts[0].open == ("primary_elsewhere",)
    assert len(imported.not_used) == 1
    assert imported.asks == ("no_breast_cancer",)


def test_spread_is_read_only_where_it_comes_from_the_breast_cancer() -> None:
    def spread_of(*names: str) -> Json:
        url = MCODE + "mcode-related-primary-cancer-condition"
        extension = [{"url": url, "valueReference": {"reference": name}} for name in names]
        return condition((SCT, "94225005")) | ({"extension": extension} if names else {})

    breast, lung = primary("left", id="breast"), condition((ICD, "C34.11"), id="lung")
    of_lung = read_bundle(bundle(breast, lung, spread_of("Condition/lung")))
    assert of_lung.answers.findings == (_found("breast_tissue"),)
    assert of_lung.parts[2].open == ("primary_elsewhere",)
    of_breast = read_bundle(bundle(breast, lung, spread_of("Condition/breast")))
    assert _found("brain") in of_breast.answers.findings
    of_either = read_bundle(bundle(breast, lung, spread_of()))
    assert of_either.answers.findings == (_found("breast_tissue"),)
    assert of_either.parts[2].candidates == (PlaceId("brain"),)
    assert of_either.parts[2].open == ("from_which_cancer",)
    alone = read_bundle(bundle(breast, spread_of()))
    assert _found("brain") in alone.answers.findings


def test_both_breasts_are_both_breasts() -> None:
    imported = read_bundle(bundle(condition((ICD, "C50.911")), condition((ICD, "D05.12"))))
    assert imported.answers.side is Side.BOTH
    assert set(imported.answers.findings) == {
        _found("breast_tissue", side=Side.RIGHT),
        _found("ducts_only", side=Side.LEFT),
    }


def test_something_suspected_in_the_other_breast_is_left_open() -> None:
    imported = read_bundle(bundle(primary("left"), primary("right", sure="provisional")))
    assert imported.answers.side is Side.LEFT
    assert imported.answers.findings == (_found("breast_tissue"),)
    assert "other_breast" in imported.parts[1].candidates
    assert imported.parts[1].open == ("which_side",)


def test_a_side_written_as_a_body_site_is_a_side() -> None:
    imported = read_bundle(bundle(condition(BREAST_CANCER, sites=(concept((SCT, "24028007")),))))
    assert (imported.answers.side, imported.not_used) == (Side.RIGHT, ())


def test_a_body_site_that_is_not_known_is_listed_and_the_rest_is_read() -> None:
    imported = beside_breast_cancer(condition((SCT, "94222008"), sites=(site("1"),)))
    assert imported.answers.findings == (_found("bone"),)
    assert [one.reason for one in imported.not_used] == ["not_known"]


def test_two_sides_for_one_tumor_are_not_chosen_between() -> None:
    torn = condition((ICD, "C50.912"), sites=(site("73056007"),))
    imported = read_bundle(bundle(torn))
    assert imported.answers.side is None
    assert imported.contradictions == ("side",)
    assert "side_differs" in imported.parts[0].open
