"""Every picture of 100 says what its row says, and every row stands on a source."""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from xml.etree import ElementTree as ET

import pytest

from decision_aid.content import load, readability
from decision_aid.content.entries import OutcomeRow
from decision_aid.document.deciding_blocks import Numbers
from decision_aid.document.icon_arrays import PEOPLE, icon_arrays_svg, whole
from decision_aid.document.numbers import numbers_of
from decision_aid.document.picture_blocks import PrintPalette
from decision_aid.document.text import render_text
from decision_aid.domain import DecisionId, OptionId, all_decisions
from tests.document.conftest import summary_of

CONTENT = load()
EVERY = [
    (key, number, row)
    for key, one in CONTENT.numbers.items()
    for number, row in enumerate(one.outcomes)
]
LEAST_ROWS = 40
SVG = "{http://www.w3.org/2000/svg}"


def shown(key: str) -> Numbers:
    one = CONTENT.numbers[key]
    found = numbers_of(DecisionId(one.decision), [OptionId(one.option)], CONTENT)
    return next(numbers for numbers in found if numbers.id == key)


def test_there_are_enough_of_them() -> None:
    assert len(EVERY) >= LEAST_ROWS


@pytest.mark.parametrize(("key", "number", "row"), EVERY, ids=lambda v: str(v)[:40])
def test_every_picture_is_its_row(key: str, number: int, row: OutcomeRow) -> None:
    block = shown(key).outcomes[number]
    assert [arm.of_100 for arm in block.arms] == [whole(n) for n in row.of_100]
    svg = ET.fromstring(icon_arrays_svg(block, PrintPalette()))
    discs = [one for one in svg.iter(f"{SVG}circle") if one.get("r") != "2"]
    assert len(discs) == 2 * PEOPLE
    fewest, most = sorted(arm.of_100 for arm in block.arms)
    kinds = Counter((one.get("fill"), one.get("stroke-width")) for one in discs)
    palette = PrintPalette()
    assert kinds[palette.breast, "1"] == 2 * fewest
    assert kinds[palette.paper, "4"] == most - fewest


@pytest.mark.parametrize(("key", "number", "row"), EVERY, ids=lambda v: str(v)[:40])
def test_every_sentence_gives_both_frames_and_its_source(
    key: str, number: int, row: OutcomeRow
) -> None:
    block = shown(key).outcomes[number]
    assert block.sentence.sources == (row.source,)
    assert row.source in CONTENT.sources
    for arm, of_100 in zip(block.arms, row.of_100, strict=True):
        assert f"{arm.name}: {arm.told} people" in block.sentence.text
        if 0 < of_100 < 1:
            assert arm.told == "fewer than 1 of 100"
        else:
            assert f"about {whole(of_100)} of 100" == arm.told
            assert f"The other {100 - whole(of_100)} " in block.sentence.text


@pytest.mark.parametrize("key", CONTENT.numbers)
def test_each_says_for_whom_it_holds_how_sure_it_is_and_what_it_cannot_tell(key: str) -> None:
    one = shown(key)
    assert one.people
    assert one.limits
    for row, block in zip(CONTENT.numbers[key].outcomes, one.outcomes, strict=True):
        assert CONTENT.label(f"numbers_certainty.{row.certainty}") in block.note
        assert CONTENT.label(f"numbers_design.{row.design}") in block.note
        assert len(block.arms) == 2


def test_no_figure_stands_in_the_words_but_in_the_rows() -> None:
    groups = ("numbers_outcome", "numbers_yes", "numbers_no", "numbers_with", "numbers_without")
    for group in groups:
        for text in CONTENT.labels(group).values():
            assert not re.search(r"\d+ (of|in) \d", text), text


def test_the_words_are_plain() -> None:
    texts = [
        text
        for key in CONTENT.numbers
        for numbers in [shown(key)]
        for text in (numbers.people, numbers.limits, *(o.sentence.text for o in numbers.outcomes))
    ]
    level = readability.count(texts)
    assert level.flesch_kincaid <= 6


def test_one_outcome_and_time_stands_once_in_a_comparison() -> None:
    seen = defaultdict(list)
    for key, _, row in EVERY:
        seen[key].append((row.outcome, row.when))
    assert [key for key, rows in seen.items() if len(set(rows)) < len(rows)] == []


def test_numbers_belong_to_decisions_that_there_are() -> None:
    assert {one.decision for one in CONTENT.numbers.values()} <= set(all_decisions())


COMPARED = {
    "side": "left",
    "came_back": False,
    "findings": [{"place": "breast_tissue"}],
    "compared": ["lumpectomy_radiation", "mastectomy"],
}


def test_on_paper_they_stand_only_if_they_were_chosen() -> None:
    title = CONTENT.label("numbers_title.lumpectomy_or_mastectomy").upper()
    assert title in render_text(summary_of(**COMPARED, sections=["numbers"]))
    assert title not in render_text(summary_of(**COMPARED))
    assert title not in render_text(
        summary_of(**{**COMPARED, "compared": []}, sections=["numbers"])
    )
