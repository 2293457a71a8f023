"""One place in the list: a big button that says its state, and opens to mark it."""

from __future__ import annotations

from typing import Final

from PySide6.QtCore import QEvent, QRect, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QColor, QPainter, QPaintEvent, QPen, QResizeEvent
from PySide6.QtWidgets import (
    QButtonGroup,
    QFrame,
    QGridLayout,
    QPushButton,
    QSizePolicy,
    QVBoxLayout,
    QWidget,
)

from decision_aid.domain import Certainty, Place, place_topic
from decision_aid.ui.style import look_of
from decision_aid.ui.theme import TARGET
from decision_aid.ui.widgets.choice import Choice, draw_card
from decision_aid.ui.widgets.heights import Heights
from decision_aid.ui.widgets.marks import distance_colour, draw_mark
from decision_aid.ui.widgets.tab_order import follow_in_tab_order
from decision_aid.ui.widgets.term_text import TermText
from decision_aid.ui.widgets.text import Text
from decision_aid.ui.words import Words

_FLAGS: Final = int(
    Qt.TextFlag.TextWordWrap | Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter
)


class PlaceButton(QPushButton):
    """The head of a row: the sign of its state, the place, the state in words."""

    def __init__(self, place: Place, label: str, parent: QWidget) -> None:
        """Stand for this place."""
        super().__init__(label, parent)
        self._place = place
        self._certainty: Certainty | None = None
        self._state = ""
        self._heights = Heights()
        self.setCheckable(True)
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
        return max(words + look.space(2), look.px(TARGET))

    def sizeHint(self) -> QSize:  # noqa: N802
        """Return a comfortable size."""
        width = look_of(self).em(26)
        return QSize(width, self.heightForWidth(width))

    def minimumSizeHint(self) -> QSize:  # noqa: N802
        """Return the least size."""
        look = look_of(self)
        return QSize(look.em(15), look.px(TARGET))

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: N802
        """Draw the row."""
        del event
        look = look_of(self)
        theme = look.theme
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        if self.hasFocus():
            draw_card(painter, self, look, chosen=False)
        elif self.underMouse():
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(QColor(theme.accent_soft))
            painter.drawRoundedRect(QRectF(self.rect()).adjusted(2, 2, -2, -2), 8, 8)
        pad, sign, label, state = self._parts(self.width())
        colour = distance_colour(theme, self._place.id)
        box = QRectF(pad, (self.height() - sign) / 2, sign, sign)
        draw_mark(painter, box, self._certainty, colour, theme)
        painter.setPen(QPen(QColor(theme.ink)))
        font = self.font()
        font.setBold(self._certainty is not None and self._certainty is not Certainty.NOT_FOUND)
        painter.setFont(font)
        left = 2 * pad + sign
        painter.drawText(QRect(left, 0, label, self.height()), _FLAGS, self.text())
        if state:
            painter.setPen(QColor(theme.ink_soft))
            font.setBold(False)
            painter.setFont(font)
            painter.drawText(
                QRect(self.width() - pad - state, 0, state, self.height()), _FLAGS, self._state
            )


class PlaceRow(QFrame):
    """A place with its marks; ``marked`` is emitted with a ``Certainty`` or ``None``."""

    marked = Signal(object)
    toggled = Signal(bool)
    term_pressed = Signal(QWidget)

    def __init__(self, place: Place, words: Words, parent: QWidget | None = None) -> None:
        """Show a place, closed and not marked."""
        super().__init__(parent)
        self.place = place
        self._words = words
        self._label = words.place(place.id)
        self._certainty: Certainty | None = None
        self.setProperty("role", "card")
        self.head = PlaceButton(place, self._label, self)
        self.head.toggled.connect(self._toggle)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self.head)
        self._body: QWidget | None = None
        self.choices: dict[Certainty, Choice] = {}
        self._name()

    def open(self) -> None:
        """Open it."""
        self.head.setChecked(True)

    def close_row(self) -> None:
        """Close it."""
        self.head.setChecked(False)

    @property
    def is_open(self) -> bool:
        """Whether it is open."""
        return self.head.isChecked()

    def show_certainty(self, certainty: Certainty | None) -> None:
        """Show this certainty."""
        self._certainty = certainty
        state = self._words(f"mark.{certainty}") if certainty else ""
        self.head.show_state(certainty, state)
        self._name()
        self._fill()

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
        if opened and self._body is None:
            self._build_body()
        if self._body is not None:
            self._body.setVisible(opened)
        self._name()
        self.toggled.emit(opened)

    def _build_body(self) -> None:
        content = self._words.content
        self._body = QWidget(self)
        column = QVBoxLayout(self._body)
        pad = look_of(self).space(1.5)
        column.setContentsMargins(pad, 0, pad, pad)
        column.setSpacing(look_of(self).space(1.25))
        for block in self._words.marked(content.topic(place_topic(self.place.id)).blocks[:1]):
            if block.type == "paragraph":
                text = TermText(block.spans)
                text.term_pressed.connect(self.term_pressed)
                column.addWidget(text)
        term = content.place(self.place.id).medical_term
        column.addWidget(Text(self._words("places_page.report_word", term=term), "small"))
        self._grid = QGridLayout()
        self._grid.setSpacing(8)
        self._group = QButtonGroup(self)
        for certainty in Certainty:
            text_of = self._words(f"certainty.{certainty}")
            choice = Choice(text_of, self._body)
            choice.setAccessibleName(
                self._words("places_page.choices_name", place=self._label, choice=text_of)
            )
            self._group.addButton(choice)
            self.choices[certainty] = choice
            choice.toggled.connect(lambda on, c=certainty: self.marked.emit(c) if on else None)
        column.addLayout(self._grid)
        self.clear = QPushButton(self._words("places_page.clear"))
        self.clear.setProperty("role", "quiet")
        self.clear.setAccessibleName(f"{self._words('places_page.clear')}: {self._label}")
        self.clear.clicked.connect(self._take_away)
        column.addWidget(self.clear, alignment=Qt.AlignmentFlag.AlignLeft)
        layout = self.layout()
        assert layout is not None
        layout.addWidget(self._body)
        self._arrange()
        self._fill()
        follow_in_tab_order(self.head, self._body)

    def _take_away(self) -> None:
        self.head.setFocus(Qt.FocusReason.OtherFocusReason)
        self.marked.emit(None)

    def _fill(self) -> None:
        if self._body is None:
            return
        self._group.setExclusive(False)
        for certainty, choice in self.choices.items():
            choice.blockSignals(True)
            choice.setChecked(certainty is self._certainty)
            choice.blockSignals(False)
            choice.update()
        self._group.setExclusive(True)
        self.clear.setVisible(self._certainty is not None)

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802
        """Put the marks into two columns where there is room."""
        super().resizeEvent(event)
        self._arrange()

    def changeEvent(self, event: QEvent) -> None:  # noqa: N802
        """Take over a new text size."""
        super().changeEvent(event)
        if event.type() in {QEvent.Type.FontChange, QEvent.Type.StyleChange}:
            self._arrange()

    def _arrange(self) -> None:
        if not self.choices:
            return
        columns = 2 if self.width() >= look_of(self).em(27) else 1
        for index, choice in enumerate(self.choices.values()):
            self._grid.addWidget(choice, index // columns, index % columns)
        self._grid.setColumnStretch(0, 1)
        self._grid.setColumnStretch(1, 1 if columns == 2 else 0)
