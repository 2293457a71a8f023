"""Every kind of case in which something is still open, each made into the one document once."""

from __future__ import annotations

import itertools
import re
from collections.abc import Iterator
from functools import cache
from typing import Final, NamedTuple

from decision_aid.cli.classify import explain
from decision_aid.content import Content, Paragraph
from decision_aid.document.deciding_blocks import Numbers
from decision_aid.document.handoff import handoff_text
from decision_aid.document.icon_arrays import IconArrays
from decision_aid.document.make import make_document
from decision_aid.document.model import Document
from decision_aid.domain import Answers, Assessment, Finding, Side, assess
from tests.domain.cases import found, suspected, unknown
from tests.domain.decision_cases import EVERY_FINDING, TOGETHER

_L, _R = Side.LEFT, Side.RIGHT
FOUND: Final[tuple[tuple[Finding, ...], ...]] = (
    (),
    *((one,) for one in EVERY_FINDING),
    *(tuple(map(found, places)) for places in TOGETHER),
    (found("ducts_only"), found("nodes_armpit")),
    (found("ducts_only"), found("lobules_only")),
    (found("nipple_paget"), found("breast_tissue")),
    (found("chest_wall", "not_sure"), found("nodes_armpit")),
    (found("ducts_only"), found("blood_cells"), found("bone_marrow_cells")),
)
OPEN: Final[tuple[tuple[Finding, ...], ...]] = (
    (suspected("adrenal"),),
    (unknown("breast_muscle"),),
    (suspected("nodes_in_breast"), unknown("brain"), suspected("lung")),
)
ANOTHER_TUMOR: Final = (suspected("not_carcinoma"),)
"""All that could still turn what is metastatic."""
_SAID: Final = ((None, None), (None, True), (_L, False), (Side.BOTH, False))
_OF_EACH: Final = (None, "lobules_only", "ducts_only", "breast_tissue", "nodes_armpit")
_BESIDE: Final[tuple[tuple[Finding, ...], ...]] = (
    (suspected("liver"),),
    (found("liver"), suspected("breast_skin")._replace(side=_L)),
    (unknown("liver"), suspected("breast_skin")._replace(side=_L)),
    (unknown("chest_wall")._replace(side=_R),),
)


def cases() -> Iterator[Answers]:
    """Yield what is found beside what is open, by side and timing; and each pair of breasts."""
    for (number, findings), (turn, still_open) in itertools.product(
        enumerate(FOUND), enumerate((*OPEN, ANOTHER_TUMOR))
    ):
        if still_open is ANOTHER_TUMOR and not assess(Answers(findings)).result.metastatic:
            continue
        if {f.place for f in findings}.isdisjoint(f.place for f in still_open):
            for side, came_back in _SAID[(number + turn) % 2 :: 2]:
                yield Answers((*findings, *still_open), side, came_back)
    for number, findings in enumerate(FOUND):
        side, came_back = _SAID[number % 2]
        yield Answers(findings, side, came_back, not_read=("hepatic 2 cm?",))
    for (left, right), beside in itertools.product(itertools.product(_OF_EACH, repeat=2), _BESIDE):
        here = tuple(found(place, side=s) for place, s in ((left, _L), (right, _R)) if place)
        for came_back in (False, True):
            yield Answers((*here, *beside), Side.BOTH, came_back)


class Told(NamedTuple):
    """One case with everything that is said of it.

    Attributes:
        seen: what follows from the case.
        document: the one document, all of its sections.
        sentences: every sentence of the document, of what goes on a phone and of the command,
            but for questions, which deny nothing.
    """

    seen: Assessment
    document: Document
    sentences: frozenset[str]


# What a document says of the words themselves, and of sources, names nobody's case.
_GENERAL: Final = {"words", "sources", "more_sources", "two_words"}


def told(answers: Answers, content: Content) -> Told:
    """Assess the answers and gather every sentence that is said of them."""
    seen = assess(answers)
    document = make_document(seen, content, None)
    texts = [
        text
        for section in document.sections
        if section.id not in _GENERAL
        for text in texts_of(section)
    ]
    texts += handoff_text(document).splitlines()  # one line a paragraph
    texts += explain(seen, content).replace("\n  - ", "\n\n").split("\n\n")
    sentences = frozenset(itertools.chain.from_iterable(map(sentences_of, texts)))
    return Told(seen, document, sentences)


def texts_of(part: object) -> Iterator[str]:
    """Yield each text in a part of a document."""
    if isinstance(part, str):
        yield part
    elif isinstance(part, Paragraph):
        yield part.text
    elif isinstance(part, Numbers | IconArrays):
        return  # it tells of people in a study, and of nobody's case
    elif isinstance(part, dict | tuple):
        for value in part.values() if isinstance(part, dict) else part:
            yield from texts_of(value)


@cache
def sentences_of(text: str) -> tuple[str, ...]:
    """Return the sentences of a text, but for questions."""
    parts = re.split(r"(?<=[.?!])\s+", " ".join(text.split()))
    return tuple(part for part in parts if not part.endswith("?"))
