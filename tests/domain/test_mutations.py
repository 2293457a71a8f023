"""A changed meaning of any place, or of any answer to a follow-up, makes the rules' tests fail.

Each meaning is changed in turn, to every other one, in this process: the contract must name
exactly what was changed, and the rules must come to another result than the agreed one.
"""

from __future__ import annotations

import itertools
from collections.abc import Iterator
from dataclasses import replace

import pytest

from decision_aid.domain import (
    FOLLOW_UPS,
    PLACES,
    Classification,
    CountsAs,
    Extent,
    FollowUp,
    Group,
    Kind,
    Place,
    PlaceId,
    PlaceSide,
    meaning_of,
)
from decision_aid.domain.rules.meaning import ANSWERS, DISTANCE, MEANING
from tests.domain.cases import answer, found
from tests.domain.places_contract import AGREED, AGREED_ANSWERS, ALONE, disagreements

Outcome = tuple[Kind, Extent | None]
EVERY_MEANING = [(one,) for one in CountsAs] + [
    (near, far)
    for near, far in itertools.permutations(CountsAs, 2)
    if DISTANCE[near] < DISTANCE[far]
]


def _changed_places() -> Iterator[Place]:
    for place in PLACES.values():
        for group in set(Group) - {place.group}:
            yield replace(place, group=group)
        for side in set(PlaceSide) - {place.side}:
            yield replace(place, side=side)
        for counts_as in set(CountsAs) - {place.counts_as}:
            yield replace(place, counts_as=counts_as)


def _changed_answers() -> Iterator[tuple[FollowUp, str, tuple[CountsAs, ...]]]:
    for follow_up in FOLLOW_UPS.values():
        for given, meaning in follow_up.answers.items():
            for other in EVERY_MEANING:
                if other != meaning:
                    yield follow_up, given, other


def test_the_register_and_the_follow_ups_are_as_agreed() -> None:
    assert list(disagreements(PLACES, FOLLOW_UPS)) == []


def test_every_changed_place_is_named() -> None:
    changes = list(_changed_places())
    assert len(changes) == len(PLACES) * (len(Group) + len(PlaceSide) + len(CountsAs) - 3)
    for changed in changes:
        assert list(disagreements({**PLACES, changed.id: changed}, FOLLOW_UPS)) == [changed.id]


def test_every_place_that_is_added_or_taken_out_is_named() -> None:
    new = replace(PLACES[PlaceId("liver")], id=PlaceId("eye"))
    assert list(disagreements({**PLACES, new.id: new}, FOLLOW_UPS)) == ["eye"]
    for place in PLACES:
        rest = {other: PLACES[other] for other in PLACES if other != place}
        assert list(disagreements(rest, FOLLOW_UPS)) == [place]


def test_every_changed_answer_to_a_follow_up_is_named() -> None:
    for follow_up, given, meaning in _changed_answers():
        changed = FollowUp(follow_up.place, {**follow_up.answers, given: meaning})
        named = list(disagreements(PLACES, {**FOLLOW_UPS, follow_up.place: changed}))
        assert named == [f"{follow_up.place}={given}"]


def test_every_answer_that_is_added_or_taken_out_is_named() -> None:
    for place, follow_up in FOLLOW_UPS.items():
        for given in follow_up.answers:
            rest = {a: m for a, m in follow_up.answers.items() if a != given}
            named = disagreements(PLACES, {**FOLLOW_UPS, place: FollowUp(place, rest)})
            assert list(named) == [f"{place}={given}"]
        more = FollowUp(place, {**follow_up.answers, "new": (CountsAs.BREAST,)})
        assert list(disagreements(PLACES, {**FOLLOW_UPS, place: more})) == [f"{place}=new"]


def _agreed() -> Iterator[tuple[str, str | None, tuple[str, ...]]]:
    for line in AGREED:
        yield line.id, None, (line.counts_as,)
    for (place, given), meaning in AGREED_ANSWERS.items():
        yield place, given, meaning


def _alone(place: str, detail: str | None) -> tuple[Classification, tuple[Outcome, ...]]:
    """Return what the rules make of one finding, and what could change that."""
    result = answer(found(place, detail))
    return result, tuple((change.would_be, change.would_reach) for change in result.could_change)


@pytest.mark.parametrize(("place", "detail", "meaning"), list(_agreed()))
def test_the_rules_make_of_each_finding_what_was_agreed(
    place: str, detail: str | None, meaning: tuple[str, ...]
) -> None:
    assert meaning_of(found(place, detail)) == meaning
    result, changes = _alone(place, detail)
    assert (result.kind, result.extent) == ALONE["/".join(meaning)]
    assert changes == tuple(ALONE[far] for far in meaning[1:])


def test_the_rules_come_to_something_else_with_any_other_meaning(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    for place, detail, _ in _agreed():
        key = PlaceId(place), detail
        as_it_is, (agreed, changes) = MEANING[key], _alone(place, detail)
        for near, far in {(DISTANCE[m[0]], DISTANCE[m[-1]]) for m in EVERY_MEANING}:
            # "No cancer or invasive" and "in place or invasive" are one answer: none can be told.
            same_answer = ANSWERS[near][far] is ANSWERS[as_it_is.near][as_it_is.far]
            if not (same_answer and far == as_it_is.far):
                with monkeypatch.context() as changed:
                    changed.setitem(MEANING, key, as_it_is._replace(near=near, far=far))
                    result, other_changes = _alone(place, detail)
                    assert (result[:4], other_changes) != (agreed[:4], changes), (key, near, far)


def test_the_meaning_that_the_rules_use_is_that_of_the_register() -> None:
    keys = {(PlaceId(place), detail): meaning for place, detail, meaning in _agreed()}
    assert set(MEANING) == set(keys)
    for key, meaning in keys.items():
        used = MEANING[key]
        assert (used.counts_as, used.reason.counts_as) == (meaning[0], meaning[0])
        assert (used.near, used.far) == tuple(
            DISTANCE[CountsAs(m)] for m in (meaning[0], meaning[-1])
        )
