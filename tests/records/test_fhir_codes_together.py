"""Several codes, sites and kinds of tissue of one Condition: together, or left open."""

from __future__ import annotations

import datetime as dt
import json
from typing import Any

from decision_aid.domain import (
    Certainty,
    Finding,
    PlaceId,
    Side,
    TumorType,
)
from decision_aid.records.fhir import questionnaire_response, read_bundle
from decision_aid.storage.answers import answers_from
from tests.records.fhir_files import (
    BREAST_CANCER,
    ICD,
    MCODE,
    SCT,
    SPREAD,
    Json,
    beside_breast_cancer,
    bundle,
    concept,
    condition,
    primary,
)

AXILLA, ABOVE_COLLARBONE, BESIDE_BREASTBONE = "68171009", "76838003", "245282001"


def _found(place: str, detail: str | None = None, side: Side | None = None) -> Finding:
    return Finding(PlaceId(place), Certainty.FOUND, side, detail)


def _open(*resources: Json) -> set[str]:
    return {ask for part in beside_breast_cancer(*resources).parts for ask in part.open}


def _with_histology(code: str, *codings: tuple[str, str]) -> Json:
    value = concept(("http://terminology.hl7.org/CodeSystem/icd-o-3", code))
    url = MCODE + "mcode-histology-morphology-behavior"
    return condition(*codings, extension=[{"url": url, "valueCodeableConcept": value}])


def test_histology_tells_the_type_and_never_overrules_the_code() -> None:
    ductal = read_bundle(bundle(_with_histology("8500/3", BREAST_CANCER)))
    assert ductal.answers.biology.type is TumorType.DUCTAL
    assert ductal.answers.findings == (_found("breast_tissue"),)
    in_situ = read_bundle(bundle(_with_histology("8500/2", BREAST_CANCER)))
    assert in_situ.answers.findings == ()
    assert set(in_situ.parts[0].candidates) == {"breast_tissue", "ducts_only"}
    assert "invasive_or_in_place" in in_situ.parts[0].open
    narrowed = read_bundle(bundle(_with_histology("8520/2", (ICD, "D05.9"))))
    assert narrowed.answers.findings == (_found("lobules_only"),)


def test_codes_of_one_condition_that_do_not_mean_the_same_are_left_open() -> None:
    imported = beside_breast_cancer(condition((SCT, "94381002"), (ICD, "C78.01")))
    assert imported.answers.findings == ()
    assert "codes_differ" in imported.parts[0].open
    same = beside_breast_cancer(condition((SCT, "94222008"), (ICD, "C79.51")))
    assert same.answers.findings == (_found("bone"),)


def test_a_place_that_is_found_and_ruled_out_is_left_out() -> None:
    found, refuted = condition((SCT, "94222008")), condition((SCT, "94222008"), sure="refuted")
    imported = beside_breast_cancer(found, refuted, condition((SCT, "94381002")))
    assert imported.answers.findings == (_found("liver"),)
    assert imported.contradictions == ("bone",)


def test_something_suspected_never_becomes_found_beside_something_found() -> None:
    suspected = condition((SCT, "94222008"), sure="provisional")
    imported = beside_breast_cancer(condition((SCT, "94222008")), suspected)
    assert imported.answers.findings == ()
    assert imported.contradictions == ("bone",)


def test_a_body_structure_is_followed_wherever_it_stands() -> None:
    structure = {
        "resourceType": "BodyStructure",
        "id": "nodes",
        "location": concept((SCT, AXILLA)),
        "locationQualifier": [concept((SCT, "7771000"))],
        "patient": {"reference": "Patient/a"},
    }
    url = "http://hl7.org/fhir/StructureDefinition/bodySite"

    def nodes(reference: str, **more: Any) -> Json:
        extension = [{"url": url, "valueReference": {"reference": reference}}]
        return condition(SPREAD, extension=extension, **more)

    for resources in (
        (nodes("#nodes", contained=[structure]),),
        (nodes("BodyStructure/nodes"), structure),
        (nodes("BodyStructure/nodes/_history/2"), structure),
        (nodes("urn:uuid:3"), structure),
    ):
        imported = read_bundle(bundle(primary("left"), *resources))
        assert _found("nodes_armpit") in imported.answers.findings
    assert _open(nodes("BodyStructure/missing")) == {"which_part"}


def test_what_says_that_it_must_not_be_read_without_more_knowledge_is_not_read() -> None:
    bone = condition((SCT, "94222008"), modifierExtension=[{"url": "http://x", "valueCode": "no"}])
    imported = beside_breast_cancer(bone)
    assert imported.answers.findings == ()
    assert imported.parts[0].open == ("not_safe_to_read",)


def test_answers_of_the_person_stand_beside_the_record() -> None:
    said = {"schema": 1, "side": "left", "came_back": True, "findings": [{"place": "bone"}]}
    answers = answers_from(said)
    response = questionnaire_response(answers, authored=dt.datetime.now(tz=dt.UTC))
    own = json.loads(response)
    agreed = read_bundle(bundle(own, primary("left"), condition((SCT, "94222008"))))
    assert (agreed.answers.side, agreed.answers.came_back, agreed.contradictions) == (
        Side.LEFT,
        True,
        (),
    )
    assert set(agreed.answers.findings) == {_found("bone"), _found("breast_tissue")}
    assert agreed.parts[0].open == ("patient_reported",)
    torn = read_bundle(bundle(own, primary("right"), condition((SCT, "94222008"), sure="refuted")))
    assert (torn.answers.side, set(torn.contradictions)) == (None, {"side", "bone"})


def test_a_questionnaire_of_somebody_else_is_not_understood() -> None:
    other = {
        "resourceType": "QuestionnaireResponse",
        "status": "completed",
        "questionnaire": "https://example.org/other",
        "item": [{"linkId": "side", "answer": [{"valueString": "left"}]}],
    }
    imported = read_bundle(bundle(other))
    assert [one.reason for one in imported.not_used] == ["not_known"]
    assert imported.answers.side is None
