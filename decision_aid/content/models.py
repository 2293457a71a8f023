"""What a content file must hold; anything missing or unknown is refused with its place."""

from __future__ import annotations

import datetime as dt
from typing import Annotated

from pydantic import BaseModel, ConfigDict, Field, field_validator

from decision_aid.content.blocks import Block, Paragraph, paragraphs


class _Strict(BaseModel):
    model_config = ConfigDict(frozen=True, extra="forbid", str_strip_whitespace=True)


class TopicHead(_Strict):
    """The front matter of a topic."""

    title: str = Field(min_length=3)
    last_checked: dt.date


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


class SignedReview(_Strict):
    """Who read which words, and when. Nobody is ever invented.

    Attributes:
        reviewer: the full name.
        role: what makes them able to judge, such as "breast surgeon".
        reviewed_on: the day of the signature.
        words: the SHA-256 of the words as they stood, by topic id or table.
    """

    reviewer: str = Field(min_length=3)
    role: str = Field(min_length=3)
    reviewed_on: dt.date
    words: dict[str, Annotated[str, Field(pattern=r"^[0-9a-f]{64}$")]] = Field(min_length=1)


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
