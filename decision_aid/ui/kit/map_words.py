"""The words around a picture of the body: above it the sides, below it what one is on."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Final

from PySide6.QtCore import QRect, Qt
from PySide6.QtGui import QColor, QFontMetrics, QPainter

from decision_aid.domain import Area, Certainty, PlaceId, Side
from decision_aid.ui.kit.layouts import Heights
from decision_aid.ui.kit.marks import how_far
from decision_aid.ui.kit.theme import Theme
from decision_aid.ui.kit.words import Words

_ABOVE_CAPTION: Final = 6
_CENTERED: Final = int(Qt.AlignmentFlag.AlignCenter | Qt.TextFlag.TextWordWrap)


class MapWords:
    """What is written above and below one picture, and how much room that takes."""

    def __init__(self, words: Words, area: Area, *, one_breast: bool) -> None:
        """Write about an area.

        Args:
            words: the words.
            area: what the picture shows.
            one_breast: whether it shows one side and the other, not each breast by itself.
        """
        self._words, self._area, self._one_breast = words, area, one_breast
        self._heights = Heights()
        self.side: Side | None = None
        self.places: tuple[PlaceId, ...] = ()

    def write_for(self, side: Side | None, places: Iterable[PlaceId]) -> None:
        """Write for these places, with the cancer on this side."""
        self.side, self.places = side, tuple(places)
        self.measure_anew()

    def measure_anew(self) -> None:
        """Forget how much room the words take: the letters have changed."""
        self._heights.forget()

    @property
    def mirrored(self) -> bool:
        """Whether the breast that is cut open is seen from its other side."""
        return self._area is Area.BREAST and self.side is Side.RIGHT

    def name(self, place: PlaceId, certainty: Certainty | None) -> str:
        """Return what a part is called, with its state."""
        state = f"certainty.{certainty}" if certainty else "places_page.unmarked"
        label = self._words.place(place)
        return self._words("places_page.row_name", place=label, state=self._words(state))

    def distance(self, place: PlaceId) -> str:
        """Return how far a place is, as a sentence, or "" where that does not apply."""
        distance = how_far(place)
        if distance is None:
            return ""
        return self._words("answer_page.how_far", extent=self._words(f"extent.{distance}"))

    def above(self, width: int, metrics: QFontMetrics) -> int:
        """Return the height of the words above the picture."""
        wide = metrics.horizontalAdvance(self._words("map.same_side"))
        lines = 1 if width > 2 * wide + 24 else 2
        return round(metrics.height() * (lines + 0.4))

    def below(self, width: int, metrics: QFontMetrics) -> int:
        """Return the height that the longest caption takes, so that none moves the picture."""

        def tallest(width: int) -> int:
            room = QRect(0, 0, max(width, 1), 10_000)
            heights = (
                metrics.boundingRect(room, _CENTERED, text).height() for text in self._captions()
            )
            return max(heights) + _ABOVE_CAPTION

        return self._heights.at(width, tallest)

    def _captions(self) -> Iterator[str]:
        yield self._about()
        for place in self.places:
            for certainty in (*Certainty, None):
                yield self._caption(place, certainty)

    def _about(self) -> str:
        if self._area is Area.BREAST:
            return self._words(f"map.cut_open_{self.side or 'not_sure'}")
        return self._words("map.more_in_list")

    def _caption(self, place: PlaceId, certainty: Certainty | None) -> str:
        return "\n".join(filter(None, (self.name(place, certainty), self.distance(place))))

    def draw_above(self, painter: QPainter, whole: QRect, theme: Theme) -> None:
        """Write which side is which."""
        left, right = self._words("map.your_left"), self._words("map.your_right")
        if self._area is Area.BREAST:
            left, right = self._words("map.front"), self._words("map.back")
            if self.mirrored:
                left, right = right, left
        elif self.side is None and self._one_breast and self._area is Area.NODES:
            left, right = self._words("map.same_side"), self._words("map.other_side")
        painter.setPen(QColor(theme.ink_soft))
        half = whole.width() // 2 - 8
        tall = self.above(whole.width(), painter.fontMetrics())
        wrap = int(Qt.TextFlag.TextWordWrap)
        for text, x, align in (
            (left, 0, Qt.AlignmentFlag.AlignLeft),
            (right, whole.width() - half, Qt.AlignmentFlag.AlignRight),
        ):
            painter.drawText(QRect(x, 0, half, tall), wrap | int(align), text)

    def draw_below(
        self,
        painter: QPainter,
        whole: QRect,
        theme: Theme,
        pointed_at: tuple[PlaceId, Certainty | None] | None,
    ) -> None:
        """Write what the part is that one is on, or what the picture shows."""
        text = self._caption(*pointed_at) if pointed_at else self._about()
        painter.setPen(QColor(theme.ink if pointed_at else theme.ink_soft))
        caption = QRect(whole)
        tall = self.below(whole.width(), painter.fontMetrics())
        caption.setTop(whole.height() - tall + _ABOVE_CAPTION)
        painter.drawText(caption, _CENTERED, text)
