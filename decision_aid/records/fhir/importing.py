"""Reads an mCODE-style bundle, or our own answers, as findings to be confirmed."""

from __future__ import annotations

from collections.abc import Iterable

from decision_aid.domain import UNKNOWN_BIOLOGY, Biology, Certainty, Side, with_reply
from decision_aid.records.fhir.bundle import Opened, Resource, open_file, unsafe_to_read
from decision_aid.records.fhir.conditions import Read, read_condition
from decision_aid.records.fhir.findings_of_conditions import (
    apart_from_other_cancers,
    part_of,
    side_of_case,
)
from decision_aid.records.fhir.imported import Imported, ImportedPart
from decision_aid.records.fhir.merging import merged_biology, merged_findings
from decision_aid.records.fhir.own_response import Answered, read_response
from decision_aid.records.fhir.receptors import Result, read_observation
from decision_aid.records.fhir.subjects import about_one_person

_What = Read | Result | Answered | ImportedPart


def read_bundle(text: str) -> Imported:
    """Return what a FHIR R4 file says of a breast cancer, to be confirmed by somebody.

    Reads Conditions (primary and secondary cancer), the body sites that they name or refer to,
    Observations of ER, PR and HER2, and a QuestionnaireResponse that this program wrote. What is
    provisional is suspected; what could mean two things is left open; a stage is never read.

    Args:
        text: the JSON of a Bundle, or of our own QuestionnaireResponse.

    Raises:
        FhirError: with reason ``extra_missing``, ``too_large``, ``not_json``, ``said_twice``,
            ``not_a_bundle`` or ``invalid_fhir``. A valid bundle never raises, however strange.
    """
    opened = open_file(text)
    if not about_one_person(opened):
        return Imported(contradictions=("more_than_one_patient",))
    whats = [_read(resource, opened) for resource in opened.resources]
    reads = apart_from_other_cancers([what for what in whats if isinstance(what, Read)])
    settled = iter(reads)
    whats = [next(settled) if isinstance(what, Read) else what for what in whats]
    answered = [what for what in whats if isinstance(what, Answered)]
    results = [what for what in whats if isinstance(what, Result)]
    side, contradictions = _side(reads, answered)
    parts = tuple(_part(what, side) for what in whats)
    findings, places = merged_findings((f for part in parts for f in part.findings), side)
    biology, items = merged_biology(
        (
            *(_with("type", read.type) for read in reads if read.certainty is Certainty.FOUND),
            *(_with(r.item, r.reply) for r in results if r.reply is not None),
            *(one.biology for one in answered),
        )
    )
    came_back, disagrees = _came_back(answered)
    own = [place for one in answered for place in one.contradictions]
    return Imported(
        parts,
        tuple(finding for finding in findings if finding.place not in own),
        side,
        biology,
        came_back,
        _once((*(n for what in whats for n in _not_understood(what)), *opened.others)),
        _once((*contradictions, *own, *places, *items, *disagrees)),
    )


def _read(resource: Resource, opened: Opened) -> _What:
    if unsafe_to_read(resource.content):
        return ImportedPart(resource.name, resource.name, open=("not_safe_to_read",))
    match resource.type:
        case "Condition":
            return read_condition(resource, opened)
        case "Observation":
            return read_observation(resource)
        case _:
            return read_response(resource)


def _part(what: _What, side: Side | None) -> ImportedPart:
    match what:
        case Read():
            return part_of(what, side)
        case Result():
            return ImportedPart(what.name, what.text, open=what.open)
        case Answered():
            asks = () if what.not_understood == (what.text,) else ("patient_reported",)
            return ImportedPart(what.name, what.text, what.findings, open=asks)
        case ImportedPart():
            return what


def _not_understood(what: _What) -> tuple[str, ...]:
    match what:
        case Read() | Answered():
            return what.not_understood
        case Result():
            return () if what.item else (what.text,)
        case ImportedPart():
            return (what.text,)


def _side(reads: list[Read], answered: list[Answered]) -> tuple[Side | None, tuple[str, ...]]:
    """Return the side that records and answers agree on."""
    told = {side_of_case(reads), *(one.side for one in answered)} - {None}
    if len(told) > 1 or any(read.disagrees for read in reads):
        return None, ("side",)
    return next(iter(told), None), ()


def _came_back(answered: list[Answered]) -> tuple[bool | None, tuple[str, ...]]:
    said = {one.came_back for one in answered} - {None}
    if len(said) > 1:
        return None, ("came_back",)
    return next(iter(said), None), ()


def _with(item: str, reply: str) -> Biology:
    return with_reply(UNKNOWN_BIOLOGY, item, reply)


def _once(texts: Iterable[str]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(text for text in texts if text))
