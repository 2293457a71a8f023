"""Report lines are read right, or asked about, or given back: none is read wrongly."""

from __future__ import annotations

from collections import Counter

import pytest

from decision_aid.domain import assess
from decision_aid.records.typed import read_entry
from tests.records.mutate import run
from tests.records.report_line_score import verdict
from tests.records.report_lines import ALL, ReportLine


@pytest.mark.parametrize("line", ALL, ids=lambda line: line.text[:60])
def test_no_line_is_read_wrongly(line: ReportLine) -> None:
    told, differs = verdict(line, read_entry(line.text))
    assert told != "wrong", differs


def test_nearly_every_line_is_read_right() -> None:
    told = Counter(verdict(line, read_entry(line.text))[0] for line in ALL)
    assert len(ALL) >= 800
    assert told["right"] >= 0.97 * len(ALL)
    assert told["refused"] <= 0.01 * len(ALL)


def test_what_is_not_read_and_may_be_medical_keeps_both_answers_open() -> None:
    reading = read_entry("left IDC, frobnicated glandular thing")
    assert reading.answers.not_read == ("frobnicated glandular thing",)
    still_open = assess(reading.answers).result.open
    assert still_open.metastatic
    assert not still_open.invasive


def test_names_and_dates_keep_nothing_open() -> None:
    reading = read_entry("left IDC; seen by Dr Meyer on 3/4/2023")
    assert reading.not_understood == ("seen by Dr Meyer on 3/4/2023",)
    assert reading.answers.not_read == ()


@pytest.mark.parametrize("text", ["cT2 cN1 cM1", "metastatic breast cancer", "stage IV", "mets"])
def test_distant_wherever_it_is_and_then_asked(text: str) -> None:
    reading = read_entry(text)
    assert assess(reading.answers).result.metastatic is True
    assert any("which_part" in part.open for part in reading.parts)


def test_garbled_lines_make_nothing_found() -> None:
    assert list(run(600, seed=7)) == []
