"""What stands on the person's screen: one thing, as it was when it was put there."""

from __future__ import annotations

from typing import Final

from PySide6.QtCore import Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import (
    QFrame,
    QHBoxLayout,
    QScrollArea,
    QScroller,
    QSizePolicy,
    QVBoxLayout,
    QWidget,
)

from decision_aid.document.blocks import without_terms
from decision_aid.document.model import SectionId
from decision_aid.ui.counselor.display import NOTHING, SECTIONS, Detail, DisplayKind
from decision_aid.ui.counselor.what_if_panel import SideBySide
from decision_aid.ui.kit.blocks import BlocksView, banner_note
from decision_aid.ui.kit.paper import PaperPreview
from decision_aid.ui.kit.style import look_of
from decision_aid.ui.kit.term_text import TermText
from decision_aid.ui.kit.text import Text, Title
from decision_aid.ui.kit.theme import COLUMN_EM, WIDE_EM
from decision_aid.ui.kit.words import Words

_NARROW: Final = {DisplayKind.ANSWER, DisplayKind.WORD, DisplayKind.NOTHING}
_LINE_EM: Final = 3


class PersonPage(QScrollArea):
    """A page to read, with nothing to press; it moves by keys, wheel and finger.

    Attributes:
        displayed: what is there.
        detail: how much of it.
        heading: its first line.
    """

    def __init__(self, words: Words) -> None:
        """Start empty; ``write`` writes what is there.

        Args:
            words: in the person's language.
        """
        super().__init__()
        self.words = words
        self.displayed = NOTHING
        self.detail = Detail.ANSWER
        self.heading = Title("")
        self._side_by_side: SideBySide | None = None
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setWidgetResizable(True)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._stays_at: float | None = None
        self.verticalScrollBar().rangeChanged.connect(self._stay)
        self.verticalScrollBar().actionTriggered.connect(self._let_go)
        QScroller.grabGesture(self.viewport(), QScroller.ScrollerGestureType.TouchGesture)

    @property
    def title(self) -> str:
        """What is there, in a few words."""
        return self.words(f"person_screen.{self.displayed.kind}")

    def write(self) -> None:
        """Write what is there anew: pictures and columns follow the look."""
        look = look_of(self)
        self._side_by_side = None
        content = QWidget()
        content.setObjectName("content")
        # As high as it is at this width, not as it would be at the least: no room below the end.
        content.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Ignored)
        outer = QHBoxLayout(content)
        outer.setContentsMargins(0, 0, 0, 0)
        holder = QWidget()
        wide = COLUMN_EM if self.displayed.kind in _NARROW else WIDE_EM
        side = look.space(4)
        holder.setMaximumWidth(look.em(wide) + 2 * side)
        outer.addStretch(1)
        outer.addWidget(holder, 1000)
        outer.addStretch(1)
        column = QVBoxLayout(holder)
        column.setContentsMargins(side, look.space(4), side, look.space(4))
        column.setSpacing(16)
        self._fill(column)
        column.addStretch(1)
        self.setWidget(content)
        self._fit()

    def scroll_pages(self, pages: float) -> None:
        """Move it up or down.

        Args:
            pages: how far, in heights of the window; negative for up.
        """
        self._scroll(pages * self.viewport().height() * 0.8)

    def scroll_lines(self, lines: int) -> None:
        """Move it up or down by so many lines; negative for up."""
        self._scroll(lines * look_of(self).em(_LINE_EM))

    def scroll_to_edge(self, *, end: bool) -> None:
        """Move it to its end or its beginning."""
        self._let_go()
        bar = self.verticalScrollBar()
        bar.setValue(bar.maximum() if end else 0)

    @property
    def reached(self) -> float:
        """How far it is moved down, as a part of its whole height."""
        bar = self.verticalScrollBar()
        return bar.value() / max(bar.maximum() + bar.pageStep(), 1)

    def stay_at(self, part: float) -> None:
        """Keep this part of its whole height in sight until somebody moves it.

        Args:
            part: from 0 to 1; how high it is comes out only as its text is laid out.
        """
        self._stays_at = part
        self._stay()

    def _stay(self) -> None:
        if self._stays_at is not None:
            bar = self.verticalScrollBar()
            bar.setValue(round(self._stays_at * (bar.maximum() + bar.pageStep())))

    def _let_go(self) -> None:
        self._stays_at = None

    def _scroll(self, pixels: float) -> None:
        self._let_go()
        bar = self.verticalScrollBar()
        bar.setValue(bar.value() + round(pixels))

    def _fill(self, column: QVBoxLayout) -> None:
        displayed, words = self.displayed, self.words
        if displayed.kind is DisplayKind.NOTHING:
            column.addStretch(1)
            self._head(column, words("person_screen.welcome"))
            hint = Text(words("person_screen.welcome_hint"), "lead")
            column.addWidget(hint)
            for text in (self.heading, hint):
                text.setAlignment(Qt.AlignmentFlag.AlignHCenter)
            return
        if displayed.kind is DisplayKind.WORD:
            word, means = words.term(displayed.term)
            self._head(column, word[:1].upper() + word[1:])
            (meaning,) = without_terms((means,))
            assert meaning.type == "paragraph"
            said = TermText(meaning.spans)
            said.setProperty("role", "lead")
            column.addWidget(said)
            return
        self._head(column, self.title)
        if displayed.kind is DisplayKind.COMPARISON:
            self._side_by_side = SideBySide(words, displayed.cases, displayed.examples, self.detail)
            column.addWidget(self._side_by_side)
            return
        if any(displayed.examples):
            column.addWidget(banner_note(words("example_only.screen")))
        if displayed.kind is DisplayKind.SUMMARY:
            preview = PaperPreview(words)
            preview.show_pdf(displayed.pdf)
            column.addWidget(preview)
        else:
            self._fill_from_document(column)

    def _head(self, column: QVBoxLayout, text: str) -> None:
        self.heading = Title(text)
        column.addWidget(self.heading)

    def _fill_from_document(self, column: QVBoxLayout) -> None:
        document = self.displayed.document
        assert document is not None
        names: tuple[SectionId, ...] = (
            ("body",) if self.displayed.kind is DisplayKind.BODY else SECTIONS[self.detail]
        )
        if document.banner:
            column.addWidget(banner_note(document.banner))
        # Sources are on the paper and on the counselor's own screen: here they would be in the way.
        view = BlocksView({}, self.words, None, self)
        for section in (s for name in names for s in document.sections if s.id == name):
            if section.title and section.id not in {"answer", "body"}:
                column.addWidget(Text(section.title, "heading"))
            view.blocks(column, without_terms(section.blocks))

    def _fit(self) -> None:
        if self._side_by_side is not None:
            look = look_of(self)
            room = self.viewport().width() - 2 * look.space(4)
            self._side_by_side.fit(min(room, look.em(WIDE_EM)))

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802
        """Fit the columns to the room."""
        super().resizeEvent(event)
        self._fit()
