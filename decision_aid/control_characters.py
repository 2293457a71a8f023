"""Characters that steer a screen instead of standing on it, in what others wrote.

An escape sequence can rewrite a terminal, and U+202E turns round whatever follows it. Letters of
every script stay as they are, with the joiners and marks (U+200C to U+200F, U+061C) that they are
written with.
"""

from __future__ import annotations

import re
from typing import Final

_LINE_ENDS: Final = "\r\v\f\x1c-\x1e\x85\u2028\u2029"
_STEERING: Final = "\0-\x08\x0e-\x1b\x1f\x7f-\x84\x86-\x9f\u202a-\u202e\u2066-\u206f"
_HALF_CHARACTERS: Final = "\ud800-\udfff"

_NOT_IN_A_LINE: Final = re.compile(f"[\t\n{_LINE_ENDS}{_STEERING}{_HALF_CHARACTERS}]")
_NOT_IN_JSON: Final = re.compile(f"[{_LINE_ENDS}{_STEERING}{_HALF_CHARACTERS}]")
_NOT_ON_A_PAGE: Final = re.compile(f"(\r\n|[{_LINE_ENDS}])|([{_HALF_CHARACTERS}])|[{_STEERING}]")


def escaped(text: str) -> str:
    r"""Return a text for a message: one line, on which whatever steers a screen is seen.

    Args:
        text: a message with what others wrote in it; U+202E becomes ``\u202e``.
    """
    return _NOT_IN_A_LINE.sub(lambda found: found[0].encode("unicode_escape").decode(), text)


def escaped_in_json(text: str) -> str:
    """Return a JSON text that reads the same and steers no screen that it is printed on.

    Args:
        text: JSON, in which only strings can hold such characters.
    """
    return _NOT_IN_JSON.sub(lambda found: f"\\u{ord(found[0]):04x}", text)


def without_controls(text: str) -> str:
    """Return a text for a page: line ends are kept, and what steers a screen is left out.

    Args:
        text: what a person or a clinic wrote, or a whole page of it. Half a character, which no
            file could hold, becomes U+FFFD.
    """
    return _NOT_ON_A_PAGE.sub(_on_a_page, text)


def _on_a_page(found: re.Match[str]) -> str:
    if found[1]:
        return "\n"
    return "\N{REPLACEMENT CHARACTER}" if found[2] else ""
