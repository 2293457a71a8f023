"""The register means what was agreed."""

from __future__ import annotations

import pytest

from decision_aid.domain import FOLLOW_UPS, NOT_SURE, PLACES, FollowUp, meaning_of
from tests.domain.cases import answer, found
from tests.domain.places_contract import AGREED, Agreed


def test_the_register_holds_exactly_the_agreed_places_in_order() -> None:
    assert list(PLACES) == [agreed.id for agreed in AGREED]


@pytest.mark.parametrize("agreed", AGREED, ids=lambda agreed: agreed.id)
def test_a_place_alone_gives_the_agreed_result(agreed: Agreed) -> None:
    result = answer(found(agreed.id))
    assert (result.kind, result.extent) == (agreed.kind, agreed.extent)


@pytest.mark.parametrize("follow_up", FOLLOW_UPS.values(), ids=lambda f: f.place)
def test_every_follow_up_offers_not_sure_last_and_one_answer_that_is_the_register(
    follow_up: FollowUp,
) -> None:
    assert list(follow_up.answers)[-1] == NOT_SURE
    as_registered = (PLACES[follow_up.place].counts_as,)
    assert as_registered in follow_up.answers.values()


def test_not_sure_never_settles_on_one_of_two_meanings() -> None:
    for place, follow_up in FOLLOW_UPS.items():
        settled = {m for key, m in follow_up.answers.items() if key != NOT_SURE}
        open_meanings = meaning_of(found(place, NOT_SURE))
        assert {(m,) for m in open_meanings} == settled
