"""The spots that mark the figure, and their colors on paper; the key shows the same spots.

The disc of a spot says how sure it is: filled with a tick, striped, or asking. The ring around it
says how far it is: dotted, solid, dashed, double. So neither rests on color.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Final
from xml.etree import ElementTree as ET

from decision_aid.document.figure import Distance
from decision_aid.document.picture_blocks import KeyItem
from decision_aid.document.svg_elements import child, new_element, plain_names
from decision_aid.domain import Certainty

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
