"""The keys that a language is typed with on a screen."""

from __future__ import annotations

from typing import Final

from decision_aid.content.compiled import DEFAULT_LANGUAGE, compiled_words
from decision_aid.content.entries import KeyboardLayout

MOST_IN_A_ROW: Final = 10
"""How many keys of 48 pixels and their gaps a screen 768 pixels wide holds, with room at 200 %."""


def keyboard_layout(language: str = DEFAULT_LANGUAGE) -> KeyboardLayout:
    """Return the keys of a language.

    Raises:
        LookupError: if there are no words for it; the message names those there are.
    """
    layout = compiled_words(language).part("keyboard")
    return KeyboardLayout(tuple(layout["plain"]), tuple(layout["shifted"]), layout["names"])
