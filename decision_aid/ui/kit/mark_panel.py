"""Below the place that is open: what it means, how a report calls it, and how sure it is."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QRect, QRectF, Qt, Signal
from PySide6.QtGui import QColor, QPainter, QPainterPath, QPaintEvent, QPen, QResizeEvent
from PySide6.QtWidgets import QButtonGroup, QGridLayout, QPushButton, QVBoxLayout, QWidget

from decision_aid.content import Paragraph, Span, paragraphs
from decision_aid.domain import Certainty, Place, place_topic
from decision_aid.ui.kit.choice import Choice
from decision_aid.ui.kit.style import look_of
from decision_aid.ui.kit.term_text import TermText
from decision_aid.ui.kit.theme import Theme
from decision_aid.ui.kit.words import Words
from decision_aid.ui.kit.words_here import WordsHere

_CORNER = 12
_BELOW = 8


class MarkPanel(QWidget):
    """One panel for all places of a list; ``marked`` is emitted with a ``Certainty`` or ``None``.

    It is built once and filled anew, because making it takes longer than a frame of the screen.
    """

    marked = Signal(object)
    term_pressed = Signal(QWidget)

    def __init__(self, words: Words, parent: QWidget) -> None:
        """Start hidden and empty."""
        super().__init__(parent)
        self._words = words
        column = QVBoxLayout(self)
        pad = look_of(self).space(1.5)
        column.setContentsMargins(pad, 0, pad, pad + _BELOW)
        column.setSpacing(look_of(self).space(1.25))
        self.words_here = WordsHere(words, self)
        self.words_here.pressed.connect(self.term_pressed)
        column.addWidget(self.words_here)
        self.meaning = TermText((), parent=self)
        self._report_word = TermText((), parent=self)
        self._report_word.setProperty("role", "small")
        for text in (self.meaning, self._report_word):
            text.term_pressed.connect(self.term_pressed)
            column.addWidget(text)
        self._grid = QGridLayout()
        self._grid.setSpacing(8)
        self._group = QButtonGroup(self)
        self.choices: dict[Certainty, Choice] = {}
        for certainty in Certainty:
            choice = Choice(words(f"certainty.{certainty}"), self)
            self._group.addButton(choice)
            self.choices[certainty] = choice
            choice.toggled.connect(lambda on, c=certainty: self.marked.emit(c) if on else None)
        column.addLayout(self._grid)
        self.clear = QPushButton(words("places_page.clear"), self)
        self.clear.setProperty("role", "quiet")
        self.clear.clicked.connect(lambda: self.marked.emit(None))
        column.addWidget(self.clear, alignment=Qt.AlignmentFlag.AlignLeft)
        self._columns = 0
        self._arrange()
        self.hide()

    def show_place(self, place: Place, certainty: Certainty | None) -> None:
        """Show what belongs to this place."""
        content = self._words.content
        label = self._words.place(place.id)
        meaning = next(paragraphs(content.topic(place_topic(place.id)).blocks))
        term = content.place(place.id).medical_term
        report = self._words("places_page.report_word", term=term)
        marked = self._words.marked((meaning, Paragraph(spans=(Span(text=report),))))
        for text, paragraph in zip(
            (self.meaning, self._report_word), paragraphs(marked), strict=True
        ):
            text.show_spans(paragraph.spans)
        tied = {span.term for paragraph in paragraphs(marked) for span in paragraph.spans}
        left = [t for t in content.glossary.terms_in(label) if t not in tied]
        self.words_here.show_terms(left)
        for choice in self.choices.values():
            choice.setAccessibleName(
                self._words("places_page.choices_name", place=label, choice=choice.text())
            )
        self.clear.setAccessibleName(f"{self._words('places_page.clear')}: {label}")
        self.show_certainty(certainty)

    def show_certainty(self, certainty: Certainty | None) -> None:
        """Show how sure it is."""
        self._group.setExclusive(False)
        for own, choice in self.choices.items():
            choice.blockSignals(True)
            choice.setChecked(own is certainty)
            choice.blockSignals(False)
            choice.update()
        self._group.setExclusive(True)
        self.clear.setVisible(certainty is not None)

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: N802
        """Draw the lower part of the card whose head is the row above."""
        del event
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        card = self.rect().adjusted(0, 0, 0, -_BELOW)
        draw_card_part(painter, card, look_of(self).theme, above=False, below=True)

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802
        """Put the marks into two columns where there is room."""
        super().resizeEvent(event)
        self._arrange()

    def changeEvent(self, event: QEvent) -> None:  # noqa: N802
        """Take over a new text size."""
        super().changeEvent(event)
        if event.type() in {QEvent.Type.FontChange, QEvent.Type.StyleChange}:
            self._arrange()

    def _arrange(self) -> None:
        columns = 2 if self.width() >= look_of(self).em(27) else 1
        if columns == self._columns:
            return
        self._columns = columns
        for index, choice in enumerate(self.choices.values()):
            self._grid.addWidget(choice, index // columns, index % columns)
        self._grid.setColumnStretch(0, 1)
        self._grid.setColumnStretch(1, 1 if columns == 2 else 0)


def draw_card_part(
    painter: QPainter, rect: QRect, theme: Theme, *, above: bool, below: bool
) -> None:
    """Draw a card that may go on above or below this part of it.

    Args:
        painter: draws it.
        rect: this part.
        theme: the colours.
        above: whether the upper edge of the card is here.
        below: whether its lower edge is here.
    """
    box = QRectF(rect).adjusted(0.5, 0.5 if above else -20, -0.5, -0.5 if below else 20)
    shape = QPainterPath()
    shape.addRoundedRect(box, _CORNER, _CORNER)
    painter.save()
    painter.setClipRect(rect)
    painter.fillPath(shape, QColor(theme.surface))
    painter.setPen(QPen(QColor(theme.hairline), 1))
    painter.drawPath(shape)
    painter.restore()
