"""Every TNM category with every letter before it: never more than the category means."""

from __future__ import annotations

from itertools import product

import pytest

from decision_aid.domain import (
    PLACES,
    Answers,
    Certainty,
    Classification,
    Extent,
    Finding,
    Kind,
    PlaceId,
    assess,
)
from decision_aid.records.codes.tnm import CATEGORIES
from decision_aid.records.typed import Part, Reading, read_entry

BEFORE = ("", "c", "p", "yc", "yp", "r", "rc", "rp", "a", "ap", "m", "mp")
TUMORS = [name for name in CATEGORIES if name[0] == "T"]
NODES = [name for name in CATEGORIES if name[0] == "N"]
FAR = [name for name in CATEGORIES if name[0] == "M"]


def one(text: str) -> Part:
    reading = read_entry(text)
    assert reading.not_understood == ()
    assert len(reading.parts) == 1
    return reading.parts[0]


def result(reading: Reading) -> Classification:
    return assess(Answers(reading.findings, reading.side, reading.came_back)).result


def places(part: Part) -> set[str]:
    return {f.place for f in part.findings if f.certainty is Certainty.FOUND}


def test_the_brief_example() -> None:
    reading = read_entry("pT2 N3c M0 (i+)")
    assert [part.code for part in reading.parts] == ["pT2", "N3c", "M0(i+)"]
    assert [part.text for part in reading.parts] == ["pT2", "N3c", "M0 (i+)"]
    assert result(reading).extent is Extent.NEARBY
    assert reading.parts[2].findings == ()
    assert reading.parts[2].candidates == ("bone_marrow_cells", "blood_cells")


@pytest.mark.parametrize(("before", "name"), list(product(BEFORE, CATEGORIES)))
def test_every_category_is_read_with_every_letter(before: str, name: str) -> None:
    part = one(before + name)
    assert part.code == before + name
    assert part.text == before + name
    assert ("after_treatment" in part.open) == ("y" in before)


EXTENT_OF_T = {"T0": None, "TX": None, "Ti": Extent.IN_PLACE}


@pytest.mark.parametrize(("before", "name"), list(product(BEFORE, TUMORS)))
def test_a_tumor_reaches_no_farther_than_its_category(before: str, name: str) -> None:
    answer = result(read_entry(before + name))
    meant = EXTENT_OF_T.get(name[:2], Extent.BREAST)
    assert answer.extent in {meant, None}
    assert answer.metastatic is not True
    if name == "Tis(LCIS)":
        assert answer.kind in {Kind.NOT_CANCER, Kind.CANNOT_TELL}
    elif before in {"", "c", "p"} and meant and name != "Tis":
        assert answer.extent is meant


@pytest.mark.parametrize(("before", "name"), list(product(BEFORE, NODES)))
def test_nodes_alone_never_make_it_metastatic(before: str, name: str) -> None:
    answer = result(read_entry(before + name))
    assert answer.metastatic is not True
    assert answer.extent in {Extent.NEARBY, None}
    if name[1] in "0X":
        assert answer.kind is Kind.CANNOT_TELL
        assert answer.extent is None


@pytest.mark.parametrize(("before", "name"), list(product(BEFORE, NODES)))
def test_only_near_nodes_are_ever_meant(before: str, name: str) -> None:
    part = one(before + name)
    assert all(place.startswith("nodes_") for place in {*places(part), *part.candidates})
    assert {PLACES[PlaceId(place)].group for place in {*places(part), *part.candidates}} <= {
        "nearby_nodes"
    }


@pytest.mark.parametrize(("before", "name"), list(product(BEFORE, FAR)))
def test_far_spread_counts_wherever_it_is_and_asks_where(before: str, name: str) -> None:
    reading = read_entry(before + name)
    if name == "M1":
        assert "which_part" in reading.parts[0].open
        assert reading.findings == (Finding(PlaceId("other_far_organ"), detail="not_sure"),)
        assert result(reading).kind is Kind.METASTATIC
    else:
        assert reading.findings == ()
        assert result(reading).kind is Kind.CANNOT_TELL


@pytest.mark.parametrize("numbers", list(product(TUMORS, NODES, FAR)))
def test_run_together_reads_as_apart(numbers: tuple[str, str, str]) -> None:
    tumor, nodes, far = numbers
    together, apart = read_entry("".join(numbers)), read_entry(" ".join(numbers))
    assert together.not_understood == apart.not_understood == ()
    assert [p.code for p in together.parts] == [p.code for p in apart.parts] == list(numbers)
    assert together.findings == apart.findings
    assert (result(together).metastatic is True) is (far == "M1")
    assert tumor + nodes + far == "".join(part.text for part in together.parts)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("cN1", {"nodes_armpit"}),
        ("pN1mi", {"nodes_armpit"}),
        ("pN1a", {"nodes_armpit"}),
        ("pN1b", {"nodes_breastbone"}),
        ("pN1c", {"nodes_armpit", "nodes_breastbone"}),
        ("cN2a", {"nodes_armpit"}),
        ("pN2a", {"nodes_armpit"}),
        ("cN2b", {"nodes_breastbone"}),
        ("pN2b", {"nodes_breastbone"}),
        ("cN3a", {"nodes_below_collarbone"}),
        ("cN3b", {"nodes_armpit", "nodes_breastbone"}),
        ("pN3b", {"nodes_armpit", "nodes_breastbone"}),
        ("cN3c", {"nodes_above_collarbone"}),
        ("pN3c", {"nodes_above_collarbone"}),
        ("N3c", {"nodes_above_collarbone"}),
        ("N1a", {"nodes_armpit"}),
    ],
)
def test_nodes_that_are_named_without_doubt(text: str, expected: set[str]) -> None:
    assert places(one(text)) == expected


@pytest.mark.parametrize(
    "text", ["N1", "pN1", "N1b", "N1c", "N2", "cN2", "pN2", "N3", "cN3", "pN3", "N3a", "pN3a"]
)
def test_nodes_that_depend_on_how_they_were_found_are_nearby_and_asked(text: str) -> None:
    part = one(text)
    assert len(places(part)) == 1
    assert "which_nodes" in part.open
    assert part.candidates
    assert result(read_entry(text)).extent is Extent.NEARBY


@pytest.mark.parametrize("text", ["cN1a", "cN1b", "cN1c"])
def test_what_is_not_a_category_is_said(text: str) -> None:
    part = one(text)
    assert "which_nodes" in part.open
    assert part.meaning == "codes.not_a_category"


def test_nodes_above_the_collarbone_are_never_distant() -> None:
    for before in BEFORE:
        answer = result(read_entry(f"{before}T2 {before}N3c"))
        assert answer.metastatic is not True


def test_no_nodes_marks_the_armpit_only_where_somebody_looked() -> None:
    armpit = (Finding(PlaceId("nodes_armpit"), Certainty.NOT_FOUND),)
    assert one("pN0").findings == one("cN0").findings == one("pN0(sn)").findings == armpit
    assert one("N0").findings == one("ypN0").findings == one("NX").findings == ()


def test_nothing_far_away_marks_no_place() -> None:
    assert one("M0").findings == one("cM0").findings == ()
    assert one("pM0").meaning == "codes.m_0_p"


def test_stray_cells_are_no_spread() -> None:
    assert places(one("pN0(i+)")) == {"nodes_armpit_isolated_cells"}
    assert places(one("pN0 (i+) (sn)")) == {"nodes_armpit_isolated_cells"}
    assert one("pN0(mol+)").findings == ()


def test_what_is_gone_after_treatment_was_there_before() -> None:
    for text in ("ypT0", "ypTis(DCIS)", "ypN0", "ypN0(i+)"):
        assert one(text).findings == ()
    assert places(one("ypN1a")) == {"nodes_armpit"}
    assert places(one("ypT1c")) == {"breast_tissue"}


def test_a_recurrence_came_back_and_may_be_in_the_scar() -> None:
    reading = read_entry("rT2 N0 M0")
    assert reading.came_back is True
    assert reading.parts[0].findings == ()
    assert set(reading.parts[0].candidates) == {"breast_tissue", "scar_or_chest_skin"}
    assert read_entry("T2").came_back is None


@pytest.mark.parametrize("text", ["pT2(m)", "pT2 (3)"])
def test_several_tumors_are_several_spots(text: str) -> None:
    assert places(one(text)) == {"breast_tissue", "several_spots"}
    assert result(read_entry(text)).kind is Kind.INVASIVE
    assert result(read_entry("pTis(DCIS)(m)")).kind is Kind.IN_SITU


def test_letters_of_a_run_together_group_stand_for_its_nodes() -> None:
    assert [part.code for part in read_entry("pT1cN1aM0").parts] == ["pT1c", "pN1a", "M0"]
    assert [part.code for part in read_entry("ypT0N0M0").parts] == ["ypT0", "ypN0", "yM0"]
    assert [part.code for part in read_entry("cT2cN0cM0").parts] == ["cT2", "cN0", "cM0"]


@pytest.mark.parametrize("text", ["pT2pN1cM0", "pT2N3cM0"])
def test_a_letter_that_may_belong_to_what_follows_is_not_used(text: str) -> None:
    nodes = read_entry(text).parts[1]
    assert places(nodes) == {"nodes_armpit"}
    assert "which_nodes" in nodes.open


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("PT2", "pT2"),
        ("pt1C", "pT1c"),
        ("PN3C", "pN3c"),
        ("pNO", "pN0"),
        ("cTX", "cTX"),
        ("ptis(dcis)", "pTis(DCIS)"),
        ("pT1(mi)", "pT1mi"),
        ("T1mic", "T1mi"),
        ("pN1(mi)", "pN1mi"),
        ("pN1a(2/15 sn)", "pN1a(2/15sn)"),
        ("M0 (I+)", "M0(i+)"),
        ("pN0(i−)", "pN0(i-)"),
        ("cN1(f)", "cN1(f)"),
    ],
)
def test_other_spellings(text: str, code: str) -> None:
    assert one(text).code == code


@pytest.mark.parametrize(
    "text",
    [
        "Pn1",
        "Pn0",
        "PnX",
        "T2/3",
        "N0-1",
        "T1-2",
        "RT2",
        "NO",
        "MO",
        "T5",
        "N4",
        "T2x",
        "T1-weighted",
        "T2 hyperintense",
        "T4 vertebra",
        "vertebra T4",
        "MRI T2",
        "bone mets L3 and T4",
        "T4, L2",
        "L1 V0",
    ],
)
def test_what_only_looks_like_a_category_is_not_read_as_one(text: str) -> None:
    reading = read_entry(text)
    assert "breast_tissue" not in {f.place for f in reading.findings}
    assert not any(part.meaning.startswith("codes.") for part in reading.parts)
    assert "".join((*(p.text for p in reading.parts), *reading.not_understood))


def test_a_vertebra_with_spread_is_bone() -> None:
    for text in ("bone mets L3 and T4", "mets to T4", "metastatic lesion T4 vertebral body"):
        assert {f.place for f in read_entry(text).findings} == {"bone"}


@pytest.mark.parametrize(
    ("stage", "kind"),
    [
        ("STAGE 0", Kind.IN_SITU),
        ("stage 1", Kind.INVASIVE),
        ("Stage: IIA", Kind.INVASIVE),
        ("Stage IIIC", Kind.INVASIVE),
        ("stage iv", Kind.METASTATIC),
        ("stage 4", Kind.METASTATIC),
    ],
)
def test_a_stage_says_no_more_than_it_means(stage: str, kind: Kind) -> None:
    assert result(read_entry(stage)).kind is kind
    if kind is Kind.INVASIVE:
        assert places(one(stage)) == {"breast_tissue"}


@pytest.mark.parametrize(
    ("text", "contradiction"),
    [
        ("M0 C79.51", "m0_with_distant"),
        ("M0 C79.9", "m0_with_distant"),
        ("M0(i+) C78.7", "m0_with_distant"),
        ("cM0 pM1", "m0_with_m1"),
        ("pN0 C77.3", "n0_with_nodes"),
        ("pN0 pN1a", "n0_with_nodes"),
        ("cN1 pN0", "n0_with_nodes"),
        ("pT0 C50.412", "t0_with_tumor"),
        ("pTis(DCIS) C50.412", "tis_with_invasive"),
        ("pT1c pT2", "two_t_categories"),
        ("pN1a pN2a", "two_n_categories"),
    ],
)
def test_contradictions_are_named(text: str, contradiction: str) -> None:
    assert contradiction in read_entry(text).contradictions


@pytest.mark.parametrize(
    "text",
    [
        "cT2 cN0 cM0 pT1c pN1a",
        "cTis(DCIS) pT1a",
        "cN1 ypN0",
        "cN0 ypN1a",
        "pN1 pN1a",
        "T2 N1 M0 C50.412",
        "pN0 C77.2 M1",
        "M0 C77.0",
        "pT2 M1 C79.51",
    ],
)
def test_what_goes_together_is_no_contradiction(text: str) -> None:
    assert read_entry(text).contradictions == ()


def test_found_stays_found_where_another_entry_says_not_found() -> None:
    reading = read_entry("cN0 pN1a")
    assert reading.findings == (Finding(PlaceId("nodes_armpit")),)
