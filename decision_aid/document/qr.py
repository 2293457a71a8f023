"""Text as QR codes that carry the text itself: no network, no server, no address to open.

How large a code may be: a phone has to see each module (each small square) on a screen. Version 20
has 97 modules, 105 with its quiet zone. A kiosk of 768 by 1366 or 800 by 600 pixels can show it at
4 pixels a module, about a millimeter; a phone whose camera shows 720 lines, held so that the code
fills two thirds of them, still has more than 4 pixels for each. More would have to be shown
smaller; less would need more codes, and each code is one more thing to do for somebody who may be
tired. Codes of one text are made equally long, so that all are as small as they can be.

How letters are written: as UTF-8. Where all letters are ASCII that is all, since there every reader
agrees. Otherwise the code says that it is UTF-8 (ECI 26): some readers take the standard's Latin-1
unless they are told, others know nothing but UTF-8 and pass over the mark; both then read it right.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Final

import segno

from decision_aid.content import DEFAULT_LANGUAGE, load_labels

LARGEST_VERSION: Final = 20
_MOST_BYTES: Final = 660
"""What version 20 holds at level M: 666 bytes, less the mark of UTF-8 and a little to spare."""


@dataclass(frozen=True, slots=True)
class QrCode:
    """One code.

    Attributes:
        number: its place, from 1.
        count: how many codes the text has.
        text: its part of the text; the parts joined are the whole text.
        opening: the line before it that says which part it is, or "" for an only code.
        modules: the rows of the code from above, dark is true; the quiet zone is not part of it.
    """

    number: int
    count: int
    text: str
    opening: str
    modules: tuple[tuple[bool, ...], ...]

    @property
    def carried(self) -> str:
        """What a phone reads from it."""
        return self.opening + self.text


def qr_codes(text: str, language: str = DEFAULT_LANGUAGE) -> tuple[QrCode, ...]:
    """Return the codes that carry a text.

    Args:
        text: the text; it is divided between paragraphs where that needs no more codes, else
            between lines, words or, in the end, letters.
        language: the language of the line that says which part it is.

    Raises:
        ValueError: if there is no text.
    """
    if not text:
        raise ValueError("no text to carry")
    labels = load_labels(language)
    parts = _divided(text, 0)
    if len(parts) > 1:
        longest = labels.text("handoff.part", number=99, count=99) + "\n"
        parts = _divided(text, _size(longest))
    openings = [
        labels.text("handoff.part", number=number, count=len(parts)) + "\n" if parts[1:] else ""
        for number in range(1, len(parts) + 1)
    ]
    both = tuple(zip(openings, parts, strict=True))
    version = max(_made(opening + part)[0] for opening, part in both)
    return tuple(
        QrCode(number, len(parts), part, opening, _made(opening + part, version)[1])
        for number, (opening, part) in enumerate(both, 1)
    )


def _made(text: str, version: int | None = None) -> tuple[int, tuple[tuple[bool, ...], ...]]:
    """Return the version and the modules of a code, by default the smallest that will do."""
    plain = text.isascii()
    code = segno.make_qr(
        text, error="m", version=version, encoding=None if plain else "utf-8", eci=not plain
    )
    modules = tuple(tuple(bool(module) for module in row) for row in code.matrix)
    return int(code.version), modules


def _size(text: str) -> int:
    return len(text.encode())


def _divided(text: str, opening: int) -> list[str]:
    """Return the parts of a text: as few as can be, and about equally long."""
    room = _MOST_BYTES - opening
    lines = _packed(_pieces(text, room, "\n"), room)
    paragraphs = _packed(_pieces(text, room, "\n\n"), room)
    end = "\n\n" if len(paragraphs) == len(lines) else "\n"
    fewest = min(len(lines), len(paragraphs))
    least, most = -(-_size(text) // fewest), room
    while least < most:
        middle = (least + most) // 2
        if len(_packed(_pieces(text, middle, end), middle)) <= fewest:
            most = middle
        else:
            least = middle + 1
    return _packed(_pieces(text, most, end), most)


def _packed(pieces: Iterator[str], room: int) -> list[str]:
    """Return the pieces joined as far as there is room in each part."""
    parts: list[str] = []
    for piece in pieces:
        if parts and _size(parts[-1]) + _size(piece) <= room:
            parts[-1] += piece
        else:
            parts.append(piece)
    return parts


_FINER: Final = {"\n\n": "\n", "\n": " ", " ": ""}


def _pieces(text: str, room: int, end: str) -> Iterator[str]:
    """Yield a text piece by piece, each with its end; what is too long for a part, more finely."""
    if not end:
        yield from text
        return
    *pieces, rest = text.split(end)
    for piece in [*(piece + end for piece in pieces), *([rest] if rest else [])]:
        if _size(piece) <= room:
            yield piece
        else:
            yield from _pieces(piece, room, _FINER[end])
