"""Letters that the typeface of the paper lacks: which other typeface prints them, and which none.

What a person types prints as typed. Where the page's own typeface has no sign for a letter, the
whole word is set in another one that came along, or in one of the system. What no typeface here
can print is never left out and never another letter: its number in Unicode stands there, and it
is named before anything is saved.
"""

from __future__ import annotations

import json
import re
import unicodedata
from collections.abc import Callable, Iterator
from functools import cache
from importlib import import_module
from pathlib import Path
from typing import Any, Final

import typst

from decision_aid.content import resources_folder
from decision_aid.content.resources import printable_letters
from decision_aid.control_characters import without_controls

_TYPEFACES: Final = (
    # Its letters are those of Latin, Greek, Cyrillic, Vietnamese and Hebrew, with lab values.
    "fontpkg_arimo",
    "fontpkg_almarai",
    "fontpkg_noto_sans_devanagari",
)
_CANNOT_SHOW: Final = re.compile(r'the text `"(.*?)"` could not be displayed', re.DOTALL)
_ESCAPED: Final = re.compile(r"\\u\{([0-9a-f]+)\}")
_SPACE: Final = re.compile(r"[^\S\n\r\t]")
_LONG_WORD: Final = re.compile(r"\S{24}")
_NOT_PRINTED: Final = frozenset({"address", "svg", "id", "sources", "source_numbers"})
"""Members that are no words on the page."""
_MOST_TRIES: Final = 500


def typeface_folders() -> list[Path]:
    """Return the folders of the typefaces that help out where the page's own has no sign."""
    return [Path(import_module(name).ROOT) / "files" for name in _TYPEFACES]


def as_written(text: str) -> str:
    """Return a text as it goes on paper: composed letters, and nothing that steers a screen.

    A space that the page's own typeface lacks is an ordinary one: it looks no different.
    """
    if text.isascii() and text.isprintable():
        return text
    composed = unicodedata.normalize("NFC", without_controls(text))
    known = printable_letters()
    return _SPACE.sub(lambda space: space[0] if space[0] in known else " ", composed)


def unusual_words(value: Any) -> set[str]:  # noqa: ANN401 - any part of a document as JSON
    """Return every word that holds a letter which the page's own typeface lacks."""
    known = printable_letters()
    return {
        word
        for text in _texts(value)
        if not (text.isascii() or known.issuperset(text))
        for word in as_written(text).split()
        if not known.issuperset(word)
    }


def has_long_word(value: Any) -> bool:  # noqa: ANN401 - any part of a document as JSON
    """Return whether a text has a word that may be wider than its column."""
    if isinstance(value, dict):
        return any(has_long_word(part) for name, part in value.items() if name not in _NOT_PRINTED)
    if isinstance(value, (list, tuple)):
        return any(map(has_long_word, value))
    return isinstance(value, str) and _LONG_WORD.search(value) is not None


def unprintable_letters(words: set[str]) -> frozenset[str]:
    """Return the letters of these words that no typeface here can print.

    Args:
        words: as ``unusual_words`` returns them.
    """
    missing: set[str] = set()
    left = words
    for _ in range(_MOST_TRIES):
        told = set(_first_unprintable(left))
        # Of a known letter with a sign on it that no typeface has, the known one may be told.
        beside = {letter for word in left if told & set(word) for letter in word}
        found = (told - printable_letters()) or (beside - printable_letters())
        if not found:
            return frozenset(missing)
        missing |= found
        left = {"".join(letter for letter in word if letter not in missing) for word in left}
    return frozenset(missing | {letter for word in left for letter in word} - printable_letters())


def shown_as_numbers(letters: frozenset[str]) -> Callable[[str], str]:
    """Return what puts in place of each of these letters its number in Unicode."""
    if not letters:
        return lambda text: text
    wanted = re.compile(f"[{re.escape(''.join(sorted(letters)))}]")
    return lambda text: wanted.sub(lambda found: f"[U+{ord(found[0]):04X}]", text)


def unusual_letters_pattern() -> str:
    """Return the regular expression, as Typst reads it, of a word with an unusual letter."""
    known = "".join(f"\\x{{{ord(letter):x}}}" for letter in sorted(printable_letters()))
    return rf"\S*[^\s{known}]\S*"


@cache
def typefaces() -> typst.Fonts:
    """Return the page's own typeface with all that help out: brought along, Typst's, the system's.

    They take some time to look through, so only a page that needs them asks.
    """
    own = Path(import_module("fontpkg_atkinson_hyperlegible").ROOT) / "files"
    return typst.Fonts(
        include_system_fonts=True,
        include_embedded_fonts=True,
        font_paths=[own, *typeface_folders()],
    )


def forget_words() -> None:
    """Let go of the words that were tried last."""
    _trial.cache_clear()


def _first_unprintable(words: set[str]) -> str:
    inputs = {"words": json.dumps(sorted(words)), "letters": unusual_letters_pattern()}
    try:
        _trial().compile(format="pdf", sys_inputs=inputs, pdf_standards="ua-1")
    except typst.TypstError as error:
        found = _CANNOT_SHOW.search(str(error))
        if found is None:
            raise
        # Typst writes what is no printable sign as a number.
        return _ESCAPED.sub(lambda escaped: chr(int(escaped[1], 16)), found[1])
    return ""


@cache
def _trial() -> typst.Compiler:
    templates = resources_folder() / "templates"
    return typst.Compiler(templates / "letters.typ", root=templates, font_paths=typefaces())


def _texts(value: Any) -> Iterator[str]:  # noqa: ANN401 - any JSON
    if isinstance(value, str):
        yield value
    elif isinstance(value, dict):
        for item in value.values():
            yield from _texts(item)
    elif isinstance(value, (list, tuple)):
        for item in value:
            yield from _texts(item)
