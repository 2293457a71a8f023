"""Staging, grade, kind of tissue and node counts, in the codes that mCODE uses."""

from __future__ import annotations

import pytest

from decision_aid.domain import Certainty, Finding, Kind, PlaceId, Side, TumorType, assess
from decision_aid.domain.biology import Grade
from decision_aid.records.codes import loinc, snomed, snomed_staging, tnm
from decision_aid.records.fhir import Imported, read_bundle
from tests.records.fhir_files import (
    LNC,
    SCT,
    Json,
    bundle,
    concept,
    condition,
    observation,
    primary,
)

ICD_O = "http://terminology.hl7.org/CodeSystem/icd-o-3"
AJCC = "http://cancerstaging.org"
TESTS = {(letters, letter): code for code, (letters, letter) in snomed_staging.OBSERVED.items()}


def _observed(letters: str, letter: str, value: Json) -> Json:
    resource = observation("0-0", value)
    return resource | {"code": concept((SCT, TESTS[(letters[-1:], letter)]))}


def _beside(*resources: Json, side: str = "left", **more: object) -> Imported:
    return read_bundle(bundle(primary(side, id="tumor", **more), *resources))


@pytest.mark.parametrize("code", snomed_staging.CATEGORIES)
def test_every_category_means_what_it_means_when_it_is_typed(code: str) -> None:
    letters, name = snomed_staging.CATEGORIES[code]
    imported = _beside(_observed(letters, name[0], concept((SCT, code))))
    meaning = tnm.with_letters(name, letters)
    part = imported.parts[1]
    assert part.findings == meaning.found
    assert part.candidates == meaning.candidates
    assert set(part.open) == set(meaning.asks)
    if name == "M1":
        assert assess(imported.answers).result.metastatic is True


@pytest.mark.parametrize("code", snomed_staging.STAGES)
def test_a_stage_says_no_more_of_places_than_it_means(code: str) -> None:
    name = snomed_staging.STAGES[code]
    imported = _beside(_observed("c", "stage", concept((SCT, code))))
    assert assess(imported.answers).result.metastatic is (name == "IV")
    assert bool(imported.parts[1].candidates) is (name in {"0", "IIIC"})
    own = read_bundle(bundle(primary("left", stage=[{"summary": concept((SCT, code))}])))
    assert assess(own.answers).result.kind is (Kind.METASTATIC if name == "IV" else Kind.INVASIVE)


@pytest.mark.parametrize(
    ("letters", "letter", "value", "found"),
    [
        ("c", "T", concept((AJCC, "cT4d")), {"inflammatory"}),
        ("p", "N", {"text": "pN1a"}, {"nodes_armpit"}),
        ("", "M", {"text": "M1"}, {"other_far_organ"}),
        ("c", "stage", {"text": "Stage 4"}, {"other_far_organ"}),
        ("c", "stage", concept((AJCC, "4")), {"other_far_organ"}),
    ],
)
def test_what_is_written_out_is_read(
    letters: str, letter: str, value: Json, found: set[str]
) -> None:
    part = _beside(_observed(letters, letter, value)).parts[1]
    assert {finding.place for finding in part.findings} == found


@pytest.mark.parametrize(
    ("letters", "letter", "value"),
    [
        ("c", "T", concept((SCT, "1"))),
        ("c", "T", concept((SCT, "1229967007"))),
        ("p", "T", concept((SCT, "1228938002"))),
        ("c", "N", {"text": "N9"}),
        ("c", "stage", {"text": "limited"}),
        ("c", "T", concept((SCT, "1228938002"), (SCT, "1228929004"))),
    ],
)
def test_a_category_that_is_not_clear_is_asked(letters: str, letter: str, value: Json) -> None:
    part = _beside(_observed(letters, letter, value)).parts[1]
    assert (part.findings, part.candidates) == ((), ())
    assert part.open == ("stage_unclear",)


def test_a_value_that_is_said_to_be_absent_says_nothing() -> None:
    absent = "http://terminology.hl7.org/CodeSystem/data-absent-reason"
    part = _beside(_observed("p", "M", concept((absent, "not-applicable")))).parts[1]
    assert (part.findings, part.candidates, part.open) == ((), (), ())


def test_the_laboratory_replaces_what_examination_had_not_seen() -> None:
    examined = _observed("c", "N", concept((SCT, "1229967007")))
    found = _observed("p", "N", concept((SCT, "1229954009")))
    for order in ((examined, found), (found, examined)):
        imported = _beside(*order)
        assert Finding(PlaceId("nodes_armpit")) in imported.answers.findings
        assert imported.contradictions == ()
    seen_before = _observed("c", "N", concept((SCT, "1229973008")))
    none_now = _observed("p", "N", concept((SCT, "1229947003")))
    assert _beside(seen_before, none_now).contradictions == ("nodes_armpit",)


def test_with_a_far_place_named_somewhere_far_adds_nothing() -> None:
    spread = _observed("c", "M", concept((SCT, "1229903009")))
    bone = condition((SCT, "94222008"))
    places = {f.place for f in _beside(spread, bone).answers.findings}
    assert places == {"breast_tissue", "bone"}


@pytest.mark.parametrize(
    ("code", "system", "grades"),
    [("44648-4", LNC, loinc.GRADES), ("44648-4", LNC, snomed.GRADES)],
)
def test_grades_are_read(code: str, system: str, grades: dict[str, Grade]) -> None:
    for value, grade in grades.items():
        where = LNC if value.startswith("LA") else SCT
        imported = _beside(observation(code, concept((where, value))))
        assert imported.answers.biology.grade is grade
    assert _beside(observation(code, concept((system, "x")))).answers.biology.grade is Grade.UNKNOWN


@pytest.mark.parametrize(
    ("code", "places", "kind"),
    [
        ("8500/3", {"breast_tissue"}, TumorType.DUCTAL),
        ("8520/3", {"breast_tissue"}, TumorType.LOBULAR),
        ("8500/2", {"breast_tissue", "ducts_only"}, TumorType.UNKNOWN),
        ("8530/3", {"breast_tissue", "inflammatory"}, TumorType.UNKNOWN),
        ("8046/1", {"breast_tissue"}, TumorType.UNKNOWN),
    ],
)
def test_the_kind_of_tissue_is_read_with_its_behavior(
    code: str, places: set[str], kind: TumorType
) -> None:
    imported = _beside(observation("31206-6", concept((ICD_O, code))))
    assert {f.place for f in imported.answers.findings} == places
    assert imported.answers.biology.type is kind


def test_counts_of_lymph_nodes_are_read() -> None:
    for number, found in ((0, Certainty.NOT_FOUND), (2, None), (-1, None)):
        part = _beside(observation("92832-5", None, valueInteger=number)).parts[1]
        assert tuple(f.certainty for f in part.findings) == ((found,) if found else ())
        assert bool(part.open) is (found is None)
    assert _beside(observation("92832-5", None)).parts[1].open == ("result_unclear",)


def test_staging_of_one_of_two_breasts_goes_to_that_breast() -> None:
    staged = _observed("p", "N", concept((SCT, "1229954009")))
    right = primary("right", id="right")
    open_ = read_bundle(bundle(primary("left", id="left"), right, staged))
    assert open_.parts[2].findings == ()
    assert open_.parts[2].open == ("result_of_which_breast",)
    of_right = staged | {"focus": [{"reference": "Condition/right"}]}
    read = read_bundle(bundle(primary("left", id="left"), right, of_right))
    assert Finding(PlaceId("nodes_armpit"), side=Side.RIGHT) in read.answers.findings


def test_a_record_that_is_past_gives_no_finding_of_now() -> None:
    staged = _observed("c", "T", concept((SCT, "1228938002")))
    ended: tuple[Json, ...] = (
        {"abatementDateTime": "2019"},
        {"abatementString": "x"},
        {"_abatementAge": {}},
    )
    called = [{"course": course} for course in ("remission", "resolved", "inactive")]
    for past in (*called, *({"course": ""} | end for end in ended)):
        imported = _beside(staged, **past)
        assert imported.answers.findings == ()
        assert "recorded_as_past" in imported.parts[0].open
        assert imported.parts[0].candidates == ("breast_tissue",)


def test_an_old_cancer_of_one_breast_is_not_there_now() -> None:
    old, new = primary("left", id="old", course="resolved"), primary("right", id="new")
    imported = read_bundle(bundle(old, new))
    assert imported.answers.side is Side.RIGHT
    assert imported.answers.findings == (Finding(PlaceId("breast_tissue")),)
