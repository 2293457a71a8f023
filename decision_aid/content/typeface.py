"""Which letters the typeface of screens and paper has."""

from __future__ import annotations

from functools import cache

from decision_aid.content.resources import resources_folder


@cache
def printable_letters() -> frozenset[str]:
    """Return every character that the typeface can print."""
    letters = (resources_folder() / "typeface_letters.txt").read_text(encoding="utf-8")
    return frozenset(letters) - {"\n"}
