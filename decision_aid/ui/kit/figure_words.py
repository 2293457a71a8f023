"""The words in and around the figure: the names of its parts, the sides, what one points at."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QFont, QFontMetricsF, QPainter, QPainterPath, QPen

from decision_aid.domain import Certainty, Side
from decision_aid.ui.kit.marks import how_far

if TYPE_CHECKING:
    from collections.abc import Iterable

    from PySide6.QtGui import QTransform

    from decision_aid.document.figure import FigureLabel, FigureRegion
    from decision_aid.domain import PlaceId
    from decision_aid.ui.kit.theme import Look, Theme
    from decision_aid.ui.kit.words import Words

_LETTERS: Final = 15.0
"""How tall the letters in the picture are, in units of the body, as the pixels of a font."""

_LEAST_LETTERS: Final = 12.0
"""Letters of fewer pixels are not read: the parts are then named when pointed at."""

_WIDEST: Final = 170.0
"""Where a name in the picture is broken into lines at the latest, in units of the body."""

_SIDES_AT: Final = {Side.LEFT: (44.0, 18.0), Side.RIGHT: (316.0, 18.0)}
_AROUND_WORDS: Final = 8


class FigureWords:
    """What is written in the picture and what a screen reader is told."""

    def __init__(self, words: Words) -> None:
        """Take the words."""
        self._words = words

    def name(self, region: FigureRegion) -> str:
        """Return what a part is called, with its side."""
        name = self._words(f"figure_part.{region.name}")
        return self._words(f"figure.on_{region.side}", name=name) if region.side else name

    def with_state(self, region: FigureRegion, certainty: Certainty | None) -> str:
        """Return what a part is called, with its state."""
        state = self._words(f"certainty.{certainty}" if certainty else "where_page.unmarked")
        return self._words("where_page.card_name", place=self.name(region), state=state)

    def description(self, place: PlaceId | None) -> str:
        """Return how far a place is, as a sentence; for a breast, what a press does."""
        if place is None:
            return self._words("figure.opens_breast")
        distance = how_far(place)
        if distance is None:
            return ""
        return self._words("answer_page.how_far", extent=self._words(f"extent.{distance}"))

    def caption(self, breast: Side | None) -> str:
        """Return which breast is cut open."""
        return self._words(f"figure.cut_open_{breast or 'not_sure'}")

    def draw_labels(
        self,
        painter: QPainter,
        regions: Iterable[FigureRegion],
        transform: QTransform,
        scale: float,
        theme: Theme,
    ) -> None:
        """Write the names that always stand in the picture, where there is room for letters."""
        if not self._letters(painter, scale):
            return
        labels = self._words.group("figure_label")
        for region in regions:
            if region.label is not None:
                text = labels.get(region.name) or self._words(f"figure_part.{region.name}")
                _draw_label(painter, _Placed(region.label, transform, scale), text, theme)

    def draw_sides(
        self, painter: QPainter, transform: QTransform, scale: float, theme: Theme
    ) -> None:
        """Write which side is which, beside the head."""
        self._letters(painter, scale)
        for side, at in _SIDES_AT.items():
            _draw_words(
                painter, self._words(f"map.your_{side}"), transform.map(QPointF(*at)), theme
            )

    def draw_caption(
        self, painter: QPainter, frame: QRectF, breast: Side | None, scale: float, theme: Theme
    ) -> None:
        """Write below the breast which one it is."""
        self._letters(painter, scale)
        middle = QPointF(frame.center().x(), frame.bottom() + 20 * scale)
        _draw_words(painter, self.caption(breast), middle, theme)

    @staticmethod
    def _letters(painter: QPainter, scale: float) -> bool:
        """Take letters that fit the picture; return whether there is room for all names."""
        font = QFont(painter.font())
        pixels = _LETTERS * scale
        font.setPixelSize(round(max(pixels, _LEAST_LETTERS)))
        painter.setFont(font)
        return pixels >= _LEAST_LETTERS

    @staticmethod
    def draw_pointed_at(
        painter: QPainter, text: str, around: QRectF, room: QRectF, look: Look
    ) -> None:
        """Write in a bubble what one points at: above it, or below where there is no room."""
        font = QFont(painter.font())
        font.setPixelSize(look.px(16))
        painter.setFont(font)
        metrics = QFontMetricsF(font)
        flags = int(Qt.AlignmentFlag.AlignCenter) | int(Qt.TextFlag.TextWordWrap)
        inner = QRectF(0, 0, min(room.width() - 4 * _AROUND_WORDS, look.px(300)), 10_000)
        words = metrics.boundingRect(inner, flags, text)
        bubble = words.adjusted(
            -1.5 * _AROUND_WORDS, -_AROUND_WORDS, 1.5 * _AROUND_WORDS, _AROUND_WORDS
        )
        bubble.moveCenter(around.center())
        bubble.moveBottom(around.top() - _AROUND_WORDS)
        if bubble.top() < room.top():
            bubble.moveTop(around.bottom() + _AROUND_WORDS)
        bubble.moveLeft(max(room.left() + 1, min(bubble.left(), room.right() - bubble.width() - 1)))
        bubble.moveTop(max(room.top() + 1, min(bubble.top(), room.bottom() - bubble.height() - 1)))
        painter.setPen(QPen(QColor(look.theme.accent), 2))
        painter.setBrush(QColor(look.theme.surface))
        painter.drawRoundedRect(bubble, _AROUND_WORDS, _AROUND_WORDS)
        painter.setPen(QColor(look.theme.ink))
        painter.drawText(bubble, flags, text)


def _lines(text: str, metrics: QFontMetricsF, widest: float) -> list[str]:
    lines = [""]
    for word in text.split():
        longer = f"{lines[-1]} {word}".strip()
        if lines[-1] and metrics.horizontalAdvance(longer) > widest:
            lines.append(word)
        else:
            lines[-1] = longer
    return lines


class _Placed:
    """Where a name stands in the widget: its edge, the room on that side, the end of its line."""

    def __init__(self, label: FigureLabel, transform: QTransform, scale: float) -> None:
        self.scale = scale
        self.at = transform.map(QPointF(*label.at))
        self.line_to = label.line_to and transform.map(QPointF(*label.line_to))
        toward = {"left": 1, "center": 0, "right": -1}[label.align]
        self.toward = -toward if transform.m11() < 0 else toward

    def room(self, width: float) -> float:
        """Return how wide its lines can be in a widget of this width."""
        left, right = self.at.x(), width - self.at.x()
        return (2 * min(left, right), right, left)[self.toward]


def _draw_label(painter: QPainter, placed: _Placed, text: str, theme: Theme) -> None:
    metrics = QFontMetricsF(painter.font())
    widest = min(_WIDEST * placed.scale, placed.room(painter.window().width()) - 4)
    lines = _lines(text, metrics, widest)
    if placed.line_to is not None:
        start = placed.at - QPointF(4 * placed.toward * placed.scale, 0)
        _draw_line(painter, start, placed.line_to, placed.scale, theme)
    tall = metrics.height() * 0.95
    top = placed.at.y() - tall * (len(lines) - 1) / 2
    for number, line in enumerate(lines):
        x = placed.at.x() + placed.toward * metrics.horizontalAdvance(line) / 2
        _draw_words(painter, line, QPointF(x, top + number * tall), theme)


def _draw_line(painter: QPainter, start: QPointF, end: QPointF, scale: float, theme: Theme) -> None:
    for colour, width in ((theme.paper, 3.4), (theme.ink_soft, 1.3)):
        painter.setPen(QPen(QColor(colour), width * scale))
        painter.drawLine(start, end)
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(QColor(theme.ink_soft))
    painter.drawEllipse(end, 2.2 * scale, 2.2 * scale)


def _draw_words(painter: QPainter, text: str, middle: QPointF, theme: Theme) -> None:
    """Write one line around a middle, with a rim of the page that parts it from the picture."""
    metrics = QFontMetricsF(painter.font())
    path = QPainterPath()
    left = middle.x() - metrics.horizontalAdvance(text) / 2
    base = middle.y() + (metrics.ascent() - metrics.descent()) / 2
    path.addText(QPointF(left, base), painter.font(), text)
    rim = QColor(theme.paper)
    rim.setAlphaF(0.85)
    pen = QPen(rim, metrics.height() * 0.24)
    pen.setJoinStyle(Qt.PenJoinStyle.RoundJoin)
    painter.strokePath(path, pen)
    painter.fillPath(path, QColor(theme.ink))
