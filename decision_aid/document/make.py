"""Makes the one document: what a case comes to goes in, its words are looked up, pages come out."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator
from typing import TYPE_CHECKING

from decision_aid.content import Content, Topic
from decision_aid.document.answer import answers, result_topics, rings
from decision_aid.document.blocks import WriteIn
from decision_aid.document.body_map import body_blocks
from decision_aid.document.closing import Edition, clinic_section, closed
from decision_aid.document.deciding import (
    checks,
    comparisons,
    decisions,
    decisions_in_lines,
    numbers_of_compared,
    sure_questions,
    sure_replies,
    values,
    what_matters,
)
from decision_aid.document.draft import Draft, called_for, first_and_more
from decision_aid.document.explaining import (
    aim,
    aim_if_open,
    aim_in_short,
    could_change,
    limits,
    more_treatment,
    reasons,
    same_day,
    steps_of_treatment,
    support,
)
from decision_aid.document.findings import lines_to_fill_in, what_was_said
from decision_aid.document.handoff import what_to_bring
from decision_aid.document.model import Document, Place, Section
from decision_aid.domain import Assessment, Kind

if TYPE_CHECKING:
    from decision_aid.clinic.clinic_policy import ClinicPolicy


def make_document(
    assessment: Assessment,
    content: Content,
    made_on: dt.date | None,
    today: dt.date | None = None,
    clinic: ClinicPolicy | None = None,
    *,
    example_only: bool = False,
) -> Document:
    """Return the document of a case.

    Args:
        assessment: what the answers come to.
        content: the words of one language.
        made_on: the day that stands on it, or ``None`` for none.
        today: the day by which it is judged if words were checked too long ago; by default the
            day that stands on it, else today.
        clinic: the clinic whose kiosk this is; its words have a section of their own.
        example_only: whether the case was only supposed; then every surface says so.

    Raises:
        ContentError: if a content file is broken.
    """
    draft = Draft(assessment, content, clinic)
    sections = [section for section in _sections(draft) if section.blocks]
    edition = Edition(
        made_on,
        today=today or made_on or dt.datetime.now(tz=dt.UTC).date(),
        words_on_paper="words" in draft.chosen,
        words_chosen=assessment.answers.sections is not None,
        example_only=example_only,
    )
    return closed(sections, topics_of(assessment, content), content, edition)


def topics_of(assessment: Assessment, content: Content) -> tuple[Topic, ...]:
    """Return every topic that the screens and the paper of this case are made of."""
    ids = (
        *result_topics(assessment),
        *assessment.notes,
        *assessment.treatment,
        *assessment.more,
        *(f"decisions/{decision.id}" for decision in assessment.decisions),
        *(f"options/{option}" for option in assessment.options),
        *assessment.same_day,
        *assessment.numbers,
    )
    return tuple(content.topic(topic) for topic in ids)


def _sections(draft: Draft) -> Iterator[Section]:
    yield from _first_page(draft)
    yield from _what_it_means(draft)
    yield from _to_decide(draft)
    yield from _more(draft)


def _first_page(draft: Draft) -> Iterator[Section]:
    content = draft.content
    first, _ = first_and_more(draft)
    yield draft.section("to_fill_in", lines_to_fill_in(content), "first")
    yield draft.section("answer", answers(draft.assessment, content), "first")
    yield draft.section("told", what_was_said(draft.assessment, content), "first")
    yield draft.section("body", body_blocks(draft.answers, content), "first")
    yield draft.section("aim_in_short", aim_in_short(draft), "first")
    yield draft.section("questions", [first], "first")
    yield draft.section("room_to_write", [WriteIn(label="", lines=3)], "first")


def _what_it_means(draft: Draft) -> Iterator[Section]:
    yield draft.section("why", reasons(draft), "detail")
    if draft.result.kind is not Kind.OUT_OF_SCOPE:
        # There the two words do not fit, and the picture of them would mislead.
        beside_why: Place = "detail" if "why" in draft.chosen else "screen"
        yield draft.section("picture", [rings(draft.assessment, draft.content)], beside_why)
    yield draft.section("could_change", could_change(draft), "detail")
    yield draft.section("limits", limits(draft), "detail")
    yield draft.section("treatment", aim(draft), "detail")
    yield draft.section("aim_then", aim_if_open(draft), "screen")
    yield draft.section("steps", steps_of_treatment(draft), "detail")


def _to_decide(draft: Draft) -> Iterator[Section]:
    yield draft.section("decisions", decisions_in_lines(draft), "detail")
    yield draft.section("comparison", comparisons(draft), "detail")
    yield draft.section("values", what_matters(draft), "detail")
    yield draft.section("sure", sure_replies(draft), "detail")
    yield draft.section_as_it_is("options", decisions(draft), "screen")
    yield draft.section_as_it_is("weighing", values(draft), "screen")
    yield draft.section_as_it_is("understanding", checks(draft), "screen")
    yield draft.section_as_it_is("sure_test", sure_questions(draft.content), "screen")
    yield draft.section_as_it_is("called_for", [called_for(draft)], "screen")


def _more(draft: Draft) -> Iterator[Section]:
    _, more = first_and_more(draft)
    if more.items:
        yield draft.section("more_questions", [more], "detail")
    yield draft.section("same_day", same_day(draft), "detail")
    if draft.clinic is not None:
        yield clinic_section(draft.clinic, draft.content)
    yield draft.section("same_day_more", draft.topics(draft.assessment.same_day), "screen")
    studied = tuple(numbers_of_compared(draft))
    yield draft.section("numbers", (*draft.topics(draft.assessment.numbers), *studied), "detail")
    yield draft.section("treatment_more", more_treatment(draft), "screen")
    yield draft.section("support", support(draft), "screen")
    yield draft.section("more", draft.topics(draft.assessment.more), "screen")
    yield draft.section_as_it_is("bring", [what_to_bring(draft.content)], "phone")
