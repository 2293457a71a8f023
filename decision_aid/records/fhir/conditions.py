"""Reads a Condition: what its codes can mean, how sure it is, on which side it lies.

Source of the states: ``fhir-condition-clinical``.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Final, NamedTuple

from decision_aid.domain import UNKNOWN_BIOLOGY, Biology, Certainty, TumorType
from decision_aid.records.codes.meaning import Subject
from decision_aid.records.fhir.bundle import Opened, Resource
from decision_aid.records.fhir.models import (
    CLINICAL_STATUS,
    PRIMARY_CANCER_PROFILE,
    VERIFICATION_STATUS,
    Json,
)
from decision_aid.records.fhir.readings import (
    NO_SIDE,
    Option,
    Reading,
    Sides,
    body_sites,
    breast_site,
    codings,
    condition_reading,
    morphology_reading,
    related_conditions,
    sides_of,
    site_reading,
    text_of,
    values_in_extensions,
)

_CERTAINTY: Final[dict[str, Certainty]] = {
    "confirmed": Certainty.FOUND,
    "provisional": Certainty.SUSPECTED,
    "differential": Certainty.SUSPECTED,
    "unconfirmed": Certainty.SUSPECTED,
    "refuted": Certainty.NOT_FOUND,
}
_CAME_BACK: Final = frozenset({"recurrence", "relapse"})
_PAST: Final = frozenset({"remission", "resolved", "inactive"})
_CANCER_WORDS: Final = re.compile(
    r"cancer|carcinoma|malignan|neoplas|tumou?r|sarcoma|lymphoma|leuk|melanoma|myeloma",
    re.IGNORECASE,
)
_SPREAD_WORDS: Final = re.compile(r"secondary|metasta", re.IGNORECASE)


class Place(NamedTuple):
    """One place that a Condition speaks of.

    Attributes:
        options: what it can be.
        asks: what to ask where more than one option is left.
        sides: the sides given for it.
        unsettled: whether it stays open whatever is left of the options.
    """

    options: tuple[Option, ...]
    asks: str
    sides: Sides
    unsettled: bool = False


class Read(NamedTuple):
    """What a Condition says, before its side is compared with that of the cancer.

    Attributes:
        name: its type and id.
        text: how the file calls it.
        certainty: how sure it is.
        places: what it speaks of; empty where it is not a finding.
        breast: whether it is the cancer of a breast itself.
        sides: the side of that breast.
        open: ids of what has to be asked.
        not_understood: what of it was not read.
        disagrees: whether two of its parts name different sides.
        related: the names of the Conditions that it refers to; "" for one that is not there.
        past: whether the record itself calls it past.
        other_cancer: whether it is, or may be, a cancer of another part.
        biology: what its codes say of the cancer or the person.
    """

    name: str
    text: str
    certainty: Certainty = Certainty.UNKNOWN
    places: tuple[Place, ...] = ()
    breast: bool = False
    sides: Sides = NO_SIDE
    open: tuple[str, ...] = ()
    not_understood: tuple[str, ...] = ()
    disagrees: bool = False
    related: tuple[str, ...] = ()
    past: bool = False
    other_cancer: bool = False
    biology: Biology = UNKNOWN_BIOLOGY


def read_condition(resource: Resource, opened: Opened) -> Read:
    """Return what a Condition says.

    Args:
        resource: the Condition.
        opened: the file, for what it refers to.
    """
    content = resource.content
    code = content.get("code", {})
    related = tuple(related_conditions(resource, opened))
    read = Read(resource.name, text_of(code) or resource.name, related=related)
    status = _status(content.get("verificationStatus", {}), VERIFICATION_STATUS)
    if status == "entered-in-error":
        return read._replace(open=("entered_in_error",))
    readings = [r for system, value in codings(code) if (r := condition_reading(system, value))]
    subjects = {reading.subject for reading in readings}
    if Subject.OTHER_CANCER in subjects or (not readings and _may_be_cancer(content, read.text)):
        return _other_cancer(read, spread=bool(_SPREAD_WORDS.search(read.text)) and not readings)
    if subjects <= {Subject.HISTORY, Subject.RESULT}:
        return _without_places(read, readings, content)
    read = _with_course(read, content, status)
    reading = _together(readings)
    if reading is None:
        return read._replace(open=(*read.open, "codes_differ"), not_understood=(read.text,))
    sites = tuple(body_sites(resource, opened))
    if reading.breast:
        return _of_breast(read, reading, content, sites)
    return _of_spread(read, reading, sites)


def _with_course(read: Read, content: Json, status: str) -> Read:
    """Return how sure it is, and whether the record calls it past or come back."""
    certainty = _CERTAINTY.get(status, Certainty.UNKNOWN)
    course = _status(content.get("clinicalStatus", {}), CLINICAL_STATUS)
    past = course in _PAST or bool(content.get("ended"))
    asks = ["came_back"] if past or course in _CAME_BACK else []
    asks += ["recorded_as_past"] if past else []
    asks += ["how_sure"] if certainty is Certainty.UNKNOWN else []
    return read._replace(certainty=certainty, open=tuple(asks), past=past)


def _may_be_cancer(content: Json, text: str) -> bool:
    """Whether a code that is not known may be a cancer, by its profile, stage or words."""
    extended = "stage" in content or any(values_in_extensions(content, "valueCodeableConcept"))
    profiled = PRIMARY_CANCER_PROFILE in _profiles(content)
    return extended or profiled or _CANCER_WORDS.search(text) is not None


def _other_cancer(read: Read, *, spread: bool) -> Read:
    """Return a cancer of another part; spread in a code that is not known is asked about."""
    if spread:
        return read._replace(open=("which_part",), not_understood=(read.text,))
    return read._replace(
        open=("primary_elsewhere",), not_understood=(read.text,), other_cancer=True
    )


def _without_places(read: Read, readings: list[Reading], content: Json) -> Read:
    """Return what history, results and codes that are not known say: nothing of places now."""
    if not readings:
        return read._replace(not_understood=(read.text,))
    asks = tuple(dict.fromkeys(ask for reading in readings for ask in reading.open))
    if content.get("ended") or len(readings) > 1:
        return read._replace(open=asks or ("codes_differ",))
    return read._replace(open=asks, biology=readings[0].biology)


def _profiles(content: Json) -> Iterator[str]:
    for profile in content.get("meta", {}).get("profile", []):
        yield str(profile).partition("|")[0]


def _status(concept: Json, system: str) -> str:
    return next((code for named, code in codings(concept) if named == system), "")


def _together(readings: list[Reading]) -> Reading | None:
    """Return what several codes of one Condition say together, or ``None`` if they disagree."""
    first, *rest = readings
    for reading in rest:
        if first.breast is not reading.breast and None not in (first.options, reading.options):
            return None
        options = _in_both(first.options, reading.options)
        if options == ():
            return None
        types = {first.type, reading.type} - {TumorType.UNKNOWN}
        if len(types) > 1:
            return None
        first = Reading(
            options,
            first.asks or reading.asks,
            first.sides | reading.sides,
            Subject.BREAST_CANCER if first.breast or reading.breast else first.subject,
            next(iter(types), TumorType.UNKNOWN),
        )
    return first


def _in_both(
    first: tuple[Option, ...] | None, second: tuple[Option, ...] | None
) -> tuple[Option, ...] | None:
    """Return the options that both leave, each with the more that one of them says of it."""
    if first is None or second is None:
        return second if first is None else first
    others = {option.place: option for option in second}
    return tuple(
        option
        if option.detail is not None
        else others[option.place]._replace(relation=option.relation)
        for option in first
        if option.place in others
    )


def _of_breast(
    read: Read, reading: Reading, content: Json, sites: tuple[tuple[Json, Sides], ...]
) -> Read:
    named, disagrees = NO_SIDE, False
    not_understood: list[str] = []
    for concept, qualifier in sites:
        structure = _breast_site(concept)
        if structure is None:
            not_understood += _unknown(concept)
            structure = NO_SIDE
        # "Breast structure" with the qualifier "left" and "left breast" say the same.
        disagrees = disagrees or bool(structure and qualifier and structure != qualifier)
        named |= structure | qualifier
    disagrees = disagrees or bool(reading.sides and named and reading.sides != named)
    sides = NO_SIDE if disagrees else reading.sides | named
    options, type_, asks = _with_morphology(reading, content)
    return read._replace(
        places=(Place(options, reading.asks or "invasive_or_in_place", sides),),
        breast=True,
        sides=sides,
        biology=Biology(type=type_),
        open=(*read.open, *(("side_differs",) if disagrees else ()), *asks),
        not_understood=tuple(not_understood),
        disagrees=disagrees,
    )


def _unknown(concept: Json) -> tuple[str, ...]:
    return () if sides_of(concept) else (text_of(concept),)


def _breast_site(concept: Json) -> Sides | None:
    """Return the sides that a breast as a body site names, or ``None`` if it is no breast."""
    named = (breast_site(system, code) for system, code in codings(concept))
    return next((sides for sides in named if sides is not None), None)


def _with_morphology(
    reading: Reading, content: Json
) -> tuple[tuple[Option, ...], TumorType, tuple[str, ...]]:
    """Return what the histology leaves of the places that the code can mean."""
    options, type_ = reading.options or (), reading.type
    for concept in values_in_extensions(content, "valueCodeableConcept"):
        for system, code in codings(concept):
            said = morphology_reading(system, code)
            if said is None or said.options is None:
                continue
            left = _in_both(options, said.options)
            if not left:
                # One says in place, the other invasive: nobody but the team can tell.
                both = {option.place: option for option in (*options, *said.options)}
                return tuple(both.values()), TumorType.UNKNOWN, ("invasive_or_in_place",)
            types = {type_, said.type} - {TumorType.UNKNOWN}
            options, type_ = left, types.pop() if len(types) == 1 else TumorType.UNKNOWN
    return options, type_, ()


def _of_spread(read: Read, reading: Reading, sites: tuple[tuple[Json, Sides], ...]) -> Read:
    places: list[Place] = []
    not_understood: list[str] = []
    asks: tuple[str, ...] = ()
    for concept, sides in sites:
        named = [at for s, c in codings(concept) if (at := site_reading(s, c))]
        site = _together(named) if named else None
        if site is None or site.options is None:
            not_understood += _unknown(concept)
            if reading.options is not None and sides:
                places.append(Place(reading.options, reading.asks, sides | reading.sides))
            continue
        options = _in_both(reading.options, site.options)
        if not options:
            asks = ("code_and_site_differ",)
            both = {o.place: o for o in (*(reading.options or ()), *site.options)}
            places.append(Place(tuple(both.values()), "code_and_site_differ", NO_SIDE))
            continue
        places.append(Place(options, site.asks, sides | site.sides))
    if not places and reading.options is not None:
        places.append(Place(reading.options, reading.asks, reading.sides))
    if not places:
        asks = ("which_part",)
    return read._replace(
        places=tuple(dict.fromkeys(places)),
        open=(*read.open, *asks),
        not_understood=tuple(not_understood),
    )
