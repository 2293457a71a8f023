"""The two answers in the plainest words, written apart from the rules they are checked against.

A case is what is found, each as the meanings it may have (one, or two where it is not settled);
every reading of these is answered, and only what all readings agree on is an answer.
"""

from __future__ import annotations

import itertools
from collections.abc import Iterable
from functools import cache
from typing import NamedTuple

from decision_aid.domain import CountsAs

Meanings = tuple[CountsAs, ...]
"""What one finding may mean: one meaning, or the nearer and the farther of two."""


class Plain(NamedTuple):
    """The two answers; ``None`` where it cannot be told."""

    invasive: bool | None
    metastatic: bool | None


def one_reading(meanings: Iterable[CountsAs]) -> Plain:
    """Answer where every finding has one meaning."""
    here = set(meanings)
    if CountsAs.OUT_OF_SCOPE in here:
        return Plain(None, None)
    if CountsAs.DISTANT in here:
        return Plain(invasive=True, metastatic=True)
    if here & {CountsAs.BREAST, CountsAs.NEARBY}:
        return Plain(invasive=True, metastatic=False)
    if here & {CountsAs.IN_PLACE, CountsAs.RISK_MARKER}:
        return Plain(invasive=False, metastatic=False)
    return Plain(None, None)


@cache
def of_person(found: frozenset[Meanings]) -> Plain:
    """Answer only what every reading of these findings agrees on."""
    return agreed(one_reading(reading) for reading in itertools.product(*found))


@cache
def of_breast(
    here: frozenset[Meanings], beside: frozenset[Meanings], elsewhere: frozenset[Meanings]
) -> Plain:
    """Answer for one of two breasts with cancer.

    Args:
        here: what is found in and beside it.
        beside: what is found in and beside the other.
        elsewhere: what is found that belongs to neither.
    """
    tumor = frozenset(one for one in elsewhere if CountsAs.OUT_OF_SCOPE in one)
    alone = of_person(here | tumor)
    spread = any(CountsAs.DISTANT in meanings for meanings in elsewhere)
    from_the_other = alone.invasive is not True and of_person(beside | tumor).invasive is True
    if not spread or from_the_other:
        return alone
    return agreed((alone, of_person(here | tumor | {(CountsAs.DISTANT,)})))


def agreed(answers: Iterable[Plain]) -> Plain:
    """Return what all of these agree on."""
    invasive, metastatic = (set(replies) for replies in zip(*answers, strict=True))
    return Plain(
        invasive.pop() if len(invasive) == 1 else None,
        metastatic.pop() if len(metastatic) == 1 else None,
    )
