"""Broken words are refused with file and line, whatever is wrong with them."""

from __future__ import annotations

import datetime as dt
from pathlib import Path
from typing import Any, NamedTuple

import pytest
from pydantic import BaseModel

from decision_aid.content import ContentError, entries, languages, load
from decision_aid.content.compiling import compile_all, compile_words, line_of, models
from decision_aid.content.reviews import CHECKED_EVERY
from decision_aid.content.signing import ReviewFile
from tests.content.sound import change, check_files, copied

BONE = "en/topics/places/bone.md"


@pytest.fixture
def resources(tmp_path: Path) -> Path:
    return copied(tmp_path)


@pytest.mark.parametrize(
    ("file", "old", "new", "expected"),
    [
        (BONE, "last_checked", "checked_last", "front matter: last_checked: this field is missing"),
        (BONE, "last_checked", "checked_last", "checked_last: there is no such field"),
        (BONE, "+++\n\n", "\n\n", "bone.md:1: a topic starts with its front matter"),
        (BONE, "= 2026-", "= 2026:", "bone.md:3: "),
        ("en/topics/results/cannot_tell.md", " [^-]", "", "name the source"),
        ("en/places.toml", 'label = "Liver"', "label = 3", "liver: label: this has to be text"),
        ("en/places.toml", 'label = "Liver"', 'label = " L "', "label: there have to be 3"),
        ("en/places.toml", 'label = "Liver"\n', "", "liver: label: this field is missing"),
        ("en/places.toml", 'label = "Liver"', 'lable = "Liver"', "lable: there is no such field"),
        ("en/values.toml", "[looks]\n", "[looks]\nodd = 1\n", "odd: there is no such field"),
        ("en/values.toml", " [^cruk-tamoxifen]", "", "touches.hormone_medicine: name the source"),
        ("en/questions.toml", "second opinion?", "second opinion.", "end with a question mark"),
        (
            "en/glossary.toml",
            "means = ",
            "meaning = ",
            "means: this field is missing",
        ),
        ("en/glossary.toml", "forms = [", "forms = 1 # [", "forms: this has to be a list"),
        ("en/glossary.toml", '["anemia"]', "[]", "forms: there have to be 1"),
        ("en/glossary.toml", " [^nci-dict-adrenal-gland]", "", "means: name the source"),
        ("en/glossary.toml", "A small gland", "A *small* gland", "means: this is a em in Markdown"),
        ("en/understanding.toml", "Think of a duct", "Think _of_ a duct", "again: this is a em"),
        ("en/reading_level.toml", "smog = ", 'smog = "a" # ', "smog: this has to be a number"),
        ("en/labels/terms.toml", "[certainty]", "[certainty", "en/labels/terms.toml:"),
        ("en/labels/terms.toml", " [^acs-lcis]", " [^acs lcis]", '"[^" means something else'),
        (
            "en/labels/terms.toml",
            "[extent]\n",
            "[extent]\nodd = 3\n",
            "extent: odd: this has",
        ),
        ("en/labels/terms.toml", "{place}: possible", "{place: possible", "braces do not fit"),
        ("en/labels/ui.toml", "{page} –", "{the page} –", "braces do not fit"),
        ("en/labels/ui.toml", "[button]\n", "[certainty]\n", "[certainty] stands in another file"),
        ("sources.toml", "read_on = 2026-", "read_on = '2026-' #", "this has to be a date"),
        ("sources.toml", "read_on = 2026-", "read_on = 2027-", "this day lies in the future"),
        ("sources.toml", 'address = "https', 'address = "ftp', "this has to begin with https://"),
    ],
)
def test_a_mistake_is_named_with_its_file_and_line(
    resources: Path, file: str, old: str, new: str, expected: str
) -> None:
    text = (resources / file).read_text(encoding="utf-8")
    line = text[: text.index(old)].count("\n") + 1
    change(resources, file, old, new)
    problems = check_files(resources).problems
    told = [problem for problem in problems if expected in problem]
    assert told, problems
    name, at, _ = told[0].split(":", 2)
    assert name == f"resources/{file}"
    # Where a field or a fence is missing, the nearest line above it is named.
    assert abs(line - int(at)) <= 3


@pytest.mark.parametrize(
    ("file", "old", "new", "expected"),
    [
        ("en/places.toml", "[liver]", "[livre]", "places.toml: [liver] is missing"),
        ("en/values.toml", "[looks", "[locks", "values.toml: [looks] is missing"),
        ("en/follow_ups.toml", "grown_straight_in", "grown_in", "[chest_wall.answers]"),
        (
            "en/topics/places/lung.md",
            "The lung",
            "In many people with this illness over all these many long years the lung, which is "
            "an organ that we all have, the lung",
            "a sentence of",
        ),
        ("en/topics/places/lung.md", "The lung", "The extravasation", "extravasation"),
        ("en/labels/terms.toml", "not clear what this means", "not lucidated", "lucidated"),
        ("en/topics/places/lung.md", "[^", "[^un-", "there is no source [un-"),
        ("en/labels/terms.toml", "[^acs-lcis]", "[^un-read]", "there is no source [un-read]"),
    ],
)
def test_what_files_say_together_is_checked_too(
    resources: Path, file: str, old: str, new: str, expected: str
) -> None:
    path = resources / file
    path.write_text(path.read_text(encoding="utf-8").replace(old, new), encoding="utf-8")
    problems = check_files(resources).problems
    assert any(expected in problem for problem in problems), problems


def test_a_missing_and_a_forgotten_topic_are_both_named(resources: Path) -> None:
    topics = resources / "en/topics/places"
    (topics / "bone.md").rename(topics / "bones.md")
    problems = check_files(resources).problems
    assert any("bone.md" in p and "missing" in p for p in problems)
    assert any("bones.md" in p and "nothing shows" in p for p in problems)


@pytest.mark.parametrize("file", ["en/places.toml", "en/everyday_words.txt", "sources.toml"])
def test_a_missing_file_is_named(resources: Path, file: str) -> None:
    (resources / file).unlink()
    assert check_files(resources).problems == (f"resources/{file}: this file is missing",)


@pytest.mark.parametrize("file", [BONE, "en/places.toml"])
def test_a_file_that_is_not_utf_8_is_named(resources: Path, file: str) -> None:
    (resources / file).write_bytes(b"\xff\xfe")
    (problem,) = check_files(resources).problems
    assert problem.startswith(f"resources/{file}: ")


def test_every_mistake_of_every_file_is_told_at_once(resources: Path) -> None:
    change(resources, "en/places.toml", 'label = "Liver"', "label = 3")
    change(resources, "en/places.toml", 'label = "Lung"', "label = 3")
    change(resources, BONE, "last_checked", "checked_last")
    files = [problem.file for problem in compile_all(resources, "en").problems]
    assert files == ["resources/en/places.toml"] * 2 + [f"resources/{BONE}"] * 2
    with pytest.raises(ContentError, match=r"places.toml:\d+: "):
        compile_words(resources, "en")


def test_words_expire_for_the_check_and_the_package_but_not_for_a_start(resources: Path) -> None:
    checked = load().topic("places/bone").head.last_checked
    last_day = checked + CHECKED_EVERY
    expired = [p for p in check_files(resources, last_day).problems if "bone.md" in p]
    assert expired == []
    problems = check_files(resources, last_day + dt.timedelta(days=1)).problems
    (problem,) = [p for p in problems if "places/bone.md" in p]
    assert problem.startswith(f"resources/{BONE}:3: front matter: last_checked: ")
    assert "expired" in problem
    assert "every 365 days" in problem
    assert compile_words(resources, "en").names()


def test_a_date_in_the_future_is_refused(resources: Path) -> None:
    yesterday = load().topic("places/bone").head.last_checked - dt.timedelta(days=1)
    problems = check_files(resources, yesterday).problems
    assert any(p.startswith(f"resources/{BONE}:3: ") and "future" in p for p in problems)


def test_a_line_is_found_by_the_keys_that_lead_to_it() -> None:
    text = '# x\n[a]\nb = 1\n[a.c]\n"d e" = 2\n  [f."g.h"]\ni = [\n  1,\n]\n[b]\nb = 3\n'
    assert [
        line_of(text, place)
        for place in (
            ("a",),
            ("a", "b"),
            ("a", "c", "d e"),
            ("f", "g.h", "i", 0),
            ("b", "b"),
            ("a", "z"),
            ("z",),
        )
    ] == [1, 2, 4, 6, 10, 1, None]


@pytest.mark.parametrize(
    ("model", "entry"),
    [
        (models.TopicHeadEntry, entries.TopicHead),
        (models.SourceEntry, entries.Source),
        (models.PlaceEntry, entries.PlaceWords),
        (models.FollowUpEntry, entries.FollowUpWords),
        (models.ValueEntry, entries.ValueWords),
        (models.CheckEntry, entries.CheckWords),
        (models.GlossaryFileEntry, entries.GlossaryEntry),
        (models.KeyboardFile, entries.KeyboardLayout),
        (ReviewFile, entries.SignedReview),
    ],
)
def test_a_file_is_held_to_what_is_looked_up(
    model: type[BaseModel], entry: type[NamedTuple]
) -> None:
    fields: Any = entry._fields
    assert set(model.model_fields) == set(fields)


def test_a_language_without_words_is_refused_with_those_there_are() -> None:
    assert "en" in languages()
    with pytest.raises(LookupError, match="en"):
        load("xx")
