"""What was read from a FHIR file: findings to confirm, and everything that is still open."""

from __future__ import annotations

from typing import NamedTuple

from decision_aid.domain import UNKNOWN_BIOLOGY, Biology, Finding, PlaceId, Side
from decision_aid.records.codes import CODE_ASKS


class ImportedPart(NamedTuple):
    """What one resource says.

    Attributes:
        resource: its type and id, such as ``Condition/primary``.
        text: the display or code as the file gives it.
        findings: what it says without a doubt, to be confirmed.
        candidates: the places that it may mean where it leaves more than one.
        open: ids of what has to be asked; ``label_of_ask`` names their words.
    """

    resource: str
    text: str
    findings: tuple[Finding, ...] = ()
    candidates: tuple[PlaceId, ...] = ()
    open: tuple[str, ...] = ()


class Imported(NamedTuple):
    """Everything that was read; nothing of it counts before somebody confirms it.

    Attributes:
        parts: resource by resource.
        findings: what all parts say together; ``checked`` takes them with ``side``.
        side: the breast with the cancer, or ``None`` where it is not told or not agreed on.
        biology: the results that are told and agreed on.
        came_back: only where the person answered it; never concluded from a record.
        not_understood: what was not read, as the file calls it.
        contradictions: ids of what parts disagree on, left out above: ids of places, items of
            ``Biology``, ``side``, ``came_back`` or ``more_than_one_patient``.
    """

    parts: tuple[ImportedPart, ...] = ()
    findings: tuple[Finding, ...] = ()
    side: Side | None = None
    biology: Biology = UNKNOWN_BIOLOGY
    came_back: bool | None = None
    not_understood: tuple[str, ...] = ()
    contradictions: tuple[str, ...] = ()


def label_of_ask(ask: str) -> str:
    """Return the label of a question: of what a code leaves open, or of what a file does."""
    return f"codes_open.{ask}" if ask in CODE_ASKS else f"fhir_open.{ask}"
