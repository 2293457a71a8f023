"""What was read of a line, what was not and what is still to be asked: a chip for each."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator
from typing import Final, Literal, NamedTuple

from PySide6.QtCore import QSize
from PySide6.QtWidgets import QVBoxLayout, QWidget

from decision_aid.domain import Certainty, Finding
from decision_aid.records.typed import Reading
from decision_aid.records.typed.reading import Part
from decision_aid.ui.counselor.panel import flowing_row
from decision_aid.ui.kit.layouts import empty
from decision_aid.ui.kit.screen_reader import Role, set_role
from decision_aid.ui.kit.style import look_of
from decision_aid.ui.kit.text import Text
from decision_aid.ui.kit.words import Words

_SAID_BY_THE_MARK: Final = "found_or_not"
"""What "possible" says already."""


_EDGE: Final = 10
_WIDEST_EM: Final = 36


class Chip(NamedTuple):
    """One piece of a line.

    Attributes:
        kind: whether it was read, is to be asked, or was not read.
        text: its words.
    """

    kind: Literal["read", "asked", "not_read"]
    text: str


def chips_of(reading: Reading, words: Words) -> tuple[Chip, ...]:
    """Return what was read, then what is to be asked, then what was not read.

    Args:
        reading: what was read of a line.
        words: the words.
    """
    return (
        *(Chip("read", text) for text in _read(reading, words)),
        *(Chip("asked", text) for text in questions_of(reading, words)),
        *(Chip("not_read", words("entry.not_read", what=t)) for t in reading.not_understood),
    )


def questions_of(
    reading: Reading, words: Words, *, but_of: Collection[str] = ()
) -> tuple[str, ...]:
    """Return what is still to be asked about what was read, in words.

    Args:
        reading: what was read of a line.
        words: the words.
        but_of: parts that are asked about elsewhere, by their code.
    """
    parts = (part for part in reading.parts if part.code not in but_of)
    return tuple(dict.fromkeys(_questions(parts, words)))


def _questions(parts: Iterable[Part], words: Words) -> Iterator[str]:
    for part in parts:
        possible = any(one.certainty is Certainty.SUSPECTED for one in part.findings)
        for one in part.open:
            if not (possible and one == _SAID_BY_THE_MARK):
                yield words("entry.ask", about=part.code, question=words(f"codes_open.{one}"))


def _read(reading: Reading, words: Words) -> Iterator[str]:
    if reading.side is not None:
        yield words(f"entry.side_{reading.side}")
    if reading.came_back is not None:
        yield words(f"counselor.timing_{'came_back' if reading.came_back else 'first'}")
    for finding in reading.findings:
        yield finding_in_short(finding, words)
    for item, reply in reading.biology.said().items():
        yield words(f"biology.{item}_{reply}")
    for side, biology in reading.biology_by_side.items():
        for item, reply in biology.said().items():
            said = words(f"biology.{item}_{reply}")
            yield words("entry.of_breast", breast=words(f"entry.side_{side}"), place=said)


def finding_in_short(finding: Finding, words: Words) -> str:
    """Return a place, how sure it is and, where it has one, its breast, in a few words.

    Args:
        finding: the finding.
        words: the words.
    """
    place = words.place(finding.place)
    if finding.side is not None:
        place = words("entry.of_breast", breast=words(f"entry.side_{finding.side}"), place=place)
    return words("counselor.row_name", what=place, state=words(f"mark.{finding.certainty}"))


class _ChipLabel(Text):
    """The words of a chip, in one line where that is not too long."""

    def __init__(self, chip: Chip) -> None:
        super().__init__(chip.text)
        self.setProperty("role", f"chip_{chip.kind}")
        self.setContentsMargins(_EDGE, 2, _EDGE, 2)

    def sizeHint(self) -> QSize:  # noqa: N802
        """Return the size of the words in as few lines as are easy to read."""
        words = self.fontMetrics().horizontalAdvance(self.text()) + 2 * _EDGE + 6
        width = min(words, look_of(self).em(_WIDEST_EM))
        return QSize(width, self.heightForWidth(width))


class Chips(QWidget):
    """Chips in a row that goes on in the next line."""

    def __init__(self, name: str) -> None:
        """Show none.

        Args:
            name: what they are together, for a screen reader.
        """
        super().__init__()
        set_role(self, Role.GROUP)
        self.setAccessibleName(name)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        row, self._flow = flowing_row(6)
        column.addWidget(row)
        self.shown: tuple[Chip, ...] = ()
        self.hide()

    def show_chips(self, chips: tuple[Chip, ...]) -> bool:
        """Show these and return whether they are others than before.

        Args:
            chips: the chips.
        """
        if chips == self.shown:
            return False
        self.shown = chips
        empty(self._flow)
        for chip in chips:
            self._flow.addWidget(_ChipLabel(chip))
        self.setVisible(bool(chips))
        return True
