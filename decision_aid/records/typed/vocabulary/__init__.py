"""Every phrase that is known in a report line, and what it does there."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache
from typing import Final

from decision_aid.records.typed.vocabulary.other_words import (
    BREAST,
    EVIDENCE,
    NEUTRAL,
    NOT_MEDICAL,
    OTHER_SIDES,
    PLAIN,
    RECEPTORS,
    SIDES,
    TESTS_OF,
)
from decision_aid.records.typed.vocabulary.places_named import (
    FLUIDS,
    NODE_SURGERY,
    NODES,
    ORGANS,
    OTHER_CANCERS,
    RECURRENCES,
    REGIONS,
    TUMORS,
)
from decision_aid.records.typed.vocabulary.roles import TRIGGERS, Entry, Role, named, phrases

_SMALL_WORDS: Final[dict[Role, str]] = {
    Role.BUT: "but; however; although; except; except for; though; aside from; apart from; yet;"
    " other than; outside of; outside; beyond; but for; besides",
    Role.NOW: "now; currently; today; at present; presently; current; presents with; now with; new;"
    " newly; newly diagnosed; present with; presented with; now has; this time; new diagnosis of",
    Role.SELF: "patient; pt; she; he; herself; self; patient's own; the patient; patient has;"
    " pt has; personally; i; me; my",
    Role.AND: "and; &; as well as; plus also",
    Role.OR: "or; and/or",
    Role.TO: "to; in; of; at; on; into; within; from; for; throughout; to the; in the; of the;"
    " affecting; w in; inside; around the; in her; to her; to my; in my; under; near",
    Role.WITH: "with; w/; plus",
    Role.NUMBER: "one; two; three; four; five; six; seven; eight; nine; ten",
}

_LATER_WINS: Final = (
    (Role.NOT_MEDICAL, NOT_MEDICAL),
    (Role.PLAIN, PLAIN),
    *_SMALL_WORDS.items(),
    *EVIDENCE.items(),
    (Role.BREAST, BREAST),
    (Role.NEUTRAL, NEUTRAL),
    (Role.OTHER_CANCER, OTHER_CANCERS),
)


def _every_phrase() -> Iterator[tuple[str, Entry]]:
    for role, names in _LATER_WINS:
        for name in phrases(names):
            yield name, Entry(role)
    for role, table in (
        (Role.SIDE, SIDES),
        (Role.OTHER_SIDE, OTHER_SIDES),
        (Role.ORGAN, ORGANS),
        (Role.REGION, REGIONS),
        (Role.NODE, NODES),
        (Role.FLUID, FLUIDS),
        (Role.TUMOR, TUMORS),
        (Role.RECURRENCE, RECURRENCES),
        (Role.TEST, TESTS_OF),
        (Role.NEUTRAL, RECEPTORS),
    ):
        yield from named(role, table)
    for name in phrases(NODE_SURGERY):
        yield name, Entry(Role.NODE_SURGERY, "nodes_armpit")
    for effect, reach, names in TRIGGERS:
        for name in phrases(names):
            yield name, Entry(Role.TRIGGER, "", effect, reach)


@cache
def phrases_by_first_word() -> dict[str, tuple[tuple[tuple[str, ...], Entry], ...]]:
    """Return every phrase as its words, by the first one of them, the longest first."""
    table: dict[str, dict[tuple[str, ...], Entry]] = {}
    for phrase, entry in _every_phrase():
        words = tuple(
            phrase.lower().replace("/", " / ").replace(".", " . ").replace("-", " ").split()
        )
        table.setdefault(words[0], {})[words] = entry
    return {
        first: tuple(sorted(known.items(), key=lambda item: -len(item[0])))
        for first, known in table.items()
    }
