"""From a report line as people and registries write it to findings that can be confirmed.

Nothing is guessed: what is not clear becomes a question, what was not read is given back, and
what does not fit together is named. What is denied, doubted, long ago or somebody else's is never
found.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Final

from decision_aid.domain import (
    PLACES,
    UNKNOWN_BIOLOGY,
    Biology,
    Certainty,
    CountsAs,
    Finding,
    Group,
    PlaceId,
    PlaceSide,
    Side,
)
from decision_aid.domain.follow_ups import NOT_SURE
from decision_aid.records.codes.meaning import found
from decision_aid.records.typed.breasts import placed, side_of, side_of_line
from decision_aid.records.typed.certainty import State
from decision_aid.records.typed.context import give_context
from decision_aid.records.typed.evidence import attach_evidence
from decision_aid.records.typed.judging import Judged, is_far_somewhere, judge
from decision_aid.records.typed.later_results import let_results_count
from decision_aid.records.typed.lexer import items
from decision_aid.records.typed.mentions import NODES, Line, Mention
from decision_aid.records.typed.reading import WHICH_SIDE, Part, Reading
from decision_aid.records.typed.report_words import differing
from decision_aid.records.typed.results import (
    contradictions,
    doubt_spread_somewhere,
    sides_alone,
    tests_without_result,
)
from decision_aid.records.typed.spans import may_be_medical, texts, unread
from decision_aid.records.typed.vocabulary.roles import Effect, Role

_DUCTS: Final = PlaceId("ducts_only")
_PAGET: Final = PlaceId("nipple_paget")
_OPEN_ALONE: Final = frozenset({"breast_cancer", "in_situ"})
_DETAIL_OF_SPOTS: Final = {True: "at_least_one_invasive", False: "only_in_ducts"}


def settled_together(line: Line, judged: list[Judged]) -> list[Judged]:
    """Return the same, with what one mention leaves open settled by another.

    DCIS beside an invasive cancer is not "only in the ducts"; stray cells in a node are no spread
    to it; Paget disease, several spots and "breast cancer" mean what is named beside them.

    Args:
        line: the line.
        judged: what each of its mentions says.
    """
    result = []
    for one in judged:
        beside = [other for other in judged if other is not one and _same_breast(one, other)]
        result.append(_settled(line, one, beside))
    return result


def _same_breast(one: Judged, other: Judged) -> bool:
    sides = {one.mention.side, other.mention.side} - {None}
    return len(sides) < 2 and bool(one.mention.other_side) is bool(other.mention.other_side)


def _settled(line: Line, one: Judged, beside: list[Judged]) -> Judged:
    if one.mention.role in NODES and _stray_cells(one, beside):
        return one._replace(meaning=one.meaning._replace(found=(), asks=()), words="codes.n_0_i")
    if one.mention.role not in {Role.TUMOR, Role.CODE}:
        return one
    invasive, in_place = _sure(beside, CountsAs.BREAST), _sure(beside, CountsAs.IN_PLACE)
    if one.mention.id in _OPEN_ALONE and (invasive or in_place) and one.state is State.YES:
        return one._replace(meaning=one.meaning._replace(asks=(), candidates=()))
    if one.mention.id == "many_spots" and one.state is State.YES and (invasive or in_place):
        spots = found(f"several_spots={_DETAIL_OF_SPOTS[invasive]}")
        return one._replace(
            meaning=one.meaning._replace(found=spots, asks=(), candidates=()), words=""
        )
    if invasive and one.state is State.YES:
        return _beside_invasive(line, one)
    return one


def _stray_cells(one: Judged, beside: list[Judged]) -> bool:
    """Whether the count of nodes counts those that hold stray cells only."""
    counted = one.mention.evidence <= {Role.COUNT, Role.POSITIVE}
    return counted and any(
        other.mention.role is Role.STRAY_CELLS
        and other.state is State.YES
        and other.mention.sentence == one.mention.sentence
        for other in beside
    )


def _sure(judged: list[Judged], counts_as: CountsAs) -> bool:
    return any(
        PLACES[f.place].counts_as is counts_as
        and PLACES[f.place].group is Group.BREAST
        and f.certainty is Certainty.FOUND
        for other in judged
        for f in other.meaning.found
    )


def _beside_invasive(line: Line, one: Judged) -> Judged:
    places = {f.place for f in one.meaning.found}
    if _DUCTS in places and line.items[one.mention.at].token is None:
        rest = tuple(f for f in one.meaning.found if f.place != _DUCTS)
        return one._replace(meaning=one.meaning._replace(found=rest), words="reading.dcis_beside")
    if _PAGET in places:
        known = tuple(_with_invasive_part(f) for f in one.meaning.found)
        return one._replace(meaning=one.meaning._replace(found=known, asks=(), candidates=()))
    return one


def _with_invasive_part(finding: Finding) -> Finding:
    if finding.place != _PAGET or finding.detail is not None:
        return finding
    return finding._replace(detail="invasive_part")


LONGEST: Final = 10_000
"""As many signs are read: a line is a line, and not a book."""


def read_entry(text: str, breast: Side | None = None) -> Reading:
    """Read codes, TNM categories and words of a report, to be confirmed by a person.

    Args:
        text: anything that was pasted or typed.
        breast: the breast with the cancer where that is known already. A line that names none is
            about it: nodes of the other side are not nearby.

    Returns:
        Its parts, what they would become together, and what was not understood. Every word of
        the text that is not only a joining word stands in a part or in what was not understood;
        so does all of it behind the first ``LONGEST`` signs. ``checked`` accepts the findings with
        the side.
    """
    if len(text) > LONGEST:
        rest = text[LONGEST:].strip()
        start = _read(text[:LONGEST], breast)
        return start._replace(
            not_understood=(*start.not_understood, *([rest] if rest else [])),
            may_be_medical=(*start.may_be_medical, *([rest] if rest else [])),
        )
    return _read(text, breast)


def _read(text: str, breast: Side | None) -> Reading:
    line = Line(items(text))
    attach_evidence(line)
    give_context(line)
    let_results_count(line)
    doubt_spread_somewhere(line)
    line.add([*tests_without_result(line), *sides_alone(line)])
    judged = settled_together(line, list(_judged(line)))
    side, two_sides = side_of_line(line, judged)
    near = side or breast
    on_sides = [placed(line, one, near) for one in judged]
    differ = [] if not _title_differs(line) else ["side_differs"]
    side = None if differ else side
    spoken = texts(text, line, [one.mention for one in on_sides])
    parts = tuple(
        _part(line, one, words) for one, words in zip(on_sides, spoken.of_mentions, strict=True)
    )
    if (two_sides or differ) and parts:
        parts = (parts[0]._replace(open=(*parts[0].open, WHICH_SIDE)), *parts[1:])
    biology, by_side, unlike = _biology(line, on_sides, side)
    pieces = unread(text, line, spoken.taken)
    return Reading(
        parts,
        _merged(_of_line(finding for part in parts for finding in part.findings), near),
        side,
        biology,
        True if any(one.meaning.came_back for one in on_sides) else None,
        tuple(piece.text for piece in pieces),
        (*dict.fromkeys((*differ, *contradictions(line, on_sides))), *unlike),
        by_side,
        tuple(piece.text for piece in pieces if may_be_medical(line, piece)),
    )


def _judged(line: Line) -> Iterator[Judged]:
    own_other_cancer = any(
        m.role is Role.OTHER_CANCER and not m.effects & {Effect.RELATIVE, Effect.NO}
        for m in line.mentions
    ) or any(item.role is Role.OTHER_CANCER and item.token for item in line.items)
    for mention in line.mentions:
        one = judge(line, mention, other_cancer=own_other_cancer)
        if one is not None:
            yield one


def _title_differs(line: Line) -> bool:
    """Whether a code names one side and the title behind it the other."""
    tokens = (item.token for item in line.items if item.token is not None)
    return any(
        t.says is not None
        and None not in {t.says.side, t.described_side}
        and t.says.side is not t.described_side
        for t in tokens
    )


def _part(line: Line, one: Judged, words: str) -> Part:
    token = line.items[one.mention.at].token
    return Part(
        words,
        token.code if token else words,
        one.meaning.found,
        one.words,
        tuple(dict.fromkeys(one.meaning.asks)),
        one.meaning.candidates,
        side_of(line, one) if one.state is State.YES else None,
        one.meaning.biology,
    )


def _of_line(findings: Iterable[Finding]) -> list[Finding]:
    """Return the findings without "somewhere far" where it is said where."""
    said = list(findings)
    distant = [f for f in said if PLACES[f.place].counts_as is CountsAs.DISTANT]
    named = {f.certainty for f in distant if not is_far_somewhere(f)}
    return [
        f
        for f in said
        if not is_far_somewhere(f)
        or not (Certainty.FOUND in named or (named and f.certainty is not Certainty.FOUND))
    ]


_SURER = (Certainty.FOUND, Certainty.SUSPECTED, Certainty.UNKNOWN, Certainty.NOT_FOUND)


def _merged(findings: list[Finding], side: Side | None) -> tuple[Finding, ...]:
    """Keep each place once, as surely as it was said, and with the detail that was said of it."""
    kept: dict[tuple[PlaceId, Side | None], Finding] = {}
    for finding in _each_side(findings, side):
        key = finding.place, finding.side
        before = kept.get(key)
        if before is None or _SURER.index(finding.certainty) < _SURER.index(before.certainty):
            kept[key] = finding
        elif finding.certainty is before.certainty and finding.detail != before.detail:
            details = {finding.detail, before.detail} - {None}
            kept[key] = before._replace(detail=details.pop() if len(details) == 1 else NOT_SURE)
    return tuple(kept.values())


def _each_side(findings: list[Finding], side: Side | None) -> Iterator[Finding]:
    """Yield a finding of both breasts once for each where another one names its side."""
    sided = {f.place for f in findings if f.side is not None}
    for finding in findings:
        if side is Side.BOTH and finding.side is None and finding.place in sided:
            yield finding._replace(side=Side.LEFT)
            yield finding._replace(side=Side.RIGHT)
        elif side is not Side.BOTH or PLACES[finding.place].side is not PlaceSide.SAME:
            yield finding._replace(side=None)
        else:
            yield finding


_Biology = tuple[Biology, dict[Side, Biology], tuple[str, ...]]


def _biology(line: Line, judged: list[Judged], side: Side | None) -> _Biology:
    known = [one for one in judged if one.meaning.biology != UNKNOWN_BIOLOGY]
    if side is not Side.BOTH:
        merged, unlike = differing([one.meaning.biology for one in known])
        return merged, {}, unlike
    of_both: list[Biology] = []
    by_side: dict[Side, list[Biology]] = {Side.LEFT: [], Side.RIGHT: []}
    for one in known:
        own = _breast_of_result(line, one, judged)
        if own in by_side:
            by_side[own].append(one.meaning.biology)
        else:
            of_both.append(one.meaning.biology)
    merged, unlike = differing(of_both)
    each = {breast: differing(results) for breast, results in by_side.items()}
    all_unlike = (*unlike, *(name for _, names in each.values() for name in names))
    reports = {b: told for b, (told, _) in each.items() if told != UNKNOWN_BIOLOGY}
    return merged, reports, tuple(dict.fromkeys(all_unlike))


def _breast_of_result(line: Line, one: Judged, judged: list[Judged]) -> Side | None:
    """Return the breast of the last diagnosis before a result, which speaks of it."""
    own = side_of(line, one)
    if own is not None:
        return own
    before: list[Mention] = [
        other.mention
        for other in judged
        if side_of(line, other) is not None and other.mention.at <= one.mention.at
    ]
    if not before:
        return None
    last = next(o for o in judged if o.mention is before[-1])
    return side_of(line, last)
