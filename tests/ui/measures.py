"""What is cut off, and what lies over something else, in a part of a window."""

from collections.abc import Iterator

from PySide6.QtCore import QPoint, QPointF, QRect, Qt
from PySide6.QtGui import QFontMetrics
from PySide6.QtWidgets import (
    QAbstractButton,
    QLabel,
    QLineEdit,
    QWidget,
)

from decision_aid.ui.kit.cards import LargeChoice
from decision_aid.ui.kit.choice import Choice, Tick
from decision_aid.ui.kit.expander import ExpanderButton
from decision_aid.ui.kit.figure import Figure
from decision_aid.ui.kit.figure_controls import FigureButton
from decision_aid.ui.kit.picture import SignsKey
from decision_aid.ui.kit.place_card import PlaceButton
from decision_aid.ui.kit.style import look_of
from decision_aid.ui.kit.term_text import TermButton, TermText
from decision_aid.ui.kit.text import Text
from decision_aid.ui.wizard.start import TwoWordsPicture

TOUCH = 1
"""By how many pixels neighbours may share an edge."""

RING = 3
"""How far the ring around a medical word reaches over its line."""


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
