"""One place in the list: a big button that says its state and opens the panel to mark it."""

from __future__ import annotations

from typing import Final

from PySide6.QtCore import QEvent, QObject, QPoint, QRect, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QColor, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QSizePolicy, QWidget

from decision_aid.domain import Certainty, Place
from decision_aid.ui.kit.buttons import Opener
from decision_aid.ui.kit.choice import Choice, draw_card
from decision_aid.ui.kit.layouts import Heights
from decision_aid.ui.kit.mark_panel import MarkPanel, draw_card_part
from decision_aid.ui.kit.marks import distance_colour, draw_mark, draw_number
from decision_aid.ui.kit.style import look_of
from decision_aid.ui.kit.theme import TARGET
from decision_aid.ui.kit.words import Words

GAP: Final = 8
"""The space below a closed row, in pixels."""

_FLAGS: Final = int(
    Qt.TextFlag.TextWordWrap | Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter
)


class PlaceButton(Opener):
    """The head of a row: the sign of its state, the place, the state in words."""

    def __init__(self, place: Place, label: str, parent: QWidget) -> None:
        """Stand for this place."""
        super().__init__(label, parent)
        self._place = place
        self._certainty: Certainty | None = None
        self._state = self._number = ""
        self._heights = Heights()
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)
        policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)

    def show_state(self, certainty: Certainty | None, state: str) -> None:
        """Show this state, in words; "" where nothing is marked."""
        if (certainty, state) == (self._certainty, self._state):
            return
        self._certainty, self._state = certainty, state
        self._heights.forget()
        self.updateGeometry()
        self.update()

    def show_number(self, number: str) -> None:
        """Show in the empty sign the number that the place has in the picture, or "" for none."""
        self._number = number
        self.update()

    def show_open(self) -> None:
        """Show whether the panel below belongs to it."""
        self._heights.forget()
        self.updateGeometry()
        self.update()

    def card(self) -> QRect:
        """Return what is the row; the rest is space before the next one."""
        return self.rect() if self.is_open else self.rect().adjusted(0, 0, 0, -GAP)

    def hitButton(self, pos: QPoint) -> bool:  # noqa: N802
        """Answer on the row, not in the space below it."""
        return self.card().contains(pos)

    def _parts(self, width: int) -> tuple[int, int, int, int]:
        """Return padding, size of the sign, width of the label, width of the state."""
        look = look_of(self)
        pad, sign = look.space(1.5), look.px(28)
        state = self.fontMetrics().horizontalAdvance(self._state) + 4 if self._state else 0
        label = width - 3 * pad - sign - (state + pad if state else 0)
        return pad, sign, max(label, 40), state

    def hasHeightForWidth(self) -> bool:  # noqa: N802
        """Return that the height follows the width."""
        return True

    def heightForWidth(self, width: int) -> int:  # noqa: N802
        """Return the height that the label takes at this width."""
        return self._heights.at(width, self._height_at)

    def changeEvent(self, event: QEvent) -> None:  # noqa: N802
        """Take over a new text size."""
        super().changeEvent(event)
        if event.type() in {QEvent.Type.FontChange, QEvent.Type.StyleChange}:
            self._heights.forget()

    def _height_at(self, width: int) -> int:
        look = look_of(self)
        box = QRect(0, 0, self._parts(width)[2], 10_000)
        words = self.fontMetrics().boundingRect(box, _FLAGS, self.text()).height()
        gap = 0 if self.is_open else GAP
        return max(words + look.space(2), look.px(TARGET)) + gap

    def sizeHint(self) -> QSize:  # noqa: N802
        """Return a comfortable size."""
        width = look_of(self).em(26)
        return QSize(width, self.heightForWidth(width))

    def minimumSizeHint(self) -> QSize:  # noqa: N802
        """Return the least size."""
        look = look_of(self)
        return QSize(look.em(15), look.px(TARGET) + (0 if self.is_open else GAP))

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: N802
        """Draw the row."""
        del event
        look = look_of(self)
        theme = look.theme
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        card = self.card()
        draw_card_part(painter, card, theme, above=True, below=not self.is_open)
        if self.hasFocus():
            draw_card(painter, self, look, chosen=False, within=card)
        elif self.underMouse():
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(QColor(theme.accent_soft))
            painter.drawRoundedRect(QRectF(card).adjusted(2, 2, -2, -2), 8, 8)
        pad, sign, label, state = self._parts(self.width())
        colour = distance_colour(theme, self._place.id)
        box = QRectF(pad, (card.height() - sign) / 2, sign, sign)
        draw_mark(painter, box, self._certainty, colour, theme)
        if self._certainty is None and self._number:
            draw_number(painter, box, self._number, look)
        painter.setPen(QPen(QColor(theme.ink)))
        font = self.font()
        font.setBold(self._certainty is not None and self._certainty is not Certainty.NOT_FOUND)
        painter.setFont(font)
        left = 2 * pad + sign
        painter.drawText(QRect(left, 0, label, card.height()), _FLAGS, self.text())
        if state:
            painter.setPen(QColor(theme.ink_soft))
            font.setBold(False)
            painter.setFont(font)
            painter.drawText(
                QRect(self.width() - pad - state, 0, state, card.height()), _FLAGS, self._state
            )


class PlaceRow(QObject):
    """A place with its mark: its button, and the panel while it is open.

    ``toggled`` is emitted when it opens or closes.
    """

    toggled = Signal(bool)

    def __init__(self, place: Place, words: Words, panel: MarkPanel, parent: QWidget) -> None:
        """Show a place, closed and not marked.

        Args:
            place: the place.
            words: the words.
            panel: shared by all rows of the list; it belongs to the one that is open.
            parent: the list.
        """
        super().__init__(parent)
        self.place = place
        self._words = words
        self._panel = panel
        self._label = words.place(place.id)
        self._certainty: Certainty | None = None
        self.head = PlaceButton(place, self._label, parent)
        self.head.opened.connect(self._toggle)
        self._name()

    def open(self) -> None:
        """Open it."""
        self.head.set_open(True)

    def close_row(self) -> None:
        """Close it."""
        self.head.set_open(False)

    @property
    def is_open(self) -> bool:
        """Whether it is open."""
        return self.head.is_open

    @property
    def choices(self) -> dict[Certainty, Choice]:
        """The marks to choose from; none while it is closed."""
        return self._panel.choices if self.is_open else {}

    def show_certainty(self, certainty: Certainty | None) -> None:
        """Show this certainty."""
        if certainty is not self._certainty:
            self._certainty = certainty
            state = self._words(f"mark.{certainty}") if certainty else ""
            self.head.show_state(certainty, state)
            self._name()
        if self.is_open:
            self._panel.show_certainty(certainty)

    def fill_panel(self) -> None:
        """Have the panel show this place."""
        self._panel.show_place(self.place, self._certainty)

    def _name(self) -> None:
        state = self._words(
            f"certainty.{self._certainty}" if self._certainty else "places_page.unmarked"
        )
        self.head.setAccessibleName(
            self._words("places_page.row_name", place=self._label, state=state)
        )
        key = "places_page.row_close" if self.is_open else "places_page.row_open"
        self.head.setAccessibleDescription(self._words(key))

    def _toggle(self, opened: bool) -> None:
        self.head.show_open()
        self._name()
        self.toggled.emit(opened)
