"""Opens a file: its size, its JSON, what of it is FHIR, and which resource refers to which."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final, NamedTuple

from decision_aid.control_characters import escaped
from decision_aid.records.fhir.availability import Json, checked_resource, fhir_available
from decision_aid.records.fhir.errors import FhirError
from decision_aid.storage.json_text import JsonReason, JsonTextError, parse_json

MOST_CHARACTERS: Final = 5_000_000
MOST_ENTRIES: Final = 2_000
LONGEST_TEXT: Final = 200
"""How much of a text of the file is shown."""

_READ: Final = ("Condition", "Observation", "BodyStructure", "QuestionnaireResponse")
_FINDINGS: Final = ("Condition", "Observation", "QuestionnaireResponse")
_NEVER_READ: Final = ("Patient",)


class Resource(NamedTuple):
    """One resource with what is needed to name it and to follow its references.

    Attributes:
        name: its type and id, or its place in the file.
        content: its JSON.
        within: the resource that contains it, or itself.
    """

    name: str
    content: Json
    within: Json

    @property
    def type(self) -> str:
        """Its resource type."""
        return str(self.content["resourceType"])


class Opened(NamedTuple):
    """What a file holds.

    Attributes:
        resources: those that can hold findings, in the order of the file.
        by_reference: every resource that is read, by each name a reference can use.
        others: the types of all others, each once.
        patients: what a patient is called by type and id, by the full address in the file.
    """

    resources: tuple[Resource, ...]
    by_reference: dict[str, Resource]
    others: tuple[str, ...]
    patients: dict[str, str]


def open_file(text: str) -> Opened:
    """Return what a file holds, its structure checked.

    Only the types that are read are checked, so that a resource of another release, or a broken
    one that nobody reads, does not keep out the rest. Patients are not looked at.

    Raises:
        FhirError: as ``read_bundle`` says.
    """
    if not fhir_available():
        raise FhirError("extra_missing")
    if len(text) > MOST_CHARACTERS:
        raise FhirError("too_large")
    given = _json(text)
    if not isinstance(given, dict) or not isinstance(given.get("resourceType"), str):
        raise FhirError("not_a_bundle")
    if given["resourceType"] == "QuestionnaireResponse":
        return _opened(
            [{"resource": checked_resource("QuestionnaireResponse", _lean(given))}], (), {}
        )
    if given["resourceType"] != "Bundle":
        raise FhirError("not_a_bundle")
    entries, others = _entries(given)
    patients = _patients(given)
    shell = {key: value for key, value in given.items() if key not in {"entry", "signature"}}
    checked = checked_resource("Bundle", {**shell, "entry": entries} if entries else shell)
    return _opened(checked.get("entry", []), others, patients)


def shown(text: object) -> str:
    """Return a text of the file as one short line that every screen can show."""
    line = escaped(" ".join(str(text).split()))
    clean = "".join(c for c in line if c.isprintable())
    return clean if len(clean) <= LONGEST_TEXT else clean[: LONGEST_TEXT - 1] + "…"


def unsafe_to_read(resource: Json) -> bool:
    """Return whether it says that nobody may read it who does not know what else it holds."""
    return "modifierExtension" in resource or "implicitRules" in resource


def resolved(reference: object, resource: Resource, opened: Opened) -> Resource | None:
    """Return the resource that a reference names, or ``None`` where it is not in the file."""
    if not isinstance(reference, str):
        return None
    if reference.startswith("#"):
        for contained in _contained(resource.name.partition("#")[0], resource.within):
            if contained.content.get("id") == reference[1:]:
                return contained
        return None
    return opened.by_reference.get(_without_version(reference))


def _json(text: str) -> object:
    try:
        given: object = parse_json(text)
    except JsonTextError as error:
        if error.reason is JsonReason.SAID_TWICE:
            raise FhirError("said_twice", f"{error.line}, {shown(error.field)}") from error
        raise FhirError("not_json") from error
    return given


def _entries(bundle: Json) -> tuple[list[Json], tuple[str, ...]]:
    given = bundle.get("entry", [])
    if not isinstance(given, list):
        raise FhirError("invalid_fhir", "entry")
    if len(given) > MOST_ENTRIES:
        raise FhirError("too_large")
    entries: list[Json] = []
    others: dict[str, None] = {}
    for position, entry in enumerate(given):
        if not isinstance(entry, dict) or not isinstance(entry.get("resource", {}), dict):
            raise FhirError("invalid_fhir", f"entry.{position}")
        resource = entry.get("resource")
        if resource is None:
            continue
        kind = resource.get("resourceType")
        if not isinstance(kind, str) or not kind:
            raise FhirError("invalid_fhir", f"entry.{position}.resource.resourceType")
        if kind in _READ:
            # Only its name is needed: what a server answered or was asked is not.
            kept = {key: entry[key] for key in ("fullUrl",) if key in entry}
            entries.append({**kept, "resource": _lean(resource)})
        elif kind not in _NEVER_READ:
            others[shown(kind)] = None
    return entries, tuple(others)


def _patients(bundle: Json) -> dict[str, str]:
    """Return only what references need; nothing else of a patient is looked at."""
    return {
        str(entry["fullUrl"]): f"Patient/{entry['resource'].get('id', '')}"
        for entry in bundle.get("entry", [])
        if "fullUrl" in entry and entry.get("resource", {}).get("resourceType") in _NEVER_READ
    }


def _lean(resource: Json) -> Json:
    """Leave out contained resources that are not read: the library knows only those of R4B."""
    contained = resource.get("contained")
    if not isinstance(contained, list):
        return resource
    kept = [c for c in contained if isinstance(c, dict) and c.get("resourceType") in _READ]
    rest = {key: value for key, value in resource.items() if key != "contained"}
    return {**rest, "contained": kept} if kept else rest


def _opened(entries: list[Json], others: tuple[str, ...], patients: dict[str, str]) -> Opened:
    resources: list[Resource] = []
    by_reference: dict[str, Resource] = {}
    for position, entry in enumerate(entries, 1):
        resource = entry["resource"]
        name = f"{resource['resourceType']}/{resource.get('id', position)}"
        named = Resource(shown(name), resource, resource)
        for key in (name, entry.get("fullUrl")):
            if key:
                by_reference.setdefault(_without_version(key), named)
        resources += (named, *_contained(named.name, resource))
    findings = tuple(found for found in resources if found.type in _FINDINGS)
    return Opened(findings, by_reference, others, patients)


def _contained(name: str, resource: Json) -> Iterator[Resource]:
    for position, contained in enumerate(resource.get("contained", []), 1):
        inner = f"{name}#{contained.get('id', position)}"
        yield Resource(shown(inner), contained, resource)


def _without_version(reference: str) -> str:
    return reference.partition("/_history/")[0]
