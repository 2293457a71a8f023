"""Nothing is cut off, nothing lies over anything else, and no page goes on where it has ended.

Every page is looked at as it arrives and with all that can open on it, at every text size and in
every window. That no measure depends on the theme is proved once, so that the rest need not be
repeated for each.
"""

import itertools
from collections.abc import Iterator
from typing import Any, ClassVar

import pytest
from PySide6.QtCore import QPoint, QPointF, QRect, QRectF, Qt
from PySide6.QtGui import QFontMetrics, QFontMetricsF, QPainter, QTextDocument
from PySide6.QtWidgets import (
    QAbstractButton,
    QApplication,
    QLabel,
    QLineEdit,
    QScrollArea,
    QWidget,
)

from decision_aid.content import Span
from decision_aid.domain import Certainty, PlaceId
from decision_aid.ui.kit import figure, figure_words
from decision_aid.ui.kit.choice import Choice, Tick
from decision_aid.ui.kit.expander import Expander, ExpanderButton
from decision_aid.ui.kit.figure import Figure
from decision_aid.ui.kit.figure_button import FigureButton
from decision_aid.ui.kit.large_choice import LargeChoice
from decision_aid.ui.kit.layouts import even_columns
from decision_aid.ui.kit.picture import Picture
from decision_aid.ui.kit.picture_key import SignsKey
from decision_aid.ui.kit.place_card import PlaceButton
from decision_aid.ui.kit.popover import Popover
from decision_aid.ui.kit.style import look_of
from decision_aid.ui.kit.term_text import TermButton, TermText
from decision_aid.ui.kit.text import BREAK, Address, Text
from decision_aid.ui.kit.theme import TEXT_SIZES, THEMES, ThemeName
from decision_aid.ui.wizard import two_words
from decision_aid.ui.wizard.page import Page
from decision_aid.ui.wizard.two_words import TwoWordsPicture
from tests.ui.person import Person
from tests.ui.test_look import pages

WINDOWS = ((800, 600), (1120, 760), (768, 1366))
TOUCH = 1
"""By how many pixels neighbours may share an edge."""

RING = 3
"""How far the ring around a medical word reaches over its line."""

PADDING = 24
"""The most that a card keeps free below its last words, in pixels at 100 %."""

HOLE = 110
"""The most that is free between two things on a page, in pixels at 100 %."""


def shown(area: QWidget) -> list[QWidget]:
    """Return everything in an area that shows words or can be pressed."""
    kinds = (QLabel, QAbstractButton, QLineEdit, Figure, SignsKey, TwoWordsPicture)
    return [
        w
        for w in area.findChildren(QWidget)
        if isinstance(w, kinds)
        and w.isVisible()
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
        if isinstance(widget, FigureButton):
            if not has_room_in_figure(widget):
                yield f"{name(widget)} lies under other parts, or outside of the figure"
            continue
        if here.left() < 0 or here.right() > area.width():
            yield f"{name(widget)} reaches over the edge"
        elif cut_by_its_parent(widget, area):
            yield f"{name(widget)} is cut off by what it stands in"
        if isinstance(widget, TermButton):
            if not can_be_hit(widget):
                yield f"{name(widget)} lies under something else"
        else:
            yield from too_small(widget)


def too_small(widget: QWidget) -> Iterator[str]:
    """Yield how a widget is smaller than its words."""
    needed = widget.heightForWidth(widget.width()) if widget.hasHeightForWidth() else 0
    if widget.height() < needed - TOUCH:
        yield f"{name(widget)} is cut off below"
    if isinstance(widget, Choice | Tick | ExpanderButton):
        # These measure themselves; here their words are measured by themselves.
        look = look_of(widget)
        sign = look.px(30) + look.space(1)
        compact = widget.property("role") == "compact"
        mark = look.px(20) + look.space(3) if compact else look.px(50)
        beside = sign if isinstance(widget, ExpanderButton) else mark
        room = QRect(0, 0, widget.width() - beside, 10_000)
        words = widget.fontMetrics().boundingRect(room, Qt.TextFlag.TextWordWrap, widget.text())
        if widget.height() < words.height() + look_of(widget).px(6):
            yield f"{name(widget)} is too low for its words"
    if isinstance(widget, PlaceButton | LargeChoice):
        yield from too_low_for_two_texts(widget)
    wide = widget.minimumSizeHint().width()
    is_button = isinstance(widget, QAbstractButton) and not widget.hasHeightForWidth()
    if is_button:
        wide = widget.sizeHint().width()
    if (isinstance(widget, Text | TermText) or is_button) and widget.width() < wide - TOUCH:
        yield f"{name(widget)} is too narrow for its words"
    if is_button and widget.height() < widget.sizeHint().height() - TOUCH:
        yield f"{name(widget)} is too low for its words"


def too_low_for_two_texts(widget: PlaceButton | LargeChoice) -> Iterator[str]:
    """Yield whether a name and what stands below it need more than the height that they have."""
    name_font, line_font = widget.font(), widget.font()
    look = look_of(widget)
    if isinstance(widget, LargeChoice):
        line, beside = widget._line, look.px(44) + 6 * look.space(1)
        name_font.setBold(True)
        name_font.setPixelSize(look.px(19))
    else:
        line, beside = widget._report, widget.words_at() + 4
    line_font.setBold(False)
    line_font.setPixelSize(look.px(15))
    room = QRect(0, 0, widget.width() - beside, 10_000)
    tall = sum(
        QFontMetrics(font).boundingRect(room, Qt.TextFlag.TextWordWrap, text).height()
        for font, text in ((name_font, widget.text()), (line_font, line))
        if text
    )
    if widget.height() < tall:
        yield f"{name(widget)} is too low for its words"


def has_room_in_figure(part: FigureButton) -> bool:
    """Return whether a press in the middle of a part reaches it."""
    drawing = part.parentWidget()
    whole = drawing.parentWidget() if drawing is not None else None
    assert isinstance(whole, Figure)
    at = whole._scene.transform(part.region.drawing).map(QPointF(*part.region.at))
    return whole.rect().contains(at.toPoint()) and whole.button_at(at) is part


def can_be_hit(part: QAbstractButton) -> bool:
    """Return whether a press somewhere on a part of a text reaches it."""
    parent = part.parentWidget()
    assert parent is not None
    return any(
        parent.childAt(part.mapTo(parent, QPoint(x, y))) is part and part.hitButton(QPoint(x, y))
        for y in range(2, part.height(), 4)
        for x in range(2, part.width(), 4)
    )


def cut_by_its_parent(widget: QWidget, area: QWidget) -> bool:
    """Return whether a part of a widget lies outside of what it stands in."""
    touch = RING if isinstance(widget, TermButton) else TOUCH
    above = widget.parentWidget()
    while above is not None and above is not area:
        inside = above.rect().adjusted(-touch, -touch, touch, touch)
        if not inside.contains(box(widget, above)):
            return True
        above = above.parentWidget()
    return False


def overlapping(area: QWidget) -> Iterator[str]:
    """Yield every two things that lie over each other, one not being part of the other."""
    things = [w for w in shown(area) if not isinstance(w, TermButton | FigureButton)]
    boxes = [(w, box(w, area).adjusted(TOUCH, TOUCH, -TOUCH, -TOUCH)) for w in things]
    boxes.sort(key=lambda pair: pair[1].top())
    for number, (one, here) in enumerate(boxes):
        for other, there in boxes[number + 1 :]:
            if there.top() > here.bottom():
                break
            part = one.isAncestorOf(other) or other.isAncestorOf(one)
            if here.intersects(there) and not part:
                yield f"{name(one)} and {name(other)}"


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


def settle(wizard: Any) -> None:
    for _ in range(3):
        QApplication.sendPostedEvents()
        QApplication.processEvents()


def open_all(page: Any) -> None:
    """Open and tick what there is on a page, and say that something is wrong."""
    if page.step == "where" and not page.more.isChecked():
        page.more.click()
    elif page.step == "options":
        for _, row in page.rows[:3]:
            row.tick.click()
    elif page.step == "values":
        for row in page.rows.values():
            row.choices.button("a_lot").click()
    elif page.step == "check":
        for choices in (*page.checks.values(), *page.sure.values()):
            choices.button("no").click()
    elif hasattr(page, "numbers"):
        page.numbers.show_button.click()
        page.numbers.yes.click()
    for _ in range(2):
        for expander in page.findChildren(Expander):
            if expander.isVisible() and not expander.button.is_open:
                expander.button.click()
    page.say_error(page.words("where_page.nothing_marked"))


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


def test_no_measure_depends_on_the_theme(person: Person) -> None:
    wizard = person.wizard
    _ = wizard.words.content
    wizard.set_text_size(150)
    wizard.resize(800, 600)
    for page in pages(person):
        page.explain_words()  # else the first page gets its words in the midst of it
        if page.step != "options":  # the longest by far, of the same parts as the others
            open_all(page)
        measures = {}
        for theme in THEMES:
            wizard.set_theme(theme)
            settle(wizard)
            parts = wizard.findChildren(QWidget)
            measures[theme] = [(name(w), box(w, wizard).getRect()) for w in parts if w.isVisible()]
        first = measures[ThemeName.LIGHT]
        assert all(other == first for other in measures.values()), page.step
        page.error.clear()


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
    monkeypatch.setattr(two_words, "QPainter", Listening)
    Listening.painted = []
    picture.grab()
    assert len(Listening.painted) == 4
    whole = QRectF(picture.rect())
    cut = [text for _, _, text, needed in Listening.painted if not whole.contains(needed)]
    lines = [needed for *_, needed in Listening.painted]
    assert not cut
    assert not any(a.intersects(b) for a, b in itertools.combinations(lines, 2))


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
