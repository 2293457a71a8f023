"""What a piece of text was read as, and all of it together."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from typing import Final, NamedTuple

from decision_aid.domain import (
    NO_REPORTS_BY_SIDE,
    PLACES,
    UNKNOWN_BIOLOGY,
    Answers,
    Biology,
    Certainty,
    Finding,
    PlaceId,
    PlaceSide,
    Side,
    checked,
)
from decision_aid.records.codes.meaning import CodeMeaning, Subject


class Part(NamedTuple):
    """One piece of the text, and what it was read as.

    Attributes:
        text: the piece exactly as it was given, with the description that follows a code.
        code: the code in its usual spelling, such as ``C50.412``, ``pN3c`` or ``M0(i+)``.
        findings: what it would become; empty where it names no place, or more than one.
        meaning: the label that says in plain words what it stands for, ``codes.<id>`` or
            ``reading.<id>``; "" where its findings say all.
        open: ids of what it leaves open and a person must say; labels ``codes_open.<id>``.
        candidates: the places that it may mean, where it does not say which.
        side: the breast that the code itself names.
        biology: what it says of the cancer itself.
    """

    text: str
    code: str
    findings: tuple[Finding, ...]
    meaning: str
    open: tuple[str, ...]
    candidates: tuple[PlaceId, ...] = ()
    side: Side | None = None
    biology: Biology = UNKNOWN_BIOLOGY


class Reading(NamedTuple):
    """What a text was read as; nothing of it counts before a person has confirmed it.

    Attributes:
        parts: every piece that was read, in order.
        findings: those of all parts, without doubles; they go together with ``side``.
        side: the breast that it names; ``BOTH`` only where cancer is named in each.
        biology: what the text says of the cancer itself.
        came_back: ``True`` where it names a recurrence, else ``None``.
        not_understood: the pieces that were not read, as given.
        contradictions: ids of what does not fit together; labels ``codes_contradiction.<id>``.
        biology_by_side: with cancer in both breasts, what it says of each.
        may_be_medical: those of ``not_understood`` that are more than dates, names and the like.
    """

    parts: tuple[Part, ...]
    findings: tuple[Finding, ...]
    side: Side | None
    biology: Biology
    came_back: bool | None
    not_understood: tuple[str, ...]
    contradictions: tuple[str, ...]
    biology_by_side: Mapping[Side, Biology] = NO_REPORTS_BY_SIDE
    may_be_medical: tuple[str, ...] = ()

    @property
    def answers(self) -> Answers:
        """What the text comes to; what was not read and may be medical keeps both answers open."""
        return checked(
            Answers(
                findings=self.findings,
                side=self.side,
                came_back=self.came_back,
                biology=self.biology,
                biology_by_side=self.biology_by_side,
                not_read=tuple(piece[:_LONGEST] for piece in self.may_be_medical),
            )
        )


_LONGEST: Final = 500
"""An answers file takes no longer pieces."""

OTHER_CANCER: Final = "other_cancer"
"""Open where the person has another cancer, from which a place may come."""

FOUND_OR_NOT: Final = "found_or_not"
"""Open where the words around a code leave it unsure, or tell of somebody or some time else."""

LAST_RESULT: Final = "last_result"
"""Open where a receptor is doubted, or has another result later in the line."""

WHICH_SIDE: Final = "which_side"
SAME_OR_OTHER_SIDE: Final = "side_same_or_other"


def as_typed(meaning: CodeMeaning) -> CodeMeaning:
    """Return what a code means where nothing but the code is there.

    The side that a code names is that of the breast only where it speaks of the breast. What no
    record beside it can tell is asked: which breast, or on which side of it nodes lie.
    """
    if meaning.subject is Subject.BREAST_CANCER:
        asks = () if meaning.side else (WHICH_SIDE,)
        return meaning._replace(asks=(*meaning.asks, *asks))
    sides = {PLACES[place].side for place in meaning.places}
    asks = (SAME_OR_OTHER_SIDE,) if sides >= _NODES_OF_BOTH_SIDES else ()
    return meaning._replace(side=None, asks=(*meaning.asks, *asks))


_NODES_OF_BOTH_SIDES: Final = {PlaceSide.SAME, PlaceSide.OTHER}


Label = Callable[[str], str]


def means(part: Part, label: Label, place: Callable[[PlaceId], str]) -> str:
    """Return what a part was read as, such as "Liver: suspected".

    Args:
        part: the part.
        label: returns the words of a label.
        place: returns what a place is called.
    """
    sure = all(f.certainty is Certainty.FOUND for f in part.findings)
    if part.meaning and (sure or not part.findings):
        return label(part.meaning)
    return "; ".join(_each(part, label, place))


def _each(part: Part, label: Label, place: Callable[[PlaceId], str]) -> Iterator[str]:
    for finding in part.findings:
        side = f", {label(f'side.{finding.side}')}" if finding.side else ""
        yield f"{place(finding.place)}{side}: {label(f'reading.{finding.certainty}')}"
