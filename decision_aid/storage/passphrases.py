"""What a passphrase must be at least, before a session is locked with it."""

from __future__ import annotations

import unicodedata
from typing import Final

MIN_PASSPHRASE: Final = 15
"""How many characters a passphrase has at least.

Whoever copies the file can guess for as long as they like, and no server stops them. Each guess
costs about a second of a computer, so eight letters that a person chose hold for days; fifteen
need several words. NIST SP 800-63B-4 asks for fifteen where a password protects alone.
"""

_MIN_DIFFERENT: Final = 6
"""How many different characters it has at least: "aaaaaaaaaaaaaaa" is the first guess."""


def is_strong_enough(passphrase: str) -> bool:
    """Return whether a session may be locked with this passphrase.

    Args:
        passphrase: as it was typed.
    """
    typed = same_on_every_computer(passphrase)
    long_enough = len(typed.strip()) >= MIN_PASSPHRASE
    return long_enough and len(set(typed)) >= _MIN_DIFFERENT and is_text(typed)


def is_text(passphrase: str) -> bool:
    """Return whether it has no half characters, as a broken input method may leave them.

    Args:
        passphrase: as it was typed.
    """
    return not any(unicodedata.category(character) == "Cs" for character in passphrase)


def same_on_every_computer(passphrase: str) -> str:
    """Return the passphrase with each accented letter as one character.

    Some keyboards type "é" as one character and some as two, and both look alike.

    Args:
        passphrase: as it was typed.
    """
    return unicodedata.normalize("NFC", passphrase)


def forms_that_may_open(passphrase: str) -> tuple[str, ...]:
    """Return every form in which what was typed may have locked a file, each once.

    First as this program locks, then as it was typed, then with each accent apart, as other
    programs on some computers lock. Without accents these are all one, and one guess.

    Args:
        passphrase: as it was typed.
    """
    apart = unicodedata.normalize("NFD", passphrase)
    return tuple(dict.fromkeys((same_on_every_computer(passphrase), passphrase, apart)))
