"""The commands by name. None of them imports Qt, and none what only another one needs."""

from __future__ import annotations

import argparse
import datetime as dt
import json
from collections.abc import Callable
from typing import Final

from decision_aid.cli.files import (
    refuse_own_input,
    words,
    words_that_are_read,
    write_file,
)
from decision_aid.cli.standard_streams import DONE, FAILED, CommandError, write_output
from decision_aid.content import Content
from decision_aid.content.reviews import due_topics, parts
from decision_aid.domain import PLACES
from decision_aid.problems import nearest


def places(options: argparse.Namespace) -> int:
    """Print every place."""
    content = words(options.lang)
    write_output(
        (_places_as_json if options.format == "json" else _places_as_table)(content) + "\n"
    )
    return DONE


def _places_as_json(content: Content) -> str:
    """Return a JSON array with one object a place, in register order."""
    rows = [
        {
            "id": place.id,
            "label": content.place(place.id).label,
            "medical_term": content.place(place.id).medical_term,
            "group": place.group,
            "side": place.side,
            "counts_as": place.counts_as,
        }
        for place in PLACES.values()
    ]
    return json.dumps(rows, ensure_ascii=False, indent=1)


def _places_as_table(content: Content) -> str:
    """Return a table with a header line, columns aligned."""
    header = tuple(
        content.label(f"places_table.{c}") for c in ("id", "group", "counts_as", "label")
    )
    rows = [
        (place.id, place.group, place.counts_as, content.place(place.id).label)
        for place in PLACES.values()
    ]
    widths = [max(len(row[column]) for row in (header, *rows)) for column in range(3)]
    return "\n".join(
        "  ".join(
            (*(cell.ljust(width) for cell, width in zip(row[:3], widths, strict=True)), row[3])
        )
        for row in (header, *rows)
    )


def content(options: argparse.Namespace) -> int:
    """Check all content, write the report for a reviewer, or sign what was read."""
    if options.action == "check":
        return _check_content(options.lang, options.due)
    words_of_language = words(options.lang)
    if options.action == "report":
        from decision_aid.content.report import review_report  # noqa: PLC0415 - of a report only

        _refuse_words(options, words_of_language, reviews=True)
        write_file(options.output, review_report(words_of_language).encode(), words_of_language)
        return DONE
    _refuse_words(options, words_of_language, reviews=False)
    write_file(options.output, _signed(options, words_of_language).encode(), words_of_language)
    return DONE


def _check_content(language: str, due: int | None) -> int:
    from decision_aid.content.checks import check_language  # noqa: PLC0415 - of a check only
    from decision_aid.records.typed import ENTRY_SOURCES  # noqa: PLC0415

    try:
        result = check_language(language, code_sources=ENTRY_SOURCES)
    except LookupError as error:
        message = f"There is {error}."
        raise CommandError(message) from error
    for problem in result.problems:
        write_output(f"{problem}\n")
    write_output(f"{result.verdict}\n")
    if due is not None and not result.problems:
        _list_due(language, due)
    return FAILED if result.problems else DONE


def _list_due(language: str, days: int) -> None:
    """Write the topics that have to be checked again, the soonest first."""
    today = dt.datetime.now(tz=dt.UTC).astimezone().date()
    for day, topic in due_topics(words(language), today + dt.timedelta(days=days)):
        write_output(f"{day.isoformat()}  {topic}\n")


def _refuse_words(options: argparse.Namespace, content: Content, *, reviews: bool) -> None:
    read = words_that_are_read(reviews=reviews)
    refuse_own_input(options.output, read, content.label("cli.own_input"))


def _signed(options: argparse.Namespace, content: Content) -> str:
    from pydantic import ValidationError  # noqa: PLC0415 - of a signature only

    from decision_aid.content.signing import as_toml, signed  # noqa: PLC0415

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


def classify(options: argparse.Namespace) -> int:
    """Explain one set of findings, or classify line by line."""
    from decision_aid.cli import classify  # noqa: PLC0415 - as all below

    return classify.classify(options)


def summary(options: argparse.Namespace) -> int:
    """Write the summary of an answers file."""
    from decision_aid.cli import summary  # noqa: PLC0415

    return summary.summary(options)


def policy(options: argparse.Namespace) -> int:
    """Check the settings of a kiosk, or make a staff PIN."""
    from decision_aid.cli import kiosk  # noqa: PLC0415

    return kiosk.policy(options)


def read(options: argparse.Namespace) -> int:
    """Read a report line, or many."""
    from decision_aid.cli.read import read_lines  # noqa: PLC0415

    return read_lines(options, words(options.lang))


def import_file(options: argparse.Namespace) -> int:
    """Read a FHIR file."""
    from decision_aid.cli.records import import_record  # noqa: PLC0415

    return import_record(options, words(options.lang))


def export_file(options: argparse.Namespace) -> int:
    """Write an answers file as a FHIR file."""
    from decision_aid.cli.records import export_record  # noqa: PLC0415

    return export_record(options, words(options.lang))


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
