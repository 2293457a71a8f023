"""Findings as they are typed: ``bone``, ``bone=suspected``, ``nodes_armpit=found@left``."""

from __future__ import annotations

import re
from collections.abc import Iterable
from typing import Final

from decision_aid.cli.errors import CommandError
from decision_aid.domain import PLACES, Case, Certainty, Finding, PlaceId, Side, checked_case
from decision_aid.domain.findings import InvalidCaseError
from decision_aid.storage.problems import invalid_case, nearest

_FOUND: Final = re.compile(r"(?P<place>[^=@]+)(=(?P<certainty>[^=@]+))?(@(?P<side>left|right))?")


def case_of(
    found: Iterable[str],
    details: Iterable[str],
    side: Side | None,
    came_back: bool | None,
) -> Case:
    """Return the case that was typed.

    Raises:
        CommandError: with the nearest valid word, if it cannot be understood.
    """
    answers = dict(_detail(text) for text in details)
    findings = [_finding(text, answers) for text in found]
    unused = set(answers) - {finding.place for finding in findings}
    if unused:
        message = f"--detail {sorted(unused)[0]}: this place is not among those given with --found"
        raise CommandError(message)
    try:
        return checked_case(findings, side, came_back)
    except InvalidCaseError as error:
        raise CommandError(str(invalid_case(error))) from error


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
