"""Draws a picture of the body with its marks as SVG, the same for the screen, paper and web page.

Certainty is a sign and a pattern, distance an outline, so that neither rests on colour: found is
filled with a tick, possible is striped, not found is a line, not sure a question mark; in place is
dotted, in the breast solid, nearby dashed, far away double. A band of the color of the page parts
each edge from what it fills, so that the edge reads as one.
"""

from __future__ import annotations

import copy
import re
from collections.abc import Callable, Mapping
from typing import Final
from xml.etree import ElementTree as ET

from decision_aid.domain import Certainty
from decision_aid.summary.body_pictures import SVG, DrawnPart, drawing_file, drawn_parts
from decision_aid.summary.model import BodyPicture, Distance, MapMark

_FONT: Final = "Atkinson Hyperlegible, Verdana, sans-serif"
_PAIR: Final = re.compile(r"(-?\d+(?:\.\d+)?)([ ,]+-?\d+(?:\.\d+)?)")
_ROUND: Final = {"fill": "none", "stroke-linecap": "round", "stroke-linejoin": "round"}
_OUTLINE: Final[dict[Distance, dict[str, str]]] = {
    "in_place": {"stroke-width": "5", "stroke-dasharray": "0.5 8", "stroke-linecap": "round"},
    "breast": {"stroke-width": "4"},
    "nearby": {"stroke-width": "4", "stroke-dasharray": "11 7"},
    "distant": {"stroke-width": "8"},
    "none": {"stroke-width": "2"},
}
_BAND: Final = 5
"""How much wider the band is than the edge that it carries."""

_ALONG: Final[dict[Distance, tuple[float, ...]]] = {"distant": (12, 9, 6.5, 2.5)}
"""How much wider than a thick line the lines are that make its edge, from the outside."""


_DRAWN_WITH: Final = {
    "skin": "#EBD9C6",
    "skin_line": "#755F49",
    "tissue": "#F6E9DC",
    "region": "#FFFDF9",
    "muscle": "#D9B5A3",
    "bone": "#F3EEE2",
}
"""The colors of the body as the drawings have them."""

PRINTED: Final[Mapping[str, str]] = {
    **_DRAWN_WITH,
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


def body_svg(
    picture: BodyPicture,
    palette: Mapping[str, str],
    keep: Callable[[DrawnPart], bool] | None = None,
) -> str:
    """Return the picture as SVG.

    Args:
        picture: what to draw.
        palette: its colors as ``#rrggbb`` by the names of ``PRINTED``.
        keep: whether a part is drawn; without it, what stands for a place on a side of the marks.
    """
    source = drawing_file(picture.drawing, picture.chest).read_text(encoding="utf-8")
    root = ET.fromstring(_in_colors(source, palette))
    x, y, width, height = (float(part) for part in root.attrib["viewBox"].split())
    if picture.mirrored:
        _mirror(root, 2 * x + width)
    drawn = _Drawing(palette)
    group = next(g for g in root.iter(f"{SVG}g") if g.get("id") == "regions")
    for part in drawn_parts(root):
        if not (keep or _stands_for_something(picture.marks))(part):
            group.remove(part.element)
            continue
        mark = _mark_of(part, picture.marks)
        drawn.thicken(part.element)
        if mark is not None:
            drawn.mark(part.element, mark)
        at = list(group).index(part.element) + 1
        group[at:at] = drawn.take_edges()
    _recolor_details(root, picture.marks, palette)
    for element in root.iter():
        for name in [n for n in element.attrib if n.startswith("data-")]:
            del element.attrib[name]
    whole = _element(
        "svg",
        viewBox=f"{x:g} {y:g} {width:g} {height:g}",
        width=f"{width:g}",
        height=f"{height:g}",
        role="img",
        **{"font-family": _FONT},
    )
    _child(whole, "title").text = picture.alternative
    whole.extend(drawn.patterns())
    whole.extend(element for element in root if element.tag == f"{SVG}g")
    whole.extend(drawn.signs)
    return _plain_names(ET.tostring(whole, encoding="unicode"))


def _stands_for_something(marks: tuple[MapMark, ...]) -> Callable[[DrawnPart], bool]:
    sides = {mark.side for mark in marks}
    return lambda part: not sides or any(side in part.places for side in sides)


def _recolor_details(
    root: ET.Element, marks: tuple[MapMark, ...], palette: Mapping[str, str]
) -> None:
    """Draw what lies over a filled part, such as the ribs, so that it stands out from the fill."""
    filled = {mark.place for mark in marks if mark.certainty is Certainty.FOUND}
    for element in root.iter():
        if element.get("data-over") in filled:
            element.set("stroke", palette["on_distance"])


def _mirror(root: ET.Element, edges: float) -> None:
    """Turn a drawing left for right, number by number: stripes in a mirrored group get lost in Qt.

    Args:
        root: the drawing; its paths use M, L, C and Z alone.
        edges: the sum of its left and its right edge.
    """

    def turned(match: re.Match[str]) -> str:
        return f"{edges - float(match[1]):g}{match[2]}"

    for element in root.iter():
        if "cx" in element.attrib:
            element.set("cx", f"{edges - float(element.attrib['cx']):g}")
        for name in ("d", "data-sign"):
            if name in element.attrib:
                element.set(name, _PAIR.sub(turned, element.attrib[name]))


def _mark_of(part: DrawnPart, marks: tuple[MapMark, ...]) -> MapMark | None:
    return next((m for m in marks if part.places.get(m.side) == m.place), None)


def _in_colors(source: str, palette: Mapping[str, str]) -> str:
    for name, color in _DRAWN_WITH.items():
        source = source.replace(color, f"@{name}@")
    for name in _DRAWN_WITH:
        source = source.replace(f"@{name}@", palette[name])
    return source


class _Drawing:
    """Collects what the marks add to a drawing."""

    def __init__(self, palette: Mapping[str, str]) -> None:
        self._palette = palette
        self._striped: set[str] = set()
        self._edges: list[ET.Element] = []
        self.signs: list[ET.Element] = []

    def take_edges(self) -> list[ET.Element]:
        """Return what lies right over the part that was drawn last."""
        edges, self._edges = self._edges, []
        return edges

    def thicken(self, element: ET.Element) -> None:
        """Draw a part that is a thick line as one, with an edge: duct or bone."""
        if element.get("data-width") is None:
            return
        width = float(element.get("data-width", "1"))
        inner = copy.deepcopy(element)
        fill = element.get("fill", self._palette["region"])
        _set(inner, stroke=fill, **{"stroke-width": f"{width - 2:g}"}, **_ROUND)
        _set(
            element,
            stroke=self._palette["skin_line"],
            **{"stroke-width": f"{width + 2:g}"},
            **_ROUND,
        )
        self._edges.append(inner)

    def mark(self, element: ET.Element, mark: MapMark) -> None:
        """Fill and outline one part, and put its sign over it."""
        name = "other" if mark.distance == "none" else mark.distance
        color = self._palette[name]
        if mark.certainty in {Certainty.FOUND, Certainty.SUSPECTED}:
            if element.get("data-width"):
                self._line(element, mark, color)
            else:
                fill = color if mark.certainty is Certainty.FOUND else self._stripes(name)
                self._area(element, mark, color, fill)
        if mark.certainty is not Certainty.SUSPECTED:
            x, y = _sign_place(element)
            self._sign(mark.certainty, color, x, y)

    def patterns(self) -> list[ET.Element]:
        """Return what the stripes are drawn with."""
        definitions = _element("defs")
        for name in sorted(self._striped):
            pattern = _child(
                definitions,
                "pattern",
                id=f"stripes-{name}",
                width="9",
                height="9",
                patternUnits="userSpaceOnUse",
            )
            _child(pattern, "rect", width="9", height="9", fill=self._palette["surface"])
            _child(
                pattern,
                "path",
                d="M-2 2 L2 -2 M0 9 L9 0 M7 11 L11 7",
                stroke=self._palette[name],
                **{"stroke-width": "3"},
            )
        return [definitions] if self._striped else []

    def _stripes(self, name: str) -> str:
        self._striped.add(name)
        return f"url(#stripes-{name})"

    def _area(self, element: ET.Element, mark: MapMark, color: str, fill: str) -> None:
        element.set("fill", fill)
        for part in element.iter():
            if part is not element:
                part.attrib.pop("fill", None)
        surface = self._palette["surface"]
        line = _OUTLINE[mark.distance]
        band = {"stroke": surface, "stroke-width": f"{float(line['stroke-width']) + _BAND:g}"}
        self._over(element, band)
        self._over(element, {"stroke": color, **line})
        if mark.distance == "distant":
            self._over(element, {"stroke": surface, "stroke-width": "3"})

    def _over(self, element: ET.Element, line: dict[str, str]) -> None:
        copied = copy.deepcopy(element)
        _set(copied, **{"fill": "none", **line})
        self._edges.append(copied)

    def _line(self, element: ET.Element, mark: MapMark, color: str) -> None:
        """Draw a part that is a thick line: its own line in several widths makes the edge."""
        width = float(element.get("data-width", "1"))
        surface = self._palette["surface"]
        self._edges.clear()
        self._over(element, {"stroke": surface, "stroke-width": f"{width + 12:g}", **_ROUND})
        for number, more in enumerate(_ALONG.get(mark.distance, (9, 4))):
            line = {"stroke": surface if number % 2 else color, **_ROUND}
            if number == 0 and mark.distance == "in_place":
                # Across a wide line, dashes look like dots along both of its edges.
                line |= {"stroke-dasharray": "4 5", "stroke-linecap": "butt"}
            self._over(element, line | {"stroke-width": f"{width + more:g}"})
        name = "other" if mark.distance == "none" else mark.distance
        core = color if mark.certainty is Certainty.FOUND else self._stripes(name)
        self._over(element, {"stroke": core, "stroke-width": f"{width:g}", **_ROUND})

    def _sign(self, certainty: Certainty, color: str, x: float, y: float) -> None:
        found = certainty is Certainty.FOUND
        surface = self._palette["surface"]
        back, front = (color, self._palette["on_distance"]) if found else (surface, color)
        group = _element("g", transform=f"translate({x:g} {y:g})")
        edge = surface if found else color
        _child(group, "circle", r="16", fill=back, stroke=edge, **{"stroke-width": "3"})
        stroke = {"stroke": front, "stroke-width": "4", "fill": "none", "stroke-linecap": "round"}
        if found:
            _child(group, "path", d="M-8 0 L-2 6 L8 -6", **stroke)
        elif certainty is Certainty.NOT_FOUND:
            _child(group, "path", d="M-7 0 L7 0", **stroke)
        else:
            text = {"font-size": "23", "font-weight": "700", "text-anchor": "middle"}
            _child(group, "text", y="8", fill=color, **text).text = "?"
        self.signs.append(group)


def _sign_place(element: ET.Element) -> tuple[float, float]:
    """Return where the sign of a part stands: where it says, or amid its first shape."""
    if sign := element.get("data-sign"):
        x, _, y = sign.partition(",")
        return float(x), float(y)
    shape = next(e for e in element.iter() if e.tag != f"{SVG}g")
    if "cx" in shape.attrib:
        return float(shape.attrib["cx"]), float(shape.attrib["cy"])
    numbers = [float(n) for n in re.findall(r"-?\d+(?:\.\d+)?", shape.attrib["d"].split("Z")[0])]
    return _middle(numbers[0::2]), _middle(numbers[1::2])


def _middle(numbers: list[float]) -> float:
    return (min(numbers) + max(numbers)) / 2


def _element(tag: str, **attributes: str) -> ET.Element:
    return ET.Element(f"{SVG}{tag}", attributes)


def _child(parent: ET.Element, tag: str, **attributes: str) -> ET.Element:
    return ET.SubElement(parent, f"{SVG}{tag}", attributes)


def _set(element: ET.Element, **attributes: str) -> None:
    for name, value in attributes.items():
        element.set(name, value)


def _plain_names(svg: str) -> str:
    """Name the elements without a prefix, as every reader of SVG expects."""
    return svg.replace("ns0:", "").replace("xmlns:ns0", "xmlns")
