"""The one summary that every surface shows: screen, PDF, HTML and text.

A plain document of blocks. It holds finished words, in order; a renderer adds looks and nothing
else, so a difference between screen and paper is a bug. It is made of tuples alone, because the
window keeps it in memory; ``plain`` turns it into what JSON takes.
"""

from __future__ import annotations

from typing import Any, Literal, NamedTuple

from decision_aid.content.blocks import Bullets, Paragraph, Span
from decision_aid.domain import Certainty, Chest, PlaceId, Side

Distance = Literal["none", "in_place", "breast", "nearby", "distant"]
"""How far a place is, for the colour, the pattern and the word that always go together."""


class Heading(NamedTuple):
    """A heading inside a section."""

    text: str
    type: Literal["heading"] = "heading"


class Answer(NamedTuple):
    """The answer in two sentences: is it invasive, is it metastatic.

    Attributes:
        sentences: two paragraphs, the one on "invasive" first.
        distance: how far what was found reaches.
        about: whose answer it is where there are several ("Your left breast"), else "".
        how_far: the distance in words, or "" where it cannot be told.
    """

    sentences: tuple[Paragraph, Paragraph]
    distance: Distance
    about: str = ""
    how_far: str = ""
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


class RingMark(NamedTuple):
    """Where the answers stand in the rings picture, or could still come to stand."""

    where: Literal["outside", "in_situ", "invasive", "metastatic"]
    label: str
    still_open: bool = False


class Rings(NamedTuple):
    """The picture that explains the two words: metastatic inside invasive, in situ outside.

    Attributes:
        marks: one for each answer shown; none where nothing can be marked yet.
        labels: the words in the picture, by region (``in_situ``, ``invasive``, ``metastatic``).
        caption: said below it.
        alternative: the picture in words, for those who cannot see it.
    """

    marks: tuple[RingMark, ...]
    labels: dict[Literal["in_situ", "invasive", "metastatic"], str]
    caption: str
    alternative: str
    type: Literal["rings"] = "rings"


class MapMark(NamedTuple):
    """One finding in a picture of the body.

    Attributes:
        place: the id of its place.
        side: the side of the cancer that it belongs to, or ``None`` where nobody knows.
        certainty: how sure it is.
        distance: how far it is; ``none`` where that is not settled.
    """

    place: PlaceId
    side: Literal[Side.LEFT, Side.RIGHT] | None
    certainty: Certainty
    distance: Distance


class BodyPicture(NamedTuple):
    """The body, or a part of it, with what the person was told.

    Attributes:
        drawing: which picture.
        chest: how the chest is drawn.
        mirrored: whether the drawing of the left side is turned to show the right one.
        marks: what stands in it.
        caption: what it is a picture of.
        alternative: all of it in words, for those who cannot see it.
    """

    drawing: Literal["breast", "nodes", "body"]
    chest: Chest
    mirrored: bool
    marks: tuple[MapMark, ...]
    caption: str
    alternative: str
    type: Literal["body_picture"] = "body_picture"


class KeyItem(NamedTuple):
    """One sign, or one edge, in the pictures of the body, and what it means.

    Attributes:
        word: what stands beside it.
        said: what it looks like and what it means, for those who cannot see it.
        certainty: whose sign it is, or ``None`` for an edge.
        distance: whose edge it is, where it is no sign.
    """

    word: str
    said: str
    certainty: Certainty | None = None
    distance: Distance = "none"


class PictureKey(NamedTuple):
    """What the signs and the edges in the pictures of the body mean.

    Attributes:
        items: those that really stand in them.
        note: which side is which, or "".
    """

    items: tuple[KeyItem, ...]
    note: str
    type: Literal["picture_key"] = "picture_key"

    @property
    def text(self) -> str:
        """All of it in words."""
        said = [item.said for item in self.items]
        return " ".join([*said, self.note] if self.note else said)


class ComparisonRow(NamedTuple):
    """One thing to compare, with what each option says to it."""

    label: str
    cells: tuple[tuple[Paragraph | Bullets, ...], ...]


class Comparison(NamedTuple):
    """Options side by side, each with the same rows.

    Attributes:
        caption: what is compared.
        corner: the heading of the column of labels.
        options: the name of each option, in order.
        rows: what is compared, in order.
    """

    caption: str
    corner: str
    options: tuple[str, ...]
    rows: tuple[ComparisonRow, ...]
    type: Literal["comparison"] = "comparison"


class Questions(NamedTuple):
    """Questions to ask, each with a box to tick and room to write the reply.

    Attributes:
        lead: one sentence before them, or "".
        items: the questions, the most important first.
        whom: for each question whom to ask, or "".
        lines: how many empty lines follow each on paper.
    """

    lead: str
    items: tuple[str, ...]
    whom: tuple[str, ...]
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
    blocks: tuple[Paragraph | Bullets, ...]
    type: Literal["callout"] = "callout"


class TermItem(NamedTuple):
    """A medical word and what it means."""

    word: str
    means: tuple[Span, ...]


class Terms(NamedTuple):
    """The medical words used, explained."""

    items: tuple[TermItem, ...]
    type: Literal["terms"] = "terms"


class SourceItem(NamedTuple):
    """One source with the number by which the text names it."""

    number: int
    title: str
    publisher: str
    dated: str
    address: str


class Sources(NamedTuple):
    """Where the statements come from."""

    items: tuple[SourceItem, ...]
    type: Literal["sources"] = "sources"


SummaryBlock = (
    Paragraph
    | Bullets
    | Heading
    | Answer
    | Findings
    | Rings
    | BodyPicture
    | PictureKey
    | Comparison
    | Questions
    | WriteIn
    | Callout
    | Terms
    | Sources
)

SectionId = Literal[
    "told",
    "answer",
    "questions",
    "room_to_write",
    "why",
    "picture",
    "body",
    "could_change",
    "limits",
    "treatment",
    "steps",
    "decisions",
    "comparison",
    "values",
    "sure",
    "numbers",
    "treatment_more",
    "same_day",
    "clinic",
    "same_day_more",
    "support",
    "more_questions",
    "words",
    "sources",
    "more_sources",
    "about",
    "more",
]

PaperPage = Literal["first", "detail", "screen"]


class Section(NamedTuple):
    """A titled part of the summary.

    Attributes:
        id: which part it is.
        title: its heading; "" for none.
        blocks: its content.
        page: ``first`` for the page that is complete in itself, ``detail`` for what follows on
            paper, ``screen`` for background that only the screen offers.
    """

    id: SectionId
    title: str
    blocks: tuple[SummaryBlock, ...]
    page: PaperPage


class Summary(NamedTuple):
    """The whole document.

    Attributes:
        language: its language, as a BCP 47 code.
        title: the title of the document.
        made_on: the day it was made, written out; "" where it is not said.
        banner: what stands above all else, such as that words were checked too long ago; or "".
        sections: in reading order, those of the first page first.
        source_numbers: the number of every source id that a paragraph names.
        footer: one line at the foot of each page.
        page_label: the foot's page count, with ``{page}`` and ``{pages}``.
        words_need_room: whether the list of medical words comes along only where it takes no
            sheet of its own.
        example_only: what stands on every page of a case that was only supposed; "" otherwise.
    """

    language: str
    title: str
    made_on: str
    banner: str
    sections: tuple[Section, ...]
    source_numbers: dict[str, int]
    footer: str
    page_label: str
    words_need_room: bool
    example_only: str = ""

    def section(self, section_id: SectionId) -> Section | None:
        """Return one section, or ``None`` if this case has none."""
        return next((s for s in self.sections if s.id == section_id), None)


def plain(part: Any) -> Any:  # noqa: ANN401 - any part of a summary
    """Return a part of a summary, or all of it, as dictionaries, lists and texts."""
    if hasattr(part, "_asdict"):
        return plain(part._asdict())
    if isinstance(part, dict):
        return {name: plain(value) for name, value in part.items()}
    if isinstance(part, tuple):
        return [plain(value) for value in part]
    return part
