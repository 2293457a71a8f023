"""``decision-aid classify``: one set of findings, explained in words."""

from __future__ import annotations

import textwrap

from decision_aid.content import Content, paragraphs
from decision_aid.domain import (
    Answers,
    Classification,
    classify,
    note_topics,
    questions_for,
    result_topic,
)

_WIDTH = 78
_QUESTIONS_SHOWN = 5


def explain(case: Answers, content: Content) -> str:
    """Return the answer, why, what could change it and what to ask, as plain text."""
    result = classify(case)
    parts = [_answer(result, content)]
    for side, one in result.sides.items():
        parts.append(_section(content.label(f"side_title.{side}"), _answer(one, content)))
    if result.because:
        parts.append(_section(content.label("cli.because"), _because(result, content)))
    if result.could_change:
        parts.append(_section(content.label("cli.could_change"), _changes(result, content)))
    notes = "\n".join(_item(content.topic(topic).title + ".") for topic in note_topics(result))
    if notes:
        parts.append(_section(content.label("cli.notes"), notes))
    questions = questions_for(case, result)[:_QUESTIONS_SHOWN]
    asked = "\n".join(_item(content.question(question)) for question in questions)
    parts.append(_section(content.label("cli.questions"), asked))
    parts.append(_filled(content.label("cli.not_a_diagnosis")))
    return "\n\n".join(parts)


def _answer(result: Classification, content: Content) -> str:
    blocks = content.topic(result_topic(result)).section("answer")
    return "\n".join(_filled(paragraph.text) for paragraph in paragraphs(blocks))


def _because(result: Classification, content: Content) -> str:
    lines = []
    for reason in result.because:
        place = content.place(reason.place).label
        counts_as = content.label(f"counts_as.{reason.counts_as}")
        lines.append(_item(content.label("cli.reason", place=place, counts_as=counts_as)))
    return "\n".join(lines)


def _changes(result: Classification, content: Content) -> str:
    return "\n".join(
        _item(
            content.sentence(
                f"could_change.{change.certainty}_{change.would_be}",
                place=content.place(change.place).label,
                reach=content.label(f"extent.{change.would_reach}") if change.would_reach else "",
            ).text
        )
        for change in result.could_change
    )


def _section(title: str, body: str) -> str:
    return f"{title}\n{body}"


def _filled(text: str) -> str:
    return textwrap.fill(text, _WIDTH)


def _item(text: str) -> str:
    return textwrap.fill(text, _WIDTH, initial_indent="  - ", subsequent_indent="    ")
