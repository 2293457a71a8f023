"""Opens a file: its size, its JSON, what of it is FHIR, and which resource refers to which."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final, NamedTuple

from decision_aid.control_characters import escaped
from decision_aid.json_text import JsonReason, JsonTextError, parse_json
from decision_aid.records.fhir.merging import NotUsed
from decision_aid.records.fhir.models import QUESTIONNAIRE, READ, FhirError, Json, checked_resource
from decision_aid.records.fhir.people import Entry

MOST_CHARACTERS: Final = 5_000_000
MOST_BYTES: Final = 4 * MOST_CHARACTERS
MOST_ENTRIES: Final = 2_000
LONGEST_TEXT: Final = 200
"""How much of a text of the file is shown."""

_NAMELESS: Final = "entry "
_FINDINGS: Final = ("Condition", "Observation", "QuestionnaireResponse")


class Resource(NamedTuple):
    """One resource with what is needed to name it and to follow its references.

    Attributes:
        name: its type and id, or its place in the file.
        content: its JSON, as far as it is read.
        within: the resource that contains it, or itself.
        server: the address of its server, or "".
    """

    name: str
    content: Json
    within: Json
    server: str = ""

    @property
    def type(self) -> str:
        """Its resource type."""
        return str(self.content["resourceType"])


class Opened(NamedTuple):
    """What a file holds.

    Attributes:
        entries: every resource as it stands in the file, for whom it is about.
        resources: those that can hold findings, in the order of the file.
        by_reference: every resource that is read, by each name a reference can use.
        not_used: what is left out, and why.
        is_a_page: whether it is a part of a larger search.
    """

    entries: list[Entry]
    resources: tuple[Resource, ...]
    by_reference: dict[str, Resource]
    not_used: tuple[NotUsed, ...]
    is_a_page: bool


def open_file(text: str) -> Opened:
    """Return what a file holds: a bundle, one resource, or one resource on each line.

    Raises:
        FhirError: as ``read_bundle`` says.
    """
    if len(text) > MOST_CHARACTERS:
        raise FhirError("too_large")
    entries: list[Entry] = []
    is_a_page = False
    for given in _documents(text.removeprefix("\ufeff")):
        kind = given.get("resourceType") if isinstance(given, dict) else None
        if not isinstance(given, dict) or not isinstance(kind, str) or not kind:
            raise FhirError("not_a_bundle")
        if kind == "Bundle":
            entries += _entries(given)
            is_a_page = is_a_page or _is_a_page(given)
        else:
            entries.append(_entry(given, ""))
    if len(entries) > MOST_ENTRIES:
        raise FhirError("too_large")
    return _opened(entries, is_a_page)


def decoded(raw: bytes) -> str:
    """Return the text of a file.

    Raises:
        FhirError: with reason ``too_large`` or ``not_json``.
    """
    if len(raw) > MOST_BYTES:
        raise FhirError("too_large")
    try:
        return raw.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        raise FhirError("not_json") from error


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
    plain = _plain(reference)
    on_server = opened.by_reference.get(f"{resource.server}/{plain}") if resource.server else None
    return on_server or opened.by_reference.get(plain)


def _documents(text: str) -> Iterator[object]:
    """Yield the one JSON of a text, or that of each of its lines."""
    lines = [line for line in text.splitlines() if line.strip()]
    try:
        yield _json(text)
    except FhirError as error:
        if error.reason == "said_twice" or len(lines) < 2 or not _starts_as_json(lines):
            raise
    else:
        return
    yield from map(_json, lines)


def _starts_as_json(lines: list[str]) -> bool:
    return all(line.lstrip().startswith("{") and line.rstrip().endswith("}") for line in lines)


def _json(text: str) -> object:
    try:
        given: object = parse_json(text)
    except JsonTextError as error:
        if error.reason is JsonReason.SAID_TWICE:
            raise FhirError("said_twice", f"{error.line}, {shown(error.field)}") from error
        raise FhirError("not_json") from error
    return given


def _is_a_page(bundle: Json) -> bool:
    """Whether a search has more than what this bundle holds."""
    links = bundle.get("link")
    named = [one.get("relation") for one in links or [] if isinstance(one, dict)]
    total, entries = bundle.get("total"), bundle.get("entry")
    found = [
        one
        for one in (entries if isinstance(entries, list) else [])
        if not (isinstance(one, dict) and _mode(one) in {"include", "outcome"})
    ]
    more = isinstance(total, int) and not isinstance(total, bool) and total > len(found)
    return more or "next" in named or "previous" in named


def _mode(entry: Json) -> object:
    search = entry.get("search")
    return search.get("mode") if isinstance(search, dict) else None


def _entries(bundle: Json) -> Iterator[Entry]:
    given = bundle.get("entry")
    if given is None:
        return
    if not isinstance(given, list):
        raise FhirError("invalid_fhir", "entry")
    for position, entry in enumerate(given):
        resource = entry.get("resource") if isinstance(entry, dict) else None
        request = entry.get("request") if isinstance(entry, dict) else None
        if resource is None and isinstance(entry, dict):
            continue
        if not isinstance(resource, dict) or not isinstance(resource.get("resourceType"), str):
            yield Entry({"resourceType": f"{_NAMELESS}{position}"}, "")
            continue
        deleted = isinstance(request, dict) and request.get("method") == "DELETE"
        if not deleted:
            full_url = entry.get("fullUrl")
            yield _entry(resource, full_url if isinstance(full_url, str) else "")


def _entry(resource: Json, full_url: str) -> Entry:
    return Entry(resource, full_url.strip(), resource.get("questionnaire") == QUESTIONNAIRE)


def _opened(entries: list[Entry], is_a_page: bool) -> Opened:
    not_used: dict[NotUsed, None] = {}
    newest = _newest(entries)
    resources: list[Resource] = []
    by_reference: dict[str, Resource] = {}
    for position, entry in enumerate(entries, 1):
        kind = str(entry.resource["resourceType"])
        identity = entry.resource.get("id")
        name = shown(f"{kind}/{identity if isinstance(identity, str) and identity else position}")
        if kind not in READ:
            reason = "broken" if kind.startswith(_NAMELESS) else "type_not_read"
            not_used[NotUsed(shown(kind), reason)] = None
        elif position not in newest:
            not_used[NotUsed(name, "superseded")] = None
        elif kind != "Patient":
            try:
                content = checked_resource(entry.resource)
            except ValueError:
                not_used[NotUsed(name, "broken")] = None
                continue
            named = Resource(name, content, content, _server_of(entry.full_url))
            for key in _names(entry, name, named.server):
                by_reference.setdefault(key, named)
            resources += (named, *_contained(named.name, content))
    findings = tuple(found for found in resources if found.type in _FINDINGS)
    return Opened(entries, findings, by_reference, tuple(not_used), is_a_page)


def _names(entry: Entry, name: str, server: str) -> Iterator[str]:
    if entry.full_url:
        yield _plain(entry.full_url)
    if not server:
        yield name


def _server_of(full_url: str) -> str:
    plain = _plain(full_url)
    return plain.rsplit("/", 2)[0] if plain.startswith(("http://", "https://")) else ""


def _newest(entries: list[Entry]) -> set[int]:
    """Return the positions of what no newer version in the file replaces."""
    versions: dict[str, list[tuple[tuple[str, int], int]]] = {}
    replaced: set[str] = set()
    for position, entry in enumerate(entries, 1):
        kind, identity = entry.resource["resourceType"], entry.resource.get("id")
        address = _plain(entry.full_url) or (f"{kind}/{identity}" if identity else f"#{position}")
        versions.setdefault(address, []).append((_version(entry.resource), position))
        replaced.update(_replaces(entry.resource))
    return {
        max(known)[1]
        for address, known in versions.items()
        if not any(address == one or address.endswith(f"/{one}") for one in replaced)
    }


def _version(resource: Json) -> tuple[str, int]:
    meta = resource.get("meta")
    meta = meta if isinstance(meta, dict) else {}
    number = str(meta.get("versionId", ""))
    return str(meta.get("lastUpdated", "")), int(number) if number.isdecimal() else 0


def _replaces(resource: Json) -> Iterator[str]:
    extensions = resource.get("extension")
    for one in extensions if isinstance(extensions, list) else []:
        value = one.get("valueReference") if isinstance(one, dict) else None
        if isinstance(value, dict) and str(one.get("url", "")).endswith("/replaces"):
            yield _plain(str(value.get("reference", "")))


def _contained(name: str, resource: Json) -> Iterator[Resource]:
    for position, contained in enumerate(resource.get("contained", []), 1):
        if not isinstance(contained, dict) or contained.get("resourceType") not in READ:
            continue
        try:
            content = checked_resource(contained)
        except ValueError:
            continue
        inner = f"{name}#{content.get('id', position)}"
        yield Resource(shown(inner), content, resource)


def _plain(reference: str) -> str:
    return reference.partition("/_history/")[0].rstrip("/")
