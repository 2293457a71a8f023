"""What is read aloud of a page: what can be seen on it, from top to bottom."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Final

from PySide6.QtWidgets import (
    QAbstractButton,
    QCheckBox,
    QLabel,
    QLineEdit,
    QRadioButton,
    QScrollBar,
    QWidget,
)

from decision_aid.ui.kit.text import BREAK
from decision_aid.ui.kit.words import Words

_SENTENCE_END: Final = re.compile(r"(?<=[.!?:;])\s+")
_LONGEST: Final = 300


@dataclass(frozen=True, slots=True)
class Line:
    """One sentence and the widget that shows it."""

    text: str
    widget: QWidget


def script_of(page: QWidget, words: Words) -> list[Line]:
    """Return what to read of a page: every word once, in the order of the page."""
    return [
        Line(sentence, widget)
        for widget in _visible(page)
        for sentence in sentences(_spoken(widget, words))
    ]


def sentences(text: str) -> list[str]:
    """Divide a text into what is spoken in one breath, none of it too long for a voice."""
    parts = (part.strip() for part in _SENTENCE_END.split(text))
    return [piece for part in parts if part for piece in _pieces(part)]


def _pieces(text: str) -> Iterator[str]:
    while len(text) > _LONGEST:
        cut = text.rfind(" ", 0, _LONGEST)
        cut = cut if cut > 0 else _LONGEST
        yield text[:cut]
        text = text[cut:].lstrip()
    yield text


def _visible(widget: QWidget) -> Iterator[QWidget]:
    for child in widget.children():
        if not isinstance(child, QWidget) or child.isHidden() or isinstance(child, QScrollBar):
            continue
        if child.property("unspoken"):
            continue
        yield child
        if not isinstance(child, QAbstractButton | QLabel):
            yield from _visible(child)


def _spoken(widget: QWidget, words: Words) -> str:
    match widget:
        case QRadioButton() | QCheckBox():
            name = widget.accessibleName() or widget.text()
            return words("read_aloud.chosen", name=name) if widget.isChecked() else name
        case QAbstractButton():
            return widget.accessibleName() or widget.text().replace("&", "")
        case QLineEdit():
            return f"{widget.accessibleName()} {widget.text()}"
        case QLabel():
            text = widget.text().replace(BREAK, "") or widget.accessibleName()
            return f"{text} {widget.accessibleDescription()}"
        case _:
            return ""
