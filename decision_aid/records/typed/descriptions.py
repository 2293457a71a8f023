"""Which words after a code are its title, and which say something of their own.

A title may follow a code on its line. It is kept with the code as long as it names no other
place; what does is read by itself, so that nobody overlooks "spread to the liver" behind a code
for the breast.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Mapping, Sequence
from difflib import SequenceMatcher
from typing import Final

from decision_aid.domain import PlaceId, Side
from decision_aid.records.codes.icd10cm import described_by

_NAMES: Final[dict[str, str]] = {
    "abdomen": r"abdom|retroperiton",
    "adrenal": r"adrenal",
    "armpit": r"axill|armpit|pectoral|upper limb",
    "bladder": r"bladder|urinary",
    "bone": r"bones?\b|osseous|skelet|spine|spinal|vertebra|ribs?\b|sternum|skull|pelvic bone",
    "bowel": r"bowel|intestin|colon|rectum|stomach|gastr|digestive|duoden",
    "brain": r"brain|cerebr|nervous system|mening",
    "chest_wall": r"chest wall",
    "collarbone": r"(?:supra|infra|sub)?clavic|collarbone",
    "genital": r"genital|uter(?:us|ine)|cervix|vagin|vulva|womb",
    "groin": r"inguinal|groin|lower limb",
    "in_place": r"in situ|in-situ|dcis|lcis|intraductal|paget",
    "inflammatory": r"inflammatory",
    "kidney": r"kidney|renal",
    "liver": r"liver|hepat|bile duct",
    "lung": r"lungs?\b|pulmon|respirator",
    "marrow": r"marrow",
    "mediastinum": r"mediastin|hilar|thorac|internal mammary|parasternal",
    "neck": r"neck|cervical",
    "node": r"nodes?\b|nodal|lymph",
    "ovary": r"ovar",
    "pelvis": r"pelvi",
    "peritoneum": r"periton|ascites|oment",
    "pleura": r"pleura",
    "skin": r"skin|cutane",
    "spread": r"metasta|mets?\b|spread|secondary|recurr|stage iv",
    "tumor_kind": r"sarcoma|phyllodes|lymphoma",
}
"""Words that name a place or a spread, by what they name."""

_ALARM: Final = re.compile(
    "|".join(rf"\b(?P<{name}>{words})" for name, words in _NAMES.items()), re.IGNORECASE | re.ASCII
)

_TITLE: Final = re.compile(
    r"[\s:–-]*(?:malignant|secondary|carcinoma in situ|lobular carcinoma in situ|neoplasm"
    r"|intraductal carcinoma in situ|other specified|unspecified|genetic|estrogen receptor"
    r"|personal history|of )",
    re.IGNORECASE | re.ASCII,
)
"""How the title of a code begins."""

_DOUBT: Final = re.compile(
    r"\?|\b(?:suspect|suspici|possib|probab|likely|query|rule|concern|exclu|equivocal|pending|maybe"
    r"|(?:no|not|never|vs|versus)\b|without|benign|mother|sister|aunt|family|negative|unconfirmed|prior"
    r"|previous)",
    re.IGNORECASE | re.ASCII,
)

_SIDES: Final = re.compile(r"\b(?:(left)|(right))\b", re.IGNORECASE | re.ASCII)
_LAST: Final = 3
_LONGEST: Final = 40


def describes(code: str, words: str) -> bool:
    """Return whether these words after a code name nothing but what the code names.

    Args:
        code: its characters, without the dot.
        words: what follows it on its line.
    """
    own = described_by(code)
    return all(match.lastgroup in own for match in _ALARM.finditer(words))


def begins_like_a_title(words: str) -> bool:
    """Return whether words after a code begin as its title does, and nothing in them doubts it."""
    return _TITLE.match(words) is not None and _DOUBT.search(words) is None


def last_words(text: str) -> str:
    """Return the last words of a text, which speak of what follows them."""
    return " ".join(text[-_LAST * _LONGEST :].split()[-_LAST:])


def side_in(words: str) -> Side | None:
    """Return the side that a description names, or ``None`` for none or both."""
    named = {match.lastindex for match in _SIDES.finditer(words)}
    if len(named) != 1:
        return None
    return Side.LEFT if named == {1} else Side.RIGHT


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
