"""What the histology in a record says: in place or invasive, ductal or lobular.

ICD-O-3 ends with its behavior: ``/2`` is in situ, ``/3`` is invasive
(``seer-breast-histology``).
"""

from __future__ import annotations

import re
from typing import Final

from decision_aid.domain import TumorType
from decision_aid.records.fhir.readings import Reading, cancer_of_breast
from decision_aid.records.fhir.snomed import CONDITIONS
from decision_aid.records.fhir.systems import ICD_O_3, SNOMED_CT

_SHAPE: Final = re.compile(r"^\d{4}/(\d)$")
_BY_CODE: Final[dict[str, Reading]] = {
    "8500/2": cancer_of_breast("ducts_only"),
    "8520/2": cancer_of_breast("lobules_only"),
    "8500/3": cancer_of_breast("breast_tissue", kind=TumorType.DUCTAL),
    "8520/3": cancer_of_breast("breast_tissue", kind=TumorType.LOBULAR),
}
_BY_BEHAVIOR: Final[dict[str, Reading]] = {
    "2": cancer_of_breast(
        "ducts_only", "lobules_only", "nipple_paget", asks="invasive_or_in_place"
    ),
    "3": cancer_of_breast("breast_tissue"),
}


def read_morphology(system: str, code: str) -> Reading | None:
    """Return what a morphology code says of a breast cancer, or ``None`` if it is not known."""
    if system == ICD_O_3:
        shape = _SHAPE.match(code)
        return _BY_CODE.get(code) or (_BY_BEHAVIOR.get(shape[1]) if shape else None)
    reading = CONDITIONS.get(code) if system == SNOMED_CT else None
    return reading if reading is not None and reading.type is not TumorType.UNKNOWN else None
