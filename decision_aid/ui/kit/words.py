"""The words that the screens show, each looked up when it is needed."""

from __future__ import annotations

from functools import cached_property
from typing import TYPE_CHECKING

from decision_aid.content import load_labels
from decision_aid.domain import PLACES, PlaceId

if TYPE_CHECKING:
    from decision_aid.content import Block, Content, Paragraph


class Words:
    """The words of one language for the screens."""

    def __init__(self, language: str) -> None:
        """Take the language; nothing is read yet."""
        self.language = language
        self._labels = load_labels(language)

    @cached_property
    def content(self) -> Content:
        """All words; reading them takes a moment, so the first page asks only for labels."""
        from decision_aid.content import load  # noqa: PLC0415 - only when needed

        return load(self.language)

    @property
    def can_explain(self) -> bool:
        """Whether the medical words have been read; reading them takes a moment."""
        return "content" in self.__dict__

    def __call__(self, key: str, /, **values: object) -> str:
        """Return a short text by its key, such as ``"button.continue"``."""
        return self._labels.text(key, **values)

    def group(self, name: str) -> dict[str, str]:
        """Return all short texts of one group."""
        return self._labels.group(name)

    def place(self, place_id: str) -> str:
        """Return how a place is called in plain words."""
        return self.content.place(place_id).label

    def report_words(self, place_id: str) -> str:
        """Return how a report calls a place."""
        return self.content.place(place_id).medical_term

    def place_names(self) -> dict[PlaceId, tuple[str, ...]]:
        """Return every name of every place, in register order."""
        everyday = self.group("everyday_names")
        return {
            place: (
                self.place(place),
                self.report_words(place),
                *(name for name in everyday.get(place, "").split("; ") if name),
            )
            for place in PLACES
        }

    def marked(self, blocks: tuple[Block, ...]) -> tuple[Block, ...]:
        """Return the blocks with their medical words tied to what explains them."""
        return self.content.glossary.marked(blocks)

    def marked_paragraph(self, paragraph: Paragraph) -> Paragraph:
        """Return the paragraph with its medical words tied to what explains them."""
        return self.content.glossary.marked_paragraph(paragraph, set())

    def term(self, term_id: str) -> tuple[str, Paragraph]:
        """Return a medical word and what it means."""
        entry = self.content.glossary.entries[term_id]
        return entry.word, entry.means


def without_accelerator(text: str) -> str:
    """Return a button's text as it is read, without the mark of its letter."""
    return text.replace("&&", "\0").replace("&", "").replace("\0", "&")
