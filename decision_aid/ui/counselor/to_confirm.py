"""What was typed, pasted or read from a record, as proposals; nothing of it counts yet."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Final

from decision_aid.domain import (
    PLACES,
    UNKNOWN_BIOLOGY,
    Biology,
    Certainty,
    Finding,
    PlaceId,
    PlaceSide,
    Side,
)
from decision_aid.records.fhir.merging import label_of_ask
from decision_aid.records.typed import Reading, matching_places, means

if TYPE_CHECKING:
    from decision_aid.records.fhir import Imported
    from decision_aid.ui.kit.words import Words

_ITEMS: Final = frozenset(Biology._fields)
_FEW: Final = 3
_LEAST_LETTERS: Final = 4


@dataclass(frozen=True, slots=True)
class Proposed:
    """One finding to confirm.

    Attributes:
        place: the place.
        certainty: how sure it is; ``None`` where the counselor has to say it.
        side: the breast that it belongs to.
        detail: the answer to the place's follow-up question.
        from_text: the code or words that it comes from.
    """

    place: PlaceId
    certainty: Certainty | None
    side: Side | None = None
    detail: str | None = None
    from_text: str = ""


@dataclass(frozen=True, slots=True)
class Asked:
    """Something that is open, with the places that may be meant.

    Attributes:
        about: the code or words that leave it open.
        questions: what to ask, in words.
        candidates: the places to choose from.
    """

    about: str
    questions: tuple[str, ...]
    candidates: tuple[PlaceId, ...] = ()


@dataclass(frozen=True, slots=True)
class ToConfirm:
    """Everything that was read, in words where words are needed.

    Attributes:
        findings: what it would add.
        asked: what is open.
        meanings: what each code or part stands for.
        not_understood: what was not read, as given.
        contradictions: what does not fit together, in words.
        side: the breast that it names.
        biology: what it says of the cancer itself.
        came_back: whether it marks a recurrence.
        keeps_open: what of it was not read and may be medical; it stays with the case.
        biology_by_side: with cancer in both breasts, what it says of each.
    """

    findings: tuple[Proposed, ...] = ()
    asked: tuple[Asked, ...] = ()
    meanings: tuple[tuple[str, str], ...] = ()
    not_understood: tuple[str, ...] = ()
    contradictions: tuple[str, ...] = ()
    side: Side | None = None
    biology: Biology = UNKNOWN_BIOLOGY
    came_back: bool | None = None
    keeps_open: tuple[str, ...] = ()
    biology_by_side: Mapping[Side, Biology] = field(default_factory=dict)

    @property
    def says_nothing(self) -> bool:
        """Whether there is nothing to confirm, to choose from or to be told."""
        return self == ToConfirm()


def of_place(place: PlaceId) -> ToConfirm:
    """Return a place that was picked; how sure it is, the counselor says."""
    return ToConfirm(findings=(Proposed(place, None),))


def of_reading(reading: Reading, words: Words, names: Mapping[PlaceId, Sequence[str]]) -> ToConfirm:
    """Return what codes, TNM text and words of a report would become.

    Args:
        reading: what was read.
        words: the words.
        names: what each place is called, for what was not understood.
    """
    return ToConfirm(
        tuple(_proposed(finding, _codes_of(finding, reading)) for finding in reading.findings),
        (*_asked_of_parts(reading, words), *_perhaps(reading.not_understood, words, names)),
        tuple((part.code, means(part, words, words.place)) for part in reading.parts),
        reading.not_understood,
        tuple(words(f"codes_contradiction.{one}") for one in reading.contradictions),
        reading.side,
        reading.biology,
        reading.came_back,
        reading.may_be_medical,
        reading.biology_by_side,
    )


def of_record(imported: Imported, words: Words) -> ToConfirm:
    """Return what a FHIR file would become.

    Args:
        imported: what was read.
        words: the words.
    """
    texts = {
        finding: part.text for part in imported.parts for finding in part.findings if part.text
    }
    answers = imported.answers
    of_file = tuple(words(label_of_ask(one)) for one in imported.asks)
    return ToConfirm(
        tuple(_proposed(finding, texts.get(finding, "")) for finding in answers.findings),
        (
            *((Asked(words("fhir_import.title"), of_file),) if of_file else ()),
            *(
                Asked(
                    part.text or part.resource,
                    tuple(words(label_of_ask(one)) for one in part.open),
                    part.candidates,
                )
                for part in imported.parts
                if part.open or part.candidates
            ),
        ),
        tuple(
            (part.text or part.resource, words("confirm.from_record", resource=part.resource))
            for part in imported.parts
        ),
        tuple(one.resource for one in imported.not_used),
        tuple(_contradiction(one, words) for one in imported.contradictions),
        answers.side,
        answers.biology,
        answers.came_back,
    )


def needs_side(place: PlaceId, side: Side | None) -> bool:
    """Return whether a finding may name its own side: with cancer in both breasts."""
    return side is Side.BOTH and PLACES[place].side is PlaceSide.SAME


def _proposed(finding: Finding, from_text: str) -> Proposed:
    return Proposed(finding.place, finding.certainty, finding.side, finding.detail, from_text)


def _codes_of(finding: Finding, reading: Reading) -> str:
    codes = (
        part.code
        for part in reading.parts
        if any((f.place, f.side) == (finding.place, finding.side) for f in part.findings)
    )
    return ", ".join(dict.fromkeys(codes))


def _asked_of_parts(reading: Reading, words: Words) -> Iterator[Asked]:
    for part in reading.parts:
        if part.open:
            questions = tuple(words(f"codes_open.{one}") for one in part.open)
            yield Asked(part.code, questions, part.candidates)


def _perhaps(
    texts: Sequence[str], words: Words, names: Mapping[PlaceId, Sequence[str]]
) -> Iterator[Asked]:
    """Offer the places that look like what was not understood; nobody says that they are."""
    for text in texts:
        whole = matching_places(text, names)[:_FEW]
        places = dict.fromkeys(whole or _by_single_words(text, names))
        if places:
            yield Asked(text, (words("confirm.perhaps"),), tuple(places))


def _by_single_words(text: str, names: Mapping[PlaceId, Sequence[str]]) -> Iterator[PlaceId]:
    """Yield the places that single words of a text name; words that fit many say nothing."""
    for word in text.split():
        places = matching_places(word, names)
        if len(word) >= _LEAST_LETTERS and len(places) <= _FEW:
            yield from places


def _contradiction(one: str, words: Words) -> str:
    if one in PLACES:
        problem = words("fhir_contradiction.place")
        return words("confirm.about", what=words.place(one), told=problem)
    return words(f"fhir_contradiction.{one}")
