"""With cancer in both breasts, every pair of findings beside distant spread has its words."""

from __future__ import annotations

import itertools

import pytest

from decision_aid.content import load
from decision_aid.document.answer import answers
from decision_aid.domain import PLACES, Answers, Finding, PlaceSide, Side, assess
from tests.domain.cases import found, suspected, unknown
from tests.domain.decision_cases import EVERY_FINDING

OF_A_BREAST: list[Finding | None] = [
    None,
    *(one for one in EVERY_FINDING if PLACES[one.place].side is PlaceSide.SAME),
    suspected("chest_wall"),
    unknown("breast_tissue"),
]


def with_side(finding: Finding | None, side: Side) -> tuple[Finding, ...]:
    return () if finding is None else (finding._replace(side=side),)


@pytest.mark.parametrize("far", [None, found("liver"), suspected("liver"), unknown("liver")])
def test_each_breast_has_its_answer_and_none_denies_a_spread(far: Finding | None) -> None:
    content = load()
    for left, right in itertools.product(OF_A_BREAST, repeat=2):
        beside = () if far is None else (far,)
        said = (*with_side(left, Side.LEFT), *with_side(right, Side.RIGHT), *beside)
        seen = assess(Answers(said, Side.BOTH))
        told = answers(seen, content)
        assert told
        if seen.result.open.metastatic or seen.result.metastatic is not False:
            for answer in told:
                assert "not metastatic" not in answer.sentences[1].text, said
                assert answer.verdicts[1].text != content.label("verdict.no"), said
