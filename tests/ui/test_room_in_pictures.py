"""No words in a picture are cut off, and none lie over others, in every window and text size."""

import itertools
from typing import Any, ClassVar

import pytest
from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QFontMetricsF, QPainter
from PySide6.QtWidgets import (
    QWidget,
)

from decision_aid.domain import Certainty, PlaceId
from decision_aid.ui.kit import figure, figure_words
from decision_aid.ui.kit.picture import Picture
from decision_aid.ui.kit.theme import TEXT_SIZES
from decision_aid.ui.wizard import start
from tests.ui.every_page import settle
from tests.ui.person import Person
from tests.ui.test_room import WINDOWS


class Listening(QPainter):
    """A painter that remembers which words it was given, and what room for them."""

    painted: ClassVar[list[tuple[QRectF, int, str, QRectF]]] = []

    def drawText(self, *given: Any) -> Any:  # noqa: N802
        room, flags, text = given
        needed = QFontMetricsF(self.font()).boundingRect(room, int(flags), text)
        Listening.painted.append((room, int(flags), text, needed))
        return super().drawText(*given)


@pytest.mark.parametrize("size", TEXT_SIZES)
@pytest.mark.parametrize("window", WINDOWS, ids=lambda w: f"{w[0]}x{w[1]}")
def test_no_words_in_the_figure_are_cut_off(
    person: Person, size: int, window: tuple[int, int], monkeypatch: pytest.MonkeyPatch
) -> None:
    wizard = person.wizard
    wizard.set_text_size(size)
    wizard.resize(*window)
    page = person.go_to("where")
    person.side("left")
    for place in page.cards:
        wizard.session.mark(place, None, Certainty.SUSPECTED)  # the longest words
    settle(wizard)
    whole = QRectF(page.figure.rect())
    written: list[tuple[str, QRectF]] = []
    draw_words = figure_words._draw_words

    def noted(painter: QPainter, text: str, middle: QPointF, theme: Any) -> None:
        words = QFontMetricsF(painter.font()).boundingRect(text)
        words.moveCenter(middle)
        written.append((text, words))
        draw_words(painter, text, middle, theme)

    monkeypatch.setattr(figure_words, "_draw_words", noted)
    monkeypatch.setattr(figure, "QPainter", Listening)
    page.figure._layers.forget()
    page.figure.grab()
    assert len(written) >= 2, "at least which side is which"
    cut = [text for text, words in written if not whole.contains(words)]
    for one, other in itertools.combinations(written, 2):
        if one[1].intersects(other[1].adjusted(2, 3, -2, -3)):
            cut.append(f"{one[0]} lies over {other[0]}")
    for part in (b for b in page.figure.buttons if b.isVisible()):
        part.setFocus(Qt.FocusReason.TabFocusReason)
        Listening.painted = []
        page.figure.grab()
        ((room, _, text, needed),) = Listening.painted
        if not (room.contains(needed) and whole.contains(room)):
            cut.append(f"{text!r} needs {needed}, has {room}")
    assert not cut, "\n".join(cut)


@pytest.mark.parametrize("size", TEXT_SIZES)
@pytest.mark.parametrize("window", [*WINDOWS, (1366, 728)], ids=lambda w: f"{w[0]}x{w[1]}")
def test_no_words_in_the_first_picture_are_cut_off(
    person: Person, size: int, window: tuple[int, int], monkeypatch: pytest.MonkeyPatch
) -> None:
    person.wizard.set_text_size(size)
    person.wizard.resize(*window)
    settle(person.wizard)
    picture = person.page.picture
    if not picture.isVisible():
        return
    monkeypatch.setattr(start, "QPainter", Listening)
    Listening.painted = []
    picture.grab()
    assert len(Listening.painted) == 4
    whole = QRectF(picture.rect())
    cut = [text for _, _, text, needed in Listening.painted if not whole.contains(needed)]
    lines = [needed for *_, needed in Listening.painted]
    assert not cut
    assert not any(a.intersects(b) for a, b in itertools.combinations(lines, 2))


def test_pictures_stand_in_the_middle_of_their_room(person: Person) -> None:
    page = person.go_to("answer", marks={PlaceId("breast_tissue"): Certainty.FOUND})
    picture = max(page.findChildren(Picture), key=QWidget.width)
    paper = picture.grab().toImage()
    background = paper.pixel(0, 0)
    inked = [
        x
        for x in range(paper.width())
        if any(paper.pixel(x, y) != background for y in range(0, paper.height(), 2))
    ]
    assert abs(inked[0] - (paper.width() - 1 - inked[-1])) < paper.width() // 40
