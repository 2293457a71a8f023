"""A signature holds only while no word changes, and nobody is ever invented."""

import datetime as dt
import shutil
from pathlib import Path

import pytest

from decision_aid.content import Content, load, resources_folder
from decision_aid.content.freshness import CHECKED_EVERY, overdue_since
from decision_aid.content.reviews import as_toml, fingerprint, parts, signed
from tests.content.sound import check

DAY = dt.date(2026, 11, 24)
NEXT_DAY = dt.date(2026, 11, 25)


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A copy of all words, to change at will."""
    return Path(shutil.copytree(resources_folder(), tmp_path / "resources"))


def sign(folder: Path, *chosen: str, name: str = "ada", day: dt.date = DAY) -> None:
    review = signed(Content("en", folder), chosen, f"{name} Example", "tester", day)
    (folder / "en" / "reviews").mkdir(exist_ok=True)
    path = folder / "en" / "reviews" / f"{name}.toml"
    path.write_text(as_toml(review), encoding="utf-8")


def change(folder: Path, file: str, old: str, new: str) -> None:
    path = folder / "en" / file
    text = path.read_text(encoding="utf-8")
    assert old in text
    path.write_text(text.replace(old, new, 1), encoding="utf-8")


def review_problems(folder: Path) -> list[str]:
    return [p for p in check(Content("en", folder), NEXT_DAY).problems if "reviews/" in p]


def test_today_nobody_has_signed_anything() -> None:
    assert load().reviews.files == {}
    assert all(load().reviews.of(part) is None for part in parts(load()))


def test_everything_signed_is_found_signed(folder: Path) -> None:
    sign(folder, *parts(Content("en", folder)))
    content = Content("en", folder)
    assert review_problems(folder) == []
    for part in parts(content):
        review = content.reviews.of(part)
        assert review is not None
        assert review.reviewer == "ada Example"


@pytest.mark.parametrize(
    ("part", "file", "old", "new"),
    [
        ("results/in_situ", "topics/results/in_situ.md", "not invasive", "not very invasive"),
        ("results/in_situ", "topics/results/in_situ.md", "In situ: still", "In situ, still"),
        ("results/in_situ", "topics/results/in_situ.md", "[^macmillan-dcis] ", ""),
        ("results/in_situ", "topics/results/in_situ.md", "**not invasive**", "not invasive"),
        ("glossary", "glossary.toml", "small sample of tissue", "sample of tissue"),
        ("values", "values.toml", "It lowers the chance", "It may lower the chance"),
        ("understanding", "understanding.toml", "Think of a duct", "Think of it"),
        ("questions", "questions.toml", "Is it invasive,", "Is mine invasive,"),
        ("follow_ups", "follow_ups.toml", "?", " really?"),
    ],
)
def test_a_changed_word_loses_its_signature(
    folder: Path, part: str, file: str, old: str, new: str
) -> None:
    sign(folder, part, "results/metastatic")
    change(folder, file, old, new)
    reviews = Content("en", folder).reviews
    assert reviews.of(part) is None
    assert reviews.of("results/metastatic") is not None
    (problem,) = review_problems(folder)
    assert "ada.toml" in problem
    assert part in problem


def test_a_new_date_of_checking_keeps_the_signature(folder: Path) -> None:
    before = fingerprint(Content("en", folder), "results/in_situ")
    change(folder, "topics/results/in_situ.md", "last_checked = 2026", "last_checked = 2025")
    assert fingerprint(Content("en", folder), "results/in_situ") == before


def test_the_newest_review_that_fits_counts(folder: Path) -> None:
    sign(folder, "results/in_situ", name="ada", day=DAY)
    sign(folder, "results/in_situ", name="bob", day=NEXT_DAY)
    review = Content("en", folder).reviews.of("results/in_situ")
    assert review is not None
    assert review.reviewer == "bob Example"


@pytest.mark.parametrize(
    ("text", "says"),
    [
        ('reviewer = ""\nrole = "tester"\nreviewed_on = 2026-11-24\n', "reviewer"),
        ('role = "tester"\nreviewed_on = 2026-11-24\n', "reviewer"),
        ('reviewer = "Ada"\nrole = "tester"\nreviewed_on = 2030-01-01\n', "future"),
    ],
)
def test_a_broken_review_is_refused_with_its_file(folder: Path, text: str, says: str) -> None:
    (folder / "en" / "reviews").mkdir()
    words = f'[words]\n"results/in_situ" = "{"0" * 64}"\n'
    (folder / "en" / "reviews" / "x.toml").write_text(text + words, encoding="utf-8")
    problems = review_problems(folder)
    assert any("x.toml" in problem and says in problem for problem in problems)


def test_something_signed_that_does_not_exist_is_named(folder: Path) -> None:
    sign(folder, "results/in_situ")
    change(folder, "reviews/ada.toml", "results/in_situ", "results/no_such")
    (problem,) = review_problems(folder)
    assert "results/no_such" in problem


def test_there_is_no_review_without_a_name() -> None:
    with pytest.raises(ValueError, match="reviewer"):
        signed(load(), ["glossary"], " ", "tester", DAY)


def test_words_are_overdue_a_year_after_they_were_checked() -> None:
    topic = load().topic("results/in_situ")
    checked = topic.head.last_checked
    assert overdue_since([topic], checked + CHECKED_EVERY) is None
    assert overdue_since([topic], checked + CHECKED_EVERY + dt.timedelta(days=1)) == checked
