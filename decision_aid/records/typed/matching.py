"""Finds places by what a person types: type-ahead over labels, terms and everyday words."""

from __future__ import annotations

import unicodedata
from collections.abc import Mapping, Sequence
from difflib import SequenceMatcher
from typing import Final

from decision_aid.domain import PlaceId

_MOST_WORDS: Final = 8
_LONGEST_WORD: Final = 40
_LEAST_LIKE: Final = 0.75
_FEWEST_LETTERS: Final = 3
"""Shorter words have too many words that look like them."""


def matching_places(text: str, names: Mapping[PlaceId, Sequence[str]]) -> tuple[PlaceId, ...]:
    """Return the places whose names fit what was typed, best first.

    Every word that was typed has to start a word of one name, in any order; or, after those, to
    look much like one. Names that start with the text come first, then shorter names, then the
    order of ``names``.

    Args:
        text: what was typed so far.
        names: what each place is called.

    Returns:
        The fitting places; none for a text without words.
    """
    typed = _words(text)[:_MOST_WORDS]
    if not typed:
        return ()
    ranked = []
    for order, (place, called) in enumerate(names.items()):
        ranks = [rank for name in called if (rank := _rank(typed, _words(name))) is not None]
        if ranks:
            ranked.append((min(ranks), order, place))
    return tuple(place for _, _, place in sorted(ranked))


def _rank(typed: list[str], name: list[str]) -> tuple[int, float, int] | None:
    """Return how well a name fits, the smaller the better, or ``None`` if it does not."""
    if all(any(word.startswith(part) for word in name) for part in typed):
        in_order = " ".join(name).startswith(" ".join(typed))
        return (0 if in_order else 1), 0.0, len(name)
    alike = [max((_likeness(part, word) for word in name), default=0.0) for part in typed]
    if min(alike) < _LEAST_LIKE:
        return None
    return 2, -sum(alike) / len(alike), len(name)


def _likeness(part: str, word: str) -> float:
    if word.startswith(part):
        return 1.0
    if len(part) < _FEWEST_LETTERS:
        return 0.0
    # Somebody who is still typing has written only the beginning of a longer word.
    beginnings = {word, word[: len(part)]}
    return max(SequenceMatcher(None, part, whole).ratio() for whole in beginnings)


def _words(text: str) -> list[str]:
    plain = unicodedata.normalize("NFKD", text[: _MOST_WORDS * _LONGEST_WORD]).casefold()
    letters = (sign if sign.isalnum() else " " for sign in plain if not unicodedata.combining(sign))
    return [word[:_LONGEST_WORD] for word in "".join(letters).split()]
