"""The one document that every surface shows: screens, second screen, PDF, HTML, text and phone."""

from __future__ import annotations

from typing import Any, Literal, NamedTuple

from decision_aid.document.blocks import Block, SourceItem, Sources, statements
from decision_aid.domain import PaperSection

SectionId = (
    PaperSection
    | Literal[
        "to_fill_in",
        "told",
        "aim_in_short",
        "aim_then",
        "answer",
        "questions",
        "room_to_write",
        "picture",
        "body",
        "treatment_more",
        "clinic",
        "same_day_more",
        "support",
        "sources",
        "more_sources",
        "about",
        "more",
        "options",
        "weighing",
        "understanding",
        "sure_test",
        "called_for",
        "bring",
        "two_words",
        "read_on",
    ]
)
"""Which part it is: what a person can leave out of the paper or add to it, and all the rest."""

Place = Literal["first", "detail", "screen", "phone"]


class Section(NamedTuple):
    """A titled part of the document.

    Attributes:
        id: which part it is.
        title: its heading; "" for none.
        blocks: its content.
        page: ``first`` for the page that is complete in itself, ``detail`` for what follows on
            paper, ``screen`` for what only the screens offer, ``phone`` for what only goes along
            on a phone.
    """

    id: SectionId
    title: str
    blocks: tuple[Block, ...]
    page: Place


class Document(NamedTuple):
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

    def blocks(self, section_id: SectionId) -> tuple[Block, ...]:
        """Return the blocks of one section; none if this case has no such section."""
        section = self.section(section_id)
        return section.blocks if section is not None else ()

    @property
    def on_paper(self) -> tuple[Section, ...]:
        """The sections that stand on paper, in the web page and in the text."""
        return tuple(section for section in self.sections if section.page in {"first", "detail"})

    def sources_of(self, *section_ids: SectionId) -> Sources:
        """Return the sources of some sections alone, with the numbers that they have everywhere."""
        known: dict[int, SourceItem] = {
            item.number: item
            for section in self.sections
            for block in section.blocks
            if isinstance(block, Sources)
            for item in block.items
        }
        cited = {
            self.source_numbers[source]
            for section_id in section_ids
            for paragraph in statements(self.blocks(section_id))
            for source in paragraph.sources
        }
        return Sources(items=tuple(known[number] for number in sorted(cited)))


def as_json_data(part: Any) -> Any:  # noqa: ANN401 - any part of a document
    """Return a part of a document, or all of it, as dictionaries, lists and texts."""
    if hasattr(part, "_asdict"):
        return as_json_data(part._asdict())
    if isinstance(part, dict):
        return {name: as_json_data(value) for name, value in part.items()}
    if isinstance(part, tuple):
        return [as_json_data(value) for value in part]
    return part
