"""Pages that show sections of the document: the answer, and what it means for treatment."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QBoxLayout, QFrame, QPushButton, QVBoxLayout, QWidget

from decision_aid.content import Bullets
from decision_aid.document.blocks import Answer
from decision_aid.document.model import SectionId
from decision_aid.document.picture_blocks import Rings
from decision_aid.domain import Step
from decision_aid.ui.kit.blocks import banner_note
from decision_aid.ui.kit.cards import LargeChoice
from decision_aid.ui.kit.document_view import DocumentView
from decision_aid.ui.kit.layouts import EqualColumns, FlowLayout, throw_away
from decision_aid.ui.kit.path import TreatmentPath
from decision_aid.ui.kit.screen_reader import announce
from decision_aid.ui.kit.text import Text
from decision_aid.ui.kit.words import Words, without_accelerator
from decision_aid.ui.wizard.page import Page

if TYPE_CHECKING:
    from decision_aid.document.blocks import Block
    from decision_aid.document.model import Document
    from decision_aid.ui.kit.line_art import IconName


_UNFOLDED: Final[tuple[SectionId, ...]] = ("treatment", "steps", "same_day")
_SECTIONS: Final[tuple[SectionId, ...]] = (
    *_UNFOLDED,
    "same_day_more",
    "treatment_more",
    "support",
)


_FOLDED: Final[tuple[SectionId, ...]] = ("why", "body", "limits", "words")
_SOURCES_OF: Final[tuple[SectionId, ...]] = ("answer", "why", "could_change", "limits")
_FOLDED_EM: Final = 20
_HEAD_FROM_EM: Final = 32
_BESIDE_FROM_EM: Final = 40


class AskedTwice(QWidget):
    """A heading, a button, a question, and only then the content.

    ``wanted`` is emitted when the person has said yes to both.
    """

    wanted = Signal()

    def __init__(
        self,
        key: str,
        words: Words,
        fill: Callable[[QVBoxLayout], None],
        *,
        wanted: bool,
    ) -> None:
        """Offer it.

        Args:
            key: the group of its texts: title, lead, show, ask, yes, no.
            words: the words.
            fill: puts the content into a column.
            wanted: whether the person has asked for it before.
        """
        super().__init__()
        self._key, self._words, self._fill = key, words, fill
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 8, 0, 8)
        self._column.setSpacing(12)
        self._column.addWidget(Text(words(f"{key}.title"), "heading"))
        self._column.addWidget(Text(words(f"{key}.lead")))
        self.show_button = self._button("show")
        self.show_button.clicked.connect(self._ask)
        self._column.addWidget(self.show_button, alignment=Qt.AlignmentFlag.AlignLeft)
        self.question = QFrame()
        self.question.setProperty("role", "note")
        inside = QVBoxLayout(self.question)
        inside.setContentsMargins(20, 16, 20, 16)
        inside.setSpacing(12)
        inside.addWidget(Text(words(f"{key}.ask")))
        self.yes, self.no = self._button("yes"), self._button("no")
        self.yes.clicked.connect(self._say_yes)
        self.no.clicked.connect(self._say_no)
        answers = QWidget()
        row = FlowLayout(answers, 12)
        row.addWidget(self.yes)
        row.addWidget(self.no)
        policy = answers.sizePolicy()
        policy.setHeightForWidth(True)
        answers.setSizePolicy(policy)
        inside.addWidget(answers)
        self._column.addWidget(self.question)
        self.question.hide()
        if wanted:
            self._show()

    def _button(self, name: str) -> QPushButton:
        button = QPushButton(self._words(f"{self._key}.{name}"))
        button.setAccessibleName(without_accelerator(button.text()))
        return button

    def _ask(self) -> None:
        self.show_button.hide()
        self.question.show()
        self.no.setFocus(Qt.FocusReason.OtherFocusReason)
        announce(self, self._words(f"{self._key}.ask"))

    def _say_no(self) -> None:
        self.question.hide()
        self.show_button.show()
        self.show_button.setFocus(Qt.FocusReason.OtherFocusReason)

    def _say_yes(self) -> None:
        self._show()
        self.wanted.emit()
        announce(self, self._words(f"{self._key}.shown"))

    def _show(self) -> None:
        self.show_button.hide()
        self.question.hide()
        self._fill(self._column)


class SummaryBasedPage(Page):
    """Shows parts of the document of the answers."""

    def build(self) -> None:
        """Leave room; the words follow when the page is shown."""
        self._body: QWidget | None = None
        self.document: Document | None = None

    def fill(self, column: QVBoxLayout, view: DocumentView) -> None:
        """Put the sections of this page into the column."""
        raise NotImplementedError

    def prepare(self) -> None:
        """Write the page for the answers as they are now."""
        self.enter()

    def enter(self) -> None:
        """Show what the answers come to now."""
        document = self.context.document
        if document is self.document:
            return
        self.document = document
        self.words_changed()
        if self._body is not None:
            self.column.removeWidget(self._body)
            throw_away(self._body)
        self._body = QWidget()
        inside = QVBoxLayout(self._body)
        inside.setContentsMargins(0, 0, 0, 0)
        inside.setSpacing(16)
        if document.banner:
            inside.addWidget(banner_note(document.banner))
        self.fill(inside, DocumentView(document, self.words, self.explain, self))
        self.column.insertWidget(self.column.indexOf(self.error) + 1, self._body)


class AnswerPage(SummaryBasedPage):
    """What the answers mean: two badges, what is open, the pictures; the rest opens on demand."""

    COLUMN = 74
    CONTINUE = "button.next_steps"
    MARGINS = (1.5, 1)

    def build(self) -> None:
        """Put the way to change an answer beside the title."""
        self.change = QPushButton(self.words("answer_page.change"))
        self.change.setAccessibleName(self.change.text())
        self.change.clicked.connect(lambda: self.context.navigator.go_to(Step.WHERE))
        self._head = QBoxLayout(QBoxLayout.Direction.LeftToRight)
        self.column.removeWidget(self.title)
        self._head.addWidget(self.title, 1)
        self._head.addWidget(self.change, 0, Qt.AlignmentFlag.AlignLeft)
        self.column.insertLayout(0, self._head)
        super().build()

    def result(self) -> str:
        """Return the answer in its two sentences, for each breast where they differ."""
        blocks = self.document.blocks("answer") if self.document else ()
        answers = [block for block in blocks if isinstance(block, Answer)]
        spoken = ((answer.about, *(s.text for s in answer.sentences)) for answer in answers)
        return " ".join(text for answer in spoken for text in answer if text)

    def fill(self, column: QVBoxLayout, view: DocumentView) -> None:
        """Show the answer, then what stands behind it."""
        answers = self._answers_in_short()
        view.blocks(column, answers)
        self._beside: QBoxLayout | None = None
        if sum(isinstance(block, Answer) for block in answers) > 1:
            self._fill_below_several(column, view)
        else:
            self._fill_beside_circles(column, view)

    def _fill_beside_circles(self, column: QVBoxLayout, view: DocumentView) -> None:
        self._beside = QBoxLayout(QBoxLayout.Direction.LeftToRight)
        self._beside.setSpacing(24)
        pictures, rest = QVBoxLayout(), QVBoxLayout()
        pictures.setSpacing(12)
        rest.setSpacing(0)
        view.blocks(pictures, self._circles())
        pictures.addStretch(1)
        view.boxed(rest, "could_change")
        rest.addSpacing(8)
        view.folded(rest, *_FOLDED)
        view.sources_and(rest, "about", *_SOURCES_OF)
        rest.addStretch(1)
        self._beside.addLayout(pictures, 2)
        self._beside.addLayout(rest, 3)
        column.addLayout(self._beside)

    def _fill_below_several(self, column: QVBoxLayout, view: DocumentView) -> None:
        """Fold the circles too, and use the width: several answers leave little room."""
        assert self.document is not None
        view.boxed(column, "could_change")
        grid = EqualColumns(_FOLDED_EM, spacing=0)
        for name in _FOLDED:
            section = self.document.section(name)
            if section is not None:
                also = self.document.blocks("picture") if name == "body" else ()
                cell, inside = _cell()
                view.expander(inside, section.title, (*also, *section.blocks))
                inside.addStretch(1)
                grid.add(cell)
        cell, inside = _cell()
        view.sources_and(inside, "about", *_SOURCES_OF)
        inside.addStretch(1)
        grid.add(cell)
        column.addWidget(grid)

    def _answers_in_short(self) -> list[Block]:
        """Return the answer; what it would become is said once, in the box that stands below."""
        assert self.document is not None
        return [self._in_short(block) for block in self.document.blocks("answer")]

    def _in_short(self, block: Block) -> Block:
        if not isinstance(block, Answer) or block.in_short is None:
            return block
        first, second = (self.words.marked_paragraph(one) for one in block.in_short)
        return block._replace(sentences=(first, second))

    def _circles(self) -> list[Block]:
        """Return the circles without their caption: which one lies in which can be seen."""
        assert self.document is not None
        return [
            block._replace(caption="") if isinstance(block, Rings) else block
            for block in self.document.blocks("picture")
        ]

    def fit(self, width: int) -> None:
        """Put what opens beside the picture, or below it in a narrow window."""
        right, down = QBoxLayout.Direction.LeftToRight, QBoxLayout.Direction.TopToBottom
        self._head.setDirection(right if width >= self.look.em(_HEAD_FROM_EM) else down)
        if self._body is not None and self._beside is not None:
            self._beside.setDirection(right if width >= self.look.em(_BESIDE_FROM_EM) else down)


def _cell() -> tuple[QWidget, QVBoxLayout]:
    """Return a place in a grid, and the column in it."""
    cell = QWidget()
    inside = QVBoxLayout(cell)
    inside.setContentsMargins(0, 0, 0, 0)
    return cell, inside


class TreatmentPage(SummaryBasedPage):
    """The aim and the steps, what to call about, and more for those who wish it."""

    CONTINUE = "button.back_to_next"

    def fill(self, column: QVBoxLayout, view: DocumentView) -> None:
        """Show what matters first; the background opens on demand, and numbers when asked twice."""
        for name in _UNFOLDED:
            view.section(column, name, title=False)
        view.unfolding(column, "same_day_more")
        view.unfolding(column, "treatment_more")
        view.section(column, "support")
        sections: tuple[SectionId, ...] = _SECTIONS
        if self.session.assessment.numbers and self.context.surroundings.numbers:
            self.numbers = AskedTwice(
                "numbers",
                self.words,
                lambda inside: view.section(inside, "numbers", title=False),
                wanted=self.session.numbers_wanted,
            )
            self.numbers.wanted.connect(self.session.want_numbers)
            self.numbers.wanted.connect(self.order_tabs)
            column.addWidget(self.numbers)
            sections = (*_SECTIONS, "numbers")
        view.sources(column, *sections)


class MorePage(SummaryBasedPage):
    """The background: each part opens on demand, what is for some people first."""

    CONTINUE = "button.back_to_next"

    def fill(self, column: QVBoxLayout, view: DocumentView) -> None:
        """Show the titles."""
        view.unfolding(column, "more", title=False)
        view.sources(column, "more")


_ICONS: Final[dict[Step, IconName]] = {
    Step.TREATMENT: "path",
    Step.BIOLOGY: "report",
    Step.OPTIONS: "compare",
    Step.VALUES: "heart",
    Step.CHECK: "check",
    Step.MORE: "book",
    Step.QUESTIONS: "question",
}
_CARD_EM: Final = 16


class NextPage(SummaryBasedPage):
    """A hub: each card is short, and none has to be opened."""

    COLUMN = 74
    CONTINUE = "button.take_along"

    def fill(self, column: QVBoxLayout, view: DocumentView) -> None:
        """Show the path, how it would change, and the cards."""
        assert self.document is not None
        steps = [b for b in self.document.blocks("steps") if isinstance(b, Bullets)]
        self.path: TreatmentPath | None = None
        if steps:
            self.path = TreatmentPath(steps[0], view, self)
            column.addWidget(self.path)
        view.boxed(column, "aim_then")
        grid = EqualColumns(_CARD_EM)
        self.cards: dict[Step, LargeChoice] = {}
        for step in self.context.cards():
            title = self.words(f"next_page.{step}")
            card = LargeChoice(title, self.words(f"next_page.{step}_line"), _ICONS[step])
            card.clicked.connect(lambda _=False, s=step: self.context.navigator.open(s))
            grid.add(card)
            self.cards[step] = card
        column.addWidget(grid)
        view.sources(column, "steps", "treatment")
