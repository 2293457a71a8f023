"""Nothing is cut off and nothing lies over anything else: every page, size, theme and window."""

import itertools
from collections.abc import Iterator
from typing import Any

import pytest
from PySide6.QtCore import QPoint, QRect, Qt
from PySide6.QtWidgets import (
    QAbstractButton,
    QApplication,
    QLabel,
    QLineEdit,
    QScrollArea,
    QWidget,
)

from decision_aid.domain import Certainty, PlaceId
from decision_aid.ui.popover import Popover
from decision_aid.ui.style import look_of
from decision_aid.ui.theme import TEXT_SIZES, THEMES
from decision_aid.ui.widgets.body_map import BodyMap, MapRegion
from decision_aid.ui.widgets.choice import Choice, Tick
from decision_aid.ui.widgets.expander import ExpanderButton
from decision_aid.ui.widgets.place_row import PlaceButton
from decision_aid.ui.widgets.term_text import TermButton, TermText
from decision_aid.ui.widgets.text import Text
from tests.ui.person import Person
from tests.ui.test_look import pages

WINDOWS = ((800, 600), (1120, 780), (768, 1024))
TOUCH = 1
"""By how many pixels neighbours may share an edge."""


def shown(area: QWidget) -> list[QWidget]:
    """Return everything in an area that shows words or can be pressed."""
    kinds = (QLabel, QAbstractButton, QLineEdit, BodyMap)
    return [
        w
        for w in area.findChildren(QWidget)
        if isinstance(w, kinds)
        and w.isVisible()
        and not isinstance(w, TermButton | MapRegion)
        and not isinstance(w.parentWidget(), QLineEdit)
        and (not isinstance(w, QLabel) or w.text() or w.accessibleName())
    ]


def box(widget: QWidget, area: QWidget) -> QRect:
    return QRect(widget.mapTo(area, QPoint(0, 0)), widget.size())


def name(widget: QWidget) -> str:
    text = widget.accessibleName() or getattr(widget, "text", lambda: "")()
    return f"{type(widget).__name__} {text[:60]!r}"


def clipped(area: QWidget) -> Iterator[str]:
    """Yield what is smaller than its words, or reaches over the edge of its area."""
    for widget in shown(area):
        here = box(widget, area)
        if here.left() < 0 or here.right() > area.width():
            yield f"{name(widget)} reaches over the edge"
        elif cut_by_its_parent(widget, area):
            yield f"{name(widget)} is cut off by what it stands in"
        needed = widget.heightForWidth(widget.width()) if widget.hasHeightForWidth() else 0
        if widget.height() < needed - TOUCH:
            yield f"{name(widget)} is cut off below"
        if isinstance(widget, Choice | Tick | PlaceButton | ExpanderButton):
            # These measure themselves; here their words are measured by themselves.
            beside = look_of(widget).px(40 if isinstance(widget, ExpanderButton) else 50)
            room = QRect(0, 0, widget.width() - beside, 10_000)
            words = widget.fontMetrics().boundingRect(room, Qt.TextFlag.TextWordWrap, widget.text())
            if widget.height() < words.height() + look_of(widget).px(6):
                yield f"{name(widget)} is too low for its words"
        wide = widget.minimumSizeHint().width()
        is_button = isinstance(widget, QAbstractButton) and not widget.hasHeightForWidth()
        if is_button:
            wide = widget.sizeHint().width()
        if (isinstance(widget, Text | TermText) or is_button) and widget.width() < wide - TOUCH:
            yield f"{name(widget)} is too narrow for its words"
        if is_button and widget.height() < widget.sizeHint().height() - TOUCH:
            yield f"{name(widget)} is too low for its words"


def cut_by_its_parent(widget: QWidget, area: QWidget) -> bool:
    """Return whether a part of a widget lies outside of what it stands in."""
    above = widget.parentWidget()
    while above is not None and above is not area:
        inside = above.rect().adjusted(-TOUCH, -TOUCH, TOUCH, TOUCH)
        if not inside.contains(box(widget, above)):
            return True
        above = above.parentWidget()
    return False


def overlapping(area: QWidget) -> Iterator[str]:
    """Yield every two things that lie over each other, one not being part of the other."""
    boxes = [(w, box(w, area).adjusted(TOUCH, TOUCH, -TOUCH, -TOUCH)) for w in shown(area)]
    for (one, here), (other, there) in itertools.combinations(boxes, 2):
        if here.intersects(there) and not (one.isAncestorOf(other) or other.isAncestorOf(one)):
            yield f"{name(one)} and {name(other)}"


def problems(wizard: Any) -> Iterator[str]:
    areas = [wizard.header, wizard.footer, wizard.page.widget()]
    if wizard.reader is not None and wizard.reader.isVisible():
        areas.append(wizard.reader)
    if wizard.steps is not None and wizard.steps.isVisible():
        areas.append(wizard.steps.widget())
    for area in areas:
        yield from clipped(area)
        yield from overlapping(area)
    page = wizard.page
    if page.horizontalScrollBar().maximum() > 0:
        yield "the page is wider than the window"


def settle(wizard: Any) -> None:
    for _ in range(3):
        QApplication.sendPostedEvents()
        QApplication.processEvents()


@pytest.mark.parametrize("size", TEXT_SIZES)
@pytest.mark.parametrize("window", WINDOWS, ids=lambda w: f"{w[0]}x{w[1]}")
def test_nothing_is_cut_off_or_covered(person: Person, size: int, window: tuple[int, int]) -> None:
    wizard = person.wizard
    _ = wizard.words.content
    wizard.set_text_size(size)
    wizard.resize(*window)
    assert (wizard.width(), wizard.height()) == window, "the window does not fit its screen"
    found: dict[str, list[str]] = {}
    for page in pages(person):
        settle(wizard)
        found[f"{page.step.id}, as it arrives"] = list(problems(wizard))
        for theme in THEMES:
            wizard.set_theme(theme)
            settle(wizard)
            found[f"{page.step.id}, {theme}"] = list(problems(wizard))
    assert {where: what for where, what in found.items() if what} == {}


@pytest.mark.parametrize("size", TEXT_SIZES)
@pytest.mark.parametrize("window", WINDOWS, ids=lambda w: f"{w[0]}x{w[1]}")
def test_what_opens_over_a_page_fits_too(
    person: Person, size: int, window: tuple[int, int]
) -> None:
    wizard = person.wizard
    wizard.set_text_size(size)
    wizard.resize(*window)
    wizard.speech_engine = "mock"
    person.go_to("places:nodes")
    found = []
    for opener in (wizard.header.steps, wizard.header.look):
        person.press(opener)
        settle(wizard)
        (panel,) = (p for p in wizard.findChildren(Popover) if p.isVisible())
        inside = panel.findChildren(QScrollArea)[0].widget()
        assert inside is not None
        found += [*clipped(inside), *overlapping(inside)]
        panel.dismiss()
        settle(wizard)
    wizard.open_help()
    settle(wizard)
    inside = person.dialog().findChildren(QScrollArea)[0].widget()
    assert inside is not None
    found += [*clipped(inside), *overlapping(inside)]
    person.dialog().accept()
    wizard.listen()
    settle(wizard)
    assert wizard.reader is not None
    found += [*clipped(wizard.reader), *overlapping(wizard.reader)]
    found += [*clipped(wizard.header), *overlapping(wizard.header)]
    wizard.ask_to_start_over()
    settle(wizard)
    found += [*clipped(person.dialog()), *overlapping(person.dialog())]
    person.dialog().reject()
    assert not found, "\n".join(found)


def test_a_paragraph_is_drawn_at_the_width_it_has(person: Person) -> None:
    page = person.go_to("answer", marks={PlaceId("breast_tissue"): Certainty.FOUND})
    paragraph = max(page.findChildren(TermText), key=lambda p: len(p.text()))
    drawn = paragraph.grab().toImage()
    paragraph.updateGeometry()
    assert paragraph.heightForWidth(3000) < paragraph.heightForWidth(200)
    paragraph.heightForWidth(3001)
    assert paragraph.grab().toImage() == drawn
