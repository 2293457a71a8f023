"""How well the words rest on their sources: the sources by kind, and what only weak ones carry."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from typing import Final, get_args

from decision_aid.content.entries import Source, SourceKind, paragraphs
from decision_aid.content.lookup import Content

WEAK_ALONE: Final = frozenset({"news", "drug maker"})
"""Kinds that may stand beside another source, and carry no statement by themselves."""

NOT_SAID: Final = "no kind yet"


def count_by_kind(sources: Iterable[Source]) -> dict[str, int]:
    """Return how many sources there are of each kind, in the order of the kinds.

    Args:
        sources: the sources; those whose kind is not known are counted as ``NOT_SAID``.
    """
    counts = Counter(source.kind or NOT_SAID for source in sources)
    return {kind: counts[kind] for kind in (*get_args(SourceKind), NOT_SAID)}


def kinds_in_a_line(counts: Mapping[str, int]) -> str:
    """Return the counts of ``count_by_kind`` as one line to read."""
    told = ", ".join(f"{count} {kind}" for kind, count in counts.items())
    return f"{sum(counts.values())} sources: {told}."


def carried_by_weak_alone(content: Content, topics: Iterable[str]) -> Iterator[tuple[str, str]]:
    """Yield each paragraph of these topics that only weak sources carry, after its topic.

    Args:
        content: the words.
        topics: ids of the topics to look through.
    """
    for topic in topics:
        for paragraph in paragraphs(content.topic(topic).blocks):
            kinds = {content.source(source).kind for source in paragraph.sources}
            if kinds and kinds <= WEAK_ALONE:
                yield topic, paragraph.text
