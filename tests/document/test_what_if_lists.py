"""The lists of two cases side by side: exactly what stands in only one of them is marked."""

from __future__ import annotations

import itertools
from typing import Final

from decision_aid.document.deciding import decision_title
from decision_aid.document.what_if import NOTHING, compared_rows
from decision_aid.domain import (
    FOLLOW_UPS,
    PLACES,
    Answers,
    Assessment,
    Biology,
    Certainty,
    Finding,
    Receptor,
    Side,
    TumorType,
    assess,
)
from decision_aid.domain.what_if import open_findings, supposing
from tests.document.compared_cases import CONTENT, pair, texts
from tests.domain.cases import case, found, not_found, suspected
from tests.domain.test_classify_exhaustive import STAND_INS

_L, _R = Side.LEFT, Side.RIGHT
MEANT_ALIKE: Final = [one._replace(certainty=c) for one in STAND_INS for c in Certainty]
"""One place for each meaning: what else differs between two of one meaning is their name."""


def check_exact(first: Assessment, second: Assessment) -> None:
    """Hold what is marked against the two cases, worked out anew."""
    rows = {row.id: row for row in compared_rows(first.answers, second.answers, CONTENT)}

    def columns(row: str) -> list[set[str]]:
        there = next((one for name, one in rows.items() if name == row), None)
        return [texts(cell) for cell in there.cells] if there and there.cells else [set(), set()]

    decided, decided_then = (
        {decision_title(d, CONTENT): {o.id: o for o in d.options} for d in seen.decisions}
        for seen in (first, second)
    )
    assert columns("decisions") == [
        set(decided) - set(decided_then),
        set(decided_then) - set(decided),
    ]
    asked, asked_then = (set(seen.every_question) for seen in (first, second))
    assert columns("questions") == [
        {CONTENT.question(one) for one in only} for only in (asked - asked_then, asked_then - asked)
    ]
    changed = [
        sum(
            options.get(option) != others[decision].get(option)
            for decision, options in own.items()
            if decision in others
            for option in options
        )
        for own, others in ((decided, decided_then), (decided_then, decided))
    ]
    assert [len(column) for column in columns("options")] == changed
    said, said_then = (
        {(f.place, f.side): f for f in seen.answers.findings} for seen in (first, second)
    )
    assert [len(column) for column in columns("said")] == [
        sum(others.get(key) != finding for key, finding in own.items())
        for own, others in ((said, said_then), (said_then, said))
    ]
    assert rows.keys() >= {"how_far", "aim"}


def test_what_differs_between_every_pair_of_single_findings_is_exactly_what_is_marked() -> None:
    alone = {finding: assess(Answers((finding,))) for finding in MEANT_ALIKE}
    for one, other in itertools.product(alone, alone):
        check_exact(alone[one], alone[other])


def test_every_place_is_told_apart_from_the_one_beside_it() -> None:
    singles = [Finding(place, certainty) for place in PLACES for certainty in Certainty]
    for one, other in itertools.pairwise([*singles, singles[0]]):
        check_exact(assess(Answers((one,))), assess(Answers((other,))))


def test_every_answer_to_every_follow_up_is_told_apart_too() -> None:
    for place, follow_up in FOLLOW_UPS.items():
        detailed = [Finding(place, Certainty.FOUND, None, answer) for answer in follow_up.answers]
        for one, other in itertools.permutations(detailed, 2):
            check_exact(assess(Answers((one,))), assess(Answers((other,))))
            row = pair(Answers((one,)), Answers((other,))).row("said")
            assert row.cells


def test_only_what_the_other_case_has_nothing_of_is_marked_to_be_only_here() -> None:
    first = case(found("breast_tissue"), suspected("liver"))
    second = case(found("breast_tissue"), not_found("liver"), found("nodes_armpit"))
    cells = pair(first, second).row("said").cells
    assert cells is not None
    marked = {item.text: item.only_here for cell in cells for item in cell.items}
    assert marked == {
        "Liver: possible": False,
        "Liver: not found": False,
        "Lymph nodes in the armpit on the same side: found": True,
    }


def test_side_timing_and_reports_are_told_too() -> None:
    one = case(found("breast_tissue"), side=_L, came_back=False)
    other = case(found("breast_tissue"), side=_R, came_back=True)
    known = Biology(er=Receptor.POSITIVE, type=TumorType.LOBULAR)
    row = pair(one, other._replace(biology=known)).row("said")
    assert row.cells is not None
    assert [texts(cell) for cell in row.cells] == [
        {"Which breast: left", "First time, or came back: the first time"},
        {
            "Which breast: right",
            "First time, or came back: it has come back",
            "ER: positive",
            "Type: lobular",
        },
    ]


def test_reports_of_one_breast_are_told_of_that_breast() -> None:
    inflamed, right = found("inflammatory", side=_L), found("breast_tissue", side=_R)
    both = case(inflamed, right, side=Side.BOTH)
    known = {_L: Biology(er=Receptor.POSITIVE), _R: Biology(er=Receptor.NEGATIVE)}
    one = pair(both, both._replace(biology_by_side=known))
    said = one.row("said").cells
    assert said is not None
    assert said[0] == NOTHING
    assert texts(said[1]) == {"Left breast: ER: positive", "Right breast: ER: negative"}
    assert one.row("options").cells


def test_a_question_that_another_one_pushes_off_the_list_is_no_difference() -> None:
    answers = case(found("breast_tissue"), suspected("liver"))
    clear = supposing(answers, open_findings(answers), Certainty.NOT_FOUND)
    one = pair(answers, clear)
    assert set(one.seen[0].questions) != set(one.seen[0].every_question)
    cells = one.row("questions").cells
    assert cells is not None
    assert texts(cells[0]) == {"Which test will tell us, and when will I have the result?"}
    assert cells[1] == NOTHING
