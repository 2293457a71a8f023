"""Whether everything in a file is about one person, told apart by full address.

A person is the same where two addresses are the same: with or without a version or a slash at the
end; in full, or as ``Patient/a`` where the file knows one server only; by ``fullUrl``; by
identifier with its system. Two servers that both have an ``a`` have two people. A person who is
only contained, or only named, is the same only where the content or the name is.
"""

from __future__ import annotations

import json
from collections.abc import Iterator
from typing import NamedTuple

from decision_aid.records.fhir.models import Json


class Entry(NamedTuple):
    """One resource of a file as it stands there.

    Attributes:
        resource: its JSON, unchecked.
        full_url: its address in the file, or "".
        own: whether it is a form of ours, whose person is nameless on purpose.
    """

    resource: Json
    full_url: str
    own: bool = False


def about_one_person(entries: list[Entry]) -> bool:
    """Return whether no two resources speak of people who may be different."""
    return len(_People(entries).different()) <= 1


class _People:
    """Names of people, put together where they name the same one."""

    def __init__(self, entries: list[Entry]) -> None:
        self._parents: dict[str, str] = {}
        self._asked: set[str] = set()
        self._servers: dict[str, set[str]] = {}
        for position, entry in enumerate(entries):
            if entry.resource.get("resourceType") == "Patient":
                self._patient(position, entry)
        for position, entry in enumerate(entries):
            for subject in _subjects(entry.resource):
                self._subject(position, entry, subject)

    def different(self) -> set[str]:
        """Return one name for each person that cannot be shown to be another one's."""
        for tail, servers in self._servers.items():
            if len(servers) == 1:
                self._same(tail, f"{next(iter(servers))}/{tail}")
        return {self._root(name) for name in self._asked}

    def _patient(self, position: int, entry: Entry) -> None:
        names = [f"entry {position}"]
        if entry.full_url:
            names.append(self._address(entry.full_url))
        identity = entry.resource.get("id")
        if isinstance(identity, str) and not _server(entry.full_url):
            names.append(f"Patient/{identity}")
        names += _identifiers(entry.resource.get("identifier"))
        for name in names:
            self._same(names[0], name)
        self._asked.add(names[0])

    def _subject(self, position: int, entry: Entry, subject: Json) -> None:
        reference, display = _text(subject, "reference"), _text(subject, "display")
        names = _identifiers([subject.get("identifier")])
        if reference.startswith("#"):
            contained = _contained(entry, reference[1:], position)
            names += [] if contained is None else [contained]
        elif reference:
            server = _server(entry.full_url)
            full = f"{server}/{reference}" if server and _is_relative(reference) else reference
            names.append(self._address(full))
        if display:
            names.append(f"display {' '.join(display.split()).casefold()}")
        for name in names:
            self._same(names[0], name)
        self._asked.update(names[:1])

    def _address(self, address: str) -> str:
        """Return an address without its version, and remember on which server it is."""
        plain = address.partition("/_history/")[0].rstrip("/")
        server = _server(plain)
        if server:
            tail = "/".join(plain.split("/")[-2:])
            self._servers.setdefault(tail, set()).add(server)
        return plain

    def _root(self, name: str) -> str:
        while self._parents.get(name, name) != name:
            name = self._parents[name]
        return name

    def _same(self, one: str, other: str) -> None:
        self._parents[self._root(one)] = self._root(other)


def _is_relative(reference: str) -> bool:
    return ":" not in reference.partition("/")[0]


def _server(address: str) -> str:
    """Return the server of an address, or "" where it names none."""
    plain = address.partition("/_history/")[0].rstrip("/")
    if not plain.lower().startswith(("http://", "https://")) or plain.count("/") < 4:
        return ""
    return "/".join(plain.split("/")[:-2]).lower()


def _subjects(resource: Json) -> Iterator[Json]:
    for field in ("subject", "patient"):
        if isinstance(resource.get(field), dict):
            yield resource[field]


def _text(holder: Json, field: str) -> str:
    value = holder.get(field)
    return value.strip() if isinstance(value, str) else ""


def _identifiers(given: object) -> list[str]:
    return [
        f"identifier {_text(one, 'system')}|{_text(one, 'value')}"
        for one in (given if isinstance(given, list) else [])
        if isinstance(one, dict) and _text(one, "value")
    ]


def _contained(entry: Entry, identity: str, position: int) -> str | None:
    """Return the name of a contained person: what is said of them, without the id."""
    contained = entry.resource.get("contained")
    for one in contained if isinstance(contained, list) else []:
        if isinstance(one, dict) and one.get("id") == identity:
            said = {key: one[key] for key in sorted(one) if key not in {"id", "resourceType"}}
            if said:
                return f"contained {json.dumps(said, sort_keys=True, default=str)}"
    # Nobody can tell whether a person of whom nothing is said is the same as another one.
    return None if entry.own else f"nameless {position}"
