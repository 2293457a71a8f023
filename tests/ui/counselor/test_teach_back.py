"""Teach-back cards fit the result, and say in other words what they ask about."""

import pytest
from PySide6.QtCore import Qt

from decision_aid.content import load
from decision_aid.domain import all_checks
from tests.ui.counselor.counselor import Counselor, words_of


def test_every_card_has_its_words_and_no_words_are_left_over() -> None:
    assert set(load().labels("teach_back")) == {check.id for check in all_checks()}


def test_no_card_can_be_answered_with_yes_or_no() -> None:
    for prompt in load().labels("teach_back").values():
        first = prompt.split()[0]
        assert first in {"In", "How", "What", "Who"}, prompt


@pytest.mark.parametrize(
    "typed", ["", "D05.12", "C50.412", "C50.412 C78.7", "D05.02", "C50.412 C79.51"]
)
def test_the_cards_are_those_of_the_result(counselor: Counselor, typed: str) -> None:
    if typed:
        counselor.confirm(typed)
    counselor.key(Qt.Key.Key_F5)
    panel = counselor.window.teach_back_panel
    wanted = counselor.window.session.assessment.checks
    assert list(panel.cards) == [check.id for check in wanted]
    for check in wanted:
        said = words_of(panel.cards[check.id])
        told = counselor.window.words.content.check(check.id)
        assert counselor.window.words(f"teach_back.{check.id}") in said
        assert told.right.text in said
        assert told.again.text in said


def test_the_facts_name_their_sources(counselor: Counselor) -> None:
    counselor.confirm("C50.412")
    panel = counselor.window.teach_back_panel
    assert "Where this comes from" in words_of(panel)
