"""The figure holds every place that is mapped, in each body, and every color of each theme."""

import itertools
import re
import tomllib
from xml.etree import ElementTree as ET

import pytest

from decision_aid.content import load_labels, resources_folder
from decision_aid.document.figure import (
    BODIES,
    SKINS,
    Distance,
    FigureBody,
    FigureColors,
    FigureMark,
    Skin,
    figure_colors,
    marked_region,
    regions_of,
    skin_sample,
)
from decision_aid.document.figure_svg import (
    PRINTED,
    FigurePicture,
    figure_svg,
    marks_here,
    parts_drawn,
)
from decision_aid.domain import PLACES, Certainty, PlaceId, Side
from decision_aid.ui.kit.theme import DARK, HIGH_CONTRAST, LIGHT, contrast
from tests.document.test_every_place import NOT_DRAWN

SVG = "{http://www.w3.org/2000/svg}"
FOLDER = resources_folder() / "pictures" / "figure"
DRAWINGS = sorted(FOLDER.glob("*.svg"))
MAPPED = [place for place in PLACES if place not in NOT_DRAWN]
SPOTS_ALONE = re.compile("bone_.*|breast_(left|right)")
THEMES: tuple[FigureColors, ...] = ("light", "dark", "high_contrast", "printed")
PAPER: dict[FigureColors, str] = {
    "light": LIGHT.paper,
    "dark": DARK.paper,
    "high_contrast": HIGH_CONTRAST.paper,
    "printed": "#FFFFFF",
}
CERTAIN = (Certainty.FOUND, Certainty.SUSPECTED)


@pytest.mark.parametrize("body", BODIES)
def test_each_region_stands_for_a_place_or_a_breast_and_is_drawn(body: FigureBody) -> None:
    regions = regions_of(body)
    assert len({region.id for region in regions}) == len(regions)
    for region in regions:
        assert region.place in {*MAPPED, None}
        if not SPOTS_ALONE.fullmatch(region.id):
            assert region.id in parts_drawn(region.drawing, body)


@pytest.mark.parametrize("body", BODIES)
def test_what_has_a_side_has_its_counterpart_at_the_same_height(body: FigureBody) -> None:
    middle = 180
    sided = {region.id: region for region in regions_of(body) if region.side}
    for name, left in sided.items():
        if left.side is Side.LEFT:
            right = sided[name.replace("_left", "_right")]
            assert left.at[0] < middle < right.at[0]
            assert (2 * middle - left.at[0], left.at[1]) == right.at


def test_each_region_has_its_words() -> None:
    labels = load_labels("en")
    names = {region.name for region in regions_of("woman")}
    assert set(labels.group("figure_part")) == names
    labeled = {region.name for region in regions_of("woman") if region.label}
    assert set(labels.group("figure_label")) <= labeled


@pytest.mark.parametrize("file", DRAWINGS, ids=lambda file: file.stem)
def test_a_drawing_uses_what_the_program_can_turn_and_color(file: object) -> None:
    root = ET.parse(str(file)).getroot()
    drawn = set(tomllib.loads((FOLDER / "colors.toml").read_text("utf-8"))["drawn"].values())
    for element in root.iter():
        for name in ("fill", "stroke", "stop-color"):
            value = element.get(name, "none")
            assert value in {*drawn, "none"} or value.startswith("url(#")
        assert set(re.findall("[A-Za-z]", element.get("d", ""))) <= set("MLCZ")


def test_each_color_of_the_drawings_has_one_name() -> None:
    drawn = tomllib.loads((FOLDER / "colors.toml").read_text("utf-8"))["drawn"]
    assert len(set(drawn.values())) == len(drawn)


@pytest.mark.parametrize("colors", THEMES)
@pytest.mark.parametrize("skin", SKINS)
def test_each_theme_and_skin_has_all_colors(colors: FigureColors, skin: Skin) -> None:
    for color in figure_colors(colors, skin).values():
        assert re.fullmatch("#[0-9A-F]{6}", color)


def test_skin_is_seen_in_light_and_dark_alone() -> None:
    assert len({skin_sample(skin) for skin in SKINS}) == len(SKINS)
    for colors, tones in (("light", 6), ("dark", 6), ("high_contrast", 1), ("printed", 1)):
        seen = {tuple(figure_colors(colors, skin).values()) for skin in SKINS}
        assert len(seen) == tones


@pytest.mark.parametrize("place", MAPPED)
@pytest.mark.parametrize("certainty", CERTAIN)
def test_a_place_is_marked_with_one_spot_in_its_drawing(
    place: PlaceId, certainty: Certainty
) -> None:
    for side, body in itertools.product((Side.LEFT, Side.RIGHT), BODIES):
        mark = FigureMark(place, side, certainty, "distant")  # type: ignore[arg-type]
        spots = {
            drawing: len(marks_here(FigurePicture(drawing, body, "light"), [mark]))
            for drawing in ("body", "breast")
        }
        in_breast = marked_region(mark, "breast", body) is not None
        assert spots == {"body": 1, "breast": int(in_breast)}


def test_a_bone_is_marked_where_it_was_pressed_and_never_as_a_whole() -> None:
    hip = FigureMark(PlaceId("bone"), None, Certainty.FOUND, "distant", "bone_hip_right")
    spine = hip._replace(spot=None)
    assert marked_region(hip, "body", "woman") == "bone_hip_right"
    assert marked_region(spine, "body", "woman") == "bone_spine"
    picture = FigurePicture("body", "woman", "printed")
    assert [region.id for region in marks_here(picture, [hip])] == ["bone_hip_right"]


def test_the_surest_and_farthest_mark_of_a_breast_is_shown_on_the_body() -> None:
    def mark(place: str, certainty: Certainty, distance: Distance) -> FigureMark:
        return FigureMark(PlaceId(place), Side.LEFT, certainty, distance)

    marks = [
        mark("ducts_only", Certainty.FOUND, "in_place"),
        mark("breast_tissue", Certainty.FOUND, "breast"),
        mark("breast_skin", Certainty.SUSPECTED, "breast"),
    ]
    for order in itertools.permutations(marks):
        (shown,) = marks_here(FigurePicture("body", "woman", "light"), order).values()
        assert shown.place == "breast_tissue"


def test_another_part_of_the_body_is_on_paper_only_when_marked() -> None:
    picture = FigurePicture("body", "woman", "printed")

    def has_it(*marks: FigureMark) -> bool:
        return 'id="other_far_organ"' in figure_svg(picture, marks, PRINTED, "")

    assert not has_it()
    assert has_it(FigureMark(PlaceId("other_far_organ"), None, Certainty.FOUND, "distant"))


def test_what_is_not_found_has_no_mark_and_words_are_kept() -> None:
    marks = [FigureMark(PlaceId("liver"), None, Certainty.NOT_FOUND, "distant")]
    plain = figure_svg(FigurePicture("body", "man", "printed"), [], PRINTED, "A body")
    assert figure_svg(FigurePicture("body", "man", "printed"), marks, PRINTED, "A body") == plain
    assert ET.fromstring(plain).findtext(f"{SVG}title") == "A body"


def test_found_and_possible_differ_without_color() -> None:
    def discs(certainty: Certainty) -> list[str]:
        mark = FigureMark(PlaceId("liver"), None, certainty, "distant")
        picture = FigurePicture("body", "man", "printed")
        spot = ET.fromstring(figure_svg(picture, [mark], PRINTED, ""))[-1]
        return [disc.get("fill", "") for disc in spot.iter(f"{SVG}circle")] + [
            "tick" for _ in spot.iter(f"{SVG}path")
        ]

    assert "tick" in discs(Certainty.FOUND)
    assert "url(#stripes-distant)" in discs(Certainty.SUSPECTED)


@pytest.mark.parametrize("turned", [False, True])
def test_a_turned_picture_carries_its_marks_to_the_other_side(turned: bool) -> None:
    mark = FigureMark(PlaceId("nodes_armpit"), Side.LEFT, Certainty.FOUND, "nearby")
    picture = FigurePicture("body", "woman", "light", turned=turned)
    spot = ET.fromstring(figure_svg(picture, [mark], PRINTED, ""))[-1]
    numbers = re.search(r"translate\((\S+) ", spot.get("transform", ""))
    assert numbers is not None
    assert (float(numbers[1]) > 180) == turned


@pytest.mark.parametrize("colors", THEMES)
@pytest.mark.parametrize("skin", SKINS)
def test_what_can_be_pressed_stands_out_from_its_own_edge_on_any_skin(
    colors: FigureColors, skin: Skin
) -> None:
    named = tomllib.loads((FOLDER / "colors.toml").read_text("utf-8"))["drawn"]
    seen = figure_colors(colors, skin)
    for part in ("brain", "lung", "liver", "bowel", "bone", "node", "muscle", "duct", "lobule"):
        assert contrast(seen[named[part]], seen[named[f"{part}_line"]]) >= 3, part
    inside, edge = seen[named["skin"]], seen[named["skin_line"]]
    assert max(contrast(inside, PAPER[colors]), contrast(edge, PAPER[colors])) >= 3
