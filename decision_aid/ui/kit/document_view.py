"""Shows sections of the document on the screen: whole, or with parts that open on demand."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable
from typing import TYPE_CHECKING, Final
from weakref import WeakKeyDictionary

from PySide6.QtWidgets import QFrame, QVBoxLayout, QWidget

from decision_aid.document.blocks import Block, Heading
from decision_aid.document.make import make_document
from decision_aid.document.model import Document, SectionId
from decision_aid.ui.kit.blocks import BlocksView, Explains
from decision_aid.ui.kit.words import Words

if TYPE_CHECKING:
    from collections.abc import Hashable

    from decision_aid.clinic.clinic_policy import ClinicPolicy
    from decision_aid.content import Content
    from decision_aid.document.model import Document
    from decision_aid.domain import Assessment


class DocumentView(BlocksView):
    """Puts sections of one document into a column."""

    def __init__(self, document: Document, words: Words, explain: Explains, host: QWidget) -> None:
        """Show parts of this document; the rest is as for ``BlocksView``."""
        super().__init__(document.source_numbers, words, explain, host)
        self._document = document

    def section(self, column: QVBoxLayout, name: SectionId, *, title: bool = True) -> None:
        """Add one section, if this case has it."""
        section = self._document.section(name)
        if section is None:
            return
        if title and section.title:
            column.addSpacing(8)
            column.addWidget(self.text(section.title, "heading"))
        for heading, blocks in _by_heading(section.blocks):
            together = QVBoxLayout()
            together.setSpacing(6)
            if heading:
                together.addWidget(self.text(heading, "subheading"))
            self.blocks(together, blocks)
            column.addLayout(together)

    def boxed(self, column: QVBoxLayout, name: SectionId) -> None:
        """Add one section in a box of its own, if this case has it."""
        section = self._document.section(name)
        if section is None:
            return
        box = QFrame()
        box.setProperty("role", "callout")
        inside = QVBoxLayout(box)
        inside.setContentsMargins(20, 14, 20, 14)
        inside.setSpacing(6)
        inside.addWidget(self.text(section.title, "subheading"))
        self.blocks(inside, section.blocks)
        column.addWidget(box)

    def unfolding(self, column: QVBoxLayout, name: SectionId, *, title: bool = True) -> None:
        """Add one section whose parts open on demand: one for each heading in it."""
        section = self._document.section(name)
        if section is None:
            return
        if title and section.title:
            column.addSpacing(8)
            column.addWidget(self.text(section.title, "heading"))
        together = QVBoxLayout()
        together.setSpacing(4)
        for heading, blocks in _by_heading(section.blocks):
            if heading:
                self.expander(together, heading, blocks)
            else:
                self.blocks(together, blocks)
        column.addLayout(together)

    def folded(self, column: QVBoxLayout, *names: SectionId) -> None:
        """Add sections that open on demand as a whole."""
        together = QVBoxLayout()
        together.setSpacing(0)
        for section in map(self._document.section, names):
            if section is not None:
                self.expander(together, section.title, section.blocks)
        column.addLayout(together)

    def sources_and(self, column: QVBoxLayout, also: SectionId, *names: SectionId) -> None:
        """Add the sources of some sections with one more section, to open on demand together.

        Args:
            column: where to.
            also: what belongs to the sources, such as who has reviewed the words.
            names: the sections whose sources they are.
        """
        found, section = self._document.sources_of(*names), self._document.section(also)
        blocks = [*([found] if found.items else []), *(section.blocks if section else ())]
        if blocks:
            self.expander(column, self._words("section.sources"), blocks)

    def sources(self, column: QVBoxLayout, *names: SectionId) -> None:
        """Add the sources of some sections, to open on demand, if they have any."""
        found = self._document.sources_of(*names)
        if found.items:
            self.expander(column, self._words("section.sources"), [found])


def _by_heading(
    blocks: Iterable[Block],
) -> list[tuple[str, list[Block]]]:
    parts: list[tuple[str, list[Block]]] = [("", [])]
    for block in blocks:
        if isinstance(block, Heading):
            parts.append((block.text, []))
        else:
            parts[-1][1].append(block)
    return [(heading, inside) for heading, inside in parts if inside]


_MADE: Final[WeakKeyDictionary[Assessment, tuple[Hashable, Document]]] = WeakKeyDictionary()
"""The newest document of each case that somebody still holds: it goes away with the case."""


def document_of(
    assessment: Assessment,
    content: Content,
    *,
    clinic: ClinicPolicy | None = None,
    example_only: bool = False,
) -> Document:
    """Return the document of a case as it is today.

    Args:
        assessment: what the case comes to; as long as it is held, its document is made only once.
        content: the words of one language.
        clinic: the clinic whose kiosk this is.
        example_only: whether the case was only supposed.
    """
    today = dt.date.today()
    edition = (content.language, today, id(clinic), example_only)
    made = _MADE.get(assessment)
    if made is not None and made[0] == edition:
        return made[1]
    document = make_document(assessment, content, today, clinic=clinic, example_only=example_only)
    _MADE[assessment] = (edition, document)
    return document
