"""What a content file must hold; anything missing or unknown is refused with its place."""

from __future__ import annotations

import datetime as dt
from typing import Annotated, NamedTuple

from decision_aid.content.blocks import Block, Paragraph, paragraphs
from decision_aid.content.fields import AtLeast, Matches

_Name = Annotated[str, AtLeast(3, "letters")]
_Asked = Annotated[str, Matches(r"\?$", "this has to end with a question mark")]
_Sha256 = Annotated[str, Matches(r"^[0-9a-f]{64}$", "this has to be 64 hex digits")]


class TopicHead(NamedTuple):
    """The front matter of a topic."""

    title: _Name
    last_checked: dt.date


class Topic(NamedTuple):
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


class SignedReview(NamedTuple):
    """Who read which words, and when. Nobody is ever invented.

    Attributes:
        reviewer: the full name.
        role: what makes them able to judge, such as "breast surgeon".
        reviewed_on: the day of the signature.
        words: the SHA-256 of the words as they stood, by topic id or table.
    """

    reviewer: _Name
    role: _Name
    reviewed_on: dt.date
    words: Annotated[dict[str, _Sha256], AtLeast(1, "part")]


class Source(NamedTuple):
    """A public source that was read.

    Attributes:
        title: its title as published.
        publisher: who published it.
        address: where it can be found.
        read_on: the day on which somebody of this project read it.
        dated: the date that it shows of itself, or "" where it shows none.
        note: what to know before it is relied on, such as that only a copy was read.
    """

    title: _Name
    publisher: Annotated[str, AtLeast(2, "letters")]
    address: Annotated[str, Matches(r"^https://\S+$", "this has to begin with https://")]
    read_on: dt.date
    dated: str = ""
    note: str = ""


class PlaceWords(NamedTuple):
    """How a place is called: in plain words and in the word that a report uses."""

    label: _Name
    medical_term: Annotated[str, AtLeast(2, "letters")]


class FollowUpWords(NamedTuple):
    """A follow-up question with the words of each of its answers."""

    question: _Asked
    answers: dict[str, str]
    hint: str = ""


class QuestionWords(NamedTuple):
    """A question to bring to an appointment."""

    text: _Asked


class ValueWords(NamedTuple):
    """Something that can matter: how it is called, what is asked, how options touch it."""

    label: str
    asks: str
    touches: dict[str, Paragraph]


class CheckWords(NamedTuple):
    """A question about the answer, what to say to the right reply, and to any other."""

    question: _Asked
    right: Paragraph
    again: Paragraph


class GlossaryEntry(NamedTuple):
    """A medical word, the forms in which it appears, and what it means in plain words."""

    word: str
    forms: Annotated[tuple[str, ...], AtLeast(1, "form")]
    means: Paragraph
