"""Nothing is cut off, nothing lies over anything else, and no page goes on where it has ended.

Every page is looked at as it arrives and with all that can open on it, at every text size and in
every window. That no measure depends on the theme is proved beside the themes, so that the rest
need not be repeated for each.
"""

import itertools
from collections.abc import Iterator
from typing import Any

import pytest
from PySide6.QtCore import QRect
from PySide6.QtGui import QTextDocument
from PySide6.QtWidgets import (
    QApplication,
    QScrollArea,
)

from decision_aid.content import Span
from decision_aid.domain import Certainty, PlaceId
from decision_aid.ui.kit.layouts import even_columns
from decision_aid.ui.kit.popover import Popover
from decision_aid.ui.kit.term_text import TermButton, TermText
from decision_aid.ui.kit.text import BREAK, Address, Text
from decision_aid.ui.kit.theme import TEXT_SIZES
from decision_aid.ui.wizard.app import SIZE
from decision_aid.ui.wizard.page import Page
from tests.ui.every_page import open_all, pages, settle
from tests.ui.measures import TOUCH, box, clipped, name, overlapping, shown
from tests.ui.person import Person

WINDOWS = ((800, 600), (1120, 760), (768, 1366))
SMALL_LAPTOP = (1366, 728)
"""A small screen with the room of a taskbar taken off."""

PADDING = 24
"""The most that a card keeps free below its last words, in pixels at 100 %."""

HOLE = 110
"""The most that is free between two things on a page, in pixels at 100 %."""


def empty_ends(page: Page) -> Iterator[str]:
    """Yield where a page goes on though nothing comes any more, or has a hole."""
    content, look = page.widget(), page.look
    assert content is not None
    boxes = sorted((box(w, content) for w in shown(content)), key=QRect.top)
    end = boxes[0].top()
    for here in boxes:
        if here.top() - end > look.px(HOLE):
            yield f"{here.top() - end} pixels of nothing above {here.top()}"
        end = max(end, here.bottom())
    if content.height() > page.viewport().height():
        free = content.height() - end - page.column.contentsMargins().bottom()
        if not -TOUCH <= free <= look.px(PADDING):
            yield f"{free} pixels below the last thing"


def problems(wizard: Any) -> Iterator[str]:
    page = wizard.page
    content = page.widget()
    areas = [wizard.header, wizard.footer, content]
    if wizard.reader is not None and wizard.reader.isVisible():
        areas.append(wizard.reader)
    for area in areas:
        yield from clipped(area)
        yield from overlapping(area)
    yield from empty_ends(page)
    if content.width() > page.viewport().width():
        yield "the page is wider than the window"
    if stray := [w for w in QApplication.topLevelWidgets() if w.isVisible() and w is not wizard]:
        yield f"windows of their own: {stray}"


def over_a_page(wizard: Any) -> Iterator[str]:
    """Open the first medical word of a page, and yield what is wrong with its explanation."""
    page = wizard.page
    word = next((b for b in page.findChildren(TermButton) if b.isVisible()), None)
    if word is None:
        return
    word.click()
    settle(wizard)
    (panel,) = (p for p in wizard.findChildren(Popover) if p.isVisible())
    inside = panel.findChildren(QScrollArea)[0].widget()
    assert inside is not None
    yield from clipped(inside)
    yield from overlapping(inside)
    if not wizard.rect().contains(box(panel, wizard)):
        yield "the explanation reaches over the window"
    panel.dismiss()


def title_and_error(page: Page) -> Iterator[str]:
    """Yield what is not seen of the title and of what is wrong: both, or the latter alone."""
    view = page.viewport()
    title, error = box(page.title, view), box(page.error, view)
    fits = error.bottom() - title.top() < view.height() - page.column.contentsMargins().top()
    if not fits and title.bottom() > 0:
        yield "a part of the title is seen"
    for widget in (page.title, page.error) if fits else (page.error,):
        if not view.rect().contains(box(widget, view)):
            yield f"{name(widget)} is not seen whole once something is wrong"


@pytest.mark.parametrize("size", TEXT_SIZES)
def test_nothing_is_cut_off_or_covered_and_no_page_ends_in_nothing(
    person: Person, size: int
) -> None:
    wizard = person.wizard
    _ = wizard.words.content
    wizard.set_text_size(size)
    found: dict[str, list[str]] = {}
    arrives_in = itertools.cycle(WINDOWS[TEXT_SIZES.index(size) % 3 :] + WINDOWS)
    wizard.resize(*next(arrives_in))
    for page in pages(person):
        settle(wizard)
        where = f"{page.step} in {wizard.width()}x{wizard.height()}"
        found[f"{where}, as it arrives"] = list(problems(wizard))
        open_all(page)
        for window in WINDOWS:
            wizard.resize(*window)
            settle(wizard)
            where = f"{page.step} in {window[0]}x{window[1]}"
            assert (wizard.width(), wizard.height()) == window, f"{where}: it does not fit"
            found[f"{where}, all open"] = list(problems(wizard))
            page.say_error(page.error.accessibleName())
            found[f"{where}, error"] = list(title_and_error(page))
            found[f"{where}, word"] = list(over_a_page(wizard))
        page.error.clear()
        wizard.resize(*next(arrives_in))
    assert {where: what for where, what in found.items() if what} == {}


@pytest.mark.parametrize("size", TEXT_SIZES)
def test_the_window_can_be_made_narrow_on_a_late_page(person: Person, size: int) -> None:
    wizard = person.wizard
    wizard.set_text_size(size)
    for page in pages(person):
        if page.step in {"where", "next", "options", "summary"}:
            for width in (1300, 768):
                wizard.resize(width, 600)
                settle(wizard)
                assert wizard.width() == width, page.step


def test_what_leads_on_stays_in_its_place(person: Person) -> None:
    wizard = person.wizard
    wizard.set_text_size(200)
    wizard.resize(800, 600)
    corners = set()
    for page in pages(person):
        settle(wizard)
        if page.step != "start":
            corner = box(wizard.footer.go_on, wizard).bottomRight()
            corners.add((corner.x(), corner.y()))
        assert wizard.footer.height() < wizard.height() / 3, page.step
    assert len(corners) == 1


def test_the_column_stays_where_it_is_from_page_to_page(person: Person) -> None:
    wizard = person.wizard
    wizard.resize(1120, 760)
    columns: dict[int, set[tuple[int, int]]] = {}
    bars = set()
    for page in pages(person):
        settle(wizard)
        here = box(page._holder, wizard)
        columns.setdefault(page.COLUMN, set()).add((here.left(), here.right()))
        bars.add(page.verticalScrollBar().maximum() > 0)
    assert bars == {True, False}
    assert [places for places in columns.values() if len(places) > 1] == []


def test_the_page_of_places_fits_a_small_laptop_as_the_window_opens(person: Person) -> None:
    wizard = person.wizard
    wizard.resize(min(SIZE[0], SMALL_LAPTOP[0]), min(SIZE[1], SMALL_LAPTOP[1]))
    page = person.go_to("where")
    settle(wizard)
    assert page.verticalScrollBar().maximum() == 0
    person.side("left")
    person.mark(PlaceId("breast_tissue"))
    settle(wizard)
    assert page.verticalScrollBar().maximum() == 0


def test_every_text_has_lines_of_one_height(person: Person) -> None:
    page = person.go_to("answer", marks={PlaceId("breast_tissue"): Certainty.FOUND})
    wizard = person.wizard
    for size in TEXT_SIZES:
        wizard.set_text_size(size)
        settle(wizard)
        with_words = [t for t in page.findChildren(TermText) if t.isVisible()]
        assert with_words
        for text in with_words:
            plain = Text(text.text(), text.property("role") or "body", page)
            plain.ensurePolished()
            # At this width each stands on one line, with or without the number of a source.
            assert text.heightForWidth(9000) == plain.heightForWidth(9000), text.text()
            plain.deleteLater()


def test_the_number_of_a_source_stays_with_its_last_word(wizard: Any) -> None:
    cited = TermText(
        (Span(text="It has grown into tissue nearby and into nodes."),), note="1,\u202f3"
    )
    cited.setParent(wizard)
    cited.ensurePolished()
    (document,) = cited.findChildren(QTextDocument)
    for width in range(90, 500):
        cited.heightForWidth(width)
        block = document.firstBlock()
        last = block.layout().lineAt(block.layout().lineCount() - 1)
        assert "nodes." in block.text()[last.textStart() :], width


def test_an_address_can_be_read_whole_and_is_heard_as_it_is(person: Person) -> None:
    page = person.go_to("answer", marks={PlaceId("breast_tissue"): Certainty.FOUND})
    person.wizard.resize(800, 600)
    person.wizard.set_text_size(200)
    open_all(page)
    settle(person.wizard)
    addresses = [a for a in page.findChildren(Address) if a.isVisible()]
    assert addresses
    for address in addresses:
        assert address.accessibleName().startswith("https://")
        assert address.text().replace(BREAK, "") == address.accessibleName()
        assert address.heightForWidth(address.width()) <= address.height()


@pytest.mark.parametrize("count", range(1, 9))
@pytest.mark.parametrize("most", range(10))
def test_no_answer_stands_alone_in_the_last_row(count: int, most: int) -> None:
    columns = even_columns(count, most)
    assert 1 <= columns <= max(most, 1)
    assert columns == 1 or count % columns != 1


@pytest.mark.parametrize("size", TEXT_SIZES)
@pytest.mark.parametrize("window", WINDOWS, ids=lambda w: f"{w[0]}x{w[1]}")
def test_what_opens_over_a_page_fits_too(
    person: Person, size: int, window: tuple[int, int]
) -> None:
    wizard = person.wizard
    wizard.set_text_size(size)
    wizard.resize(*window)
    wizard.speech_engine = "mock"
    person.go_to("where")
    person.side("left")
    found = []
    for opener in (wizard.header.look,):
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
