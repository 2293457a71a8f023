"""The kinds of blocks that are pictures, each with all of it in words, and the rings as SVG."""

from __future__ import annotations

import textwrap
from collections import Counter
from dataclasses import dataclass
from typing import Final, Literal, NamedTuple, Protocol
from xml.etree import ElementTree as ET

from decision_aid.document.figure import Distance, FigureBody, FigureDrawing, FigureMark
from decision_aid.domain import Certainty


class RingMark(NamedTuple):
    """Where the answers stand in the rings picture, or could still come to stand."""

    where: Literal["outside", "in_situ", "invasive", "metastatic"]
    label: str
    still_open: bool = False


class Rings(NamedTuple):
    """The picture that explains the two words: metastatic inside invasive, in situ outside.

    Attributes:
        marks: one for each answer shown; none where nothing can be marked yet.
        labels: the words in the picture, by region (``in_situ``, ``invasive``, ``metastatic``).
        caption: said below it.
        alternative: the picture in words, for those who cannot see it.
    """

    marks: tuple[RingMark, ...]
    labels: dict[Literal["in_situ", "invasive", "metastatic"], str]
    caption: str
    alternative: str
    type: Literal["rings"] = "rings"


class BodyPicture(NamedTuple):
    """The body, or a breast cut open, with what the person was told.

    Attributes:
        drawing: which of them.
        body: whose.
        turned: whether left and right change places, to show the right breast.
        marks: what stands in it.
        caption: what it is a picture of.
        alternative: all of it in words, for those who cannot see it.
    """

    drawing: FigureDrawing
    body: FigureBody
    turned: bool
    marks: tuple[FigureMark, ...]
    caption: str
    alternative: str
    type: Literal["body_picture"] = "body_picture"


class KeyItem(NamedTuple):
    """One disc, or one ring, in the pictures of the body, and what it means.

    Attributes:
        word: what stands beside it.
        said: what it looks like and what it means, for those who cannot see it.
        certainty: whose disc it is, or ``None`` for a ring.
        distance: whose ring it is, where it is no disc.
    """

    word: str
    said: str
    certainty: Certainty | None = None
    distance: Distance = "none"


class PictureKey(NamedTuple):
    """What the discs and the rings in the pictures of the body mean.

    Attributes:
        items: those that really stand in them.
        note: which side is which, or "".
    """

    items: tuple[KeyItem, ...]
    note: str
    type: Literal["picture_key"] = "picture_key"

    @property
    def text(self) -> str:
        """All of it in words."""
        said = [item.said for item in self.items]
        return " ".join([*said, self.note] if self.note else said)


_SUBTITLE_WIDTH: Final = {"in_situ": 15, "invasive": 26, "metastatic": 15}
_MARK_SPACING: Final = 38
PICTURE_FONT: Final = "Atkinson Hyperlegible, Verdana, sans-serif"


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
    svg = ET.Element(
        "svg",
        {
            "xmlns": "http://www.w3.org/2000/svg",
            "viewBox": "0 0 630 400",
            "width": "630",
            "height": "400",
            "role": "img",
            "font-family": PICTURE_FONT,
            "text-anchor": "middle",
        },
    )
    ET.SubElement(svg, "title").text = rings.alternative
    _circles(svg, palette)
    for region, label in rings.labels.items():
        _words(svg, region, label, palette)
    _marks(svg, rings.marks, palette)
    return ET.tostring(svg, encoding="unicode")


def _circles(svg: ET.Element, palette: RingsPalette) -> None:
    _circle(svg, (104, 215, 92), palette.in_place, 5, opacity="0.10", dashed=True)
    _circle(svg, (430, 200, 192), palette.breast, 7, opacity="0.10")
    _circle(svg, (430, 282, 102), palette.distant, 3, opacity="0.12")
    _circle(svg, (430, 282, 94), palette.distant, 3)


def _circle(
    svg: ET.Element,
    place: tuple[int, int, int],
    color: str,
    width: int,
    *,
    opacity: str = "0",
    dashed: bool = False,
) -> None:
    x, y, radius = map(str, place)
    look = {"fill": color, "fill-opacity": opacity, "stroke": color, "stroke-width": str(width)}
    dashes = {"stroke-dasharray": "4 10", "stroke-linecap": "round"} if dashed else {}
    ET.SubElement(svg, "circle", {"cx": x, "cy": y, "r": radius, **look, **dashes})


def _words(svg: ET.Element, region: str, label: str, palette: RingsPalette) -> None:
    title, _, subtitle = label.partition(": ")
    area = _AREAS[region]
    _text(svg, title, area.x, area.title_y, palette.ink, size=31, weight=700)
    for number, line in enumerate(textwrap.wrap(subtitle, _SUBTITLE_WIDTH[region]), 1):
        _text(svg, line, area.x, area.title_y + 4 + 25 * number, palette.ink, size=23)


def _marks(svg: ET.Element, marks: tuple[RingMark, ...], palette: RingsPalette) -> None:
    taken: Counter[str] = Counter()
    for mark in marks:
        x, y = _AREAS[mark.where].x, _AREAS[mark.where].mark_y + taken[mark.where] * _MARK_SPACING
        taken[mark.where] += 1
        width = 30 + round(10.4 * len(mark.label))
        pill = {"x": f"{x - width / 2:g}", "y": str(y), "width": str(width), "height": "34"}
        if mark.still_open:
            look = {"fill": palette.paper, "stroke": palette.ink, "stroke-width": "3"}
            ET.SubElement(svg, "rect", {**pill, "rx": "17", **look, "stroke-dasharray": "7 5"})
        else:
            ET.SubElement(svg, "rect", {**pill, "rx": "17", "fill": palette.ink})
        words = palette.ink if mark.still_open else palette.paper
        _text(svg, mark.label, x, y + 24, words, size=20, weight=700)


def _text(
    svg: ET.Element, words: str, x: int, y: int, fill: str, *, size: int, weight: int = 400
) -> None:
    look = {"font-size": str(size), "font-weight": str(weight), "fill": fill}
    ET.SubElement(svg, "text", {"x": str(x), "y": str(y), **look}).text = words
