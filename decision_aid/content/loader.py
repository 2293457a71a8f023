"""Loads the words of one language, each file when it is first needed."""

from __future__ import annotations

import datetime as dt
import tomllib
from functools import cache, cached_property
from pathlib import Path
from typing import TYPE_CHECKING, Any, Final, NamedTuple, TypeVar

from decision_aid.content.blocks import Paragraph
from decision_aid.content.errors import ContentError
from decision_aid.content.fields import FieldError, filled
from decision_aid.content.glossary import Glossary
from decision_aid.content.labels import DEFAULT_LANGUAGE, Labels, load_labels, read_toml
from decision_aid.content.markup import parse_line, parse_sections
from decision_aid.content.models import (
    CheckWords,
    FollowUpWords,
    GlossaryEntry,
    PlaceWords,
    QuestionWords,
    SignedReview,
    Source,
    Topic,
    TopicHead,
    ValueWords,
)
from decision_aid.content.resources import resources_folder

if TYPE_CHECKING:
    from decision_aid.content.reviews import Reviews

_FENCE: Final = "+++"
_Record = TypeVar("_Record", bound=NamedTuple)


class Content:
    """The words of one language.

    Every method that looks something up raises ``ContentError`` with file and line where a file
    is broken, and ``KeyError`` for an id that does not exist.
    """

    def __init__(self, language: str, folder: Path) -> None:
        """Take the language and the resources folder; nothing is read yet."""
        self.language = language
        self._root = folder
        self._folder = folder / language
        self._topics: dict[str, Topic] = {}
        ours = folder == resources_folder()
        self._labels = load_labels(language) if ours else Labels(self._folder)

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
        told = parse_line(self.label(key), key)
        if not values:
            return told
        spans = tuple(span._replace(text=span.text.format(**values)) for span in told.spans)
        return told._replace(spans=spans)

    def date(self, day: dt.date) -> str:
        """Return a date written out."""
        month = self.label(f"month.m{day.month}")
        return self.label("date.written", day=day.day, month=month, year=day.year)

    def labels(self, group: str) -> dict[str, str]:
        """Return all short texts of one group."""
        return self._labels.group(group)

    def place(self, place_id: str) -> PlaceWords:
        """Return how a place is called."""
        return self._places[place_id]

    def follow_up(self, place_id: str) -> FollowUpWords:
        """Return the words of a place's follow-up question."""
        return self._follow_ups[place_id]

    def question(self, question_id: str) -> str:
        """Return the words of a question for the appointment."""
        return self._questions[question_id].text

    def has_question(self, question_id: str) -> bool:
        """Whether this is the id of a question, not somebody's own words."""
        return question_id in self._questions

    def value(self, value_id: str) -> ValueWords:
        """Return the words of something that can matter."""
        return self._values[value_id]

    def check(self, check_id: str) -> CheckWords:
        """Return the words of a question about the answer."""
        return self._checks[check_id]

    def topic(self, topic_id: str) -> Topic:
        """Return one topic, its medical words not yet marked."""
        if topic_id not in self._topics:
            self._topics[topic_id] = self._read_topic(topic_id)
        return self._topics[topic_id]

    def topic_ids(self) -> tuple[str, ...]:
        """Return the id of every topic file there is, sorted."""
        base = self._folder / "topics"
        return tuple(
            sorted(p.relative_to(base).with_suffix("").as_posix() for p in base.rglob("*.md"))
        )

    def review_files(self) -> dict[str, SignedReview]:
        """Return every signed review by the name of its file; today there may be none."""
        return {
            path.name: self._valid(path, path.name, SignedReview, self._toml(path))
            for path in sorted((self._folder / "reviews").glob("*.toml"))
        }

    @cached_property
    def reviews(self) -> Reviews:
        """The signed reviews, held against the words."""
        from decision_aid.content.reviews import Reviews  # noqa: PLC0415 - only when needed

        return Reviews(self)

    def source(self, source_id: str) -> Source:
        """Return one source."""
        return self.sources[source_id]

    @cached_property
    def sources(self) -> dict[str, Source]:
        """Every source by id; they are shared by all languages."""
        return self._table(self._root / "sources.toml", Source)

    @cached_property
    def glossary(self) -> Glossary:
        """The medical words."""
        return Glossary(self._table(self._folder / "glossary.toml", GlossaryEntry))

    @cached_property
    def _values(self) -> dict[str, ValueWords]:
        return self._table(self._folder / "values.toml", ValueWords)

    @cached_property
    def _checks(self) -> dict[str, CheckWords]:
        return self._table(self._folder / "understanding.toml", CheckWords)

    @cached_property
    def reading_level(self) -> dict[str, float]:
        """How hard the words are to read, as it was measured when they were last changed."""
        return {k: float(v) for k, v in self._toml(self._folder / "reading_level.toml").items()}

    @cached_property
    def everyday_words(self) -> frozenset[str]:
        """Long words that everybody knows and nobody has to explain."""
        text = (self._folder / "everyday_words.txt").read_text(encoding="utf-8")
        return frozenset(
            line.strip() for line in text.splitlines() if line and not line.startswith("#")
        )

    @cached_property
    def _places(self) -> dict[str, PlaceWords]:
        return self._table(self._folder / "places.toml", PlaceWords)

    @cached_property
    def _follow_ups(self) -> dict[str, FollowUpWords]:
        return self._table(self._folder / "follow_ups.toml", FollowUpWords)

    @cached_property
    def _questions(self) -> dict[str, QuestionWords]:
        return self._table(self._folder / "questions.toml", QuestionWords)

    def _read_topic(self, topic_id: str) -> Topic:
        path = self._folder / "topics" / f"{topic_id}.md"
        name = self._name(path)
        if not path.is_file():
            raise KeyError(topic_id)
        text = path.read_text(encoding="utf-8")
        start, _, rest = text.partition(f"{_FENCE}\n")
        head, fence, body = rest.partition(f"\n{_FENCE}\n")
        if start or not fence:
            raise ContentError(name, f"a topic starts with its front matter between {_FENCE}", 1)
        try:
            front = tomllib.loads(head)
        except tomllib.TOMLDecodeError as error:
            raise ContentError(name, str(error)) from error
        first_line = head.count("\n") + 4
        sections, headings = parse_sections(body, name, first_line)
        valid = self._valid(path, "front matter", TopicHead, front)
        return Topic(id=topic_id, head=valid, sections=sections, headings=headings)

    def _table(self, path: Path, record: type[_Record]) -> dict[str, _Record]:
        return {k: self._valid(path, k, record, v) for k, v in self._toml(path).items()}

    def _toml(self, path: Path) -> dict[str, Any]:
        return read_toml(path, self._root.parent)

    def _valid(self, path: Path, key: str, record: type[_Record], raw: object) -> _Record:
        try:
            return filled(record, raw)
        except FieldError as error:
            problem = f"{key}: {error}"
            raise ContentError(self._name(path), problem, self._line_of(path, key)) from error

    def _line_of(self, path: Path, key: str) -> int | None:
        lines = path.read_text(encoding="utf-8").splitlines()
        return next((n for n, line in enumerate(lines, 1) if line.startswith(f"[{key}]")), None)

    def _name(self, path: Path) -> str:
        return path.relative_to(self._root.parent).as_posix()


@cache
def load(language: str = DEFAULT_LANGUAGE) -> Content:
    """Return the words of a language.

    Raises:
        LookupError: if there are no words for it; the message names those there are.
    """
    load_labels(language)
    return Content(language, resources_folder())
