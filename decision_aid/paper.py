"""The sheets that the program prints on: everything that speaks of paper takes them from here."""

from __future__ import annotations

from typing import Final, Literal, get_args

PaperSize = Literal["letter", "a4"]
"""A sheet, by the name that settings, commands and screens share."""

PAPER_SIZES: Final[tuple[PaperSize, ...]] = get_args(PaperSize)
"""Every sheet, in the order in which they are offered."""
