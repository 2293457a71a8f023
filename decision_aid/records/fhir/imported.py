"""What was read from a FHIR file: findings to confirm, and everything that is still open."""

from __future__ import annotations

from typing import NamedTuple

from decision_aid.domain import UNKNOWN_BIOLOGY, Answers, Biology, Finding, PlaceId
from decision_aid.records.codes import CODE_ASKS


class ImportedPart(NamedTuple):
    """What one resource says.

    Attributes:
        resource: its type and id, such as ``Condition/primary``.
        text: the display or code as the file gives it.
        findings: what it says without a doubt, to be confirmed.
        candidates: the places that it may mean where it leaves more than one.
        open: ids of what has to be asked; ``label_of_ask`` names their words.
        biology: what it says of the cancer or of the person.
    """

    resource: str
    text: str
    findings: tuple[Finding, ...] = ()
    candidates: tuple[PlaceId, ...] = ()
    open: tuple[str, ...] = ()
    biology: Biology = UNKNOWN_BIOLOGY


class NotUsed(NamedTuple):
    """A part of the file that says nothing here, and why.

    Attributes:
        resource: its type and id, its type alone, or how the file calls it.
        reason: an id; its words stand under ``fhir_not_used``.
    """

    resource: str
    reason: str


class Imported(NamedTuple):
    """Everything that was read; nothing of it counts before somebody confirms it.

    Attributes:
        parts: resource by resource.
        answers: what all parts say together; ``checked`` takes it.
        asks: ids of what the file as a whole leaves open; their words stand under ``fhir_open``.
        not_used: what was not read, and why.
        contradictions: ids of what parts disagree on, left out above: ids of places, items of
            ``Biology``, ``side`` or ``came_back``.
    """

    parts: tuple[ImportedPart, ...] = ()
    answers: Answers = Answers()
    asks: tuple[str, ...] = ()
    not_used: tuple[NotUsed, ...] = ()
    contradictions: tuple[str, ...] = ()


def label_of_ask(ask: str) -> str:
    """Return the label of a question: of what a code leaves open, or of what a file does."""
    return f"codes_open.{ask}" if ask in CODE_ASKS else f"fhir_open.{ask}"
