"""What is known of a source is held to its form, shown, counted, and no weak one stands alone."""

from __future__ import annotations

from pathlib import Path

import pytest

from decision_aid.content import load
from decision_aid.content.source_kinds import (
    NOT_SAID,
    carried_by_weak_alone,
    count_by_kind,
    kinds_in_a_line,
)
from tests.content.sound import change, check_files, compiled, copied

FIRST = "read_on = 2026-"


@pytest.fixture
def resources(tmp_path: Path) -> Path:
    return copied(tmp_path)


@pytest.mark.parametrize(
    ("fields", "expected"),
    [
        ("year = 1899", "year: this has to be 1900 or more"),
        ("year = 2999", "year: this year lies in the future"),
        ('year = "2025"', "year: this has to be a whole number"),
        ('doi = "https://doi.org/10.1000/1"', "doi: this does not have the form"),
        ('pmid = "PMC123"', "pmid: this does not have the form"),
        ('read = "title"', "read: this has to be 'abstract'"),
    ],
)
def test_what_does_not_fit_is_refused(resources: Path, fields: str, expected: str) -> None:
    change(resources, "sources.toml", FIRST, f"{fields}\n{FIRST}")
    problems = check_files(resources).problems
    assert any(expected in problem for problem in problems), problems


def test_a_kind_that_there_is_not_is_refused(resources: Path) -> None:
    change(resources, "sources.toml", 'kind = "patient page"', 'kind = "blog"')
    problems = check_files(resources).problems
    assert any("kind: this has to be 'guideline'" in problem for problem in problems), problems


def test_a_source_says_its_date_and_its_kind() -> None:
    content = load()
    plain = next(iter(content.sources.values()))._replace(dated="", year=None, kind="")
    assert content.dated_and_kind(plain) == content.dated(plain) == "undated"
    assert content.dated_and_kind(plain._replace(year=2024)) == "2024"
    shown = plain._replace(year=2024, kind="randomized trial")
    assert content.dated_and_kind(shown) == "2024 (randomized trial)"
    in_may = shown._replace(dated="May 2024")
    assert content.dated_and_kind(in_may) == "May 2024 (randomized trial)"


def test_every_kind_has_words_and_no_words_are_left_over() -> None:
    named = {kind.replace(" ", "_") for kind in count_by_kind(()) if kind != NOT_SAID}
    assert set(load().labels("source_kind")) == named


def test_sources_are_counted_by_kind() -> None:
    sources = tuple(load().sources.values())
    counts = count_by_kind(sources)
    assert sum(counts.values()) == len(sources)
    assert counts["regulator"] == sum(source.kind == "regulator" for source in sources) > 0
    assert (
        kinds_in_a_line({"guideline": 2, NOT_SAID: 1}) == f"3 sources: 2 guideline, 1 {NOT_SAID}."
    )


def test_nothing_rests_on_news_or_a_drug_maker_alone() -> None:
    content = load()
    assert list(carried_by_weak_alone(content, content.topic_ids())) == []


def test_a_paragraph_on_news_alone_is_found(resources: Path) -> None:
    topic = "treatment/aim_cure"
    (only,) = load().topic(topic).sources
    text = (resources / "sources.toml").read_text(encoding="utf-8")
    entry = text.split(f"[{only}]\n")[1].split("\n[")[0]
    kept = [line for line in entry.splitlines() if not line.startswith("kind = ")]
    as_news = "\n".join(['kind = "news"', *kept])
    change(resources, "sources.toml", f"[{only}]\n{entry}", f"[{only}]\n{as_news}\n")
    assert [of for of, _ in carried_by_weak_alone(compiled(resources), [topic])] == [topic]
