"""Short ways to write a case in a test."""

from __future__ import annotations

from decision_aid.domain import (
    Answers,
    Certainty,
    Classification,
    Finding,
    PlaceId,
    Side,
    assess,
    checked,
)


def found(place: str, detail: str | None = None, side: Side | None = None) -> Finding:
    return Finding(PlaceId(place), Certainty.FOUND, side, detail)


def suspected(place: str) -> Finding:
    return Finding(PlaceId(place), Certainty.SUSPECTED)


def unknown(place: str) -> Finding:
    return Finding(PlaceId(place), Certainty.UNKNOWN)


def not_found(place: str) -> Finding:
    return Finding(PlaceId(place), Certainty.NOT_FOUND)


def case(*findings: Finding, side: Side | None = None, came_back: bool | None = None) -> Answers:
    return checked(Answers(findings, side, came_back))


def answer(
    *findings: Finding, side: Side | None = None, came_back: bool | None = None
) -> Classification:
    return assess(case(*findings, side=side, came_back=came_back)).result
