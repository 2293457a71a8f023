"""The picture of the body is as good a way to answer as the list."""

import itertools

import pytest
from decision_aid.ui.kit.map_regions import MapRegion
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QAccessible
from PySide6.QtWidgets import QApplication

from decision_aid.document.picture_blocks import BodyPicture
from decision_aid.domain import Certainty, PlaceId
from decision_aid.ui.kit.order import reading_order
from decision_aid.ui.kit.theme import THEMES, ThemeName
from tests.ui.person import Person

PAGES = ("places:breast", "places:nodes", "places:distant")
ARMPIT = PlaceId("nodes_armpit")


def regions(person: Person) -> list[MapRegion]:
    return [region for region in person.page.map.regions if region.place]


def chest_on_paper(person: Person) -> set[str]:
    blocks = person.page.context.document.blocks("body")
    return {block.chest for block in blocks if isinstance(block, BodyPicture)}


def test_a_flat_chest_is_drawn_from_then_on_and_keeps_the_marks(person: Person) -> None:
    page = person.go_to("places:nodes", marks={PlaceId("breast_tissue"): Certainty.FOUND})
    person.mark(ARMPIT)
    before = page.map.grab().toImage()
    places = [region.place for region in page.map.regions]
    person.press(page._map_panel.chest)
    assert page._map_panel.chest.accessibleName() == "Show breasts"
    assert page.map.grab().toImage() != before
    assert [region.place for region in page.map.regions] == places
    assert person.wizard.session.interview.mark_of(ARMPIT, None) is Certainty.FOUND
    assert chest_on_paper(person) == {"flat"}
    person.go_back_to("places:breast")
    assert person.page._map_panel.chest.accessibleName() == "Show breasts"
    person.press(person.page._map_panel.chest)
    assert chest_on_paper(person) == {"curved"}


def test_starting_over_forgets_how_the_chest_was_drawn(person: Person) -> None:
    page = person.go_to("places:nodes")
    person.press(page._map_panel.chest)
    person.wizard.start_over()
    assert person.wizard.session.chest == "curved"


@pytest.mark.parametrize("step", PAGES)
def test_every_part_is_a_named_check_box_that_says_how_far_it_is(person: Person, step: str) -> None:
    person.go_to(step)
    for region in regions(person):
        interface = QAccessible.queryAccessibleInterface(region)
        assert interface.state().checkable
        assert "Not marked" in interface.text(QAccessible.Text.Name)
        assert interface.text(QAccessible.Text.Description)
        assert region.focusPolicy() & Qt.FocusPolicy.TabFocus


def test_a_screen_reader_that_toggles_a_part_opens_it_and_marks_nothing(person: Person) -> None:
    page = person.go_to("places:nodes")
    region = next(r for r in regions(person) if r.place == ARMPIT)
    region.toggle()
    QApplication.processEvents()
    assert page.rows[ARMPIT].is_open
    assert not region.isChecked()
    person.press(page.rows[ARMPIT].choices[Certainty.FOUND])
    assert region.isChecked()
    region.toggle()
    assert region.isChecked()


@pytest.mark.parametrize("step", PAGES)
@pytest.mark.parametrize("side", ["left", "right"])
def test_tab_goes_through_the_parts_as_one_reads(person: Person, step: str, side: str) -> None:
    person.go_to(step, side=side)
    shown = regions(person)
    order = [shown[i] for i in reading_order([region.geometry() for region in shown])]
    children = [c for c in person.page.map.children() if c in shown]
    assert children == order
    order[0].setFocus()
    for region in order:
        assert QApplication.focusWidget() is region
        person.key(Qt.Key.Key_Tab)


@pytest.mark.parametrize("window", [(800, 600), (1120, 780), (768, 1024), (3840, 2160)], ids=str)
@pytest.mark.parametrize("size", [100, 200])
def test_every_part_can_be_hit_by_a_finger(
    person: Person, window: tuple[int, int], size: int
) -> None:
    person.wizard.set_text_size(size)
    person.wizard.resize(*window)
    for step in PAGES:
        person.go_to(step)
        for region in regions(person):
            box = region.mask().boundingRect()
            assert max(box.width(), box.height()) >= 44, f"{step}: {region.place}"
            own = [
                QPoint(x, y)
                for x in range(0, region.width(), 2)
                for y in range(0, region.height(), 2)
                if region.mask().contains(QPoint(x, y))
                and person.page.map.childAt(region.pos() + QPoint(x, y)) is region
            ]
            assert len(own) > 40, f"{step}: {region.place} lies under others"


def test_marks_differ_in_every_theme_without_their_colours(person: Person) -> None:
    page = person.go_to("places:nodes")
    region = next(r for r in regions(person) if r.place == ARMPIT)
    box = region.geometry()
    for theme in (*THEMES, ThemeName.LIGHT):
        person.wizard.set_theme(theme)
        pictures = []
        for certainty in (None, *Certainty):
            person.wizard.session.mark(ARMPIT, None, certainty)
            page.enter()
            grey = (
                page.map.grab(box)
                .toImage()
                .convertToFormat(page.map.grab(box).toImage().Format.Format_Mono)
            )
            pictures.append(bytes(grey.constBits()))
        assert all(a != b for a, b in itertools.combinations(pictures, 2)), theme
