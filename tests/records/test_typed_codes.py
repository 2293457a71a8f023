"""Every ICD-10-CM code of the tables: what it becomes, and what it never becomes."""

from __future__ import annotations

import pytest

from decision_aid.domain import (
    PLACES,
    Answers,
    Certainty,
    Classification,
    CountsAs,
    Kind,
    Side,
    assess,
)
from decision_aid.records.codes.icd10cm import CODES, spelled
from decision_aid.records.typed import Part, Reading, read_entry


def one(text: str) -> Part:
    reading = read_entry(text)
    assert reading.not_understood == ()
    assert len(reading.parts) == 1
    return reading.parts[0]


def result(reading: Reading) -> Classification:
    return assess(Answers(reading.findings, reading.side, reading.came_back)).result


def found_in(text: str) -> set[str]:
    return {f.place for f in read_entry(text).findings if f.certainty is Certainty.FOUND}


@pytest.mark.parametrize("code", CODES)
def test_every_code_is_read_with_and_without_dot_in_any_case(code: str) -> None:
    dotted = one(spelled(code))
    assert dotted.code == spelled(code)
    dash = ".-" if len(code) == 3 else "-"
    for written in (code, code.lower(), spelled(code).lower(), spelled(code) + dash):
        assert one(written)._replace(text="") == dotted._replace(text="")


KIND_BY_FAMILY = {
    # What a code of a family may make of a case, all by itself.
    "C50": {Kind.INVASIVE, Kind.CANNOT_TELL},
    "D050": {Kind.NOT_CANCER},
    "D051": {Kind.IN_SITU},
    "D05": {Kind.CANNOT_TELL},
    "C77": {Kind.CANNOT_TELL, Kind.METASTATIC},
    "C78": {Kind.METASTATIC, Kind.CANNOT_TELL},
    "C79": {Kind.METASTATIC, Kind.CANNOT_TELL},
    "C80": {Kind.CANNOT_TELL},
    "Z": {Kind.CANNOT_TELL},
}


@pytest.mark.parametrize("code", CODES)
def test_a_code_alone_makes_no_more_of_a_case_than_its_family_means(code: str) -> None:
    family = max((f for f in KIND_BY_FAMILY if code.startswith(f)), key=len)
    assert result(read_entry(spelled(code))).kind in KIND_BY_FAMILY[family]


@pytest.mark.parametrize("code", CODES)
def test_a_code_that_may_mean_several_places_is_none_of_them(code: str) -> None:
    part = one(spelled(code))
    meanings = {PLACES[place].counts_as for place in part.candidates}
    if len(meanings) > 1:
        assert part.findings == ()
    if part.candidates or not (part.findings or code.startswith("Z")):
        assert part.open


def test_the_digits_of_c50_are_place_then_sex_then_side() -> None:
    for site in "012345689":
        for sex in "12":
            sides = [one(f"C50.{site}{sex}{digit}").side for digit in "129"]
            assert sides == [Side.RIGHT, Side.LEFT, None]
            assert "which_side" in one(f"C50.{site}{sex}9").open
    assert one("C50.011").side is Side.RIGHT


def test_the_last_digit_of_d05_is_the_side() -> None:
    for kind in "0189":
        assert [one(f"D05.{kind}{digit}").side for digit in "012"] == [None, Side.RIGHT, Side.LEFT]


def test_a_cancer_of_the_nipple_may_be_in_place_only() -> None:
    part = one("C50.012")
    assert part.findings == ()
    assert set(part.candidates) == {"breast_tissue", "nipple_paget"}
    assert "paget_or_invasive" in part.open


def test_neck_code_never_decides_between_collarbone_and_neck() -> None:
    part = one("C77.0")
    assert part.findings == ()
    assert {"nodes_above_collarbone", "nodes_neck"} <= set(part.candidates)
    assert result(read_entry("C50.412 C77.0")).metastatic is False


@pytest.mark.parametrize(
    ("code", "candidates"),
    [
        ("C77.1", {"nodes_breastbone", "nodes_chest_center"}),
        ("C77.3", {"nodes_armpit", "nodes_other_armpit"}),
        ("C79.2", {"breast_skin", "skin_far"}),
        ("C79.81", {"other_breast", "spread_from_elsewhere"}),
    ],
)
def test_codes_near_or_far_stay_open(code: str, candidates: set[str]) -> None:
    part = one(code)
    assert part.findings == ()
    assert part.open
    assert candidates <= set(part.candidates)


@pytest.mark.parametrize(
    ("code", "place"),
    [
        ("C78.01", "lung"),
        ("C78.2", "pleura"),
        ("C78.7", "liver"),
        ("C79.31", "brain"),
        ("C79.32", "brain_lining"),
        ("C79.51", "bone"),
        ("C79.52", "bone_marrow"),
        ("C79.61", "ovary"),
        ("C79.72", "adrenal"),
        ("C77.4", "nodes_belly_or_groin"),
    ],
)
def test_a_code_of_one_far_place_is_that_place(code: str, place: str) -> None:
    assert found_in(code) == {place}
    assert result(read_entry(code)).kind is Kind.METASTATIC


@pytest.mark.parametrize("code", ["C78", "C78.3", "C79", "C79.5", "C79.89", "C79.9", "C77.9"])
def test_spread_without_a_place_never_classifies_by_itself(code: str) -> None:
    assert result(read_entry(code)).kind is Kind.CANNOT_TELL


def test_two_breasts_only_where_both_are_coded() -> None:
    assert read_entry("C50.411 C50.419").side is Side.RIGHT
    both = read_entry("C50.411, D05.12")
    assert both.side is Side.BOTH
    kinds = {side: one_side.kind for side, one_side in result(both).sides.items()}
    assert kinds == {Side.RIGHT: Kind.INVASIVE, Side.LEFT: Kind.IN_SITU}


def test_with_both_breasts_a_node_needs_its_side_from_a_person() -> None:
    part = read_entry("C50.411 C50.412 pN1a").parts[-1]
    assert [(f.place, f.certainty) for f in part.findings] == [("nodes_armpit", "unknown")]
    assert part.open == ("which_side",)


def test_a_history_of_breast_cancer_says_nothing_of_now() -> None:
    reading = read_entry("Z85.3")
    assert reading.came_back is None
    assert reading.findings == ()
    assert reading.parts[0].open == ("came_back_or_not",)


def test_codes_come_apart_at_commas_semicolons_spaces_and_lines() -> None:
    reading = read_entry("c50.412;C773,C79.51 c787\nD05.11\tZ17.0")
    codes = [part.code for part in reading.parts]
    assert codes == ["C50.412", "C77.3", "C79.51", "C78.7", "D05.11", "Z17.0"]
    assert reading.not_understood == ()


def test_a_description_goes_with_its_code_and_the_next_code_is_read() -> None:
    text = (
        "C79.51 Secondary malignant neoplasm of bone C78.7 Secondary malignant neoplasm of "
        "liver and intrahepatic bile duct\nC50.412 - Malignant neoplasm of upper-outer quadrant "
        "of left female breast (HCC)"
    )
    reading = read_entry(text)
    assert [part.code for part in reading.parts] == ["C79.51", "C78.7", "C50.412"]
    assert reading.not_understood == ()
    assert reading.parts[0].text == "C79.51 Secondary malignant neoplasm of bone"
    assert reading.contradictions == ()


OFFICIAL = {
    "C50.611": "Malignant neoplasm of axillary tail of right female breast",
    "C50.A2": "Malignant inflammatory neoplasm of left breast",
    "C77.0": "Secondary and unspecified malignant neoplasm of lymph nodes of head, face and neck",
    "C77.1": "Secondary and unspecified malignant neoplasm of intrathoracic lymph nodes",
    "C77.2": "Secondary and unspecified malignant neoplasm of intra-abdominal lymph nodes",
    "C77.3": "Secondary and unspecified malignant neoplasm of axilla and upper limb lymph nodes",
    "C77.4": "Secondary and unspecified malignant neoplasm of inguinal and lower limb lymph nodes",
    "C77.5": "Secondary and unspecified malignant neoplasm of intrapelvic lymph nodes",
    "C77.8": "Secondary and unspecified malignant neoplasm of lymph nodes of multiple regions",
    "C77.9": "Secondary and unspecified malignant neoplasm of lymph node, unspecified",
    "C78.01": "Secondary malignant neoplasm of right lung",
    "C78.1": "Secondary malignant neoplasm of mediastinum",
    "C78.2": "Secondary malignant neoplasm of pleura",
    "C78.39": "Secondary malignant neoplasm of other respiratory organs",
    "C78.4": "Secondary malignant neoplasm of small intestine",
    "C78.5": "Secondary malignant neoplasm of large intestine and rectum",
    "C78.6": "Secondary malignant neoplasm of retroperitoneum and peritoneum",
    "C78.89": "Secondary malignant neoplasm of other digestive organs",
    "C79.02": "Secondary malignant neoplasm of left kidney and renal pelvis",
    "C79.11": "Secondary malignant neoplasm of bladder",
    "C79.19": "Secondary malignant neoplasm of other urinary organs",
    "C79.2": "Secondary malignant neoplasm of skin",
    "C79.31": "Secondary malignant neoplasm of brain",
    "C79.32": "Secondary malignant neoplasm of cerebral meninges",
    "C79.49": "Secondary malignant neoplasm of other parts of nervous system",
    "C79.52": "Secondary malignant neoplasm of bone marrow",
    "C79.61": "Secondary malignant neoplasm of right ovary",
    "C79.71": "Secondary malignant neoplasm of right adrenal gland",
    "C79.81": "Secondary malignant neoplasm of breast",
    "C79.82": "Secondary malignant neoplasm of genital organs",
    "C79.89": "Secondary malignant neoplasm of other specified sites",
    "C79.9": "Secondary malignant neoplasm of unspecified site",
    "D05.01": "Lobular carcinoma in situ of right breast",
    "D05.12": "Intraductal carcinoma in situ of left breast",
    "Z15.01": "Genetic susceptibility to malignant neoplasm of breast",
    "Z17.0": "Estrogen receptor positive status [ER+]",
    "Z85.3": "Personal history of malignant neoplasm of breast",
}


@pytest.mark.parametrize("code", OFFICIAL)
def test_the_official_name_of_a_code_changes_nothing(code: str) -> None:
    alone, named = read_entry(code), read_entry(f"{code} {OFFICIAL[code]}")
    assert named.not_understood in {(), ("]",)}
    assert named.findings == alone.findings
    assert named.biology == alone.biology
    assert named.contradictions == ()
    assert [part.open for part in named.parts[:1]] == [part.open for part in alone.parts]


def test_words_of_another_place_behind_a_code_are_not_swallowed() -> None:
    reading = read_entry("C50.412 breast cancer, spread to the liver")
    assert {f.place for f in reading.findings} == {"breast_tissue", "liver"}
    other = read_entry("C77.3 supraclavicular nodes")
    assert "supraclavicular nodes" in {part.text for part in other.parts}
    assert "found_or_not" in other.parts[-1].open


def test_a_description_of_the_other_side_is_named_and_no_side_is_taken() -> None:
    reading = read_entry("C50.412 Malignant neoplasm of right breast")
    assert reading.contradictions == ("side_differs",)
    assert reading.side is None
    assert "which_side" in reading.parts[0].open


def test_codes_for_a_woman_and_a_man_are_named() -> None:
    assert read_entry("C50.411 C50.421").contradictions == ("sex_differs",)


def test_other_codes_are_given_back() -> None:
    reading = read_entry("I10, E11.9; C50.412; C44.501 C50.7 C79.64")
    assert reading.not_understood == ("I10", "E11.9", "C50.7 C79.64")
    assert [part.text for part in reading.parts] == ["C50.412", "C44.501"]
    assert reading.parts[1].meaning == "reading.other_cancer"


def test_every_distant_candidate_list_really_is_distant_for_the_organs() -> None:
    for code in ("C781", "C783", "C786", "C788", "C793", "C794", "C795"):
        places = CODES[code].candidates
        assert {PLACES[place].counts_as for place in places} == {CountsAs.DISTANT}
