"""``content``: what those who write and review words use."""

from __future__ import annotations

import html
from pathlib import Path

import pytest

from decision_aid.content import load
from decision_aid.content.reviews import LABELS_WITH_MEANING, TABLES, fingerprint
from decision_aid.domain import all_questions
from tests.cli.conftest import Command


def test_the_content_is_sound_and_the_reading_level_is_said(command: Command) -> None:
    ended = command("content", "check")
    assert (ended.status, ended.errors) == (0, "")
    assert "no problem" in ended.output
    assert "Flesch-Kincaid" in ended.output
    assert f"{len(load().sources)} sources: " in ended.output


def test_the_report_holds_every_topic_source_and_review_state(
    command: Command, tmp_path: Path
) -> None:
    output = tmp_path / "review.html"
    assert command("content", "report", "-o", str(output)).status == 0
    text = output.read_text(encoding="utf-8")
    content = load()
    for topic in content.topic_ids():
        assert f'<article id="{topic}">' in text
    for source in content.sources:
        assert f'id="source-{source}"' in text
    assert text.count("not yet reviewed by a clinician") == len(content.topic_ids())
    for table in TABLES:
        assert f'<article id="table-{table}">' in text
        assert f'<a href="#table-{table}">' in text
    assert text.count('class="sign"') == len(content.topic_ids()) + len(TABLES)
    said = html.unescape(text)
    for group in LABELS_WITH_MEANING:
        assert [line for line in content.labels(group).values() if line not in said] == []
    assert [q for q in all_questions() if content.question(q) not in said] == []


def test_signing_writes_a_file_that_fits_the_words(command: Command, tmp_path: Path) -> None:
    output = tmp_path / "me.toml"
    topics = ["results/in_situ", "glossary"]
    arguments = ["--reviewer", "Ada Example", "--role", "tester", "--topic", *topics]
    assert command("content", "sign", *arguments, "-o", str(output)).status == 0
    text = output.read_text(encoding="utf-8")
    for topic in topics:
        assert f'"{topic}" = "{fingerprint(load(), topic)}"' in text


@pytest.mark.parametrize(
    ("arguments", "says"),
    [
        (["--reviewer", " ", "--role", "tester", "--topic", "all"], "full name"),
        (["--reviewer", "Ada Example", "--role", "tester", "--topic", "result/in_situ"], "in_situ"),
        (["--reviewer", "Ada Example", "--topic", "all"], "--role"),
    ],
)
def test_a_review_without_a_name_or_of_nothing_is_refused(
    command: Command, tmp_path: Path, arguments: list[str], says: str
) -> None:
    output = tmp_path / "me.toml"
    ended = command("content", "sign", *arguments, "-o", str(output))
    assert ended.status == 2
    assert says in ended.errors
    assert len(ended.errors.strip().splitlines()) == 1
    assert not output.exists()


def test_what_has_to_be_checked_again_is_listed_the_soonest_first(command: Command) -> None:
    ended = command("content", "check", "--due", "36500")
    assert ended.status == 0
    listed = [line.split("  ") for line in ended.output.splitlines() if line[:4].isdecimal()]
    topics = [line for line in listed if len(line) == 2]
    assert {topic for _, topic in topics} == set(load().topic_ids())
    assert [day for day, _ in topics] == sorted(day for day, _ in topics)


def test_a_number_of_days_that_is_none_is_said(command: Command) -> None:
    ended = command("content", "check", "--due", "soon")
    assert ended.status == 2
    assert "whole number of days" in ended.errors
