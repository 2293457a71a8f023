"""The words hold to their own rules, over every result that a person can reach."""

from __future__ import annotations

import itertools
from collections.abc import Iterator

import pytest

from decision_aid.content import Content, load, paragraphs, readability, resources_folder
from decision_aid.content.checks import spoken_paragraphs
from decision_aid.domain import (
    FOLLOW_UPS,
    PLACES,
    Answers,
    Assessment,
    Side,
    assess,
)
from tests.content.sound import check, check_files
from tests.domain.cases import found, suspected


@pytest.fixture(scope="module")
def content() -> Content:
    return load()


def test_every_content_file_is_complete_and_sound() -> None:
    assert check_files(resources_folder()).problems == ()


def test_the_compiled_words_alone_can_be_checked(content: Content) -> None:
    assert check(content).problems == ()


def _reachable() -> Iterator[Assessment]:
    """Every pair of findings with every answer to their follow-ups, every timing and side."""
    every = [
        found(place, detail)
        for place in PLACES
        for detail in (None, *(FOLLOW_UPS[place].answers if place in FOLLOW_UPS else ()))
    ]
    singles = [(finding,) for finding in every]
    pairs = [pair for pair in itertools.combinations(every, 2) if pair[0].place != pair[1].place]
    for findings in ((), (suspected("bone"),), *singles, *pairs):
        for came_back in (None, True, False):
            for side in (None, Side.BOTH):
                yield assess(Answers(findings, side, came_back))


@pytest.fixture(scope="module")
def topics_by_result() -> set[tuple[str, ...]]:
    return {
        (
            seen.topic,
            *seen.topics_of_breasts.values(),
            *seen.notes,
            *seen.treatment,
            *seen.more,
            *seen.same_day,
            *seen.numbers,
            *(f"decisions/{decision.id}" for decision in seen.decisions),
            *(f"options/{option}" for option in seen.options),
        )
        for seen in _reachable()
    }


def test_every_reachable_result_reads_at_grade_six_and_smog_eight(
    content: Content, topics_by_result: set[tuple[str, ...]]
) -> None:
    raw, masked = {}, {}
    for topic in content.topic_ids():
        texts = [p.text for p in paragraphs(content.topic(topic).blocks)]
        raw[topic] = readability.count(texts)
        masked[topic] = readability.count(
            content.glossary.without_terms(t, readability.TAUGHT_WORD) for t in texts
        )
    assert len(topics_by_result) > 1000
    worst_grade = worst_smog = worst_raw_smog = 0.0
    for topics in topics_by_result:
        whole, without = readability.Counts(), readability.Counts()
        for topic in topics:
            whole, without = whole.plus(raw[topic]), without.plus(masked[topic])
        assert whole.flesch_kincaid <= readability.MAX_FLESCH_KINCAID, topics
        assert without.smog <= readability.MAX_SMOG, topics
        worst_grade = max(worst_grade, whole.flesch_kincaid)
        worst_smog = max(worst_smog, without.smog)
        worst_raw_smog = max(worst_raw_smog, whole.smog)
    print(
        f"\n{len(topics_by_result)} results: Flesch-Kincaid at most {worst_grade:.1f}; SMOG at "
        f"most {worst_smog:.1f} with explained words masked, {worst_raw_smog:.1f} without masking"
    )


def test_the_two_formulas_agree_with_the_library(content: Content) -> None:
    import textstat

    texts = [p.text for _, p in spoken_paragraphs(content) if p.text.endswith(".")][:80]
    text = " ".join(texts)
    ours = readability.count(texts)
    assert ours.flesch_kincaid == pytest.approx(textstat.flesch_kincaid_grade(text), abs=0.8)
    assert ours.smog == pytest.approx(textstat.smog_index(text), abs=0.8)


def test_the_answer_comes_in_two_sentences_and_names_both_words(content: Content) -> None:
    for topic in content.topic_ids():
        if not topic.startswith("results/"):
            continue
        first, second = paragraphs(content.topic(topic).section("answer"))
        if topic not in {"results/out_of_scope"}:
            assert "invasive" in first.text
            assert "metastatic" in second.text or "spread" in second.text
        assert any(span.strong for span in first.spans)


FORBIDDEN = (
    *("battle", "fight", "survivor", "warrior", "brave", "don't worry", "good news", "!"),
    *("you should choose", "the best treatment", "we recommend", "you must"),
)


def test_no_war_no_cheer_no_advice(content: Content) -> None:
    for where, paragraph in spoken_paragraphs(content):
        lowered = paragraph.text.lower()
        assert not [word for word in FORBIDDEN if word in lowered], where
