"""What can be looked up in the words: topics, places, questions, sources and the rest.

Their texts are made of a small set of blocks, on screen and on paper. ``type`` names the kind of a
block to templates and in JSON.

``decision_aid.content.compiling`` holds the files to these fields before anything is made of them.
"""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Iterator, Mapping
from typing import Final, Literal, NamedTuple


class Span(NamedTuple):
    """A run of text.

    Attributes:
        text: the words.
        strong: whether they carry weight.
        term: id of the glossary entry that explains them, or ``None``.
    """

    text: str
    strong: bool = False
    term: str | None = None


class Paragraph(NamedTuple):
    """One paragraph with the ids of the sources that its statements rest on.

    ``sources`` is empty only where the paragraph makes no medical statement.
    """

    spans: tuple[Span, ...]
    sources: tuple[str, ...] = ()
    type: Literal["paragraph"] = "paragraph"

    @property
    def text(self) -> str:
        """The plain words."""
        return "".join(span.text for span in self.spans)


class Bullets(NamedTuple):
    """A list of short paragraphs."""

    items: tuple[Paragraph, ...]
    type: Literal["bullets"] = "bullets"


Block = Paragraph | Bullets


def paragraphs(blocks: tuple[Block, ...]) -> Iterator[Paragraph]:
    """Yield every paragraph of these blocks, list items included, in reading order."""
    for block in blocks:
        if isinstance(block, Bullets):
            yield from block.items
        else:
            yield block


class TopicHead(NamedTuple):
    """The front matter of a topic."""

    title: str
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


class OutcomeRow(NamedTuple):
    """How often something happened in a study, with an option and without it.

    Attributes:
        outcome: what happened; its words stand under ``numbers_outcome``.
        when: over which time; its words stand under ``numbers_when``.
        of_100: of 100 people with the option, and of 100 without it, as the source gives it.
        design: whether chance decided who had what, several such studies were put together, or
            people were only watched.
        certainty: as the source grades it.
        source: the id of the source.
        read: in which of its texts the figures were seen.
    """

    outcome: str
    when: str
    of_100: tuple[float, float]
    design: Literal["randomized", "pooled", "watched"]
    certainty: Literal["not_graded", "high", "moderate", "low", "very_low"]
    source: str
    read: Literal["abstract", "table", "page", "paper"]


class NumbersOfOption(NamedTuple):
    """What an option did in studies, beside what it was compared with.

    Attributes:
        decision: the decision that it belongs to.
        option: the option.
        outcomes: the rows, gains first.
    """

    decision: str
    option: str
    outcomes: tuple[OutcomeRow, ...]


class SignedReview(NamedTuple):
    """Who read which words, and when. Nobody is ever invented.

    Attributes:
        reviewer: the full name.
        role: what makes them able to judge, such as "breast surgeon".
        reviewed_on: the day of the signature.
        words: the SHA-256 of the words as they stood, by topic id or table.
    """

    reviewer: str
    role: str
    reviewed_on: dt.date
    words: dict[str, str]


SourceKind = Literal[
    "guideline",
    "systematic review",
    "randomized trial",
    "registry",
    "regulator",
    "cohort",
    "review article",
    "standard",
    "professional page",
    "patient page",
    "dictionary",
    "news",
    "drug maker",
]
SourceRead = Literal["abstract", "page", "paper"]


class Source(NamedTuple):
    """A public source that was read.

    Attributes:
        title: its title as published.
        publisher: who published it.
        address: where it can be found.
        read_on: the day on which somebody of this project read it.
        dated: the date that it shows of itself, or "" where it shows none.
        note: what to know before it is relied on, such as that only a copy was read.
        kind: what sort of source it is, or "" where that is not certain yet.
        year: the year in which it was published, or ``None`` where it is not known.
        doi: its Digital Object Identifier, or "".
        pmid: its number in PubMed, or "".
        read: what was read of it, or "" where nobody noted it.
    """

    title: str
    publisher: str
    address: str
    read_on: dt.date
    dated: str
    note: str
    kind: Literal[SourceKind, ""]
    year: int | None
    doi: str
    pmid: str
    read: Literal[SourceRead, ""]


class PlaceWords(NamedTuple):
    """How a place is called: in plain words and in the word that a report uses."""

    label: str
    medical_term: str


class FollowUpWords(NamedTuple):
    """A follow-up question with the words of each of its answers."""

    question: str
    answers: dict[str, str]
    hint: str


class ValueWords(NamedTuple):
    """Something that can matter: how it is called, what is asked, how options touch it."""

    label: str
    asks: str
    touches: dict[str, Paragraph]


class CheckWords(NamedTuple):
    """A question about the answer, what to say to the right reply, and to any other."""

    question: str
    right: Paragraph
    again: Paragraph


class GlossaryEntry(NamedTuple):
    """A medical word, the forms in which it appears, and what it means in plain words."""

    word: str
    forms: tuple[str, ...]
    means: Paragraph


MOST_IN_A_ROW: Final = 10
"""How many keys of 48 pixels and their gaps a screen 768 pixels wide holds, with room at 200 %."""


class KeyboardLayout(NamedTuple):
    """The keys that a language is typed with on a screen.

    Attributes:
        plain: the rows from above, one letter a key.
        shifted: the same keys with Shift.
        names: how a key is called where the letter itself does not say it.
    """

    plain: tuple[str, ...]
    shifted: tuple[str, ...]
    names: dict[str, str]


class Glossary:
    """Every medical word of one language, found in any of its forms."""

    def __init__(self, entries: Mapping[str, GlossaryEntry]) -> None:
        """Take the entries by id."""
        self.entries = dict(entries)
        self._id_by_form = {
            form.lower(): key for key, entry in entries.items() for form in entry.forms
        }
        forms = sorted(self._id_by_form, key=len, reverse=True)
        joined = "|".join(re.escape(form) for form in forms)
        self._finder = re.compile(rf"(?<![\w-])(?:{joined})(?![\w-])", re.IGNORECASE)

    def marked(self, blocks: tuple[Block, ...], known: set[str] | None = None) -> tuple[Block, ...]:
        """Return the blocks with the first use of each medical word tied to its entry.

        Args:
            blocks: any blocks.
            known: ids that are tied already; it grows by those that this call ties.
        """
        seen = set() if known is None else known
        return tuple(
            Bullets(tuple(self.marked_paragraph(item, seen) for item in block.items))
            if isinstance(block, Bullets)
            else self.marked_paragraph(block, seen)
            for block in blocks
        )

    def marked_paragraph(self, paragraph: Paragraph, seen: set[str]) -> Paragraph:
        """Return one paragraph marked as ``marked`` does; ``seen`` grows by what is tied."""
        spans = tuple(part for span in paragraph.spans for part in self._split(span, seen))
        return paragraph._replace(spans=spans)

    def terms_in(self, text: str) -> tuple[str, ...]:
        """Return the ids of the medical words in this text, in order of first use."""
        found = (self._id_by_form[m.group().lower()] for m in self._finder.finditer(text))
        return tuple(dict.fromkeys(found))

    def without_terms(self, text: str, mask: str) -> str:
        """Return the text with every medical word replaced by ``mask``."""
        return self._finder.sub(mask, text)

    def _split(self, span: Span, seen: set[str]) -> list[Span]:
        parts: list[Span] = []
        start = 0
        for match in self._finder.finditer(span.text):
            term = self._id_by_form[match.group().lower()]
            if term in seen:
                continue
            seen.add(term)
            if match.start() > start:
                parts.append(Span(text=span.text[start : match.start()], strong=span.strong))
            parts.append(Span(text=match.group(), strong=span.strong, term=term))
            start = match.end()
        if start < len(span.text):
            parts.append(Span(text=span.text[start:], strong=span.strong))
        return parts
