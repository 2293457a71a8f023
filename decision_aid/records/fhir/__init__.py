"""FHIR R4: what was said goes out, what a record says comes in to be confirmed.

Only the parts that are read are checked, by light models of our own; what nobody reads may look as
it likes. Each code is looked up in the one table of codes (``decision_aid.records.codes``).
"""

from decision_aid.records.fhir.exporting import questionnaire_response
from decision_aid.records.fhir.importing import read_bundle
from decision_aid.records.fhir.merging import Imported, ImportedPart, NotUsed, label_of_ask
from decision_aid.records.fhir.models import FhirError

__all__ = [
    "FhirError",
    "Imported",
    "ImportedPart",
    "NotUsed",
    "label_of_ask",
    "questionnaire_response",
    "read_bundle",
]
