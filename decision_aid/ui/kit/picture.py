"""Pictures in the colours of the screen, with their words, and what their signs mean."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable
from typing import Final

from PySide6.QtCore import QByteArray, QEvent, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QFont, QFontMetrics, QPainter, QPaintEvent
from PySide6.QtSvg import QSvgRenderer
from PySide6.QtWidgets import QLabel, QSizePolicy, QWidget

from decision_aid.document.figure_svg import key_svg, picture_svg
from decision_aid.document.icon_arrays import IconArrays, icon_arrays_svg
from decision_aid.document.picture_blocks import BodyPicture, KeyItem, Rings, rings_svg
from decision_aid.ui.kit.layouts import FlowLayout
from decision_aid.ui.kit.screen_reader import Role, set_role
from decision_aid.ui.kit.style import look_of
from decision_aid.ui.kit.theme import Theme, figure_colors_of

_LATER_TYPEFACES: Final = re.compile(r'(font-family="[^",]+),[^"]*')


def screen_picture(block: Rings | BodyPicture | IconArrays, theme: Theme) -> str:
    """Return a picture as SVG."""
    if isinstance(block, IconArrays):
        return _with_one_typeface(icon_arrays_svg(block, theme))
    if isinstance(block, BodyPicture):
        return _with_one_typeface(picture_svg(block, figure_colors_of(theme), theme.colours()))
    return _with_one_typeface(rings_svg(block, theme))


def _with_one_typeface(svg: str) -> str:
    # Qt takes a list of typefaces for the name of one.
    return _LATER_TYPEFACES.sub(r"\1", svg)


MOST_EM: Final = 25
"""How wide a picture is at most, in ems of the text around it."""

TALLEST_EM: Final = 22
"""How tall a picture is at most, in ems of the text around it."""


class Picture(QLabel):
    """An SVG picture that keeps its shape and takes the colours of the screen."""

    def __init__(
        self,
        draw: Callable[[Theme], str],
        theme: Theme,
        alternative: str,
        *,
        most_em: tuple[float, float] = (MOST_EM, TALLEST_EM),
        parent: QWidget | None = None,
    ) -> None:
        """Show this picture.

        Args:
            draw: returns the picture as SVG in the colours of a theme.
            theme: the colours of now.
            alternative: what it shows, in words.
            most_em: how wide and how tall it is at most, in ems of the text around it.
            parent: the widget it stands in.
        """
        super().__init__(parent)
        set_role(self, Role.GRAPHIC)
        self.setAccessibleName(alternative)
        self._draw, self._theme, self._most_em = draw, theme, most_em
        self._renderer = QSvgRenderer(self)
        self._load()
        policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)

    def _load(self) -> None:
        self._renderer.load(QByteArray(self._draw(self._theme).encode()))
        self._renderer.setAspectRatioMode(Qt.AspectRatioMode.KeepAspectRatio)

    def hasHeightForWidth(self) -> bool:  # noqa: N802
        """Return that the height follows the width."""
        return True

    def heightForWidth(self, width: int) -> int:  # noqa: N802
        """Return the height at this width."""
        return self._drawn(width).height()

    def _drawn(self, width: int) -> QSize:
        """Return how large the picture is drawn: large enough to read, and no larger."""
        look = look_of(self)
        widest, tallest = (look.em(em) for em in self._most_em)
        most = QSize(min(width, widest), tallest)
        return self._renderer.defaultSize().scaled(most, Qt.AspectRatioMode.KeepAspectRatio)

    def sizeHint(self) -> QSize:  # noqa: N802
        """Return a comfortable size."""
        return self._drawn(480)

    def minimumSizeHint(self) -> QSize:  # noqa: N802
        """Return the least size."""
        return self._drawn(160)

    def changeEvent(self, event: QEvent) -> None:  # noqa: N802
        """Take over other colours and another text size."""
        super().changeEvent(event)
        if event.type() in {QEvent.Type.FontChange, QEvent.Type.StyleChange}:
            theme = look_of(self).theme
            if theme is not self._theme:
                self._theme = theme
                self._load()
            self.updateGeometry()

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: N802
        """Draw the picture."""
        del event
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        size = self._drawn(self.width())
        left = (self.width() - size.width()) / 2
        self._renderer.render(painter, QRectF(left, 0, size.width(), size.height()))


_SIGN: Final = 24


class SignsKey(QWidget):
    """Discs and rings with their words; what they look like is told to a screen reader."""

    def __init__(self, items: Iterable[KeyItem], parent: QWidget | None = None) -> None:
        """Explain these."""
        super().__init__(parent)
        self._flow = FlowLayout(self, 6)
        policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        for item in items:
            self._flow.addWidget(_Swatch(item, self))

    def height_at(self, width: int) -> int:
        """Return the height that it takes at this width."""
        return self._flow.heightForWidth(width)


class _Swatch(QWidget):
    """One disc or ring and its word."""

    def __init__(self, item: KeyItem, parent: QWidget) -> None:
        super().__init__(parent)
        self._item = item
        self.setProperty("role", "small")
        set_role(self, Role.GRAPHIC)
        self.setAccessibleName(item.said)

    def sizeHint(self) -> QSize:  # noqa: N802
        """Return the size of both."""
        look = look_of(self)
        wide = look.px(_SIGN + 8) + QFontMetrics(self._font()).horizontalAdvance(self._item.word)
        return QSize(wide + look.px(10), look.px(28))

    def _font(self) -> QFont:
        font = QFont(self.font())
        font.setPixelSize(look_of(self).px(16))
        return font

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: N802
        """Draw both."""
        del event
        look = look_of(self)
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        side = look.px(_SIGN)
        sign = QSvgRenderer(QByteArray(key_svg(self._item, look.theme.colours()).encode()))
        sign.render(painter, QRectF(0, (self.height() - side) / 2, side, side))
        painter.setFont(self._font())
        painter.setPen(QColor(look.theme.ink_soft))
        left = look.px(_SIGN + 8)
        words = QRectF(left, 0, self.width() - left, self.height())
        painter.drawText(words, Qt.AlignmentFlag.AlignVCenter, self._item.word)
