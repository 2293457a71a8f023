"""How our own answers are named in a QuestionnaireResponse; written and read by the same names."""

from __future__ import annotations

from typing import Final

SIDE: Final = "side"
CAME_BACK: Final = "came_back"
FINDINGS: Final = "findings"
BIOLOGY: Final = "biology"
BIOLOGY_BY_SIDE: Final = "biology_by_side"
CERTAINTY: Final = "certainty"
DETAIL: Final = "detail"
COMPARED: Final = "compared"
OPTION: Final = "option"
VALUES: Final = "values"
RATING: Final = "rating"
SURE: Final = "sure"
QUESTIONS: Final = "questions"
QUESTION: Final = "question"
NOTES: Final = "notes"
CHEST: Final = "chest"
SECTIONS: Final = "sections"
SECTION: Final = "section"
NONE: Final = "none"
"""The answer that nothing was chosen, where that is not the same as no answer."""


def link_id(*parts: str) -> str:
    """Return the id of an item, such as ``findings.bone.certainty``; it never changes."""
    return ".".join(parts)


def answer_code(*parts: str) -> str:
    """Return the code of an answer: what was asked, and the reply, as in ``certainty.found``."""
    return ".".join(parts)
