"""What the counselor puts on the person's screen: a picture of that moment, without any note."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from decision_aid.document.model import Document
from decision_aid.storage.saved_sessions import SavedCase


class Kind(StrEnum):
    """What is shown."""

    NOTHING = "nothing"
    ANSWER = "answer"
    COMPARISON = "comparison"
    BODY = "body"
    WORD = "word"
    SUMMARY = "summary"


@dataclass(frozen=True, slots=True)
class Shown:
    """One thing to show.

    Attributes:
        kind: what it is.
        cases: the cases that it is about, as they were when it was put there.
        examples: which of them were only supposed.
        term: the medical word, for ``WORD``.
        pdf: the pages, for ``SUMMARY``.
        document: the document of the case, for ``ANSWER`` and ``BODY``.
    """

    kind: Kind = Kind.NOTHING
    cases: tuple[SavedCase, ...] = ()
    examples: tuple[bool, ...] = ()
    term: str = ""
    pdf: bytes = b""
    document: Document | None = None


NOTHING = Shown()
