"""The few parts of FHIR R4 that are read, as light models: everything else may look as it likes.

What a model does not name is neither checked nor kept, so that a broken part that nobody reads
keeps nothing out. What it names has the shape that R4 gives it, or the resource is broken.
"""

from __future__ import annotations

from typing import Any, Final

from pydantic import BaseModel, ConfigDict, StrictBool, StrictInt, StrictStr, ValidationError

from decision_aid.control_characters import escaped

Json = dict[str, Any]


class _Part(BaseModel):
    model_config = ConfigDict(extra="ignore")


class Coding(_Part):
    """A code of a system."""

    system: StrictStr | None = None
    code: StrictStr | None = None
    display: StrictStr | None = None


class Identifier(_Part):
    """A name that a system gives."""

    system: StrictStr | None = None
    value: StrictStr | None = None


class Reference(_Part):
    """What one resource says of another."""

    reference: StrictStr | None = None
    identifier: Identifier | None = None
    display: StrictStr | None = None


class Concept(_Part):
    """A concept, in codes or in words."""

    coding: list[Coding] | None = None
    text: StrictStr | None = None
    extension: list[Extension] | None = None


class Extension(_Part):
    """What a guide adds."""

    url: StrictStr
    valueCodeableConcept: Concept | None = None  # noqa: N815 - as FHIR spells it
    valueReference: Reference | None = None  # noqa: N815
    extension: list[Extension] | None = None


class Meta(_Part):
    """The version of a resource."""

    versionId: StrictStr | None = None  # noqa: N815
    lastUpdated: StrictStr | None = None  # noqa: N815
    profile: list[StrictStr] | None = None


class Quantity(_Part):
    """A number with its unit."""

    value: int | float | None = None


class _Resource(_Part):
    resourceType: StrictStr  # noqa: N815
    id: StrictStr | None = None
    meta: Meta | None = None
    implicitRules: StrictStr | None = None  # noqa: N815
    contained: list[Any] | None = None
    extension: list[Extension] | None = None
    modifierExtension: list[Any] | None = None  # noqa: N815


class Stage(_Part):
    """A stage that a Condition names."""

    summary: Concept | None = None


class Condition(_Resource):
    """A disease."""

    clinicalStatus: Concept | None = None  # noqa: N815
    verificationStatus: Concept | None = None  # noqa: N815
    code: Concept | None = None
    bodySite: list[Concept] | None = None  # noqa: N815
    stage: list[Stage] | None = None
    ended: StrictBool = False


class Observation(_Resource):
    """A result."""

    status: StrictStr | None = None
    code: Concept
    focus: list[Reference] | None = None
    specimen: Reference | None = None
    bodySite: Concept | None = None  # noqa: N815
    method: Concept | None = None
    interpretation: list[Concept] | None = None
    valueCodeableConcept: Concept | None = None  # noqa: N815
    valueString: StrictStr | None = None  # noqa: N815
    valueInteger: StrictInt | None = None  # noqa: N815
    valueQuantity: Quantity | None = None  # noqa: N815


class BodyStructure(_Resource):
    """A part of a person's body."""

    location: Concept | None = None
    locationQualifier: list[Concept] | None = None  # noqa: N815


class Collection(_Part):
    """How a specimen was taken."""

    bodySite: Concept | None = None  # noqa: N815


class Specimen(_Resource):
    """What was taken from a person."""

    collection: Collection | None = None


class Answer(_Part):
    """One answer of a form."""

    valueCoding: Coding | None = None  # noqa: N815
    valueBoolean: StrictBool | None = None  # noqa: N815
    valueString: StrictStr | None = None  # noqa: N815


class Item(_Part):
    """One question of a form with what was answered."""

    linkId: StrictStr  # noqa: N815
    text: StrictStr | None = None
    answer: list[Answer] | None = None
    item: list[Item] | None = None


class QuestionnaireResponse(_Resource):
    """A form that was filled in."""

    questionnaire: StrictStr | None = None
    status: StrictStr | None = None
    item: list[Item] | None = None


class Patient(_Resource):
    """A person: only what tells people apart."""

    identifier: list[Identifier] | None = None


READ: Final[dict[str, type[_Resource]]] = {
    model.__name__: model
    for model in (
        Condition,
        Observation,
        BodyStructure,
        Specimen,
        QuestionnaireResponse,
        Patient,
    )
}
"""The types that are read."""


def checked_resource(resource: Json) -> Json:
    """Return what is read of a resource, each part in the shape that R4 gives it.

    Args:
        resource: its JSON, of one of the types in ``READ``.

    Raises:
        ValueError: with the path of the part that has another shape.
    """
    ended = any(key.lstrip("_").startswith("abatement") for key in resource)
    try:
        checked = READ[resource["resourceType"]].model_validate(
            {key: value for key, value in resource.items() if value is not None} | {"ended": ended}
        )
    except (ValidationError, RecursionError) as error:
        raise ValueError(_where(error)) from error
    return checked.model_dump(exclude_none=True)


def _where(error: ValidationError | RecursionError) -> str:
    if isinstance(error, RecursionError):
        return ""
    location = error.errors(include_url=False, include_input=False)[0]["loc"]
    return ".".join(str(part) for part in location)


class FhirError(ValueError):
    """A FHIR file cannot be written or read.

    Attributes:
        reason: a stable id; its words stand under ``fhir_error`` and may name ``{where}``:
            ``too_large``, ``not_json``, ``said_twice``, ``not_a_bundle``, ``invalid_fhir`` or
            ``more_than_one_person``.
        where: the path of the element that is wrong, or the line and the field that stands twice,
            or "".
    """

    def __init__(self, reason: str, where: str = "") -> None:
        self.reason, self.where = reason, escaped(where)
        super().__init__(f"{reason}: {self.where}" if where else reason)


SNOMED_CT: Final = "http://snomed.info/sct"
LOINC: Final = "http://loinc.org"
ICD_10_CM: Final = "http://hl7.org/fhir/sid/icd-10-cm"
ICD_O_3: Final = "http://terminology.hl7.org/CodeSystem/icd-o-3"
AJCC: Final = "http://cancerstaging.org"
NCIT: Final = "http://ncicb.nci.nih.gov/xml/owl/EVS/Thesaurus.owl"
DATA_ABSENT: Final = "http://terminology.hl7.org/CodeSystem/data-absent-reason"
OBSERVATION_VALUE: Final = "http://terminology.hl7.org/CodeSystem/v3-ObservationValue"
INTERPRETATION: Final = "http://terminology.hl7.org/CodeSystem/v3-ObservationInterpretation"
VERIFICATION_STATUS: Final = "http://terminology.hl7.org/CodeSystem/condition-ver-status"
CLINICAL_STATUS: Final = "http://terminology.hl7.org/CodeSystem/condition-clinical"
PRIMARY_CANCER_PROFILE: Final = (
    "http://hl7.org/fhir/us/mcode/StructureDefinition/mcode-primary-cancer-condition"
)

QUESTIONNAIRE: Final = "urn:uuid:e8aa5aca-05fc-5460-9769-42c671572c23|1"
ANSWER_CODES: Final = "urn:uuid:6c0d7393-6940-54ad-946b-018eb2857748"
"""Codes such as ``certainty.found``: what was asked, and the answer."""
