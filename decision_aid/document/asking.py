"""The questions for the appointment as blocks: those of the first page, more, and all that fit."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Final

from decision_aid.document.blocks import Question, Questions
from decision_aid.document.draft import Draft

_MOST_WITH_TWO_LINES: Final = 3


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
