"""``classify``: findings as they are typed, explained in words, or line by line as JSON.

They are typed as ``bone``, ``bone=suspected``, ``nodes_armpit=found@left``.
"""

from __future__ import annotations

import argparse
import re
import textwrap
from collections.abc import Iterable
from typing import Final

from decision_aid.cli.files import opened, refuse_own_input, words
from decision_aid.cli.standard_streams import DONE, CommandError, write_output
from decision_aid.content import Content
from decision_aid.document.answer import answers as answer_blocks
from decision_aid.document.blocks import Answer
from decision_aid.document.findings import place_label
from decision_aid.domain import (
    PLACES,
    Answers,
    Assessment,
    Certainty,
    Classification,
    ContradictionError,
    Finding,
    PlaceId,
    PossibleChange,
    Reason,
    Side,
    assess,
    checked,
)
from decision_aid.problems import contradiction, nearest

SCHEMA: Final = 1
_JSON: Final = {True: "true", False: "false", None: "null"}


def to_json(result: Classification) -> str:
    """Return the object of ``classify --format json`` on one line."""
    return f'{{"schema":{SCHEMA},{members(result)}}}'


def members(result: Classification) -> str:
    """Return the members of the object but its schema, without the braces."""
    kind, invasive, metastatic, extent, because, could_change, notes, sides, still_open = result
    parts = [
        '"kind":"',
        kind,
        '","invasive":',
        _JSON[invasive],
        ',"metastatic":',
        _JSON[metastatic],
        ',"extent":',
        f'"{extent}"' if extent else "null",
        ',"because":[',
        ",".join(map(_reason, because)),
        '],"could_change":[',
        ",".join(map(_change, could_change)),
        '],"notes":["' if notes else '],"notes":[',
        '","'.join(notes),
        '"]' if notes else "]",
        ',"open":{"invasive":',
        _JSON[still_open.invasive],
        ',"metastatic":',
        _JSON[still_open.metastatic],
        "}",
    ]
    if sides:
        by_side = ",".join(f'"{side}":{{{members(one)}}}' for side, one in sides.items())
        parts.append(f',"sides":{{{by_side}}}')
    return "".join(parts)


def _reason(reason: Reason) -> str:
    place, certainty, counts_as, side = reason
    end = f'","side":"{side}"}}' if side else '"}'
    return "".join(
        ('{"place":"', place, '","certainty":"', certainty, '","counts_as":"', counts_as, end)
    )


def _change(change: PossibleChange) -> str:
    place, certainty, would_be, would_reach, side, *_ = change
    end = f',"side":"{side}"}}' if side else "}"
    start = ('{"place":"', place, '","certainty":"', certainty, '","would_be":"', would_be)
    reach = f'","would_reach":"{would_reach}"' if would_reach else '","would_reach":null'
    return "".join((*start, reach, end))


_FOUND: Final = re.compile(r"(?P<place>[^=@]+)(=(?P<certainty>[^=@]+))?(@(?P<side>left|right))?")
_WIDTH: Final = 78
_QUESTIONS_SHOWN: Final = 5


def classify(options: argparse.Namespace) -> int:
    """Explain one set of findings, or classify line by line.

    Raises:
        CommandError: if the findings cannot be understood, or the file cannot be read.
    """
    if options.batch is not None:
        return _classify_batch(options)
    came_back = True if options.came_back else False if options.first_time else None
    side = Side(options.side) if options.side else None
    assessment = assess(case_of(options.found, options.detail, side, came_back))
    if options.format == "json":
        write_output(to_json(assessment.result) + "\n")
    else:
        write_output(explain(assessment, words(options.lang)) + "\n")
    return DONE


def _classify_batch(options: argparse.Namespace) -> int:
    from decision_aid.cli.batch import classify_batch  # noqa: PLC0415 - of many cases only

    if options.side or options.came_back or options.first_time or options.detail:
        message = "With --batch each line says its own side and whether the cancer came back."
        raise CommandError(message)
    with opened(options.batch) as lines:
        refuse_own_input("-", [lines], words(options.lang).label("cli.own_input"))
        for answer in classify_batch(lines):
            write_output(answer)
    return DONE


def case_of(
    found: Iterable[str],
    details: Iterable[str],
    side: Side | None,
    came_back: bool | None,
) -> Answers:
    """Return the case that was typed.

    Raises:
        CommandError: with the nearest valid word, if it cannot be understood.
    """
    answers = dict(_detail(text) for text in details)
    findings = tuple(_finding(text, answers) for text in found)
    unused = set(answers) - {finding.place for finding in findings}
    if unused:
        message = f"--detail {sorted(unused)[0]}: this place is not among those given with --found"
        raise CommandError(message)
    try:
        return checked(Answers(findings, side, came_back))
    except ContradictionError as error:
        raise CommandError(str(contradiction(error))) from error


def _finding(text: str, answers: dict[str, str]) -> Finding:
    match = _FOUND.fullmatch(text)
    if match is None:
        message = f'"{text}" is not of the form ID, ID=CERTAINTY or ID=CERTAINTY@SIDE.'
        raise CommandError(message)
    place, certainty = match["place"], match["certainty"] or Certainty.FOUND.value
    if place not in PLACES:
        raise CommandError(_unknown("place", place, PLACES))
    if certainty not in list(Certainty):
        raise CommandError(_unknown("certainty", certainty, Certainty))
    side = Side(match["side"]) if match["side"] else None
    return Finding(PlaceId(place), Certainty(certainty), side, answers.get(place))


def _detail(text: str) -> tuple[str, str]:
    place, equals, answer = text.partition("=")
    if not equals:
        message = f'"{text}" is not of the form ID=ANSWER.'
        raise CommandError(message)
    return place, answer


def _unknown(what: str, given: str, valid: Iterable[str]) -> str:
    close = nearest(given, valid, always=True)
    return f'There is no {what} "{given}". Did you mean "{close}"?'


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
    titles = (content.topic(topic).title for topic in assessment.notes)
    notes = "\n".join(_item(t if t.endswith("?") else f"{t}.") for t in titles)
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
