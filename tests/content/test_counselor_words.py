"""The words of the counselor's window are plain, and each of them is used."""

from __future__ import annotations

import tomllib
from pathlib import Path

import pytest

import decision_aid
from decision_aid.content import readability, resources_folder
from decision_aid.domain import PLACES

FILE = resources_folder() / "en" / "labels" / "counselor.toml"
GROUPS = tomllib.loads(FILE.read_text(encoding="utf-8"))
READ = [group for group in GROUPS if group not in {"everyday_names", "counselor_keys"}]
CODE = "\n".join(
    path.read_text(encoding="utf-8")
    for part in ("ui", "document")
    for path in sorted((Path(decision_aid.__file__).parent / part).rglob("*.py"))
)
BY_VALUE = {
    "what_if", "teach_back", "counselor_menu", "counselor_ask",
    "counselor_keys", "everyday_names", "person_screen", "passphrase", "counselor", "keeping",
    "records", "paper", "entry", "not_read", "to_ask",
}  # fmt: skip
"""Groups of which some keys are made of a value: they are looked at in the tests of the window."""


@pytest.mark.parametrize("group", READ)
def test_sentences_are_short_and_calm(group: str) -> None:
    for text in GROUPS[group].values():
        assert "!" not in text
        for sentence in readability.sentences(text):
            assert len(readability.words(sentence)) <= readability.MAX_WORDS_IN_SENTENCE, sentence


def test_they_read_as_easily_as_everything_else() -> None:
    texts = [text.replace("&", "") for group in READ for text in GROUPS[group].values()]
    assert readability.count(texts).flesch_kincaid <= readability.MAX_FLESCH_KINCAID


@pytest.mark.parametrize("group", [group for group in GROUPS if group not in BY_VALUE])
def test_every_text_is_used(group: str) -> None:
    # A part of a window that serves two groups names the text alone.
    unused = {
        key
        for key in GROUPS[group]
        if f'"{group}.{key}"' not in CODE and f'{{group}}.{key}"' not in CODE
    }
    assert unused == set()


def test_everyday_names_are_of_places_that_there_are() -> None:
    assert set(GROUPS["everyday_names"]) <= set(PLACES)
    for names in GROUPS["everyday_names"].values():
        assert all(name and name == name.strip() for name in names.split("; "))
