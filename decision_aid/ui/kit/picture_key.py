"""What the signs and the edges in a picture of the body mean: each beside its word."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Final

from PySide6.QtCore import QLineF, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QFont, QFontMetrics, QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from decision_aid.domain import Certainty, PlaceId
from decision_aid.ui.kit.layouts import FlowLayout
from decision_aid.ui.kit.marks import draw_edge, draw_mark, how_far
from decision_aid.ui.kit.screen_reader import Role, set_role
from decision_aid.ui.kit.style import look_of
from decision_aid.ui.kit.theme import Theme
from decision_aid.ui.kit.words import Words

DISTANCES: Final = ("in_place", "breast", "nearby", "distant")


def distances_of(places: Iterable[PlaceId]) -> tuple[str, ...]:
    """Return how far these places are, each once, from the nearest."""
    found = {how_far(place) for place in places}
    return tuple(distance for distance in DISTANCES if distance in found)


class SignsKey(QWidget):
    """Signs and edges with their words; what they look like is told to a screen reader."""

    def __init__(
        self,
        certainties: Iterable[Certainty],
        distances: Iterable[str],
        words: Words,
        parent: QWidget | None = None,
    ) -> None:
        """Explain these signs and these edges."""
        super().__init__(parent)
        self._flow = FlowLayout(self, 6)
        policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        for certainty in certainties:
            said = words(f"body.sign_{certainty}")
            self._flow.addWidget(_SignKey(certainty, words(f"mark.{certainty}"), said, self))
        for distance in distances:
            said = words(f"body.outline_{distance}")
            self._flow.addWidget(_EdgeKey(distance, words(f"key.{distance}"), said, self))

    def height_at(self, width: int) -> int:
        """Return the height that it takes at this width."""
        return self._flow.heightForWidth(width)


class _Swatch(QWidget):
    """One sign or edge and its word."""

    def __init__(self, text: str, said: str, parent: QWidget) -> None:
        super().__init__(parent)
        self._text = text
        self.setProperty("role", "small")
        set_role(self, Role.GRAPHIC)
        self.setAccessibleName(said)

    def sizeHint(self) -> QSize:  # noqa: N802
        """Return the size of both."""
        look = look_of(self)
        wide = self._picture_width() + look.px(8) + self._metrics().horizontalAdvance(self._text)
        return QSize(wide + look.px(10), look.px(28))

    def _font(self) -> QFont:
        font = QFont(self.font())
        font.setPixelSize(look_of(self).px(16))
        return font

    def _metrics(self) -> QFontMetrics:
        return QFontMetrics(self._font())

    def _picture_width(self) -> int:
        raise NotImplementedError

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: N802
        """Draw both."""
        del event
        look = look_of(self)
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        wide = self._picture_width()
        tall = look.px(22)
        self._draw(painter, QRectF(0, (self.height() - tall) / 2, wide, tall), look.theme)
        painter.setFont(self._font())
        painter.setPen(QColor(look.theme.ink_soft))
        left = wide + look.px(8)
        words = QRectF(left, 0, self.width() - left, self.height())
        painter.drawText(words, Qt.AlignmentFlag.AlignVCenter, self._text)

    def _draw(self, painter: QPainter, box: QRectF, theme: Theme) -> None:
        raise NotImplementedError


class _SignKey(_Swatch):
    def __init__(self, certainty: Certainty, text: str, said: str, parent: QWidget) -> None:
        super().__init__(text, said, parent)
        self._certainty = certainty

    def _picture_width(self) -> int:
        return look_of(self).px(22)

    def _draw(self, painter: QPainter, box: QRectF, theme: Theme) -> None:
        draw_mark(painter, box, self._certainty, theme.other, theme)


class _EdgeKey(_Swatch):
    def __init__(self, distance: str, text: str, said: str, parent: QWidget) -> None:
        super().__init__(text, said, parent)
        self._distance = distance

    def _picture_width(self) -> int:
        return look_of(self).px(36)

    def _draw(self, painter: QPainter, box: QRectF, theme: Theme) -> None:
        middle = box.center().y()
        draw_edge(painter, QLineF(box.left(), middle, box.right(), middle), self._distance, theme)
