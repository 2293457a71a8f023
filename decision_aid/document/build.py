"""Builds the one summary: a classification comes in, its words are looked up, a page comes out."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import cached_property
from typing import TYPE_CHECKING

from decision_aid.content import Block, Bullets, Content, Paragraph, Span, Topic, paragraphs
from decision_aid.document.answer import answers as answer_blocks
from decision_aid.document.answer import result_topics, rings
from decision_aid.document.body_map import body_blocks
from decision_aid.document.clinic import clinic_section
from decision_aid.document.findings import findings_table, place_label
from decision_aid.document.finish import finished
from decision_aid.document.model import (
    Callout,
    Heading,
    PaperPage,
    Questions,
    Section,
    SectionId,
    Summary,
    SummaryBlock,
    WriteIn,
)
from decision_aid.document.options import (
    comparisons,
    decisions_list,
    sure_blocks,
    values_blocks,
)
from decision_aid.domain import (
    Answers,
    Assessment,
    Biology,
    Classification,
    Finding,
    Kind,
    PossibleChange,
    QuestionId,
    asks_what_is_unknown,
    assess,
    questions_on_first_page,
)

if TYPE_CHECKING:
    from decision_aid.clinic.clinic_policy import ClinicPolicy

_MOST_WITH_TWO_LINES = 3
_MORE_SUGGESTIONS = 6
_SAID_OF = {
    Kind.NOT_CANCER: "no_cancer",
    Kind.CANNOT_TELL: "not_settled",
    Kind.OUT_OF_SCOPE: "tumor",
}
_AIM = ("treatment/aim_", "treatment/spread_")
_STEPS = ("treatment/steps_",)
_OWN_SECTION = {"treatment/call_the_same_day", "treatment/support"}
USUAL_SECTIONS: frozenset[str] = frozenset(
    {
        "why",
        "could_change",
        "limits",
        "treatment",
        "decisions",
        "comparison",
        "same_day",
        "more_questions",
        "words",
    }
)
"""What stands on paper after the first page unless the person chooses otherwise."""


@dataclass(frozen=True)
class _Draft:
    assessment: Assessment
    content: Content
    clinic: ClinicPolicy | None

    @property
    def answers(self) -> Answers:
        return self.assessment.answers

    @property
    def result(self) -> Classification:
        return self.assessment.result

    def section(
        self, section_id: SectionId, blocks: Iterable[SummaryBlock], page: PaperPage
    ) -> Section:
        title = self.content.label(f"section.{section_id}")
        if page == "detail" and section_id not in self.chosen:
            page = "screen"
        return Section(section_id, title, tuple(blocks), page)

    @property
    def chosen(self) -> frozenset[str]:
        """The sections that stand on paper after the first page."""
        if self.answers.sections is not None:
            return frozenset(self.answers.sections)
        first, more = self.asked
        own = bool(self.answers.questions)
        usual = set(USUAL_SECTIONS)
        # What is only suggested is not worth another sheet; what options depend on is.
        if not own and not any(map(asks_what_is_unknown, more)):
            usual.discard("more_questions")
        # A question about what matters most to me needs the page that says it.
        if QuestionId("what_matters_most") in {*first, *more}:
            usual.add("values")
        return frozenset(usual)

    @cached_property
    def asked(self) -> tuple[tuple[str, ...], tuple[str, ...]]:
        """The questions of the first page, and the others."""
        own = self.answers.questions
        from_sure = self.assessment.questions_from_sure
        asked = tuple(own) or tuple(map(str, (*from_sure, *self.assessment.questions)))
        most = questions_on_first_page(asked, chosen=bool(own), from_sure=len(from_sure))
        more = asked[most:]
        return asked[:most], more if own else more[:_MORE_SUGGESTIONS]


def build(
    answers: Answers,
    content: Content,
    made_on: dt.date | None,
    today: dt.date | None = None,
    clinic: ClinicPolicy | None = None,
    *,
    example_only: bool = False,
) -> Summary:
    """Return the summary of these answers.

    Args:
        answers: what the person said.
        content: the words of one language.
        made_on: the day that stands on it, or ``None`` for none.
        today: the day by which it is judged if words were checked too long ago; by default the
            day that stands on it, else today.
        clinic: the clinic whose kiosk this is; its words have a section of their own.
        example_only: whether the case was only supposed; then every surface says so.

    Raises:
        ContradictionError: if the answers contradict each other.
        ContentError: if a content file is broken.
    """
    assessment = assess(answers)
    draft = _Draft(assessment, content, clinic)
    sections = [section for section in _sections(draft) if section.blocks]
    return finished(
        sections,
        topics_of(assessment, content),
        content,
        made_on,
        today=today or made_on or dt.datetime.now(tz=dt.UTC).date(),
        words_on_paper="words" in draft.chosen,
        words_chosen=answers.sections is not None,
        example_only=example_only,
    )


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


def _sections(draft: _Draft) -> Iterator[Section]:
    content = draft.content
    first, more = _questions(draft)
    yield draft.section("questions", [first], "first")
    yield draft.section("told", _told(draft), "first")
    yield draft.section("answer", answer_blocks(draft.assessment, content), "first")
    yield draft.section("body", body_blocks(draft.answers, draft.answers.chest, content), "first")
    if draft.result.kind is not Kind.OUT_OF_SCOPE:
        # There the two words do not fit, and the picture of them would mislead.
        yield draft.section("picture", [rings(draft.assessment, content)], "first")
    yield draft.section("room_to_write", [WriteIn(label="", lines=3)], "first")
    yield draft.section("why", _why(draft), "detail")
    yield draft.section("could_change", _could_change(draft), "detail")
    yield draft.section("limits", _result_section(draft, "limits"), "detail")
    yield draft.section("treatment", _aim(draft), "detail")
    yield draft.section("steps", _treatment(draft, *_STEPS), "detail")
    yield draft.section("decisions", _decisions(draft), "detail")
    yield draft.section("comparison", _comparison(draft), "detail")
    yield draft.section("values", _values(draft), "detail")
    yield draft.section("sure", sure_blocks(draft.answers.sure, content), "detail")
    yield draft.section("same_day", _same_day(draft), "detail")
    if draft.clinic is not None:
        yield clinic_section(draft.clinic, content)
    yield draft.section("same_day_more", _same_day_more(draft), "screen")
    yield draft.section("numbers", _numbers(draft), "detail")
    yield draft.section("treatment_more", _more_treatment(draft), "screen")
    yield draft.section("support", _support(draft), "screen")
    if more.items:
        yield draft.section("more_questions", [more], "detail")
    yield draft.section("more", _more(draft), "screen")


def _told(draft: _Draft) -> Iterator[SummaryBlock]:
    content, case = draft.content, draft.answers
    yield WriteIn(label=content.label("summary.name"), lines=1)
    yield WriteIn(label=content.label("summary.appointment"), lines=1)
    said = [*_side_and_timing(draft), *_biology(draft)]
    line = " ".join(text for text in said if text)
    if line:
        yield _plain(line)
    if case.findings:
        yield findings_table(case, content)
    else:
        yield _plain(content.label("told.nothing"))
    if draft.answers.notes.strip():
        yield Heading(text=content.label("told.notes"))
        for part in draft.answers.notes.strip().splitlines():
            if part.strip():
                yield _plain(part.strip())


def _side_and_timing(draft: _Draft) -> Iterator[str]:
    """Say which side, and first time or not, without calling cancer what is none or not settled."""
    case, kind = draft.answers, draft.result.kind
    about = _SAID_OF.get(kind, "cancer")
    if case.side is not None:
        yield draft.content.label(f"told.{about}_{case.side}")
    if case.came_back is not None and (about == "cancer" or case.came_back):
        before = case.came_back if about == "cancer" else "before"
        yield draft.content.label(f"told.came_back_{before}")


def _biology(draft: _Draft) -> Iterator[str]:
    yield from _reports(draft.answers.biology, draft.content)
    for side, reports in draft.answers.reports_by_side().items():
        said = " ".join(_reports(reports, draft.content))
        if said:
            yield draft.content.label(f"of_breast.{side}", text=said)


def _reports(reports: Biology, content: Content) -> Iterator[str]:
    for field, value in reports._asdict().items():
        if value not in {"unknown", "does_not_apply"}:
            yield content.label(f"biology.{field}_{value}")


def _plain(text: str) -> Paragraph:
    return Paragraph(spans=(Span(text=text),))


def _questions(draft: _Draft) -> tuple[Questions, Questions]:
    first, more = draft.asked
    lead = "lead_chosen" if draft.answers.questions else "lead_suggested"
    return (
        _asked(lead, first, draft, lines=2 if len(first) <= _MOST_WITH_TWO_LINES else 1),
        _asked("lead_more", more, draft, lines=0),
    )


def _asked(lead: str, questions: tuple[str, ...], draft: _Draft, *, lines: int) -> Questions:
    content = draft.content
    roles = [draft.assessment.whom_to_ask(question) for question in questions]
    return Questions(
        lead=content.label(f"questions.{lead}"),
        items=_worded(questions, content),
        whom=tuple(content.label(f"asked_of.{role}") if role else "" for role in roles),
        lines=lines,
    )


def _worded(questions: Iterable[str], content: Content) -> tuple[str, ...]:
    return tuple(content.question(q) if content.has_question(q) else q for q in questions)


def _why(draft: _Draft) -> Iterator[SummaryBlock]:
    if draft.result.sides:
        yield from _why_of_each_breast(draft)
    else:
        yield from _result_section(draft, "why")
    for topic in draft.assessment.notes:
        yield Heading(text=draft.content.topic(topic).title)
        yield from draft.content.topic(topic).blocks


def _why_of_each_breast(draft: _Draft) -> Iterator[SummaryBlock]:
    """Say why of the person as a whole where it was found far away, then of each breast."""
    content, topics = draft.content, draft.assessment.topics_of_breasts
    said = ""
    if draft.result.metastatic is not False:
        said = draft.assessment.topic
        yield from content.topic(said).section("why")
    same = len(set(topics.values())) == 1
    for side, topic in topics.items():
        if topic == said:
            continue
        if same:
            said = topic
        else:
            yield Heading(text=content.label(f"side_title.{side}"))
        yield from content.topic(topic).section("why")


def _result_section(draft: _Draft, name: str) -> Iterator[Block]:
    for topic in result_topics(draft.assessment):
        yield from draft.content.topic(topic).section(name)


def _could_change(draft: _Draft) -> Iterator[Block]:
    items = tuple(
        draft.content.sentence(
            f"could_change.{change.certainty}_{change.would_be}",
            place=_label_of(change, draft),
            reach=draft.content.label(f"extent.{change.would_reach}") if change.would_reach else "",
        )
        for change in draft.result.could_change
    )
    if items:
        yield Bullets(items=items)


def _label_of(change: PossibleChange, draft: _Draft) -> str:
    return place_label(Finding(change.place, change.certainty, change.side), draft.content)


def _treatment(draft: _Draft, *beginnings: str) -> Iterator[SummaryBlock]:
    return _told_in_full(draft, (t for t in draft.assessment.treatment if t.startswith(beginnings)))


def _aim(draft: _Draft) -> Iterator[SummaryBlock]:
    """Say the aim, and how it changes with each thing that is still open."""
    yield from _treatment(draft, *_AIM)
    places: dict[Kind, list[str]] = {}
    for change in draft.result.could_change:
        if change.would_be is not draft.result.kind:
            places.setdefault(change.would_be, []).append(_label_of(change, draft))
    between = draft.content.label("list.between")
    items = tuple(
        draft.content.sentence(f"aim_then.{kind}", places=between.join(labels))
        for kind, labels in places.items()
    )
    if items:
        yield Heading(text=draft.content.label("section.aim_then"))
        yield Bullets(items=items)


def _more_treatment(draft: _Draft) -> Iterator[SummaryBlock]:
    elsewhere = (*_AIM, *_STEPS, *_OWN_SECTION)
    return _told_in_full(
        draft, (t for t in draft.assessment.treatment if not t.startswith(elsewhere))
    )


def _told_in_full(draft: _Draft, topics: Iterable[str]) -> Iterator[SummaryBlock]:
    for topic_id in topics:
        topic = draft.content.topic(topic_id)
        yield Heading(text=topic.title)
        yield from topic.blocks


def _decisions(draft: _Draft) -> Iterator[SummaryBlock]:
    if draft.assessment.decisions:
        yield from decisions_list(draft.assessment.decisions, draft.content)


def _comparison(draft: _Draft) -> Iterator[SummaryBlock]:
    yield from comparisons(draft.assessment.decisions, draft.answers.compared, draft.content)


def _values(draft: _Draft) -> Iterator[SummaryBlock]:
    offered = draft.assessment.options
    yield from values_blocks(draft.answers.values, offered, draft.content)


def _same_day(draft: _Draft) -> Iterator[SummaryBlock]:
    if "treatment/call_the_same_day" not in draft.assessment.treatment:
        return
    topic = draft.content.topic("treatment/call_the_same_day")
    items = tuple(_in_one_line(draft.content.topic(one)) for one in draft.assessment.same_day)
    first, last = paragraphs(topic.blocks)
    yield Callout(title=topic.title, blocks=(first, Bullets(items=items), last))


def _in_one_line(topic: Topic) -> Paragraph:
    """Return the signs of one situation as a run, after its name."""
    (signs,) = (block for block in topic.blocks if isinstance(block, Bullets))
    spans = [Span(text=f"{topic.title}: ", strong=True)]
    for number, sign in enumerate(signs.items):
        spans += [Span(text="; ")] if number else []
        spans += sign.spans
    sources = dict.fromkeys(source for sign in signs.items for source in sign.sources)
    return Paragraph(spans=(*spans, Span(text=".")), sources=tuple(sources))


def _same_day_more(draft: _Draft) -> Iterator[SummaryBlock]:
    return _told_in_full(draft, draft.assessment.same_day)


def _numbers(draft: _Draft) -> Iterator[SummaryBlock]:
    return _told_in_full(draft, draft.assessment.numbers)


def _support(draft: _Draft) -> Iterator[SummaryBlock]:
    if "treatment/support" in draft.assessment.treatment:
        yield from draft.content.topic("treatment/support").blocks


def _more(draft: _Draft) -> Iterator[SummaryBlock]:
    return _told_in_full(draft, draft.assessment.more)
