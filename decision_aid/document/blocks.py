"""The kinds of blocks that a document is made of, and what holds for all of them.

A block holds finished words; a renderer adds looks and nothing else. Blocks are tuples alone,
because a window keeps them in memory. Every renderer tells all kinds apart, and the type check
fails where one misses a kind.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from typing import Literal, NamedTuple, assert_never

from decision_aid.content import Bullets, Paragraph, Span
from decision_aid.document.deciding_blocks import (
    Check,
    Comparison,
    Decision,
    SureQuestion,
    Value,
)
from decision_aid.document.figure import Distance
from decision_aid.document.icon_arrays import IconArrays
from decision_aid.document.picture_blocks import BodyPicture, PictureKey, Rings

Prose = Paragraph | Bullets
"""Words alone, as topics hold them."""


class Heading(NamedTuple):
    """A heading inside a section."""

    text: str
    type: Literal["heading"] = "heading"


class Verdict(NamedTuple):
    """One of the two answers in a word or two.

    Attributes:
        question: what it answers: "Invasive?"
        state: settled or not: a "yes" may still turn where another tumor is suspected.
        text: the answer: "Yes", "Not known yet".
    """

    question: str
    state: Literal["yes", "yes_so_far", "no", "open", "cannot_tell"]
    text: str


class Answer(NamedTuple):
    """The answer in two sentences: is it invasive, is it metastatic.

    Attributes:
        verdicts: each in a word or two, for a badge.
        sentences: two paragraphs, the one on "invasive" first.
        still_open: for each of them the words of a mark where it could still turn, else "".
        distance: how far what was found reaches.
        about: whose answer it is where there are several ("Your left breast"), else "".
        how_far: the distance in words, or "" where it cannot be told.
        in_short: the sentences without what an open answer would become, for where that stands
            beside them place by place.
    """

    verdicts: tuple[Verdict, Verdict]
    sentences: tuple[Paragraph, Paragraph]
    still_open: tuple[str, str]
    distance: Distance
    about: str = ""
    how_far: str = ""
    in_short: tuple[Paragraph, Paragraph] | None = None
    type: Literal["answer"] = "answer"


class FindingRow(NamedTuple):
    """One place as the person marked it."""

    place: str
    medical_term: str
    certainty: str
    counts_as: str
    distance: Distance


class Findings(NamedTuple):
    """What the person said they were told, as a table with a header row.

    ``columns`` are the headings of place, certainty and what it counts as.
    """

    caption: str
    columns: tuple[str, str, str]
    rows: tuple[FindingRow, ...]
    type: Literal["findings"] = "findings"


class Question(NamedTuple):
    """A question to ask.

    Attributes:
        id: which question it is; somebody's own words are their own id.
        text: its words.
        whom: whom to ask, or "".
    """

    id: str
    text: str
    whom: str


class Questions(NamedTuple):
    """Questions to ask, each with a box to tick and room to write the reply.

    Attributes:
        lead: one sentence before them, or "".
        items: the questions, the most important first.
        lines: how many empty lines follow each on paper.
    """

    lead: str
    items: tuple[Question, ...]
    lines: int
    type: Literal["questions"] = "questions"


class WriteIn(NamedTuple):
    """Something to fill in by hand: a label with a line, or with room of several lines."""

    label: str
    lines: int
    type: Literal["write_in"] = "write_in"


class Callout(NamedTuple):
    """Something that must not be missed, with its own title."""

    title: str
    blocks: tuple[Prose, ...]
    type: Literal["callout"] = "callout"


class TermItem(NamedTuple):
    """A medical word and what it means.

    Attributes:
        word: the word.
        means: what it means.
        use: its number in the order in which the words are first used.
    """

    word: str
    means: tuple[Span, ...]
    use: int = 0


class Terms(NamedTuple):
    """The medical words used, explained."""

    items: tuple[TermItem, ...]
    type: Literal["terms"] = "terms"


class SourceItem(NamedTuple):
    """One source with the number by which the text names it.

    Paper has no room to say of each that it shows no date: there it stands without one.
    """

    number: int
    title: str
    publisher: str
    dated: str
    address: str
    shows_date: bool = True


class Sources(NamedTuple):
    """Where the statements come from."""

    items: tuple[SourceItem, ...]
    type: Literal["sources"] = "sources"


Block = (
    Paragraph
    | Bullets
    | Heading
    | Answer
    | Findings
    | Rings
    | BodyPicture
    | PictureKey
    | IconArrays
    | Decision
    | Comparison
    | Value
    | Check
    | SureQuestion
    | Questions
    | WriteIn
    | Callout
    | Terms
    | Sources
)
"""Every kind of block."""


def plain_paragraph(text: str) -> Paragraph:
    """Return a short text that makes no medical statement as a paragraph."""
    return Paragraph(spans=(Span(text=text),))


def with_each_paragraph(block: Block, change: Callable[[Paragraph], Paragraph]) -> Block:  # noqa: PLR0911 - one case a kind
    """Return the same block with each statement in it replaced.

    Args:
        block: any block.
        change: what to put in the place of a paragraph; called in reading order.
    """

    def each(prose: Iterable[Prose]) -> tuple[Prose, ...]:
        return tuple(
            Bullets(tuple(map(change, one.items))) if isinstance(one, Bullets) else change(one)
            for one in prose
        )

    match block:
        case Paragraph():
            return change(block)
        case Bullets():
            return Bullets(tuple(map(change, block.items)))
        case Answer():
            first, second = block.sentences
            return block._replace(sentences=(change(first), change(second)))
        case Callout():
            return block._replace(blocks=each(block.blocks))
        case Comparison():
            rows = (row._replace(cells=tuple(map(each, row.cells))) for row in block.rows)
            return block._replace(rows=tuple(rows))
        case Decision():
            about = each(block.about)
            options = (
                option._replace(
                    aspects=tuple(
                        aspect._replace(blocks=each(aspect.blocks)) for aspect in option.aspects
                    )
                )
                for option in block.options
            )
            numbers = (
                one._replace(
                    outcomes=tuple(o._replace(sentence=change(o.sentence)) for o in one.outcomes)
                )
                for one in block.numbers
            )
            return block._replace(about=about, options=tuple(options), numbers=tuple(numbers))
        case IconArrays():
            return block._replace(sentence=change(block.sentence))
        case Value():
            return block._replace(touches=Bullets(tuple(map(change, block.touches.items))))
        case Check():
            right, again = change(block.told_right), change(block.told_again)
            return block._replace(told_right=right, told_again=again)
        case (
            Heading()
            | Findings()
            | Rings()
            | BodyPicture()
            | PictureKey()
            | SureQuestion()
            | Questions()
            | WriteIn()
            | Terms()
            | Sources()
        ):
            return block
        case _:
            assert_never(block)


def statements(blocks: Iterable[Block]) -> Iterator[Paragraph]:
    """Yield every paragraph of these blocks that makes a statement, in reading order."""
    for block in blocks:
        found: list[Paragraph] = []

        def note(paragraph: Paragraph, found: list[Paragraph] = found) -> Paragraph:
            found.append(paragraph)
            return paragraph

        with_each_paragraph(block, note)
        yield from found


def without_terms(blocks: Iterable[Block]) -> Iterator[Block]:
    """Yield the same blocks with the same words, none of which opens an explanation."""
    for block in blocks:
        yield with_each_paragraph(
            block,
            lambda paragraph: paragraph._replace(
                spans=tuple(span._replace(term=None) for span in paragraph.spans)
            ),
        )
