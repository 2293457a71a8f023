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


def pictures(part: Any) -> list[str]:
    """Return what the pictures say that are seen."""
    return [one.accessibleName() for one in part.findChildren(Picture) if one.isVisible()]


def test_no_number_is_seen_before_somebody_asks(person: Person) -> None:
    part = part_with_numbers(person)
    assert pictures(part) == []
    numbers = part.numbers
    person.press(numbers.opener.button)
    assert person.wizard.session.numbers_wanted
    person.press(numbers.comparisons.button("lumpectomy_or_mastectomy"))
    assert pictures(part) == []
    told = []
    for number in ("0", "1"):
        person.press(numbers.outcomes.button(number))
        (seen,) = pictures(part)
        assert "of 100 people" in seen
        told.append(seen)
    assert len(set(told)) == len(told)
    person.press(numbers.comparisons.button("radiation_after_lumpectomy"))
    assert pictures(part) == []


def test_a_part_that_nobody_opened_has_no_numbers_yet(person: Person) -> None:
    page = person.go_to("options", marks=FOUND)
    closed = [part for part in page.parts if not part.opener.button.is_open]
    assert closed
    assert all(part.numbers is None for part in closed)
