"""Reads a QuestionnaireResponse that this program wrote."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final, NamedTuple, get_args

from decision_aid.domain import (
    FOLLOW_UPS,
    PLACES,
    REPLIES,
    UNKNOWN_BIOLOGY,
    Answers,
    Biology,
    Certainty,
    Chest,
    ContradictionError,
    Finding,
    OptionId,
    PaperSection,
    PlaceId,
    Rating,
    Side,
    SureItem,
    ValueId,
    all_options,
    all_questions,
    all_values,
    checked,
    with_reply,
)
from decision_aid.records.fhir import questionnaire as named
from decision_aid.records.fhir.bundle import Resource, shown
from decision_aid.records.fhir.models import ANSWER_CODES, QUESTIONNAIRE, Json

_GIVEN: Final = frozenset({"completed", "amended"})
_ONE_BREAST: Final = (Side.LEFT, Side.RIGHT)


class Answered(NamedTuple):
    """What a person answered.

    Attributes:
        name: its type and id.
        text: which form it is.
        answers: what was said; empty where it is not our own form.
        not_ours: whether it is a form of somebody else, or was not given.
        not_understood: what of it was not read.
        contradictions: the places on which it contradicts itself.
    """

    name: str
    text: str
    answers: Answers = Answers()
    not_ours: bool = False
    not_understood: tuple[str, ...] = ()
    contradictions: tuple[str, ...] = ()


class _NotKnownError(Exception):
    """An answer is none of ours."""


def read_response(resource: Resource) -> Answered:
    """Return what a person answered."""
    content = resource.content
    text = str(content.get("questionnaire", resource.name))
    answered = Answered(resource.name, shown(text))
    if text != QUESTIONNAIRE or content.get("status") not in _GIVEN:
        return answered._replace(not_ours=True, not_understood=(answered.text,))
    for item in content.get("item", []):
        read = _GROUPS.get(str(item["linkId"]))
        parts = item.get("item", []) if read in _OF_PARTS else [item]
        for part in parts:
            try:
                if read is None:
                    raise _NotKnownError
                answers = read(answered.answers, part)
            except _NotKnownError:
                unread = shown(part.get("text") or part["linkId"])
                answered = answered._replace(not_understood=(*answered.not_understood, unread))
            else:
                answered = answered._replace(answers=answers)
    return _checked(answered)


def _side(answers: Answers, item: Json) -> Answers:
    return answers._replace(side=Side(_code(item, named.SIDE, set(Side))))


def _came_back(answers: Answers, item: Json) -> Answers:
    return answers._replace(came_back=_boolean(item))


def _finding(answers: Answers, item: Json) -> Answers:
    place = PlaceId(_below(item, named.FINDINGS, set(PLACES)))
    certainty, side, detail = "", None, None
    details = set(FOLLOW_UPS[place].answers) if place in FOLLOW_UPS else set[str]()
    for part in item.get("item", []):
        match str(part["linkId"]).rpartition(".")[2]:
            case named.CERTAINTY:
                certainty = _code(part, named.CERTAINTY, set(Certainty))
            case named.SIDE:
                side = Side(_code(part, named.SIDE, set(_ONE_BREAST)))
            case named.DETAIL:
                detail = _code(part, f"{named.DETAIL}.{place}", details)
            case _:
                raise _NotKnownError
    if not certainty:
        raise _NotKnownError
    finding = Finding(place, Certainty(certainty), side, detail)
    return answers._replace(findings=(*answers.findings, finding))


def _biology(answers: Answers, item: Json) -> Answers:
    return answers._replace(biology=_with_result(answers.biology, item, named.BIOLOGY))


def _biology_of_side(answers: Answers, group: Json) -> Answers:
    side = Side(_below(group, named.BIOLOGY_BY_SIDE, set(_ONE_BREAST)))
    biology = UNKNOWN_BIOLOGY
    for item in group.get("item", []):
        biology = _with_result(biology, item, f"{named.BIOLOGY_BY_SIDE}.{side}")
    return answers._replace(biology_by_side={**answers.biology_by_side, side: biology})


def _with_result(biology: Biology, item: Json, group: str) -> Biology:
    name = _below(item, group, set(REPLIES))
    return with_reply(biology, name, _code(item, name, set(REPLIES[name])))


def _compared(answers: Answers, item: Json) -> Answers:
    options = _codes(item, named.OPTION, set(all_options()))
    return answers._replace(compared=tuple(OptionId(option) for option in options))


def _value(answers: Answers, item: Json) -> Answers:
    value = ValueId(_below(item, named.VALUES, set(all_values())))
    rating = Rating(_code(item, named.RATING, set(Rating)))
    return answers._replace(values={**answers.values, value: rating})


def _sure(answers: Answers, item: Json) -> Answers:
    name = SureItem(_below(item, named.SURE, set(SureItem)))
    return answers._replace(sure={**answers.sure, name: _boolean(item)})


def _questions(answers: Answers, item: Json) -> Answers:
    questions = []
    for answer in _answers(item):
        if "valueString" in answer:
            questions.append(answer["valueString"])
        else:
            questions += _codes({"answer": [answer]}, named.QUESTION, set(all_questions()))
    return answers._replace(questions=tuple(questions))


def _notes(answers: Answers, item: Json) -> Answers:
    said = [answer.get("valueString") for answer in _answers(item)]
    if len(said) != 1 or said[0] is None:
        raise _NotKnownError
    return answers._replace(notes=said[0])


def _chest(answers: Answers, item: Json) -> Answers:
    chest: Chest = "flat" if _code(item, named.CHEST, set(get_args(Chest))) == "flat" else "curved"
    return answers._replace(chest=chest)


def _sections(answers: Answers, item: Json) -> Answers:
    known: tuple[PaperSection, ...] = get_args(PaperSection)
    chosen = _codes(item, named.SECTION, {*known, named.NONE})
    by_name = {section: section for section in known}
    return answers._replace(sections=tuple(by_name[one] for one in chosen if one in by_name))


_GROUPS: Final = {
    named.SIDE: _side,
    named.CAME_BACK: _came_back,
    named.FINDINGS: _finding,
    named.BIOLOGY: _biology,
    named.BIOLOGY_BY_SIDE: _biology_of_side,
    named.COMPARED: _compared,
    named.VALUES: _value,
    named.SURE: _sure,
    named.QUESTIONS: _questions,
    named.NOTES: _notes,
    named.CHEST: _chest,
    named.SECTIONS: _sections,
}
_OF_PARTS: Final = frozenset({_finding, _biology, _biology_of_side, _value, _sure})


def _checked(answered: Answered) -> Answered:
    """Leave out what contradicts itself, place by place."""
    answers = answered.answers
    kept: list[Finding] = []
    contradictions: dict[str, None] = {}
    for finding in answers.findings:
        try:
            checked(Answers((*kept, finding), answers.side))
        except ContradictionError:
            contradictions[finding.place] = None
        else:
            kept.append(finding)
    left = tuple(f for f in dict.fromkeys(kept) if f.place not in contradictions)
    if answers.side is not Side.BOTH and answers.biology_by_side:
        contradictions["side"] = None
        answers = answers._replace(biology_by_side={})
    return answered._replace(
        answers=answers._replace(findings=left), contradictions=tuple(contradictions)
    )


def _below(item: Json, group: str, known: set[str]) -> str:
    """Return the last part of an item's name, where it stands in its group and is known."""
    head, _, name = str(item["linkId"]).rpartition(".")
    if head != group or name not in known:
        raise _NotKnownError
    return name


def _answers(item: Json) -> Iterator[Json]:
    yield from item.get("answer", [])


def _codes(item: Json, asked: str, known: set[str]) -> list[str]:
    """Return the replies to what was asked, all of them known."""
    replies = []
    for answer in _answers(item):
        coding = answer.get("valueCoding", {})
        head, _, reply = str(coding.get("code", "")).rpartition(".")
        if coding.get("system") != ANSWER_CODES or head != asked or reply not in known:
            raise _NotKnownError
        replies.append(reply)
    return replies


def _code(item: Json, asked: str, known: set[str]) -> str:
    replies = _codes(item, asked, known)
    if len(replies) != 1:
        raise _NotKnownError
    return replies[0]


def _boolean(item: Json) -> bool:
    said = [answer.get("valueBoolean") for answer in _answers(item)]
    if len(said) != 1 or not isinstance(said[0], bool):
        raise _NotKnownError
    return said[0]
