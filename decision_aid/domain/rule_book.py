"""Every rule of the reasoning as data, chapter by chapter, for a reviewer to read.

Nothing here decides anything: it repeats, from the very tables that decide, what brings what. The
words for it are elsewhere.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Final, Literal, NamedTuple

from decision_aid.domain.answers import SureItem
from decision_aid.domain.follow_ups import FOLLOW_UPS
from decision_aid.domain.places import PLACES
from decision_aid.domain.rules.decisions.model import About
from decision_aid.domain.rules.decisions.table import DECISIONS
from decision_aid.domain.rules.facts import Fact, Said
from decision_aid.domain.rules.meaning import ANSWERS, DISTANCE
from decision_aid.domain.rules.notes import (
    BY_KIND,
    BY_PLACE_AND_OTHERS,
    OWN_NOTES,
    WHATEVER_WAS_FOUND,
)
from decision_aid.domain.rules.questions import QUESTIONS
from decision_aid.domain.rules.topics import (
    MORE,
    NO_NUMBERS,
    NUMBERS,
    REGIONAL_BY_GROWTH,
    RESULTS,
    SPREAD_TO,
    TREATED_WITH,
    TREATMENT,
)
from decision_aid.domain.rules.understanding import CHECKS
from decision_aid.domain.rules.values import all_values, questions_from_sure

__all__ = ["Chapter", "Names", "Part", "Rule", "Said", "rule_book"]

Chapter = Literal[
    "places",
    "answers",
    "results",
    "notes",
    "treatment",
    "numbers",
    "decisions",
    "questions",
    "same_day",
    "values",
    "understanding",
]

Names = Literal[
    "place",
    "follow_up_answer",
    "counts_as",
    "kind",
    "known",
    "extent",
    "topic",
    "decision",
    "option",
    "condition",
    "question",
    "asked_of",
    "value",
    "check",
    "reply",
    "checks_of",
    "sure",
    "about",
]
"""What an id in a rule is the id of."""


class Part(NamedTuple):
    """Something that a rule speaks of.

    Attributes:
        field: where it stands in the sentence.
        names: what its ids are the ids of.
        ids: the ids.
    """

    field: str
    names: Names
    ids: tuple[str, ...]


class Rule(NamedTuple):
    """One rule.

    Attributes:
        chapter: where it belongs.
        form: the name of its sentence.
        parts: what it speaks of.
        when: when it applies; ``None`` where the parts say it.
    """

    chapter: Chapter
    form: str
    parts: tuple[Part, ...]
    when: Said | None = None


_KNOWN: Final = {True: "yes", False: "no", None: "cannot_tell"}


def rule_book() -> tuple[Rule, ...]:
    """Return every rule of the reasoning, chapter by chapter in reading order."""
    return (
        *_places(),
        *_answers(),
        *_results(),
        *_notes(),
        *_called_for("treatment", "treatment", TREATMENT),
        *_called_for("treatment", "more", MORE),
        *_numbers(),
        *_decisions(),
        *_questions(),
        *_same_day(),
        *_values(),
        *_understanding(),
    )


def _one(field: Names, one: str) -> Part:
    return Part(field, field, (one,))


def _many(field: Names, ids: Iterable[str]) -> Part:
    return Part(field, field, tuple(map(str, ids)))


def _places() -> Iterator[Rule]:
    for place in PLACES.values():
        yield Rule("places", "place", (_one("place", place.id), _one("counts_as", place.counts_as)))
        if place.id not in FOLLOW_UPS:
            continue
        for answer, meanings in FOLLOW_UPS[place.id].answers.items():
            said = _one("follow_up_answer", f"{place.id}.{answer}")
            form = "follow_up" if len(meanings) == 1 else "follow_up_not_settled"
            parts = (_one("place", place.id), said, _many("counts_as", meanings))
            yield Rule("places", form, parts)


def _answers() -> Iterator[Rule]:
    for distance in range(len(ANSWERS)):
        # Where nearest and farthest are the same, the answer is settled.
        kind, invasive, metastatic, extent = ANSWERS[distance][distance]
        meanings = [meaning for meaning, far in DISTANCE.items() if far == distance]
        parts = (
            _many("counts_as", meanings),
            _one("kind", kind),
            Part("invasive", "known", (_KNOWN[invasive],)),
            Part("metastatic", "known", (_KNOWN[metastatic],)),
            _many("extent", [extent] if extent else []),
        )
        yield Rule("answers", "answer" if extent else "answer_without_extent", parts)
    yield Rule("answers", "only_found_decides", ())
    yield Rule("answers", "two_meanings", ())
    yield Rule("answers", "open", ())
    yield Rule("answers", "each_breast", ())


def _results() -> Iterator[Rule]:
    for (kind, invasive, metastatic, extent), topic in RESULTS.items():
        parts = (
            _one("topic", f"results/{topic}"),
            _one("kind", kind),
            Part("invasive", "known", (_KNOWN[invasive],)),
            Part("metastatic", "known", (_KNOWN[metastatic],)),
            _many("extent", [extent] if extent else []),
        )
        yield Rule("results", "result" if extent else "result_without_extent", parts)
    either = (_one("topic", "results/spread_from_which_breast"),)
    yield Rule("results", "spread_from_either", either)


def _notes() -> Iterator[Rule]:
    for (place, answer), notes in OWN_NOTES.items():
        for note in notes:
            parts = (_one("topic", f"notes/{note}"), _one("place", place))
            if answer is None:
                yield Rule("notes", "note_of_place", parts)
            else:
                said = _one("follow_up_answer", f"{place}.{answer}")
                yield Rule("notes", "note_of_follow_up", (*parts, said))
    for note, fact in WHATEVER_WAS_FOUND:
        yield Rule("notes", "note", (_one("topic", f"notes/{note}"),), fact.said)
    for found, rules in BY_PLACE_AND_OTHERS.items():
        for note, fact in rules:
            parts = (_one("topic", f"notes/{note}"), _one("place", found))
            yield Rule("notes", "note_of_place_when", parts, fact.said)
    for kind, rules in BY_KIND.items():
        for note, fact in rules:
            parts = (_one("topic", f"notes/{note}"), _one("kind", kind))
            yield Rule("notes", "note_of_kind", parts, fact.said)
    yield Rule("notes", "out_of_scope_stops", ())


def _called_for(chapter: Chapter, folder: str, table: Iterable[tuple[str, Fact]]) -> Iterator[Rule]:
    for topic, fact in table:
        yield Rule(chapter, "explain", (_one("topic", f"{folder}/{topic}"),), fact.said)


def _numbers() -> Iterator[Rule]:
    for extent, name in NUMBERS.items():
        parts = (_one("topic", f"numbers/{name}"), _one("extent", extent))
        yield Rule("numbers", "numbers", parts)
    regional = (_one("topic", "numbers/regional"),)
    yield Rule("numbers", "numbers_regional", regional, REGIONAL_BY_GROWTH.said)
    yield Rule("numbers", "no_numbers", (), NO_NUMBERS.said)


def _decisions() -> Iterator[Rule]:
    for row in DECISIONS:
        of = "breast" if row.about is About.BREAST else "person"
        parts = (_one("decision", row.id), _one("about", of))
        yield Rule("decisions", "decision", parts, row.when.said)
        if row.once_an_option_fits:
            yield Rule("decisions", "once_an_option_fits", (_one("decision", row.id),))
        for option in row.options:
            offered = (_one("option", option.id), _one("decision", row.id))
            form = "option_needs" if option.needs else "option"
            needs = (_many("condition", option.needs),) if option.needs else ()
            yield Rule("decisions", form, (*offered, *needs), option.when.said)
    yield Rule("decisions", "not_known_is_shown", ())
    yield Rule("decisions", "more_than_doing_less", ())


def _questions() -> Iterator[Rule]:
    for question, role, fact in QUESTIONS:
        parts = (_one("question", question), _one("asked_of", role))
        yield Rule("questions", "question", parts, fact.said)
    for item in SureItem:
        (question,) = questions_from_sure({item: False})
        parts = (_one("question", question), _one("sure", item))
        yield Rule("questions", "question_of_sure", parts)


def _same_day() -> Iterator[Rule]:
    for topic, places in SPREAD_TO.items():
        parts = (_one("topic", f"same_day/{topic}"), _many("place", places))
        yield Rule("same_day", "same_day_spread", parts)
    for topic, options in TREATED_WITH.items():
        parts = (_one("topic", f"same_day/{topic}"), _many("option", options))
        yield Rule("same_day", "same_day_option", parts)


def _values() -> Iterator[Rule]:
    for value, options in all_values().items():
        yield Rule("values", "value", (_one("value", value), _many("option", options)))
    yield Rule("values", "no_children_after_menopause", (_one("value", "children"),))


def _understanding() -> Iterator[Rule]:
    for of, checks in CHECKS.items():
        for check in checks:
            parts = (_one("check", check.id), _one("reply", check.right), _one("checks_of", of))
            yield Rule("understanding", "check", parts)
