"""Holds all words to their own rules; CI and ``content check`` share this."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from typing import Final

from decision_aid.content import readability
from decision_aid.content.blocks import Paragraph, paragraphs
from decision_aid.content.errors import ContentError
from decision_aid.content.loader import Content
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
    """

    problems: tuple[str, ...]
    topics: int
    signed: int
    reading: str

    @property
    def verdict(self) -> str:
        """One line that sums it up."""
        count = len(self.problems)
        problems = "no problem" if not count else "1 problem" if count == 1 else f"{count} problems"
        return (
            f"{self.topics} topics, {self.signed} signed by a clinician, {problems}. {self.reading}"
        ).rstrip()


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


def check(
    content: Content, today: dt.date | None = None, *, code_sources: frozenset[str]
) -> CheckResult:
    """Check every content file of one language.

    Args:
        content: the words.
        today: the day that no date may lie after; today where it is not given.
        code_sources: every source id on which the tables of codes rest.
    """
    day = today or dt.datetime.now(tz=dt.UTC).date()
    checks: tuple[Callable[[], Iterable[str]], ...] = (
        lambda: _topics(content, day),
        lambda: _tables(content),
        lambda: _balance(content),
        lambda: _sources(content, day, code_sources),
        lambda: _words(content),
        lambda: _reviews(content, day),
        lambda: _level(content),
    )
    problems: list[str] = []
    for one in checks:
        try:
            problems += one()
        except ContentError as error:
            problems.append(str(error))
    # A broken topic is met again by every check that reads it; it is said once.
    once = tuple(dict.fromkeys(problems))
    reading = "" if once else _reading(content)
    topics = content.topic_ids()
    signed = 0 if once else sum(content.reviews.of(topic) is not None for topic in topics)
    return CheckResult(once, len(topics), signed, reading)


def spoken_paragraphs(content: Content) -> Iterator[tuple[str, Paragraph]]:
    """Yield every paragraph that makes a statement, with the name of what it stands in."""
    for topic_id in content.topic_ids():
        for paragraph in paragraphs(content.topic(topic_id).blocks):
            yield topic_id, paragraph
    for key, entry in content.glossary.entries.items():
        yield f"glossary: {key}", entry.means
    for value in all_values():
        for option, paragraph in content.value(value).touches.items():
            yield f"values.toml: {value}.{option}", paragraph
    for check in all_checks():
        words = content.check(check.id)
        yield f"understanding.toml: {check.id}", words.right
        yield f"understanding.toml: {check.id}", words.again


def _topics(content: Content, day: dt.date) -> Iterator[str]:
    present, expected = set(content.topic_ids()), expected_topics()
    yield from (f"topics/{topic}.md: this topic is missing" for topic in sorted(expected - present))
    yield from (
        f"topics/{topic}.md: nothing shows this topic" for topic in sorted(present - expected)
    )
    for topic_id in sorted(present):
        try:
            topic = content.topic(topic_id)
        except ContentError as error:
            yield str(error)
            continue
        if topic.head.last_checked > day:
            yield f"topics/{topic_id}.md: last_checked lies in the future"
        if topic_id.startswith("results/"):
            answer = [p.text for p in paragraphs(topic.section("answer"))]
            if [len(readability.sentences(text)) for text in answer] != [1, 1]:
                yield f"topics/{topic_id}.md: the answer is two paragraphs of one sentence each"


def _tables(content: Content) -> Iterator[str]:
    for place in PLACES:
        try:
            content.place(place)
        except KeyError:
            yield f"places.toml: [{place}] is missing"
    for place, follow_up in FOLLOW_UPS.items():
        try:
            given = set(content.follow_up(place).answers)
        except KeyError:
            yield f"follow_ups.toml: [{place}] is missing"
            continue
        if given != set(follow_up.answers):
            yield f"follow_ups.toml: [{place}.answers] must be {', '.join(follow_up.answers)}"
    for value, touched in all_values().items():
        try:
            told = set(content.value(value).touches)
        except KeyError:
            yield f"values.toml: [{value}] is missing"
            continue
        if told != set(touched):
            yield f"values.toml: [{value}.touches] must be {', '.join(touched)}"
    for check in all_checks():
        try:
            content.check(check.id)
        except KeyError:
            yield f"understanding.toml: [{check.id}] is missing"
    for question in all_questions():
        if not content.has_question(question):
            yield f"questions.toml: [{question}] is missing"


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


def _sources(content: Content, day: dt.date, code_sources: frozenset[str]) -> Iterator[str]:
    tables = {"the table of decisions": TABLE_SOURCES, "the tables of codes": code_sources}
    cited: set[str] = set().union(*tables.values())
    yield from (
        f"{table}: there is no source [{source}]"
        for table, sources in tables.items()
        for source in sorted(sources)
        if source not in content.sources
    )
    for where, paragraph in spoken_paragraphs(content):
        cited.update(paragraph.sources)
        for cited_here in paragraph.sources:
            if cited_here not in content.sources:
                yield f"{where}: there is no source [{cited_here}]"
    for group in ("could_change", "open_answer", "open_because", "open_then", "aim_then"):
        for key in content.labels(group):
            said = content.sentence(f"{group}.{key}").sources
            cited.update(said)
            missing = (source for source in said if source not in content.sources)
            yield from (f"[{group}] {key}: there is no source [{source}]" for source in missing)
    for key in content.labels("fhir_sources"):
        cited.update(content.sentence(f"fhir_sources.{key}").sources)
    yield from (f"sources.toml: nothing cites [{s}]" for s in sorted(set(content.sources) - cited))
    for key, source in content.sources.items():
        if source.read_on > day:
            yield f"sources.toml: [{key}] read_on lies in the future"


def _reviews(content: Content, day: dt.date) -> Iterator[str]:
    reviews = content.reviews
    for file, review in reviews.files.items():
        if review.reviewed_on > day:
            yield f"reviews/{file}: reviewed_on lies in the future"
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
