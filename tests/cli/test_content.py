"""``content``: what those who write and review words use."""

from __future__ import annotations

from pathlib import Path

from decision_aid.content import load
from tests.cli.conftest import Command


def test_the_content_is_sound_and_the_reading_level_is_said(command: Command) -> None:
    ended = command("content", "check")
    assert (ended.status, ended.errors) == (0, "")
    assert "no problem" in ended.output
    assert "Flesch-Kincaid" in ended.output


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
