"""A signature holds only while no word changes, and nobody is ever invented."""

import datetime as dt
from pathlib import Path

import pytest

from decision_aid.content import load
from decision_aid.content.reviews import (
    CHECKED_EVERY,
    Reviews,
    due_topics,
    fingerprint,
    overdue_since,
    parts,
)
from decision_aid.content.signing import as_toml, signed
from tests.content.sound import change, check_files, compiled, copied

DAY = dt.date(2026, 11, 24)
NEXT_DAY = dt.date(2026, 11, 25)


@pytest.fixture
def resources(tmp_path: Path) -> Path:
    return copied(tmp_path)


def reviews_of(resources: Path) -> Reviews:
    return Reviews(compiled(resources))


def sign(resources: Path, *chosen: str, name: str = "ada", day: dt.date = DAY) -> None:
    review = signed(compiled(resources), chosen, f"{name} Example", "tester", day)
    folder = resources / "en" / "reviews"
    folder.mkdir(exist_ok=True)
    (folder / f"{name}.toml").write_text(as_toml(review), encoding="utf-8")


def review_problems(resources: Path) -> list[str]:
    return [p for p in check_files(resources, NEXT_DAY).problems if "reviews/" in p]


def test_today_nobody_has_signed_anything() -> None:
    reviews = Reviews(load())
    assert reviews.files == {}
    assert all(reviews.of(part) is None for part in parts(load()))


def test_everything_signed_is_found_signed(resources: Path) -> None:
    sign(resources, *parts(load()))
    reviews = reviews_of(resources)
    assert review_problems(resources) == []
    for part in parts(load()):
        review = reviews.of(part)
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
        ("sentences", "labels/terms.toml", "**not known yet to be metastatic**", "not known"),
        ("sentences", "labels/terms.toml", "the aim changes", "the aim may change"),
    ],
)
def test_a_changed_word_loses_its_signature(
    resources: Path, part: str, file: str, old: str, new: str
) -> None:
    sign(resources, part, "results/metastatic")
    change(resources, f"en/{file}", old, new)
    reviews = reviews_of(resources)
    assert reviews.of(part) is None
    assert reviews.of("results/metastatic") is not None
    (problem,) = review_problems(resources)
    assert "ada.toml" in problem
    assert part in problem


def test_a_topic_is_due_a_year_after_it_was_checked_and_not_a_day_before() -> None:
    content = load()
    first = min(content.topic(topic).head.last_checked for topic in content.topic_ids())
    day = first + CHECKED_EVERY
    assert due_topics(content, day - dt.timedelta(days=1)) == []
    due = due_topics(content, day)
    assert due
    assert {one for one, _ in due} == {day}


def test_a_new_date_of_checking_keeps_the_signature(resources: Path) -> None:
    change(resources, "en/topics/results/in_situ.md", "last_checked = 2026", "last_checked = 2025")
    now = fingerprint(compiled(resources), "results/in_situ")
    assert now == fingerprint(load(), "results/in_situ")


def test_the_newest_review_that_fits_counts(resources: Path) -> None:
    sign(resources, "results/in_situ", name="ada", day=DAY)
    sign(resources, "results/in_situ", name="bob", day=NEXT_DAY)
    review = reviews_of(resources).of("results/in_situ")
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
def test_a_broken_review_is_refused_with_its_file(resources: Path, text: str, says: str) -> None:
    (resources / "en" / "reviews").mkdir()
    words = f'[words]\n"results/in_situ" = "{"0" * 64}"\n'
    (resources / "en" / "reviews" / "x.toml").write_text(text + words, encoding="utf-8")
    problems = review_problems(resources)
    assert any("reviews/x.toml:" in problem and says in problem for problem in problems)


def test_something_signed_that_does_not_exist_is_named(resources: Path) -> None:
    sign(resources, "results/in_situ")
    change(resources, "en/reviews/ada.toml", "results/in_situ", "results/no_such")
    (problem,) = review_problems(resources)
    assert "results/no_such" in problem


def test_there_is_no_review_without_a_name() -> None:
    with pytest.raises(ValueError, match="reviewer"):
        signed(load(), ["glossary"], " ", "tester", DAY)


def test_words_are_overdue_a_year_after_they_were_checked() -> None:
    topic = load().topic("results/in_situ")
    checked = topic.head.last_checked
    assert overdue_since([topic], checked + CHECKED_EVERY) is None
    assert overdue_since([topic], checked + CHECKED_EVERY + dt.timedelta(days=1)) == checked
