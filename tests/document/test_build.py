"""What a summary says, and in which order."""

from __future__ import annotations

import datetime as dt

import pytest

from decision_aid.content import Paragraph, load
from decision_aid.document.blocks import (
    Answer,
    Findings,
    Heading,
    Questions,
    Sources,
    WriteIn,
)
from decision_aid.document.model import Document
from decision_aid.document.picture_blocks import Rings
from decision_aid.domain import all_questions
from decision_aid.storage.answers import parse_answers
from tests.document.conftest import made, summary_for, summary_of


def _blocks(summary: Document, kind: type) -> list[object]:
    return [b for section in summary.sections for b in section.blocks if isinstance(b, kind)]


def test_page_one_is_complete_in_itself(name: str, summary: Document) -> None:
    first = [section.id for section in summary.sections if section.page == "first"]
    # Where no place was marked, there is nothing to draw.
    body = [] if name in {"nothing", "out_of_scope"} else ["body"]
    assert first == [
        *("to_fill_in", "answer", "told", *body),
        *("aim_in_short", "questions", "room_to_write"),
    ]
    # Where the two words do not fit, their picture would mislead.
    assert (summary.section("picture") is None) == (name == "out_of_scope")
    pages = [section.page in {"first", "detail"} for section in summary.sections]
    assert pages == sorted(pages, reverse=True)


def test_nothing_personal_is_asked_for_but_lines_to_fill_in(summary: Document) -> None:
    lines = [b.label for b in _blocks(summary, WriteIn) if isinstance(b, WriteIn) and b.lines == 1]
    assert lines == ["Name", "Appointment (date, time, with whom)"]


def test_sources_date_review_and_what_this_is_not_are_on_paper(summary: Document) -> None:
    about = summary.section("about")
    assert about is not None
    assert about.page == "detail"
    words = " ".join(b.text for b in about.blocks if isinstance(b, Paragraph))
    assert "does not diagnose" in words
    assert "November 23, 2026" in words
    assert "not yet reviewed by a clinician" in words
    assert summary.made_on == "November 23, 2026"
    listed = [i.number for b in _blocks(summary, Sources) for i in b.items]  # type: ignore[attr-defined]
    assert sorted(listed) == sorted(summary.source_numbers.values())
    assert sorted(listed) == list(range(1, len(listed) + 1))


def test_the_five_most_important_questions_are_on_page_one_with_whom_to_ask() -> None:
    own = "Will I lose my hair?"
    asked = ["who_to_call", own, "trial", "radiation_needed", "how_soon", "aim_of_treatment"]
    chosen = summary_of(findings=[{"place": "breast_tissue"}], questions=asked)
    first, more, _ = _blocks(chosen, Questions)
    assert isinstance(first, Questions)
    assert isinstance(more, Questions)
    content = load()
    assert tuple(question.text for question in first.items) == (
        content.question("who_to_call"),
        own,
        content.question("trial"),
        content.question("radiation_needed"),
        content.question("how_soon"),
    )
    assert tuple(question.whom for question in first.items) == (
        "nurse",
        "",
        "medical oncologist, for drugs",
        "radiation oncologist",
        "surgeon",
    )
    assert [question.id for question in more.items] == ["aim_of_treatment"]


def test_without_a_choice_the_case_suggests_the_questions() -> None:
    first = _blocks(summary_for("spread_not_settled"), Questions)[0]
    assert isinstance(first, Questions)
    assert 3 <= len(first.items) <= 5
    assert {question.id for question in first.items} <= set(all_questions())
    assert any("chest wall" in question.text for question in first.items)


def test_both_breasts_are_both_answered_and_both_marked() -> None:
    both = summary_for("both")
    about = [a.about for a in _blocks(both, Answer) if isinstance(a, Answer)]
    assert about == ["Your left breast", "Your right breast"]
    (rings,) = _blocks(both, Rings)
    assert isinstance(rings, Rings)
    assert [mark.where for mark in rings.marks] == ["in_situ", "invasive"]
    spread = [a for a in _blocks(summary_for("both_with_spread"), Answer) if isinstance(a, Answer)]
    assert spread[0].about == "Taken together"
    assert "cannot be told" in spread[2].sentences[1].text


@pytest.mark.parametrize("left", ["ducts_only", "lobules_only", "breast_tissue", None])
@pytest.mark.parametrize("right", ["ducts_only", "lobules_only", "breast_tissue", None])
@pytest.mark.parametrize("nodes", [(), ("left",), ("left", "right")], ids=str)
@pytest.mark.parametrize("bone", ["found", "suspected", "not_found"])
def test_nothing_is_said_of_one_breast_that_was_said_before(
    left: str | None, right: str | None, nodes: tuple[str, ...], bone: str
) -> None:
    found = [
        *(
            {"place": place, "side": side}
            for place, side in ((left, "left"), (right, "right"))
            if place
        ),
        *({"place": "nodes_armpit", "side": side} for side in nodes),
        {"place": "bone", "certainty": bone},
    ]
    both = summary_of(side="both", findings=found)
    cards = [b for b in _blocks(both, Answer) if isinstance(b, Answer)]
    said = [(*(s.text for s in card.sentences), card.distance) for card in cards]
    assert len(set(said)) == len(said)
    assert all(card.about for card in cards)
    why = both.section("why")
    reasons = [block.text for block in why.blocks if isinstance(block, Paragraph)] if why else []
    assert len(set(reasons)) == len(reasons)


def test_the_same_result_in_both_breasts_is_one_answer() -> None:
    found = [{"place": "breast_tissue", "side": side} for side in ("left", "right")]
    (card,) = _blocks(summary_of(side="both", findings=found), Answer)
    assert isinstance(card, Answer)
    assert card.about == "Both breasts"


def test_with_both_breasts_each_reason_stands_under_its_breast() -> None:
    why = summary_for("both").section("why")
    assert why is not None
    headings = [block.text for block in why.blocks if isinstance(block, Heading)]
    assert headings[:2] == ["Your left breast", "Your right breast"]
    assert isinstance(why.blocks[0], Heading)


def test_what_was_told_lists_what_counts_first_and_what_was_not_found_last() -> None:
    (table,) = _blocks(summary_for("above_collarbone"), Findings)
    assert isinstance(table, Findings)
    assert [row.certainty for row in table.rows] == [
        *("Found", "Found"),
        *("Possible, still being checked", "Not found"),
    ]
    assert [row.counts_as for row in table.rows] == [
        *("nearby", "in the breast"),
        *("only if found", "only if found"),
    ]


def test_what_a_person_wrote_is_printed_as_it_is() -> None:
    told = summary_of(findings=[], notes="First line\n\n  <b>second</b> #line ").section("told")
    assert told is not None
    texts = [block.text for block in told.blocks if isinstance(block, Paragraph)]
    assert texts[-2:] == ["First line", "<b>second</b> #line"]


def test_biology_is_repeated_but_not_judged() -> None:
    biology = {"type": "ductal", "er": "positive", "her2": "negative"}
    told = summary_of(findings=[], biology=biology).section("told")
    assert told is not None
    text = " ".join(block.text for block in told.blocks if isinstance(block, Paragraph))
    assert "ER: positive." in text
    assert "PR" not in text


def test_no_date_is_invented() -> None:
    answers = parse_answers(b'{"schema": 1, "findings": []}')
    assert made(answers, None).made_on == ""
    assert made(answers, dt.date(2027, 2, 1)).made_on == "February 1, 2027"


def test_every_term_that_is_marked_is_explained(summary: Document) -> None:
    content = load()
    for section in summary.sections:
        for block in section.blocks:
            for span in getattr(block, "spans", ()):
                if span.term:
                    assert content.glossary.entries[span.term].means.text
