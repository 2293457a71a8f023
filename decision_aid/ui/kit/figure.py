"""The figure to press: a body with its organs, and beside it the breast cut open."""

from __future__ import annotations

from dataclasses import replace
from itertools import pairwise
from math import inf
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QEvent, QPointF, QRect, QRectF, QSize, Qt, QTimer, Signal
from PySide6.QtGui import (
    QColor,
    QMouseEvent,
    QPainter,
    QPaintEvent,
    QPen,
    QResizeEvent,
    QShowEvent,
)
from PySide6.QtWidgets import QSizePolicy, QWidget

from decision_aid.document.figure import FigureMark, regions_of
from decision_aid.domain import Certainty, PlaceId, Side
from decision_aid.ui.kit.figure_controls import FigureButton
from decision_aid.ui.kit.figure_layers import (
    DRAWINGS,
    FigureLayers,
    Scene,
    View,
    bounds,
    panes,
    region_at,
)
from decision_aid.ui.kit.figure_words import FigureWords
from decision_aid.ui.kit.screen_reader import Role, reading_order, set_role
from decision_aid.ui.kit.style import look_of

if TYPE_CHECKING:
    from collections.abc import Iterable

    from decision_aid.document.figure import FigureBody, FigureDrawing, Skin
    from decision_aid.ui.kit.words import Words

_MARGIN: Final = 6
_AT_REST_AFTER: Final = 400
"""How long after it is shown the figure gets ready to be pressed, in milliseconds."""
_FIRST_BY_TAB: Final = ("breast_left", "ducts_only")
"""Where the Tab key comes to first in each drawing."""


class Figure(QWidget):
    """A body and a breast to press.

    ``pressed`` is emitted with the place, or ``"breast"``, and the side of the person on which it
    was pressed, ``""`` where it has none. ``spot_pressed`` is emitted right before with the region,
    such as the one bone of several.
    """

    pressed = Signal(str, str)
    spot_pressed = Signal(str)

    def __init__(
        self,
        words: Words,
        *,
        body: FigureBody = "woman",
        skin: Skin = "neutral",
        view: View = "mirror",
        parent: QWidget | None = None,
    ) -> None:
        """Show a body without marks.

        Args:
            words: the words.
            body: whose.
            skin: its tone.
            view: which side of the person is at the left.
            parent: the widget it stands in.
        """
        super().__init__(parent)
        self._written = FigureWords(words)
        self._layers = FigureLayers(self._written)
        self._scene = Scene(body, skin, view)
        self._cancer: Side | None = None
        self._marks: tuple[FigureMark, ...] = ()
        self._marked: dict[str, FigureMark] = {}
        self._ordered: dict[FigureDrawing, dict[FigureButton, QRect]] = {}
        self._rings_to_come: list[FigureButton] = []
        self._ahead = QTimer(self, singleShot=True)
        self._ahead.timeout.connect(self._ring_ahead)
        self._pointed_at: FigureButton | None = None
        self._pressed_on: FigureButton | None = None
        set_role(self, Role.GROUP)
        self.setAccessibleName(words("figure.name"))
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)
        self.setMouseTracking(True)
        self.parts = {
            "body": self._part(words("figure.body_name")),
            "breast": self._part(words("figure.breast_name")),
        }
        self.buttons = [FigureButton(r, self.parts[r.drawing]) for r in regions_of(body)]
        for button in self.buttons:
            button.picked.connect(lambda b=button: self._pick(b))
            button.focus_changed.connect(lambda b=button: self._focus_changed(b))
            button.steered.connect(lambda direction, b=button: self._steer(b, direction))
            if button.region.id in _FIRST_BY_TAB:
                self._reach_by_tab(button)
        self._refresh()

    def _part(self, name: str) -> QWidget:
        part = QWidget(self)
        part.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        set_role(part, Role.GROUP)
        part.setAccessibleName(name)
        return part

    def show_body(self, body: FigureBody) -> None:
        """Show another body; every part stays the control that it is."""
        self._scene = replace(self._scene, body=body)
        for button, region in zip(self.buttons, regions_of(body), strict=True):
            button.region = region
        self._refresh()

    def show_skin(self, skin: Skin) -> None:
        """Show another tone of the skin."""
        self._scene = replace(self._scene, skin=skin)
        self.update()

    def show_side(self, cancer: Side | None) -> None:
        """Take the nodes of the other side for what they are with cancer on this side."""
        if cancer is self._cancer and cancer in {None, Side.BOTH, self._scene.breast}:
            return
        self._cancer = cancer
        if cancer is Side.LEFT or cancer is Side.RIGHT:
            self._scene = replace(self._scene, breast=cancer)
        self._refresh()

    def show_breast(self, side: Side | None, *, visible: bool | None = None) -> None:
        """Show this breast cut open; where there is no room for it, none is ``visible``."""
        shown = self._scene.with_breast if visible is None else visible
        self._scene = replace(self._scene, breast=side, with_breast=shown)
        self._refresh()

    def show_marks(self, marks: Iterable[FigureMark]) -> None:
        """Show what was found or is possible."""
        self._marks = tuple(marks)
        self._refresh_states()

    def parts_of(self, place: PlaceId) -> set[str]:
        """Return the parts in which a place is marked."""
        return {part for part, mark in self._marked.items() if mark.place == place}

    def sizeHint(self) -> QSize:  # noqa: N802
        """Return the size at which every part is as large as a finger."""
        return QSize(660, 580) if self._scene.with_breast else QSize(400, 580)

    def minimumSizeHint(self) -> QSize:  # noqa: N802
        """Return the least size at which the picture is clear."""
        return QSize(420, 360) if self._scene.with_breast else QSize(240, 360)

    def button_at(self, point: QPointF) -> FigureButton | None:
        """Return the part at a point of the widget."""
        for drawing in DRAWINGS:
            here = {b.region: b for b in self._shown(drawing)}
            back, _ = self._scene.transform(drawing).inverted() if here else (None, False)
            found = region_at(back.map(point), here) if back is not None else None
            if found is not None:
                return here[found]
        return None

    def _shown(self, drawing: FigureDrawing) -> list[FigureButton]:
        return [b for b in self.buttons if b.region.drawing == drawing and not b.isHidden()]

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802
        """Put every control over its part of the picture."""
        super().resizeEvent(event)
        self._place_buttons()
        self._rings_to_come = list(self.buttons)
        self._ahead.start(_AT_REST_AFTER)

    def _ring_ahead(self) -> None:
        """While nobody presses anything, work out one ring, and then the next: some take long."""
        while self.isVisible() and self._rings_to_come:
            button = self._rings_to_come.pop(0)
            if button.isVisible():
                self._layers.ring(self._scene, button.region)
                self._ahead.start(0)
                return

    def showEvent(self, event: QShowEvent) -> None:  # noqa: N802
        """Get ready for what will be pressed."""
        super().showEvent(event)
        self._ahead.start(_AT_REST_AFTER)

    def changeEvent(self, event: QEvent) -> None:  # noqa: N802
        """Take over new colours and letters."""
        super().changeEvent(event)
        self.update()

    def mouseMoveEvent(self, event: QMouseEvent) -> None:  # noqa: N802
        """Name what the pointer is on."""
        self._point_at(self.button_at(event.position()))

    def leaveEvent(self, event: QEvent) -> None:  # noqa: N802
        """Name nothing more."""
        super().leaveEvent(event)
        self._point_at(None)

    def _point_at(self, button: FigureButton | None) -> None:
        if button is self._pointed_at:
            return
        self._pointed_at = button
        if button is None:
            self.unsetCursor()
        else:
            self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.update()

    def mousePressEvent(self, event: QMouseEvent) -> None:  # noqa: N802
        """Remember on what a press began."""
        if event.button() is Qt.MouseButton.LeftButton:
            self._pressed_on = self.button_at(event.position())

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:  # noqa: N802
        """Press the part on which a press began and ended."""
        button, self._pressed_on = self._pressed_on, None
        if button is not None and button is self.button_at(event.position()):
            button.setFocus(Qt.FocusReason.MouseFocusReason)
            button.click()

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: N802
        """Draw the picture, the names, the marks, and what is pointed at."""
        del event
        look, size, ratio = look_of(self), self.size(), self.devicePixelRatioF()
        theme, scene, layers = look.theme, self._scene, self._layers
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.drawPixmap(0, 0, layers.art(scene, theme, size, ratio, self.font()))
        painter.drawPixmap(0, 0, layers.marks(scene, self._marks, theme, size, ratio))
        focused = next((b for b in self.buttons if b.hasFocus()), None)
        if focused is not None:
            self._ring(painter, focused, (theme.surface, 9), (theme.focus, 5))
        pointed_at = self._pointed_at or (focused if focused and focused.reached_by_keys else None)
        if pointed_at is None:
            return
        if pointed_at is not focused:
            self._ring(painter, pointed_at, (theme.surface, 7), (theme.accent, 3))
        text = self._written.with_state(pointed_at.region, self._certainty(pointed_at))
        around, room = QRectF(self._box(pointed_at)), QRectF(self.rect())
        self._written.draw_pointed_at(painter, text, around, room, look)

    def _ring(self, painter: QPainter, button: FigureButton, *lines: tuple[str, int]) -> None:
        around = self._layers.ring(self._scene, button.region)
        painter.setBrush(Qt.BrushStyle.NoBrush)
        for colour, width in lines:
            painter.setPen(QPen(QColor(colour), width))
            painter.drawPath(around)

    def _refresh(self) -> None:
        """Show what can be pressed now, and where."""
        for button in self.buttons:
            place = button.region.place_for(self._cancer)
            button.setVisible(button.region.place is None or place is not None)
        self.parts["breast"].setVisible(self._scene.with_breast)
        self._place_buttons()
        self._refresh_states()

    def _refresh_states(self) -> None:
        self._marked = self._scene.marked(self._marks)
        for button in self.buttons:
            certainty, place = self._certainty(button), button.region.place_for(self._cancer)
            button.show_marked(marked=certainty in {Certainty.FOUND, Certainty.SUSPECTED})
            button.setAccessibleName(self._written.with_state(button.region, certainty))
            button.setAccessibleDescription(self._written.description(place))
        self.parts["breast"].setAccessibleDescription(self._written.caption(self._scene.breast))
        self.update()

    def _certainty(self, button: FigureButton) -> Certainty | None:
        mark = self._marked.get(button.region.id)
        return mark.certainty if mark is not None else None

    def _place_buttons(self) -> None:
        room = QRectF(self.rect()).adjusted(_MARGIN, _MARGIN, -_MARGIN, -_MARGIN)
        turned = self._scene.turned("body")
        placed = panes(room, with_breast=self._scene.with_breast, turned=turned)
        self._scene = replace(self._scene, panes=placed)
        for drawing in DRAWINGS:
            frame = placed.frame(drawing).toAlignedRect()
            self.parts[drawing].setGeometry(frame)
            transform = self._scene.transform(drawing)
            for button in self.buttons:
                if button.region.drawing == drawing:
                    box = transform.mapRect(bounds(button.region)).toAlignedRect()
                    button.setGeometry(box.translated(-frame.topLeft()))
            self._put_in_reading_order(drawing)
        self.update()

    def _put_in_reading_order(self, drawing: FigureDrawing) -> None:
        """Have a screen reader go from the top; Tab comes to a drawing once, arrows go on in it."""
        here = self._shown(drawing)
        boxes = {button: button.geometry() for button in here}
        if boxes == self._ordered.get(drawing):
            return
        self._ordered[drawing] = boxes
        order = [here[i] for i in reading_order([*boxes.values()])]
        for button in order:
            button.raise_()
        for before, after in pairwise(order):
            self.setTabOrder(before, after)
        if order and all(b.focusPolicy() is not Qt.FocusPolicy.StrongFocus for b in order):
            self._reach_by_tab(order[0])

    def _reach_by_tab(self, chosen: FigureButton) -> None:
        for button in self.buttons:
            if button.region.drawing == chosen.region.drawing:
                strong = button is chosen
                policy = Qt.FocusPolicy.StrongFocus if strong else Qt.FocusPolicy.ClickFocus
                button.setFocusPolicy(policy)

    def _box(self, button: FigureButton) -> QRect:
        return button.geometry().translated(self.parts[button.region.drawing].pos())

    def _focus_changed(self, button: FigureButton) -> None:
        if button.hasFocus():
            self._reach_by_tab(button)
        self.update()

    def _steer(self, start: FigureButton, direction: QPointF) -> None:
        """Give the focus to the nearest part in this direction, also in the other drawing."""

        def middle(button: FigureButton) -> QPointF:
            return self._scene.transform(button.region.drawing).map(QPointF(*button.region.at))

        def away(other: FigureButton) -> float:
            step = middle(other) - middle(start)
            along = QPointF.dotProduct(step, direction)
            across = abs(step.x() * direction.y() - step.y() * direction.x())
            return along + 2.5 * across if along > 4 else inf

        others = (b for d in DRAWINGS for b in self._shown(d) if b is not start)
        nearest = min(others, key=away, default=None)
        if nearest is not None and away(nearest) < inf:
            nearest.setFocus(Qt.FocusReason.OtherFocusReason)

    def _pick(self, button: FigureButton) -> None:
        self.spot_pressed.emit((region := button.region).id)
        if region.place is None and region.side is not None:
            self.show_breast(region.side)
        side = self._scene.breast if region.drawing == "breast" else region.side
        self.pressed.emit(region.place_for(self._cancer) or "breast", side or "")
