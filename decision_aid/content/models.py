"""What a content file must hold; anything missing or unknown is refused with its place."""

from __future__ import annotations

import datetime as dt
from typing import Literal, Self

from pydantic import BaseModel, ConfigDict, Field, field_validator, model_validator

from decision_aid.content.blocks import Block, Paragraph, paragraphs


class _Strict(BaseModel):
    model_config = ConfigDict(frozen=True, extra="forbid", str_strip_whitespace=True)


class Review(_Strict):
    """Who has reviewed a topic. Nobody is ever invented: a state without a name says so."""

    state: Literal["not_reviewed", "reviewed"] = "not_reviewed"
    reviewer: str | None = None
    reviewed_on: dt.date | None = None

    @model_validator(mode="after")
    def _named(self) -> Self:
        named = self.reviewer is not None and self.reviewed_on is not None
        if named != (self.state == "reviewed"):
            message = "a review needs state 'reviewed', the reviewer and the date, or none of them"
            raise ValueError(message)
        return self


class TopicHead(_Strict):
    """The front matter of a topic."""

    title: str = Field(min_length=3)
    last_checked: dt.date
    review: Review = Review()


class Topic(_Strict):
    """One topic: what it is called, when it was last checked, and its words by section.

    Attributes:
        id: the path of its file below ``topics/`` without the ending.
        head: its front matter.
        sections: blocks by section id, in order; blocks before any heading stand under "".
        headings: the heading of each section but "".
    """

    id: str
    head: TopicHead
    sections: dict[str, tuple[Block, ...]]
    headings: dict[str, str]

    @property
    def title(self) -> str:
        """The title that people read."""
        return self.head.title

    @property
    def blocks(self) -> tuple[Block, ...]:
        """Every block in order, without headings."""
        return tuple(block for blocks in self.sections.values() for block in blocks)

    @property
    def sources(self) -> tuple[str, ...]:
        """Ids of the sources that its statements rest on, in order of first use."""
        cited = (source for p in paragraphs(self.blocks) for source in p.sources)
        return tuple(dict.fromkeys(cited))

    def section(self, name: str) -> tuple[Block, ...]:
        """Return one section's blocks; an absent one is empty."""
        return self.sections.get(name, ())


class Source(_Strict):
    """A public source that was read.

    Attributes:
        title: its title as published.
        publisher: who published it.
        dated: the date that it shows of itself, or ``None`` where it shows none.
        address: where it can be found.
        read_on: the day on which somebody of this project read it.
        note: what to know before it is relied on, such as that only a copy was read.
    """

    title: str = Field(min_length=3)
    publisher: str = Field(min_length=2)
    dated: str | None = None
    address: str = Field(pattern=r"^https://\S+$")
    read_on: dt.date
    note: str = ""


class PlaceWords(_Strict):
    """How a place is called: in plain words and in the word that a report uses."""

    label: str = Field(min_length=3)
    medical_term: str = Field(min_length=2)


class FollowUpWords(_Strict):
    """A follow-up question with the words of each of its answers."""

    question: str = Field(pattern=r"\?$")
    hint: str = ""
    answers: dict[str, str]


class QuestionWords(_Strict):
    """A question to bring to an appointment."""

    text: str = Field(pattern=r"\?$")


class ValueWords(_Strict):
    """Something that can matter: how it is called, what is asked, how options touch it."""

    label: str
    asks: str
    touches: dict[str, Paragraph]


class CheckWords(_Strict):
    """A question about the answer, what to say to the right reply, and to any other."""

    question: str = Field(pattern=r"\?$")
    right: Paragraph
    again: Paragraph


class GlossaryEntry(_Strict):
    """A medical word, the forms in which it appears, and what it means in plain words."""

    word: str
    forms: tuple[str, ...] = Field(min_length=1)
    means: Paragraph

    @field_validator("forms")
    @classmethod
    def _lower(cls, forms: tuple[str, ...]) -> tuple[str, ...]:
        return tuple(form.lower() for form in forms)
