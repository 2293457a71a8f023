"""Real cases, one for each kind of result, made into summaries with the real words."""

from __future__ import annotations

import datetime as dt
import json
from typing import Any

import pytest

from decision_aid.content import load
from decision_aid.document.make import make_document
from decision_aid.document.model import Document
from decision_aid.domain import Answers, assess
from decision_aid.storage.answers import parse_answers

_FOUND: dict[str, list[dict[str, str]]] = {
    "in_situ": [{"place": "ducts_only"}],
    "paget": [{"place": "nipple_paget", "detail": "no_invasive_part"}],
    "invasive_breast": [{"place": "breast_tissue"}],
    "invasive_nearby": [{"place": "breast_tissue"}, {"place": "nodes_armpit"}],
    "above_collarbone": [
        {"place": "breast_tissue"},
        {"place": "nodes_above_collarbone", "detail": "same_side"},
        {"place": "liver", "certainty": "suspected"},
        {"place": "bone", "certainty": "not_found"},
    ],
    "spread_not_settled": [{"place": "chest_wall", "detail": "not_sure"}],
    "metastatic": [{"place": "breast_tissue"}, {"place": "bone", "detail": "separate_spot"}],
    "not_cancer": [{"place": "lobules_only"}],
    "out_of_scope": [{"place": "not_carcinoma"}],
    "cannot_tell": [{"place": "breast_tissue", "certainty": "suspected"}],
    "cannot_tell_if_invasive": [{"place": "nipple_paget", "detail": "not_sure"}],
    "nothing": [],
}
_BOTH = [
    {"place": "ducts_only", "side": "left"},
    {"place": "breast_tissue", "side": "right"},
    {"place": "nodes_armpit", "side": "right"},
]
_SUSPECTED: dict[str, list[dict[str, str]]] = {
    "suspected_liver": [*_FOUND["invasive_nearby"], {"place": "liver", "certainty": "suspected"}],
    "suspected_two": [
        {"place": "breast_tissue"},
        {"place": "liver", "certainty": "suspected"},
        {"place": "bone", "certainty": "suspected"},
    ],
}
_FOUND.update(_SUSPECTED)
UNUSUAL = ("both", "both_with_spread", "both_long")
"""Cases that take up to three pages, and in large print five: two cancers, each told by itself."""

_LONG = [
    *(
        {"place": place, "side": side}
        for place in ("inflammatory", "nodes_armpit")
        for side in ("left", "right")
    ),
    {"place": "bone", "certainty": "suspected"},
    {"place": "liver", "certainty": "not_found"},
]
CASES = (*_FOUND, *UNUSUAL)


def answers_of(**answers: Any) -> Answers:
    return parse_answers(json.dumps({"schema": 1, **answers}).encode())


def answers_for(name: str) -> Answers:
    if name == "both":
        return answers_of(side="both", came_back=False, findings=_BOTH)
    if name == "both_with_spread":
        return answers_of(side="both", came_back=False, findings=[*_BOTH, {"place": "liver"}])
    if name == "both_long":
        return answers_of(side="both", came_back=False, findings=_LONG)
    return answers_of(side="left", came_back=False, findings=_FOUND[name])


def made(answers: Answers, day: dt.date | None, **more: Any) -> Document:
    return make_document(assess(answers), load(), day, **more)


def summary_of(**answers: Any) -> Document:
    return made(answers_of(**answers), dt.date(2026, 11, 23))


def summary_for(name: str) -> Document:
    return made(answers_for(name), dt.date(2026, 11, 23))


@pytest.fixture(params=CASES)
def name(request: pytest.FixtureRequest) -> str:
    assert isinstance(request.param, str)
    return request.param


@pytest.fixture
def summary(name: str) -> Document:
    return summary_for(name)
