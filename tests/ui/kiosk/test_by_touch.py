"""From the first touch to the answer with a finger alone, on the screens that stand in clinics."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any, Final

import pytest

from decision_aid.document.text import render_text
from decision_aid.domain import Certainty, PlaceId, Side
from decision_aid.ui.kiosk.app import text_size_for
from tests.ui.kiosk.conftest import OpenKiosk
from tests.ui.kiosk.finger import Finger

MOST_TOUCHES: Final = 8
BREAST, NODES, LIVER, BONE = map(PlaceId, ("breast_tissue", "nodes_armpit", "liver", "bone"))


def _suspected_liver(finger: Finger) -> None:
    page: Any = finger.window.page
    finger.touch(page.sides.buttons[Side.LEFT])
    finger.touch(page.timing.buttons["first"])
    finger.touch(page.cards[BREAST].button)
    finger.touch(page.cards[NODES].button)
    finger.touch(page.far_buttons[LIVER])
    finger.touch(page.cards[LIVER].certainty.buttons[Certainty.SUSPECTED])


def _in_the_ducts(finger: Finger) -> None:
    page: Any = finger.window.page
    finger.touch(page.sides.buttons[Side.RIGHT])
    finger.touch(page.timing.buttons["first"])
    finger.touch(page.cards[PlaceId("ducts_only")].button)


def _in_a_bone(finger: Finger) -> None:
    page: Any = finger.window.page
    finger.touch(page.sides.buttons[Side.LEFT])
    finger.touch(page.timing.buttons["first"])
    finger.touch(page.cards[BREAST].button)
    finger.touch(page.far_buttons[BONE])
    finger.touch(page.cards[BONE].follow_up._buttons["separate_spot"])


@pytest.mark.parametrize("screen", [(1920, 1080), (1080, 1920)])
@pytest.mark.parametrize(
    ("marks", "says"),
    [
        (_suspected_liver, "It is not known yet to be metastatic"),
        (_in_the_ducts, "It is not metastatic"),
        (_in_a_bone, "It is metastatic"),
    ],
)
def test_the_answer_is_few_touches_away(
    open_kiosk: OpenKiosk,
    qtbot: Any,
    screen: tuple[int, int],
    marks: Callable[[Finger], None],
    says: str,
) -> None:
    kiosk = open_kiosk()
    window: Any = kiosk.wizard
    window.set_text_size(text_size_for(*screen))
    window.resize(*screen)
    finger = Finger(qtbot, window)
    finger.touch(window.page.ways["results"])
    assert kiosk.step == "where"
    marks(finger)
    finger.touch(window.footer.go_on)
    assert kiosk.step == "answer"
    assert says in " ".join(render_text(window.context.document).split())
    assert finger.touches <= MOST_TOUCHES
