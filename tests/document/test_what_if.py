"""Two answers side by side: each in the words of its badge, and marked just where they differ."""

from __future__ import annotations

import itertools
from collections.abc import Iterator

import pytest

from decision_aid.document.deciding import decision_title
from decision_aid.document.what_if import NOTHING, ComparedRow, compared_rows
from decision_aid.domain import (
    Certainty,
    Classification,
    Finding,
    Kind,
    Side,
)
from decision_aid.domain.what_if import open_findings, supposing
from tests.document.compared_cases import (
    ANSWERS,
    CONTENT,
    Pair,
    Part,
    badges,
    pair,
    parts,
    texts,
    told,
)
from tests.document.open_cases import cases, sentences_of, texts_of
from tests.document.test_nothing_open_is_denied import (
    DENIES_INVASIVE,
    DENIES_METASTATIC,
    GENERAL_TRUTHS,
)
from tests.domain.cases import case, found, suspected, unknown

_L, _R = Side.LEFT, Side.RIGHT


@pytest.fixture(scope="module")
def examples() -> list[Pair]:
    """Every case in which something is open, as it is, if it is confirmed, and if it is clear."""
    pairs = []
    for number, answers in enumerate(cases()):
        waiting = open_findings(answers)
        confirmed, clear = (
            supposing(answers, waiting, certainty)
            for certainty in (Certainty.FOUND, Certainty.NOT_FOUND)
        )
        # Of several that are open, one alone may be settled: then it stays open.
        one = supposing(answers, waiting[:1], Certainty.NOT_FOUND)
        pairs.append(pair(confirmed, clear))
        pairs.append(pair(answers, (confirmed, clear, one)[number % 3]))
        if len(waiting) > 1:
            pairs.append(pair(answers, one))
    return pairs


def answer_rows(one: Pair) -> Iterator[tuple[ComparedRow, int, list[Part | None]]]:
    """Yield each row of an answer, which of the two it is, and both cases' own answers."""
    said = [parts(seen) for seen in one.seen]
    for row in one.rows:
        if row.id in ANSWERS:
            (about,) = (a for a in {**said[0], **said[1]} if row.title.startswith(a))
            yield row, ANSWERS.index(row.id), [parts.get(about) for parts in said]


def test_a_difference_of_an_answer_is_told_exactly_where_the_badges_differ(
    examples: list[Pair],
) -> None:
    met = set()
    for one in examples:
        for row, number, (first, second) in answer_rows(one):
            assert first is not None
            assert second is not None
            words = badges(first)[number], badges(second)[number]
            assert (row.cells is not None) == (words[0] != words[1]), one.seen[0].answers
            met.add((row.id, row.cells is not None))
            for column, word in enumerate(words):
                cell = told(row, column)
                assert cell.verdict is not None
                assert (cell.verdict.text, cell.still_open) == word
    assert len(met) == 4


def test_an_answer_that_is_open_is_not_known_yet_and_never_no(examples: list[Pair]) -> None:
    met = 0
    for one in examples:
        for row, _, both in answer_rows(one):
            for column, part in enumerate(both):
                assert part is not None
                result = part.result
                still_open, answer = getattr(result.open, row.id), getattr(result, row.id)
                if still_open and answer is not True and result.kind is not Kind.OUT_OF_SCOPE:
                    verdict = told(row, column).verdict
                    assert verdict is not None
                    assert verdict.text == "Not known yet", one.seen[column].answers
                    met += 1
    assert met > 500


@pytest.mark.parametrize("question", ANSWERS)
def test_no_sentence_of_a_row_denies_what_is_open(examples: list[Pair], question: str) -> None:
    denies = DENIES_INVASIVE if question == "invasive" else DENIES_METASTATIC
    denied = {}
    for one in examples:
        for column, seen in enumerate(one.seen):
            open_for = [getattr(part.open, question) for part in _each_part(seen.result)]
            if not all(open_for if question == "invasive" else open_for[:1]):
                continue
            for row in one.rows:
                for text in texts_of(told(row, column)):
                    for sentence in sentences_of(text):
                        if denies.search(sentence) and sentence.rstrip(".") not in GENERAL_TRUTHS:
                            denied[sentence] = seen.answers
    assert denied == {}


def _each_part(result: Classification) -> tuple[Classification, ...]:
    return (result, *result.sides.values())


def test_every_answer_that_some_surface_tells_has_its_row(examples: list[Pair]) -> None:
    """With cancer in both breasts, a badge that differs for one of them is told of that one."""
    met = 0
    for one in examples:
        said = [parts(seen) for seen in one.seen]
        for side in (_L, _R):
            about = CONTENT.label(f"side_title.{side}")
            if not all(about in each for each in said) or not one.seen[0].result.sides:
                continue
            words = [badges(each[about]) for each in said]
            for number, row in enumerate(ANSWERS):
                if words[0][number] != words[1][number]:
                    met += 1
                    beginnings = (about, "Both breasts")
                    assert any(
                        it.cells and it.id == row and it.title.startswith(beginnings)
                        for it in one.rows
                    ), one.seen[0].answers
    assert met > 50


def test_nothing_stands_in_both_columns(examples: list[Pair]) -> None:
    for one in examples:
        for row in one.rows:
            if row.cells is None:
                assert row.same != NOTHING
                continue
            first, second = row.cells
            assert first != second
            assert not texts(first) & texts(second)
            assert not texts(row.same) & (texts(first) | texts(second))
            if first.sentence is not None:
                assert first.sentence != second.sentence
            for own, other in ((first, second), (second, first)):
                assert all(i.only_here for i in own.items) or row.id in {"said", "options"}
                assert len(own.items) == len(texts(own)), "said once"
                assert own.verdict is None or own.verdict != other.verdict


def test_turned_round_the_columns_change_places(examples: list[Pair]) -> None:
    for one in examples[::7]:
        first, second = (seen.answers for seen in one.seen)
        back = compared_rows(second, first, CONTENT)
        assert [(r.id, r.title) for r in back] == [(r.id, r.title) for r in one.rows]
        for there, here in zip(back, one.rows, strict=True):
            assert there.cells == (here.cells[::-1] if here.cells else None)
            assert texts(there.same) == texts(here.same)


def test_no_two_things_to_decide_are_called_alike(examples: list[Pair]) -> None:
    """Rows tell them apart by their names."""
    for one in examples:
        for seen in one.seen:
            titles = [decision_title(decision, CONTENT) for decision in seen.decisions]
            assert len(set(titles)) == len(titles)


def test_the_same_case_differs_in_nothing_whatever_the_order() -> None:
    for answers in itertools.islice(cases(), 0, None, 5):
        turned = answers._replace(findings=answers.findings[::-1])
        rows = compared_rows(answers, turned, CONTENT)
        assert rows == compared_rows(turned, answers, CONTENT)
        assert all(row.cells is None for row in rows)
        assert {row.id for row in rows} >= {*ANSWERS, "how_far", "aim", "questions"}


def test_a_liver_that_may_have_cancer_is_not_told_to_have_none() -> None:
    answers = case(found("breast_tissue"), suspected("liver"))
    clear = supposing(answers, open_findings(answers), Certainty.NOT_FOUND)
    confirmed = supposing(answers, open_findings(answers), Certainty.FOUND)
    for settled, word in ((clear, "No"), (confirmed, "Yes")):
        row = pair(answers, settled).row("metastatic")
        assert row.cells is not None
        assert [cell.verdict.text for cell in row.cells if cell.verdict] == ["Not known yet", word]
    invasive = pair(answers, clear).row("invasive")
    assert invasive.cells is None
    assert invasive.same.verdict is not None
    assert invasive.same.verdict.text == "Yes"
    assert invasive.same.sentence is not None
    far = pair(confirmed, clear).row("how_far")
    assert far.cells is not None
    assert [c.sentence.text for c in far.cells if c.sentence] == [
        "Far from the breast",
        "In the breast",
    ]


def test_how_far_it_reaches_holds_only_so_far_while_something_could_change_it(
    examples: list[Pair],
) -> None:
    met = set()
    for one in examples:
        said = [parts(seen) for seen in one.seen]
        for row in one.rows:
            about = row.title.removesuffix(": How far")
            for column, each in enumerate(said):
                sentence = told(row, column).sentence
                if row.id != "how_far" or sentence is None or sentence.text == "Not known yet":
                    continue
                result = each[about].result
                could_change = bool(result.could_change) or any(result.open)
                assert sentence.text.endswith(", as found so far") == could_change
                met.add(could_change)
    assert met == {True, False}


def test_an_answer_that_stays_open_for_another_reason_is_the_same_answer() -> None:
    one = pair(
        case(found("breast_tissue"), suspected("liver")),
        case(found("breast_tissue"), unknown("bone")),
    )
    assert one.row("metastatic").cells is None
    said = one.row("said").cells
    assert said is not None
    assert [texts(cell) for cell in said] == [
        {"Liver: possible"},
        {"Bone (such as spine, ribs, hips): not sure"},
    ]


def test_of_two_breasts_only_the_one_that_differs_is_marked() -> None:
    left, right = found("ducts_only", side=_L), found("ducts_only", side=_R)
    grown = found("breast_tissue", side=_R)
    one = pair(case(left, right, side=Side.BOTH), case(left, grown, side=Side.BOTH))
    assert one.row("invasive", "Your left breast").cells is None
    cells = one.row("invasive", "Your right breast").cells
    assert cells is not None
    assert [cell.verdict.text for cell in cells if cell.verdict] == ["No", "Yes"]


def test_one_breast_beside_two_is_compared_with_the_same_one() -> None:
    left = found("ducts_only")
    both = case(found("ducts_only", side=_L), found("breast_tissue", side=_R), side=Side.BOTH)
    one = pair(case(left, side=_L), both)
    assert one.row("invasive", "Your left breast").cells is None
    cells = one.row("invasive", "Your right breast").cells
    assert cells is not None
    assert cells[0] == NOTHING
    unsaid = pair(case(left), both)
    assert unsaid.row("invasive", "Taken together").cells


@pytest.mark.parametrize(
    ("finding", "far"),
    [
        (found("lobules_only"), "A sign of higher risk, not cancer"),
        (found("not_carcinoma"), "Does not fit this tumor"),
        (suspected("liver"), "Not known yet"),
    ],
)
def test_what_has_no_reach_is_called_what_it_is(finding: Finding, far: str) -> None:
    same = pair(case(finding), case(finding)).row("how_far").same
    assert same.sentence is not None
    assert same.sentence.text == far
