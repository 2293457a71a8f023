"""Why a FHIR file cannot be written or read."""

from __future__ import annotations

from decision_aid.control_characters import escaped


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
