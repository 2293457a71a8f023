"""Where it has been found: the list and the picture are one."""

from typing import Any

import pytest
from decision_aid.ui.kit.map_regions import MapRegion, map_for
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication

from decision_aid.domain import (
    PLACES,
    Answers,
    Area,
    Certainty,
    PlaceId,
    Side,
    Step,
    StepKind,
    places_asked,
)
from decision_aid.ui.kit.term_text import TermButton
from tests.ui.person import Person

LIVER, LUNG = PlaceId("liver"), PlaceId("lung")


def region(page: Any, place: PlaceId) -> Any:
    return next(r for r in page.map.regions if r.place == place)


def test_nothing_is_marked_at_first(person: Person) -> None:
    page = person.go_to("places:breast")
    assert all("Not marked" in row.head.accessibleName() for row in page.rows.values())
    assert not any(r.isChecked() for r in page.map.regions)


@pytest.mark.parametrize("certainty", list(Certainty))
def test_a_mark_in_the_list_shows_in_the_picture(person: Person, certainty: Certainty) -> None:
    page = person.go_to("places:distant")
    person.mark(LIVER, certainty)
    assert region(page, LIVER).isChecked() is (certainty is not Certainty.NOT_FOUND)
    assert region(page, LIVER).accessibleName() == page.rows[LIVER].head.accessibleName()


def test_a_press_on_the_picture_opens_the_place_in_the_list(person: Person) -> None:
    page = person.go_to("places:distant")
    person.press_region(region(page, LUNG))
    row = page.rows[LUNG]
    person.qtbot.waitUntil(row.choices[Certainty.FOUND].hasFocus)
    assert row.is_open
    assert not page.visibleRegion().isEmpty()
    person.press_region(region(page, LIVER))
    assert page.rows[LIVER].is_open
    assert not row.is_open


def test_arrow_keys_go_from_part_to_part_of_the_picture(person: Person) -> None:
    page = person.go_to("places:distant")
    region(page, PlaceId("brain")).setFocus()
    person.key(Qt.Key.Key_Down)
    focused = QApplication.focusWidget()
    assert isinstance(focused, MapRegion)
    assert focused.place != "brain"


def test_a_mark_can_be_taken_away(person: Person) -> None:
    page = person.go_to("places:distant")
    person.mark(LIVER)
    person.press(page.panel.clear)
    assert person.wizard.session.interview.mark_of(LIVER, None) is None
    assert "Not marked" in page.rows[LIVER].head.accessibleName()


def test_nothing_else_was_found_keeps_what_is_marked(person: Person) -> None:
    page = person.go_to("places:distant")
    person.mark(LIVER)
    assert page.nothing.text() == "Nothing else here was found"
    person.press(page.nothing)
    case = person.wizard.session.answers()
    assert case.places(Certainty.FOUND) == {LIVER}
    assert LUNG in case.places(Certainty.NOT_FOUND)
    person.press(page.nothing)
    assert person.wizard.session.answers().places(Certainty.NOT_FOUND) == set()


def test_not_sure_of_a_whole_area_is_an_answer(person: Person) -> None:
    page = person.go_to("places:nodes")
    person.press(page.not_sure)
    case = person.wizard.session.answers()
    assert case.places(Certainty.UNKNOWN) == {PlaceId("nodes_armpit")}
    assert not page.nothing.isChecked()


def test_the_picture_follows_the_side(person: Person) -> None:
    page = person.go_to("places:nodes", side="right")
    own = region(page, PlaceId("nodes_armpit")).geometry().center()
    other = region(page, PlaceId("nodes_other_armpit")).geometry().center()
    assert own.x() > other.x(), "the person's right is on the right, as in a mirror"


@pytest.mark.parametrize("area", [Area.BREAST, Area.NODES, Area.DISTANT])
@pytest.mark.parametrize("side", [None, Side.LEFT, Side.RIGHT])
def test_every_part_of_a_picture_is_a_place_of_its_page(area: Area, side: Side | None) -> None:
    asked = places_asked(Step(StepKind.PLACES, area), Answers(side=side))
    picture = map_for(area, frozenset(place.id for place in asked))
    assert picture is not None
    shown = [r.places.get(side) for r in picture.regions if r.places.get(side)]
    assert len(shown) == len(set(shown))
    assert set(shown) <= set(PLACES)


def test_tab_goes_from_a_place_into_what_it_opened(person: Person) -> None:
    row = person.go_to("places:breast").rows[PlaceId("breast_tissue")]
    row.head.setFocus()
    person.key(Qt.Key.Key_Space)
    reached = []
    for _ in range(8):
        person.key(Qt.Key.Key_Tab)
        reached.append(QApplication.focusWidget())
    assert row.choices[Certainty.FOUND] in reached
    words = [widget for widget in reached if isinstance(widget, TermButton)]
    assert words
    assert reached.index(words[0]) < reached.index(row.choices[Certainty.FOUND])
