"""Which cancer, and which breast, a result speaks of."""

from __future__ import annotations

from collections.abc import Iterator
from enum import Enum, auto
from typing import NamedTuple

from decision_aid.records.codes.meaning import Subject
from decision_aid.records.fhir.bundle import Opened, Resource, resolved
from decision_aid.records.fhir.conditions import Read
from decision_aid.records.fhir.findings_of_conditions import current, is_cancer_of_breast
from decision_aid.records.fhir.models import Json
from decision_aid.records.fhir.readings import (
    BOTH,
    NO_SIDE,
    Sides,
    breast_site,
    codings,
    condition_reading,
    laterality,
    sides_of,
    values_in_extensions,
)


class Cancers(NamedTuple):
    """The cancers of a file.

    Attributes:
        breasts: the name of each Condition that is a cancer of the breast, with its sides.
        others: whether it may hold another cancer.
        sides: the sides of the cancer of the breast.
        past: whether the record calls all of it past.
    """

    breasts: dict[str, Sides]
    others: bool
    sides: Sides
    past: bool = False


class Belongs(NamedTuple):
    """What a result speaks of.

    Attributes:
        asks: what has to be asked before it counts; nothing where it counts.
        sides: the breast that it speaks of; none where there is only one.
        past: whether the record calls that cancer past.
    """

    asks: tuple[str, ...] = ()
    sides: Sides = NO_SIDE
    past: bool = False


def cancers_of(reads: list[Read]) -> Cancers:
    """Return the cancers that the Conditions of a file name."""
    all_breasts = [read for read in reads if is_cancer_of_breast(read)]
    now = current(all_breasts)
    breasts = {read.name: read.sides for read in now}
    others = any(read.other_cancer for read in reads) or len(breasts) < len(all_breasts)
    past = any(read.past for read in now)
    return Cancers(breasts, others, NO_SIDE.union(*breasts.values()), past)


def belongs(
    resource: Resource,
    opened: Opened,
    cancers: Cancers,
    *,
    breast_specimen: bool,  # the test itself is one of breast cancer
) -> Belongs:
    """Return which cancer of the breast a result speaks of, or what has to be asked.

    Args:
        resource: the Observation.
        opened: the file, for what it refers to.
        cancers: the cancers of the file.
        breast_specimen: whether the test itself is made of breast cancer only.
    """
    said = list(_said(resource, opened, cancers))
    kinds = {one.kind for one in said}
    unclear = not said and cancers.others and not breast_specimen
    if not cancers.breasts or _Kind.UNCLEAR in kinds or unclear:
        return Belongs(("result_of_which_cancer",))
    if _Kind.OTHER in kinds:
        return Belongs(("of_another_cancer",))
    named = {one.sides for one in said if one.sides}
    sides = next(iter(named), NO_SIDE) if len(named) < 2 else BOTH
    counts = len(sides) == 1 if cancers.sides == BOTH else not sides or sides == cancers.sides
    if not counts:
        return Belongs(("result_of_which_breast",))
    return Belongs((), sides, cancers.past)


class _Kind(Enum):
    BREAST = auto()
    OTHER = auto()
    UNCLEAR = auto()


class _Said(NamedTuple):
    """What one part of a result says that it is of."""

    kind: _Kind
    sides: Sides = NO_SIDE


def _said(resource: Resource, opened: Opened, cancers: Cancers) -> Iterator[_Said]:
    content = resource.content
    references = (*content.get("focus", []), *values_in_extensions(content, "valueReference"))
    for reference in references:
        yield from _of_reference(reference, resource, opened, cancers)
    for concept in values_in_extensions(content, "valueCodeableConcept"):
        readings = [
            r for system, code in codings(concept) if (r := condition_reading(system, code))
        ]
        if any(r.breast for r in readings):
            yield _Said(_Kind.BREAST, NO_SIDE.union(*(r.sides for r in readings)))
        elif any(r.subject in {Subject.OTHER_CANCER, Subject.SPREAD} for r in readings):
            yield _Said(_Kind.OTHER)
    if "bodySite" in content:
        yield _of_site(content["bodySite"])
    reference = content.get("specimen", {}).get("reference")
    specimen = resolved(reference, resource, opened)
    site = specimen.content.get("collection", {}).get("bodySite") if specimen else None
    if site is not None:
        yield _of_site(site)


def _of_reference(
    reference: Json, resource: Resource, opened: Opened, cancers: Cancers
) -> Iterator[_Said]:
    target = resolved(reference.get("reference"), resource, opened)
    if target is None:
        yield _Said(_Kind.UNCLEAR)
    elif target.type == "Condition":
        known = target.name in cancers.breasts
        sides = cancers.breasts.get(target.name, NO_SIDE)
        yield _Said(_Kind.BREAST, sides) if known else _Said(_Kind.OTHER)


def _of_site(concept: Json) -> _Said:
    """Return the sides of a breast; a part of the body that is no breast may be of any cancer."""
    for system, code in codings(concept):
        sides = breast_site(system, code)
        if sides is not None:
            return _Said(_Kind.BREAST, sides | laterality(concept))
    # Some records write the side alone.
    alone = sides_of(concept)
    return _Said(_Kind.BREAST, alone) if alone else _Said(_Kind.UNCLEAR)
