"""Draws the picture of the two words: metastatic inside invasive, in situ beside them.

Each area has its own colour, its own outline and its own word, so that it reads in black and
white too. The same drawing stands on the screen, in the PDF and in the web page.
"""

from __future__ import annotations

import textwrap
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Final, Protocol
from xml.sax.saxutils import escape

from decision_aid.summary.model import RingMark, Rings

_SUBTITLE_WIDTH: Final = {"in_situ": 15, "invasive": 26, "metastatic": 15}
_MARK_SPACING: Final = 38
_FONT: Final = "Atkinson Hyperlegible, Verdana, sans-serif"


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
    "invasive": _Area(402, 60, 102),
    "metastatic": _Area(402, 254, 318),
    "outside": _Area(104, 0, 330),
}


def rings_svg(rings: Rings, palette: RingsPalette) -> str:
    """Return the picture as SVG, 600 by 400 units.

    Args:
        rings: the words and the marks.
        palette: its colours.
    """
    drawn = (
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 600 400" width="600" height="400"'
        f' role="img" font-family="{_FONT}" text-anchor="middle">',
        f"<title>{escape(rings.alternative)}</title>",
        *_circles(palette),
        *(
            line
            for region, label in rings.labels.items()
            for line in _words(region, label, palette)
        ),
        *_marks(rings.marks, palette),
        "</svg>",
    )
    return "\n".join(drawn) + "\n"


def _circles(palette: RingsPalette) -> Iterator[str]:
    in_place, breast, distant = palette.in_place, palette.breast, palette.distant
    yield (
        f'<circle cx="104" cy="215" r="92" fill="{in_place}" fill-opacity="0.10"'
        f' stroke="{in_place}" stroke-width="5" stroke-dasharray="4 10" stroke-linecap="round"/>'
    )
    yield (
        f'<circle cx="402" cy="200" r="192" fill="{breast}" fill-opacity="0.10"'
        f' stroke="{breast}" stroke-width="7"/>'
    )
    yield (
        f'<circle cx="402" cy="282" r="102" fill="{distant}" fill-opacity="0.12"'
        f' stroke="{distant}" stroke-width="3"/>'
    )
    yield f'<circle cx="402" cy="282" r="94" fill="none" stroke="{distant}" stroke-width="3"/>'


def _words(region: str, label: str, palette: RingsPalette) -> Iterator[str]:
    title, _, subtitle = label.partition(": ")
    area = _AREAS[region]
    yield _text(title, area.x, area.title_y, palette.ink, size=31, weight=700)
    for number, line in enumerate(textwrap.wrap(subtitle, _SUBTITLE_WIDTH[region]), 1):
        yield _text(line, area.x, area.title_y + 4 + 25 * number, palette.ink, size=23)


def _marks(marks: tuple[RingMark, ...], palette: RingsPalette) -> Iterator[str]:
    taken: Counter[str] = Counter()
    for mark in marks:
        x, y = _AREAS[mark.where].x, _AREAS[mark.where].mark_y + taken[mark.where] * _MARK_SPACING
        taken[mark.where] += 1
        width = 30 + round(10.4 * len(mark.label))
        yield (
            f'<rect x="{x - width / 2}" y="{y}" width="{width}" height="34" rx="17"'
            f' fill="{palette.ink}"/>'
        )
        yield _text(mark.label, x, y + 24, palette.paper, size=20, weight=700)


def _text(words: str, x: int, y: int, fill: str, *, size: int, weight: int = 400) -> str:
    return (
        f'<text x="{x}" y="{y}" font-size="{size}" font-weight="{weight}" fill="{fill}">'
        f"{escape(words)}</text>"
    )
