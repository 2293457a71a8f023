"""Has every medical word explained where it stands.

In a text the word itself is pressed. A title, an answer to choose and the like can hold no other
control, so their words follow right below. What opens on demand explains the words of its button
inside. A word is offered once below each heading.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from functools import partial
from typing import Final

from PySide6.QtCore import Qt
from PySide6.QtWidgets import (
    QAbstractButton,
    QBoxLayout,
    QLabel,
    QLayout,
    QPushButton,
    QRadioButton,
    QVBoxLayout,
    QWidget,
)
from shiboken6 import isValid

from decision_aid.content import Paragraph, Span, paragraphs
from decision_aid.domain import PlaceId, place_topic
from decision_aid.ui.kit.buttons import Opener
from decision_aid.ui.kit.choice import Choices
from decision_aid.ui.kit.expander import Expander
from decision_aid.ui.kit.layouts import throw_away
from decision_aid.ui.kit.place_card import PlaceCard
from decision_aid.ui.kit.popover import Popover
from decision_aid.ui.kit.screen_reader import announce
from decision_aid.ui.kit.style import look_of
from decision_aid.ui.kit.term_text import TermButton, TermText
from decision_aid.ui.kit.text import Text, TextRole
from decision_aid.ui.kit.words import Words, without_accelerator
from decision_aid.ui.kit.words_here import WordButton, WordsHere

Explain = Callable[[QWidget], None]

_HEADINGS: Final = {"title", "heading", "subheading"}
_DIRECT: Final = Qt.FindChildOption.FindDirectChildrenOnly


def text_with_words(text: str, role: TextRole, words: Words, explain: Explain) -> Text | TermText:
    """Return a text whose medical words can be pressed, if it has any."""
    if not words.content.glossary.terms_in(text):
        return Text(text, role)
    (block,) = words.marked((Paragraph(spans=(Span(text=text),)),))
    assert isinstance(block, Paragraph)
    explained = TermText(block.spans, role=role)
    explained.term_pressed.connect(explain)
    return explained


def explained_text(text: Text, words: Words, explain: Explain) -> None:
    """Put in the place of a text one whose medical words can be pressed, if it has any."""
    if not isValid(text):
        return
    place = text.parentWidget()
    layout = place.layout() if place is not None else None
    if layout is None or not words.content.glossary.terms_in(text.text()):
        return
    explained = text_with_words(text.text(), text.property("role"), words, explain)
    explained.setParent(place)
    layout.replaceWidget(text, explained)
    explained.stackUnder(text)
    text.hide()
    text.deleteLater()
    explained.show()


def explain_the_rest(whole: QWidget, words: Words, explain: Explain) -> None:
    """Put below each text or answer in ``whole`` the words that nothing near it explains."""
    parts = _unexplained(whole, words)
    wanted = {part.at: part.terms for part in parts if part.at is not None}
    for row in _rows(whole):
        at = row.stands_in
        if at is not None and tuple(wanted.get(at, ())) == row.terms:
            del wanted[at]
        else:
            throw_away(row)
    for at, terms in wanted.items():
        row = WordsHere(words)
        row.stands_in = at
        row.pressed.connect(explain)
        if _put_below(at, row, whole):
            row.show_terms(terms)
    for expander in whole.findChildren(Expander):
        expander.explain = partial(explain_opened, words=words, explain=explain)


def explain_opened(title: str, body: QWidget, words: Words, explain: Explain) -> None:
    """Explain at the top of what was opened the words of the button that opened it."""
    tied = {button.term for button in body.findChildren(TermButton)}
    terms = [t for t in words.content.glossary.terms_in(title) if t not in tied]
    column = body.layout()
    if terms and isinstance(column, QBoxLayout):
        row = WordsHere(words, body)
        row.pressed.connect(explain)
        row.show_terms(terms)
        column.insertWidget(0, row)
        row.lower()
    explain_the_rest(body, words, explain)


@dataclass
class _Part:
    """What stands below one heading, and the words in it that nothing explains."""

    at: QWidget | None = None
    terms: list[str] = field(default_factory=list)
    seen: list[tuple[QWidget, tuple[str, ...]]] = field(default_factory=list)
    tied: set[str] = field(default_factory=set)

    def close(self) -> bool:
        """Gather what is left; return whether there is anything."""
        for widget, terms in self.seen:
            left = [t for t in terms if t not in self.tied and t not in self.terms]
            if left:
                self.at = self.at or _whole_of(widget)
                self.terms += left
        return self.at is not None


def _unexplained(whole: QWidget, words: Words) -> Iterator[_Part]:
    glossary = words.content.glossary
    part = _Part()
    for widget in _as_one_reads(whole):
        if isinstance(widget, TermButton):
            part.tied.add(widget.term)
            continue
        if isinstance(widget, QLabel) and widget.property("role") in _HEADINGS:
            if part.close():
                yield part
            part = _Part()
        text = _text_of(widget)
        if text and (terms := glossary.terms_in(text)):
            part.seen.append((widget, terms))
    if part.close():
        yield part


def _text_of(widget: QWidget) -> str:
    """Return the words of a widget that cannot explain them itself."""
    if isinstance(widget, Opener | TermText):
        return ""
    if isinstance(widget, QAbstractButton):
        return without_accelerator(widget.text())
    return widget.text() if isinstance(widget, QLabel) else ""


def _as_one_reads(whole: QWidget) -> Iterator[QWidget]:
    """Yield what is shown, from the top; what is open explains its words by itself."""
    # Only widgets: what else belongs to them would bring most of QtGui's classes into memory.
    for child in whole.findChildren(QWidget, options=_DIRECT):
        if child.isHidden():
            continue
        if isinstance(child, WordsHere | PlaceCard):
            continue
        if isinstance(whole, Expander) and child is whole.body:
            continue
        yield child
        yield from _as_one_reads(child)


def _rows(whole: QWidget) -> list[WordsHere]:
    return [row for row in whole.findChildren(WordsHere) if row.stands_in is not None]


def _whole_of(widget: QWidget) -> QWidget:
    """Return what a row can follow: all answers of a question, not one of them."""
    above = widget.parentWidget()
    return above if isinstance(widget, QRadioButton) and isinstance(above, Choices) else widget


def _put_below(widget: QWidget, row: WordsHere, whole: QWidget) -> bool:
    """Put a row into the nearest column that holds a widget, right below it."""
    at: QWidget | None = widget
    while at is not None and at is not whole:
        parent = at.parentWidget()
        layout = parent.layout() if parent is not None else None
        place = _in_column(layout, at) if layout is not None else None
        if place is not None:
            column, index = place
            column.insertWidget(index + 1, row)
            _read_after(row, column, index)
            return True
        at = parent
    return False


def _in_column(layout: QLayout, widget: QWidget) -> tuple[QVBoxLayout, int] | None:
    """Return the innermost column that holds a widget, and at which place."""
    for index in range(layout.count()):
        item = layout.itemAt(index)
        inner = item.layout() if item is not None else None
        if inner is not None and _holds(inner, widget):
            found = _in_column(inner, widget)
            if found is not None:
                return found
        elif item is None or item.widget() is not widget:
            continue
        return (layout, index) if isinstance(layout, QVBoxLayout) else None
    return None


def _holds(layout: QLayout, widget: QWidget) -> bool:
    if layout.indexOf(widget) >= 0:
        return True
    items = [layout.itemAt(i) for i in range(layout.count())]
    inner = [item.layout() for item in items if item is not None]
    return any(_holds(one, widget) for one in inner if one is not None)


def _read_after(row: WordsHere, column: QVBoxLayout, index: int) -> None:
    """Have a screen reader come to the row where it stands: before what follows below it."""
    for later in range(index + 2, column.count()):
        following = _first_in(column, later)
        if following is not None:
            row.stackUnder(following)
            return


def _first_in(layout: QLayout, index: int) -> QWidget | None:
    item = layout.itemAt(index)
    if item is None:
        return None
    inner = item.layout()
    if inner is None:
        return item.widget()
    widgets = (_first_in(inner, i) for i in range(inner.count()))
    return next((widget for widget in widgets if widget is not None), None)


def explain_place(words: Words, place: PlaceId, opener: QWidget) -> None:
    """Open what a place is, how a report calls it, and what each medical word of both means.

    Args:
        words: the words.
        place: the place.
        opener: the button that asked.
    """
    label = words.place(place)
    report = words("where_page.report_word", term=words.report_words(place))
    meaning = " ".join(p.text for p in paragraphs(words.content.topic(place_topic(place)).blocks))
    panel = Popover(opener.window(), opener, label)
    panel.column.addWidget(Text(label, "subheading"))
    panel.column.addWidget(Text(meaning))
    panel.column.addWidget(Text(report))
    asked = ""
    if place in words.content.follow_ups:
        follow_up = words.content.follow_up(place)
        asked = " ".join((follow_up.question, *follow_up.answers.values()))
    for term in words.content.glossary.terms_in(f"{label} {meaning} {report} {asked}"):
        word, means = words.term(term)
        panel.column.addWidget(Text(word, "subheading"))
        panel.column.addWidget(Text(means.text, "hint"))
    close = QPushButton(words("term.close"))
    close.setAccessibleDescription(meaning)
    close.clicked.connect(panel.dismiss)
    panel.column.addWidget(close)
    panel.open(close, look_of(opener).em(26))
    announce(panel, f"{label}: {meaning} {report}")


def explain(words: Words, opener: QWidget, also: QPushButton | None = None) -> None:
    """Open a panel at a pressed medical word that says what it means.

    Args:
        words: the words.
        opener: the word that was pressed.
        also: what else can be done with the explanation.
    """
    if not isinstance(opener, TermButton | WordButton):
        return
    word, means = words.term(opener.term)
    panel = Popover(opener.window(), opener, words("term.panel", word=word))
    meaning = TermText(means.spans)
    close = QPushButton(words("term.close"))
    close.setAccessibleDescription(means.text)
    close.clicked.connect(panel.dismiss)
    panel.column.addWidget(Text(word[:1].upper() + word[1:], "subheading"))
    panel.column.addWidget(meaning)
    if also is not None:
        also.clicked.connect(panel.dismiss)
        panel.column.addWidget(also, alignment=Qt.AlignmentFlag.AlignLeft)
    panel.column.addWidget(close, alignment=Qt.AlignmentFlag.AlignLeft)
    panel.open(close, look_of(opener).em(24))
    announce(panel, f"{word}: {means.text}")
