"""Findings as they are typed: ``bone``, ``bone=suspected``, ``nodes_armpit=found@left``."""

from __future__ import annotations

import re
from collections.abc import Iterable
from typing import Final

from decision_aid.cli.errors import CommandError
from decision_aid.domain import (
    PLACES,
    Answers,
    Certainty,
    ContradictionError,
    Finding,
    PlaceId,
    Side,
    checked,
)
from decision_aid.problems import contradiction, nearest

_FOUND: Final = re.compile(r"(?P<place>[^=@]+)(=(?P<certainty>[^=@]+))?(@(?P<side>left|right))?")


def case_of(
    found: Iterable[str],
    details: Iterable[str],
    side: Side | None,
    came_back: bool | None,
) -> Answers:
    """Return the case that was typed.

    Raises:
        CommandError: with the nearest valid word, if it cannot be understood.
    """
    answers = dict(_detail(text) for text in details)
    findings = tuple(_finding(text, answers) for text in found)
    unused = set(answers) - {finding.place for finding in findings}
    if unused:
        message = f"--detail {sorted(unused)[0]}: this place is not among those given with --found"
        raise CommandError(message)
    try:
        return checked(Answers(findings, side, came_back))
    except ContradictionError as error:
        raise CommandError(str(contradiction(error))) from error


def _finding(text: str, answers: dict[str, str]) -> Finding:
    match = _FOUND.fullmatch(text)
    if match is None:
        message = f'"{text}" is not of the form ID, ID=CERTAINTY or ID=CERTAINTY@SIDE.'
        raise CommandError(message)
    place, certainty = match["place"], match["certainty"] or Certainty.FOUND.value
    if place not in PLACES:
        raise CommandError(_unknown("place", place, PLACES))
    if certainty not in list(Certainty):
        raise CommandError(_unknown("certainty", certainty, Certainty))
    side = Side(match["side"]) if match["side"] else None
    return Finding(PlaceId(place), Certainty(certainty), side, answers.get(place))


def _detail(text: str) -> tuple[str, str]:
    place, equals, answer = text.partition("=")
    if not equals:
        message = f'"{text}" is not of the form ID=ANSWER.'
        raise CommandError(message)
    return place, answer


def _unknown(what: str, given: str, valid: Iterable[str]) -> str:
    close = nearest(given, valid, always=True)
    return f'There is no {what} "{given}". Did you mean "{close}"?'
