"""Shows the blocks of the document on the screen: looks, and nothing else."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from functools import partial
from itertools import groupby
from typing import Final, Protocol, assert_never

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFrame, QVBoxLayout, QWidget

from decision_aid.content import Bullets, Paragraph
from decision_aid.document.blocks import (
    Answer,
    Block,
    Callout,
    Findings,
    Heading,
    Questions,
    Sources,
    Terms,
    WriteIn,
    plain_paragraph,
)
from decision_aid.document.deciding_blocks import (
    Check,
    Comparison,
    Decision,
    SureQuestion,
    Value,
)
from decision_aid.document.icon_arrays import IconArrays
from decision_aid.document.picture_blocks import BodyPicture, PictureKey, Rings
from decision_aid.ui.kit.cards import AnswerCard
from decision_aid.ui.kit.comparison import ComparisonTable
from decision_aid.ui.kit.expander import Expander
from decision_aid.ui.kit.explained import text_with_words
from decision_aid.ui.kit.layouts import FlowLayout
from decision_aid.ui.kit.picture import MOST_EM, TALLEST_EM, Picture, SignsKey, screen_picture
from decision_aid.ui.kit.style import look_of
from decision_aid.ui.kit.term_text import NO_BREAK, TermText
from decision_aid.ui.kit.text import Address, Text, TextRole
from decision_aid.ui.kit.words import Words

_BODY_EM: Final = (13.0, 12.6)
"""How wide and how tall a picture of the body is at most, in ems: three fit side by side."""


class Explains(Protocol):
    """Opens the explanation of a medical word that was pressed."""

    def __call__(self, opener: QWidget, /) -> None:
        """Open it at what was pressed."""


class BlocksView:
    """Puts blocks into a column."""

    def __init__(
        self, numbers: Mapping[str, int], words: Words, explain: Explains | None, host: QWidget
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

    def blocks(self, column: QVBoxLayout, blocks: Iterable[Block]) -> None:
        """Add these blocks; pictures of the body stand side by side."""
        for is_body, together in groupby(blocks, lambda block: isinstance(block, BodyPicture)):
            if is_body:
                self._bodies(column, together)
                continue
            for block in together:
                self._block(column, block)

    def text(self, text: str, role: TextRole = "body") -> Text | TermText:
        """Return a short text whose medical words can be pressed."""
        if self._explain is None:
            return Text(text, role)
        return text_with_words(text, role, self._words, self._explain)

    def expander(self, column: QVBoxLayout, title: str, blocks: Iterable[Block]) -> Expander:
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

    def _block(self, column: QVBoxLayout, block: Block) -> None:  # noqa: PLR0912 - one case a kind
        match block:
            case Paragraph():
                self._paragraph(column, block)
            case Bullets():
                self._bullets(column, block.items)
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
                if block.caption:
                    column.addWidget(self._caption(block.caption))
            case IconArrays():
                if block.title:
                    column.addWidget(self.text(block.title, "subheading"))
                column.addWidget(self._picture(block, (MOST_EM, TALLEST_EM)))
                self._paragraph(column, block.sentence)
                column.addWidget(Text(block.note, "hint"))
            case BodyPicture():
                self._bodies(column, [block])
            case PictureKey():
                self._key(column, block)
            case Findings():
                self._findings(column, block)
            case Questions():
                self._questions(column, block)
            case Decision():
                self._decision(column, block)
            case Value():
                self._titled(column, block.label, (block.asks,), block.touches.items)
            case Check():
                texts = (block.teach_back,)
                self._titled(column, block.question, texts, (block.told_right, block.told_again))
            case SureQuestion():
                self._titled(column, block.text, (block.adds_text,), ())
            case WriteIn():
                # There is nothing to write on: only what is asked for is shown.
                if block.label:
                    column.addWidget(self.text(block.label))
            case Terms():
                _terms(column, block)
            case Sources():
                _sources(column, block)
            case _:
                assert_never(block)

    def _bullets(self, column: QVBoxLayout, items: Iterable[Paragraph]) -> None:
        together = QVBoxLayout()
        together.setSpacing(6)
        for item in items:
            self._paragraph(together, item, bullet=True)
        column.addLayout(together)

    def _titled(
        self,
        column: QVBoxLayout,
        title: str,
        texts: Iterable[str],
        items: Iterable[Paragraph],
    ) -> None:
        column.addWidget(self.text(title, "subheading"))
        for text in texts:
            column.addWidget(self.text(text))
        self._bullets(column, items)

    def _findings(self, column: QVBoxLayout, findings: Findings) -> None:
        column.addWidget(self.text(findings.caption, "hint"))
        rows = (
            f"{row.place}{f' ({row.medical_term})' if row.medical_term else ''}: "
            f"{row.certainty}; {row.counts_as}"
            for row in findings.rows
        )
        self._bullets(column, map(plain_paragraph, rows))

    def _questions(self, column: QVBoxLayout, questions: Questions) -> None:
        if questions.lead:
            column.addWidget(self.text(questions.lead))
        items = (
            f"{question.text} ({question.whom})" if question.whom else question.text
            for question in questions.items
        )
        self._bullets(column, map(plain_paragraph, items))

    def _decision(self, column: QVBoxLayout, decision: Decision) -> None:
        column.addWidget(self.text(decision.title, "heading"))
        self.blocks(column, decision.about)
        for option in decision.options:
            column.addWidget(self.text(option.conditional_title, "subheading"))
            for aspect in option.aspects:
                column.addWidget(self.text(aspect.label, "small"))
                self.blocks(column, aspect.blocks)

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
        for badge, verdict, sentence in zip(
            card.badges, answer.verdicts, answer.sentences, strict=True
        ):
            question = self.text(verdict.question, "small")
            badge.column.insertWidget(0, question)
            question.lower()  # read first, as it stands first
            self._paragraph(badge.column, sentence)
        if answer.how_far:
            card.badges[0].column.addWidget(self.text(answer.how_far, "hint"))
        for badge in card.badges:
            badge.column.addStretch(1)
        card.column.addWidget(card.row)
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

    def _bodies(self, column: QVBoxLayout, pictures: Iterable[Block]) -> None:
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
        column.addWidget(SignsKey(key.items))
        if key.note:
            column.addWidget(Text(key.note, "hint"))

    def _caption(self, text: str) -> Text | TermText:
        caption = self.text(text, "hint")
        caption.setAlignment(Qt.AlignmentFlag.AlignHCenter)
        return caption

    def _picture(
        self, block: Rings | BodyPicture | IconArrays, most_em: tuple[float, float]
    ) -> Picture:
        theme = look_of(self._host).theme
        told = block.sentence.text if isinstance(block, IconArrays) else block.alternative
        return Picture(partial(screen_picture, block), theme, told, most_em=most_em)


def banner_note(text: str) -> QFrame:
    """Return what stands above all else on a page: that words were checked too long ago."""
    note = QFrame()
    note.setProperty("role", "callout")
    inside = QVBoxLayout(note)
    inside.setContentsMargins(20, 12, 20, 12)
    inside.addWidget(Text(text, "subheading"))
    return note


def _terms(column: QVBoxLayout, terms: Terms) -> None:
    for term in terms.items:
        column.addWidget(Text(term.word, "subheading"))
        column.addWidget(TermText(term.means))


def _sources(column: QVBoxLayout, sources: Sources) -> None:
    for source in sources.items:
        text = f"{source.number}. {source.title}. {source.publisher}, {source.dated}."
        together = QVBoxLayout()
        together.setSpacing(0)
        together.addWidget(Text(text, "small"))
        together.addWidget(Address(source.address))
        column.addLayout(together)
