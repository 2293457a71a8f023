"""The small set of blocks that all words are made of, on screen and on paper.

``type`` names the kind of a block to templates and in JSON.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Literal, NamedTuple


class Span(NamedTuple):
    """A run of text.

    Attributes:
        text: the words.
        strong: whether they carry weight.
        term: id of the glossary entry that explains them, or ``None``.
    """

    text: str
    strong: bool = False
    term: str | None = None


class Paragraph(NamedTuple):
    """One paragraph with the ids of the sources that its statements rest on.

    ``sources`` is empty only where the paragraph makes no medical statement.
    """

    spans: tuple[Span, ...]
    sources: tuple[str, ...] = ()
    type: Literal["paragraph"] = "paragraph"

    @property
    def text(self) -> str:
        """The plain words."""
        return "".join(span.text for span in self.spans)


class Bullets(NamedTuple):
    """A list of short paragraphs."""

    items: tuple[Paragraph, ...]
    type: Literal["bullets"] = "bullets"


Block = Paragraph | Bullets


def paragraphs(blocks: tuple[Block, ...]) -> Iterator[Paragraph]:
    """Yield every paragraph of these blocks, list items included, in reading order."""
    for block in blocks:
        if isinstance(block, Bullets):
            yield from block.items
        else:
            yield block
