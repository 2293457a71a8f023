"""What is open: exactly what something unsettled could still turn, over every combination.

Worked out a second time in the plainest way: each subset of what is not settled is supposed to be
found, with the farther of its meanings, and both answers are read anew.
"""

from __future__ import annotations

import itertools
from collections.abc import Callable, Iterator, Sequence

import pytest

from decision_aid.domain import (
    Answers,
    Certainty,
    Classification,
    CountsAs,
    Finding,
    Side,
    assess,
    meaning_of,
)
from tests.domain.cases import found
from tests.domain.plain_answers import Meanings, Plain, of_breast, of_person
from tests.domain.test_classify_exhaustive import STAND_INS

_MOST_UNSETTLED = 4
_FOUND, _SUSPECTED, _UNKNOWN = Certainty.FOUND, Certainty.SUSPECTED, Certainty.UNKNOWN
# Another cancer counts as what changes nothing, also where it is one of two meanings.
ONE_BREAST = [one for one in STAND_INS if CountsAs.SEPARATE not in meaning_of(one)]
# One for each answer that a breast can have; "in place" stands for "no cancer", too.
IN_A_BREAST = [
    found("ducts_only"),
    found("breast_tissue"),
    found("nipple_paget", "not_sure"),
    found("chest_wall", "not_sure"),
    found("breast_skin", "somewhere_else"),
]
OF_PERSON = [found("liver"), found("pleura", "not_sure"), found("not_carcinoma")]


def unsettled(finding: Finding) -> bool:
    return finding.certainty is not _FOUND or len(meaning_of(finding)) == 2


def said(pool: Sequence[Finding], most: int) -> Iterator[tuple[Finding, ...]]:
    """Yield at most so many of these places, each found, suspected or unknown."""
    for number in range(most + 1):
        for chosen in itertools.combinations(pool, number):
            # Suspected and unknown take turns; that they count alike is a test of its own.
            open_ones = [(_SUSPECTED, _UNKNOWN)[place % 2] for place in range(number)]
            for certainties in itertools.product(*((_FOUND, one) for one in open_ones)):
                yield tuple(
                    one._replace(certainty=certainty)
                    for one, certainty in zip(chosen, certainties, strict=True)
                )


def could_be(findings: Sequence[Finding], answer: Callable[..., Plain]) -> tuple[Plain, set[Plain]]:
    """Return the answer now, and every answer that it could become.

    Args:
        findings: what was said.
        answer: gives the answer of what is found, each with its meanings.
    """
    waiting = [finding for finding in findings if unsettled(finding)]
    settled = [(f, meaning_of(f)) for f in findings if f.certainty is _FOUND and f not in waiting]
    outcomes = []
    for number in range(len(waiting) + 1):
        for supposed in itertools.combinations(waiting, number):
            here: list[tuple[Finding, Meanings]] = list(settled)
            for one in waiting:
                if one in supposed:
                    here.append((one, meaning_of(one)[-1:]))
                elif one.certainty is _FOUND:
                    here.append((one, meaning_of(one)))
            outcomes.append(answer(here))
    return outcomes[0], set(outcomes[1:])


def hold(result: Classification, now: Plain, later: set[Plain], case: Answers) -> None:
    """Hold the answers, what is open and what is named as turning them against the plain ones."""
    assert (result.invasive, result.metastatic) == now, case
    assert result.open.invasive is any(one.invasive is not now.invasive for one in later), case
    assert result.open.metastatic is any(one.metastatic is not now.metastatic for one in later), (
        case
    )
    assert result.open.invasive is any(c.turns_invasive for c in result.could_change), case
    assert result.open.metastatic is any(c.turns_metastatic for c in result.could_change), case


def test_an_answer_is_open_exactly_if_something_unsettled_could_turn_it() -> None:
    cases = 0
    for states in itertools.product((None, _FOUND, _SUSPECTED), repeat=len(ONE_BREAST)):
        findings = tuple(
            one._replace(certainty=_UNKNOWN if state is _SUSPECTED and number % 2 else state)
            for number, (one, state) in enumerate(zip(ONE_BREAST, states, strict=True))
            if state
        )
        if sum(map(unsettled, findings)) > _MOST_UNSETTLED:
            continue
        cases += 1
        case = Answers(findings)
        now, later = could_be(
            findings, lambda here: of_person(frozenset(meanings for _, meanings in here))
        )
        hold(assess(case).result, now, later, case)
    assert cases > 10_000


def _of(side: Side, here: list[tuple[Finding, Meanings]]) -> Plain:
    other = Side.LEFT if side is Side.RIGHT else Side.RIGHT
    by_side = {
        where: frozenset(meanings for finding, meanings in here if finding.side is where)
        for where in (side, other, None)
    }
    return of_breast(by_side[side], by_side[other], by_side[None])


ELSEWHERE = [*said(OF_PERSON, 1), *said(OF_PERSON[:2], 2)]


def _named(findings: tuple[Finding, ...]) -> str:
    return "-".join(f"{one.place}_{one.certainty}" for one in findings) or "nothing"


@pytest.mark.parametrize("elsewhere", list(dict.fromkeys(ELSEWHERE)), ids=_named)
def test_of_two_breasts_each_is_open_exactly_if_something_unsettled_could_turn_it(
    elsewhere: tuple[Finding, ...],
) -> None:
    for one, other in itertools.combinations_with_replacement(list(said(IN_A_BREAST, 2)), 2):
        findings = (
            *(finding._replace(side=Side.LEFT) for finding in one),
            *(finding._replace(side=Side.RIGHT) for finding in other),
            *elsewhere,
        )
        if sum(map(unsettled, findings)) > _MOST_UNSETTLED:
            continue
        case = Answers(findings, Side.BOTH)
        for side, result in assess(case).result.sides.items():
            hold(result, *could_be(findings, lambda here, side=side: _of(side, here)), case)


def test_what_is_said_of_both_breasts_at_once_is_said_of_each() -> None:
    for elsewhere in said(OF_PERSON, 1):
        for beside in said(IN_A_BREAST, 2):
            case = Answers((*beside, *elsewhere), Side.BOTH)
            here = [f._replace(side=s) for f in beside for s in (Side.LEFT, Side.RIGHT)]
            of_each = Answers((*here, *elsewhere), Side.BOTH)
            sides = assess(case).result.sides
            for side, result in assess(of_each).result.sides.items():
                one = sides[side]
                assert one[:4] == result[:4], case


def test_suspected_and_unknown_keep_the_same_open() -> None:
    for one, other in itertools.permutations(STAND_INS, 2):
        for certainty in (_FOUND, _SUSPECTED):
            suspected, unknown = (
                assess(Answers((one._replace(certainty=c), other._replace(certainty=certainty))))
                for c in (_SUSPECTED, _UNKNOWN)
            )
            assert suspected.result.open == unknown.result.open


def test_what_was_not_read_keeps_every_answer_open_but_a_yes() -> None:
    for side in (Side.LEFT, Side.BOTH):
        for findings in said(IN_A_BREAST + OF_PERSON, 2):
            case = Answers(findings, side)
            read, not_read = assess(case).result, assess(case._replace(not_read=("pT9",))).result
            for before, after in zip(
                (read, *read.sides.values()), (not_read, *not_read.sides.values()), strict=True
            ):
                assert after[:4] == before[:4]
                assert after.open.invasive is (before.open.invasive or not before.invasive)
                assert after.open.metastatic is (before.open.metastatic or not before.metastatic)


def test_what_is_not_found_or_not_mentioned_keeps_nothing_open() -> None:
    for findings in itertools.combinations(STAND_INS, 2):
        for certainty in (_FOUND, Certainty.NOT_FOUND):
            settled = [one for one in findings if len(meaning_of(one)) == 1]
            case = Answers(tuple(one._replace(certainty=certainty) for one in settled))
            assert not any(assess(case).result.open)
            assert assess(case).result.could_change == ()
