"""Every option is told in full, good and hard in equal detail, each statement with its source."""

import shutil
from pathlib import Path

import pytest

from decision_aid.content import Bullets, Content, load, paragraphs, readability, resources_folder
from decision_aid.content.checks import MOST_POINTS_APART, MOST_TIMES_LONGER
from decision_aid.document.deciding import ASPECTS
from decision_aid.domain import all_decisions, all_options, all_values
from tests.content.sound import check

OPTIONS = sorted(all_options())


@pytest.mark.parametrize("option", OPTIONS)
def test_an_option_tells_everything_there_is_to_compare(option: str) -> None:
    topic = load().topic(f"options/{option}")
    assert tuple(topic.sections) == ASPECTS
    for aspect in ASPECTS:
        assert topic.section(aspect)
    for aspect in ("good", "hard"):
        (block,) = topic.section(aspect)
        assert isinstance(block, Bullets)
        assert len(block.items) >= 2


@pytest.mark.parametrize("option", OPTIONS)
def test_good_and_hard_are_told_in_equal_detail(option: str) -> None:
    topic = load().topic(f"options/{option}")
    good, hard = (tuple(paragraphs(topic.section(aspect))) for aspect in ("good", "hard"))
    assert abs(len(good) - len(hard)) <= MOST_POINTS_APART
    lengths = [sum(len(readability.words(p.text)) for p in points) for points in (good, hard)]
    assert max(lengths) <= MOST_TIMES_LONGER * min(lengths)


@pytest.mark.parametrize("option", OPTIONS)
def test_an_option_says_what_it_rests_on(option: str) -> None:
    topic = load().topic(f"options/{option}")
    for aspect in ("what", "good", "hard"):
        cited = [p.sources for p in paragraphs(topic.section(aspect))]
        assert sum(map(bool, cited)) >= len(cited) - 1, aspect
    assert topic.sources


@pytest.mark.parametrize("option", OPTIONS)
def test_an_option_alone_reads_at_grade_six(option: str) -> None:
    content = load()
    texts = [p.text for p in paragraphs(content.topic(f"options/{option}").blocks)]
    masked = readability.count(
        content.glossary.without_terms(text, readability.TAUGHT_WORD) for text in texts
    )
    assert masked.flesch_kincaid <= readability.MAX_FLESCH_KINCAID
    assert masked.smog <= readability.MAX_SMOG


def test_nothing_is_ranked_or_recommended() -> None:
    content = load()
    words = (
        "best",
        "better choice",
        "recommend",
        "you should",
        "winner",
        "number one",
        "most popular",
    )
    for name in (*OPTIONS, *all_decisions()):
        folder = "options" if name in OPTIONS else "decisions"
        for paragraph in paragraphs(content.topic(f"{folder}/{name}").blocks):
            lowered = paragraph.text.lower()
            assert not [word for word in words if word in lowered], f"{name}: {lowered}"


def test_no_option_gives_a_number_of_survival() -> None:
    content = load()
    for option in OPTIONS:
        for paragraph in paragraphs(content.topic(f"options/{option}").blocks):
            assert "%" not in paragraph.text
            assert "out of 100" not in paragraph.text


def test_what_matters_is_touched_by_options_of_more_than_one_kind() -> None:
    for value, options in all_values().items():
        assert len(options) >= 3, value


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A copy of all words, to change at will."""
    return Path(shutil.copytree(resources_folder(), tmp_path / "resources"))


@pytest.mark.parametrize(
    ("old", "new", "says"),
    [
        ("## Everyday life {#life}\n", "", "{#life}"),
        (
            "## What is hard about it {#hard}\n",
            "## What is hard about it {#hard}\n\n- It is hard. [^-]\n- So. [^-]\n",
            "points",
        ),
        ("- You keep most", "- " + "As one can say it, you do keep most" * 2, "words"),
    ],
)
def test_the_content_check_names_what_is_out_of_balance(
    folder: Path, old: str, new: str, says: str
) -> None:
    path = folder / "en" / "topics" / "options" / "lumpectomy_radiation.md"
    text = path.read_text(encoding="utf-8")
    assert old in text
    path.write_text(text.replace(old, new, 1), encoding="utf-8")
    problems = check(Content("en", folder)).problems
    assert any("lumpectomy_radiation" in problem and says in problem for problem in problems)
