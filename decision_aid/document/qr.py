"""A text as one QR code that carries the text itself: no network, no server, no address to open.

How large the code may be: a phone has to see each module (each small square) on a screen. Version
28 has 129 modules, 137 with its quiet zone. A screen of 1920 by 1080 shows it at 7 pixels a module,
one of 1366 by 768 at 5 and one of 800 by 600 at 4, about a millimeter each; a phone whose camera
shows 720 lines, held so that the code fills two thirds of them, still has more than 3 pixels for
each. A second code would hold more, but it is one more thing to do for somebody who may be tired.

How well it is protected: by the lowest level (L), which holds the most, and by a higher one where
the text leaves room. A screen is neither torn nor stained.

How letters are written: as UTF-8. Where all letters are ASCII that is all, since there every reader
agrees. Otherwise the code says that it is UTF-8 (ECI 26): some readers take the standard's Latin-1
unless they are told, others know nothing but UTF-8 and pass over the mark; both then read it right.
"""

from __future__ import annotations

from typing import Final, NamedTuple

LARGEST_VERSION: Final = 28
_MOST_BYTES: Final = 1520
"""What version 28 holds at level L: 1528 bytes, less the mark of UTF-8 and a little to spare."""


class QrCode(NamedTuple):
    """One code.

    Attributes:
        text: what a phone reads from it.
        modules: the rows of the code from above, dark is true; the quiet zone is not part of it.
    """

    text: str
    modules: tuple[tuple[bool, ...], ...]


def has_room(text: str) -> bool:
    """Return whether one code can carry this text."""
    return len(text.encode()) <= _MOST_BYTES


def qr_code(text: str) -> QrCode:
    """Return the code that carries a text, the smallest that will do.

    Raises:
        ValueError: if there is no text, or more than one code has room for.
    """
    if not text:
        raise ValueError("no text to carry")
    if not has_room(text):
        raise ValueError("too much text for one code")
    import segno  # noqa: PLC0415 - it loads a library for the network, and only a kiosk needs it

    plain = text.isascii()
    code = segno.make_qr(text, error="l", encoding=None if plain else "utf-8", eci=not plain)
    return QrCode(text, tuple(tuple(bool(module) for module in row) for row in code.matrix))
