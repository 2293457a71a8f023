"""Reads a QuestionnaireResponse that this program wrote."""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from decision_aid.domain import (
    FOLLOW_UPS,
    PLACES,
    REPLIES,
    UNKNOWN_BIOLOGY,
    Answers,
    Biology,
    Certainty,
    ContradictionError,
    Finding,
    PlaceId,
    Side,
    checked,
    with_reply,
)
from decision_aid.records.fhir.availability import Json
from decision_aid.records.fhir.bundle import Resource, shown
from decision_aid.records.fhir.questionnaire import (
    BIOLOGY,
    CAME_BACK,
    CERTAINTY,
    DETAIL,
    FINDINGS,
    SIDE,
)
from decision_aid.records.fhir.systems import ANSWER_CODES, QUESTIONNAIRE

_GIVEN = frozenset({"completed", "amended"})


class Answered(NamedTuple):
    """What a person answered; empty, with ``not_understood``, where it is not our own file."""

    name: str
    text: str
    findings: tuple[Finding, ...] = ()
    side: Side | None = None
    came_back: bool | None = None
    biology: Biology = UNKNOWN_BIOLOGY
    not_understood: tuple[str, ...] = ()
    contradictions: tuple[str, ...] = ()


def read_response(resource: Resource) -> Answered:
    """Return what a person answered."""
    content = resource.content
    text = str(content.get("questionnaire", resource.name))
    answered = Answered(resource.name, shown(text))
    if text != QUESTIONNAIRE or content.get("status") not in _GIVEN:
        return answered._replace(not_understood=(answered.text,))
    for item in content.get("item", []):
        match str(item["linkId"]).split("."):
            case [known] if known == SIDE and (code := _code(item, SIDE)) in set(Side):
                answered = answered._replace(side=Side(code))
            case [known] if known == CAME_BACK and (said := _boolean(item)) is not None:
                answered = answered._replace(came_back=said)
            case [known] if known == FINDINGS:
                answered = _with_findings(answered, item)
            case [known] if known == BIOLOGY:
                answered = _with_biology(answered, item)
            case _:
                answered = _not_understood(answered, item)
    return _checked(answered)


def _with_findings(answered: Answered, group: Json) -> Answered:
    for item in group.get("item", []):
        finding = _finding(item)
        if finding is None:
            answered = _not_understood(answered, item)
        else:
            answered = answered._replace(findings=(*answered.findings, finding))
    return answered


def _finding(item: Json) -> Finding | None:
    head, _, name = str(item["linkId"]).partition(".")
    place = PlaceId(name)
    if head != FINDINGS or place not in PLACES:
        return None
    certainty, side, detail = "", None, None
    for part in item.get("item", []):
        match str(part["linkId"]).rpartition(".")[2]:
            case known if known == CERTAINTY:
                certainty = _code(part, CERTAINTY)
            case known if known == SIDE:
                side = _code(part, SIDE)
            case known if known == DETAIL:
                detail = _code(part, f"{DETAIL}.{place}")
            case _:
                return None
    follow_up = FOLLOW_UPS.get(place)
    knows_detail = detail is None or (follow_up is not None and detail in follow_up.answers)
    if certainty not in set(Certainty) or side not in {None, Side.LEFT, Side.RIGHT}:
        return None
    if not knows_detail:
        return None
    return Finding(place, Certainty(certainty), None if side is None else Side(side), detail)


def _with_biology(answered: Answered, group: Json) -> Answered:
    for item in group.get("item", []):
        name = str(item["linkId"]).partition(".")[2]
        if name in REPLIES and (reply := _code(item, name)) in set(REPLIES[name]):
            answered = answered._replace(biology=with_reply(answered.biology, name, reply))
        else:
            answered = _not_understood(answered, item)
    return answered


def _checked(answered: Answered) -> Answered:
    """Leave out what contradicts itself, place by place."""
    kept: list[Finding] = []
    contradictions: dict[str, None] = {}
    for finding in answered.findings:
        try:
            checked(Answers((*kept, finding), answered.side))
        except ContradictionError:
            contradictions[finding.place] = None
        else:
            kept.append(finding)
    left = tuple(f for f in dict.fromkeys(kept) if f.place not in contradictions)
    return answered._replace(findings=left, contradictions=tuple(contradictions))


def _not_understood(answered: Answered, item: Json) -> Answered:
    text = shown(item.get("text") or item["linkId"])
    return answered._replace(not_understood=(*answered.not_understood, text))


def _answers(item: Json) -> Iterator[Json]:
    yield from item.get("answer", [])


def _code(item: Json, asked: str) -> str:
    """Return the reply to what was asked, "" where the one answer is none of ours."""
    answers = list(_answers(item))
    coding = answers[0].get("valueCoding", {}) if len(answers) == 1 else {}
    head, _, reply = str(coding.get("code", "")).rpartition(".")
    return reply if coding.get("system") == ANSWER_CODES and head == asked else ""


def _boolean(item: Json) -> bool | None:
    answers = list(_answers(item))
    said = answers[0].get("valueBoolean") if len(answers) == 1 else None
    return said if isinstance(said, bool) else None
