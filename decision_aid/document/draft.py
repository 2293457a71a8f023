"""What every part of a document is made from: a case, the words, and the questions to ask."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import cached_property
from typing import TYPE_CHECKING, Final, get_args

from decision_aid.content import Content, Paragraph
from decision_aid.document.blocks import Block, Heading, Question, Questions, with_each_paragraph
from decision_aid.document.findings import place_label
from decision_aid.document.model import Place, Section, SectionId
from decision_aid.domain import (
    Answers,
    Assessment,
    Classification,
    Finding,
    PaperSection,
    PossibleChange,
    QuestionId,
    asks_what_is_unknown,
    questions_on_first_page,
)

if TYPE_CHECKING:
    from decision_aid.clinic.clinic_policy import ClinicPolicy


USUAL_SECTIONS: Final[frozenset[PaperSection]] = frozenset(
    {
        "why",
        "limits",
        "decisions",
        "comparison",
        "same_day",
        "more_questions",
        "words",
    }
)
"""What stands on paper after the first page unless the person chooses otherwise."""

_CAN_BE_LEFT_OUT: Final[frozenset[str]] = frozenset(get_args(PaperSection))
_MORE_SUGGESTIONS: Final = 6


_MOST_WITH_TWO_LINES: Final = 3


@dataclass(frozen=True)
class Draft:
    """A case and the words for it, while its document is made.

    Attributes:
        assessment: what the answers come to.
        content: the words of one language.
        clinic: the clinic whose kiosk this is.
    """

    assessment: Assessment
    content: Content
    clinic: ClinicPolicy | None

    @property
    def answers(self) -> Answers:
        """What was said."""
        return self.assessment.answers

    @property
    def result(self) -> Classification:
        """The two answers with their reasons."""
        return self.assessment.result

    def section(self, section_id: SectionId, blocks: Iterable[Block], page: Place) -> Section:
        """Return a section, the first use of each medical word in it tied to what explains it.

        Args:
            section_id: which part it is.
            blocks: its content.
            page: where it stands; what the person left out of the paper only a screen offers.
        """
        known: set[str] = set()
        glossary = self.content.glossary

        def marked(paragraph: Paragraph) -> Paragraph:
            return glossary.marked_paragraph(paragraph, known)

        return self.section_as_it_is(
            section_id, (with_each_paragraph(block, marked) for block in blocks), page
        )

    def section_as_it_is(
        self, section_id: SectionId, blocks: Iterable[Block], page: Place
    ) -> Section:
        """Return a section of which nothing is explained, or each part where it is opened."""
        if page == "detail" and section_id in _CAN_BE_LEFT_OUT - self.chosen:
            page = "screen"
        return Section(section_id, self.content.label(f"section.{section_id}"), tuple(blocks), page)

    def topics(self, topics: Iterable[str]) -> Iterator[Block]:
        """Yield these topics in full, each after its title."""
        for topic_id in topics:
            topic = self.content.topic(topic_id)
            yield Heading(text=topic.title)
            yield from topic.blocks

    def place(self, change: PossibleChange) -> str:
        """Return how the place is called that could change the answer."""
        return place_label(Finding(change.place, change.certainty, change.side), self.content)

    @property
    def chosen(self) -> frozenset[PaperSection]:
        """The sections that stand on paper after the first page."""
        if self.answers.sections is not None:
            return frozenset(self.answers.sections)
        first, more = self.asked
        usual = set(USUAL_SECTIONS)
        # What is only suggested is not worth another sheet; what options depend on is.
        if not self.answers.questions and not any(map(asks_what_is_unknown, more)):
            usual.discard("more_questions")
        # The answer itself names what could turn it.
        if not all(change.turns_invasive or change.turns_metastatic for change in self._changes):
            usual.add("could_change")
        # A question about what matters most to me needs the page that says it.
        if QuestionId("what_matters_most") in {*first, *more}:
            usual.add("values")
        return frozenset(usual)

    @property
    def _changes(self) -> Iterator[PossibleChange]:
        for part in (self.result, *self.result.sides.values()):
            yield from part.could_change

    @cached_property
    def called_for(self) -> tuple[str, ...]:
        """The questions that this case gives reason to ask, those of the SURE test first."""
        from_sure = self.assessment.questions_from_sure
        return tuple(map(str, (*from_sure, *self.assessment.questions)))

    @cached_property
    def asked(self) -> tuple[tuple[str, ...], tuple[str, ...]]:
        """The questions of the first page, and the others."""
        own = self.answers.questions
        from_sure = len(self.assessment.questions_from_sure)
        asked = own or self.called_for
        most = questions_on_first_page(asked, chosen=bool(own), from_sure=from_sure)
        more = asked[most:]
        if not own:
            # What is only suggested has no room beside what options depend on.
            unknown = tuple(filter(asks_what_is_unknown, more))
            usual = self.answers.sections is None
            more = unknown if usual and unknown else more[:_MORE_SUGGESTIONS]
        return asked[:most], more


def first_and_more(draft: Draft) -> tuple[Questions, Questions]:
    """Return the questions of the first page of the paper, and those that follow on another."""
    first, more = draft.asked
    lead = "lead_chosen" if draft.answers.questions else "lead_suggested"
    lines = 2 if len(first) <= _MOST_WITH_TWO_LINES else 1
    return _asked(lead, first, draft, lines=lines), _asked("lead_more", more, draft, lines=0)


def called_for(draft: Draft) -> Questions:
    """Return every question that this case gives reason to ask, chosen or not."""
    return _asked("lead_suggested", draft.called_for, draft, lines=0)


def _asked(lead: str, questions: Iterable[str], draft: Draft, *, lines: int) -> Questions:
    return Questions(
        lead=draft.content.label(f"questions.{lead}"),
        items=tuple(_question(question, draft) for question in questions),
        lines=lines,
    )


def _question(question: str, draft: Draft) -> Question:
    content = draft.content
    role = draft.assessment.whom_to_ask(question)
    return Question(
        id=question,
        text=content.question(question) if content.has_question(question) else question,
        whom=content.label(f"asked_of.{role}") if role else "",
    )
