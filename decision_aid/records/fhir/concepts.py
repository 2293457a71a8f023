"""Reads the parts of a resource that name something: codes, displays, body sites."""

from __future__ import annotations

from collections.abc import Iterator

from decision_aid.records.codes import snomed
from decision_aid.records.fhir.bundle import Opened, Resource, resolved, shown, unsafe_to_read
from decision_aid.records.fhir.models import Json
from decision_aid.records.fhir.readings import NO_SIDE, Sides, sides_of_code
from decision_aid.records.fhir.systems import SNOMED_CT


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
