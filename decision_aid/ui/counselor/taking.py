"""A case with a line that was typed; where the two do not fit, somebody has to look first."""

from __future__ import annotations

from typing import Any, Final

from decision_aid.domain import (
    UNKNOWN_BIOLOGY,
    Answers,
    Biology,
    Certainty,
    ContradictionError,
    Finding,
    Side,
)
from decision_aid.domain.biology import of_breast, of_person, of_tumor
from decision_aid.domain.what_if import replaced_items, with_biology, with_findings
from decision_aid.records.typed import Reading, read_entry
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
            reports[side] = with_biology(known, of_tumor(reading.biology))
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
    taken_back = any(_takes_back(old, new) for old in case.findings for new in reading.findings)
    times = {case.came_back, reading.came_back} - {None}
    return (
        (len(sides) > 1 and not of_one_of_both)
        or len(times) > 1
        or taken_back
        or bool(replaced_items(_reports(case, reading.side), reading.biology))
    )


def _takes_back(old: Finding, new: Finding) -> bool:
    """Whether what was found would no longer be."""
    same = old.place == new.place and (None in {old.side, new.side} or old.side is new.side)
    found = Certainty.FOUND
    return same and old.certainty is found and new.certainty is not found


def side_is_missing(case: Answers, line: str) -> bool:
    """Return whether a line says different things of the left and of the right breast.

    Nodes on the right are nearby with cancer on the right, and distant with it on the left: where
    nobody has said which breast it is, that is never guessed.

    Args:
        case: as it is.
        line: as it was typed.
    """
    if case.side is not None or read_entry(line).side is not None:
        return False
    left, right = (read_entry(line, side).findings for side in (Side.LEFT, Side.RIGHT))
    return left != right


def reports_of_two(
    case: Answers, side: Side | None, said: Biology = UNKNOWN_BIOLOGY
) -> dict[str, Any]:
    """Return the reports once a second breast is told of: each keeps its own.

    Args:
        case: as it was, with cancer in one breast.
        side: the breast that is new.
        said: what its reports say.
    """
    if side is None or case.side in {None, side, Side.BOTH} or side is Side.BOTH:
        return {"biology": with_biology(case.biology, said)}
    assert case.side is not None
    return {
        "biology": with_biology(of_person(case.biology), of_person(said)),
        "biology_by_side": {
            breast: told
            for breast, told in ((case.side, of_tumor(case.biology)), (side, of_tumor(said)))
            if told != UNKNOWN_BIOLOGY
        },
    }


def reports_of_one(case: Answers, side: Side | None) -> dict[str, Any]:
    """Return the reports once one breast is left: those of that breast hold from now on.

    Args:
        case: as it was, perhaps with cancer in both breasts.
        side: the breast that is left.
    """
    if case.side is not Side.BOTH or side not in {Side.LEFT, Side.RIGHT}:
        return {"biology_by_side": {}}
    return {"biology": of_breast(case.biology, case.biology_by_side, side), "biology_by_side": {}}


def _reports(case: Answers, side: Side | None) -> Biology:
    if case.side is Side.BOTH and side is not None:
        return case.biology_by_side.get(side, UNKNOWN_BIOLOGY)
    return case.biology


def _of(finding: Finding, side: Side | None) -> Finding:
    if finding.side is None and needs_side(finding.place, Side.BOTH):
        return finding._replace(side=side)
    return finding


def each_once(*pieces: tuple[str, ...]) -> tuple[str, ...]:
    """Return pieces that were not read, each once and no longer than a file keeps it."""
    return tuple(dict.fromkeys(piece[:LONGEST_PIECE] for some in pieces for piece in some))
