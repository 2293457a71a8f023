"""``import`` and ``export``: FHIR files, as the window for counselors reads and writes them."""

from __future__ import annotations

import argparse
import datetime as dt
import json
from collections.abc import Iterator
from typing import TYPE_CHECKING, Any, Final

from decision_aid.cli.files import answers_in, called, opened, write_file
from decision_aid.cli.standard_streams import DONE, CommandError, write_output
from decision_aid.content import Content
from decision_aid.domain import PLACES, Answers, Finding, PlaceId
from decision_aid.storage.answers import plain

if TYPE_CHECKING:
    from decision_aid.records.fhir import Imported, ImportedPart

_Json = dict[str, Any]
_FILE: Final = "file"


def import_record(options: argparse.Namespace, content: Content) -> int:
    """Read a FHIR file: answers, what to ask, and what was not used.

    Raises:
        CommandError: if the file is refused, with the reason.
    """
    from decision_aid.records.fhir import FhirError, read_bundle  # noqa: PLC0415 - of FHIR only
    from decision_aid.records.fhir.bundle import MOST_BYTES, decoded  # noqa: PLC0415

    with opened(options.file) as file:
        raw = file.read(MOST_BYTES + 1)
    try:
        imported = read_bundle(decoded(raw))
    except FhirError as error:
        reason = content.label(f"fhir_error.{error.reason}", where=error.where).strip()
        message = f"{called(options.file)}: {reason}"
        raise CommandError(message) from error
    if options.format == "json":
        text = json.dumps(as_json(imported, content), ensure_ascii=False, indent=1) + "\n"
    else:
        text = as_text(imported, content)
    write_output(text)
    return DONE


def export_record(options: argparse.Namespace, content: Content) -> int:
    """Write an answers file as a FHIR file that ``import`` reads back whole.

    Raises:
        CommandError: if the answers cannot be read or the file cannot be written.
    """
    from decision_aid.records.fhir import questionnaire_response  # noqa: PLC0415 - of FHIR only

    answers = answers_in(options.answers, options.output, content)
    now = dt.datetime.now(tz=dt.UTC).astimezone()
    write_file(options.output, questionnaire_response(answers, authored=now).encode(), content)
    return DONE


def as_json(imported: Imported, content: Content) -> _Json:
    """Return what was read as ``import --format json`` prints it."""
    left_out = {one.resource.partition(": ")[0] for one in imported.not_used}
    return {
        "schema": 1,
        "answers": answers_file(imported.answers),
        "read": [
            {"resource": part.resource, "text": part.text, "means": "; ".join(_means(part))}
            for part in imported.parts
            if any(_means(part)) or not (part.open or part.resource in left_out)
        ],
        "not_used": [
            {"resource": one.resource, "reason": content.label(f"fhir_not_used.{one.reason}")}
            for one in imported.not_used
        ],
        "ask": list(_asks(imported, content)),
    }


def answers_file(answers: Answers) -> _Json:
    """Return an answers file without what nobody said.

    Args:
        answers: what was said.
    """
    given, nothing = plain(answers), plain(Answers())
    given["findings"] = [
        {name: value for name, value in finding.items() if value is not None}
        for finding in given["findings"]
    ]
    return {
        name: value
        for name, value in given.items()
        if name in {"schema", "findings"} or value != nothing[name]
    }


def _means(part: ImportedPart) -> Iterator[str]:
    """Yield what a part says, in ids."""
    for finding in part.findings:
        yield _spelled(finding)
    for item, reply in part.biology._asdict().items():
        if reply != "unknown":
            yield f"{item}: {reply}"


def _spelled(finding: Finding) -> str:
    more = [str(one) for one in (finding.side, finding.detail) if one is not None]
    return f"{finding.place}: {finding.certainty}" + (f" ({', '.join(more)})" if more else "")


def _asks(imported: Imported, content: Content) -> Iterator[_Json]:
    from decision_aid.records.fhir import label_of_ask  # noqa: PLC0415 - of FHIR only

    for ask in imported.asks:
        yield {"about": _FILE, "id": ask, "why": content.label(label_of_ask(ask))}
    for part in imported.parts:
        for ask in part.open:
            why = content.label(label_of_ask(ask))
            asked: _Json = {"about": part.text, "resource": part.resource, "id": ask, "why": why}
            yield asked | ({"candidates": list(part.candidates)} if part.candidates else {})
    for one in imported.contradictions:
        yield {"about": one, "id": "contradiction", "why": contradiction(one, content)}


def contradiction(one: str, content: Content) -> str:
    """Return the words of what parts of a file disagree on."""
    return content.label(f"fhir_contradiction.{'place' if one in PLACES else one}")


def as_text(imported: Imported, content: Content) -> str:
    """Return what was read in words."""
    label = content.label
    lines = [label("fhir_import.confirm"), "", f"{label('fhir_import.title')}:"]
    lines += [f"- {line}" for line in lines_of_answers(imported.answers, content)]
    asks = list(_asks(imported, content))
    if asks:
        lines += ["", f"{label('fhir_import.open')}:"]
        lines += [f"- {_about(one['about'], content)}{one['why']}" for one in asks]
    if imported.not_used:
        lines += ["", f"{label('fhir_import.not_understood')}:"]
        lines += [
            f"- {one.resource}: {label(f'fhir_not_used.{one.reason}')}" for one in imported.not_used
        ]
    return "\n".join(lines) + "\n"


def _about(about: str, content: Content) -> str:
    if about == _FILE:
        return ""
    return f"{content.place(PlaceId(about)).label if about in PLACES else about}: "


def lines_of_answers(answers: Answers, content: Content) -> Iterator[str]:
    """Yield answers in words, a line each.

    Args:
        answers: what was said.
        content: the words.
    """
    if answers.side is not None:
        yield f"{content.label('fhir_export.side')}: {content.label(f'side.{answers.side}')}"
    for finding in answers.findings:
        side = "" if finding.side is None else f", {content.label(f'side.{finding.side}')}"
        certainty = content.label(f"certainty.{finding.certainty}")
        yield f"{content.place(finding.place).label}: {certainty}{side}"
    reports = [("", answers.biology), *answers.reports_by_side().items()]
    for breast, biology in reports:
        where = f"{content.label(f'side.{breast}')}, " if breast else ""
        for item, reply in biology._asdict().items():
            if reply != "unknown":
                text = content.label(f"biology_page.{item}_{reply}")
                yield f"{where}{content.label(f'biology_page.{item}')}: {text}"
