"""Draws the picture of the two words: metastatic inside invasive, in situ beside them.

Each area has its own colour, its own outline and its own word, so that it reads in black and
white too. The same drawing stands on the screen, in the PDF and in the web page.
"""

from __future__ import annotations

import textwrap
from dataclasses import dataclass
from typing import Final, Protocol

from decision_aid.summary.model import RingMark, Rings
from decision_aid.summary.templates import template

_SUBTITLE_WIDTH: Final = {"in_situ": 15, "invasive": 26, "metastatic": 15}
_MARK_SPACING: Final = 38


class RingsPalette(Protocol):
    """The colours that the picture needs, as ``#rrggbb``."""

    @property
    def paper(self) -> str:
        """Behind everything."""

    @property
    def ink(self) -> str:
        """Words and marks."""

    @property
    def in_place(self) -> str:
        """In situ."""

    @property
    def breast(self) -> str:
        """Invasive."""

    @property
    def distant(self) -> str:
        """Metastatic."""


@dataclass(frozen=True, slots=True)
class PrintPalette:
    """Colours for paper: they differ in lightness too."""

    paper: str = "#FFFFFF"
    ink: str = "#1D2327"
    in_place: str = "#3F6695"
    breast: str = "#0B6E69"
    distant: str = "#6A3D9A"


@dataclass(frozen=True, slots=True)
class _Area:
    """Where the words and the marks of an area stand, in the units of the drawing."""

    x: int
    title_y: int
    mark_y: int


_AREAS: Final = {
    "in_situ": _Area(104, 206, 248),
    "invasive": _Area(430, 60, 102),
    "metastatic": _Area(430, 254, 318),
    "outside": _Area(104, 0, 330),
}


def rings_svg(rings: Rings, palette: RingsPalette) -> str:
    """Return the picture as SVG, 630 by 400 units.

    Args:
        rings: the words and the marks.
        palette: its colours.
    """
    return template("rings.svg.j2").render(
        palette=palette,
        alternative=rings.alternative,
        texts=[_text(region, label) for region, label in rings.labels.items()],
        marks=_marks(rings.marks),
    )


def _text(region: str, label: str) -> dict[str, object]:
    title, _, subtitle = label.partition(": ")
    area = _AREAS[region]
    lines = textwrap.wrap(subtitle, _SUBTITLE_WIDTH[region])
    return {"x": area.x, "y": area.title_y, "title": title, "lines": lines}


def _marks(marks: tuple[RingMark, ...]) -> list[dict[str, object]]:
    placed: list[dict[str, object]] = []
    taken: dict[str, int] = {}
    for mark in marks:
        area, before = _AREAS[mark.where], taken.get(mark.where, 0)
        taken[mark.where] = before + 1
        width = 30 + round(10.4 * len(mark.label))
        placed.append(
            {
                "x": area.x,
                "y": area.mark_y + before * _MARK_SPACING,
                "width": width,
                "label": mark.label,
            }
        )
    return placed
