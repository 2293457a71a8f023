"""What a case would be if what is not settled were settled, or if something else were said.

Nothing here changes a case: each function returns a new one. What a test would show is supposed,
never concluded, so whatever is made of these cases is an example only.
"""

from __future__ import annotations

from collections.abc import Iterable
from typing import NamedTuple

from decision_aid.domain.answers import Answers, checked
from decision_aid.domain.biology import Biology
from decision_aid.domain.findings import Certainty, Finding, PlaceId, Side
from decision_aid.domain.places import OTHER_SIDE_OF, PLACES, PlaceSide

_OPEN = {Certainty.SUSPECTED, Certainty.UNKNOWN}


def open_findings(case: Answers) -> tuple[Finding, ...]:
    """Return what is suspected or unknown, suspected first, then in register order.

    Args:
        case: what was said.
    """
    waiting = [finding for finding in case.findings if finding.certainty in _OPEN]
    return tuple(
        sorted(
            waiting, key=lambda f: (f.certainty is not Certainty.SUSPECTED, *in_register_order(f))
        )
    )


def supposing(case: Answers, findings: Iterable[Finding], certainty: Certainty) -> Answers:
    """Return the case as it would be if these findings had this certainty.

    Args:
        case: as it is; it stays so.
        findings: findings of the case.
        certainty: ``FOUND`` if a test confirmed them, ``NOT_FOUND`` if it showed nothing.
    """
    chosen = {(finding.place, finding.side) for finding in findings}
    supposed = tuple(
        finding._replace(certainty=certainty)
        if (finding.place, finding.side) in chosen
        else finding
        for finding in case.findings
    )
    return case._replace(findings=supposed)


_ORDER = {place: position for position, place in enumerate(PLACES)}


def in_register_order(finding: Finding) -> tuple[int, str]:
    """Return by what findings are put in the order of the register, the left side first."""
    return _ORDER[finding.place], finding.side or ""


_UNKNOWN = "unknown"
OPPOSITE = {Side.LEFT: Side.RIGHT, Side.RIGHT: Side.LEFT}
_BELOW_COLLARBONE = PlaceId("nodes_below_collarbone")
_NEAR = {other: near for near, other in OTHER_SIDE_OF.items() if near != _BELOW_COLLARBONE}
"""What nodes on the other side are once the breast there has cancer too."""


class Changed(NamedTuple):
    """A case after a change.

    Attributes:
        case: the new case.
        taken_out: findings that have no place in it, such as those of the other breast.
    """

    case: Answers
    taken_out: tuple[Finding, ...] = ()


def with_side(case: Answers, side: Side | None) -> Changed:
    """Return the case with another side.

    With one breast a finding has no side of its own; once both have cancer, it keeps the one
    that it had, and nodes on the other side are those near the other breast. Back from both, what
    belongs to the other breast is taken out.

    Args:
        case: as it was.
        side: the breast with the cancer from now on.
    """
    if side is case.side:
        return Changed(case)
    if side is Side.BOTH:
        of_each = [(finding, _of_each_breast(finding, case.side)) for finding in case.findings]
        kept = tuple(new for _, new in of_each if new is not None)
        lost = tuple(old for old, new in of_each if new is None)
        return Changed(checked(Answers(kept, side, case.came_back)), lost)
    gone = tuple(f for f in case.findings if f.side is not None and f.side is not side)
    here = tuple(f._replace(side=None) for f in case.findings if f not in gone)
    return Changed(checked(Answers(here, side, case.came_back)), gone)


def _of_each_breast(finding: Finding, before: Side | None) -> Finding | None:
    """Return a finding once both breasts have cancer; ``None`` if it has no place beside that."""
    side = PLACES[finding.place].side
    if side is PlaceSide.SAME and finding.side is None:
        return finding._replace(side=before)
    if side is not PlaceSide.OTHER:
        return finding
    near = _NEAR.get(finding.place)
    if near is None or before not in OPPOSITE:
        return None
    return Finding(near, finding.certainty, OPPOSITE[before])


def with_findings(
    case: Answers,
    said: Iterable[Finding],
    side: Side | None = None,
    came_back: bool | None = None,
) -> Changed:
    """Return the case with findings added; what is newly said of a place replaces what was.

    Args:
        case: as it was.
        said: what is newly said.
        side: the breast with the cancer, where that is newly said.
        came_back: first time or come back, where that is newly said.

    Raises:
        ContradictionError: if the new findings contradict each other.
    """
    new = tuple(said)
    sided = with_side(case, side or case.side)
    new_case = checked(Answers(new, sided.case.side))
    kept = [rest for old in sided.case.findings for rest in _kept(old, new_case.findings)]
    timing = case.came_back if came_back is None else came_back
    return Changed(
        checked(Answers((*kept, *new_case.findings), sided.case.side, timing)), sided.taken_out
    )


def _kept(old: Finding, new: Iterable[Finding]) -> tuple[Finding, ...]:
    """Return what is left of an older finding beside newer ones of the same place."""
    sides = {finding.side for finding in new if finding.place == old.place}
    if not sides:
        return (old,)
    if None in sides or old.side in sides:
        return ()
    if old.side is not None:
        return (old,)
    # It held for both breasts; one of them is newly told, and it still holds for the other.
    return tuple(old._replace(side=side) for side in OPPOSITE if side not in sides)


def without(case: Answers, finding: Finding) -> Answers:
    """Return the case without a finding."""
    return case._replace(findings=tuple(one for one in case.findings if one != finding))


def with_biology(before: Biology, said: Biology) -> Biology:
    """Return what the reports say, where newer items replace older ones.

    Args:
        before: what was known.
        said: what is newly said; what it leaves unknown stays as it was.
    """
    known = {k: v for k, v in said._asdict().items() if v != _UNKNOWN}
    return before._replace(**known)


def replaced_items(before: Biology, said: Biology) -> tuple[str, ...]:
    """Return the items of which something else was known before."""
    old, new = before._asdict(), said._asdict()
    return tuple(
        item for item in old if _UNKNOWN not in {old[item], new[item]} and old[item] != new[item]
    )
