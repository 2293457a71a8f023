"""A place that is added to the register must stand in every table of records, or be named there."""

from __future__ import annotations

from collections.abc import Mapping

import pytest

from decision_aid.content import load
from decision_aid.domain import PLACES, Answers, Finding, PlaceId
from decision_aid.records.codes import icd10cm, icdo3, snomed, tnm
from decision_aid.records.codes.meaning import CodeMeaning
from decision_aid.records.fhir import questionnaire_response, read_bundle
from decision_aid.records.typed import matching_places

WITHOUT_A_CODE = {
    "breast_lymph_vessels": "no code of diagnosis says it; it stands in the words of a report",
    "breast_muscle": "in TNM it is no category of its own",
}
"""Places that no code names, and why."""


def _named_by_codes() -> set[str]:
    meanings: list[CodeMeaning] = [
        *icd10cm.CODES.values(),
        *icdo3.MORPHOLOGY.values(),
        *icdo3.TOPOGRAPHY.values(),
        *snomed.CONDITIONS.values(),
        *snomed.BODY_SITES.values(),
        *(tnm.with_letters(name, before) for name in tnm.CATEGORIES for before in ("c", "p", "")),
        tnm.with_letters("T2", many=True),
    ]
    # A tumor of the breast that is no carcinoma has a number of its own in every group.
    groups = [icdo3.morphology(code) for code in ("9020/3", "8800/3", "9680/3")]
    meanings += [group for group in groups if group is not None]
    return {place for meaning in meanings for place in meaning.places}


def _names() -> Mapping[PlaceId, tuple[str, ...]]:
    content, names = load(), {}
    everyday = content.labels("everyday_names")
    for place in PLACES:
        try:
            words = content.place(place)
        except KeyError:
            # A test of its own names it, with each table in which it is missing.
            continue
        more = everyday.get(place, "").split("; ")
        names[place] = tuple(name for name in (words.label, words.medical_term, *more) if name)
    return names


def lacking(place: PlaceId, names: Mapping[PlaceId, tuple[str, ...]], coded: set[str]) -> list[str]:
    """Return the tables of records in which a place is missing."""
    tables = []
    if not names.get(place) or matching_places(names[place][0], names)[:1] != (place,):
        tables.append("the words by which it is typed (places.toml, everyday_names)")
    if place not in coded and place not in WITHOUT_A_CODE:
        tables.append("the codes that come in (records/codes), or WITHOUT_A_CODE with a reason")
    try:
        written = questionnaire_response(Answers((Finding(place),)), authored=None)
    except KeyError:
        tables.append("what goes out (records/fhir/exporting)")
        return tables
    if read_bundle(written).answers.findings != (Finding(place),):
        tables.append("what comes back in (records/fhir/own_response)")
    return tables


NAMES, CODED = _names(), _named_by_codes()


@pytest.mark.parametrize("place", PLACES)
def test_a_place_stands_in_every_table_of_records(place: PlaceId) -> None:
    assert lacking(place, NAMES, CODED) == []


def test_a_place_that_is_missing_everywhere_is_named_with_each_table() -> None:
    missing = lacking(PlaceId("left_ear"), NAMES, CODED)
    assert [table.split(" (")[0] for table in missing] == [
        "the words by which it is typed",
        "the codes that come in",
        "what goes out",
    ]


def test_only_places_without_a_code_are_named_as_such() -> None:
    assert set(WITHOUT_A_CODE) <= set(PLACES)
    assert not CODED & set(WITHOUT_A_CODE)
