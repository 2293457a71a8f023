"""Numbers are seen only by whoever asks for them, outcome by outcome."""

from __future__ import annotations

from typing import Any

from decision_aid.domain import Certainty, PlaceId
from decision_aid.ui.kit.picture import Picture
from tests.ui.person import Person

FOUND = {PlaceId("breast_tissue"): Certainty.FOUND}


def part_with_numbers(person: Person) -> Any:
    page = person.go_to("options", marks=FOUND)
    part = next(one for one in page.parts if one.decision.id == "surgery_to_breast")
    part.open()
    return part


def test_no_number_is_seen_before_somebody_asks(person: Person) -> None:
    part = part_with_numbers(person)
    assert part.numbers
    assert not any(picture.isVisible() for picture in part.findChildren(Picture))
    assert not person.wizard.session.numbers_wanted
    first = part.numbers[0]
    person.press(first.opener.button)
    assert not any(picture.isVisible() for picture in first.findChildren(Picture))
    person.press(first.outcomes[0].button)
    (picture,) = (one for one in first.findChildren(Picture) if one.isVisible())
    assert "of 100 people" in picture.accessibleName()
    assert person.wizard.session.numbers_wanted


def test_a_part_that_nobody_opened_has_no_numbers_yet(person: Person) -> None:
    page = person.go_to("options", marks=FOUND)
    closed = [part for part in page.parts if not part.opener.button.is_open]
    assert closed
    assert all(part.numbers == [] for part in closed)
