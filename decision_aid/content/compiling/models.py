"""What a file of words must hold; anything missing, unknown or expired is refused.

``decision_aid.content.entries`` says what the fields are; this says what they take.
"""

from __future__ import annotations

import datetime as dt
from string import Formatter
from typing import Annotated, Any, Final, Literal, Self

from pydantic import (
    AfterValidator,
    Field,
    PlainValidator,
    TypeAdapter,
    ValidationInfo,
    model_validator,
)
from pydantic_core import PydanticCustomError

from decision_aid.content.compiling.markdown import MARKER, MarkupError, read_line
from decision_aid.content.entries import MOST_IN_A_ROW, Paragraph, SourceKind, SourceRead
from decision_aid.content.reviews import CHECKED_EVERY, is_overdue
from decision_aid.content.signing import (
    Name,
    PastDay,
    PastYear,
    ReviewFile,
    StrictEntry,
    today_of,
)


def _statement(text: object) -> Paragraph:
    if not isinstance(text, str):
        raise PydanticCustomError("string_type", "this has to be text")
    try:
        return read_line(text)
    except MarkupError as error:
        raise PydanticCustomError("markup", "{problem}", {"problem": error.problem}) from error


def _short_text(text: object) -> str | Paragraph:
    """Read a short text; only one that names its sources is Markdown."""
    if not isinstance(text, str):
        raise PydanticCustomError("string_type", "this has to be text")
    if not _can_be_filled(text):
        raise PydanticCustomError("braces", "its braces do not fit; in them stands one name")
    return _statement(text) if MARKER in text else text


def _can_be_filled(text: str) -> bool:
    try:
        names = [name for _, name, _, _ in Formatter().parse(text) if name is not None]
    except ValueError:
        return False
    return all(name.isidentifier() for name in names)


def _asked(text: str) -> str:
    if not text.endswith("?"):
        raise PydanticCustomError("not_asked", "this has to end with a question mark")
    return text


def _address(text: str) -> str:
    if not text.startswith("https://") or " " in text:
        raise PydanticCustomError("not_an_address", "this has to begin with https://")
    return text


def _still_fresh(day: dt.date, info: ValidationInfo) -> dt.date:
    today = today_of(info)
    if today and is_overdue(day, today):
        raise PydanticCustomError(
            "expired",
            "these words have expired: check them again, as is due every {days} days",
            {"days": CHECKED_EVERY.days},
        )
    return day


_Statement = Annotated[Paragraph, PlainValidator(_statement)]
_ShortText = Annotated[str | Paragraph, PlainValidator(_short_text)]
_Asked = Annotated[str, AfterValidator(_asked)]
_TwoLetters = Annotated[str, Field(min_length=2)]


_Share = Annotated[float, Field(ge=0, le=100)]


class TopicHeadEntry(StrictEntry):
    """The front matter of a topic."""

    title: Name
    last_checked: Annotated[PastDay, AfterValidator(_still_fresh)]


class SourceEntry(StrictEntry):
    """A public source that was read."""

    title: Name
    publisher: _TwoLetters
    address: Annotated[str, AfterValidator(_address)]
    read_on: PastDay
    dated: str = ""
    note: str = ""
    kind: Literal[SourceKind, ""] = ""
    year: PastYear | None = None
    doi: Annotated[str, Field(pattern=r"^(10\.\d{4,9}/\S+)?$")] = ""
    pmid: Annotated[str, Field(pattern=r"^\d{0,8}$")] = ""
    read: Literal[SourceRead, ""] = ""


class PlaceEntry(StrictEntry):
    """How a place is called."""

    label: Name
    medical_term: _TwoLetters


class FollowUpEntry(StrictEntry):
    """A follow-up question with the words of each of its answers."""

    question: _Asked
    answers: dict[str, str]
    hint: str = ""


class QuestionEntry(StrictEntry):
    """A question to bring to an appointment."""

    text: _Asked


class ValueEntry(StrictEntry):
    """Something that can matter."""

    label: str
    asks: str
    touches: dict[str, _Statement]


class CheckEntry(StrictEntry):
    """A question about the answer."""

    question: _Asked
    right: _Statement
    again: _Statement


class GlossaryFileEntry(StrictEntry):
    """A medical word and what it means."""

    word: str
    forms: Annotated[list[str], Field(min_length=1)]
    means: _Statement


class ReadingLevelFile(StrictEntry):
    """How hard the words are to read."""

    flesch_kincaid: float
    smog: float
    smog_without_taught_words: float


class KeyboardFile(StrictEntry):
    """The keys that a language is typed with."""

    plain: Annotated[list[str], Field(min_length=1)]
    shifted: list[str]
    names: dict[str, str] = Field(default_factory=dict)

    @model_validator(mode="after")
    def _fits(self) -> Self:
        problem = self._problem()
        if problem:
            raise PydanticCustomError("keys", "{problem}", {"problem": problem})
        return self

    def _problem(self) -> str:
        if [len(row) for row in self.plain] != [len(row) for row in self.shifted]:
            return "plain and shifted need the same rows, each with as many keys"
        keys = "".join((*self.plain, *self.shifted))
        if max(map(len, self.plain)) > MOST_IN_A_ROW:
            return f"a row has {MOST_IN_A_ROW} keys at most"
        twice = sorted({key for key in keys if keys.count(key) > 1})
        if twice:
            return f"there is more than one key for {' '.join(twice)}"
        unnamed = [key for key in keys if not key.isalnum() and not self.names.get(key)]
        return f"[names] has none for {' '.join(unnamed)}" if unnamed else ""


class OutcomeEntry(StrictEntry):
    """How often something happened, with an option and without it."""

    outcome: Name
    when: str
    of_100: Annotated[list[_Share], Field(min_length=2, max_length=2)]
    design: Literal["randomized", "pooled", "watched"]
    certainty: Literal["not_graded", "high", "moderate", "low", "very_low"]
    source: str
    read: Literal["abstract", "table", "page", "paper"]


class NumbersEntry(StrictEntry):
    """What an option did in studies."""

    decision: str
    option: str
    outcomes: Annotated[list[OutcomeEntry], Field(min_length=1)]


TABLES: Final[dict[str, TypeAdapter[Any]]] = {
    "places": TypeAdapter(dict[str, PlaceEntry]),
    "follow_ups": TypeAdapter(dict[str, FollowUpEntry]),
    "questions": TypeAdapter(dict[str, QuestionEntry]),
    "values": TypeAdapter(dict[str, ValueEntry]),
    "understanding": TypeAdapter(dict[str, CheckEntry]),
    "glossary": TypeAdapter(dict[str, GlossaryFileEntry]),
    "reading_level": TypeAdapter(ReadingLevelFile),
    "keyboard": TypeAdapter(KeyboardFile),
}
"""What each TOML file of a language holds, by its name."""

NUMBERS: Final = TypeAdapter(dict[str, NumbersEntry])
SOURCES: Final = TypeAdapter(dict[str, SourceEntry])
LABELS: Final = TypeAdapter(dict[str, dict[str, _ShortText]])
TOPIC_HEAD: Final = TypeAdapter(TopicHeadEntry)
REVIEW: Final = TypeAdapter(ReviewFile)
