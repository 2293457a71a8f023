"""Draws the figure as SVG, the same for the screen, paper and web page, and the marks in it.

A mark is a spot, also in an organ or on a bone. What is not found has no mark.
"""

from __future__ import annotations

import copy
import re
from collections.abc import Iterable, Mapping
from functools import cache
from typing import Final, NamedTuple
from xml.etree import ElementTree as ET

from decision_aid.content import resources_folder
from decision_aid.document.figure import (
    SIZES,
    Distance,
    FigureBody,
    FigureColors,
    FigureDrawing,
    FigureMark,
    FigureRegion,
    Skin,
    chest_of,
    figure_colors,
    marked_region,
    regions_of,
)
from decision_aid.document.picture_blocks import BodyPicture, KeyItem
from decision_aid.domain import Certainty

SVG: Final = "{http://www.w3.org/2000/svg}"


def new_element(tag: str, **attributes: str) -> ET.Element:
    """Return a new element."""
    return ET.Element(f"{SVG}{tag}", attributes)


def child(parent: ET.Element, tag: str, **attributes: str) -> ET.Element:
    """Add a new element to another and return it."""
    return ET.SubElement(parent, f"{SVG}{tag}", attributes)


def plain_names(svg: str) -> str:
    """Name the elements without a prefix, as every reader of SVG expects."""
    return svg.replace("ns0:", "").replace("xmlns:ns0", "xmlns")


PRINTED: Final[Mapping[str, str]] = {
    "surface": "#FFFFFF",
    "on_distance": "#FFFFFF",
    "in_place": "#3F6695",
    "breast": "#0B6E69",
    "nearby": "#8A5A00",
    "distant": "#6A3D9A",
    "other": "#5B6167",
}
"""The colors of the spots on paper; the distances differ in lightness too."""

SPOT_RADIUS: Final = 17
"""How far a spot reaches from its middle in the drawing of the body."""

_RING: Final[dict[Distance, dict[str, str]]] = {
    "in_place": {"stroke-width": "3.4", "stroke-dasharray": "0.1 5.764", "stroke-linecap": "round"},
    "breast": {"stroke-width": "3"},
    "nearby": {"stroke-width": "3", "stroke-dasharray": "7 3.995"},
    "distant": {"stroke-width": "5"},
    "none": {"stroke-width": "1.6"},
}
_FONT: Final = "Atkinson Hyperlegible"


def color_name(distance: Distance) -> str:
    """Return the name of the color of a distance."""
    return "other" if distance == "none" else distance


def spot(
    certainty: Certainty | None,
    distance: Distance,
    palette: Mapping[str, str],
    at: tuple[float, float],
    size: float,
) -> ET.Element:
    """Return a spot.

    Args:
        certainty: what its disc says; ``None`` for the ring alone.
        distance: what its ring says.
        palette: the colors by the names of ``PRINTED``.
        at: its middle.
        size: how large it is, where 1 is its size in the drawing of the body.
    """
    surface, color = palette["surface"], palette[color_name(distance)]
    group = new_element("g", transform=f"translate({at[0]:g} {at[1]:g}) scale({size:g})")
    child(group, "circle", r=str(SPOT_RADIUS), fill=surface)
    ring = {"r": "14", "fill": "none", "stroke": color}
    child(group, "circle", **ring, **_RING[distance])
    if distance == "distant":
        child(group, "circle", **ring | {"stroke": surface}, **{"stroke-width": "1.7"})
    match certainty:
        case Certainty.FOUND:
            child(group, "circle", r="10.4", fill=color)
            tick = {"fill": "none", "stroke-linecap": "round", "stroke-linejoin": "round"}
            line = {"stroke": palette["on_distance"], "stroke-width": "2.8"}
            child(group, "path", d="M-5 0.4 L-1.4 4 L5 -3.6", **tick, **line)
        case Certainty.SUSPECTED:
            fill = f"url(#stripes-{color_name(distance)})"
            child(group, "circle", r="9.6", fill=fill, stroke=color, **{"stroke-width": "1.6"})
        case Certainty.UNKNOWN:
            text = {"font-size": "17", "font-weight": "700", "text-anchor": "middle"}
            words = child(group, "text", y="6", fill=color, **{"font-family": _FONT}, **text)
            words.text = "?"
        case _:
            pass
    return group


def stripes(name: str, palette: Mapping[str, str]) -> ET.Element:
    """Return the stripes of what is possible, in the color of this name."""
    size = {"width": "9", "height": "9"}
    pattern = new_element("pattern", id=f"stripes-{name}", patternUnits="userSpaceOnUse", **size)
    child(pattern, "rect", fill=palette["surface"], **size)
    lines = {"stroke": palette[name], "stroke-width": "3"}
    child(pattern, "path", d="M-2 2 L2 -2 M0 9 L9 0 M7 11 L11 7", **lines)
    return pattern


def key_svg(item: KeyItem, palette: Mapping[str, str]) -> str:
    """Return what one line of the key shows, as SVG: a disc, or a ring."""
    side = 2 * SPOT_RADIUS
    box = f"0 0 {side} {side}"
    whole = new_element("svg", viewBox=box, width=str(side), height=str(side))
    if item.certainty is Certainty.SUSPECTED:
        child(whole, "defs").append(stripes(color_name(item.distance), palette))
    middle = (float(SPOT_RADIUS), float(SPOT_RADIUS))
    whole.append(spot(item.certainty, item.distance, palette, middle, 1))
    return plain_names(ET.tostring(whole, encoding="unicode"))


_COLOR: Final = re.compile(r"#[0-9A-F]{6}")
_SHOWN: Final = (Certainty.FOUND, Certainty.SUSPECTED, Certainty.UNKNOWN)
_FARTHEST_FIRST: Final[tuple[Distance, ...]] = ("distant", "nearby", "breast", "in_place", "none")
_SPOT_SIZE: Final[dict[FigureDrawing, float]] = {"body": 1, "breast": 1.4}
_ELSEWHERE: Final = "other_far_organ"


class FigurePicture(NamedTuple):
    """What is drawn.

    Attributes:
        drawing: the body, or the breast cut open.
        body: whose.
        colors: the theme, or paper.
        skin: its tone, where the theme lets it be seen.
        turned: whether left and right change places: the drawings are those of a mirror, and the
            breast in them is the left one.
    """

    drawing: FigureDrawing
    body: FigureBody
    colors: FigureColors
    skin: Skin = "neutral"
    turned: bool = False


def figure_svg(
    picture: FigurePicture,
    marks: Iterable[FigureMark],
    palette: Mapping[str, str],
    alternative: str,
) -> str:
    """Return the figure with its marks, for paper: what lies in no drawn part only when marked.

    Args:
        picture: what to draw.
        marks: what was found or is possible.
        palette: the colors of the distances as ``#rrggbb``, by the names of ``PRINTED``.
        alternative: all of it in words, for those who cannot see it.
    """
    whole = _frame(picture.drawing)
    whole.set("role", "img")
    child(whole, "title").text = alternative
    art, marks = _art(picture), tuple(marks)
    elsewhere = next((part for part in art.iter() if part.get("id") == _ELSEWHERE), None)
    if elsewhere is not None and _ELSEWHERE not in {r.id for r in marks_here(picture, marks)}:
        elsewhere.clear()
    whole.append(art)
    whole.extend(_marks(picture, marks, palette))
    return plain_names(ET.tostring(whole, encoding="unicode"))


def picture_svg(block: BodyPicture, colors: FigureColors, palette: Mapping[str, str]) -> str:
    """Return a picture of a document as SVG.

    Args:
        block: the picture.
        colors: the theme, or paper.
        palette: the colors of the distances, as ``figure_svg`` takes them.
    """
    picture = FigurePicture(block.drawing, block.body, colors, turned=block.turned)
    return figure_svg(picture, block.marks, palette, block.alternative)


def art_svg(picture: FigurePicture) -> str:
    """Return the figure without any marks."""
    whole = _frame(picture.drawing)
    whole.append(_art(picture))
    return plain_names(ET.tostring(whole, encoding="unicode"))


def marks_svg(
    picture: FigurePicture, marks: Iterable[FigureMark], palette: Mapping[str, str]
) -> str:
    """Return the marks alone, to lie over the figure."""
    whole = _frame(picture.drawing)
    whole.extend(_marks(picture, marks, palette))
    return plain_names(ET.tostring(whole, encoding="unicode"))


def parts_drawn(drawing: FigureDrawing, body: FigureBody) -> dict[str, ET.Element]:
    """Return the parts of a drawing by their ids."""
    return {e.get("id", ""): e for e in _source(drawing, body).iter(f"{SVG}g") if e.get("id")}


def marks_here(
    picture: FigurePicture, marks: Iterable[FigureMark]
) -> dict[FigureRegion, FigureMark]:
    """Return the one mark that each region shows: the surest, and of those the farthest."""
    regions = {region.id: region for region in regions_of(picture.body)}
    shown = [mark for mark in marks if mark.certainty in _SHOWN]
    shown.sort(key=lambda m: (_SHOWN.index(m.certainty), _FARTHEST_FIRST.index(m.distance)))
    found: dict[FigureRegion, FigureMark] = {}
    for mark in shown:
        name = marked_region(mark, picture.drawing, picture.body)
        if name is not None:
            found.setdefault(regions[name], mark)
    return found


def _frame(drawing: FigureDrawing) -> ET.Element:
    x, y, width, height = SIZES[drawing]
    box = f"{x:g} {y:g} {width:g} {height:g}"
    return new_element("svg", viewBox=box, width=f"{width:g}", height=f"{height:g}")


@cache
def _source(drawing: FigureDrawing, body: FigureBody) -> ET.Element:
    """Return the drawing as it lies in the files, the inside between figure and surface."""
    folder = resources_folder() / "pictures" / "figure"
    if drawing == "breast":
        return ET.parse(folder / f"breast_{chest_of(body)}.svg").getroot()
    root = ET.parse(folder / f"body_{body}.svg").getroot()
    surface = next(i for i, part in enumerate(root) if part.get("id") == "surface")
    root[surface:surface] = list(ET.parse(folder / "inside.svg").getroot())
    return root


def _art(picture: FigurePicture) -> ET.Element:
    group = new_element("g")
    if picture.turned:
        group.set("transform", _turn(picture.drawing))
    group.extend(copy.deepcopy(list(_source(picture.drawing, picture.body))))
    colors = figure_colors(picture.colors, picture.skin)
    for element in group.iter():
        for name in ("fill", "stroke", "stop-color"):
            value = element.get(name, "")
            if _COLOR.fullmatch(value):
                element.set(name, colors[value])
    return group


def _turn(drawing: FigureDrawing) -> str:
    x, _, width, _ = SIZES[drawing]
    return f"matrix(-1 0 0 1 {2 * x + width:g} 0)"


def turned_point(picture: FigurePicture, point: tuple[float, float]) -> tuple[float, float]:
    """Return where a point of the drawing stands in the picture."""
    x, _, width, _ = SIZES[picture.drawing]
    return (2 * x + width - point[0] if picture.turned else point[0]), point[1]


def _marks(
    picture: FigurePicture, marks: Iterable[FigureMark], palette: Mapping[str, str]
) -> list[ET.Element]:
    here = marks_here(picture, marks)
    parts = parts_drawn(picture.drawing, picture.body)
    striped = {m.distance for m in here.values() if m.certainty is Certainty.SUSPECTED}
    definitions = new_element("defs")
    for distance in sorted(striped):
        definitions.append(stripes(color_name(distance), palette))
    edges = new_element("g")
    if picture.turned:
        edges.set("transform", _turn(picture.drawing))
    spots = []
    for region, mark in here.items():
        color = palette[color_name(mark.distance)]
        if region.id in parts and mark.certainty is not Certainty.UNKNOWN:
            edges.extend(_edges(parts[region.id], color))
        at = turned_point(picture, region.at)
        size = _SPOT_SIZE[picture.drawing]
        spots.append(spot(mark.certainty, mark.distance, palette, at, size))
    return [*([definitions] if striped else []), edges, *spots]


def _edges(part: ET.Element, color: str) -> list[ET.Element]:
    """Return the outlines of a marked organ or tissue, in the color of how far it is."""
    found = []
    for shape in part.iter():
        if shape.get("stroke") and shape.get("fill", "none") != "none":
            edge = copy.deepcopy(shape)
            edge.set("fill", "none")
            edge.set("stroke", color)
            edge.set("stroke-width", "2.6")
            found.append(edge)
    return found
