"""The systems that codes come from, and what our own questionnaire is called.

The questionnaire and its answers are named by UUIDs: an absolute URI, as a canonical has to be,
that does not look like an address at which something was published.
"""

from __future__ import annotations

from typing import Final

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
