"""Takes the buttons out of words: the person's screen has nothing to press and takes no focus."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from decision_aid.content import Bullets, Paragraph
from decision_aid.document.model import Answer, Callout, SummaryBlock


def plain(blocks: Iterable[SummaryBlock]) -> Iterator[SummaryBlock]:
    """Yield the same blocks with the same words, none of which opens anything."""
    for block in blocks:
        match block:
            case Paragraph():
                yield _paragraph(block)
            case Bullets():
                yield _bullets(block)
            case Callout():
                inside = tuple(
                    _paragraph(one) if isinstance(one, Paragraph) else _bullets(one)
                    for one in block.blocks
                )
                yield block._replace(blocks=inside)
            case Answer():
                sentences = tuple(_paragraph(sentence) for sentence in block.sentences)
                yield block._replace(sentences=(sentences[0], sentences[1]))
            case _:
                yield block


def _paragraph(paragraph: Paragraph) -> Paragraph:
    spans = tuple(span._replace(term=None) for span in paragraph.spans)
    return paragraph._replace(spans=spans)


def _bullets(bullets: Bullets) -> Bullets:
    return bullets._replace(items=tuple(_paragraph(item) for item in bullets.items))
