"""Somebody who has only fingers and stands before it: large, told in words of touch, covered."""

from __future__ import annotations

from typing import Any

import pytest
from PySide6.QtCore import QPoint
from PySide6.QtWidgets import QAbstractButton, QLabel, QLineEdit, QScroller

from decision_aid.domain import Certainty, PlaceId, Side
from decision_aid.ui.kiosk.app import text_size_for
from decision_aid.ui.kit.expander import Expander
from decision_aid.ui.kit.figure_controls import FigureButton
from decision_aid.ui.kit.term_text import TermButton
from decision_aid.ui.kit.theme import TOUCH_TARGET
from tests.ui.kiosk.conftest import OpenKiosk
from tests.ui.person import Person

FOUND = {PlaceId("breast_tissue"): Certainty.FOUND, PlaceId("bone"): Certainty.SUSPECTED}


def too_small(window: Any) -> list[str]:
    """Return what is smaller than a finger needs; words in a text and parts of the figure apart."""
    things = [*window.findChildren(QAbstractButton), *window.findChildren(QLineEdit)]
    return [
        f"{thing.accessibleName()}: {thing.width()} x {thing.height()}"
        for thing in things
        if thing.isVisible()
        and not isinstance(thing, TermButton | FigureButton)
        and min(thing.width(), thing.height()) < TOUCH_TARGET
    ]


def colors_of(window: Any) -> set[int]:
    """Return the colors that are seen of a window."""
    picture = window.grab().toImage()
    across, down = range(picture.width()), range(0, picture.height(), 7)
    return {picture.pixel(x, y) for x in across for y in down}


@pytest.mark.parametrize("screen", [(1024, 768), (1920, 1080), (1080, 1920)])
def test_everything_to_press_is_as_large_as_a_finger_needs(
    open_kiosk: OpenKiosk, screen: tuple[int, int]
) -> None:
    kiosk = open_kiosk()
    window: Any = kiosk.wizard
    window.set_text_size(text_size_for(*screen))
    window.resize(*screen)
    assert too_small(window) == []
    page = kiosk.go_to("where", marks=FOUND)
    kiosk.side("left")
    page.more.click()
    assert too_small(window) == []
    for step in ("answer", "next", *window.context.cards(), "summary"):
        page = kiosk.go_to(step)
        assert too_small(window) == [], step


@pytest.mark.parametrize(
    ("screen", "size"),
    [
        ((800, 600), 125),
        ((1024, 768), 125),
        ((1366, 768), 125),
        ((1920, 1080), 150),
        ((1080, 1920), 150),
        ((3840, 2160), 200),
    ],
)
def test_words_are_as_large_as_the_screen_has_room_for(screen: tuple[int, int], size: int) -> None:
    assert text_size_for(*screen) == size


def test_no_steps_stand_at_the_top_but_where_one_is_does(kiosk: Person) -> None:
    window: Any = kiosk.wizard
    window.resize(1920, 1080)
    kiosk.go_to("where")
    assert not window.header.way.isVisible()
    assert window.header.here.text() == "2 of 5: Where it was found"
    assert window.header.here.isVisible()


def test_the_help_tells_what_to_press_and_the_keys_when_asked(kiosk: Person) -> None:
    kiosk.press(kiosk.wizard.header.help)
    dialog = kiosk.dialog()
    seen = " ".join(label.text() for label in dialog.findChildren(QLabel) if label.isVisible())
    assert "Press an underlined word" in seen
    assert "Shift + Tab" not in seen
    (keys,) = dialog.findChildren(Expander)
    kiosk.press(keys.button)
    seen = " ".join(label.text() for label in dialog.findChildren(QLabel) if label.isVisible())
    assert "Shift + Tab" in seen


def test_a_finger_moves_the_page(kiosk: Person) -> None:
    for step in ("start", "where", "answer"):
        page = kiosk.page if step == "start" else kiosk.go_to(step, marks=FOUND)
        assert QScroller.hasScroller(page.viewport())


def test_nobody_who_comes_by_sees_the_answers_behind_the_question(kiosk: Person) -> None:
    window: Any = kiosk.wizard
    kiosk.go_to("answer", marks=FOUND)
    kiosk.wizard.session.set_side(Side.LEFT)
    window.warn()
    window.resize(window.width() + 40, window.height() + 30)
    kiosk.qtbot.wait(50)
    assert len(colors_of(window)) == 1
    middle = window.warning.geometry().center() - window.geometry().center()
    assert (middle - QPoint(-20, -15)).manhattanLength() <= 4, "in the middle, as it was"
    window.warning.more.click()
    assert window.covers == []
    kiosk.qtbot.wait(50)
    assert len(colors_of(window)) > 5
