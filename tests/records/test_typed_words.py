"""What reports say in words: receptors, grade, genes; and words that make a code unsure."""

from __future__ import annotations

import pytest

from decision_aid.domain import (
    UNKNOWN_BIOLOGY,
    Biology,
    Certainty,
    Finding,
    Grade,
    Her2,
    InheritedChange,
    PlaceId,
    Receptor,
)
from decision_aid.records.typed import read_entry

POSITIVE, NEGATIVE = Receptor.POSITIVE, Receptor.NEGATIVE


@pytest.mark.parametrize(
    ("text", "biology"),
    [
        ("ER+", Biology(er=POSITIVE)),
        ("ER positive", Biology(er=POSITIVE)),
        ("ER: pos", Biology(er=POSITIVE)),
        ("ER-positive", Biology(er=POSITIVE)),
        ("Estrogen receptor status: positive", Biology(er=POSITIVE)),
        ("oestrogen receptor negative", Biology(er=NEGATIVE)),
        ("ER-", Biology(er=NEGATIVE)),
        ("ER −", Biology(er=NEGATIVE)),
        ("PR neg", Biology(pr=NEGATIVE)),
        ("PgR+", Biology(pr=POSITIVE)),
        ("ER+/PR-/HER2-", Biology(er=POSITIVE, pr=NEGATIVE, her2=Her2.NEGATIVE)),
        ("er+ pr+ her2+", Biology(er=POSITIVE, pr=POSITIVE, her2=Her2.POSITIVE)),
        ("ER- PR- G3", Biology(er=NEGATIVE, pr=NEGATIVE, grade=Grade.THREE)),
        ("ER+PR+HER2-", Biology(er=POSITIVE, pr=POSITIVE, her2=Her2.NEGATIVE)),
        ("ER-PR-", Biology(er=NEGATIVE, pr=NEGATIVE)),
        ("ER/PR-", Biology(er=NEGATIVE, pr=NEGATIVE)),
        ("HR negative", Biology(er=NEGATIVE, pr=NEGATIVE)),
        ("HER2 3+", Biology(her2=Her2.POSITIVE)),
        ("HER2 (3+)", Biology(her2=Her2.POSITIVE)),
        ("HER2 IHC 0", Biology(her2=Her2.NEGATIVE)),
        ("HER2-low", Biology(her2=Her2.LOW)),
        ("HER2 low", Biology(her2=Her2.LOW)),
        ("HER-2/neu negative", Biology(her2=Her2.NEGATIVE)),
        ("HER2 negative HER2 low", Biology(her2=Her2.LOW)),
        ("triple negative", Biology(er=NEGATIVE, pr=NEGATIVE, her2=Her2.NEGATIVE)),
        ("TNBC", Biology(er=NEGATIVE, pr=NEGATIVE, her2=Her2.NEGATIVE)),
        ("triple-positive", Biology(er=POSITIVE, pr=POSITIVE, her2=Her2.POSITIVE)),
        ("G2", Biology(grade=Grade.TWO)),
        ("grade 3", Biology(grade=Grade.THREE)),
        ("Grade II", Biology(grade=Grade.TWO)),
        ("G1 of 3", Biology(grade=Grade.ONE)),
        ("BRCA1+", Biology(inherited=InheritedChange.FOUND)),
        ("BRCA2 mutation", Biology(inherited=InheritedChange.FOUND)),
        ("Z15.01", Biology(inherited=InheritedChange.FOUND)),
        ("Z17.0", Biology(er=POSITIVE)),
        ("Z17.1", Biology(er=NEGATIVE)),
        ("Z17.21", Biology(pr=POSITIVE)),
        ("Z17.22", Biology(pr=NEGATIVE)),
        ("Z17.31", Biology(her2=Her2.POSITIVE)),
        ("Z17.32", Biology(her2=Her2.NEGATIVE)),
        ("Z17.410", Biology(her2=Her2.POSITIVE)),
        ("Z17.411", Biology(her2=Her2.NEGATIVE)),
        ("Z17.420", Biology(er=NEGATIVE, pr=NEGATIVE, her2=Her2.POSITIVE)),
        ("Z17.421", Biology(er=NEGATIVE, pr=NEGATIVE, her2=Her2.NEGATIVE)),
    ],
)  # fmt: skip
def test_what_a_report_says_is_read(text: str, biology: Biology) -> None:
    reading = read_entry(text)
    assert reading.biology == biology
    assert reading.not_understood == ()
    assert reading.findings == ()


@pytest.mark.parametrize(
    ("text", "open_id"),
    [
        ("HER2 1+", "her2_low_or_negative"),
        ("HER2 ultralow", "her2_low_or_negative"),
        ("HER2 2+", "her2_ish"),
        ("HR+", "er_or_pr"),
        ("ER/PR+", "er_or_pr"),
        ("Z17.41", "er_or_pr"),
        ("ER 95%", "receptor_result"),
        ("Z17", "receptor_result"),
        ("BRCA negative", "inherited_result"),
    ],
)
def test_what_is_not_settled_stays_unknown_and_is_asked(text: str, open_id: str) -> None:
    reading = read_entry(text)
    assert reading.biology == UNKNOWN_BIOLOGY
    assert reading.parts[0].open == (open_id,)


def test_a_changed_gene_may_be_only_in_the_tumor() -> None:
    assert read_entry("BRCA1+").parts[0].open == ("inherited_or_in_tumor",)


@pytest.mark.parametrize(
    "text",
    [
        "ER pending",
        "ER- pending",
        "ER not tested",
        "HER2 unknown",
        "HR 0.8",
        "grade 3 neutropenia",
        "grade 2-3",
        "grade 2/3",
        "nuclear grade 3",
        "grade 3 DCIS",
        "BRCA testing",
        "BRCA1 mutation not found",
        "NER+",
        "G2 P1",
    ],
)
def test_words_that_say_no_result_are_not_read(text: str) -> None:
    reading = read_entry(text)
    assert reading.biology == UNKNOWN_BIOLOGY
    assert not any(part.meaning.startswith("codes.") for part in reading.parts)
    given_back = "".join((*(part.text for part in reading.parts), *reading.not_understood))
    assert len(given_back) >= len(text.replace(" ", "")) - 1


@pytest.mark.parametrize(
    ("text", "contradiction"),
    [
        ("ER+ ER-", "er_differs"),
        ("Z17.0 ER negative", "er_differs"),
        ("PR+ PR-", "pr_differs"),
        ("HER2+ HER2 low", "her2_differs"),
        ("TNBC HER2 3+", "her2_differs"),
        ("G1 G3", "grade_differs"),
    ],
)
def test_results_that_differ_are_named_and_stay_unknown(text: str, contradiction: str) -> None:
    reading = read_entry(text)
    assert reading.contradictions == (contradiction,)
    assert getattr(reading.biology, contradiction.removesuffix("_differs")) == "unknown"


UNSURE = [
    "?{}",
    "{}?",
    "suspected {}",
    "{} suspected",
    "possible {}",
    "probable {}",
    "r/o {}",
    "rule out {}",
    "no evidence of {}",
    "not {}",
    "without {}",
    "history of {}",
    "h/o {}",
    "previous {}",
    "cannot exclude {}",
    "{} to be confirmed",
    "mother {}",
    "family history {}",
    "{} (suspicious)",
    "{}, unlikely",
]


@pytest.mark.parametrize("words", UNSURE)
@pytest.mark.parametrize("code", ["C79.51", "C50.412", "pT2", "pN3c", "ER+", "BRCA1+", "pT2N3cM1"])
def test_nothing_unsure_is_found(words: str, code: str) -> None:
    reading = read_entry(words.format(code))
    assert Certainty.FOUND not in {f.certainty for f in reading.findings}
    assert reading.biology == UNKNOWN_BIOLOGY


@pytest.mark.parametrize("words", ["mother {}", "family history {}", "{} in her sister"])
def test_what_somebody_else_has_is_nothing(words: str) -> None:
    for code in ("C79.51", "C50.412", "pT2N3cM1", "IDC", "liver mets"):
        reading = read_entry(words.format(code))
        assert reading.findings == ()
        assert reading.side is None


def test_unsure_words_reach_over_a_list() -> None:
    for text in ("suspected C79.51, C78.7", "possible T2 N3c M1", "no C79.51 C78.7"):
        assert Certainty.FOUND not in {f.certainty for f in read_entry(text).findings}
    for text in ("suspected C79.51; C78.7", "?C79.51, C78.7"):
        bone, liver = read_entry(text).findings
        assert (bone.certainty, liver.certainty) == (Certainty.SUSPECTED, Certainty.FOUND)


def test_an_unsure_code_is_suspected_and_asked() -> None:
    part = read_entry("?C79.51").parts[0]
    assert part.findings == (Finding(PlaceId("bone"), Certainty.SUSPECTED),)
    assert "found_or_not" in part.open


def test_unsure_words_reach_only_their_own_code() -> None:
    for text in ("C50.412, suspected C79.51", "C50.412\nsuspected C79.51"):
        tumor, bone = read_entry(text).findings
        assert tumor == Finding(PlaceId("breast_tissue"))
        assert bone == Finding(PlaceId("bone"), Certainty.SUSPECTED)
        assert read_entry(text).not_understood == ()


def test_a_whole_note_is_read_piece_by_piece() -> None:
    reading = read_entry(
        "C50.412 Malignant neoplasm of upper-outer quadrant of left female breast\n"
        "pT1c(m) pN1a(sn) (2/15) cM0, G2, ER 95%, PR+, HER2 2+; seen on Monday\n"
        "I10 Essential (primary) hypertension\n"
    )
    assert [part.code for part in reading.parts] == [
        "C50.412", "pT1c(m)", "pN1a(sn)(2/15)", "cM0", "G2", "ER %", "PR+", "HER2 2+",
        "(primary) hypertension",
    ]  # fmt: skip
    assert [f.place for f in reading.findings] == ["breast_tissue", "several_spots", "nodes_armpit"]
    assert reading.side == "left"
    assert reading.not_understood == ("seen on Monday", "I10 Essential")
    assert reading.contradictions == ()
