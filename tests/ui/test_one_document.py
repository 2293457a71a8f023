"""One case has one document: every page shows parts of the same one, and it goes with the case."""

from __future__ import annotations

import gc
import weakref
from typing import Any

import pytest

from decision_aid.content import load
from decision_aid.document.make import make_document
from decision_aid.domain import Answers, Certainty, PlaceId, Rating, assess
from decision_aid.ui.kit import document_view
from decision_aid.ui.kit.document_view import document_of
from tests.ui.person import Person

PAGES = ("treatment", "options", "values", "check", "questions", "summary")


@pytest.fixture
def made(monkeypatch: pytest.MonkeyPatch) -> list[Answers]:
    """Every case of which a document was made, in order."""
    cases: list[Answers] = []

    def noted(assessment: Any, *arguments: Any, **more: Any) -> Any:
        cases.append(assessment.answers)
        return make_document(assessment, *arguments, **more)

    monkeypatch.setattr(document_view, "make_document", noted)
    return cases


def test_all_pages_of_a_case_share_one_document(person: Person, made: list[Answers]) -> None:
    page = person.go_to("answer", marks={PlaceId("breast_tissue"): Certainty.FOUND})
    shown = page.document
    made.clear()
    for step in PAGES:
        page = person.go_to(step)
        assert page.context.document is shown, step
    assert made == []
    assert page._document is shown


def test_a_changed_answer_makes_one_more_and_only_one(person: Person, made: list[Answers]) -> None:
    page = person.go_to("values", marks={PlaceId("breast_tissue"): Certainty.FOUND})
    made.clear()
    person.press(next(iter(page.rows.values())).choices.button(Rating.A_LOT))
    for step in ("check", "questions", "summary"):
        person.go_to(step)
    assert len(made) == 1


def test_a_document_goes_away_with_its_case() -> None:
    gc.collect()
    before = len(document_view._MADE)
    seen = assess(Answers(notes="planted"))
    document = document_of(seen, load())
    assert document_of(seen, load()) is document
    assert document_of(seen, load(), example_only=True).example_only
    gone = weakref.ref(seen)
    del seen, document
    gc.collect()
    assert gone() is None
    assert len(document_view._MADE) <= before
