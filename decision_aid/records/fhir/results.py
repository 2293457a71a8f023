"""What a result says once it is known which cancer, and which breast, it speaks of."""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from decision_aid.domain import PLACES, UNKNOWN_BIOLOGY, Certainty, Finding, PlaceSide, Side
from decision_aid.records.fhir.belongs import Belongs, Cancers
from decision_aid.records.fhir.bundle import Resource
from decision_aid.records.fhir.conditions import Read
from decision_aid.records.fhir.merging import ImportedPart
from decision_aid.records.fhir.observations import Result, staging_of
from decision_aid.records.fhir.readings import NO_SIDE, Sides, text_of

_PLACES_OF: frozenset[str] = frozenset({"staging", "histology", "nodes"})


class Attributed(NamedTuple):
    """A result with what it belongs to.

    Attributes:
        result: what it says.
        asks: what keeps it from counting.
        sides: with cancer in both breasts, the one that it is of.
    """

    result: Result
    asks: tuple[str, ...] = ()
    sides: Sides = NO_SIDE

    @property
    def counts(self) -> bool:
        """Whether what it says counts, once somebody confirms it."""
        return bool(self.result.kind) and not self.asks


def attributed(result: Result, told: Belongs, side: Side | None) -> Attributed:
    """Return a result with the breast that it is of, or with what has to be asked.

    Args:
        result: the result.
        told: what it belongs to.
        side: the breast with the cancer.
    """
    if not result.kind:
        return Attributed(result)
    if result.open or result.kind == "history":
        return Attributed(result, result.open)
    if told.asks:
        return Attributed(result, told.asks)
    if told.past and result.kind in _PLACES_OF and result.meaning.places:
        return Attributed(result, ("recorded_as_past",))
    return Attributed(result, (), told.sides if side is Side.BOTH else NO_SIDE)


def replaced(results: list[Attributed]) -> list[Attributed]:
    """Return the results; what the laboratory found replaces what examination had not shown."""
    laboratory = {
        (one.result.category[1], one.sides)
        for one in results
        if one.counts and one.result.category[0] == "p" and one.result.meaning.found
    }
    return [
        one._replace(result=_without_places(one.result))
        if one.result.category[0] == "c" and (one.result.category[1], one.sides) in laboratory
        else one
        for one in results
    ]


def part_of_result(what: Attributed) -> ImportedPart:
    """Return what a result would become."""
    result, meaning = what.result, what.result.meaning
    if not result.kind:
        return ImportedPart(result.name, result.text)
    if not what.counts or result.kind not in _PLACES_OF:
        open_ = result.kind in _PLACES_OF and "of_another_cancer" not in what.asks
        places = meaning.places if open_ else ()
        said = meaning.biology if what.counts else UNKNOWN_BIOLOGY
        return ImportedPart(result.name, result.text, (), places, what.asks, said)
    findings = tuple(_on_side(finding, what.sides) for finding in meaning.found)
    return ImportedPart(
        result.name, result.text, findings, meaning.candidates, meaning.asks, meaning.biology
    )


def _on_side(finding: Finding, sides: Sides) -> Finding:
    sided = len(sides) == 1 and PLACES[finding.place].side is PlaceSide.SAME
    return finding._replace(side=next(iter(sides))) if sided else finding


def _without_places(result: Result) -> Result:
    """Leave out what was not seen then; what was found stays found."""
    seen = tuple(f for f in result.meaning.found if f.certainty is not Certainty.NOT_FOUND)
    return result._replace(meaning=result.meaning._replace(found=seen))


def stages_of(
    read: Read, resource: Resource, cancers: Cancers, side: Side | None
) -> Iterator[Attributed]:
    """Yield each stage that a Condition of breast cancer names itself."""
    if read.name not in cancers.breasts:
        return
    for stage in resource.content.get("stage", []):
        concept = stage.get("summary", {})
        said = (staging_of(concept, ("", letter)) for letter in ("stage", "T", "N", "M"))
        meaning = next((known[1] for known in said if known is not None), None)
        result = Result(read.name, f"{read.text}: {text_of(concept)}", "staging")
        if meaning is None:
            yield Attributed(result._replace(open=("stage_unclear",)), ("stage_unclear",))
            continue
        asks = ("result_of_which_breast",) if side is Side.BOTH and len(read.sides) != 1 else ()
        told = Belongs(asks, read.sides, cancers.past)
        yield attributed(result._replace(meaning=meaning), told, side)
