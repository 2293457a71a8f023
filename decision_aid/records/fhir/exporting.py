"""Writes what a person said as a FHIR R4 QuestionnaireResponse."""

from __future__ import annotations

import datetime as dt
import json
from collections.abc import Iterator
from html import escape
from typing import Final

from decision_aid.content import Content, load
from decision_aid.domain import Answers, Biology, Finding, all_questions
from decision_aid.records.fhir import questionnaire as named
from decision_aid.records.fhir.models import ANSWER_CODES, OBSERVATION_VALUE, QUESTIONNAIRE, Json
from decision_aid.records.fhir.questionnaire import answer_code, link_id

_PATIENT_REPORTED: Final = [
    {"system": OBSERVATION_VALUE, "code": "PATAST", "display": "patient asserted"},
    {"system": OBSERVATION_VALUE, "code": "PATRPT", "display": "patient reported"},
]
"""Security labels of HL7 for who asserts and who reports (``hl7-observation-value``)."""
_UNKNOWN: Final = "unknown"
_PERSON: Final = "person"


def questionnaire_response(answers: Answers, *, authored: dt.datetime | None) -> str:
    """Return everything that a person said as a QuestionnaireResponse, marked patient-reported.

    Nothing is left out: ``read_bundle`` gives the same answers back. The person is a contained
    Patient that holds nothing. No stage is written: it is what was said, not clinical staging.

    Args:
        answers: what the person said.
        authored: when it was said. Without a time zone only its date is written, as FHIR asks
            for one wherever it has a time; with ``None`` nothing is.

    Returns:
        JSON with two spaces of indentation; the same answers always give the same text.
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
    return json.dumps(response, ensure_ascii=False, indent=2) + "\n"


def _items(answers: Answers, content: Content) -> Iterator[Json]:
    label = content.label
    if answers.side is not None:
        shown = label(f"side.{answers.side}")
        code = answer_code(named.SIDE, answers.side)
        yield _coded(link_id(named.SIDE), label("fhir_export.side"), (code, shown))
    findings = [_finding(finding, content) for finding in answers.findings]
    yield from _group(named.FINDINGS, findings, content)
    if answers.came_back is not None:
        answer = [{"valueBoolean": answers.came_back}]
        yield _answered(named.CAME_BACK, label("fhir_export.came_back"), answer)
    yield from _group(
        named.BIOLOGY, list(_biology(answers.biology, named.BIOLOGY, content)), content
    )
    breasts = [
        {
            "linkId": link_id(named.BIOLOGY_BY_SIDE, side),
            "text": label(f"side.{side}"),
            "item": list(_biology(own, link_id(named.BIOLOGY_BY_SIDE, side), content)),
        }
        for side, own in answers.biology_by_side.items()
    ]
    yield from _group(named.BIOLOGY_BY_SIDE, [_without_empty(one) for one in breasts], content)
    yield from _preferences(answers, content)


def _preferences(answers: Answers, content: Content) -> Iterator[Json]:
    """Yield what the person wants: options, what matters, questions, notes, and the paper."""
    label = content.label
    if answers.compared:
        options = [
            (answer_code(named.OPTION, one), content.topic(f"options/{one}").head.title)
            for one in answers.compared
        ]
        yield _coded(named.COMPARED, label("fhir_export.compared"), *options)
    values = [
        _coded(
            link_id(named.VALUES, value),
            content.value(value).label,
            (answer_code(named.RATING, rating), label(f"values_page.{rating}")),
        )
        for value, rating in answers.values.items()
    ]
    yield from _group(named.VALUES, values, content)
    sure = [
        _answered(link_id(named.SURE, item), label(f"sure.{item}"), [{"valueBoolean": said}])
        for item, said in answers.sure.items()
    ]
    yield from _group(named.SURE, sure, content)
    if answers.questions:
        asked = [_question(question, content) for question in answers.questions]
        yield _answered(named.QUESTIONS, label("fhir_export.questions"), asked)
    if answers.notes:
        yield _answered(named.NOTES, label("fhir_export.notes"), [{"valueString": answers.notes}])
    if answers.chest != "curved":
        code = answer_code(named.CHEST, answers.chest)
        yield _coded(named.CHEST, label("fhir_export.chest"), (code, ""))
    if answers.sections is not None:
        chosen = [
            (answer_code(named.SECTION, one), "") for one in answers.sections or (named.NONE,)
        ]
        yield _coded(named.SECTIONS, label("fhir_export.sections"), *chosen)


def _question(question: str, content: Content) -> Json:
    """Return a chosen question by its code, or one in own words as it was typed."""
    if question in all_questions():
        code = answer_code(named.QUESTION, question)
        return _coding(code, content.question(question))
    return {"valueString": question}


def _finding(finding: Finding, content: Content) -> Json:
    place, certainty, side, detail = finding
    asked = content.label("fhir_export.certainty")
    shown = content.label(f"certainty.{certainty}")
    name = link_id(named.FINDINGS, place, named.CERTAINTY)
    items = [_coded(name, asked, (answer_code(named.CERTAINTY, certainty), shown))]
    if detail is not None:
        words = content.follow_up(place)
        code = answer_code(named.DETAIL, place, detail)
        name = link_id(named.FINDINGS, place, named.DETAIL)
        items.append(_coded(name, words.question, (code, words.answers[detail])))
    if side is not None:
        shown = content.label(f"side.{side}")
        text = content.label("fhir_export.side_of_place")
        name = link_id(named.FINDINGS, place, named.SIDE)
        items.append(_coded(name, text, (answer_code(named.SIDE, side), shown)))
    label = content.place(place).label
    return {"linkId": link_id(named.FINDINGS, place), "text": label, "item": items}


def _biology(biology: Biology, group: str, content: Content) -> Iterator[Json]:
    for item, reply in biology._asdict().items():
        if reply != _UNKNOWN:
            text = content.label(f"biology_page.{item}")
            shown = content.label(f"biology_page.{item}_{reply}")
            yield _coded(link_id(group, item), text, (answer_code(item, reply), shown))


def _group(name: str, items: list[Json], content: Content) -> Iterator[Json]:
    if items:
        yield {"linkId": link_id(name), "text": content.label(f"fhir_export.{name}"), "item": items}


def _without_empty(item: Json) -> Json:
    return {key: value for key, value in item.items() if value != []}


def _coded(name: str, text: str, *codes: tuple[str, str]) -> Json:
    return _answered(name, text, [_coding(code, shown) for code, shown in codes])


def _coding(code: str, shown: str) -> Json:
    display = {"display": shown} if shown else {}
    return {"valueCoding": {"system": ANSWER_CODES, "code": code, **display}}


def _answered(name: str, text: str, answers: list[Json]) -> Json:
    return {"linkId": name, "text": text, "answer": answers}
