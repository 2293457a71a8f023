"""What one code means: the shape that every table of codes shares."""

from __future__ import annotations

from collections.abc import Iterator
from enum import StrEnum
from typing import NamedTuple

from decision_aid.domain import PLACES, Certainty, Finding, PlaceId, Side
from decision_aid.domain.biology import UNKNOWN_BIOLOGY, Biology


class Subject(StrEnum):
    """What a code speaks of."""

    BREAST_CANCER = "breast_cancer"
    SPREAD = "spread"
    """A place that a cancer has spread to; of which cancer, the code does not say."""
    HISTORY = "history"
    """Cancer in the past, which says nothing of now."""
    RESULT = "result"
    """What a report says of the cancer or of the person."""
    SITE = "site"
    """A part of the body, without a word of what was found there."""
    OTHER_CANCER = "other_cancer"
    """A cancer that did not begin in the breast, or not as a carcinoma."""


class CodeMeaning(NamedTuple):
    """What one code means.

    Attributes:
        words: the id of the words that say it to a person, ``codes.<id>``; "" where none do.
        found: the places that it names without doubt, all of them.
        candidates: places of which it names one or more without saying which.
        asks: ids of what it leaves open and a person must say; their words are
            ``codes_open.<id>``.
        side: the breast, or the side of the body, that it names itself.
        sex: ``"female"`` or ``"male"`` where it names it.
        biology: what it says of the cancer itself and of the person.
        came_back: whether it marks a recurrence.
        subject: what it speaks of.
    """

    words: str = ""
    found: tuple[Finding, ...] = ()
    candidates: tuple[PlaceId, ...] = ()
    asks: tuple[str, ...] = ()
    side: Side | None = None
    sex: str = ""
    biology: Biology = UNKNOWN_BIOLOGY
    came_back: bool | None = None
    subject: Subject = Subject.RESULT

    @property
    def places(self) -> tuple[PlaceId, ...]:
        """Every place that it names or may name."""
        return tuple(dict.fromkeys((*(f.place for f in self.found), *self.candidates)))


def found(*places: str) -> tuple[Finding, ...]:
    """Return these as found; ``"place=detail"`` answers the follow-up question of a place."""
    return tuple(_findings(Certainty.FOUND, places))


def not_found(*places: str) -> tuple[Finding, ...]:
    """Return these as looked for and not found."""
    return tuple(_findings(Certainty.NOT_FOUND, places))


def candidates(*places: str) -> tuple[PlaceId, ...]:
    """Return these as places that may be meant."""
    return tuple(PLACES[PlaceId(place)].id for place in places)


def undecided(meaning: CodeMeaning, *asks: str) -> CodeMeaning:
    """Return the same code with its findings only as candidates, and these ids asked."""
    return meaning._replace(
        found=(),
        candidates=meaning.places,
        asks=tuple(dict.fromkeys((*meaning.asks, *asks))),
    )


def _findings(certainty: Certainty, places: tuple[str, ...]) -> Iterator[Finding]:
    for place in places:
        place_id, _, detail = place.partition("=")
        yield Finding(PLACES[PlaceId(place_id)].id, certainty, None, detail or None)
