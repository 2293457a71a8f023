"""The figure: every part can be pressed, by finger, keys and a screen reader, and says its name."""

from collections import defaultdict
from typing import NamedTuple

import pytest
from PySide6.QtCore import QEvent, QPointF, QRectF, Qt
from PySide6.QtGui import QAccessible, QMouseEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from decision_aid.document.figure import (
    BODIES,
    FigureBody,
    FigureDrawing,
    FigureMark,
    FigureRegion,
    regions_of,
)
from decision_aid.domain import Certainty, PlaceId, Side
from decision_aid.ui.kit.figure import Figure
from decision_aid.ui.kit.figure_controls import FigureButton
from decision_aid.ui.kit.figure_layers import View, panes, region_at
from decision_aid.ui.kit.words import Words

FINGER = 44
STEP = 2
"""How far apart the points are that are tried, in pixels."""

TALL = 560
"""The height of the body, in pixels, at which each part is as large as a finger."""


class Room(NamedTuple):
    wide: float
    tall: float
    area: int


def rooms(body: FigureBody, drawing: FigureDrawing) -> dict[str, Room]:
    """Return how much room is left to each part once its neighbors have theirs, in pixels."""
    whole = panes(QRectF(0, 0, 900, TALL), with_breast=True, turned=False)
    assert whole.body.height() == TALL
    regions = [region for region in regions_of(body) if region.drawing == drawing]
    back, _ = whole.transform(drawing, turned=False).inverted()
    frame = whole.frame(drawing).toAlignedRect().adjusted(-20, -20, 20, 20)
    points: dict[str, list[tuple[int, int]]] = defaultdict(list)
    for x in range(frame.left(), frame.right(), STEP):
        for y in range(frame.top(), frame.bottom(), STEP):
            found = region_at(back.map(QPointF(x, y)), regions)
            if found is not None:
                points[found.id].append((x, y))
    result = {}
    for region in regions:
        xs, ys = zip(*points[region.id], strict=True)
        wide, tall = max(xs) - min(xs) + STEP, max(ys) - min(ys) + STEP
        result[region.id] = Room(wide, tall, len(points[region.id]) * STEP**2)
    return result


@pytest.mark.parametrize("body", BODIES)
@pytest.mark.parametrize("drawing", ["body", "breast"])
def test_each_part_leaves_room_for_a_finger_beside_its_neighbors(
    body: FigureBody, drawing: FigureDrawing
) -> None:
    disc = 3.14 * (FINGER / 2) ** 2
    for name, room in rooms(body, drawing).items():
        assert min(room.wide, room.tall) >= FINGER - STEP, (name, room)
        assert room.area >= 0.75 * disc, (name, room)


@pytest.fixture
def figure(qtbot: QtBot) -> Figure:
    return shown(qtbot)


def shown(qtbot: QtBot, body: FigureBody = "woman", view: View = "mirror") -> Figure:
    figure = Figure(Words("en"), body=body, view=view)
    qtbot.addWidget(figure)
    figure.resize(figure.sizeHint())
    figure.show()
    return figure


def button_of(figure: Figure, region: str) -> FigureButton:
    return next(button for button in figure.buttons if button.region.id == region)


def middle(figure: Figure, region: FigureRegion) -> QPointF:
    transform = figure._scene.transform(region.drawing)
    points = [QPointF(*region.at), *(QPointF(e.x, e.y) for e in region.hit)]
    here = [transform.map(point) for point in points]
    button = button_of(figure, region.id)
    return next(point for point in here if figure.button_at(point) is button)


@pytest.mark.parametrize("view", ["mirror", "facing"])
@pytest.mark.parametrize("body", BODIES)
def test_a_press_says_the_place_and_the_side(qtbot: QtBot, body: FigureBody, view: View) -> None:
    figure = shown(qtbot, body, view)
    heard: list[tuple[str, str]] = []
    spots: list[str] = []
    figure.pressed.connect(lambda place, side: heard.append((place, side)))
    figure.spot_pressed.connect(spots.append)
    for region in regions_of(body):
        at = middle(figure, region).toPoint()
        QTest.mouseClick(figure, Qt.MouseButton.LeftButton, pos=at)
        shows = {"breast": heard[-1][1]}.get(region.drawing, region.side or "")
        assert heard[-1] == (region.place or "breast", shows)
        assert spots[-1] == region.id
    assert len(heard) == len(regions_of(body))


def test_pressing_a_breast_opens_it(figure: Figure) -> None:
    heard: list[tuple[str, str]] = []
    figure.pressed.connect(lambda place, side: heard.append((place, side)))
    button_of(figure, "ducts_only").click()
    button_of(figure, "breast_right").click()
    button_of(figure, "ducts_only").click()
    assert heard == [("ducts_only", ""), ("breast", "right"), ("ducts_only", "right")]
    assert "right" in figure.parts["breast"].accessibleDescription()


def test_the_nodes_of_the_other_side_are_taken_for_what_they_are(figure: Figure) -> None:
    heard: list[tuple[str, str]] = []
    figure.pressed.connect(lambda place, side: heard.append((place, side)))
    figure.show_side(Side.LEFT)
    for region in ("armpit_left", "armpit_right"):
        button_of(figure, region).click()
    figure.show_side(Side.BOTH)
    button_of(figure, "armpit_right").click()
    assert heard == [
        ("nodes_armpit", "left"),
        ("nodes_other_armpit", "right"),
        ("nodes_armpit", "right"),
    ]
    figure.show_side(Side.LEFT)
    assert button_of(figure, "below_collarbone_right").isHidden()


@pytest.mark.parametrize("view", ["mirror", "facing"])
def test_left_stands_where_the_view_has_it(qtbot: QtBot, view: View) -> None:
    figure = shown(qtbot, view=view)
    left, right = (
        middle(figure, button_of(figure, f"armpit_{side}").region).x() for side in ("left", "right")
    )
    assert (left < right) == (view == "mirror")


def test_each_part_is_a_named_check_box_for_a_screen_reader(figure: Figure) -> None:
    figure.show_marks(
        [
            FigureMark(PlaceId("liver"), None, Certainty.SUSPECTED, "distant"),
            FigureMark(PlaceId("nodes_armpit"), Side.LEFT, Certainty.FOUND, "nearby"),
            FigureMark(PlaceId("lung"), None, Certainty.NOT_FOUND, "distant"),
        ]
    )
    names = [button.accessibleName() for button in figure.buttons]
    assert len(set(names)) == len(names)
    checked = {b.region.id for b in figure.buttons if b.isChecked()}
    assert checked == {"liver", "armpit_left"}
    interface = QAccessible.queryAccessibleInterface(button_of(figure, "liver"))
    assert interface.role() is QAccessible.Role.CheckBox
    assert interface.text(QAccessible.Text.Name) == "Liver. Possible, still being checked."
    assert interface.text(QAccessible.Text.Description) != ""
    assert interface.state().checked
    assert interface.state().focusable


def test_a_screen_reader_that_toggles_presses_and_marks_nothing_itself(figure: Figure) -> None:
    heard: list[tuple[str, str]] = []
    figure.pressed.connect(lambda place, side: heard.append((place, side)))
    button = button_of(figure, "liver")
    button.toggle()
    assert heard == [("liver", "")]
    assert not button.isChecked()


def test_tab_comes_to_each_drawing_once_and_arrows_reach_every_part(
    figure: Figure, qtbot: QtBot
) -> None:
    qtbot.waitExposed(figure)
    figure.activateWindow()
    qtbot.waitUntil(figure.isActiveWindow)
    by_tab = [b for b in figure.buttons if b.focusPolicy() is Qt.FocusPolicy.StrongFocus]
    assert [b.region.id for b in by_tab] == ["breast_left", "ducts_only"]
    reached = {by_tab[0]}
    waiting = [by_tab[0]]
    while waiting:
        start = waiting.pop()
        for key in (Qt.Key.Key_Left, Qt.Key.Key_Right, Qt.Key.Key_Up, Qt.Key.Key_Down):
            start.setFocus()
            QTest.keyClick(start, key)
            now = next(b for b in figure.buttons if b.hasFocus())
            if now not in reached:
                reached.add(now)
                waiting.append(now)
    assert reached == set(figure.buttons)


def test_another_body_keeps_the_controls_and_the_marks(figure: Figure) -> None:
    mark = FigureMark(PlaceId("bone"), None, Certainty.FOUND, "distant", "bone_upper_arm_left")
    figure.show_marks([mark])
    before = list(figure.buttons)
    at = middle(figure, button_of(figure, "bone_upper_arm_left").region)
    figure.show_body("man")
    assert figure.buttons == before
    assert button_of(figure, "bone_upper_arm_left").isChecked()
    assert middle(figure, button_of(figure, "bone_upper_arm_left").region) != at


@pytest.mark.parametrize("size", [(420, 360), (660, 580), (1200, 900), (400, 900)])
def test_every_control_lies_within_the_figure(figure: Figure, size: tuple[int, int]) -> None:
    figure.resize(*size)
    for button in figure.buttons:
        box = button.geometry().translated(figure.parts[button.region.drawing].pos())
        assert figure.rect().intersects(box)
        assert figure.rect().contains(box.center())


def test_a_finger_presses_too(figure: Figure, qtbot: QtBot) -> None:
    heard: list[tuple[str, str]] = []
    figure.pressed.connect(lambda place, side: heard.append((place, side)))
    at = middle(figure, button_of(figure, "armpit_right").region).toPoint()
    screen = QTest.createTouchDevice()
    QTest.touchEvent(figure, screen).press(0, at, figure).commit()
    QTest.touchEvent(figure, screen).release(0, at, figure).commit()
    qtbot.waitUntil(lambda: heard == [("nodes_armpit", "right")])


def test_a_press_that_slides_off_marks_nothing(figure: Figure) -> None:
    heard: list[str] = []
    figure.spot_pressed.connect(heard.append)
    start, end = (
        middle(figure, button_of(figure, name).region).toPoint() for name in ("liver", "brain")
    )
    QTest.mousePress(figure, Qt.MouseButton.LeftButton, pos=start)
    QTest.mouseRelease(figure, Qt.MouseButton.LeftButton, pos=end)
    assert heard == []


def point_at(figure: Figure, at: QPointF) -> None:
    """Move the pointer, whatever else lies where the pointer of the screen is."""
    no = Qt.MouseButton.NoButton
    there = figure.mapToGlobal(at)
    move = QMouseEvent(QEvent.Type.MouseMove, at, there, no, no, Qt.KeyboardModifier.NoModifier)
    QApplication.sendEvent(figure, move)


def test_what_is_pointed_at_is_named_and_ringed(figure: Figure) -> None:
    plain = figure.grab().toImage()
    point_at(figure, middle(figure, button_of(figure, "liver").region))
    assert figure.cursor().shape() is Qt.CursorShape.PointingHandCursor
    assert figure.grab().toImage() != plain
    point_at(figure, QPointF(figure.rect().bottomLeft()))
    assert figure.cursor().shape() is Qt.CursorShape.ArrowCursor
