"""Shows the blocks of the summary on the screen: looks, and nothing else."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from functools import partial
from itertools import groupby
from typing import Final, Protocol

from PySide6.QtCore import QLineF, Qt
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QFrame, QVBoxLayout, QWidget

from decision_aid.content import Bullets, Paragraph
from decision_aid.document.model import (
    Answer,
    BodyPicture,
    Callout,
    Comparison,
    Heading,
    PictureKey,
    Rings,
    Section,
    Sources,
    Summary,
    SummaryBlock,
    Terms,
)
from decision_aid.ui.kit.comparison import ComparisonTable
from decision_aid.ui.kit.expander import Expander
from decision_aid.ui.kit.layouts import FlowLayout
from decision_aid.ui.kit.marks import draw_edge
from decision_aid.ui.kit.picture import MOST_EM, TALLEST_EM, Picture
from decision_aid.ui.kit.picture_key import SignsKey
from decision_aid.ui.kit.style import look_of
from decision_aid.ui.kit.term_text import NO_BREAK, TermText
from decision_aid.ui.kit.text import Address, Role, Text
from decision_aid.ui.kit.words import Words

_BODY_EM: Final = (13.0, 12.6)
"""How wide and how tall a picture of the body is at most, in ems: three fit side by side."""


class _Explains(Protocol):
    def __call__(self, opener: QWidget, /) -> None: ...


class AnswerCard(QFrame):
    """The answer in two sentences, with a bar in the color and pattern of how far it is."""

    def __init__(self, answer: Answer, parent: QWidget | None = None) -> None:
        """Show this answer; its sentences are added to ``column``."""
        super().__init__(parent)
        self._distance = answer.distance
        self.setProperty("role", "card")
        self.column = QVBoxLayout(self)
        self.column.setContentsMargins(28, 20, 20, 20)
        self.column.setSpacing(12)

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: N802
        """Draw the card and its bar."""
        super().paintEvent(event)
        theme = look_of(self).theme
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        draw_edge(painter, QLineF(13, 18, 13, self.height() - 18), self._distance, theme)


class BlocksView:
    """Puts blocks into a column."""

    def __init__(
        self, numbers: Mapping[str, int], words: Words, explain: _Explains | None, host: QWidget
    ) -> None:
        """Show blocks.

        Args:
            numbers: the number of each source; one without a number is not shown.
            words: for what is not in the blocks: opened, closed.
            explain: opens the explanation of a pressed medical word; ``None`` where there is
                nothing to press.
            host: the page, for its look.
        """
        self._numbers = numbers
        self._words = words
        self._explain = explain
        self._host = host

    def blocks(self, column: QVBoxLayout, blocks: Iterable[SummaryBlock]) -> None:
        """Add these blocks; pictures of the body stand side by side."""
        for is_body, together in groupby(blocks, lambda block: isinstance(block, BodyPicture)):
            if is_body:
                self._bodies(column, together)
                continue
            for block in together:
                self._block(column, block)

    def text(self, text: str, role: Role = "body") -> Text | TermText:
        """Return a short text whose medical words can be pressed."""
        if self._explain is None:
            return Text(text, role)
        from decision_aid.ui.kit.explained import text_with_words  # noqa: PLC0415 - a circle

        return text_with_words(text, role, self._words, self._explain)

    def expander(self, column: QVBoxLayout, title: str, blocks: Iterable[SummaryBlock]) -> Expander:
        """Add blocks that open on demand, and return what opens them."""

        def build_body() -> QWidget:
            body = QWidget()
            inside = QVBoxLayout(body)
            left = look_of(self._host).px(30)
            inside.setContentsMargins(left, 0, 0, 12)
            inside.setSpacing(12)
            self.blocks(inside, blocks)
            return body

        opener = Expander(title, build_body, self._words)
        column.addWidget(opener)
        return opener

    def _block(self, column: QVBoxLayout, block: SummaryBlock) -> None:
        match block:
            case Paragraph():
                self._paragraph(column, block)
            case Bullets():
                together = QVBoxLayout()
                together.setSpacing(6)
                for item in block.items:
                    self._paragraph(together, item, bullet=True)
                column.addLayout(together)
            case Heading():
                column.addWidget(self.text(block.text, "subheading"))
            case Answer():
                self._answer(column, block)
            case Callout():
                self._callout(column, block)
            case Comparison():
                column.addWidget(ComparisonTable(block, self))
            case Rings():
                column.addWidget(self._picture(block, (MOST_EM, TALLEST_EM)))
                column.addWidget(self._caption(block.caption))
            case PictureKey():
                self._key(column, block)
            case Terms() | Sources():
                _list(column, block)
            case _:
                pass

    def _paragraph(
        self,
        column: QVBoxLayout,
        paragraph: Paragraph,
        *,
        bullet: bool = False,
        large: bool = False,
    ) -> None:
        numbers = sorted(self._numbers[s] for s in paragraph.sources if s in self._numbers)
        text = TermText(paragraph.spans, bullet=bullet, note=f",{NO_BREAK}".join(map(str, numbers)))
        if large:
            text.setProperty("role", "lead")
        if self._explain is not None:
            text.term_pressed.connect(self._explain)
        column.addWidget(text)

    def _answer(self, column: QVBoxLayout, answer: Answer) -> None:
        card = AnswerCard(answer)
        if answer.about:
            card.column.addWidget(self.text(answer.about, "subheading"))
        for sentence in answer.sentences:
            self._paragraph(card.column, sentence, large=True)
        if answer.how_far:
            card.column.addWidget(self.text(answer.how_far, "hint"))
        column.addWidget(card)

    def _callout(self, column: QVBoxLayout, callout: Callout) -> None:
        frame = QFrame()
        frame.setProperty("role", "callout")
        inside = QVBoxLayout(frame)
        inside.setContentsMargins(20, 16, 20, 16)
        inside.setSpacing(10)
        inside.addWidget(self.text(callout.title, "subheading"))
        self.blocks(inside, callout.blocks)
        column.addWidget(frame)

    def _bodies(self, column: QVBoxLayout, pictures: Iterable[SummaryBlock]) -> None:
        row = QWidget()
        side_by_side = FlowLayout(row, 24)
        for picture in pictures:
            if isinstance(picture, BodyPicture):
                figure = QWidget()
                below = QVBoxLayout(figure)
                below.setContentsMargins(0, 0, 0, 0)
                below.addWidget(self._picture(picture, _BODY_EM))
                below.addWidget(self._caption(picture.caption))
                side_by_side.addWidget(figure)
        policy = row.sizePolicy()
        policy.setHeightForWidth(True)
        row.setSizePolicy(policy)
        column.addWidget(row)

    def _key(self, column: QVBoxLayout, key: PictureKey) -> None:
        certainties = [item.certainty for item in key.items if item.certainty is not None]
        distances = [item.distance for item in key.items if item.certainty is None]
        column.addWidget(SignsKey(certainties, distances, self._words))
        if key.note:
            column.addWidget(Text(key.note, "hint"))

    def _caption(self, text: str) -> Text | TermText:
        caption = self.text(text, "hint")
        caption.setAlignment(Qt.AlignmentFlag.AlignHCenter)
        return caption

    def _picture(self, block: Rings | BodyPicture, most_em: tuple[float, float]) -> Picture:
        from decision_aid.ui.kit.picture import screen_picture  # noqa: PLC0415 - with a picture only

        theme = look_of(self._host).theme
        return Picture(partial(screen_picture, block), theme, block.alternative, most_em=most_em)


class SummaryView(BlocksView):
    """Puts sections of one summary into a column."""

    def __init__(self, summary: Summary, words: Words, explain: _Explains, host: QWidget) -> None:
        """Show parts of this summary; the rest is as for ``BlocksView``."""
        super().__init__(summary.source_numbers, words, explain, host)
        self._summary = summary

    def section(self, column: QVBoxLayout, name: str, *, title: bool = True) -> None:
        """Add one section, if this case has it."""
        section = self._section(name)
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

    def unfolding(self, column: QVBoxLayout, name: str, *, title: bool = True) -> None:
        """Add one section whose parts open on demand: one for each heading in it."""
        section = self._section(name)
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

    def folded(self, column: QVBoxLayout, *names: str) -> None:
        """Add sections that open on demand as a whole."""
        together = QVBoxLayout()
        together.setSpacing(4)
        for section in map(self._section, names):
            if section is not None:
                self.expander(together, section.title, section.blocks)
        column.addLayout(together)

    def _section(self, name: str) -> Section | None:
        return next((s for s in self._summary.sections if s.id == name), None)


def banner_note(text: str) -> QFrame:
    """Return what stands above all else on a page: that words were checked too long ago."""
    note = QFrame()
    note.setProperty("role", "callout")
    inside = QVBoxLayout(note)
    inside.setContentsMargins(20, 12, 20, 12)
    inside.addWidget(Text(text, "subheading"))
    return note


def _list(column: QVBoxLayout, block: Terms | Sources) -> None:
    if isinstance(block, Terms):
        for term in block.items:
            column.addWidget(Text(term.word, "subheading"))
            column.addWidget(TermText(term.means))
        return
    for source in block.items:
        text = f"{source.number}. {source.title}. {source.publisher}, {source.dated}."
        together = QVBoxLayout()
        together.setSpacing(0)
        together.addWidget(Text(text, "small"))
        together.addWidget(Address(source.address))
        column.addLayout(together)


def _by_heading(
    blocks: Iterable[SummaryBlock],
) -> list[tuple[str, list[SummaryBlock]]]:
    parts: list[tuple[str, list[SummaryBlock]]] = [("", [])]
    for block in blocks:
        if isinstance(block, Heading):
            parts.append((block.text, []))
        else:
            parts[-1][1].append(block)
    return [(heading, inside) for heading, inside in parts if inside]
