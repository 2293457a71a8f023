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

from decision_aid.document.body_marks import DRAWN_WITH, EDGES, sign, stripes
from decision_aid.document.body_pictures import SVG, DrawnPart, drawing_file, drawn_parts
from decision_aid.document.picture_blocks import BodyPicture, Distance, MapMark
from decision_aid.document.svg_elements import child, new_element, plain_names, set_attributes
from decision_aid.domain import Certainty

_FONT: Final = "Atkinson Hyperlegible, Verdana, sans-serif"
_PAIR: Final = re.compile(r"(-?\d+(?:\.\d+)?)([ ,]+-?\d+(?:\.\d+)?)")
_ROUND: Final = {"fill": "none", "stroke-linecap": "round", "stroke-linejoin": "round"}
_BAND: Final = 5
"""How much wider the band is than the edge that it carries."""

_ALONG: Final[dict[Distance, tuple[float, ...]]] = {"distant": (12, 9, 6.5, 2.5)}
"""How much wider than a thick line the lines are that make its edge, from the outside."""


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
    whole = new_element(
        "svg",
        viewBox=f"{x:g} {y:g} {width:g} {height:g}",
        width=f"{width:g}",
        height=f"{height:g}",
        role="img",
        **{"font-family": _FONT},
    )
    child(whole, "title").text = picture.alternative
    whole.extend(drawn.patterns())
    whole.extend(element for element in root if element.tag == f"{SVG}g")
    whole.extend(drawn.signs)
    return plain_names(ET.tostring(whole, encoding="unicode"))


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
    for name, color in DRAWN_WITH.items():
        source = source.replace(color, f"@{name}@")
    for name in DRAWN_WITH:
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
        set_attributes(inner, stroke=fill, **{"stroke-width": f"{width - 2:g}"}, **_ROUND)
        set_attributes(
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
            self.signs.append(sign(mark.certainty, color, self._palette, (x, y)))

    def patterns(self) -> list[ET.Element]:
        """Return what the stripes are drawn with."""
        definitions = new_element("defs")
        for name in sorted(self._striped):
            definitions.append(stripes(name, self._palette))
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
        line = EDGES[mark.distance]
        band = {"stroke": surface, "stroke-width": f"{float(line['stroke-width']) + _BAND:g}"}
        self._over(element, band)
        self._over(element, {"stroke": color, **line})
        if mark.distance == "distant":
            self._over(element, {"stroke": surface, "stroke-width": "3"})

    def _over(self, element: ET.Element, line: dict[str, str]) -> None:
        copied = copy.deepcopy(element)
        set_attributes(copied, **{"fill": "none", **line})
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


def _sign_place(element: ET.Element) -> tuple[float, float]:
    """Return where the sign of a part stands: where it says, or amid its first shape."""
    if place := element.get("data-sign"):
        x, _, y = place.partition(",")
        return float(x), float(y)
    shape = next(e for e in element.iter() if e.tag != f"{SVG}g")
    if "cx" in shape.attrib:
        return float(shape.attrib["cx"]), float(shape.attrib["cy"])
    numbers = [float(n) for n in re.findall(r"-?\d+(?:\.\d+)?", shape.attrib["d"].split("Z")[0])]
    return _middle(numbers[0::2]), _middle(numbers[1::2])


def _middle(numbers: list[float]) -> float:
    return (min(numbers) + max(numbers)) / 2
