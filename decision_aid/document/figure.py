"""The figure: a body with what lies inside, the breast cut open, and what can be marked there."""

from __future__ import annotations

import tomllib
from dataclasses import dataclass
from functools import cache
from typing import Any, Final, Literal, NamedTuple, get_args

from decision_aid.content import resources_folder
from decision_aid.domain import PLACES, Certainty, Chest, Group, PlaceId, Side

Distance = Literal["none", "in_place", "breast", "nearby", "distant"]
"""How far a place is, for the colour, the pattern and the word that always go together."""

FigureDrawing = Literal["body", "breast"]
FigureBody = Literal["woman", "man", "neither"]
"""``neither`` has a flat chest without nipples, also for somebody after a mastectomy."""

Skin = Literal["neutral", "tone_1", "tone_2", "tone_3", "tone_4", "tone_5"]
FigureColors = Literal["light", "dark", "high_contrast", "printed"]
OneSide = Literal[Side.LEFT, Side.RIGHT]

BODIES: Final[tuple[FigureBody, ...]] = get_args(FigureBody)
SKINS: Final[tuple[Skin, ...]] = get_args(Skin)
SIZES: Final[dict[FigureDrawing, tuple[float, float, float, float]]] = {
    "body": (0, 0, 360, 560),
    "breast": (30, 0, 400, 460),
}
"""The view box of each drawing."""

_BREASTS: Final[dict[Side, str]] = {Side.LEFT: "breast_left", Side.RIGHT: "breast_right"}


class Ellipse(NamedTuple):
    """Where a region can be pressed: its middle, half its width, half its height."""

    x: float
    y: float
    rx: float
    ry: float


@dataclass(frozen=True, slots=True)
class FigureLabel:
    """Where the name of a region stands, and where a line from it leads."""

    align: Literal["left", "center", "right"]
    at: tuple[float, float]
    line_to: tuple[float, float] | None = None


@dataclass(frozen=True, slots=True)
class FigureRegion:
    """One part of the figure that can be pressed and marked.

    Attributes:
        id: its own name, and that of the part of the drawing that it stands for.
        drawing: where it is.
        place: the place that it stands for; ``None`` for a breast, which is opened instead.
        other: the place that it stands for when the cancer is on the other side, if any.
        side: the side of the person on which it is, if it is on one.
        name: what its words are called.
        at: the middle of its mark.
        hit: where it can be pressed.
        organ: whether smaller parts that lie over it are pressed first.
        label: where its name stands, if it always does.
    """

    id: str
    drawing: FigureDrawing
    place: PlaceId | None
    other: PlaceId | None
    side: OneSide | None
    name: str
    at: tuple[float, float]
    hit: tuple[Ellipse, ...]
    organ: bool = False
    label: FigureLabel | None = None

    def place_for(self, cancer: Side | None) -> PlaceId | None:
        """Return the place that it stands for with cancer on this side.

        Where the side is not known yet, or both have it, each side stands for its own.
        """
        if self.side is None or cancer in {None, Side.BOTH, self.side}:
            return self.place
        return self.other


class FigureMark(NamedTuple):
    """One finding in the figure.

    Attributes:
        place: the id of its place.
        side: the side of the cancer that it belongs to, or ``None`` where nobody knows.
        certainty: how sure it is.
        distance: how far it is; ``none`` where that is not settled.
        spot: the region that was marked, where a place has several, such as one of the bones.
    """

    place: PlaceId
    side: OneSide | None
    certainty: Certainty
    distance: Distance
    spot: str | None = None


def chest_of(body: FigureBody) -> Chest:
    """Return how the chest of this body is drawn."""
    return "curved" if body == "woman" else "flat"


def body_with(chest: Chest) -> FigureBody:
    """Return the body that is drawn for a chest, where no more is known."""
    return "woman" if chest == "curved" else "neither"


@cache
def regions_of(body: FigureBody) -> tuple[FigureRegion, ...]:
    """Return all regions of the figure with this body."""
    file = resources_folder() / "pictures" / "figure" / "regions.toml"
    tables = tomllib.loads(file.read_text(encoding="utf-8"))
    flat = tables["flat"] if chest_of(body) == "flat" else {}
    differs = flat | tables.get(body, {})
    return tuple(_region(row | differs.get(row["id"], {})) for row in tables["region"])


def _region(row: dict[str, Any]) -> FigureRegion:
    label = row.get("label")
    return FigureRegion(
        id=row["id"],
        drawing=row["drawing"],
        place=row.get("place"),
        other=row.get("other"),
        side=_ONE_SIDE.get(row.get("side", "")),
        name=row["name"],
        at=_point(row["at"]),
        hit=tuple(Ellipse(*numbers) for numbers in row["hit"]),
        organ=row.get("organ", False),
        label=label
        and FigureLabel(
            align=label["align"],
            at=_point(label["at"]),
            line_to=_point(label["line_to"]) if "line_to" in label else None,
        ),
    )


_ONE_SIDE: Final[dict[str, OneSide]] = {"left": Side.LEFT, "right": Side.RIGHT}


def _point(numbers: list[float]) -> tuple[float, float]:
    x, y = numbers
    return float(x), float(y)


def marked_region(mark: FigureMark, drawing: FigureDrawing, body: FigureBody) -> str | None:
    """Return the id of the region in which a mark stands, or ``None`` if it is not drawn here.

    A place of several spots is marked at its first one unless the mark says which. What lies in
    a breast is marked on that breast too, where the body is seen.
    """
    regions = [region for region in regions_of(body) if region.drawing == drawing]
    if mark.spot is not None:
        return next((region.id for region in regions if region.id == mark.spot), None)
    side = mark.side or Side.LEFT
    if drawing == "body" and mark.place in _places_in_the_breast(body):
        return _BREASTS[side]
    if drawing == "body" and mark.place == "other_breast":
        return _BREASTS[Side.RIGHT if side is Side.LEFT else Side.LEFT]
    return next((r.id for r in regions if r.place_for(side) == mark.place), None)


@cache
def _places_in_the_breast(body: FigureBody) -> frozenset[PlaceId]:
    drawn = {r.place for r in regions_of(body) if r.drawing == "breast" and r.place}
    return frozenset(drawn | {p.id for p in PLACES.values() if p.group is Group.BREAST})


@cache
def figure_colors(colors: FigureColors, skin: Skin) -> dict[str, str]:
    """Return what stands in place of each color of the drawings, by the color that is drawn.

    High contrast and paper have their own skin, whatever was chosen.
    """
    tables = _color_tables()
    named = dict(tables["drawn"])
    if colors in {"light", "dark"}:
        named |= tables["skin"][skin]
    if colors == "dark":
        named |= tables["skin_in_the_dark"].get(skin, {})
    named |= tables["theme"][colors]
    return {color: named[name] for name, color in tables["drawn"].items()}


@cache
def _color_tables() -> dict[str, Any]:
    file = resources_folder() / "pictures" / "figure" / "colors.toml"
    return tomllib.loads(file.read_text(encoding="utf-8"))


def skin_sample(skin: Skin) -> str:
    """Return the color that a skin is chosen by."""
    color: str = _color_tables()["skin"][skin]["skin"]
    return color
