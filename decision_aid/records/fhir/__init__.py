"""FHIR R4 for a counselor: what was said goes out, what a record says comes in to be confirmed.

Needs the optional extra ``fhir``; without it ``fhir_available`` says no and everything else raises
``FhirError("extra_missing")``. Resources are checked with the R4B (4.3.0) models of
``fhir.resources``, which has none for R4 (4.0.1). The history of R4B lists no change to
QuestionnaireResponse, Bundle, Condition, Observation, BodyStructure or Patient, so these are the
same in both (``fhir-r4b-history`` in the source register). The models check structure, types and
cardinality; they do not check that a code is one of its value set, so each code is looked at here.
"""

from decision_aid.records.fhir.availability import fhir_available
from decision_aid.records.fhir.errors import FhirError
from decision_aid.records.fhir.exporting import questionnaire_response
from decision_aid.records.fhir.imported import Imported, ImportedPart, label_of_ask
from decision_aid.records.fhir.importing import read_bundle

__all__ = [
    "FhirError",
    "Imported",
    "ImportedPart",
    "fhir_available",
    "label_of_ask",
    "questionnaire_response",
    "read_bundle",
]
