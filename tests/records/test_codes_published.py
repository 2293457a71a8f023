"""Every code of the one table against the published text, and every published code in the table."""

from __future__ import annotations

import re

import pytest
import simple_icd_10_cm as published

from decision_aid.domain import PLACES, TumorType
from decision_aid.domain.biology import Grade
from decision_aid.records.codes import icdo3, loinc, snomed, snomed_staging, tnm
from decision_aid.records.codes.icd10cm import CODES, NOT_PLACED, icd10cm, spelled
from decision_aid.records.codes.meaning import CodeMeaning, Subject
from tests.records.code_rules import disagreements
from tests.records.other_code_rules import (
    of_condition,
    of_morphology,
    of_site,
    of_topography,
    verhoeff,
)

FAMILIES = ("C50", "C77", "C78", "C79", "C80", "D05", "Z15.0", "Z17", "Z85.3", "Z86.000")


@pytest.mark.parametrize("code", CODES)
def test_every_code_exists_and_means_what_its_words_say(code: str) -> None:
    assert published.is_valid_item(spelled(code))
    assert list(disagreements(code, CODES[code])) == []


def test_every_published_code_is_known_or_named_as_not_placed() -> None:
    listed = {
        code.replace(".", "")
        for family in FAMILIES
        for code in (family, *published.get_descendants(family))
    }
    assert listed - set(CODES) - set(NOT_PLACED) == {"C80"}
    assert set(NOT_PLACED) <= listed
    assert not set(NOT_PLACED) & set(CODES)


@pytest.mark.parametrize(
    ("code", "known"),
    [
        ("C34.1", True),
        ("C80.1", True),
        ("C7B.02", True),
        ("C50.7", False),
        ("I10", False),
        ("C79.64", False),
    ],
)
def test_a_cancer_of_another_part_is_told_from_a_code_that_does_not_exist(
    code: str, known: bool
) -> None:
    meaning = icd10cm(code)
    assert (meaning is not None and meaning.subject is Subject.OTHER_CANCER) is known
    assert meaning is None or meaning.places == ()


@pytest.mark.parametrize("code", icdo3.TOPOGRAPHY)
def test_every_topography_is_the_part_that_its_number_names(code: str) -> None:
    assert list(of_topography(code, icdo3.TOPOGRAPHY[code])) == []


@pytest.mark.parametrize("code", icdo3.MORPHOLOGY)
def test_every_morphology_agrees_with_its_behavior_and_its_group(code: str) -> None:
    assert list(of_morphology(code, icdo3.MORPHOLOGY[code])) == []


@pytest.mark.parametrize("code", snomed.BODY_SITES)
def test_every_body_site_is_the_part_that_icd_o_3_numbers(code: str) -> None:
    assert list(of_site(code, snomed.BODY_SITES[code])) == []


@pytest.mark.parametrize("code", snomed.CONDITIONS)
def test_every_condition_means_what_its_code_of_icd_10_cm_means(code: str) -> None:
    assert list(of_condition(code, snomed.CONDITIONS[code])) == []


SNOMED_NUMBERS = [
    number
    for table in (
        snomed.CONDITIONS, snomed.BODY_SITES, snomed.SIDES, snomed.RESULTS, snomed.GRADES,
        dict.fromkeys(snomed.GRADE_TESTS), snomed_staging.CATEGORIES, snomed_staging.STAGES,
        snomed_staging.OBSERVED,
    )
    for number in table
]  # fmt: skip


def test_every_number_of_snomed_ct_has_its_check_digit() -> None:
    assert [number for number in SNOMED_NUMBERS if not verhoeff(number)] == []
    assert len(set(SNOMED_NUMBERS)) == len(SNOMED_NUMBERS)


def test_every_test_of_loinc_has_its_check_digit() -> None:
    numbers = {
        *loinc.RECEPTOR_TESTS, *loinc.OBSERVED, *loinc.GRADE_TESTS, *loinc.HISTOLOGY_TESTS,
        *loinc.DUCTS_TESTS, *loinc.POSITIVE_NODES,
    }  # fmt: skip
    for number in numbers:
        digits = [int(sign) for sign in re.sub(r"\D", "", number)]
        doubled = [d if n % 2 == 0 else sum(divmod(2 * d, 10)) for n, d in enumerate(digits[::-1])]
        assert sum(doubled) % 10 == 0, number


def test_the_numbers_of_staging_rise_with_the_category() -> None:
    order = list(tnm.CATEGORIES)
    for before in ("c", "p", "yp"):
        for letter in "TNM":
            listed = [
                (int(code), order.index(name))
                for code, (letters, name) in snomed_staging.CATEGORIES.items()
                if letters == before and name[0] == letter
            ]
            assert [place for _, place in sorted(listed)] == sorted(p for _, p in listed)
    stages = [snomed_staging.STAGES[code] for code in sorted(snomed_staging.STAGES, key=int)]
    assert stages == sorted(
        stages,
        key=("0", "I", "IA", "IB", "II", "IIA", "IIB", "III", "IIIA", "IIIB", "IIIC", "IV").index,
    )


def test_categories_and_stages_of_snomed_ct_are_those_that_the_table_knows() -> None:
    for _, name in snomed_staging.CATEGORIES.values():
        assert name in tnm.CATEGORIES
    assert set(snomed_staging.STAGES.values()) <= set(tnm.STAGES)


def test_grades_rise_with_their_numbers_in_loinc() -> None:
    assert [loinc.GRADES[code] for code in sorted(loinc.GRADES)] == [
        Grade.ONE, Grade.TWO, Grade.THREE,
    ]  # fmt: skip


def test_only_places_of_the_register_are_named() -> None:
    tables: list[dict[str, CodeMeaning]] = [
        CODES, icdo3.MORPHOLOGY, icdo3.TOPOGRAPHY, snomed.BODY_SITES, snomed.CONDITIONS,
    ]  # fmt: skip
    for table in tables:
        for meaning in table.values():
            assert set(meaning.places) <= set(PLACES)
            assert isinstance(meaning.biology.type, TumorType)
