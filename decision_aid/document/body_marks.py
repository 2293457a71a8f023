"""The signs and the edges of the pictures of the body, and their colors; the key shows them too."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Final
from xml.etree import ElementTree as ET

from decision_aid.document.picture_blocks import Distance, KeyItem
from decision_aid.document.svg_elements import child, new_element, plain_names
from decision_aid.domain import Certainty

EDGES: Final[dict[Distance, dict[str, str]]] = {
    "in_place": {"stroke-width": "5", "stroke-dasharray": "0.5 8", "stroke-linecap": "round"},
    "breast": {"stroke-width": "4"},
    "nearby": {"stroke-width": "4", "stroke-dasharray": "11 7"},
    "distant": {"stroke-width": "8"},
    "none": {"stroke-width": "2"},
}
DRAWN_WITH: Final = {
    "skin": "#EBD9C6",
    "skin_line": "#755F49",
    "tissue": "#F6E9DC",
    "region": "#FFFDF9",
    "muscle": "#D9B5A3",
    "bone": "#F3EEE2",
}
"""The colors of the body as the drawings have them."""

PRINTED: Final[Mapping[str, str]] = {
    **DRAWN_WITH,
    "surface": "#FFFFFF",
    "ink_soft": "#474D52",
    "on_distance": "#FFFFFF",
    "in_place": "#3F6695",
    "breast": "#0B6E69",
    "nearby": "#8A5A00",
    "distant": "#6A3D9A",
    "other": "#5B6167",
}
"""The colors of the picture on paper; the distances differ in lightness too."""

_SIDE: Final = 38
"""The height of what stands in the key, and the width of a sign, in units of the drawings."""

_EDGE_WIDTH: Final = 60


def sign(
    certainty: Certainty, color: str, palette: Mapping[str, str], at: tuple[float, float]
) -> ET.Element:
    """Return the sign of a certainty, with its middle where ``at`` says."""
    found = certainty is Certainty.FOUND
    surface = palette["surface"]
    back, front = (color, palette["on_distance"]) if found else (surface, color)
    group = new_element("g", transform=f"translate({at[0]:g} {at[1]:g})")
    edge = surface if found else color
    child(group, "circle", r="16", fill=back, stroke=edge, **{"stroke-width": "3"})
    stroke = {"stroke": front, "stroke-width": "4", "fill": "none", "stroke-linecap": "round"}
    if found:
        child(group, "path", d="M-8 0 L-2 6 L8 -6", **stroke)
    elif certainty is Certainty.NOT_FOUND:
        child(group, "path", d="M-7 0 L7 0", **stroke)
    elif certainty is Certainty.UNKNOWN:
        text = {"font-size": "23", "font-weight": "700", "text-anchor": "middle"}
        child(group, "text", y="8", fill=color, **text).text = "?"
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
    """Return what one line of the key shows, as SVG: a sign, or a piece of an edge."""
    width = _SIDE if item.certainty is not None else _EDGE_WIDTH
    box = f"0 0 {width} {_SIDE}"
    whole = new_element("svg", viewBox=box, width=str(width), height=str(_SIDE))
    if item.certainty is Certainty.SUSPECTED:
        child(whole, "defs").append(stripes("other", palette))
        ring = {"stroke": palette["other"], "stroke-width": "3", "fill": "url(#stripes-other)"}
        child(whole, "circle", cx="19", cy="19", r="16", **ring)
    elif item.certainty is not None:
        whole.append(sign(item.certainty, palette["other"], palette, (19, 19)))
    else:
        line = {"d": f"M4 19 L{width - 4} 19", "fill": "none"}
        color = palette["other" if item.distance == "none" else item.distance]
        child(whole, "path", stroke=color, **line, **EDGES[item.distance])
        if item.distance == "distant":
            child(whole, "path", stroke=palette["surface"], **line, **{"stroke-width": "3"})
    return plain_names(ET.tostring(whole, encoding="unicode"))
