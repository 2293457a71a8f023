"""A case with a line that was typed; where the two do not fit, somebody has to look first."""

from __future__ import annotations

from typing import Any, Final

from decision_aid.domain import (
    UNKNOWN_BIOLOGY,
    Answers,
    Biology,
    ContradictionError,
    Finding,
    Side,
)
from decision_aid.domain.biology import PERSON_ITEMS, of_person
from decision_aid.domain.what_if import replaced_items, with_biology, with_findings
from decision_aid.records.typed import Reading
from decision_aid.ui.counselor.to_confirm import needs_side

LONGEST_PIECE: Final = 500
"""As a saved session keeps a piece that was not read."""


def answers_with(case: Answers, reading: Reading) -> Answers | None:
    """Return the case with what was read, or ``None`` where one contradicts the other.

    A line about one breast, in a case of both, is about that breast alone.

    Args:
        case: as it is.
        reading: what was read of a line.
    """
    if reading.contradictions or _differs(case, reading):
        return None
    side = reading.side
    findings = reading.findings
    more: dict[str, Any] = {}
    reports = dict(reading.biology_by_side)
    biology = with_biology(case.biology, reading.biology)
    if case.side is Side.BOTH and side in {Side.LEFT, Side.RIGHT}:
        findings = tuple(_of(finding, side) for finding in findings)
        if reading.biology != UNKNOWN_BIOLOGY:
            known = case.biology_by_side.get(side, UNKNOWN_BIOLOGY)
            reports[side] = with_biology(known, _of_tumor(reading.biology))
            # What holds of the person holds whichever breast the line is about.
            biology = with_biology(case.biology, of_person(reading.biology))
        side = Side.BOTH
    try:
        changed = with_findings(case, findings, side, reading.came_back)
    except ContradictionError:
        return None
    if changed.taken_out:
        return None
    if changed.case.side is Side.BOTH and reports:
        more["biology_by_side"] = {**case.biology_by_side, **reports}
    return case._replace(
        findings=changed.case.findings,
        side=changed.case.side,
        came_back=changed.case.came_back,
        biology=biology,
        not_read=each_once(case.not_read, reading.may_be_medical),
        **more,
    )


def _differs(case: Answers, reading: Reading) -> bool:
    """Whether a line says another breast, another time or another report than the case."""
    sides = {case.side, reading.side} - {None}
    of_one_of_both = case.side is Side.BOTH and reading.side is not None
    times = {case.came_back, reading.came_back} - {None}
    return (
        (len(sides) > 1 and not of_one_of_both)
        or len(times) > 1
        or bool(replaced_items(_reports(case, reading.side), reading.biology))
    )


def _reports(case: Answers, side: Side | None) -> Biology:
    if case.side is Side.BOTH and side is not None:
        return case.biology_by_side.get(side, UNKNOWN_BIOLOGY)
    return case.biology


def _of_tumor(biology: Biology) -> Biology:
    return biology._replace(**{item: getattr(UNKNOWN_BIOLOGY, item) for item in PERSON_ITEMS})


def _of(finding: Finding, side: Side | None) -> Finding:
    if finding.side is None and needs_side(finding.place, Side.BOTH):
        return finding._replace(side=side)
    return finding


def each_once(*pieces: tuple[str, ...]) -> tuple[str, ...]:
    """Return pieces that were not read, each once and no longer than a file keeps it."""
    return tuple(dict.fromkeys(piece[:LONGEST_PIECE] for some in pieces for piece in some))
