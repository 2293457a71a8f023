"""The short texts of the screens, the paper and the command line.

They can be had alone, so that the first page can be shown before anything else has been read.
"""

from __future__ import annotations

from functools import cached_property

from decision_aid.content.compiled import CompiledWords


class Labels:
    """The short texts of one language, by ``"group.name"``."""

    def __init__(self, words: CompiledWords) -> None:
        """Take the words of the language; nothing is read yet."""
        self._words = words

    def text(self, key: str, /, **values: object) -> str:
        """Return a short text.

        Args:
            key: ``"group.name"``, such as ``"button.continue"``.
            **values: what stands in its ``{braces}``.

        Raises:
            KeyError: for a key that does not exist.
        """
        group, _, name = key.partition(".")
        text = self._groups[group][name]
        return text.format(**values) if values else text

    def group(self, name: str) -> dict[str, str]:
        """Return all short texts of one group."""
        return dict(self._groups[name])

    @cached_property
    def _groups(self) -> dict[str, dict[str, str]]:
        groups: dict[str, dict[str, str]] = self._words.part("labels")
        return groups
