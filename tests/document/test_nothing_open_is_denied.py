"""While something could still turn an answer, no sentence of the document says the opposite."""

from __future__ import annotations

import itertools
import re
from collections.abc import Iterator
from typing import Any, Final

import pytest

from decision_aid.cli.explain import explain
from decision_aid.content import Content, load
from decision_aid.document.blocks import Answer
from decision_aid.document.make import make_document
from decision_aid.document.model import Document, as_json_data
from decision_aid.document.picture_blocks import Rings
from decision_aid.domain import Answers, Assessment, Finding, Side, assess
from tests.domain.cases import found, suspected, unknown

FOUND: Final = (
    (),
    (found("ducts_only"),),
    (found("lobules_only"),),
    (found("breast_tissue"),),
    (found("nodes_above_collarbone"),),
    (found("scar_or_chest_skin"),),
    (found("inflammatory"), found("nodes_armpit")),
    (found("nipple_paget", "not_sure"),),
    (found("several_spots", "only_in_ducts"),),
    (found("chest_wall", "not_sure"), found("breast_tissue")),
    (found("ducts_only"), found("blood_cells"), found("bone_marrow_cells")),
    (found("liver"),),
)
OPEN: Final[tuple[tuple[Finding, ...], ...]] = (
    (suspected("lung"),),
    (unknown("lung"),),
    (suspected("breast_muscle"),),
    (unknown("nodes_in_breast"),),
    (suspected("not_carcinoma"),),
    (suspected("breast_muscle"), unknown("brain"), suspected("lung")),
)
DENIES_METASTATIC: Final = re.compile(
    r"\bnot metastatic|\bno (distant )?(spread|metastas)|has not (spread|reached)|"
    r"not (been )?found (farther|in distant)|no farther|only in the breast|has not gone far",
    re.IGNORECASE,
)
DENIES_INVASIVE: Final = re.compile(
    r"\bnot invasive|\bnon-?invasive|still in place only|have not (grown|broken)|has not grown out",
    re.IGNORECASE,
)


def _cases() -> Iterator[Answers]:
    for findings, still_open in itertools.product(FOUND, OPEN):
        for came_back, side in itertools.product((None, True), (None, Side.BOTH)):
            yield Answers((*findings, *still_open), side, came_back)
    for still_open in OPEN:
        left = [found("ducts_only", side=Side.LEFT), found("breast_tissue", side=Side.RIGHT)]
        yield Answers((*left, *still_open), Side.BOTH)
    for findings in FOUND:
        yield Answers(findings, not_read=("hepatic 2 cm?",))


@pytest.fixture(scope="module")
def content() -> Content:
    return load()


@pytest.fixture(scope="module")
def every(content: Content) -> list[tuple[Assessment, Document]]:
    return [(seen, make_document(seen, content, None)) for seen in map(assess, _cases())]


def _texts(part: Any) -> Iterator[str]:
    if isinstance(part, str):
        yield part
    elif isinstance(part, dict):
        if "spans" in part:
            yield "".join(span["text"] for span in part["spans"])
        for name, value in part.items():
            if name != "spans":
                yield from _texts(value)
    elif isinstance(part, list):
        for value in part:
            yield from _texts(value)


# What a document says of the words themselves, and of sources, names nobody's case.
_GENERAL: Final = {"words", "sources", "more_sources"}


def _said(summary: Document) -> list[str]:
    return [
        text
        for section in summary.sections
        if section.id not in _GENERAL
        for text in _texts(as_json_data(section))
    ]


def test_what_is_open_is_met_for_each_answer(every: list[tuple[Assessment, Document]]) -> None:
    met = {(seen.result.invasive, seen.result.open.invasive) for seen, _ in every}
    met_far = {(seen.result.metastatic, seen.result.open.metastatic) for seen, _ in every}
    assert {(False, True), (None, True), (True, False)} <= met
    assert {(False, True), (None, True), (True, True), (False, False)} <= met_far


def test_no_sentence_denies_that_it_could_be_metastatic(
    every: list[tuple[Assessment, Document]], content: Content
) -> None:
    for seen, summary in every:
        if seen.result.open.metastatic:
            for text in (*_said(summary), *explain(seen, content).split("\n\n")):
                assert not DENIES_METASTATIC.search(" ".join(text.split())), (text, seen.answers)


def test_no_sentence_denies_that_it_could_be_invasive(
    every: list[tuple[Assessment, Document]], content: Content
) -> None:
    for seen, summary in every:
        if seen.result.open.invasive and not seen.result.sides:
            for text in (*_said(summary), *explain(seen, content).split("\n\n")):
                assert not DENIES_INVASIVE.search(" ".join(text.split())), (text, seen.answers)


def test_the_answer_names_what_keeps_it_open_in_the_same_breath(
    every: list[tuple[Assessment, Document]], content: Content
) -> None:
    for seen, summary in every:
        section = summary.section("answer")
        assert section is not None
        blocks = [block for block in section.blocks if isinstance(block, Answer)]
        said = [" ".join(block.sentences[1].text for block in blocks)]
        said.insert(0, " ".join(block.sentences[0].text for block in blocks))
        result = seen.result
        shown = tuple(result.sides.values()) or (result,)
        for change in (change for one in shown for change in one.could_change):
            label = content.place(change.place).label
            if change.turns_invasive:
                assert label in said[0], seen.answers
            if change.turns_metastatic:
                assert label in said[1], seen.answers
        if result.open.metastatic and result.metastatic is False:
            assert "not known yet to be metastatic" in said[1], seen.answers
        for text in seen.answers.not_read:
            if result.open.metastatic:
                assert text in said[1], seen.answers


def test_the_picture_marks_what_is_open(every: list[tuple[Assessment, Document]]) -> None:
    for seen, summary in every:
        section = summary.section("picture")
        if section is None:
            continue
        (rings,) = (block for block in section.blocks if isinstance(block, Rings))
        dashed = [mark.where for mark in rings.marks if mark.still_open]
        result = seen.result
        if result.open.metastatic and not result.metastatic:
            assert dashed == ["metastatic"]
        elif result.open.invasive and not result.invasive:
            assert dashed == ["invasive"]
        else:
            assert dashed == []


def test_while_it_is_open_the_aim_is_not_simply_to_cure_and_no_number_is_given(
    every: list[tuple[Assessment, Document]],
) -> None:
    for seen, _ in every:
        if seen.result.open.metastatic and seen.result.metastatic is not True:
            assert "treatment/aim_cure" not in seen.treatment
            assert seen.numbers == ()
