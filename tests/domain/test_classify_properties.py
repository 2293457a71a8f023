"""Over all places, certainties, sides, answers and orders: what must always hold."""

from __future__ import annotations

import random

from hypothesis import given, settings
from hypothesis import strategies as st

from decision_aid.domain import (
    FOLLOW_UPS,
    NOTES,
    PLACES,
    Answers,
    Certainty,
    CountsAs,
    Extent,
    Finding,
    Interview,
    Kind,
    PlaceId,
    PlaceSide,
    Side,
    all_questions,
    all_topics,
    assess,
    checked,
    meaning_of,
    relevant,
)


@st.composite
def findings_of(draw: st.DrawFn, place: str, side: Side | None) -> Finding:
    place_id = PlaceId(place)
    details = [None, *(FOLLOW_UPS[place_id].answers if place_id in FOLLOW_UPS else [])]
    sides: list[Side | None] = [None]
    if side is Side.BOTH and PLACES[place_id].side is PlaceSide.SAME:
        sides += [Side.LEFT, Side.RIGHT]
    return Finding(
        place_id,
        draw(st.sampled_from(Certainty)),
        draw(st.sampled_from(sides)),
        draw(st.sampled_from(details)),
    )


@st.composite
def cases(draw: st.DrawFn) -> Answers:
    side = draw(st.sampled_from([None, *Side]))
    places = draw(st.lists(st.sampled_from(list(PLACES)), unique=True, max_size=9))
    findings = [draw(findings_of(place, side)) for place in places]
    return checked(Answers(tuple(findings), side, draw(st.sampled_from([None, True, False]))))


@given(cases(), st.randoms())
def test_order_never_matters(case: Answers, shuffler: random.Random) -> None:
    shuffled = list(case.findings)
    shuffler.shuffle(shuffled)
    other = Answers(tuple(shuffled), case.side, case.came_back)
    assert assess(other).result == assess(case).result
    assert assess(other).questions == assess(case).questions


@given(cases())
def test_metastatic_only_because_of_something_found_and_distant(case: Answers) -> None:
    result = assess(case).result
    distant = [
        f
        for f in case.findings
        if f.certainty is Certainty.FOUND and meaning_of(f) == (CountsAs.DISTANT,)
    ]
    out_of_scope = result.kind is Kind.OUT_OF_SCOPE
    assert (result.metastatic is True) == (bool(distant) and not out_of_scope)
    for reason in result.because:
        assert reason.certainty is Certainty.FOUND


@given(cases(), st.sampled_from([p for p in PLACES.values() if p.counts_as is CountsAs.DISTANT]))
def test_a_found_distant_place_is_always_metastatic(case: Answers, place: object) -> None:
    from decision_aid.domain import Place

    assert isinstance(place, Place)
    others = tuple(f for f in case.findings if f.place != place.id)
    result = assess(Answers((*others, Finding(place.id)), case.side, case.came_back)).result
    if result.kind is not Kind.OUT_OF_SCOPE:
        assert result.metastatic is True
        assert result.extent is Extent.DISTANT


@given(cases())
def test_same_side_nodes_never_make_it_metastatic(case: Answers) -> None:
    nodes = [p for p in PLACES.values() if p.counts_as is CountsAs.NEARBY]
    without = tuple(f for f in case.findings if f.place not in {n.id for n in nodes})
    before = assess(Answers(without, case.side, case.came_back)).result
    for node in nodes:
        after = assess(Answers((*without, Finding(node.id)), case.side, case.came_back)).result
        assert after.metastatic is before.metastatic or before.metastatic is None
        if before.kind is not Kind.OUT_OF_SCOPE:
            assert after.invasive is True


@given(cases())
def test_everything_that_a_case_calls_for_exists(case: Answers) -> None:
    result = assess(case).result
    for one in (result, *result.sides.values()):
        assert set(one.notes) <= set(NOTES)
        topics = (*assess(case).treatment, *assess(case).more)
        assert set(topics) <= all_topics()
        assert set(assess(case).questions) <= set(all_questions())
    assert len(assess(case).questions) >= 2
    assert assess(case).treatment


@given(cases())
def test_each_of_two_breasts_is_classified_by_its_own_findings(case: Answers) -> None:
    result = assess(case).result
    assert bool(result.sides) == (case.side is Side.BOTH)
    for side, one in result.sides.items():
        for reason in one.because:
            assert reason.side in {None, side}
            assert PLACES[reason.place].side is not PlaceSide.OTHER
        # What is on one side is never farther than what there is in all.
        if one.metastatic:
            assert result.metastatic


@given(cases())
@settings(max_examples=300)
def test_a_follow_up_is_asked_of_what_is_found_and_nothing_hidden_takes_part(
    case: Answers,
) -> None:
    interview = Interview.of(case)
    for finding in case.findings:
        if interview.asks_more(finding.place, finding.side):
            assert finding.certainty is Certainty.FOUND
            assert finding.place in FOLLOW_UPS
    taking_part = relevant(case)
    assert set(taking_part.findings) <= set(case.findings)
    assert relevant(taking_part) == taking_part
