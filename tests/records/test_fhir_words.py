"""Words about FHIR files are used and short; the sources behind the codes are in the register."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from decision_aid.content import load, readability
from decision_aid.records import fhir

CODE = "\n".join(
    path.read_text(encoding="utf-8") for path in sorted(Path(fhir.__file__).parent.glob("*.py"))
)
GROUPS = ("fhir_export", "fhir_import", "fhir_error", "fhir_open", "fhir_contradiction")


@pytest.mark.parametrize("group", ["fhir_open", "fhir_error"])
def test_every_open_question_and_refusal_can_come_up(group: str) -> None:
    unused = {key for key in load().labels(group) if f'"{key}"' not in CODE}
    assert unused == set()


@pytest.mark.parametrize("group", GROUPS)
def test_sentences_are_short_and_calm(group: str) -> None:
    for text in load().labels(group).values():
        assert "!" not in text
        for sentence in readability.sentences(text):
            assert len(readability.words(sentence)) <= readability.MAX_WORDS_IN_SENTENCE


def test_every_source_that_the_tables_name_is_in_the_register() -> None:
    content = load()
    cited = {s for key in content.labels("fhir_sources") for s in _sources(key)}
    named = {word for word in re.findall(r"[a-z0-9]+(?:-[a-z0-9]+)+", CODE) if word in cited}
    assert named == cited
    assert cited <= set(content.sources)


def _sources(key: str) -> tuple[str, ...]:
    return load().sentence(f"fhir_sources.{key}").sources
