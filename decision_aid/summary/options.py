"""The decisions of a case as blocks: options in a line, side by side, and by what matters."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from typing import Final

from decision_aid.content import Block, Bullets, Content, Paragraph, Span
from decision_aid.domain import (
    Decision,
    OfferedOption,
    OptionId,
    Rating,
    SureItem,
    Talk,
    ValueId,
    touched_options,
)
from decision_aid.summary.model import Comparison, ComparisonRow, Heading, SummaryBlock

ASPECTS: Final = ("what", "good", "hard", "life", "how_long", "depends")
"""What is said of every option, in this order: the sections of its topic."""


def decisions_list(decisions: Iterable[Decision], content: Content) -> Iterator[Block]:
    """Return one line for each decision: what it is about, and every option."""
    decided = tuple(decisions)
    yield Bullets(items=tuple(_decision_line(decision, content) for decision in decided))
    if any(option.depends_on for decision in decided for option in decision.options):
        text = content.label("decisions.depends_note")
        yield Paragraph(spans=(Span(text=text),))


def _decision_line(decision: Decision, content: Content) -> Paragraph:
    topic = content.topic(f"decisions/{decision.id}")
    mark = content.label("decisions.depends_mark")
    options = content.label("decisions.between").join(
        content.topic(f"options/{option.id}").title + (mark if option.depends_on else "")
        for option in decision.options
    )
    return Paragraph(spans=(Span(text=topic.title, strong=True), Span(text=f" {options}.")))


def option_title(option: OfferedOption, content: Content) -> str:
    """Return the name of an option, with what it depends on where that is not known."""
    title = content.topic(f"options/{option.id}").title
    if option.talk is Talk.YES:
        return title
    return content.label("decisions.only_if", option=title, condition=condition(option, content))


def condition(option: OfferedOption, content: Content) -> str:
    """Return what an option depends on and nobody has said yet, in words."""
    parts = [content.label(f"condition.{one}") for one in option.depends_on]
    return content.label("decisions.and").join(parts)


def offered_options(decisions: Iterable[Decision]) -> dict[OptionId, OfferedOption]:
    """Return every option of these decisions, each once."""
    return {option.id: option for decision in decisions for option in decision.options}


def comparison(options: Iterable[OfferedOption], content: Content) -> Comparison:
    """Return these options side by side."""
    offered = tuple(options)
    topics = [content.topic(f"options/{option.id}") for option in offered]
    return Comparison(
        caption=content.label("comparison.caption"),
        corner=content.label("comparison.corner"),
        options=tuple(option_title(option, content) for option in offered),
        rows=tuple(
            ComparisonRow(
                label=content.label(f"comparison.{aspect}"),
                cells=tuple(topic.section(aspect) for topic in topics),
            )
            for aspect in ASPECTS
        ),
    )


def touched(value: ValueId, options: Iterable[OptionId], content: Content) -> Bullets:
    """Return how each of these options touches something that matters, by name."""
    words = content.value(value)
    items = []
    for option in touched_options(value, options):
        title = Span(text=f"{content.topic(f'options/{option}').title}: ", strong=True)
        told = words.touches[option]
        items.append(told._replace(spans=(title, *told.spans)))
    return Bullets(items=tuple(items))


def values_blocks(
    ratings: Mapping[ValueId, Rating], options: Iterable[OptionId], content: Content
) -> Iterator[SummaryBlock]:
    """Return what matters a lot with the options that touch it, then the rest in a line."""
    offered = tuple(options)
    for value, rating in ratings.items():
        if rating is Rating.A_LOT:
            label = content.value(value).label
            yield Heading(text=content.label("values.matters_a_lot", value=label))
            lines = touched(value, offered, content)
            if lines.items:
                yield lines
    for rating in (Rating.SOME, Rating.LITTLE):
        labels = [content.value(v).label for v, given in ratings.items() if given is rating]
        if labels:
            text = content.label(f"values.matters_{rating}", values="; ".join(labels))
            yield Paragraph(spans=(Span(text=text),))


def sure_blocks(replies: Mapping[SureItem, bool], content: Content) -> Iterator[Block]:
    """Return the items of the SURE test with the person's replies."""
    items = tuple(
        Paragraph(
            spans=(
                Span(text=content.label(f"sure.{item}") + " "),
                Span(text=content.label("sure.yes" if replies[item] else "sure.no"), strong=True),
            )
        )
        for item in SureItem
        if item in replies
    )
    if items:
        yield Bullets(items=items)
