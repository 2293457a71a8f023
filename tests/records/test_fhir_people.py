"""People are told apart by their full address; a mixture is refused, whole."""

from __future__ import annotations

import json
from itertools import product

import pytest

from decision_aid.records.fhir import FhirError, read_bundle
from tests.records.fhir_files import SCT, Json, condition, primary

BONE = (SCT, "94222008")


def _bundle(*entries: tuple[str, Json]) -> str:
    given = [{"fullUrl": url, "resource": r} if url else {"resource": r} for url, r in entries]
    return json.dumps({"resourceType": "Bundle", "type": "collection", "entry": given})


def _of(resource: Json, subject: Json, **more: object) -> Json:
    return resource | {"subject": subject} | more


def _two(first: Json, second: Json, *others: tuple[str, Json]) -> str:
    """Return a record in which two people may stand: left breast of one, bone of the other."""
    return _bundle(
        *others,
        ("urn:uuid:t", _of(primary("left"), first)),
        ("urn:uuid:b", _of(condition(BONE), second)),
    )


def _is_one(text: str) -> bool:
    try:
        imported = read_bundle(text)
    except FhirError as refused:
        return refused.reason != "more_than_one_person"
    return {f.place for f in imported.answers.findings} == {"breast_tissue", "bone"}


def _ref(reference: str) -> Json:
    return {"reference": reference}


def _named(system: str, value: str) -> Json:
    return {"identifier": {"system": system, "value": value}}


def _patient(identity: str | None = None, **more: object) -> Json:
    return {"resourceType": "Patient", **({"id": identity} if identity else {}), **more}


SAME = [
    ("Patient/a", "Patient/a"),
    ("Patient/a", "Patient/a/"),
    ("Patient/a", "Patient/a/_history/3"),
    ("Patient/a", "https://one.example/fhir/Patient/a"),
    ("https://one.example/fhir/Patient/a", "https://one.example/fhir/Patient/a/_history/1"),
    ("urn:uuid:1", "urn:uuid:1"),
]
DIFFERENT = [
    ("Patient/a", "Patient/b"),
    ("urn:uuid:1", "urn:uuid:2"),
    ("https://one.example/fhir/Patient/a", "https://two.example/fhir/Patient/a"),
    ("https://one.example/fhir/Patient/a", "https://one.example/fhir/Patient/b"),
]


@pytest.mark.parametrize(("first", "second"), SAME)
def test_one_address_written_in_several_ways_is_one_person(first: str, second: str) -> None:
    assert _is_one(_two(_ref(first), _ref(second)))
    assert _is_one(_two(_ref(second), _ref(first)))


@pytest.mark.parametrize(("first", "second"), DIFFERENT)
def test_two_addresses_are_two_people(first: str, second: str) -> None:
    assert not _is_one(_two(_ref(first), _ref(second)))


def test_people_without_an_id_are_told_apart_by_full_url() -> None:
    people = [(f"urn:uuid:{n}", _patient()) for n in (1, 2)]
    assert not _is_one(_two(_ref("urn:uuid:1"), _ref("urn:uuid:2"), *people))
    assert _is_one(_two(_ref("urn:uuid:1"), _ref("urn:uuid:1"), people[0]))
    # A second person of whom nothing is said is a second person all the same.
    assert not _is_one(_two(_ref("urn:uuid:1"), _ref("urn:uuid:1"), *people))


def test_the_same_id_on_two_servers_is_two_people() -> None:
    servers = ("https://one.example/fhir", "https://two.example/fhir")
    entries = []
    for server, resource in zip(servers, (primary("left"), condition(BONE)), strict=True):
        entries.append((f"{server}/Patient/a", _patient("a")))
        entries.append((f"{server}/Condition/1", _of(resource, _ref("Patient/a"))))
    assert not _is_one(_bundle(*entries))
    assert _is_one(_bundle(entries[0], entries[1], (entries[1][0] + "2", entries[3][1])))


def test_contained_people_are_the_same_only_where_what_is_said_of_them_is() -> None:
    def of(name: str) -> Json:
        more = {"name": [{"family": name}]} if name else {}
        return {"contained": [{"resourceType": "Patient", "id": "p", **more}]}

    for first, second in product(("Adams", "Brown", ""), repeat=2):
        text = _bundle(
            ("", _of(primary("left"), _ref("#p"), **of(first))),
            ("", _of(condition(BONE), _ref("#p"), **of(second))),
        )
        assert _is_one(text) is (first == second != "")


@pytest.mark.parametrize(
    ("first", "second", "one"),
    [
        ({"display": "Ann A."}, {"display": "ann  a."}, True),
        ({"display": "Ann A."}, {"display": "Beth B."}, False),
        ({"display": "Ann A."}, {"reference": "Patient/a"}, False),
        ({"display": "Ann A."}, {"reference": "Patient/a", "display": "Ann A."}, True),
        (_named("s", "1"), _named("s", "1"), True),
        (_named("s", "1"), _named("t", "1"), False),
        (_named("s", "1"), _named("s", "2"), False),
    ],
)  # fmt: skip
def test_names_and_identifiers_tell_people_apart(first: Json, second: Json, one: bool) -> None:
    assert _is_one(_two(first, second)) is one


def test_an_identifier_of_the_person_is_the_person() -> None:
    known = {"system": "s", "value": "1"}
    person = ("urn:uuid:1", _patient(identifier=[known]))
    assert _is_one(_two(_ref("urn:uuid:1"), {"identifier": known}, person))
    assert not _is_one(
        _two(_ref("urn:uuid:1"), {"identifier": {"system": "s", "value": "2"}}, person)
    )


def test_what_nobody_reads_may_not_be_of_somebody_else_either() -> None:
    other = {"resourceType": "Procedure", "subject": _ref("Patient/b")}
    text = _two(_ref("Patient/a"), _ref("Patient/a"), ("urn:uuid:p", other))
    with pytest.raises(FhirError, match="more_than_one_person"):
        read_bundle(text)


def test_one_person_may_be_named_in_several_ways() -> None:
    person = ("urn:uuid:1", _patient("a"))
    subjects = ("urn:uuid:1", "https://x.org/Patient/a", "Patient/a")
    for first, second in product(subjects, repeat=2):
        assert _is_one(_two(_ref(first), _ref(second), person)), (first, second)
