"""What each command does. None of them imports Qt."""

from __future__ import annotations

import argparse
import datetime as dt
from collections.abc import Callable
from typing import TYPE_CHECKING, Final

from decision_aid.cli.clinic import policy
from decision_aid.cli.errors import DONE, FAILED, CommandError
from decision_aid.cli.files import (
    called,
    opened,
    refuse_own_input,
    words_that_are_read,
    write_file,
)
from decision_aid.cli.records import export_record, import_record
from decision_aid.cli.standard_streams import say, write_output
from decision_aid.content import Content, ContentError, load

if TYPE_CHECKING:
    from decision_aid.document.model import Document


def words(language: str) -> Content:
    """Return the words of a language.

    Raises:
        CommandError: if there are none; it names the languages that there are.
    """
    try:
        return load(language)
    except LookupError as error:
        message = f"There is {error}."
        raise CommandError(message) from error


def places(options: argparse.Namespace) -> int:
    """Print every place."""
    from decision_aid.cli.places import as_json, as_table  # noqa: PLC0415 - start fast

    content = words(options.lang)
    write_output((as_json if options.format == "json" else as_table)(content) + "\n")
    return DONE


def classify(options: argparse.Namespace) -> int:
    """Explain one set of findings, or classify line by line."""
    if options.batch is not None:
        return _classify_batch(options)
    from decision_aid.cli.classification_json import to_json  # noqa: PLC0415 - start fast
    from decision_aid.cli.explain import explain  # noqa: PLC0415
    from decision_aid.cli.findings_arguments import case_of  # noqa: PLC0415
    from decision_aid.domain import Side, assess  # noqa: PLC0415

    came_back = True if options.came_back else False if options.first_time else None
    side = Side(options.side) if options.side else None
    assessment = assess(case_of(options.found, options.detail, side, came_back))
    if options.format == "json":
        write_output(to_json(assessment.result) + "\n")
    else:
        write_output(explain(assessment, words(options.lang)) + "\n")
    return DONE


def _classify_batch(options: argparse.Namespace) -> int:
    from decision_aid.cli.batch import classify_batch  # noqa: PLC0415 - start fast

    if options.side or options.came_back or options.first_time or options.detail:
        message = "With --batch each line says its own side and whether the cancer came back."
        raise CommandError(message)
    with opened(options.batch) as lines:
        refuse_own_input("-", [lines], words(options.lang).label("cli.own_input"))
        for answer in classify_batch(lines):
            write_output(answer)
    return DONE


def summary(options: argparse.Namespace) -> int:
    """Write the summary of an answers file."""
    from decision_aid.document.formats import FORMAT_BY_ENDING, rendered  # noqa: PLC0415
    from decision_aid.document.make import make_document  # noqa: PLC0415
    from decision_aid.domain import assess  # noqa: PLC0415
    from decision_aid.problems import InvalidAnswersError  # noqa: PLC0415
    from decision_aid.storage.answers import MOST_BYTES, parse_answers  # noqa: PLC0415 - start fast

    content = words(options.lang)
    form = options.format or FORMAT_BY_ENDING.get(options.output.suffix.lower())
    if form is None:
        message = f"{options.output}: say which --format this should be: pdf, html, text or json."
        raise CommandError(message)
    with opened(options.answers) as file:
        refuse_own_input(options.output, [file], content.label("cli.own_input"))
        raw = file.read(MOST_BYTES + 1)
    try:
        answers = parse_answers(raw)
    except InvalidAnswersError as error:
        message = f"{called(options.answers)}: {error}"
        raise CommandError(message) from error
    today = dt.datetime.now(tz=dt.UTC).astimezone().date()
    document = make_document(assess(answers), content, today)
    if form == "pdf":
        _name_what_cannot_be_printed(document, content)
    write_file(
        options.output,
        rendered(document, form, paper=options.paper, large_print=options.large_print),
        content,
    )
    return DONE


def _name_what_cannot_be_printed(document: Document, content: Content) -> None:
    from decision_aid.document.pdf import cannot_print  # noqa: PLC0415 - of a PDF only

    letters = cannot_print(document)
    if letters:
        say(content.label("cli.cannot_print", letters=" ".join(letters)))


def content(options: argparse.Namespace) -> int:
    """Check all content, write the report for a reviewer, or sign what was read."""
    if options.action == "check":
        return _check_content(options.lang)
    words_of_language = words(options.lang)
    if options.action == "report":
        from decision_aid.content.report import review_report  # noqa: PLC0415 - start fast

        _refuse_words(options, words_of_language, reviews=True)
        write_file(options.output, review_report(words_of_language).encode(), words_of_language)
        return DONE
    _refuse_words(options, words_of_language, reviews=False)
    write_file(options.output, _signed(options, words_of_language).encode(), words_of_language)
    return DONE


def _check_content(language: str) -> int:
    from decision_aid.content.checks import check_language  # noqa: PLC0415 - start fast
    from decision_aid.records.typed import ENTRY_SOURCES  # noqa: PLC0415

    try:
        result = check_language(language, code_sources=ENTRY_SOURCES)
    except LookupError as error:
        message = f"There is {error}."
        raise CommandError(message) from error
    for problem in result.problems:
        write_output(f"{problem}\n")
    write_output(f"{result.verdict}\n")
    return FAILED if result.problems else DONE


def _refuse_words(options: argparse.Namespace, content: Content, *, reviews: bool) -> None:
    read = words_that_are_read(reviews=reviews)
    refuse_own_input(options.output, read, content.label("cli.own_input"))


def _signed(options: argparse.Namespace, content: Content) -> str:
    from pydantic import ValidationError  # noqa: PLC0415 - start fast

    from decision_aid.content.reviews import parts  # noqa: PLC0415
    from decision_aid.content.signing import as_toml, signed  # noqa: PLC0415
    from decision_aid.problems import nearest  # noqa: PLC0415

    known = parts(content)
    chosen = known if options.topic == ["all"] else tuple(dict.fromkeys(options.topic))
    for part in chosen:
        if part not in known:
            close = nearest(part, known)
            hint = f' Did you mean "{close}"?' if close else ""
            message = f'There is no topic "{part}".{hint}'
            raise CommandError(message)
    today = dt.datetime.now(tz=dt.UTC).astimezone().date()
    try:
        return as_toml(signed(content, chosen, options.reviewer, options.role, today))
    except ValidationError as error:
        message = "A review needs the full name of the reviewer and what makes them able to judge."
        raise CommandError(message) from error


def import_file(options: argparse.Namespace) -> int:
    """Read a FHIR file."""
    return import_record(options, words(options.lang))


def export_file(options: argparse.Namespace) -> int:
    """Write an answers file as a FHIR file."""
    return export_record(options, words(options.lang))


def read(options: argparse.Namespace) -> int:
    """Read a report line, or many."""
    from decision_aid.cli.read import read_lines  # noqa: PLC0415 - start fast

    return read_lines(options, words(options.lang))


COMMANDS: Final[dict[str, Callable[[argparse.Namespace], int]]] = {
    "places": places,
    "classify": classify,
    "summary": summary,
    "content": content,
    "policy": policy,
    "read": read,
    "import": import_file,
    "export": export_file,
}


__all__ = ["COMMANDS", "ContentError"]
