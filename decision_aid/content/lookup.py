"""The words of one language, each part read when it is first needed."""

from __future__ import annotations

import datetime as dt
from functools import cached_property
from typing import Any

from decision_aid.content.compiled import CompiledWords
from decision_aid.content.entries import (
    Block,
    Bullets,
    CheckWords,
    FollowUpWords,
    Glossary,
    GlossaryEntry,
    NumbersOfOption,
    OutcomeRow,
    Paragraph,
    PlaceWords,
    SignedReview,
    Source,
    Span,
    Topic,
    TopicHead,
    ValueWords,
)


class Labels:
    """The short texts of the screens, the paper and the command line, by ``"group.name"``.

    They can be had alone, so that the first page is shown before anything else has been read.
    """

    def __init__(self, words: CompiledWords) -> None:
        """Take the words of the language; nothing is read yet."""
        self._words = words

    def text(self, key: str, /, **values: object) -> str:
        """Return a short text.

        Args:
            key: ``"group.name"``, such as ``"button.continue"``.
            **values: what stands in its ``{braces}``.

        Raises:
            KeyError: for a key that does not exist.
        """
        group, _, name = key.partition(".")
        text = self._groups[group][name]
        return text.format(**values) if values else text

    def group(self, name: str) -> dict[str, str]:
        """Return all short texts of one group."""
        return dict(self._groups[name])

    @cached_property
    def _groups(self) -> dict[str, dict[str, str]]:
        groups: dict[str, dict[str, str]] = self._words.part("labels")
        return groups


TOPICS = "topics/"
"""What the name of the part of a topic begins with, before its id."""


class Content:
    """The words of one language.

    Every method that looks something up raises ``KeyError`` for an id that does not exist.
    """

    def __init__(self, language: str, words: CompiledWords, labels: Labels | None = None) -> None:
        """Take the language and its compiled words; nothing is read yet.

        Args:
            language: its code.
            words: the words.
            labels: the short texts of these words where somebody has read them already.
        """
        self.language = language
        self._words = words
        self._topics: dict[str, Topic] = {}
        self._labels = labels or Labels(words)

    def label(self, key: str, /, **values: object) -> str:
        """Return a short text of the screens, the paper or the command line.

        Args:
            key: ``"group.name"``, such as ``"button.continue"``.
            **values: what stands in its ``{braces}``.
        """
        return self._labels.text(key, **values)

    def sentence(self, key: str, /, **values: object) -> Paragraph:
        """Return a short text that makes a statement, with its sources.

        What stands in its ``{braces}`` is put in as it is: no mark in it means anything.
        """
        told = self.sentences[key]
        if not values:
            return told
        spans = tuple(span._replace(text=span.text.format(**values)) for span in told.spans)
        return told._replace(spans=spans)

    def date(self, day: dt.date) -> str:
        """Return a date written out."""
        month = self.label(f"month.m{day.month}")
        return self.label("date.written", day=day.day, month=month, year=day.year)

    def dated(self, source: Source) -> str:
        """Return when a source is from: as it shows itself, or the year that is known of it."""
        return source.dated or str(source.year or "") or self.label("summary.no_date")

    def dated_and_kind(self, source: Source) -> str:
        """Return when a source is from and, where it is known, of what kind it is."""
        date = self.dated(source)
        if not source.kind:
            return date
        kind = self.label(f"source_kind.{source.kind.replace(' ', '_')}")
        return self.label("summary.dated_and_kind", date=date, kind=kind)

    def labels(self, group: str) -> dict[str, str]:
        """Return all short texts of one group."""
        return self._labels.group(group)

    def place(self, place_id: str) -> PlaceWords:
        """Return how a place is called."""
        return self.places[place_id]

    def follow_up(self, place_id: str) -> FollowUpWords:
        """Return the words of a place's follow-up question."""
        return self.follow_ups[place_id]

    def question(self, question_id: str) -> str:
        """Return the words of a question for the appointment."""
        return self.questions[question_id]

    def has_question(self, question_id: str) -> bool:
        """Whether this is the id of a question, not somebody's own words."""
        return question_id in self.questions

    def value(self, value_id: str) -> ValueWords:
        """Return the words of something that can matter."""
        return self.values[value_id]

    def check(self, check_id: str) -> CheckWords:
        """Return the words of a question about the answer."""
        return self.checks[check_id]

    def topic(self, topic_id: str) -> Topic:
        """Return one topic, its medical words not yet marked."""
        if topic_id not in self._topics:
            self._topics[topic_id] = _topic(topic_id, self._words.part(TOPICS + topic_id))
        return self._topics[topic_id]

    def topic_ids(self) -> tuple[str, ...]:
        """Return the id of every topic there is, sorted."""
        names = self._words.names()
        return tuple(sorted(n.removeprefix(TOPICS) for n in names if n.startswith(TOPICS)))

    def source(self, source_id: str) -> Source:
        """Return one source."""
        return self.sources[source_id]

    @cached_property
    def signed_reviews(self) -> dict[str, SignedReview]:
        """Every signed review by the name of its file; today there may be none."""
        return {
            file: SignedReview(**one | {"reviewed_on": dt.date.fromisoformat(one["reviewed_on"])})
            for file, one in self._words.part("reviews").items()
        }

    @cached_property
    def sources(self) -> dict[str, Source]:
        """Every source by id; they are shared by all languages."""
        return {
            key: Source(**one | {"read_on": dt.date.fromisoformat(one["read_on"])})
            for key, one in self._words.part("sources").items()
        }

    @cached_property
    def numbers(self) -> dict[str, NumbersOfOption]:
        """What options did in studies, by id; they are shared by all languages."""
        return {
            key: NumbersOfOption(
                one["decision"],
                one["option"],
                tuple(
                    OutcomeRow(**row | {"of_100": tuple(row["of_100"])}) for row in one["outcomes"]
                ),
            )
            for key, one in self._words.part("numbers").items()
        }

    @cached_property
    def sentences(self) -> dict[str, Paragraph]:
        """Every short text that makes a statement, by ``"group.name"``, its braces empty."""
        return _paragraphs(self._words.part("sentences"))

    @cached_property
    def glossary(self) -> Glossary:
        """The medical words."""
        return Glossary(
            {
                key: GlossaryEntry(one["word"], tuple(one["forms"]), _paragraph(one["means"]))
                for key, one in self._words.part("glossary").items()
            }
        )

    @cached_property
    def reading_level(self) -> dict[str, float]:
        """How hard the words are to read, as it was measured when they were last changed."""
        level: dict[str, float] = self._words.part("reading_level")
        return level

    @cached_property
    def everyday_words(self) -> frozenset[str]:
        """Long words that everybody knows and nobody has to explain."""
        return frozenset(self._words.part("everyday_words"))

    @cached_property
    def places(self) -> dict[str, PlaceWords]:
        """How each place is called, by its id."""
        return {key: PlaceWords(**one) for key, one in self._words.part("places").items()}

    @cached_property
    def follow_ups(self) -> dict[str, FollowUpWords]:
        """The words of every follow-up question, by place."""
        return {key: FollowUpWords(**one) for key, one in self._words.part("follow_ups").items()}

    @cached_property
    def questions(self) -> dict[str, str]:
        """Every question for the appointment, by id."""
        return {key: one["text"] for key, one in self._words.part("questions").items()}

    @cached_property
    def values(self) -> dict[str, ValueWords]:
        """Everything that can matter, by id."""
        return {
            key: ValueWords(one["label"], one["asks"], _paragraphs(one["touches"]))
            for key, one in self._words.part("values").items()
        }

    @cached_property
    def checks(self) -> dict[str, CheckWords]:
        """Every question about the answer, by id."""
        return {
            key: CheckWords(one["question"], _paragraph(one["right"]), _paragraph(one["again"]))
            for key, one in self._words.part("understanding").items()
        }


def _topic(topic_id: str, compiled: dict[str, Any]) -> Topic:
    head = compiled["head"]
    return Topic(
        id=topic_id,
        head=TopicHead(head["title"], dt.date.fromisoformat(head["last_checked"])),
        sections={
            name: tuple(map(_block, blocks)) for name, blocks in compiled["sections"].items()
        },
        headings=compiled["headings"],
    )


def _block(compiled: list[Any]) -> Block:
    """Return a block; JSON made lists of what was compiled, its kind at the end."""
    first, *_, kind = compiled
    return Bullets(tuple(map(_paragraph, first))) if kind == "bullets" else _paragraph(compiled)


def _paragraph(compiled: list[Any]) -> Paragraph:
    spans, sources, _ = compiled
    return Paragraph(tuple(Span(*span) for span in spans), tuple(sources))


def _paragraphs(compiled: dict[str, list[Any]]) -> dict[str, Paragraph]:
    return {key: _paragraph(one) for key, one in compiled.items()}
