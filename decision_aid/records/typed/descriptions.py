"""Which words after a code are its title, and which say something of their own.

A title may follow a code on its line. It is kept with the code as long as it names no other
place; what does is read by itself, so that nobody overlooks "spread to the liver" behind a code
for the breast.
"""

from __future__ import annotations

import re
from typing import Final

from decision_aid.domain import Side
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
