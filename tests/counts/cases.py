"""The cases whose way to the answer is counted, and what it may take at most."""

from __future__ import annotations

from collections.abc import Callable
from typing import Final, NamedTuple

from decision_aid.domain import Certainty, PlaceId, Side, Step
from tests.counts.walker import Walker

BREAST: Final = PlaceId("breast_tissue")
BONE: Final = PlaceId("bone")
LIVER: Final = PlaceId("liver")


class Case(NamedTuple):
    """One person.

    Attributes:
        name: for the table.
        walk: what they press, until their answer stands there.
        ends: the page with their answer.
        pages: how many pages it may take at most.
        presses: how many presses.
        words: how many words; ``None`` where the issue names no aim.
    """

    name: str
    walk: Callable[[Walker], None]
    ends: Step
    pages: int
    presses: int
    words: int | None = None


def _begin(person: Walker, side: Side) -> None:
    person.press(person.page.ways["results"])
    person.press(person.page.sides.buttons[side])
    person.press(person.page.timing.buttons["first"])


def _liver_is_suspected(person: Walker) -> None:
    _begin(person, Side.LEFT)
    person.press(person.page.cards[BREAST].button)
    person.press(person.page.cards[PlaceId("nodes_armpit")].button)
    person.press(person.page.far_buttons[LIVER])
    person.press(person.page.cards[LIVER].certainty.buttons[Certainty.SUSPECTED])
    person.go_on()


def _in_the_ducts(person: Walker) -> None:
    _begin(person, Side.RIGHT)
    person.press(person.page.cards[PlaceId("ducts_only")].button)
    person.go_on()


def _both_breasts_and_bone(person: Walker) -> None:
    _begin(person, Side.BOTH)
    person.press(person.page.cards[BREAST].button)
    person.press(person.page.breasts.buttons[Side.RIGHT])
    person.press(person.page.cards[BREAST].button)
    person.press(person.page.far_buttons[BONE])
    follow_up = person.page.cards[BONE].follow_up
    if follow_up is not None and follow_up.isVisible():
        person.press(follow_up.button("separate_spot"))
    person.go_on()


def _nothing_is_known(person: Walker) -> None:
    person.press(person.page.ways["results"])
    person.go_on()
    person.go_on()  # it asks once whether that is meant


def _waiting(person: Walker) -> None:
    person.press(person.page.ways["waiting"])


CASES: Final = (
    Case("left IDC, armpit node, liver?", _liver_is_suspected, Step.ANSWER, 3, 8, 250),
    Case("right DCIS", _in_the_ducts, Step.ANSWER, 3, 5),
    Case("both breasts, bone", _both_breasts_and_bone, Step.ANSWER, 3, 12),
    Case("nothing known", _nothing_is_known, Step.ANSWER, 3, 3),
    Case("waiting for results", _waiting, Step.WAITING, 2, 2),
)
