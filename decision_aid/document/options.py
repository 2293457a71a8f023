"""The decisions of a case as blocks: options in a line, side by side, and by what matters."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from typing import Final

from decision_aid.content import Block, Bullets, Content, Paragraph, Span
from decision_aid.document.model import Comparison, ComparisonRow, Heading, SummaryBlock
from decision_aid.domain import (
    Decision,
    OfferedOption,
    OptionId,
    Rating,
    Side,
    SureItem,
    Talk,
    ValueId,
    touched_options,
)

ASPECTS: Final = ("what", "good", "hard", "life", "how_long", "depends")
"""What is said of every option, in this order: the sections of its topic."""
MOST_SIDE_BY_SIDE: Final = 3
"""How many options of one decision stand side by side at most."""


def decisions_list(decisions: Iterable[Decision], content: Content) -> Iterator[Block]:
    """Return one line for each decision: what it is about, and every option."""
    decided = tuple(decisions)
    yield Bullets(items=tuple(_decision_line(decision, content) for decision in decided))
    if any(option.depends_on for decision in decided for option in decision.options):
        text = content.label("decisions.depends_note")
        yield Paragraph(spans=(Span(text=text),))


def decision_title(decision: Decision, content: Content) -> str:
    """Return the name of a decision, with the breast that it is about where there are two."""
    title = content.topic(f"decisions/{decision.id}").title
    if not decision.sides:
        return title
    which = decision.sides[0] if len(decision.sides) == 1 else Side.BOTH
    return content.label(f"of_breast.{which}", text=title)


def _decision_line(decision: Decision, content: Content) -> Paragraph:
    mark = content.label("decisions.depends_mark")
    options = content.label("decisions.between").join(
        content.topic(f"options/{option.id}").title + (mark if option.depends_on else "")
        for option in decision.options
    )
    return Paragraph(
        spans=(Span(text=decision_title(decision, content), strong=True), Span(text=f" {options}."))
    )


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


def side_by_side(decision: Decision, picked: Iterable[OptionId]) -> tuple[OfferedOption, ...]:
    """Return those options of one decision that stand side by side: the first picked ones."""
    own = {option.id: option for option in decision.options}
    return tuple(own[option] for option in picked if option in own)[:MOST_SIDE_BY_SIDE]


def comparisons(
    decisions: Iterable[Decision], picked: Iterable[OptionId], content: Content
) -> Iterator[SummaryBlock]:
    """Return the picked options of each decision side by side, and what was picked alone.

    Only options of one decision are compared: others answer different questions. An option that
    was picked in several decisions stands where there is something to compare it with.
    """
    decided, chosen = tuple(decisions), tuple(picked)
    tables = {d: side_by_side(d, chosen) for d in decided}
    together = {o.id for options in tables.values() if len(options) > 1 for o in options}
    for decision, options in tables.items():
        alone = [o for o in options if o.id not in together]
        shown = options if len(options) > 1 else alone
        together.update(o.id for o in shown)
        if shown:
            yield Heading(text=decision_title(decision, content))
            yield comparison(shown, content)


def comparison(options: Iterable[OfferedOption], content: Content, caption: str = "") -> Comparison:
    """Return these options side by side.

    Args:
        options: the options.
        content: the words.
        caption: what is compared, where no heading says so.
    """
    offered = tuple(options)
    topics = [content.topic(f"options/{option.id}") for option in offered]
    return Comparison(
        caption=caption or content.label("comparison.caption"),
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
        yield content.topic("about/exercises").blocks[0]
