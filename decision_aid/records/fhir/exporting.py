"""Writes what a person said as a FHIR R4 QuestionnaireResponse."""

from __future__ import annotations

import datetime as dt
import json
from collections.abc import Iterator
from html import escape
from typing import Final

from decision_aid.content import Content, load
from decision_aid.domain import PLACES, Answers, Finding
from decision_aid.records.fhir.availability import Json, checked_resource
from decision_aid.records.fhir.questionnaire import (
    BIOLOGY,
    CAME_BACK,
    CERTAINTY,
    DETAIL,
    FINDINGS,
    SIDE,
    answer_code,
    link_id,
)
from decision_aid.records.fhir.systems import ANSWER_CODES, OBSERVATION_VALUE, QUESTIONNAIRE

_PATIENT_REPORTED: Final = [
    {"system": OBSERVATION_VALUE, "code": "PATAST", "display": "patient asserted"},
    {"system": OBSERVATION_VALUE, "code": "PATRPT", "display": "patient reported"},
]
"""Security labels of HL7 for who asserts and who reports (``hl7-observation-value``)."""
_UNKNOWN: Final = "unknown"
_PERSON: Final = "person"


def questionnaire_response(answers: Answers, *, authored: dt.datetime | None) -> str:
    """Return the answers about the cancer as a QuestionnaireResponse, marked patient-reported.

    The person is a contained Patient that holds nothing. Names, notes, questions, values and
    options are left out, and so is every stage: it is what was said, not clinical staging.

    Args:
        answers: what the person said.
        authored: when it was said. Without a time zone only its date is written, as FHIR asks
            for one wherever it has a time; with ``None`` nothing is.

    Returns:
        JSON with two spaces of indentation; the same answers always give the same text.

    Raises:
        FhirError: with reason ``extra_missing``.
        InvalidAnswersError: if the findings contradict each other.
    """
    content = load()
    notice = content.label("fhir_export.notice")
    response: Json = {
        "resourceType": "QuestionnaireResponse",
        "meta": {"security": _PATIENT_REPORTED},
        "language": content.language,
        "text": {
            "status": "additional",
            "div": f'<div xmlns="http://www.w3.org/1999/xhtml"><p>{escape(notice)}</p></div>',
        },
        "contained": [{"resourceType": "Patient", "id": _PERSON}],
        "questionnaire": QUESTIONNAIRE,
        "status": "completed",
        "subject": {"reference": f"#{_PERSON}"},
    }
    if authored is not None:
        has_zone = authored.tzinfo is not None
        response["authored"] = (
            authored.isoformat(timespec="seconds") if has_zone else authored.date().isoformat()
        )
    response["source"] = {"reference": f"#{_PERSON}"}
    items = list(_items(answers, content))
    if items:
        response["item"] = items
    checked_resource("QuestionnaireResponse", response)
    return json.dumps(response, ensure_ascii=False, indent=2) + "\n"


def _items(answers: Answers, content: Content) -> Iterator[Json]:
    if answers.side is not None:
        text = content.label("fhir_export.side")
        shown = content.label(f"side.{answers.side}")
        yield _coded(link_id(SIDE), text, answer_code(SIDE, answers.side), shown)
    findings = sorted(answers.findings, key=_in_order)
    if findings:
        text = content.label("fhir_export.findings")
        groups = [_finding(finding, content) for finding in findings]
        yield {"linkId": link_id(FINDINGS), "text": text, "item": groups}
    if answers.came_back is not None:
        text = content.label("fhir_export.came_back")
        answer = [{"valueBoolean": answers.came_back}]
        yield {"linkId": link_id(CAME_BACK), "text": text, "answer": answer}
    biology = list(_biology(answers, content))
    if biology:
        text = content.label("fhir_export.biology")
        yield {"linkId": link_id(BIOLOGY), "text": text, "item": biology}


_ORDER: Final = {place: position for position, place in enumerate(PLACES)}


def _in_order(finding: Finding) -> tuple[int, str]:
    return _ORDER[finding.place], finding.side or ""


def _finding(finding: Finding, content: Content) -> Json:
    place, certainty, side, detail = finding
    asked = content.label("fhir_export.certainty")
    shown = content.label(f"certainty.{certainty}")
    items = [
        _coded(link_id(FINDINGS, place, CERTAINTY), asked, answer_code(CERTAINTY, certainty), shown)
    ]
    if detail is not None:
        words = content.follow_up(place)
        code = answer_code(DETAIL, place, detail)
        name = link_id(FINDINGS, place, DETAIL)
        items.append(_coded(name, words.question, code, words.answers[detail]))
    if side is not None:
        shown = content.label(f"side.{side}")
        text = content.label("fhir_export.side_of_place")
        items.append(_coded(link_id(FINDINGS, place, SIDE), text, answer_code(SIDE, side), shown))
    return {"linkId": link_id(FINDINGS, place), "text": content.place(place).label, "item": items}


def _biology(answers: Answers, content: Content) -> Iterator[Json]:
    for item, reply in answers.biology._asdict().items():
        if reply != _UNKNOWN:
            text = content.label(f"biology_page.{item}")
            shown = content.label(f"biology_page.{item}_{reply}")
            yield _coded(link_id(BIOLOGY, item), text, answer_code(item, reply), shown)


def _coded(name: str, text: str, code: str, shown: str) -> Json:
    value = {"system": ANSWER_CODES, "code": code, "display": shown}
    return {"linkId": name, "text": text, "answer": [{"valueCoding": value}]}
