"""Reads an mCODE-style record, or our own answers, as findings to be confirmed."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from decision_aid.domain import UNKNOWN_BIOLOGY, Answers, Biology, Certainty, Finding, Side
from decision_aid.domain.biology import of_person
from decision_aid.records.fhir.belongs import Cancers, belongs, cancers_of
from decision_aid.records.fhir.bundle import Opened, Resource, open_file, unsafe_to_read
from decision_aid.records.fhir.conditions import Read, read_condition
from decision_aid.records.fhir.findings_of_conditions import (
    only_of_the_breast,
    part_of,
    side_of_case,
)
from decision_aid.records.fhir.merging import (
    Imported,
    ImportedPart,
    NotUsed,
    merged_biology,
    merged_findings,
    without_far_somewhere,
)
from decision_aid.records.fhir.models import FhirError
from decision_aid.records.fhir.observations import Result, read_observation
from decision_aid.records.fhir.own_response import Answered, read_response
from decision_aid.records.fhir.people import about_one_person
from decision_aid.records.fhir.readings import BOTH, NO_SIDE, Sides
from decision_aid.records.fhir.results import (
    Attributed,
    attributed,
    part_of_result,
    replaced,
    stages_of,
)

_What = Read | Attributed | Answered | ImportedPart


def read_bundle(text: str) -> Imported:
    """Return what a FHIR R4 file says of a breast cancer, to be confirmed by somebody.

    Reads Conditions (primary and secondary cancer), the body sites that they name or refer to,
    Observations of receptors, staging, grade, kind of tissue and lymph nodes, and a
    QuestionnaireResponse that this program wrote. What is provisional is suspected; what could
    mean two things, or belongs to a cancer that nobody can tell, is left open.

    Args:
        text: the JSON of a Bundle, of one resource, or one resource on each line.

    Raises:
        FhirError: with reason ``too_large``, ``not_json``, ``said_twice``, ``not_a_bundle``,
            ``invalid_fhir`` or ``more_than_one_person``.
    """
    opened = open_file(text)
    if not about_one_person(opened.entries):
        raise FhirError("more_than_one_person")
    read = [_read(resource, opened) for resource in opened.resources]
    reads = only_of_the_breast([one for one in read if isinstance(one, Read)])
    answered = [one for one in read if isinstance(one, Answered)]
    side, contradictions = _side(reads, answered)
    whats = list(_settled(read, reads, opened, side))
    parts = tuple(_part(what, side) for what in whats)
    said = [f for one in answered for f in one.answers.findings]
    findings, places = merged_findings((*said, *_of_record(parts, answered)), side)
    own = [place for one in answered for place in one.contradictions]
    findings = tuple(finding for finding in findings if finding.place not in own)
    answers, disagree = _whole(answered)
    biology, items = merged_biology(_biology(whats, NO_SIDE, both=side is Side.BOTH))
    by_side, more_items = _biology_by_side(whats, side)
    came_back, differs = _came_back(answered)
    return Imported(
        parts,
        answers._replace(
            findings=findings,
            side=side,
            came_back=came_back,
            biology=biology,
            biology_by_side=by_side,
        ),
        tuple(_asks(opened, reads, answered)),
        (*opened.not_used, *_not_used(whats)),
        _once((*contradictions, *own, *places, *items, *more_items, *differs, *disagree)),
    )


def _read(resource: Resource, opened: Opened) -> Read | Result | Answered | ImportedPart:
    if unsafe_to_read(resource.content):
        return ImportedPart(resource.name, resource.name, open=("not_safe_to_read",))
    match resource.type:
        case "Condition":
            return read_condition(resource, opened)
        case "Observation":
            return read_observation(resource)
        case _:
            return read_response(resource)


def _settled(
    read: list[Read | Result | Answered | ImportedPart],
    reads: list[Read],
    opened: Opened,
    side: Side | None,
) -> Iterator[_What]:
    """Yield everything in the order of the file, each result with the breast that it is of."""
    cancers, conditions = cancers_of(reads), iter(reads)
    results = [
        _attributed(one, resource, opened, cancers, side)
        for one, resource in zip(read, opened.resources, strict=True)
        if isinstance(one, Result)
    ]
    settled = iter(replaced(results))
    for one, resource in zip(read, opened.resources, strict=True):
        if isinstance(one, Read):
            condition = next(conditions)
            yield condition
            yield from stages_of(condition, resource, cancers, side)
        elif isinstance(one, Result):
            yield next(settled)
        else:
            yield one


def _attributed(
    result: Result, resource: Resource, opened: Opened, cancers: Cancers, side: Side | None
) -> Attributed:
    told = belongs(resource, opened, cancers, breast_specimen=result.breast_specimen)
    return attributed(result, told, side)


def _part(what: _What, side: Side | None) -> ImportedPart:
    match what:
        case Read():
            return part_of(what, side)
        case Attributed():
            return part_of_result(what)
        case Answered():
            asks = () if what.not_ours else ("patient_reported",)
            return ImportedPart(
                what.name, what.text, what.answers.findings, (), asks, what.answers.biology
            )
        case ImportedPart():
            return what


def _not_used(whats: list[_What]) -> Iterator[NotUsed]:
    for what in whats:
        match what:
            case Read():
                for text in what.not_understood:
                    yield NotUsed(f"{what.name}: {text}", "not_known")
            case Attributed() if not what.result.kind:
                yield NotUsed(f"{what.result.name}: {what.result.text}", "not_known")
            case Answered():
                for text in what.not_understood:
                    yield NotUsed(f"{what.name}: {text}", "not_known")
            case _:
                pass


def _of_record(parts: tuple[ImportedPart, ...], answered: list[Answered]) -> tuple[Finding, ...]:
    forms = {one.name for one in answered}
    return without_far_somewhere(
        f for part in parts if part.resource not in forms for f in part.findings
    )


def _asks(opened: Opened, reads: list[Read], answered: list[Answered]) -> Iterator[str]:
    """Yield what the file as a whole leaves open."""
    ours = any(not one.not_ours for one in answered)
    if not ours and not cancers_of(reads).breasts:
        yield "no_breast_cancer"
    if opened.is_a_page:
        yield "page_of_a_search"
    if any(one.reason == "broken" for one in opened.not_used):
        yield "broken_part"


def _side(reads: list[Read], answered: list[Answered]) -> tuple[Side | None, tuple[str, ...]]:
    """Return the side that records and answers agree on."""
    told = {side_of_case(reads), *(one.answers.side for one in answered)} - {None}
    if len(told) > 1 or any(read.disagrees for read in reads):
        return None, ("side",)
    return next(iter(told), None), ()


def _came_back(answered: list[Answered]) -> tuple[bool | None, tuple[str, ...]]:
    said = {one.answers.came_back for one in answered} - {None}
    if len(said) > 1:
        return None, ("came_back",)
    return next(iter(said), None), ()


def _whole(answered: list[Answered]) -> tuple[Answers, tuple[str, ...]]:
    """Return what only a form of ours can say, or nothing where two forms differ in it."""
    ours = [_only_of_a_form(one.answers) for one in answered if not one.not_ours]
    if any(one != ours[0] for one in ours):
        return Answers(), ("two_forms",)
    return (ours[0] if ours else Answers()), ()


def _only_of_a_form(answers: Answers) -> Answers:
    return answers._replace(
        findings=(), side=None, came_back=None, biology=UNKNOWN_BIOLOGY, biology_by_side={}
    )


def _biology(whats: list[_What], sides: Sides, *, both: bool) -> Iterator[Biology]:
    """Yield what is said of the cancer: of one of two breasts, or where no breast is named."""
    for what in whats:
        match what:
            case Read() if what.breast:
                own = what.sides if both and what.sides != BOTH else NO_SIDE
                if what.certainty is Certainty.FOUND and own == sides:
                    yield what.biology
            case Read() if not sides:
                yield of_person(what.biology) if both else what.biology
            case Attributed() if what.counts and what.sides == sides:
                yield what.result.meaning.biology
            case Answered() if not sides:
                yield what.answers.biology
            case Answered():
                yield from (
                    own for side, own in what.answers.biology_by_side.items() if {side} == sides
                )
            case _:
                pass


def _biology_by_side(
    whats: list[_What], side: Side | None
) -> tuple[dict[Side, Biology], tuple[str, ...]]:
    by_side: dict[Side, Biology] = {}
    items: tuple[str, ...] = ()
    said = {
        one for what in whats if isinstance(what, Answered) for one in what.answers.biology_by_side
    }
    for one in sorted(BOTH) if side is Side.BOTH else ():
        merged, differing = merged_biology(_biology(whats, frozenset({one}), both=True))
        items += differing
        if merged != UNKNOWN_BIOLOGY or one in said:
            by_side[one] = merged
    return by_side, items


def _once(texts: Iterable[str]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(text for text in texts if text))
