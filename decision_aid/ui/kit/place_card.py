"""A place as a card: one press marks it as found; the mark can then be changed where it stands."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QEvent, QRect, QRectF, QSignalBlocker, QSize, Qt, Signal
from PySide6.QtGui import QColor, QFontMetrics, QPainter, QPaintEvent, QPen, QResizeEvent
from PySide6.QtWidgets import (
    QBoxLayout,
    QHBoxLayout,
    QPushButton,
    QSizePolicy,
    QVBoxLayout,
    QWidget,
)

from decision_aid.domain import FOLLOW_UPS, Certainty, PlaceId
from decision_aid.ui.kit.choice import Choices, Option
from decision_aid.ui.kit.layouts import Heights
from decision_aid.ui.kit.marks import distance_colour, draw_mark
from decision_aid.ui.kit.segments import Segments
from decision_aid.ui.kit.style import look_of
from decision_aid.ui.kit.text import Text
from decision_aid.ui.kit.theme import FOCUS_RING

if TYPE_CHECKING:
    from collections.abc import Callable

    from decision_aid.ui.kit.words import Words

_FLAGS: Final = int(Qt.TextFlag.TextWordWrap | Qt.AlignmentFlag.AlignLeft)
_SIGN: Final = 24
_LEFT_EDGE, _RIGHT_EDGE = 4, 8
"""Between the outline of a card and what stands in it, in pixels."""

_RIGHT: Final = 4
"""The room at the right of the words, in pixels."""
_BESIDE_FROM_EM: Final = 30
"""The room, in ems, from which the marks stand beside the name."""


class _Row(QBoxLayout):
    """The name and its marks; they turn before they are measured, so that no height is stale."""

    def __init__(self, turn: Callable[[int], None]) -> None:
        super().__init__(QBoxLayout.Direction.LeftToRight)
        self._turn = turn

    def heightForWidth(self, width: int) -> int:  # noqa: N802
        self._turn(width)
        return super().heightForWidth(width)


class PlaceButton(QPushButton):
    """The name of a place, and below it how a report calls it; checked while it is marked.

    ``picked`` is emitted when it is pressed in any way.
    """

    picked = Signal()

    def __init__(self, place: PlaceId, label: str, report: str, parent: QWidget) -> None:
        """Stand for this place.

        Args:
            place: the place.
            label: its name.
            report: the words of a report, or "".
            parent: the card.
        """
        super().__init__(label, parent)
        self._place, self._report = place, report
        self._certainty: Certainty | None = None
        self._heights = Heights()
        self.setCheckable(True)
        self.clicked.connect(self.picked)
        self.toggled.connect(self._toggled)
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)
        policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)

    def show_certainty(self, certainty: Certainty | None) -> None:
        """Show the sign of this certainty."""
        self._certainty = certainty
        with QSignalBlocker(self):
            self.setChecked(certainty is not None)
        self.update()

    def _toggled(self) -> None:
        """Do what a press does, where a screen reader toggles: the answers make the mark."""
        self.show_certainty(self._certainty)
        self.picked.emit()

    def nextCheckState(self) -> None:  # noqa: N802
        """Keep the state: it follows the answers."""

    def hasHeightForWidth(self) -> bool:  # noqa: N802
        """Return that the height follows the width."""
        return True

    def heightForWidth(self, width: int) -> int:  # noqa: N802
        """Return the height that the words take at this width."""
        return self._heights.at(width, self._height_at)

    def _height_at(self, width: int) -> int:
        label, report = self._lines(width)
        return max(
            label + report + look_of(self).space(1.5),
            look_of(self).tall_target,
        )

    def _lines(self, width: int) -> tuple[int, int]:
        """Return how tall the name and the words of a report are at this width."""
        room = QRect(0, 0, max(width - self.words_at() - _RIGHT, 40), 10_000)
        name = self.fontMetrics().boundingRect(room, _FLAGS, self.text()).height()
        if not self._report:
            return name, 0
        return name, self._small().boundingRect(room, _FLAGS, self._report).height()

    def _small(self) -> QFontMetrics:
        font = self.font()
        font.setBold(False)
        font.setPixelSize(look_of(self).px(15))
        return QFontMetrics(font)

    def words_at(self) -> int:
        """Return how far from its left edge its words begin."""
        look = look_of(self)
        return look.px(_SIGN) + 2 * look.space(1.25)

    def sizeHint(self) -> QSize:  # noqa: N802
        """Return a comfortable size."""
        width = look_of(self).em(22)
        return QSize(width, self.heightForWidth(width))

    def minimumSizeHint(self) -> QSize:  # noqa: N802
        """Return the least size: the widest word on one line."""
        words = f"{self.text()} {self._report}".split()
        widest = max(self.fontMetrics().horizontalAdvance(word) for word in words)
        return QSize(widest + self.words_at() + _RIGHT, look_of(self).tall_target)

    def changeEvent(self, event: QEvent) -> None:  # noqa: N802
        """Take over a new text size."""
        super().changeEvent(event)
        if event.type() in {QEvent.Type.FontChange, QEvent.Type.StyleChange}:
            self._heights.forget()
            self.updateGeometry()

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: N802
        """Draw the sign of the mark, the name, and the words of a report."""
        del event
        look = look_of(self)
        theme, pad, sign = look.theme, look.space(1.25), look.px(_SIGN)
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        if self.underMouse():
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(QColor(theme.accent_soft))
            painter.drawRoundedRect(QRectF(self.rect()), 8, 8)
        box = QRectF(pad, (self.height() - sign) / 2, sign, sign)
        draw_mark(painter, box, self._certainty, distance_colour(theme, self._place), theme)
        label, report = self._lines(self.width())
        top = (self.height() - label - report) // 2
        room = QRect(self.words_at(), top, self.width() - self.words_at() - _RIGHT, label)
        painter.setPen(QColor(theme.ink))
        painter.drawText(room, _FLAGS, self.text())
        if self._report:
            font = self.font()
            font.setBold(False)
            font.setPixelSize(look.px(15))
            painter.setFont(font)
            painter.setPen(QColor(theme.ink_soft))
            painter.drawText(
                room.translated(0, label).adjusted(0, 0, 0, report), _FLAGS, self._report
            )
        if self.hasFocus():
            painter.setPen(QPen(QColor(theme.focus), FOCUS_RING))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            inset = FOCUS_RING / 2
            painter.drawRoundedRect(
                QRectF(self.rect()).adjusted(inset, inset, -inset, -inset), 8, 8
            )


class PlaceCard(QWidget):
    """A place to mark.

    ``marked`` is emitted with a ``Certainty``, or ``None`` when the mark is taken away;
    ``answered`` with the id of the answer to the place's follow-up question; ``wondered`` with
    the button by which somebody asks what the place is.
    """

    wondered = Signal(QWidget)
    marked = Signal(object)
    answered = Signal(str)

    def __init__(self, place: PlaceId, words: Words, parent: QWidget | None = None) -> None:
        """Show a place without a mark.

        Args:
            place: the place.
            words: the words.
            parent: the list.
        """
        super().__init__(parent)
        self.place, self._words = place, words
        self._label = words.place(place)
        self._certainty: Certainty | None = None
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(_LEFT_EDGE, 3, _RIGHT_EDGE, 3)
        self._column.setSpacing(4)
        self._row = _Row(self._arrange)
        self._row.setSpacing(4)
        self._column.addLayout(self._row)
        self.report = words.report_words(place)
        self.button = PlaceButton(place, self._label, self.report, self)
        self.button.picked.connect(self._press)
        self.about = QPushButton("?", self)
        self.about.setProperty("role", "about")
        self.about.clicked.connect(lambda: self.wondered.emit(self.about))
        top = QHBoxLayout()
        top.setSpacing(4)
        top.addWidget(self.button, 1)
        top.addWidget(self.about, 0, Qt.AlignmentFlag.AlignVCenter)
        self._row.addLayout(top, 1)
        self.certainty: Segments | None = None
        self.follow_up: Choices | None = None
        self._question: Text | None = None
        self._name()

    def show_certainty(self, certainty: Certainty | None) -> None:
        """Show this certainty, and the ways to change it."""
        if certainty is not None and self.certainty is None:
            self._add_marks()
        changed = certainty is not self._certainty
        self._certainty = certainty
        if self.certainty is not None:
            self.certainty.choose(certainty)
            self.certainty.setVisible(certainty is not None)
        if changed:
            self.button.show_certainty(certainty)
            self._name()
            self.update()

    def ask(self, detail: str | None, *, wanted: bool) -> None:
        """Ask the follow-up question, or no longer.

        Args:
            detail: the answer that was given.
            wanted: whether the answer could change something.
        """
        if wanted and self.follow_up is None:
            self._add_follow_up()
        for part in (self._question, self.follow_up):
            if part is not None:
                part.setVisible(wanted)
        if self.follow_up is not None:
            self.follow_up.choose(detail)

    def _press(self) -> None:
        self.marked.emit(Certainty.FOUND if self._certainty is None else None)

    def _add_marks(self) -> None:
        options = [Option(one, self._words(f"mark.{one}")) for one in Certainty]
        self.certainty = Segments(options, self._label, self, may_be_none=False)
        self.certainty.name_each(self._label)
        self.certainty.chosen.connect(lambda one: self.marked.emit(Certainty(one)))
        self._row.addWidget(self.certainty, 0, Qt.AlignmentFlag.AlignVCenter)
        self._arrange()

    def _add_follow_up(self) -> None:
        texts = self._words.content.follow_up(self.place)
        self._question = Text(texts.question, "subheading", self)
        options = [Option(key, texts.answers[key]) for key in FOLLOW_UPS[self.place].answers]
        self.follow_up = Choices(options, texts.question, self, compact=True)
        self.follow_up.chosen.connect(self.answered)
        for part in (self._question, self.follow_up):
            part.setContentsMargins(4, 0, 4, 0)
            self._column.addWidget(part)

    def _name(self) -> None:
        state = self._words(f"mark.{self._certainty}" if self._certainty else "where_page.unmarked")
        self.button.setAccessibleName(
            self._words("where_page.card_name", place=self._label, state=state)
        )
        self.about.setAccessibleName(self._words("where_page.card_about", place=self._label))
        key = "where_page.card_unmark" if self._certainty else "where_page.card_mark"
        self.button.setAccessibleDescription(self._words(key))

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802
        """Put the marks below the name where there is no room beside it."""
        super().resizeEvent(event)
        self._arrange()

    def _arrange(self, width: int | None = None) -> None:
        room = self.width() if width is None else width + _LEFT_EDGE + _RIGHT_EDGE
        wide = room >= look_of(self).em(_BESIDE_FROM_EM)
        down, right = QBoxLayout.Direction.TopToBottom, QBoxLayout.Direction.LeftToRight
        self._row.setDirection(right if wide else down)
        if self.certainty is not None:
            # Below the name they begin where it begins.
            left, below = (0, 0) if wide else (self.button.words_at(), 5)
            self.certainty.setContentsMargins(left, 0, 0, below)

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: N802
        """Draw the card: its outline says whether it is marked, and how sure that is."""
        del event
        theme = look_of(self).theme
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        is_open = self._certainty in {Certainty.SUSPECTED, Certainty.UNKNOWN}
        pen = QPen(QColor(theme.line if self._certainty is None else theme.accent), 2)
        if is_open:
            pen = QPen(QColor(theme.highlight_ink), 2, Qt.PenStyle.DashLine)
        fill = theme.surface if self._certainty is None else theme.accent_soft
        painter.setPen(pen)
        painter.setBrush(QColor(theme.highlight if is_open else fill))
        painter.drawRoundedRect(QRectF(self.rect()).adjusted(1, 1, -1, -1), 10, 10)
