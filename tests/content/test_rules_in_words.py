"""The report for a reviewer prints every rule of the reasoning as a sentence."""

from __future__ import annotations

import html
from collections.abc import Iterator

import pytest

from decision_aid.content import load
from decision_aid.content.report import review_report
from decision_aid.content.reviews import fingerprint
from decision_aid.content.rules_in_words import rule_in_words, rules_in_words
from decision_aid.domain import (
    FOLLOW_UPS,
    NOTES,
    PLACES,
    all_checks,
    all_decisions,
    all_options,
    all_questions,
    all_same_day_topics,
    all_values,
)
from decision_aid.domain.rule_book import Rule, Said, rule_book
from decision_aid.domain.rules import facts
from decision_aid.domain.rules.facts import Fact
from decision_aid.domain.rules.topics import MORE, NUMBERS, RESULTS, TREATMENT

BOOK = rule_book()


def told(said: Said, *, negated: bool = False) -> Iterator[tuple[str, bool]]:
    """Yield the name of every fact that a rule is made of, and whether it is negated."""
    if said.how == "fact":
        yield said.name, negated
    for part in said.parts:
        yield from told(part, negated=negated is not (said.how == "not"))


def ids(names: str) -> set[str]:
    return {one for rule in BOOK for part in rule.parts if part.names == names for one in part.ids}


def test_every_rule_is_in_the_report() -> None:
    report = html.unescape(review_report(load()))
    assert [rule for rule in BOOK if rule_in_words(rule, load()) not in report] == []


def test_the_book_holds_every_table() -> None:
    assert ids("place") == set(PLACES)
    assert ids("follow_up_answer") == {
        f"{place}.{answer}" for place, asked in FOLLOW_UPS.items() for answer in asked.answers
    }
    assert ids("topic") == {
        *(f"results/{name}" for name in RESULTS.values()),
        "results/spread_from_which_breast",
        *(f"notes/{note}" for note in NOTES),
        *(f"treatment/{name}" for name, _ in TREATMENT),
        *(f"more/{name}" for name, _ in MORE),
        *(f"numbers/{name}" for name in NUMBERS.values()),
        *all_same_day_topics(),
    }
    assert ids("decision") == set(all_decisions())
    assert ids("option") == set(all_options())
    assert ids("question") == set(all_questions())
    assert ids("value") == set(all_values())
    assert ids("check") == {check.id for check in all_checks()}


def test_every_fact_of_a_rule_has_words_and_no_words_are_left_over() -> None:
    used = {fact for rule in BOOK if rule.when is not None for fact in told(rule.when)}
    yes, no = load().labels("rule_fact"), load().labels("rule_fact_not")
    assert {name for name, negated in used if not negated} - {"always"} == set(yes)
    assert {name for name, negated in used if negated} == set(no)
    forms = {
        rule.form + ("_always" if rule.when and rule.when.name == "always" else "") for rule in BOOK
    }
    assert forms == set(load().labels("rule"))
    assert {rule.chapter for rule in BOOK} == set(load().labels("rule_chapter"))


def test_a_rule_reads_as_a_sentence() -> None:
    lines = rules_in_words(load())["treatment"]
    aim = load().topic("treatment/aim_cure").title
    (line,) = [line for line in lines if f"“{aim}”" in line]
    assert line == (
        f"Explain “{aim}” when the result is invasive and not found in distant parts, and "
        "(together: it can be told if it is metastatic, and “metastatic” is not open any more)."
    )


@pytest.mark.parametrize("chapter", sorted({rule.chapter for rule in BOOK}))
def test_no_sentence_has_an_id_or_a_gap_in_it(chapter: str) -> None:
    for line in rules_in_words(load())[chapter]:  # type: ignore[index]
        assert "_" not in line
        assert "{" not in line
        assert "  " not in line
        assert "“”" not in line


def test_not_of_several_is_said_of_each() -> None:
    def in_words(fact: Fact) -> str:
        parts = next(rule for rule in BOOK if rule.form == "explain").parts
        return rule_in_words(Rule("treatment", "explain", parts, fact.said), load())

    both = facts.CAME_BACK & facts.IN_BREAST
    said = in_words(~both)
    assert said == in_words(~facts.CAME_BACK | ~facts.IN_BREAST)
    assert "it did not come back, or nothing was found in the breast" in said
    assert in_words(~~both) == in_words(both)


def test_a_changed_rule_takes_its_signature_away(monkeypatch: pytest.MonkeyPatch) -> None:
    before = fingerprint(load(), "rules")
    monkeypatch.setattr("decision_aid.content.rules_in_words.rule_book", lambda: BOOK[1:])
    assert fingerprint(load(), "rules") != before
