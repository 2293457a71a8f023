"""Every id that reading codes can give has its words, and the words are plain."""

from __future__ import annotations

import re

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from decision_aid.content import load_labels, readability
from decision_aid.records.codes import (
    icd10cm,
    icd10cm_spread,
    icdo3,
    loinc,
    snomed,
    snomed_staging,
    tnm,
)
from decision_aid.records.codes.meaning import CodeMeaning
from decision_aid.records.typed import ENTRY_SOURCES, means, read_entry, report_words
from decision_aid.records.typed import tnm as tnm_text
from decision_aid.records.typed.reading import (
    FOUND_OR_NOT,
    LAST_RESULT,
    OTHER_CANCER,
    SAME_OR_OTHER_SIDE,
    WHICH_SIDE,
)

MEANINGS: list[CodeMeaning] = [
    *icd10cm.CODES.values(),
    *(category.by(basis) for category in tnm.CATEGORIES.values() for basis in ("c", "p", "")),
    *tnm.STAGES.values(),
    *report_words.SAYS.values(),
    *snomed.CONDITIONS.values(),
    *snomed.BODY_SITES.values(),
    *icdo3.MORPHOLOGY.values(),
    *icdo3.TOPOGRAPHY.values(),
]
ALSO_ASKED = {
    *(tnm.AFTER_TREATMENT, FOUND_OR_NOT, LAST_RESULT, OTHER_CANCER, SAME_OR_OTHER_SIDE, WHICH_SIDE),
    *("where_came_back", "several_spots", "breast_or_scar"),
}
GROUPS = ("codes", "codes_open", "codes_contradiction", "reading")


CONTRADICTIONS = {
    *("side_differs", "sex_differs", "two_t_categories", "two_n_categories", "t0_with_tumor"),
    *("tis_with_invasive", "n0_with_nodes", "m0_with_distant", "m0_with_m1", "er_differs"),
    *("pr_differs", "her2_differs", "grade_differs", "inherited_differs", "type_differs"),
    "menopause_differs",
}
_BITS = [
    "C50.412", "C50.421", "C50.011", "D05.12", "C77.0", "C79.51", "Z17.0", "Z85.3", "ER-", "PR+",
    "HER2 3+", "HER2 1+", "G1", "G3", "BRCA1+", "stage IV", "suspected", "right", "\n", ", ",
    *(before + name for before in ("", "p", "yp", "r", "m") for name in tnm.CATEGORIES),
]  # fmt: skip


def test_every_meaning_has_its_words_and_no_words_are_left_over() -> None:
    assert set(load_labels().group("codes")) == {one.words for one in MEANINGS} - {""}


def test_every_open_question_has_its_words() -> None:
    asked = {ask for one in MEANINGS for ask in one.asks} | ALSO_ASKED
    assert set(load_labels().group("codes_open")) == asked
    assert all("?" in words for words in load_labels().group("codes_open").values())


def test_every_contradiction_has_its_words() -> None:
    assert set(load_labels().group("codes_contradiction")) == CONTRADICTIONS


@settings(max_examples=300)
@given(st.lists(st.sampled_from(_BITS), max_size=12))
def test_whatever_is_read_can_be_said_in_words(bits: list[str]) -> None:
    reading, labels = read_entry(" ".join(bits)), load_labels()
    for part in reading.parts:
        assert means(part, labels.text, lambda place: place)
        assert all(labels.text(f"codes_open.{open_id}") for open_id in part.open)
    assert all(labels.text(f"codes_contradiction.{one}") for one in reading.contradictions)


@pytest.mark.parametrize("group", GROUPS)
def test_words_for_codes_are_plain(group: str) -> None:
    texts = list(load_labels().group(group).values())
    for text in texts:
        assert "!" not in text
        for sentence in readability.sentences(text):
            assert len(readability.words(sentence)) <= readability.MAX_WORDS_IN_SENTENCE, sentence
    assert readability.count(texts).flesch_kincaid <= readability.MAX_FLESCH_KINCAID


def test_tables_of_codes_name_their_sources_in_their_docstrings() -> None:
    tables = (
        icd10cm,
        icd10cm_spread,
        icdo3,
        loinc,
        snomed,
        snomed_staging,
        tnm,
        report_words,
        tnm_text,
    )
    for module in tables:
        named = set(re.findall(r"``([a-z0-9]+(?:-[a-z0-9]+)+)``", module.__doc__ or ""))
        assert named
        assert named <= ENTRY_SOURCES
    everywhere = "".join(m.__doc__ or "" for m in tables)
    assert all(f"``{source}``" in everywhere for source in ENTRY_SOURCES)
