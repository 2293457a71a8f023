"""Broken content is refused with file and line, whatever is wrong with it."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest

from decision_aid.content import Content, languages, load, resources_folder
from tests.content.sound import check


@pytest.fixture
def copied(tmp_path: Path) -> Path:
    folder = tmp_path / "resources"
    shutil.copytree(resources_folder(), folder, ignore=shutil.ignore_patterns("pictures"))
    return folder


def _edit(path: Path, old: str, new: str) -> None:
    text = path.read_text(encoding="utf-8")
    assert old in text
    path.write_text(text.replace(old, new, 1), encoding="utf-8")


@pytest.mark.parametrize(
    ("file", "old", "new", "expected"),
    [
        (
            "en/topics/places/bone.md",
            "last_checked",
            "checked_last",
            "bone.md: front matter: last_checked",
        ),
        ("en/topics/places/bone.md", "+++\n\n", "\n\n", "front matter"),
        ("en/topics/results/cannot_tell.md", " [^-]", "", "name the source"),
        ("en/places.toml", "[liver]", "[livre]", "[liver] is missing"),
        ("en/places.toml", 'label = "Liver"', 'lable = "Liver"', "en/places.toml"),
        ("en/follow_ups.toml", "grown_straight_in", "grown_in", "[chest_wall.answers]"),
        ("en/questions.toml", "second opinion?", "second opinion.", "en/questions.toml"),
        ("en/glossary.toml", "means = ", "meaning = ", "en/glossary.toml"),
        ("sources.toml", 'address = "https', 'address = "ftp', "sources.toml"),
        ("en/places.toml", 'label = "Liver"', "label = 3", "liver: label: this has to be text"),
        (
            "en/places.toml",
            'label = "Liver"',
            'label = " L "',
            "label: there have to be 3",
        ),
        ("en/places.toml", 'label = "Liver"\n', "", "liver: label: this field is missing"),
        ("en/values.toml", "[looks]\n", "[looks]\nodd = 1\n", "odd: there is no such field"),
        ("en/glossary.toml", "forms = [", "forms = 1 # [", "forms: this has to be a list"),
        ("en/glossary.toml", " [^nci-dict-adrenal-gland]", "", "means: name the source"),
        ("sources.toml", "read_on = 2026-", "read_on = '2026-' #", "this has to be a date"),
        ("en/labels/terms.toml", "[certainty]", "[certainty", "en/labels/terms.toml"),
        (
            "en/topics/places/lung.md",
            "The lung",
            "In many people with this illness over all these many long years the lung, which is "
            "an organ that we all have, the lung",
            "a sentence of",
        ),
        ("en/topics/places/lung.md", "The lung", "The extravasation", "extravasation"),
    ],
)
def test_a_mistake_is_named_with_its_file(
    copied: Path, file: str, old: str, new: str, expected: str
) -> None:
    _edit(copied / file, old, new)
    problems = check(Content("en", copied)).problems
    assert any(expected in problem for problem in problems), problems


def test_a_missing_and_a_forgotten_topic_are_both_named(copied: Path) -> None:
    topics = copied / "en/topics/places"
    (topics / "bone.md").rename(topics / "bones.md")
    problems = check(Content("en", copied)).problems
    assert any("bone.md" in p and "missing" in p for p in problems)
    assert any("bones.md" in p and "nothing shows" in p for p in problems)


def test_a_language_without_words_is_refused_with_those_there_are() -> None:
    assert "en" in languages()
    with pytest.raises(LookupError, match="en"):
        load("xx")
