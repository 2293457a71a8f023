"""Whatever a file holds, it is read or refused with a reason; a valid bundle never ends it."""

from __future__ import annotations

import json
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from decision_aid.content import load
from decision_aid.domain import PLACES, checked
from decision_aid.records.codes.icd10cm import icd10cm
from decision_aid.records.codes.snomed import BODY_SITES, CONDITIONS
from decision_aid.records.fhir import FhirError, Imported, label_of_ask, read_bundle
from tests.records.fhir_files import (
    ICD,
    LNC,
    NEGATIVE,
    POSITIVE,
    SCT,
    SIDES,
    bundle,
    concept,
    condition,
    observation,
    site,
)

REASONS = {
    "too_large", "not_json", "said_twice", "not_a_bundle", "invalid_fhir", "more_than_one_person",
}  # fmt: skip


def _reason(text: str) -> str:
    with pytest.raises(FhirError) as refused:
        read_bundle(text)
    return refused.value.reason


def _read_or_refused(text: str) -> Imported | None:
    try:
        return read_bundle(text)
    except FhirError as refused:
        return None if refused.reason in REASONS else pytest.fail(refused.reason)


def _holds_together(imported: Imported) -> None:
    """Hold what was read against what has always to be true of it."""
    content = load()
    checked(imported.answers)
    for part in imported.parts:
        assert set(part.candidates) <= set(PLACES)
        for ask in part.open:
            assert content.label(label_of_ask(ask))
        for text in (part.resource, part.text):
            assert text.isprintable()
            assert len(text) <= 200
    known = content.labels("fhir_contradiction")
    assert all(name in known or name in PLACES for name in imported.contradictions)


@pytest.mark.parametrize(
    ("text", "reason"),
    [
        ("", "not_json"),
        ("<Bundle/>", "not_json"),
        ("[NaN]", "not_json"),
        ("[" * 100_000, "not_json"),
        ("1" * 5_000, "not_json"),
        ('{"resourceType": "Bundle", "type": "a",\n"type": "a"}', "said_twice"),
        ('{"resourceType": "\\ud800"}', "not_json"),
        ("[]", "not_a_bundle"),
        ('{"resourceType": 5}', "not_a_bundle"),
        ('{"a": 1, "a": 2}', "said_twice"),
        ('{"resourceType": "Bundle", "type": "collection", "entry": {}}', "invalid_fhir"),
        (bundle(*[{"resourceType": "Procedure"}] * 2_001), "too_large"),
        (" " * 5_000_001, "too_large"),
    ],
)
def test_what_cannot_be_read_is_refused_with_its_reason(text: str, reason: str) -> None:
    assert _reason(text) == reason
    assert load().label(f"fhir_error.{reason}", where="")


def test_a_refusal_names_the_place() -> None:
    with pytest.raises(FhirError) as refused:
        read_bundle('{"resourceType": "Bundle", "entry": 5}')
    assert refused.value.where == "entry"
    with pytest.raises(FhirError) as refused:
        read_bundle('{"resourceType": "Bundle",\n"ty\u202epe": 1, "ty\u202epe": 1}')
    assert refused.value.where == r"2, ty\u202epe"


def test_a_byte_order_mark_is_passed_over() -> None:
    text = bundle(condition((SCT, "94222008")))
    assert read_bundle("\N{ZERO WIDTH NO-BREAK SPACE}" + text) == read_bundle(text)


@pytest.mark.parametrize(
    "strange",
    [
        {"resourceType": "Bundle", "type": "collection"},
        {"resourceType": "Bundle"},
        {"resourceType": "Patient"},
        {"resourceType": "Bundle", "type": "collection", "entry": [1]},
        {"resourceType": "Bundle", "type": "collection", "wrong": 1},
        {"resourceType": "Bundle", "type": "collection", "entry": [{"resource": {}}]},
        json.loads(bundle({"resourceType": "Condition"})),
        json.loads(bundle(condition((SCT, "94222008"), wrong=1))),
        json.loads(bundle(condition((SCT, "94222008"), code=5))),
        {"resourceType": "Bundle", "type": "searchset", "total": 0, "entry": []},
        {
            "resourceType": "Bundle",
            "type": "transaction",
            "entry": [{"request": {"method": "DELETE", "url": "Condition/1"}}],
        },
        json.loads(bundle({"resourceType": "MedicinalProduct", "of": "R4 only"})),
        json.loads(bundle({"resourceType": "Condition", "subject": {}})),
        json.loads(bundle(condition((SCT, "128462008"), bodySite=[{"text": "x\u202ey\n" * 90}]))),
        json.loads(bundle(condition((SCT, "1"), contained=[{"resourceType": "Medication"}]))),
        json.loads(bundle(condition((SCT, "\ud800")))),
    ],
)
def test_a_strange_but_valid_bundle_is_read(strange: dict[str, Any]) -> None:
    text = json.dumps(strange)
    imported = _read_or_refused(text)
    if "\\ud800" not in text:
        assert imported is not None
    if imported is not None:
        _holds_together(imported)


def test_half_a_bundle_is_refused() -> None:
    text = bundle(condition((SCT, "94222008")))
    for end in range(0, len(text), 7):
        assert _reason(text[:end]) == "not_json"


@given(st.text(max_size=60))
def test_no_text_gets_anything_but_a_refusal(text: str) -> None:
    _read_or_refused(text)


_STATUS = st.sampled_from(
    ["confirmed", "provisional", "refuted", "entered-in-error", "", "strange"]
)
_COURSE = st.sampled_from(["active", "recurrence", "remission", ""])
_SIDE = st.sampled_from(["", *SIDES])
_ICD = [
    "C50.911",
    "C50.912",
    "C50.012",
    "D05.10",
    "D05.12",
    "C77.0",
    "C77.3",
    "C78.1",
    "C79.2",
    "C79.81",
    "C79.51",
    "C80.0",
    "C34.1",
    "X",
]
_CODING = st.sampled_from([*((SCT, code) for code in CONDITIONS), *((ICD, code) for code in _ICD)])
_CONDITION = st.builds(
    lambda codings, sites, sure, course: condition(
        *codings, sites=tuple(sites), sure=sure, course=course
    ),
    st.lists(_CODING, max_size=2),
    st.lists(st.builds(site, st.sampled_from([*BODY_SITES, "1"]), _SIDE), max_size=2),
    _STATUS,
    _COURSE,
)
_OBSERVATION = st.builds(
    observation,
    st.sampled_from(["85337-4", "85339-0", "85319-2", "1-1"]),
    st.sampled_from([POSITIVE, NEGATIVE, None, concept((LNC, "?"))]),
    st.sampled_from(["final", "preliminary", "strange"]),
)


@given(st.lists(_CONDITION | _OBSERVATION, max_size=6))
def test_every_bundle_of_known_codes_holds_together(resources: list[dict[str, Any]]) -> None:
    imported = read_bundle(bundle(*resources))
    _holds_together(imported)
    assert len(imported.parts) == len(resources)


_LEAF = st.none() | st.booleans() | st.integers() | st.floats() | st.text(max_size=8)
_KEYS = st.sampled_from(
    [
        "resourceType",
        "id",
        "code",
        "coding",
        "system",
        "text",
        "bodySite",
        "extension",
        "url",
        "valueReference",
        "reference",
        "subject",
        "contained",
        "entry",
        "resource",
        "item",
        "linkId",
        "answer",
        "status",
        "meta",
        "x",
    ]
)


@given(
    st.sampled_from(["Condition", "Observation", "QuestionnaireResponse", "BodyStructure"]),
    st.recursive(
        _LEAF,
        lambda inner: st.lists(inner, max_size=3) | st.dictionaries(_KEYS, inner, max_size=4),
        max_leaves=12,
    ),
)
def test_no_json_in_a_bundle_gets_anything_but_a_reading_or_a_refusal(kind: str, data: Any) -> None:
    content = data if isinstance(data, dict) else {"code": data}
    good = {"resourceType": kind, "status": "final", "subject": {"reference": "Patient/a"}}
    for resource in (content | {"resourceType": kind}, {**content, **good}):
        imported = _read_or_refused(bundle(resource))
        if imported is not None:
            _holds_together(imported)


def test_every_code_that_is_read_leads_somewhere() -> None:
    for table in (CONDITIONS, BODY_SITES):
        for meaning in table.values():
            assert meaning.places or meaning.asks
    for code in _ICD[:-1]:
        assert icd10cm(code) is not None
