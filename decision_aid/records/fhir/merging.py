"""Puts what several parts say together; where they disagree, nothing is chosen between them."""

from __future__ import annotations

from collections.abc import Iterable
from typing import NamedTuple

from decision_aid.domain import (
    NOT_SURE,
    PLACES,
    REPLIES,
    UNKNOWN_BIOLOGY,
    Answers,
    Biology,
    Certainty,
    CountsAs,
    Finding,
    Her2,
    PlaceId,
    Side,
    meaning_of,
    with_reply,
)
from decision_aid.records.codes import CODE_ASKS
from decision_aid.records.codes.tnm import FAR_SOMEWHERE


def merged_findings(
    findings: Iterable[Finding], side: Side | None
) -> tuple[tuple[Finding, ...], tuple[str, ...]]:
    """Return the findings that all parts agree on, and the places on which they do not.

    A certainty that is not known gives way to one that is. A detail that is not known gives way
    to one that is, and so does "not sure".

    Args:
        findings: of all parts, in their order.
        side: the breast with the cancer; a finding has a side of its own only with both.
    """
    said: dict[tuple[str, Side | None], Finding] = {}
    contradictions: dict[str, None] = {}
    for finding in findings:
        if finding.side is not None and side is not Side.BOTH:
            contradictions[finding.place] = None
            continue
        key = finding.place, finding.side
        agreed = _agreed(said.setdefault(key, finding), finding)
        if agreed is None:
            contradictions[finding.place] = None
        else:
            said[key] = agreed
    for place, one_side in tuple(said):
        whole = said.get((place, None))
        if one_side is not None and whole is not None:
            sided = said.pop((place, one_side))._replace(side=None)
            if whole.certainty is not sided.certainty or _agreed(whole, sided) is None:
                contradictions[place] = None
    kept = tuple(finding for finding in said.values() if finding.place not in contradictions)
    return kept, tuple(contradictions)


def without_far_somewhere(findings: Iterable[Finding]) -> tuple[Finding, ...]:
    """Leave out that it was found somewhere far, where what a record says names a far place.

    Args:
        findings: of a record; what a person said themselves stays as it is.
    """
    given = tuple(findings)
    found = [f for f in given if f.certainty is Certainty.FOUND]
    named = any(
        PLACES[f.place].counts_as is CountsAs.DISTANT and f.place != FAR_SOMEWHERE for f in found
    )
    vague = {f for f in found if f.place == FAR_SOMEWHERE and f.detail == NOT_SURE}
    return tuple(f for f in given if not (named and f in vague))


def merged_biology(parts: Iterable[Biology]) -> tuple[Biology, tuple[str, ...]]:
    """Return the results that all parts agree on, and the items on which they do not."""
    given = tuple(parts)
    merged, contradictions = UNKNOWN_BIOLOGY, []
    for item in REPLIES:
        said = {getattr(part, item) for part in given} - {getattr(UNKNOWN_BIOLOGY, item)}
        if said == {Her2.LOW, Her2.NEGATIVE}:
            # Low is a part of negative.
            said = {Her2.LOW}
        if len(said) > 1:
            contradictions.append(item)
        elif said:
            merged = with_reply(merged, item, said.pop())
    return merged, tuple(contradictions)


def _agreed(first: Finding, second: Finding) -> Finding | None:
    if Certainty.UNKNOWN in {first.certainty, second.certainty}:
        return second if first.certainty is Certainty.UNKNOWN else first
    if first.certainty is not second.certainty:
        return None
    if first.detail == second.detail:
        return first
    for one, other in ((first, second), (second, first)):
        if one.detail == NOT_SURE:
            return other
        if other.detail is None and meaning_of(one) == meaning_of(other):
            return one
    return None


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
