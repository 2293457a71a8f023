"""What a code can mean in a record: the places that it leaves open, before sides are compared."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from enum import StrEnum
from typing import Final, NamedTuple

from decision_aid.domain import (
    FOLLOW_UPS,
    NOT_SURE,
    PLACES,
    Finding,
    Group,
    PlaceId,
    PlaceSide,
    Side,
    TumorType,
)
from decision_aid.domain.biology import UNKNOWN_BIOLOGY, Biology
from decision_aid.records.codes import icd10cm, icdo3, snomed
from decision_aid.records.codes.meaning import CodeMeaning, Subject
from decision_aid.records.fhir.bundle import Opened, Resource, resolved, shown, unsafe_to_read
from decision_aid.records.fhir.models import ICD_10_CM, ICD_O_3, SNOMED_CT, Json

Sides = frozenset[Side]
NO_SIDE: Final[Sides] = frozenset()
BOTH: Final[Sides] = frozenset({Side.LEFT, Side.RIGHT})


class Relation(StrEnum):
    """Where a place lies, seen from the breast with the cancer."""

    SAME = "same"
    OTHER = "other"
    ANY = "any"


class Option(NamedTuple):
    """One place that a code can mean.

    Attributes:
        place: its id.
        detail: the answer to its follow-up question that the code gives.
        relation: the side on which it has to lie for the code to mean it.
        asks: what stays open even when this is the only place left.
    """

    place: PlaceId
    detail: str | None = None
    relation: Relation = Relation.ANY
    asks: tuple[str, ...] = ()


class Reading(NamedTuple):
    """What one code says.

    Attributes:
        options: the places that it can mean; ``None`` where it says cancer, but not where.
        asks: what to ask where more than one place is left.
        sides: the sides of the breast that the code itself names.
        subject: what it speaks of.
        type: the histologic type that it names.
        biology: what else it says of the cancer or the person.
        open: what it asks where it names no place.
    """

    options: tuple[Option, ...] | None = None
    asks: str = "which_part"
    sides: Sides = NO_SIDE
    subject: Subject = Subject.SPREAD
    type: TumorType = TumorType.UNKNOWN
    biology: Biology = UNKNOWN_BIOLOGY
    open: tuple[str, ...] = ()

    @property
    def breast(self) -> bool:
        """Whether it is the cancer of a breast itself, whose side is the side of the case."""
        return self.subject is Subject.BREAST_CANCER


def sides_of_code(side: Side | None) -> Sides:
    """Return the single sides that a code names."""
    return NO_SIDE if side is None else BOTH if side is Side.BOTH else frozenset({side})


def reading_of(meaning: CodeMeaning) -> Reading:
    """Return what a code can mean, each place with the side on which it has to lie."""
    one = len(meaning.found) == 1
    options = [_of_finding(f, meaning, meaning.asks if one else ()) for f in meaning.found]
    if meaning.found or len(meaning.candidates) > 1:
        # One candidate alone is named only as something that the code may mean.
        options += [_option(place, None, meaning) for place in meaning.candidates]
    of_breast = (
        meaning.subject is Subject.BREAST_CANCER or meaning.candidates == snomed.BREAST_SITE_PLACES
    )
    return Reading(
        tuple(options) or None,
        next(iter(meaning.asks), "which_part"),
        sides_of_code(meaning.side) if of_breast else NO_SIDE,
        meaning.subject,
        meaning.biology.type,
        meaning.biology,
        () if options else meaning.asks,
    )


def condition_reading(system: str, code: str) -> Reading | None:
    """Return what the code of a Condition says, or ``None`` for one that the tables do not know."""
    return _reading({SNOMED_CT: snomed.CONDITIONS.get, ICD_10_CM: icd10cm.icd10cm}, system, code)


def site_reading(system: str, code: str) -> Reading | None:
    """Return which places a part of the body is, or ``None`` where the tables have none."""
    return _reading({SNOMED_CT: snomed.BODY_SITES.get, ICD_O_3: icdo3.topography}, system, code)


def breast_site(system: str, code: str) -> Sides | None:
    """Return the sides that a breast as a body site names, or ``None`` if it is no breast."""
    if system == SNOMED_CT and code in snomed.BREAST_SITES:
        return sides_of_code(snomed.BODY_SITES[code].side)
    return NO_SIDE if system == ICD_O_3 and icdo3.is_breast(code) else None


def morphology_reading(system: str, code: str) -> Reading | None:
    """Return what a kind of tissue says of a breast cancer, or ``None`` if it is not known."""
    return _reading({SNOMED_CT: snomed.MORPHOLOGY.get, ICD_O_3: icdo3.morphology}, system, code)


_Table = Callable[[str], CodeMeaning | None]


def _reading(tables: Mapping[str, _Table], system: str, code: str) -> Reading | None:
    meaning = tables[system](code) if system in tables else None
    return None if meaning is None else reading_of(meaning)


def _of_finding(finding: Finding, meaning: CodeMeaning, asks: tuple[str, ...]) -> Option:
    option = _option(finding.place, finding.detail, meaning)
    return option._replace(asks=tuple(dict.fromkeys((*option.asks, *asks))))


_NODES: Final = {Group.NEARBY_NODES, Group.FAR_NODES}
_RELATIONS: Final = {
    PlaceSide.SAME: Relation.SAME,
    PlaceSide.OTHER: Relation.OTHER,
    PlaceSide.NONE: Relation.ANY,
}


def _option(place: PlaceId, detail: str | None, meaning: CodeMeaning) -> Option:
    row = PLACES[place]
    if meaning.subject is Subject.BREAST_CANCER:
        return Option(place, detail, Relation.SAME)
    if row.group not in _NODES:
        return Option(place, detail)
    relation = _RELATIONS[row.side]
    if relation is Relation.OTHER:
        # A code does not tell whether these nodes belong to a cancer in the other breast.
        return Option(place, NOT_SURE, relation, ("other_side_nodes",))
    answers = FOLLOW_UPS[place].answers if place in FOLLOW_UPS else {}
    return Option(place, "same_side" if "same_side" in answers else detail, relation)


def codings(concept: Json) -> Iterator[tuple[str, str]]:
    """Yield the system and the code of each coding of a concept."""
    for coding in concept.get("coding", []):
        if coding.get("system") and coding.get("code"):
            yield str(coding["system"]), str(coding["code"])


def text_of(concept: Json) -> str:
    """Return how the file calls a concept: its text, else a display, else a code."""
    coded = concept.get("coding", [])
    names = [
        concept.get("text"),
        *(c.get("display") for c in coded),
        *(c.get("code") for c in coded),
    ]
    return shown(next((name for name in names if name), ""))


def values_in_extensions(element: Json, kind: str) -> Iterator[Json]:
    """Yield the values of this kind in the extensions of an element."""
    for extension in element.get("extension", []):
        if kind in extension:
            yield extension[kind]


def laterality(element: Json) -> Sides:
    """Return the sides that the extensions of an element name, whichever extension it is."""
    sides = NO_SIDE
    for concept in values_in_extensions(element, "valueCodeableConcept"):
        sides |= sides_of(concept)
    return sides


def sides_of(concept: Json) -> Sides:
    """Return the sides that a qualifier names."""
    sides = NO_SIDE
    for system, code in codings(concept):
        if system == SNOMED_CT:
            sides |= sides_of_code(snomed.SIDES.get(code))
    return sides


def body_sites(resource: Resource, opened: Opened) -> Iterator[tuple[Json, Sides]]:
    """Yield each body site as a concept, with the sides that qualify it.

    A site stands in ``bodySite`` or in a BodyStructure that an extension refers to; in R4 that
    holds ``location`` and ``locationQualifier``.
    """
    given = resource.content.get("bodySite", [])
    concepts = given if isinstance(given, list) else [given]
    for concept in concepts:
        # Some records write the side itself as a body site.
        yield concept, laterality(concept) | sides_of(concept)
    for holder in (resource.content, *concepts):
        for value in values_in_extensions(holder, "valueReference"):
            structure = resolved(value.get("reference"), resource, opened)
            if structure is None or structure.type != "BodyStructure":
                continue
            content = structure.content
            if not unsafe_to_read(content) and "location" in content:
                sides = NO_SIDE
                for qualifier in content.get("locationQualifier", []):
                    sides |= sides_of(qualifier)
                yield content["location"], sides


def related_conditions(resource: Resource, opened: Opened) -> Iterator[str]:
    """Yield the name of each Condition that an extension refers to, as mCODE does for spread.

    Where the file does not hold what it refers to, "" is yielded.
    """
    for value in values_in_extensions(resource.content, "valueReference"):
        other = resolved(value.get("reference"), resource, opened)
        if other is None:
            if "Condition/" in str(value.get("reference", "")) or "reference" not in value:
                yield ""
        elif other.type == "Condition":
            yield other.name
