"""What a case would be if what is not settled were settled, and how two cases differ.

Nothing here changes a case: each function returns a new one. What a test would show is supposed,
never concluded, so whatever is made of these cases is an example only.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from enum import StrEnum
from typing import NamedTuple

from decision_aid.domain.answers import Answers, checked
from decision_aid.domain.assessment import Assessment
from decision_aid.domain.biology import Biology
from decision_aid.domain.classification import Classification, Extent, Kind
from decision_aid.domain.findings import (
    Certainty,
    DecisionId,
    Finding,
    OptionId,
    PlaceId,
    QuestionId,
    Side,
)
from decision_aid.domain.places import PLACES, PlaceSide
from decision_aid.domain.rules.decisions import Decision, OfferedOption, either

_OPEN = {Certainty.SUSPECTED, Certainty.UNKNOWN}


class AnswerPart(StrEnum):
    """A part of an answer that can differ."""

    INVASIVE = "invasive"
    METASTATIC = "metastatic"
    EXTENT = "extent"
    KIND = "kind"


class AnswerChange(NamedTuple):
    """One part of the answer that differs.

    Attributes:
        about: with cancer in both breasts, the breast; ``None`` for the whole.
        part: which part.
        before: yes, no or ``None`` (cannot be told); for the others an extent or a kind.
        after: the same in the other case.
    """

    about: Side | None
    part: AnswerPart
    before: bool | Extent | Kind | None
    after: bool | Extent | Kind | None


class FindingChange(NamedTuple):
    """A place of which the two cases say different things; ``None`` where one says nothing."""

    place: PlaceId
    side: Side | None
    before: Finding | None
    after: Finding | None


class OptionChange(NamedTuple):
    """An option that comes, goes or depends on something else, in a decision that both have."""

    decision: DecisionId
    option: OptionId
    before: OfferedOption | None
    after: OfferedOption | None


class Differences(NamedTuple):
    """Everything in which two cases differ, the most important first.

    Attributes:
        answers: the two answers, how far, the kind; of each breast too where both have both.
        findings: places, in register order.
        facts: ``side``, ``came_back`` and items of ``Biology``.
        decisions_new: what there is to decide only in the second case.
        decisions_gone: what there is to decide only in the first one.
        options: options of the decisions that both have.
        questions_new: questions to ask only in the second case.
        questions_gone: questions to ask only in the first one.
    """

    answers: tuple[AnswerChange, ...] = ()
    findings: tuple[FindingChange, ...] = ()
    facts: tuple[str, ...] = ()
    decisions_new: tuple[DecisionId, ...] = ()
    decisions_gone: tuple[DecisionId, ...] = ()
    options: tuple[OptionChange, ...] = ()
    questions_new: tuple[QuestionId, ...] = ()
    questions_gone: tuple[QuestionId, ...] = ()

    @property
    def none(self) -> bool:
        """Whether the two cases are the same in all of this."""
        return not any(self)


def open_findings(case: Answers) -> tuple[Finding, ...]:
    """Return what is suspected or unknown, suspected first, then in register order.

    Args:
        case: what was said.
    """
    waiting = [finding for finding in case.findings if finding.certainty in _OPEN]
    return tuple(
        sorted(waiting, key=lambda f: (f.certainty is not Certainty.SUSPECTED, *_in_order(f)))
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


def differences(before: Assessment, after: Assessment) -> Differences:
    """Return everything in which the second case differs from the first."""
    # With cancer in both breasts, one decision may be there for each of them.
    ids = dict.fromkeys(d.id for d in before.decisions)
    ids_then = dict.fromkeys(d.id for d in after.decisions)
    return Differences(
        tuple(_answers(before.result, after.result)),
        tuple(_findings(before.answers, after.answers)),
        tuple(_facts(before.answers, after.answers)),
        tuple(one for one in ids_then if one not in ids),
        tuple(one for one in ids if one not in ids_then),
        tuple(_options(before.decisions, after.decisions)),
        tuple(one for one in after.questions if one not in before.questions),
        tuple(one for one in before.questions if one not in after.questions),
    )


def _answers(first: Classification, second: Classification) -> Iterator[AnswerChange]:
    pairs: list[tuple[Side | None, Classification, Classification]] = [(None, first, second)]
    pairs += [(s, first.sides[s], second.sides[s]) for s in first.sides if s in second.sides]
    for about, one, other in pairs:
        for part in AnswerPart:
            before, after = getattr(one, part), getattr(other, part)
            if before is not after:
                yield AnswerChange(about, part, before, after)


def _findings(before: Answers, after: Answers) -> Iterator[FindingChange]:
    said = {(f.place, f.side): f for f in before.findings}
    said_then = {(f.place, f.side): f for f in after.findings}
    for finding in sorted({**said_then, **said}.values(), key=_in_order):
        key = finding.place, finding.side
        if said.get(key) != said_then.get(key):
            yield FindingChange(*key, said.get(key), said_then.get(key))


def _facts(before: Answers, after: Answers) -> Iterator[str]:
    if before.side is not after.side:
        yield "side"
    if before.came_back is not after.came_back:
        yield "came_back"
    for item, reply in before.biology._asdict().items():
        if reply is not getattr(after.biology, item):
            yield item


def _options(
    decided: tuple[Decision, ...], decided_then: tuple[Decision, ...]
) -> Iterator[OptionChange]:
    now, then = _offered(decided), _offered(decided_then)
    for decision, before in now.items():
        after = then.get(decision)
        if after is None:
            continue
        for option in dict.fromkeys((*before, *after)):
            if before.get(option) != after.get(option):
                yield OptionChange(decision, option, before.get(option), after.get(option))


def _offered(
    decided: tuple[Decision, ...],
) -> dict[DecisionId, dict[OptionId, OfferedOption]]:
    """Return the options of each decision, whichever breast, as the way that depends on least."""
    offered: dict[DecisionId, dict[OptionId, OfferedOption]] = {}
    for decision in decided:
        own = offered.setdefault(decision.id, {})
        for option in decision.options:
            own[option.id] = either((own.get(option.id, option), option))
    return offered


_ORDER = {place: position for position, place in enumerate(PLACES)}


def _in_order(finding: Finding) -> tuple[int, str]:
    return _ORDER[finding.place], finding.side or ""


_UNKNOWN = "unknown"
_OTHER = {Side.LEFT: Side.RIGHT, Side.RIGHT: Side.LEFT}


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
    that it had. Back from both, what belongs to the other breast is taken out.

    Args:
        case: as it was.
        side: the breast with the cancer from now on.
    """
    if side is case.side:
        return Changed(case)
    if side is Side.BOTH:
        kept = tuple(
            finding._replace(side=case.side)
            if PLACES[finding.place].side is PlaceSide.SAME and finding.side is None
            else finding
            for finding in case.findings
        )
        return Changed(checked(Answers(kept, side, case.came_back)))
    gone = tuple(f for f in case.findings if f.side is not None and f.side is not side)
    here = tuple(f._replace(side=None) for f in case.findings if f not in gone)
    return Changed(checked(Answers(here, side, case.came_back)), gone)


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
    return tuple(old._replace(side=side) for side in _OTHER if side not in sides)


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
