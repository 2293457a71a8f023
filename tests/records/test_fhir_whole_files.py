"""A file as a whole: what it is not, what it leaves open, and what of it was not used."""

from __future__ import annotations

import json
from typing import Any

import pytest

from decision_aid.domain import Finding, PlaceId, Side
from decision_aid.records.fhir import FhirError, NotUsed, read_bundle
from tests.records.fhir_files import (
    ICD,
    MCODE,
    POSITIVE,
    SCT,
    SPREAD,
    Json,
    bundle,
    condition,
    observation,
    primary,
)

BONE, BRAIN = condition((SCT, "94222008"), id="bone"), (SCT, "94225005")
TUMOR = Finding(PlaceId("breast_tissue"))
PROFILE = {"profile": [f"{MCODE}mcode-primary-cancer-condition"]}
LUNG = condition((SCT, "254637007"), id="lung", meta=PROFILE)


def _of(reference: str) -> Json:
    url = "http://hl7.org/fhir/StructureDefinition/condition-related"
    return {"extension": [{"url": url, "valueReference": {"reference": reference}}]}


def test_spread_of_a_lung_cancer_is_not_spread_of_the_breast() -> None:
    brain = condition(BRAIN, **_of("Condition/lung"))
    imported = read_bundle(bundle(LUNG, brain))
    assert imported.answers.findings == ()
    assert imported.asks == ("no_breast_cancer",)
    assert all(part.open == ("primary_elsewhere",) for part in imported.parts)
    beside = read_bundle(bundle(primary("left", id="breast"), LUNG, brain))
    assert beside.answers.findings == (TUMOR,)
    assert beside.asks == ()


@pytest.mark.parametrize(
    "other",
    [
        LUNG,
        condition((SCT, "254637007"), stage=[{}]),
        condition((SCT, "92814006"), code={"text": "Chronic lymphoid leukemia"}),
        condition((ICD, "C34.11")),
    ],
)
def test_spread_beside_another_cancer_is_asked_about(other: Json) -> None:
    imported = read_bundle(bundle(primary("left"), other, condition(BRAIN)))
    assert imported.answers.findings == (TUMOR,)
    assert imported.parts[2].candidates == ("brain",)
    assert imported.parts[2].open == ("from_which_cancer",)


def test_a_record_without_a_breast_cancer_says_so_and_gives_no_finding() -> None:
    for lone in (BONE, condition(SPREAD), condition((ICD, "C77.2")), condition((ICD, "C80.0"))):
        imported = read_bundle(bundle(lone))
        assert imported.answers.findings == ()
        assert imported.asks == ("no_breast_cancer",)
    refuted = read_bundle(bundle(primary("left", sure="refuted"), BONE))
    assert refuted.asks == ("no_breast_cancer",)
    assert {f.place for f in refuted.answers.findings} <= {"breast_tissue"}


def test_spread_related_to_what_the_file_does_not_hold_is_asked_about() -> None:
    imported = read_bundle(bundle(primary("left"), condition(BRAIN, **_of("Condition/gone"))))
    assert imported.answers.findings == (TUMOR,)
    assert imported.parts[1].open == ("from_which_cancer",)


@pytest.mark.parametrize("code", ["Z85.3", "Z86.000"])
def test_history_is_no_finding_of_now(code: str) -> None:
    imported = read_bundle(bundle(condition((ICD, code)), BONE))
    assert imported.answers.findings == ()
    assert imported.parts[0].open == ("came_back_or_not",)
    metastatic = observation("1-1", None) | {
        "code": {"coding": [{"system": SCT, "code": "1287652008"}]}
    }
    past = read_bundle(bundle(primary("left"), metastatic))
    assert past.answers.findings == (TUMOR,)
    assert past.parts[1].open == ("came_back_or_not",)


def test_somebody_elses_disease_is_not_read() -> None:
    mother = {"resourceType": "FamilyMemberHistory", "condition": [{"code": {"text": "bone"}}]}
    imported = read_bundle(bundle(primary("left"), mother))
    assert imported.answers.findings == (TUMOR,)
    assert imported.not_used == (NotUsed("FamilyMemberHistory", "type_not_read"),)


def _search(**more: Any) -> str:
    entries = [{"resource": primary("left")}]
    return json.dumps({"resourceType": "Bundle", "type": "searchset", "entry": entries, **more})


@pytest.mark.parametrize(
    ("more", "is_a_page"),
    [
        ({"total": 250}, True),
        ({"link": [{"relation": "next", "url": "x"}]}, True),
        ({"link": [{"relation": "previous", "url": "x"}]}, True),
        ({"total": 1, "link": [{"relation": "self", "url": "x"}]}, False),
        ({}, False),
    ],
)
def test_a_page_of_a_larger_search_says_so(more: Json, is_a_page: bool) -> None:
    imported = read_bundle(_search(**more))
    assert ("page_of_a_search" in imported.asks) is is_a_page
    assert imported.answers.findings == (TUMOR,)


def test_a_broken_part_that_nobody_reads_keeps_nothing_out() -> None:
    vital = observation("8310-5", None, performer={"reference": "x"}, referenceRange="x", note=5)
    broken = observation("8310-5", None) | {"code": ["?"]}
    unread = {"resourceType": "Procedure", "code": 5, "performer": 5}
    imported = read_bundle(bundle(primary("left", recorder=5, asserter=[]), vital, broken, unread))
    assert imported.answers.findings == (TUMOR,)
    assert NotUsed("Observation/3", "broken") in imported.not_used
    assert imported.asks == ("broken_part",)


def test_one_resource_alone_and_one_on_each_line_are_read() -> None:
    assert read_bundle(json.dumps(primary("left"))).answers.findings == (TUMOR,)
    lines = "\n".join(json.dumps(one) for one in (primary("left"), BONE))
    for text in (lines, lines + "\n", "\ufeff" + lines.replace("\n", "\r\n\r\n")):
        places = {finding.place for finding in read_bundle(text).answers.findings}
        assert places == {"breast_tissue", "bone"}
    with pytest.raises(FhirError, match="not_json"):
        read_bundle(lines + '\n{"resourceType"')


def test_two_bundles_on_two_lines_are_of_one_person_or_refused() -> None:
    other = BONE | {"subject": {"reference": "Patient/b"}}
    with pytest.raises(FhirError, match="more_than_one_person"):
        read_bundle(bundle(primary("left")) + "\n" + bundle(other))


def test_what_a_newer_version_replaces_never_counts() -> None:
    old = BONE | {"meta": {"versionId": "1", "lastUpdated": "2020-01-01T00:00:00Z"}}
    new = condition((SCT, "94222008"), id="bone", sure="refuted")
    new |= {"meta": {"versionId": "2", "lastUpdated": "2021-01-01T00:00:00Z"}}
    entries = [
        {"fullUrl": "http://x.example/fhir/Condition/bone", "resource": one} for one in (old, new)
    ]
    for order in (entries, entries[::-1]):
        given = {"resourceType": "Bundle", "type": "history", "entry": order}
        given["entry"] = [*order, {"resource": primary("left")}]
        imported = read_bundle(json.dumps(given))
        assert NotUsed("Condition/bone", "superseded") in imported.not_used
        assert [f.certainty for f in imported.answers.findings if f.place == "bone"] == [
            "not_found"
        ]


def test_what_was_deleted_or_replaced_never_counts() -> None:
    deleted = {"resource": BONE, "request": {"method": "DELETE", "url": "Condition/bone"}}
    url = "http://hl7.org/fhir/StructureDefinition/replaces"
    newer = condition((ICD, "I10"), id="newer")
    newer["extension"] = [{"url": url, "valueReference": {"reference": "Condition/bone"}}]
    for entries in ([deleted], [{"resource": BONE}, {"resource": newer}]):
        given = {
            "resourceType": "Bundle",
            "type": "history",
            "entry": [*entries, {"resource": primary("left")}],
        }
        assert read_bundle(json.dumps(given)).answers.findings == (TUMOR,)


def test_a_status_that_takes_a_result_back_takes_it_back() -> None:
    for status in ("entered-in-error", "cancelled"):
        imported = read_bundle(bundle(primary("left"), observation("85337-4", POSITIVE, status)))
        assert imported.answers.biology.er == "unknown"
        assert imported.parts[1].open == ("entered_in_error",)


def test_both_breasts_of_which_one_is_of_the_past_are_one_breast() -> None:
    imported = read_bundle(bundle(primary("left", course="resolved"), primary("right")))
    assert imported.answers.side is Side.RIGHT
