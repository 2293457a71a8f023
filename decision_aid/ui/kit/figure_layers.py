"""The figure as it is painted: its drawings with their names, and the marks over them.

Each is kept as long as nothing in it changes, so that a press paints the marks alone.
"""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING, Final, Literal

from PySide6.QtCore import QByteArray, QRectF, QSize, Qt
from PySide6.QtGui import QPainter, QPainterPath, QPixmap, QTransform
from PySide6.QtSvg import QSvgRenderer

from decision_aid.document.figure import FigureMark, regions_of
from decision_aid.document.figure_svg import FigurePicture, art_svg, marks_here, marks_svg
from decision_aid.domain import Side
from decision_aid.ui.kit.figure_shapes import Panes, shape_of
from decision_aid.ui.kit.svg_paths import coarse, thick_line
from decision_aid.ui.kit.theme import LIGHT, Theme, figure_colors_of

if TYPE_CHECKING:
    from collections.abc import Hashable

    from PySide6.QtGui import QFont

    from decision_aid.document.figure import (
        FigureBody,
        FigureDrawing,
        FigureRegion,
        Skin,
    )
    from decision_aid.ui.kit.figure_words import FigureWords

View = Literal["mirror", "facing"]
"""``mirror``: the person's left is at the left; ``facing``: as somebody facing them sees it."""

DRAWINGS: Final[tuple[FigureDrawing, ...]] = ("body", "breast")
_RING_AWAY: Final = 5
_RING_STEP: Final = 3


@dataclass(frozen=True, slots=True)
class Scene:
    """What the figure shows, but for its marks.

    Attributes:
        body: whose.
        skin: its tone.
        view: which side of the person is at the left.
        breast: the breast that is cut open; ``None`` where nobody knows which.
        with_breast: whether it is shown.
        panes: where the drawings stand.
    """

    body: FigureBody
    skin: Skin
    view: View
    breast: Side | None = None
    with_breast: bool = True
    panes: Panes = field(default_factory=lambda: Panes(QRectF(), None, 1))

    def turned(self, drawing: FigureDrawing) -> bool:
        """Return whether a drawing is turned left for right."""
        facing = self.view == "facing"
        return facing if drawing == "body" else facing is not (self.breast is Side.RIGHT)

    def transform(self, drawing: FigureDrawing) -> QTransform:
        """Return what puts the measures of a drawing into the widget."""
        return self.panes.transform(drawing, turned=self.turned(drawing))

    def picture(self, drawing: FigureDrawing, theme: Theme) -> FigurePicture:
        """Return what is drawn."""
        colors = figure_colors_of(theme)
        return FigurePicture(drawing, self.body, colors, self.skin, self.turned(drawing))

    def marks_in(
        self, drawing: FigureDrawing, marks: tuple[FigureMark, ...]
    ) -> tuple[FigureMark, ...]:
        """Return the marks of a drawing; the breast that is cut open has its own alone."""
        shown = self.breast or Side.LEFT
        return tuple(m for m in marks if drawing == "body" or m.side is None or m.side is shown)

    def marked(self, marks: tuple[FigureMark, ...]) -> dict[str, FigureMark]:
        """Return the mark of each region by its id."""
        return {
            region.id: mark
            for drawing in DRAWINGS
            for region, mark in marks_here(
                self.picture(drawing, LIGHT), self.marks_in(drawing, marks)
            ).items()
        }


class FigureLayers:
    """Paints a scene."""

    def __init__(self, written: FigureWords) -> None:
        """Paint with these words."""
        self._written = written
        self._kept: dict[str, tuple[Hashable, QPixmap]] = {}
        self._rings: dict[str, tuple[Hashable, QPainterPath]] = {}

    def forget(self) -> None:
        """Give back the memory."""
        self._kept.clear()
        self._rings.clear()

    def art(self, scene: Scene, theme: Theme, size: QSize, ratio: float, font: QFont) -> QPixmap:
        """Return the drawings with their names."""
        seen = scene if scene.with_breast else replace(scene, breast=None)
        drawn_from = (seen, theme, size.toTuple(), ratio, font.family())
        if (kept := self._kept.get("art")) is not None and kept[0] == drawn_from:
            return kept[1]
        layer, painter = _empty(size, ratio)
        painter.setFont(font)
        for drawing in DRAWINGS:
            frame = scene.panes.frame(drawing)
            if not frame.isEmpty():
                _render(painter, art_svg(scene.picture(drawing, theme)), frame)
                self._write(painter, scene, drawing, theme)
        painter.end()
        self._kept["art"] = (drawn_from, layer)
        return layer

    def _write(self, painter: QPainter, scene: Scene, drawing: FigureDrawing, theme: Theme) -> None:
        regions = [region for region in regions_of(scene.body) if region.drawing == drawing]
        transform, scale = scene.transform(drawing), scene.panes.scale
        self._written.draw_labels(painter, regions, transform, scale, theme)
        if drawing == "body":
            self._written.draw_sides(painter, transform, scale, theme)
        else:
            frame = scene.panes.frame(drawing)
            self._written.draw_caption(painter, frame, scene.breast, scale, theme)

    def marks(
        self, scene: Scene, marks: tuple[FigureMark, ...], theme: Theme, size: QSize, ratio: float
    ) -> QPixmap:
        """Return the marks."""
        drawn_from = (scene, marks, theme, size.toTuple(), ratio)
        if (kept := self._kept.get("marks")) is not None and kept[0] == drawn_from:
            return kept[1]
        layer, painter = _empty(size, ratio)
        for drawing in DRAWINGS:
            frame, here = scene.panes.frame(drawing), scene.marks_in(drawing, marks)
            if not frame.isEmpty() and here:
                svg = marks_svg(scene.picture(drawing, theme), here, theme.colours())
                _render(painter, svg, frame)
        painter.end()
        self._kept["marks"] = (drawn_from, layer)
        return layer

    def ring(self, scene: Scene, region: FigureRegion) -> QPainterPath:
        """Return the line that the ring of the focus takes around a region."""
        kept, transform = self._rings.get(region.id), scene.transform(region.drawing)
        drawn_from = (scene.body, transform)
        if kept is None or kept[0] != drawn_from:
            shape = transform.map(shape_of(region, scene.body))
            around = thick_line(shape, 2 * _RING_AWAY).united(shape).simplified()
            self._rings[region.id] = kept = (drawn_from, coarse(around, _RING_STEP))
        return kept[1]


def _empty(size: QSize, ratio: float) -> tuple[QPixmap, QPainter]:
    layer = QPixmap(size * ratio)
    layer.setDevicePixelRatio(ratio)
    layer.fill(Qt.GlobalColor.transparent)
    painter = QPainter(layer)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    return layer, painter


def _render(painter: QPainter, svg: str, frame: QRectF) -> None:
    QSvgRenderer(QByteArray(svg.encode())).render(painter, frame)
