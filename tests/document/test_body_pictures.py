"""The pictures of the body show what was told: the right part, the right sign, and in words too."""

import itertools
import re
from xml.etree import ElementTree as ET

import pytest

from decision_aid.content import Paragraph
from decision_aid.document.body_marks import PRINTED
from decision_aid.document.body_pictures import Drawing, drawing_file, drawn_parts, places_drawn
from decision_aid.document.body_svg import body_svg
from decision_aid.document.findings import DISTANCES
from decision_aid.document.model import Document
from decision_aid.document.picture_blocks import BodyPicture, PictureKey
from decision_aid.domain import PLACES, Certainty, Chest, Side
from tests.document.conftest import summary_of

SVG = "{http://www.w3.org/2000/svg}"
DRAWINGS: tuple[Drawing, ...] = ("breast", "nodes", "body")


def pictures(summary: Document) -> list[BodyPicture]:
    section = summary.section("body")
    return [b for b in section.blocks if isinstance(b, BodyPicture)] if section else []


def drawn_places() -> list[str]:
    return sorted({p for d in DRAWINGS for s in (None, *Side) for p in places_drawn(d, s)})


@pytest.mark.parametrize("drawing", DRAWINGS)
def test_a_flat_chest_shows_the_same_places(drawing: Drawing) -> None:
    def places(chest: Chest) -> list[object]:
        root = ET.parse(drawing_file(drawing, chest)).getroot()
        return [part.places for part in drawn_parts(root)]

    assert places("flat") == places("curved")


@pytest.mark.parametrize("place", drawn_places())
@pytest.mark.parametrize("certainty", ["found", "suspected"])
def test_each_place_is_marked_once_and_said_in_words(place: str, certainty: str) -> None:
    for side in ("left", "right"):
        summary = summary_of(side=side, findings=[{"place": place, "certainty": certainty}])
        (picture,) = pictures(summary)
        assert [(m.place, m.certainty) for m in picture.marks] == [(place, certainty)]
        said = {"found": "Found: ", "suspected": "Possible, still being checked: "}[certainty]
        assert said in picture.alternative
        root = ET.fromstring(body_svg(picture, PRINTED))
        assert root.findtext(f"{SVG}title") == picture.alternative
        signs = [g for g in root.findall(f"{SVG}g") if g.get("transform", "").startswith("trans")]
        assert any(g.findall(f"{SVG}circle") for g in signs) == (certainty == "found")


@pytest.mark.parametrize("place", [p for p in PLACES if p not in drawn_places()])
def test_what_is_in_no_picture_is_said_so_beside_one(place: str) -> None:
    findings = [{"place": "bone"}, {"place": place}]
    section = summary_of(side="left", findings=findings).section("body")
    assert section is not None
    assert "Not in a picture: " in " ".join(
        b.text for b in section.blocks if isinstance(b, Paragraph)
    )


def middle_of_marked(side: str, place: str) -> float:
    """Return how far from the left the sign of a found place stands, as a share of the width."""
    (picture,) = pictures(summary_of(side=side, findings=[{"place": place}]))
    root = ET.fromstring(body_svg(picture, PRINTED))
    signs = [g for g in root.findall(f"{SVG}g") if g.find(f"{SVG}circle") is not None]
    x = float(signs[-1].get("transform", "").removeprefix("translate(").split()[0])
    left, _, width, _ = (float(n) for n in root.get("viewBox", "").split())
    return (x - left) / width


@pytest.mark.parametrize("place", ["nodes_armpit", "nodes_above_collarbone", "nodes_breastbone"])
def test_nodes_stand_on_the_side_with_the_cancer(place: str) -> None:
    other = {"nodes_above_collarbone": "nodes_other_collarbone"}.get(
        place, place.replace("nodes_", "nodes_other_")
    )
    assert middle_of_marked("left", place) < 0.5 < middle_of_marked("right", place)
    assert middle_of_marked("right", other) < 0.5 < middle_of_marked("left", other)


def test_the_right_breast_is_the_left_one_turned() -> None:
    left = middle_of_marked("left", "nipple_paget")
    assert left < 0.5
    assert middle_of_marked("right", "nipple_paget") == pytest.approx(1 - left)


def test_each_breast_has_its_own_picture_where_both_have_cancer() -> None:
    findings = [
        {"place": "ducts_only", "side": "left"},
        {"place": "breast_tissue", "side": "right"},
        {"place": "nodes_armpit"},
    ]
    left, right, nodes = pictures(summary_of(side="both", findings=findings))
    assert [m.place for m in left.marks] == ["ducts_only"]
    assert [m.place for m in right.marks] == ["breast_tissue"]
    assert right.mirrored
    assert [m.side for m in nodes.marks] == ["left", "right"]


def test_nothing_is_drawn_where_nothing_was_found() -> None:
    findings = [
        {"place": "bone", "certainty": "not_found"},
        {"place": "lung", "certainty": "unknown"},
    ]
    assert pictures(summary_of(side="left", findings=findings)) == []


@pytest.mark.parametrize("place", ["nodes_armpit", "breast_tissue"])
def test_certainty_and_distance_are_told_apart_without_colour(place: str) -> None:
    grey = dict.fromkeys(PRINTED, "#808080")
    (picture,) = pictures(summary_of(side="left", findings=[{"place": place}]))
    drawn = []
    for certainty, distance in itertools.product(
        [Certainty.FOUND, Certainty.SUSPECTED], DISTANCES.values()
    ):
        mark = picture.marks[0]._replace(certainty=certainty, distance=distance)
        drawn.append(body_svg(picture._replace(marks=(mark,)), grey))
    stripes_named_alike = [re.sub(r"stripes-\w+", "stripes", svg) for svg in drawn]
    assert len(set(stripes_named_alike)) == len(drawn)


def test_the_key_says_what_stands_in_the_pictures_and_nothing_else() -> None:
    findings = [{"place": "nodes_armpit"}, {"place": "liver", "certainty": "suspected"}]
    section = summary_of(side="left", findings=findings).section("body")
    assert section is not None
    key = " ".join(b.text for b in section.blocks if isinstance(b, PictureKey))
    assert key == (
        "A tick means found. Stripes mean possible. Dashed edge: nearby. Double edge: far away. "
        "Your left is on the left."
    )
