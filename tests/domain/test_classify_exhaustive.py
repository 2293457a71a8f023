"""Every reachable combination of what findings mean, and the invariants that must always hold.

What a case comes to depends only on which meanings are found and which are open, so the
combinations are enumerated over one place for every meaning, and for every pair of meanings that
a follow-up leaves open: every subset of these 13 stand-ins found, and the rest of them not
mentioned, all suspected, all unknown or all not found.
"""

from __future__ import annotations

import itertools
from collections.abc import Iterator

import pytest

from decision_aid.domain import (
    FOLLOW_UPS,
    PLACES,
    Answers,
    Certainty,
    Classification,
    CountsAs,
    Extent,
    Finding,
    Kind,
    assess,
    meaning_of,
)
from decision_aid.domain.rules.topics import result_topic
from tests.domain.cases import found
from tests.domain.plain_answers import Plain, of_person

_EXTENTS = [None, Extent.IN_PLACE, Extent.BREAST, Extent.NEARBY, Extent.DISTANT]
_REST = (None, Certainty.SUSPECTED, Certainty.UNKNOWN, Certainty.NOT_FOUND)


def _stand_ins() -> list[Finding]:
    """One finding for every meaning, and for every pair of meanings, each of another place."""
    by_meaning: dict[tuple[CountsAs, ...], Finding] = {}
    taken: set[str] = set()
    findings = [
        found(place, detail)
        for place, follow_up in FOLLOW_UPS.items()
        for detail in follow_up.answers
        if len(follow_up.answers[detail]) == 2
    ] + [found(place) for place in PLACES]
    for finding in findings:
        if meaning_of(finding) not in by_meaning and finding.place not in taken:
            by_meaning[meaning_of(finding)] = finding
            taken.add(finding.place)
    return list(by_meaning.values())


STAND_INS = _stand_ins()


def _cases() -> Iterator[Answers]:
    for found_ones in itertools.product((True, False), repeat=len(STAND_INS)):
        for rest in _REST:
            certainties = [Certainty.FOUND if is_found else rest for is_found in found_ones]
            findings = tuple(
                stand_in._replace(certainty=certainty)
                for stand_in, certainty in zip(STAND_INS, certainties, strict=True)
                if certainty is not None
            )
            yield Answers(findings)


def _expected(case: Answers) -> Plain:
    return of_person(
        frozenset(meaning_of(f) for f in case.findings if f.certainty is Certainty.FOUND)
    )


def test_there_is_a_stand_in_for_every_meaning() -> None:
    single = {m[0] for m in map(meaning_of, STAND_INS) if len(m) == 1}
    assert single == set(CountsAs)
    pairs = {m for f in FOLLOW_UPS.values() for m in f.answers.values() if len(m) == 2}
    assert {m for m in map(meaning_of, STAND_INS) if len(m) == 2} == pairs
    assert len({f.place for f in STAND_INS}) == len(STAND_INS)


@pytest.fixture(scope="module")
def every_result() -> list[tuple[Answers, Classification]]:
    return [(case, assess(case).result) for case in _cases()]


def test_every_combination_gives_the_two_answers(
    every_result: list[tuple[Answers, Classification]],
) -> None:
    assert len(every_result) > 30_000
    for case, result in every_result:
        assert (result.invasive, result.metastatic) == _expected(case), case


def test_every_combination_has_one_result_topic_and_a_consistent_answer(
    every_result: list[tuple[Answers, Classification]],
) -> None:
    for case, result in every_result:
        assert result_topic(result)
        if result.metastatic:
            assert result.invasive, case
            assert result.kind is Kind.METASTATIC
            assert result.extent is Extent.DISTANT
        if result.kind is Kind.IN_SITU:
            assert result.invasive is False
            assert result.metastatic is False
        if result.invasive:
            assert result.kind in {Kind.INVASIVE, Kind.METASTATIC}
        if result.kind not in {Kind.CANNOT_TELL}:
            assert result.because, case


def test_nothing_that_is_not_found_ever_decides(
    every_result: list[tuple[Answers, Classification]],
) -> None:
    for case, result in every_result:
        only_found = Answers(tuple(f for f in case.findings if f.certainty is Certainty.FOUND))
        decided = assess(only_found).result
        assert (result.kind, result.invasive, result.metastatic, result.extent) == (
            decided.kind,
            decided.invasive,
            decided.metastatic,
            decided.extent,
        )
        assert result.because == decided.because


def test_could_change_says_what_the_case_would_be_and_misses_nothing(
    every_result: list[tuple[Answers, Classification]],
) -> None:
    for case, result in every_result:
        named = {change.place: change for change in result.could_change}
        for finding in case.findings:
            if finding.certainty not in {Certainty.SUSPECTED, Certainty.UNKNOWN}:
                continue
            others = tuple(f for f in case.findings if f != finding)
            farthest = _settled_far(finding)
            if_found = assess(Answers((*others, farthest))).result
            same = if_found[:4] == result[:4]
            assert (finding.place in named) is not same, (case, finding)
            if not same:
                assert named[finding.place].would_be is if_found.kind
                assert named[finding.place].would_reach == if_found.extent


def _settled_far(finding: Finding) -> Finding:
    """Return the finding as found, with the farther of its meanings."""
    meaning = meaning_of(finding)
    if len(meaning) == 1:
        return finding._replace(certainty=Certainty.FOUND)
    detail = next(key for key, m in FOLLOW_UPS[finding.place].answers.items() if m == meaning[-1:])
    return finding._replace(certainty=Certainty.FOUND, detail=detail)


def _reach(result: Classification) -> int:
    return _EXTENTS.index(result.extent)


def test_adding_a_found_place_never_lowers_the_extent_and_only_distant_makes_metastatic(
    every_result: list[tuple[Answers, Classification]],
) -> None:
    for case, result in every_result:
        if result.kind is Kind.OUT_OF_SCOPE:
            continue
        said = {f.place for f in case.findings}
        for extra in STAND_INS:
            meaning = meaning_of(extra)
            if extra.place in said or len(meaning) != 1 or meaning[0] is CountsAs.OUT_OF_SCOPE:
                continue
            more = assess(Answers((*case.findings, extra))).result
            if result.metastatic is not None or meaning[0] is CountsAs.DISTANT:
                assert _reach(more) >= _reach(result), (case, extra)
            if meaning[0] is CountsAs.DISTANT:
                assert more.metastatic is True
                assert more.extent is Extent.DISTANT
            else:
                assert bool(more.metastatic) == bool(result.metastatic), (case, extra)
            if meaning[0] in {CountsAs.NO_CHANGE, CountsAs.SEPARATE}:
                assert more[:4] == result[:4], (case, extra)
