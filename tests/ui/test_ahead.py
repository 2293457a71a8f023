"""What a page leads to is ready before anybody goes there."""

from __future__ import annotations

from typing import Any

from PySide6.QtCore import QSize

from decision_aid.domain import CARDS, Certainty, PlaceId, Step
from decision_aid.ui.wizard.page import Page
from decision_aid.ui.wizard.pages import BUILD_AHEAD_AFTER
from tests.ui.person import Person


def built(person: Person) -> dict[Step, Page]:
    return {page.step: page for page in person.wizard.stack.findChildren(Page)}


def sizes(page: Page) -> tuple[QSize, QSize]:
    shown: Any = page
    return page.size(), shown.figure.size()


def test_every_card_of_the_hub_is_built_while_the_hub_is_read(person: Person) -> None:
    person.go_to("next", marks={PlaceId("breast_tissue"): Certainty.FOUND})
    person.qtbot.waitUntil(lambda: set(CARDS) <= set(built(person)), timeout=10_000)


def test_the_page_of_the_places_is_drawn_ahead_at_the_size_that_it_has(person: Person) -> None:
    person.qtbot.waitUntil(lambda: Step.WHERE in built(person), timeout=10_000)
    person.qtbot.wait(BUILD_AHEAD_AFTER)
    ahead = sizes(built(person)[Step.WHERE])
    assert sizes(person.begin()) == ahead
