"""The drawings of the body: which there are, and which part of which stands for which place."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache
from typing import TYPE_CHECKING, Final, Literal
from xml.etree import ElementTree as ET

from decision_aid.content import resources_folder
from decision_aid.domain import PlaceId, Side

if TYPE_CHECKING:
    from pathlib import Path

    from decision_aid.domain import Chest

Drawing = Literal["breast", "nodes", "body"]
SVG: Final = "{http://www.w3.org/2000/svg}"


@dataclass(frozen=True, slots=True)
class DrawnPart:
    """One part of a drawing: the places that it stands for, by the side of the cancer."""

    element: ET.Element
    places: dict[Side | None, PlaceId]


def drawing_file(drawing: Drawing, chest: Chest) -> Path:
    """Return the file of a drawing; one without a chest of its own serves both."""
    folder = resources_folder() / "pictures" / "body_map"
    flat = folder / f"{drawing}_flat.svg"
    return flat if chest == "flat" and flat.is_file() else folder / f"{drawing}.svg"


def drawn_parts(root: ET.Element) -> list[DrawnPart]:
    """Return the parts of a parsed drawing that stand for places."""
    group = next(g for g in root.iter(f"{SVG}g") if g.get("id") == "regions")
    return [DrawnPart(element, places_of(element)) for element in group]


@cache
def places_drawn(drawing: Drawing, side: Side | None) -> frozenset[PlaceId]:
    """Return the places that a drawing shows for cancer on this side."""
    root = ET.parse(drawing_file(drawing, "curved")).getroot()
    return frozenset(part.places[side] for part in drawn_parts(root) if side in part.places)


def places_of(element: ET.Element) -> dict[Side | None, PlaceId]:
    """Return the places that an element stands for.

    ``data-place`` names one for both sides. ``data-left`` and ``data-right`` name one for cancer
    on that side; where the side is not known, the drawing shows the left one as "the side".
    """
    if always := element.get("data-place"):
        return {side: PlaceId(always) for side in (None, *Side)}
    places: dict[Side | None, PlaceId] = {}
    if left := element.get("data-left"):
        places[Side.LEFT] = places[None] = PlaceId(left)
    if right := element.get("data-right"):
        places[Side.RIGHT] = PlaceId(right)
    return places
