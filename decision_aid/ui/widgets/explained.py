"""Finds the medical words on a page and ties them to what explains them."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtWidgets import QAbstractButton, QLabel, QWidget

from decision_aid.content import Paragraph, Span
from decision_aid.ui.widgets.term_text import TermButton, TermText
from decision_aid.ui.widgets.text import Text
from decision_aid.ui.widgets.words_here import WordsHere
from decision_aid.ui.words import Words, without_accelerator


def explained_text(text: Text, words: Words, explain: Callable[[QWidget], None]) -> None:
    """Put in the place of a text one whose medical words can be pressed, if it has any."""
    place = text.parentWidget()
    layout = place.layout() if place is not None else None
    if layout is None or not words.content.glossary.terms_in(text.text()):
        return
    (block,) = words.marked((Paragraph(spans=(Span(text=text.text()),)),))
    assert isinstance(block, Paragraph)
    explained = TermText(block.spans, parent=place)
    explained.setProperty("role", text.property("role"))
    explained.term_pressed.connect(explain)
    layout.replaceWidget(text, explained)
    explained.stackUnder(text)
    text.hide()
    text.deleteLater()
    explained.show()


def terms_left(page: QWidget, words: Words) -> list[str]:
    """Return the ids of the medical words that are seen on a page and not explained in place."""
    texts: list[str] = []
    tied: set[str] = set()
    for widget in page.findChildren(QWidget):
        if not widget.isVisibleTo(page) or isinstance(widget.parentWidget(), WordsHere):
            continue
        if isinstance(widget, TermButton):
            tied.add(widget.term)
        elif isinstance(widget, QAbstractButton) and not hasattr(widget, "term"):
            texts.append(without_accelerator(widget.text()))
        elif isinstance(widget, QLabel) and not isinstance(widget, TermText):
            texts.append(widget.text())
    found = words.content.glossary.terms_in("\n".join(texts))
    return [term for term in found if term not in tied]
