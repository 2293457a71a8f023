"""Words that deny something else than a place: a side, a relative, a test that was not done."""

from __future__ import annotations

from typing import Final

from decision_aid.records.typed.mentions import NODES, PLACES_OF_SPREAD, Line, Mention
from decision_aid.records.typed.vocabulary.roles import Effect, Role

_R, _E = Role, Effect

LOOKED_AT: Final = frozenset({_R.TEST, _R.SAMPLE})
"""How a place was looked at; what was found is not said by it."""

_PLAIN_NO: Final = frozenset(
    {"no", "not", "without", "w/o", "never", "never had", "has no", "had no", "with no", "no other",
     "there is no", "there are no", "no further", "no additional", "does not have", "no known"}
)  # fmt: skip


def denies_a_side(line: Line, at: int) -> bool:
    """Whether it is only said of a side that it is not that one: "left, not right"."""
    after = line.items[at + 1 : at + 2]
    one_side = bool(after) and after[0].role is _R.SIDE and after[0].entry.id != "both"
    return one_side and line.items[at].text.lower() == "not"


def ends_a_heading(line: Line, at: int) -> bool:
    """Whether it only says that nothing is known of relatives: "family history negative"."""
    before = line.items[at - 1] if at else None
    return before is not None and before.entry.effect is _E.RELATIVE


def not_there_alone(line: Line, at: int) -> bool:
    """Whether it says "not only", parted: "not in the liver only"."""
    behind = range(at + 1, line.items_of(line.parts[at]).stop)
    not_only = any(line.items[n].text.lower() in {"only", "alone"} for n in behind)
    return not_only and line.items[at].text.lower() == "not"


def was_not_done(line: Line, at: int, mention: Mention) -> bool:
    """Whether "no" speaks of a test or an operation, and so says nothing of what is there."""
    if mention.role not in PLACES_OF_SPREAD or line.items[at].text.lower() not in _PLAIN_NO:
        return False
    if mention.at < at or not mention.evidence <= LOOKED_AT:
        return False
    if mention.role is _R.NODE_SURGERY:
        return True
    if mention.role in NODES:
        return line.says_taken(mention) or _R.SAMPLE in mention.evidence
    return bool(mention.evidence)
