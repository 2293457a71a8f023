"""How hard a text is to read: Flesch-Kincaid grade, SMOG, and the longest sentence.

Syllables are counted by ``textstat`` (with the CMU dictionary), which only those who write and
check words need; it comes with the ``test`` extra. The two formulas work on counts, so the
figures of many texts together are figures of their sums:

* Flesch-Kincaid grade = 0.39 words/sentence + 11.8 syllables/word - 15.59 (Kincaid 1975)
* SMOG = 1.0430 sqrt(30 polysyllables/sentence) + 3.1291 (McLaughlin 1969)
"""

from __future__ import annotations

import math
import re
from collections.abc import Iterable
from functools import cache
from typing import Final, NamedTuple

MAX_FLESCH_KINCAID: Final = 6.0
MAX_SMOG: Final = 8.0
MAX_WORDS_IN_SENTENCE: Final = 20
TAUGHT_WORD: Final = "word"
"""Stands for a medical word that the text has just explained, in the masked figures."""

_SENTENCE_END: Final = re.compile(r"(?<=[.!?])[\"”')\]]*\s+(?=[\"“'(\[]?[A-Z0-9])")
_WORD: Final = re.compile(r"[A-Za-z][A-Za-z'’-]*|\d[\d.,]*")


class Counts(NamedTuple):
    """What the formulas work on."""

    words: int = 0
    sentences: int = 0
    syllables: int = 0
    polysyllables: int = 0

    def plus(self, other: Counts) -> Counts:
        """Return the counts of both texts together."""
        return Counts(*(a + b for a, b in zip(self, other, strict=True)))

    @property
    def flesch_kincaid(self) -> float:
        """The US school grade by Flesch and Kincaid."""
        if not self.words or not self.sentences:
            return 0.0
        per_sentence, per_word = self.words / self.sentences, self.syllables / self.words
        return 0.39 * per_sentence + 11.8 * per_word - 15.59

    @property
    def smog(self) -> float:
        """The SMOG grade."""
        if not self.sentences:
            return 0.0
        return 1.0430 * math.sqrt(30 * self.polysyllables / self.sentences) + 3.1291


def is_available() -> bool:
    """Whether syllables can be counted here."""
    try:
        import textstat  # noqa: F401, PLC0415
    except ImportError:
        return False
    return True


def sentences(text: str) -> list[str]:
    """Return the sentences of a paragraph; a list item without a full stop is one too."""
    return [part for part in _SENTENCE_END.split(text.strip()) if words(part)]


def words(text: str) -> list[str]:
    """Return the words of a text; a number is a word."""
    return _WORD.findall(text)


@cache
def syllables(word: str) -> int:
    """Return how many syllables a word has; a number or a capital abbreviation counts as one."""
    import textstat  # noqa: PLC0415 - only those who check words have it

    if word.isupper() or word[0].isdigit():
        return 1
    return max(1, sum(int(textstat.syllable_count(part)) for part in word.split("-") if part))


def count(texts: Iterable[str]) -> Counts:
    """Return the counts of these paragraphs together."""
    total = Counts()
    for text in texts:
        spoken = [syllables(word) for word in words(text)]
        polysyllables = sum(number >= 3 for number in spoken)
        total = total.plus(Counts(len(spoken), len(sentences(text)), sum(spoken), polysyllables))
    return total
