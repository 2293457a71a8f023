"""``decision-aid classify``: one set of findings, explained in words."""

from __future__ import annotations

import textwrap

from decision_aid.content import Content
from decision_aid.document.answer import answers as answer_blocks
from decision_aid.document.blocks import Answer
from decision_aid.document.findings import place_label
from decision_aid.domain import Assessment, Classification, Finding

_WIDTH = 78
_QUESTIONS_SHOWN = 5


def explain(assessment: Assessment, content: Content) -> str:
    """Return the answer, why, what could change it and what to ask, as plain text.

    Args:
        assessment: what the findings come to.
        content: the words of one language.
    """
    result = assessment.result
    parts = [_answer(block) for block in answer_blocks(assessment, content)]
    if result.because:
        parts.append(_section(content.label("cli.because"), _because(result, content)))
    if result.could_change:
        parts.append(_section(content.label("cli.could_change"), _changes(result, content)))
    notes = "\n".join(_item(content.topic(topic).title + ".") for topic in assessment.notes)
    if notes:
        parts.append(_section(content.label("cli.notes"), notes))
    questions = assessment.questions[:_QUESTIONS_SHOWN]
    asked = "\n".join(_item(content.question(question)) for question in questions)
    parts.append(_section(content.label("cli.questions"), asked))
    parts.append(_filled(content.label("cli.not_a_diagnosis")))
    return "\n\n".join(parts)


def _answer(answer: Answer) -> str:
    said = "\n".join(_filled(sentence.text) for sentence in answer.sentences)
    return _section(answer.about, said) if answer.about else said


def _because(result: Classification, content: Content) -> str:
    lines = []
    for reason in result.because:
        place = place_label(Finding(reason.place, side=reason.side), content)
        counts_as = content.label(f"counts_as.{reason.counts_as}")
        lines.append(_item(content.label("cli.reason", place=place, counts_as=counts_as)))
    return "\n".join(lines)


def _changes(result: Classification, content: Content) -> str:
    return "\n".join(
        _item(
            content.sentence(
                f"could_change.{change.certainty}_{change.would_be}",
                place=place_label(Finding(change.place, side=change.side), content),
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
