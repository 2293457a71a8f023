"""The words that can be seen on the wizard without opening anything, also below the fold."""

from __future__ import annotations

import re
from collections import Counter
from typing import Any, Final

from PySide6.QtWidgets import QAbstractButton, QLabel, QLineEdit, QWidget

from decision_aid.document.picture_blocks import Rings
from decision_aid.ui.kit.cards import LargeChoice
from decision_aid.ui.kit.figure import Figure
from decision_aid.ui.kit.figure_controls import FigureButton
from decision_aid.ui.kit.picture import Picture, screen_picture
from decision_aid.ui.kit.place_card import PlaceButton, PlaceCard
from decision_aid.ui.kit.term_text import TermButton
from decision_aid.ui.kit.words import without_accelerator
from decision_aid.ui.wizard.page import Page
from decision_aid.ui.wizard.start import TwoWordsPicture
from decision_aid.ui.wizard.window import Wizard

WORD: Final = re.compile(r"\w[\w'’/-]*")
_SVG_TEXT: Final = re.compile(r"<(?:text|tspan)[^>]*>([^<]+)<")


def count(texts: Counter[str]) -> int:
    """Return how many words these texts have, each as often as it stands there."""
    return sum(len(WORD.findall(text)) * times for text, times in texts.items())


def texts_of_frame(wizard: Wizard) -> Counter[str]:
    """Return the texts above and below the page."""
    return _texts(wizard.header) + _texts(wizard.footer)


def texts_of_page(page: Page) -> Counter[str]:
    """Return the texts of labels, buttons and fields of the page."""
    return _texts(page)


def texts_in_pictures(page: Any) -> Counter[str]:
    """Return the names that stand in the drawings of the page."""
    words, found = page.words, Counter[str]()
    for picture in _visible(page, TwoWordsPicture):
        assert picture.isVisible()
        found.update(words(f"key.{one}") for one in ("in_place", "breast", "nearby", "distant"))
    for figure in _visible(page, Figure):
        found.update(_names_in(figure, page))
    if _visible(page, Picture):
        drawn = [b for b in page.document.blocks("picture") if isinstance(b, Rings)]
        for block in drawn:
            found.update(_SVG_TEXT.findall(screen_picture(block, page.look.theme)))
    return found


def _names_in(figure: QWidget, page: Any) -> list[str]:
    short = page.words.group("figure_label")
    named = [b.region for b in _visible(figure, FigureButton) if b.region.label is not None]
    names = [short.get(r.name) or page.words(f"figure_part.{r.name}") for r in named]
    return [*names, page.words("map.your_left"), page.words("map.your_right")]


def _visible(area: QWidget, kind: type[Any]) -> list[Any]:
    return [widget for widget in area.findChildren(kind) if widget.isVisible()]


def _texts(area: QWidget) -> Counter[str]:
    found: Counter[str] = Counter()
    for widget in _visible(area, QWidget):
        found.update(text for text in _written_on(widget) if text)
    return found


def _written_on(widget: QWidget) -> tuple[str, ...]:
    match widget:
        case TermButton() | FigureButton():
            return ()  # a part of a text or of a picture, which is counted there
        case LargeChoice():
            return widget.text(), widget.accessibleDescription()
        case PlaceButton():
            card = widget.parentWidget()
            assert isinstance(card, PlaceCard)
            return widget.text(), card.report
        case QAbstractButton() | QLabel():
            return (without_accelerator(widget.text()),)
        case QLineEdit():
            return (widget.text() or widget.placeholderText(),)
        case _:
            return ()
