"""So many of 100, with an option and without it: two squares of 100 discs, as SVG.

Drawn once for screen, web page and PDF. Both squares are filled in the same order with the same
signs: full discs for what happens either way, ringed ones for what is more on one side, and empty
ones for everybody else. So it can be read without colors too.
"""

from __future__ import annotations

import textwrap
from typing import Final, Literal, NamedTuple
from xml.etree import ElementTree as ET

from decision_aid.content import Paragraph
from decision_aid.document.picture_blocks import PICTURE_FONT, RingsPalette

PEOPLE: Final = 100
_ROW: Final = 10
_STEP: Final = 22
_RADIUS: Final = 8
_SQUARE: Final = _ROW * _STEP
_GAP: Final = 60
_TOP: Final = 62
_WIDE: Final = 2 * _SQUARE + _GAP + 20
_HIGH: Final = _TOP + _SQUARE + 40
_LETTERS: Final = 24


class Arm(NamedTuple):
    """One of the two sides.

    Attributes:
        name: what these people had.
        of_100: how many of 100 it happened to, rounded to a whole one.
        told: that in words, such as "about 20 of 100".
    """

    name: str
    of_100: int
    told: str


class IconArrays(NamedTuple):
    """How often one thing happened, with an option and without it.

    Attributes:
        title: what happened, and over which time.
        arms: the two sides.
        sentence: all of it in words, those to whom it did not happen too, with its source.
        note: how sure that is.
    """

    title: str
    arms: tuple[Arm, Arm]
    sentence: Paragraph
    note: str
    type: Literal["icon_arrays"] = "icon_arrays"


def whole(of_100: float) -> int:
    """Return how many discs stand for so many of 100: none where it is fewer than one."""
    return int(of_100 + 0.5) if of_100 >= 1 else 0


def icon_arrays_svg(block: IconArrays, palette: RingsPalette) -> str:
    """Return the two squares as SVG.

    Args:
        block: what they show.
        palette: their colors.
    """
    svg = ET.Element(
        "svg",
        {
            "xmlns": "http://www.w3.org/2000/svg",
            "viewBox": f"0 0 {_WIDE} {_HIGH}",
            "width": str(_WIDE),
            "height": str(_HIGH),
            "role": "img",
            "font-family": PICTURE_FONT,
            "text-anchor": "middle",
        },
    )
    ET.SubElement(svg, "title").text = block.sentence.text
    fewest = min(arm.of_100 for arm in block.arms)
    for number, arm in enumerate(block.arms):
        left = 10 + number * (_SQUARE + _GAP)
        _words(svg, arm, left + _SQUARE // 2, palette)
        for one in range(PEOPLE):
            x = left + (one % _ROW) * _STEP + _STEP // 2
            y = _TOP + (one // _ROW) * _STEP + _STEP // 2
            _disc(svg, (x, y), _kind(one, fewest, arm.of_100), palette)
    return ET.tostring(svg, encoding="unicode")


_Kind = Literal["both", "more", "nobody"]


def _kind(one: int, fewest: int, here: int) -> _Kind:
    if one < fewest:
        return "both"
    return "more" if one < here else "nobody"


def _disc(
    svg: ET.Element,
    at: tuple[int, int],
    kind: _Kind,
    palette: RingsPalette,
) -> None:
    looks = {
        "both": {"fill": palette.breast, "stroke": palette.breast, "stroke-width": "1"},
        "more": {"fill": palette.paper, "stroke": palette.distant, "stroke-width": "4"},
        "nobody": {"fill": palette.paper, "stroke": palette.ink, "stroke-opacity": "0.35"},
    }
    radius = _RADIUS - 2 if kind == "more" else _RADIUS
    place = {"cx": str(at[0]), "cy": str(at[1]), "r": str(radius)}
    ET.SubElement(svg, "circle", place | looks[kind])
    if kind == "more":
        ET.SubElement(svg, "circle", place | {"r": "2", "fill": palette.distant})


def _words(svg: ET.Element, arm: Arm, middle: int, palette: RingsPalette) -> None:
    lines = textwrap.wrap(arm.name, _LETTERS)[:2]
    for number, line in enumerate(lines):
        y = _TOP - 14 - 20 * (len(lines) - 1 - number)
        look = {"font-size": "17", "font-weight": "700", "fill": palette.ink}
        ET.SubElement(svg, "text", {"x": str(middle), "y": str(y), **look}).text = line
    told = {"x": str(middle), "y": str(_TOP + _SQUARE + 26), "font-size": "18"}
    ET.SubElement(svg, "text", {**told, "fill": palette.ink}).text = arm.told
