"""While something could still turn an answer, nothing that is said of the case denies it."""

from __future__ import annotations

import json
import re
from collections.abc import Iterable
from typing import Final

import pytest

from decision_aid.cli.classify import to_json
from decision_aid.content import Content, load
from decision_aid.document.blocks import Answer, Findings
from decision_aid.document.picture_blocks import Rings
from decision_aid.domain import NOTES, Answers, Certainty, Kind, meaning_of
from decision_aid.domain.rules.topics import TREATMENT, all_topics
from tests.document.open_cases import Told, cases, texts_of, told

DENIES_METASTATIC: Final = re.compile(
    "|".join(
        (
            r"not (a )?metastatic",
            r"\b(no|not|not a|not an) (distant )?(spread|metastas)",
            r"\b(no|not) farther",
            r"(has|have|had|was|were) not (yet )?(been )?(spread|reached|found)",
            r"not (been )?found (farther|in)",
            r"only (in|near|beside) the breast",
            r"not gone far",
            r"(cannot|never) (reach|travel|spread)",
            r"not stage (iv|4)",
            r"(?<!at least )\bstages? i{1,3}\b",
            r"\baim(s|ed)?\b.*\bcure",
        )
    ),
    re.IGNORECASE,
)
DENIES_INVASIVE: Final = re.compile(
    r"\bnot invasive|\bnon-?invasive|\bonly in place|in place only|only in the ducts|"
    r"(has|have|had) not (yet )?(grown|broken|left)|stays? in place",
    re.IGNORECASE,
)
# What holds of everybody, and names no person's case.
GENERAL_TRUTHS: Final = frozenset(
    (
        "A few stray cells count as no spread",
        "By itself it cannot reach distant parts of the body",
        "By itself it cannot reach other parts of the body",
        "By itself, cancer that is in place cannot reach distant parts of the body",
        "By themselves they are stage III (3), not stage IV (4)",
        "Cancer that is in place cannot reach the nodes",
        "Cells in tiny vessels are not a spread",
        "Cells that are only in the ducts cannot travel",
        "If it is only near the breast, the aim is to cure",
        "In one large study, cancer had not spread far, and some women said no to surgery",
        "In the breast or nearby, treatment aims to cure",
        "In the other armpit, some teams aim to cure",
        "After two years, invasive cancer was not found more often than with surgery planned",
        "It can help to guide treatment, but it is not a spread by itself",
        "Most invasive breast cancers are not metastatic",
        "Near the breast, that alone is not stage IV (4)",
        "Several spots in one breast is not spread",
        "Still, many centers treat cancer in the other armpit with the aim to cure",
        "Spots can be only in the ducts, or they can be invasive",
        "The women in the study had stage I to III (1 to 3), and surgery first",
        "Treatment that aims to cure differs from treatment that aims to control",
        "“Metastasis” in a nearby node is not stage IV",
    )
)


@pytest.fixture(scope="module")
def content() -> Content:
    return load()


@pytest.fixture(scope="module")
def every(content: Content) -> list[Told]:
    return [told(answers, content) for answers in cases()]


def test_every_result_note_and_treatment_is_met_while_something_is_open(every: list[Told]) -> None:
    met: set[str] = set()
    for one in every:
        if one.seen.result.open.metastatic:
            met.update((one.seen.topic, *one.seen.topics_of_breasts.values()))
            met.update((*one.seen.notes, *one.seen.treatment))
    results = {topic for topic in all_topics() if topic.startswith("results/")}
    wanted = results | {f"notes/{n}" for n in NOTES} | {f"treatment/{n}" for n, _ in TREATMENT}
    # These say that it is settled.
    assert wanted - met == {"treatment/aim_cure", "notes/came_back_in_place"}


def test_both_answers_are_met_open_and_settled(every: list[Told]) -> None:
    results = [one.seen.result for one in every]
    assert {(r.invasive, r.open.invasive) for r in results} >= {
        *((False, True), (None, True), (True, False), (True, True))
    }
    assert {(r.metastatic, r.open.metastatic) for r in results} >= {
        *((False, True), (None, True), (True, False), (True, True), (False, False))
    }


def _denials(told_while_open: Iterable[Told], denies: re.Pattern[str]) -> dict[str, Answers]:
    """Return each sentence that denies what is open, with one case of which it is said."""
    said = {sentence: one.seen.answers for one in told_while_open for sentence in one.sentences}
    return {
        sentence: answers
        for sentence, answers in said.items()
        if denies.search(sentence) and sentence.rstrip(".") not in GENERAL_TRUTHS
    }


def test_no_sentence_denies_that_it_could_be_metastatic(every: list[Told]) -> None:
    still_open = (one for one in every if one.seen.result.open.metastatic)
    assert _denials(still_open, DENIES_METASTATIC) == {}


def test_no_sentence_denies_that_it_could_be_invasive(every: list[Told]) -> None:
    still_open = (
        one
        for one in every
        if one.seen.result.open.invasive
        and all(side.open.invasive for side in one.seen.result.sides.values())
    )
    assert _denials(still_open, DENIES_INVASIVE) == {}


def test_every_general_truth_is_met(every: list[Told]) -> None:
    """So the list stays as short as it can be."""
    said = {sentence.rstrip(".") for one in every for sentence in one.sentences}
    assert said >= GENERAL_TRUTHS
    for truth in GENERAL_TRUTHS:
        assert DENIES_METASTATIC.search(truth) or DENIES_INVASIVE.search(truth), truth


def test_the_answer_is_not_known_yet_and_names_what_keeps_it_open_in_the_same_breath(
    every: list[Told], content: Content
) -> None:
    for one in every:
        result = one.seen.result
        blocks = [block for block in one.document.blocks("answer") if isinstance(block, Answer)]
        first, second = (" ".join(b.sentences[n].text for b in blocks) for n in (0, 1))
        for shown in result.sides.values() or (result,):
            for change in shown.could_change:
                label = content.place(change.place).label
                assert label in first or not change.turns_invasive, one.seen.answers
                assert label in second or not change.turns_metastatic, one.seen.answers
        for text in one.seen.answers.not_read:
            assert text in first or not result.open.invasive
            assert text in second or not result.open.metastatic
        for question, sentences in (("invasive", first), ("metastatic", second)):
            answer, still_open = getattr(result, question), getattr(result.open, question)
            if still_open and answer is not True and result.kind is not Kind.OUT_OF_SCOPE:
                # Of two breasts, one may say so of itself in the words of its own answer.
                settled = answer is None or result.sides
                wanted = "not known yet" if settled else f"not known yet to be {question}"
                assert wanted in sentences, one.seen.answers


def test_of_two_breasts_the_answer_of_each_denies_nothing_that_is_open_for_it(
    every: list[Told], content: Content
) -> None:
    met = 0
    for one in every:
        blocks = [block for block in one.document.blocks("answer") if isinstance(block, Answer)]
        about = {block.about: block for block in blocks}
        for side, result in one.seen.result.sides.items():
            titles = (content.label(f"side_title.{part}") for part in (side, "both"))
            block = next((about[title] for title in titles if title in about), None)
            if block is None:
                assert one.seen.result.metastatic is not False
                (block,) = blocks
            first, second = (sentence.text for sentence in block.sentences)
            if result.open.invasive and not result.invasive:
                met += 1
                assert "not known yet" in first or result.kind is Kind.OUT_OF_SCOPE
                assert not DENIES_INVASIVE.search(first), one.seen.answers
            if result.open.metastatic and not result.metastatic:
                assert "not known yet" in second or result.kind is Kind.OUT_OF_SCOPE
                assert not DENIES_METASTATIC.search(second), one.seen.answers
    assert met > 100


def test_the_table_of_findings_counts_nothing_that_is_not_settled(
    every: list[Told], content: Content
) -> None:
    not_counted = content.label("counts_as.not_counted")
    not_settled = content.label("counts_as.not_settled")
    for one in every:
        rows = one.document.blocks("told")
        table = next((block for block in rows if isinstance(block, Findings)), None)
        for finding in one.seen.answers.findings:
            assert table is not None
            label = content.place(finding.place).label
            counts_as = {row.counts_as for row in table.rows if label in row.place}
            if finding.certainty is not Certainty.FOUND:
                assert not_counted in counts_as, one.seen.answers
            elif len(meaning_of(finding)) == 2:
                assert not_settled in counts_as, one.seen.answers
            else:
                assert not_counted not in counts_as, one.seen.answers


def test_json_keeps_what_was_found_and_says_beside_it_what_is_open(every: list[Told]) -> None:
    for one in every:
        result = one.seen.result
        given = json.loads(to_json(result))
        said = [(result, given), *((s, given["sides"][k]) for k, s in result.sides.items())]
        for part, told_of_it in said:
            assert told_of_it["invasive"] is part.invasive
            assert told_of_it["metastatic"] is part.metastatic
            assert told_of_it["open"] == part.open._asdict()
            turning = {c.place for c in part.could_change if c.turns_invasive or c.turns_metastatic}
            assert {change["place"] for change in told_of_it["could_change"]} >= turning


def test_the_picture_marks_what_is_open(every: list[Told]) -> None:
    for one in every:
        pictures = [block for block in one.document.blocks("picture") if isinstance(block, Rings)]
        result = one.seen.result
        for rings in pictures:
            dashed = [mark.where for mark in rings.marks if mark.still_open]
            would_be = {change.would_be for change in result.could_change}
            far = Kind.METASTATIC in would_be or not would_be
            if result.open.metastatic and not result.metastatic and far:
                assert dashed == ["metastatic"]
            elif result.open.invasive and not result.invasive:
                assert dashed == ["invasive"]
            else:
                assert dashed == []


def test_while_it_is_open_the_aim_is_not_simply_to_cure_and_no_number_is_given(
    every: list[Told],
) -> None:
    for one in every:
        if one.seen.result.open.metastatic and one.seen.result.metastatic is not True:
            assert "treatment/aim_cure" not in one.seen.treatment
            assert one.seen.numbers == ()


def test_whatever_could_change_an_answer_is_named_with_what_it_would_do_to_the_aim(
    every: list[Told], content: Content
) -> None:
    met = 0
    for one in every:
        result = one.seen.result
        named = list(texts_of(tuple(one.document.blocks("could_change"))))
        aims = list(texts_of(tuple(one.document.blocks("treatment"))))
        for side, part in ((None, result), *result.sides.items()):
            for change in part.could_change:
                if change.side not in {None, side or change.side}:
                    continue
                label = content.place(change.place).label
                assert any(label in text for text in named), one.seen.answers
                if change.would_be is not part.kind:
                    met += side is not None
                    assert any(label in text for text in aims), one.seen.answers
    assert met > 100
