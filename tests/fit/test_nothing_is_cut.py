"""On the way to the answer nothing is cut and nothing overlaps, in every window and text size.

No measure depends on the theme, which has a test of its own. ``DECISION_AID_PICTURES=folder``
keeps a picture of each page in each theme, to be looked at.
"""

from __future__ import annotations

import os
from collections.abc import Iterator
from pathlib import Path
from typing import Any, Final

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

import pytest
from PySide6.QtWidgets import QApplication

from decision_aid.domain import Certainty, PlaceId, Side, Step
from decision_aid.ui.kit.theme import THEMES, ThemeName
from decision_aid.ui.kit.words import Words
from decision_aid.ui.wizard.window import Wizard
from tests.fit.measures import faults
from tests.qt_application import in_fusion

WINDOWS: Final = ((800, 600), (1024, 700), (1366, 728), (1920, 1080), (1080, 1920))
TEXT_SIZES: Final = (100, 200)
MARKS: Final = {
    "breast_tissue": Certainty.FOUND,
    "nodes_armpit": Certainty.SUSPECTED,
    "liver": Certainty.NOT_FOUND,
    "lung": Certainty.UNKNOWN,
    "bone": Certainty.FOUND,  # whether it is a separate spot stays open
}


def pages(wizard: Wizard) -> Iterator[str]:
    """Go through the pages, and yield the name of each as it stands there."""
    yield "start"
    page: Any = wizard.page
    page.ways["waiting"].click()
    yield "waiting"
    wizard.footer.go_on.click()
    yield "where-untouched"
    wizard.go_on()
    yield "where-nothing-marked"
    page = wizard.page
    for place, certainty in MARKS.items():
        wizard.session.mark(PlaceId(place), None, certainty)
    wizard.session.set_side(Side.LEFT)
    wizard.session.set_came_back(False)
    assert page.cards[PlaceId("bone")].follow_up.isVisible()
    yield "where"
    page.more.click()
    yield "where-more"
    page.more.click()
    wizard.go_on()
    assert wizard.page.step is Step.ANSWER
    yield "answer"
    wizard.go_on()
    yield "next"
    wizard.session.set_side(Side.BOTH)
    wizard.navigator.go_to(Step.WHERE)
    for side in (Side.LEFT, Side.RIGHT):
        wizard.session.mark(PlaceId("breast_tissue"), side, Certainty.FOUND)
    yield "where-both"
    wizard.go_on()
    yield "answer-both"


def settle() -> None:
    for _ in range(4):
        QApplication.sendPostedEvents()
        QApplication.processEvents()


@pytest.mark.parametrize("percent", TEXT_SIZES)
@pytest.mark.parametrize("size", WINDOWS, ids="{0[0]}x{0[1]}".format)
def test_nothing_is_cut_and_nothing_overlaps(
    qtbot: Any, size: tuple[int, int], percent: int
) -> None:
    in_fusion()
    words = Words("en")
    _ = words.content
    wizard = Wizard(words, theme=ThemeName.LIGHT, text_size=percent)
    qtbot.addWidget(wizard, before_close_func=lambda one: one.forget())
    wizard.resize(*size)
    wizard.show()
    qtbot.waitExposed(wizard)
    assert (wizard.width(), wizard.height()) == size
    found: dict[str, list[str]] = {}
    for number, name in enumerate(pages(wizard), 1):
        settle()
        if here := list(faults_of(wizard)):
            found[name] = here
        keep_pictures(wizard, f"{size[0]}x{size[1]}-{percent}", f"{number:02d}-{name}")
    assert found == {}


def faults_of(wizard: Wizard) -> Iterator[str]:
    content = wizard.page.widget()
    assert content is not None
    for area in (wizard.header, content, wizard.footer):
        yield from faults(area)
    if content.width() > wizard.page.viewport().width():
        yield "the page is wider than the window"


def keep_pictures(wizard: Wizard, folder: str, name: str) -> None:
    """Keep a picture of the window in each theme where they are asked for."""
    wanted = os.environ.get("DECISION_AID_PICTURES")
    if not wanted:
        return
    for theme in THEMES:
        wizard.set_theme(theme)
        settle()
        place = Path(wanted) / f"{folder}-{theme}"
        place.mkdir(parents=True, exist_ok=True)
        wizard.grab().save(str(place / f"{name}.png"))
