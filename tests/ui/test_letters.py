"""Before anything is saved, the page with the paper names the letters that it cannot print."""

from __future__ import annotations

from pytestqt.qtbot import QtBot

from decision_aid.domain import Certainty, PlaceId
from tests.document.test_letters import NOWHERE
from tests.ui.person import Person


def test_what_cannot_be_printed_is_named_above_the_paper(person: Person, qtbot: QtBot) -> None:
    person.go_to("questions", marks={PlaceId("bone"): Certainty.FOUND})
    person.wizard.session.set_questions((f"What does {NOWHERE} mean?",))
    person.go_to("summary")
    area = person.page
    qtbot.waitUntil(lambda: area.letters.isVisibleTo(area), timeout=10_000)
    assert NOWHERE in area.letters.accessibleName()


def test_what_can_be_printed_is_not_spoken_of(person: Person, qtbot: QtBot) -> None:
    person.go_to("questions", marks={PlaceId("bone"): Certainty.FOUND})
    person.wizard.session.set_questions(("Is 10⁹/L ↑ too high?",))
    person.go_to("summary")
    area = person.page
    qtbot.waitUntil(lambda: area.preview.document.pageCount() > 0, timeout=10_000)
    assert not area.letters.isVisibleTo(area)
