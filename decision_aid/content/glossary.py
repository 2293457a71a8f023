"""Finds medical words in text and ties them to what explains them."""

from __future__ import annotations

import re
from collections.abc import Mapping

from decision_aid.content.entries import Block, Bullets, GlossaryEntry, Paragraph, Span


class Glossary:
    """Every medical word of one language, found in any of its forms."""

    def __init__(self, entries: Mapping[str, GlossaryEntry]) -> None:
        """Take the entries by id."""
        self.entries = dict(entries)
        self._id_by_form = {
            form.lower(): key for key, entry in entries.items() for form in entry.forms
        }
        forms = sorted(self._id_by_form, key=len, reverse=True)
        joined = "|".join(re.escape(form) for form in forms)
        self._finder = re.compile(rf"(?<![\w-])(?:{joined})(?![\w-])", re.IGNORECASE)

    def marked(self, blocks: tuple[Block, ...], known: set[str] | None = None) -> tuple[Block, ...]:
        """Return the blocks with the first use of each medical word tied to its entry.

        Args:
            blocks: any blocks.
            known: ids that are tied already; it grows by those that this call ties.
        """
        seen = set() if known is None else known
        return tuple(
            Bullets(tuple(self.marked_paragraph(item, seen) for item in block.items))
            if isinstance(block, Bullets)
            else self.marked_paragraph(block, seen)
            for block in blocks
        )

    def marked_paragraph(self, paragraph: Paragraph, seen: set[str]) -> Paragraph:
        """Return one paragraph marked as ``marked`` does; ``seen`` grows by what is tied."""
        spans = tuple(part for span in paragraph.spans for part in self._split(span, seen))
        return paragraph._replace(spans=spans)

    def terms_in(self, text: str) -> tuple[str, ...]:
        """Return the ids of the medical words in this text, in order of first use."""
        found = (self._id_by_form[m.group().lower()] for m in self._finder.finditer(text))
        return tuple(dict.fromkeys(found))

    def without_terms(self, text: str, mask: str) -> str:
        """Return the text with every medical word replaced by ``mask``."""
        return self._finder.sub(mask, text)

    def _split(self, span: Span, seen: set[str]) -> list[Span]:
        parts: list[Span] = []
        start = 0
        for match in self._finder.finditer(span.text):
            term = self._id_by_form[match.group().lower()]
            if term in seen:
                continue
            seen.add(term)
            if match.start() > start:
                parts.append(Span(text=span.text[start : match.start()], strong=span.strong))
            parts.append(Span(text=match.group(), strong=span.strong, term=term))
            start = match.end()
        if start < len(span.text):
            parts.append(Span(text=span.text[start:], strong=span.strong))
        return parts
