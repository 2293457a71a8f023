"""Short ways to write FHIR resources in the style of mCODE in a test."""

from __future__ import annotations

import json
from typing import Any

from decision_aid.domain import Finding, PlaceId
from decision_aid.records.fhir import Imported, read_bundle

Json = dict[str, Any]
SCT = "http://snomed.info/sct"
LNC = "http://loinc.org"
ICD = "http://hl7.org/fhir/sid/icd-10-cm"
MCODE = "http://hl7.org/fhir/us/mcode/StructureDefinition/"
BREAST_CANCER = (SCT, "254837009")
SPREAD = (SCT, "128462008")
SIDES = {"left": "7771000", "right": "24028007", "both": "51440002"}


def concept(*codings: tuple[str, str], text: str = "") -> Json:
    coded = {"coding": [{"system": s, "code": c, "display": f"shown {c}"} for s, c in codings]}
    return {**coded, **({"text": text} if text else {})}


def site(code: str, side: str = "") -> Json:
    body_site = concept((SCT, code))
    if side:
        qualifier = concept((SCT, SIDES[side]))
        url = MCODE + "mcode-laterality-qualifier"
        body_site["extension"] = [{"url": url, "valueCodeableConcept": qualifier}]
    return body_site


def condition(
    *codings: tuple[str, str],
    sites: tuple[Json, ...] = (),
    sure: str = "confirmed",
    course: str = "active",
    **more: object,
) -> Json:
    resource: Json = {
        "resourceType": "Condition",
        "code": concept(*codings),
        "subject": {"reference": "Patient/a"},
    }
    system = "http://terminology.hl7.org/CodeSystem/condition-"
    if sure:
        resource["verificationStatus"] = concept((system + "ver-status", sure))
    if course:
        resource["clinicalStatus"] = concept((system + "clinical", course))
    if sites:
        resource["bodySite"] = list(sites)
    return resource | more


def primary(side: str = "left", **more: Any) -> Json:
    return condition(BREAST_CANCER, sites=(site("76752008", side),), **more)


def observation(code: str, value: Json | None, status: str = "final", **more: object) -> Json:
    resource: Json = {
        "resourceType": "Observation",
        "status": status,
        "code": concept((LNC, code)),
        "subject": {"reference": "Patient/a"},
    }
    if value is not None:
        resource["valueCodeableConcept"] = value
    return resource | more


POSITIVE = concept((LNC, "LA6576-8"))
NEGATIVE = concept((LNC, "LA6577-6"))


def bundle(*resources: Json) -> str:
    entries = [{"fullUrl": f"urn:uuid:{n}", "resource": r} for n, r in enumerate(resources, 1)]
    return json.dumps({"resourceType": "Bundle", "type": "collection", "entry": entries})


def beside_breast_cancer(*resources: Json) -> Imported:
    """Read a record that also holds a breast cancer without a side; return what the rest says."""
    imported = read_bundle(bundle(primary("", id="tumor"), *resources))
    tumor = Finding(PlaceId("breast_tissue"))
    findings = tuple(f for f in imported.answers.findings if f != tumor)
    return imported._replace(
        parts=imported.parts[1:], answers=imported.answers._replace(findings=findings)
    )
