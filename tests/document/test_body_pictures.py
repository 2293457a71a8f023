"""The pictures of the body show what was told: the right part, the right sign, and in words too."""

import itertools
import re
from xml.etree import ElementTree as ET

import pytest

from decision_aid.content import Paragraph
from decision_aid.document.figure import regions_of
from decision_aid.document.figure_svg import PRINTED, key_svg, picture_svg
from decision_aid.document.findings import DISTANCES
from decision_aid.document.model import Document
from decision_aid.document.picture_blocks import BodyPicture, PictureKey
from decision_aid.domain import PLACES, Certainty, Group
from tests.document.conftest import summary_of

SVG = "{http://www.w3.org/2000/svg}"
INSIDE = sorted({r.place for r in regions_of("woman") if r.drawing == "breast" and r.place})
"""What is drawn in the breast that is cut open."""

ON_BODY = sorted(
    {p for r in regions_of("woman") if r.drawing == "body" for p in (r.place, r.other) if p}
    | {p.id for p in PLACES.values() if p.group is Group.BREAST}
    | {"other_breast"}
)
"""What is marked on the body: also what lies in a breast and is no part of its own."""


def pictures(summary: Document) -> list[BodyPicture]:
    section = summary.section("body")
    return [b for b in section.blocks if isinstance(b, BodyPicture)] if section else []


def spots(picture: BodyPicture) -> list[ET.Element]:
    root = ET.fromstring(picture_svg(picture, "printed", PRINTED))
    assert root.findtext(f"{SVG}title") == picture.alternative
    groups = root.findall(f"{SVG}g")
    return [g for g in groups if g.get("transform", "").startswith("translate")]


@pytest.mark.parametrize("place", sorted({*INSIDE, *ON_BODY}))
@pytest.mark.parametrize("certainty", ["found", "suspected"])
def test_each_place_is_marked_once_and_said_in_words(place: str, certainty: str) -> None:
    for side in ("left", "right"):
        summary = summary_of(side=side, findings=[{"place": place, "certainty": certainty}])
        shown = pictures(summary)
        assert [p.drawing for p in shown] == ["body", *(["breast"] if place in INSIDE else [])]
        for picture in shown:
            assert [(m.place, m.certainty) for m in picture.marks] == [(place, certainty)]
            said = {"found": "Found: ", "suspected": "Possible, still being checked: "}[certainty]
            assert said in picture.alternative
            (spot,) = spots(picture)
            assert (spot.find(f"{SVG}path") is not None) == (certainty == "found")


@pytest.mark.parametrize("place", [p for p in PLACES if p not in {*INSIDE, *ON_BODY}])
def test_what_is_in_no_picture_is_said_so_beside_one(place: str) -> None:
    findings = [{"place": "bone"}, {"place": place}]
    section = summary_of(side="left", findings=findings).section("body")
    assert section is not None
    assert "Not in a picture: " in " ".join(
        b.text for b in section.blocks if isinstance(b, Paragraph)
    )


def middle_of_marked(side: str, place: str) -> float:
    """Return how far from the left the spot of a found place stands, as a share of the width."""
    picture = pictures(summary_of(side=side, findings=[{"place": place}]))[-1]
    x = float(spots(picture)[-1].get("transform", "").removeprefix("translate(").split()[0])
    root = ET.fromstring(picture_svg(picture, "printed", PRINTED))
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


def test_with_cancer_in_both_breasts_there_is_one_body_and_two_breasts() -> None:
    findings = [
        {"place": "ducts_only", "side": "left"},
        {"place": "breast_tissue", "side": "right"},
        {"place": "nodes_armpit"},
    ]
    body, left, right = pictures(summary_of(side="both", findings=findings))
    assert body.drawing == "body"
    assert [m.side for m in body.marks] == ["left", "right", "left", "right"]
    assert [m.place for m in left.marks] == ["ducts_only"]
    assert [m.place for m in right.marks] == ["breast_tissue"]
    assert (left.turned, right.turned) == (False, True)


def test_only_the_breast_in_which_something_was_found_is_cut_open() -> None:
    findings = [{"place": "ducts_only", "side": "right"}, {"place": "nodes_armpit", "side": "left"}]
    body, right = pictures(summary_of(side="both", findings=findings))
    assert (body.drawing, right.drawing, right.turned) == ("body", "breast", True)


def test_a_flat_chest_is_drawn_on_a_body_that_is_neither() -> None:
    findings = [{"place": "breast_skin"}]
    for chest, body in (("curved", "woman"), ("flat", "neither")):
        shown = pictures(summary_of(side="left", chest=chest, findings=findings))
        assert [picture.body for picture in shown] == [body, body]


def test_nothing_is_drawn_where_nothing_was_found() -> None:
    findings = [
        {"place": "bone", "certainty": "not_found"},
        {"place": "lung", "certainty": "unknown"},
    ]
    assert pictures(summary_of(side="left", findings=findings)) == []


@pytest.mark.parametrize("place", ["nodes_armpit", "breast_tissue"])
def test_certainty_and_distance_are_told_apart_without_colour(place: str) -> None:
    grey = dict.fromkeys(PRINTED, "#808080")
    picture = pictures(summary_of(side="left", findings=[{"place": place}]))[-1]
    drawn = []
    for certainty, distance in itertools.product(
        [Certainty.FOUND, Certainty.SUSPECTED], DISTANCES.values()
    ):
        mark = picture.marks[0]._replace(certainty=certainty, distance=distance)
        drawn.append(picture_svg(picture._replace(marks=(mark,)), "printed", grey))
    stripes_named_alike = [re.sub(r"stripes-\w+", "stripes", svg) for svg in drawn]
    assert len(set(stripes_named_alike)) == len(drawn)


def test_the_key_says_what_stands_in_the_pictures_and_nothing_else() -> None:
    findings = [
        {"place": "nodes_armpit"},
        {"place": "liver", "certainty": "suspected"},
        {"place": "lung", "certainty": "not_found"},
    ]
    section = summary_of(side="left", findings=findings).section("body")
    assert section is not None
    (key,) = (b for b in section.blocks if isinstance(b, PictureKey))
    assert key.text == (
        "A tick means found. Stripes mean possible. Dashed ring: nearby. Double ring: far away. "
        "Your left is on the left."
    )
    assert len({key_svg(item, PRINTED) for item in key.items}) == len(key.items)
