"""Report lines as people and registries write them, each with what it says.

What a line says: a place alone is found, "place?" is suspected or open, "place-" is looked for and
not found; then ``side``, ``came_back`` and results. What stands in no such word is not said. The
lines stand in ``lines/*.txt``; they were written for this test after abstracting manuals,
synoptic reports and notes that are public, none is of a real person.
"""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple


class ReportLine(NamedTuple):
    """A line, and what it says."""

    text: str
    says: str


def _lines() -> Iterator[ReportLine]:
    for file in sorted((Path(__file__).parent / "lines").glob("*.txt")):
        for row in file.read_text(encoding="utf-8").splitlines():
            if row and not row.startswith("#"):
                text, arrow, says = row.partition(" =>")
                assert arrow, row
                yield ReportLine(text.replace("\\n", "\n"), says.strip())


ALL = tuple(_lines())
"""Every line."""
