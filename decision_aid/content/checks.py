"""Holds all words to their own rules; CI and ``content check`` share this."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Final

from decision_aid.content import readability
from decision_aid.content.entries import Paragraph, paragraphs
from decision_aid.content.loading import is_checkout, load, require_language
from decision_aid.content.lookup import Content
from decision_aid.content.number_checks import problems_of_numbers
from decision_aid.content.resources import resources_folder
from decision_aid.content.reviews import Reviews, is_overdue
from decision_aid.content.source_kinds import count_by_kind, kinds_in_a_line
from decision_aid.domain import (
    FOLLOW_UPS,
    NOTES,
    PLACES,
    TABLE_SOURCES,
    all_checks,
    all_decisions,
    all_options,
    all_questions,
    all_same_day_topics,
    all_topics,
    all_values,
    place_topic,
)

_ASPECTS: Final = ("what", "good", "hard", "life", "how_long", "depends")
MOST_POINTS_APART: Final = 1
MOST_TIMES_LONGER: Final = 1.2
"""How much more there may be of good than of hard points of an option, or the other way."""

_FOR_PROFESSIONALS: Final = "fhir_sources."
"""Sentences in which the names of standards may stand."""

_ABBREVIATION: Final = re.compile(r"\b[A-Z]{2,}[A-Z0-9]*\b")
_KNOWN_ABBREVIATIONS: Final = frozenset({"II", "III", "IV", "CT"})


@dataclass(frozen=True, slots=True)
class CheckResult:
    """What a check of all content found.

    Attributes:
        problems: one sentence each, with the file.
        topics: how many topics were read.
        signed: how many of them a clinician has signed as they stand.
        reading: the reading level of all topics, or why it was not measured; "" with problems.
        kinds: how many sources there are of each kind; "" where they could not be read.
    """

    problems: tuple[str, ...]
    topics: int
    signed: int
    reading: str
    kinds: str = ""

    @property
    def verdict(self) -> str:
        """What sums it up: a line on the topics and one on their sources."""
        count = len(self.problems)
        problems = "no problem" if not count else "1 problem" if count == 1 else f"{count} problems"
        topics = f"{self.topics} topics, {self.signed} signed by a clinician, {problems}."
        return f"{topics} {self.reading}\n{self.kinds}".strip()


def expected_topics() -> frozenset[str]:
    """Return the id of every topic that some screen or paper can show."""
    return frozenset(
        (
            *all_topics(),
            *all_same_day_topics(),
            *(f"notes/{note}" for note in NOTES),
            *(place_topic(place) for place in PLACES),
            *(f"decisions/{decision}" for decision in all_decisions()),
            *(f"options/{option}" for option in all_options()),
        )
    )


def check_language(
    language: str, today: dt.date | None = None, *, code_sources: frozenset[str]
) -> CheckResult:
    """Check all words of a language: in a checkout each file anew, else the compiled words.

    Args:
        language: its code.
        today: the day that dates are held to; today where it is not given.
        code_sources: every source id on which the tables of codes rest.

    Raises:
        LookupError: if there are no words for it; the message names those there are.
        ContentError: if the compiled words of a package are broken.
    """
    require_language(language)
    if is_checkout():
        return check_files(resources_folder(), language, today, code_sources=code_sources)
    return check(load(language), today, code_sources=code_sources)


def check_files(
    resources: Path,
    language: str,
    today: dt.date | None = None,
    *,
    code_sources: frozenset[str],
) -> CheckResult:
    """Check every file of a language; what they say together only where each alone is sound.

    Args:
        resources: the folder of all words.
        language: its code.
        today: the day that dates are held to; today where it is not given.
        code_sources: every source id on which the tables of codes rest.
    """
    from decision_aid.content.compiling import compile_all  # noqa: PLC0415 - never installed

    words, problems = compile_all(resources, language, today or _today())
    if problems:
        # With only dates against them, the words can be read and checked all the same.
        words, unreadable = compile_all(resources, language)
        if unreadable:
            topics = sum(1 for _ in (resources / language / "topics").rglob("*.md"))
            return CheckResult(tuple(map(str, problems)), topics, signed=0, reading="")
    return _result([*map(str, problems)], Content(language, words), code_sources)


def check(
    content: Content, today: dt.date | None = None, *, code_sources: frozenset[str]
) -> CheckResult:
    """Check what all words of one language say together.

    Args:
        content: the words.
        today: the day on which no words may have expired; today where it is not given.
        code_sources: every source id on which the tables of codes rest.
    """
    day = today or _today()
    expired = [
        f"topics/{topic_id}.md: these words have expired: check them again"
        for topic_id in content.topic_ids()
        if is_overdue(content.topic(topic_id).head.last_checked, day)
    ]
    return _result(expired, content, code_sources)


def _result(known: list[str], content: Content, code_sources: frozenset[str]) -> CheckResult:
    """Return what is wrong besides what is known already."""
    incomplete = [*_topics(content), *_tables(content), *problems_of_numbers(content)]
    problems = [
        *known,
        *incomplete,
        *_balance(content),
        *_sources(content, code_sources),
        *_words(content),
        *_level(content),
    ]
    reviews = Reviews(content)
    if not incomplete:
        problems += _reviews(reviews)
    topics = content.topic_ids()
    signed = 0 if problems else sum(reviews.of(topic) is not None for topic in topics)
    reading = "" if problems else _reading(content)
    kinds = kinds_in_a_line(count_by_kind(content.sources.values()))
    return CheckResult(tuple(problems), len(topics), signed, reading, kinds)


def _today() -> dt.date:
    return dt.datetime.now(tz=dt.UTC).date()


def spoken_paragraphs(content: Content) -> Iterator[tuple[str, Paragraph]]:
    """Yield every paragraph that makes a statement to a person, and what it stands in."""
    for topic_id in content.topic_ids():
        for paragraph in paragraphs(content.topic(topic_id).blocks):
            yield topic_id, paragraph
    for key, entry in content.glossary.entries.items():
        yield f"glossary: {key}", entry.means
    for value, words in content.values.items():
        for option, paragraph in words.touches.items():
            yield f"values.toml: {value}.{option}", paragraph
    for check_id, told in content.checks.items():
        yield f"understanding.toml: {check_id}", told.right
        yield f"understanding.toml: {check_id}", told.again
    for key, sentence in content.sentences.items():
        if not key.startswith(_FOR_PROFESSIONALS):
            yield f"labels: {key}", sentence


def _statements(content: Content) -> Iterator[tuple[str, Paragraph]]:
    """Yield every paragraph that names sources, whoever it is for."""
    yield from spoken_paragraphs(content)
    for key, sentence in content.sentences.items():
        if key.startswith(_FOR_PROFESSIONALS):
            yield f"labels: {key}", sentence


def _topics(content: Content) -> Iterator[str]:
    present, expected = set(content.topic_ids()), expected_topics()
    yield from (f"topics/{topic}.md: this topic is missing" for topic in sorted(expected - present))
    yield from (
        f"topics/{topic}.md: nothing shows this topic" for topic in sorted(present - expected)
    )
    for topic_id in sorted(present):
        if topic_id.startswith("results/"):
            answer = [p.text for p in paragraphs(content.topic(topic_id).section("answer"))]
            if [len(readability.sentences(text)) for text in answer] != [1, 1]:
                yield f"topics/{topic_id}.md: the answer is two paragraphs of one sentence each"


def _tables(content: Content) -> Iterator[str]:
    for file, present, expected in (
        ("places", content.places, PLACES),
        ("follow_ups", content.follow_ups, FOLLOW_UPS),
        ("values", content.values, all_values()),
        ("understanding", content.checks, [check.id for check in all_checks()]),
        ("questions", content.questions, all_questions()),
    ):
        yield from (f"{file}.toml: [{key}] is missing" for key in expected if key not in present)
    for place, follow_up in FOLLOW_UPS.items():
        words = content.follow_ups.get(place)
        if words and set(words.answers) != set(follow_up.answers):
            yield f"follow_ups.toml: [{place}.answers] must be {', '.join(follow_up.answers)}"
    for value, touched in all_values().items():
        told = content.values.get(value)
        if told and set(told.touches) != set(touched):
            yield f"values.toml: [{value}.touches] must be {', '.join(touched)}"


def _balance(content: Content) -> Iterator[str]:
    """Find options whose good and hard sides are not told in equal detail."""
    for option in sorted(all_options()):
        file = f"topics/options/{option}.md"
        if f"options/{option}" not in content.topic_ids():
            continue
        topic = content.topic(f"options/{option}")
        missing = [part for part in _ASPECTS if not topic.section(part)]
        yield from (f"{file}: the section {{#{part}}} is missing" for part in missing)
        good, hard = (tuple(paragraphs(topic.section(part))) for part in ("good", "hard"))
        if abs(len(good) - len(hard)) > MOST_POINTS_APART:
            yield f"{file}: {len(good)} good and {len(hard)} hard points"
        lengths = sorted(
            sum(len(readability.words(point.text)) for point in points) for points in (good, hard)
        )
        if lengths[1] > lengths[0] * MOST_TIMES_LONGER:
            yield f"{file}: good and hard points of {lengths[0]} and {lengths[1]} words"


def _sources(content: Content, code_sources: frozenset[str]) -> Iterator[str]:
    tables = {"the table of decisions": TABLE_SOURCES, "the tables of codes": code_sources}
    cited = [(table, source) for table, sources in tables.items() for source in sorted(sources)]
    cited += ((where, one) for where, told in _statements(content) for one in told.sources)
    cited += (
        (f"numbers.toml: {key}", row.source)
        for key, one in content.numbers.items()
        for row in one.outcomes
    )
    yield from (
        f"{where}: there is no source [{source}]"
        for where, source in cited
        if source not in content.sources
    )
    unused = set(content.sources) - {source for _, source in cited}
    yield from (f"sources.toml: nothing cites [{source}]" for source in sorted(unused))


def _reviews(reviews: Reviews) -> Iterator[str]:
    for file, part in reviews.unknown():
        yield f"reviews/{file}: there is nothing called {part}"
    for file, part in reviews.lost():
        yield f"reviews/{file}: {part} has changed since, so its signature is lost; sign it anew"


def _words(content: Content) -> Iterator[str]:
    """Find sentences that are too long, and long or medical words that nothing explains."""
    glossary, can_count = content.glossary, readability.is_available()
    for where, paragraph in spoken_paragraphs(content):
        for sentence in readability.sentences(paragraph.text):
            length = len(readability.words(sentence))
            if length > readability.MAX_WORDS_IN_SENTENCE:
                yield f"{where}: a sentence of {length} words: {sentence}"
        rest = glossary.without_terms(paragraph.text, " ")
        for abbreviation in _ABBREVIATION.findall(rest):
            if abbreviation not in _KNOWN_ABBREVIATIONS:
                yield f"{where}: nothing explains {abbreviation}"
        if can_count:
            for word in readability.words(rest):
                if readability.syllables(word) >= 3 and word.lower() not in content.everyday_words:
                    yield f'{where}: explain "{word}" in the glossary, or use a shorter word'


def _level(content: Content) -> Iterator[str]:
    """Find a stated reading level that is not the measured one."""
    if not readability.is_available():
        return
    for name, measured in reading_level(content).items():
        stated = content.reading_level.get(name)
        if stated != measured:
            yield f"reading_level.toml: {name} is {measured}, and {stated} is stated"


def reading_level(content: Content) -> dict[str, float]:
    """Return how hard all words are to read, measured now; ``textstat`` has to be there."""
    texts = [paragraph.text for _, paragraph in spoken_paragraphs(content)]
    raw = readability.count(texts)
    masked = readability.count(
        content.glossary.without_terms(text, readability.TAUGHT_WORD) for text in texts
    )
    return {
        "flesch_kincaid": round(raw.flesch_kincaid, 1),
        "smog": round(raw.smog, 1),
        "smog_without_taught_words": round(masked.smog, 1),
    }


def _reading(content: Content) -> str:
    if not readability.is_available():
        return "Reading level not measured: install decision-aid[test]."
    level = reading_level(content)
    return (
        f"Reading level: Flesch-Kincaid {level['flesch_kincaid']:.1f}, SMOG {level['smog']:.1f}; "
        f"with explained words masked SMOG {level['smog_without_taught_words']:.1f}."
    )
