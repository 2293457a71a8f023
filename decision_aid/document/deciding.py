"""The decisions of a case as blocks: every option, side by side, what matters, is it clear."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Final, get_args

from decision_aid.content import Bullets, Content, Paragraph, Span
from decision_aid.document import deciding_blocks as kinds
from decision_aid.document.blocks import Block, Heading, Prose, plain_paragraph
from decision_aid.document.draft import Draft
from decision_aid.document.numbers import as_blocks, numbers_of
from decision_aid.domain import (
    Decision,
    OfferedOption,
    OptionId,
    Rating,
    Side,
    SureItem,
    Talk,
    ValueId,
    questions_from_sure,
    touched_options,
)

ASPECTS: Final[tuple[kinds.AspectId, ...]] = get_args(kinds.AspectId)
"""What is said of every option, in this order: the sections of its topic."""
MOST_SIDE_BY_SIDE: Final = 3
"""How many options of one decision stand side by side at most."""


def decisions_in_lines(draft: Draft) -> Iterator[Prose]:
    """Yield one line for each decision: what it is about, and every option."""
    content, decided = draft.content, draft.assessment.decisions
    if not decided:
        return
    yield Bullets(items=tuple(_decision_line(decision, content) for decision in decided))
    if any(option.depends_on for decision in decided for option in decision.options):
        yield plain_paragraph(content.label("decisions.depends_note"))


def _decision_line(decision: Decision, content: Content) -> Paragraph:
    mark = content.label("decisions.depends_mark")
    options = content.label("decisions.between").join(
        content.topic(f"options/{option.id}").title + (mark if option.depends_on else "")
        for option in decision.options
    )
    return Paragraph(
        spans=(Span(text=decision_title(decision, content), strong=True), Span(text=f" {options}."))
    )


def decision_title(decision: Decision, content: Content) -> str:
    """Return the name of a decision, with the breast that it is about where there are two."""
    title = content.topic(f"decisions/{decision.id}").title
    if not decision.sides:
        return title
    which = decision.sides[0] if len(decision.sides) == 1 else Side.BOTH
    return content.label(f"of_breast.{which}", text=title)


def decisions(draft: Draft) -> Iterator[kinds.Decision]:
    """Yield every decision with everything that is said of each of its options."""
    content = draft.content
    for decision in draft.assessment.decisions:
        yield kinds.Decision(
            id=decision.id,
            title=decision_title(decision, content),
            sides=decision.sides,
            about=content.topic(f"decisions/{decision.id}").blocks,
            options=tuple(_option(option, content) for option in decision.options),
            numbers=numbers_of(decision.id, (option.id for option in decision.options), content),
        )


def _option(option: OfferedOption, content: Content) -> kinds.Option:
    topic = content.topic(f"options/{option.id}")
    return kinds.Option(
        id=option.id,
        title=topic.title,
        depends_on=option.depends_on,
        condition=_condition(option, content),
        conditional_title=offered_title(option, content),
        aspects=tuple(
            kinds.Aspect(aspect, content.label(f"comparison.{aspect}"), topic.section(aspect))
            for aspect in ASPECTS
        ),
    )


def offered_title(option: OfferedOption, content: Content) -> str:
    """Return the name of an option, with what it depends on and nobody has said yet."""
    title = content.topic(f"options/{option.id}").title
    if option.talk is Talk.YES:
        return title
    condition = _condition(option, content)
    return content.label("decisions.only_if", option=title, condition=condition)


def _condition(option: OfferedOption, content: Content) -> str:
    parts = (content.label(f"condition.{one}") for one in option.depends_on)
    return content.label("decisions.and").join(parts)


def side_by_side(decision: kinds.Decision, picked: Iterable[OptionId]) -> tuple[kinds.Option, ...]:
    """Return those options of one decision that stand side by side: the first picked ones."""
    own = {option.id: option for option in decision.options}
    return tuple(own[option] for option in picked if option in own)[:MOST_SIDE_BY_SIDE]


def numbers_of_compared(draft: Draft) -> Iterator[Block]:
    """Yield what the picked options did in studies."""
    for decision in draft.assessment.decisions:
        picked = {option.id for option in decision.options}.intersection(draft.answers.compared)
        for numbers in numbers_of(decision.id, picked, draft.content):
            yield from as_blocks(numbers)


def comparisons(draft: Draft) -> Iterator[Block]:
    """Yield the picked options of each decision side by side, and what was picked alone.

    Only options of one decision are compared: others answer different questions. An option that
    was picked in several decisions stands where there is something to compare it with.
    """
    content = draft.content
    if not draft.answers.compared:
        return
    tables = [(d, side_by_side(d, draft.answers.compared)) for d in decisions(draft)]
    together = {o.id for _, options in tables if len(options) > 1 for o in options}
    for decision, options in tables:
        alone = tuple(o for o in options if o.id not in together)
        shown = options if len(options) > 1 else alone
        together.update(o.id for o in shown)
        if shown:
            yield Heading(text=decision.title)
            yield kinds.compared(
                shown, content.label("comparison.caption"), content.label("comparison.corner")
            )


def values(draft: Draft) -> Iterator[kinds.Value]:
    """Yield everything that can matter in this case's decisions."""
    for value in draft.assessment.values:
        words = draft.content.value(value)
        yield kinds.Value(
            id=value,
            label=words.label,
            asks=words.asks,
            touches=_touched(value, draft.assessment.options, draft.content),
        )


def _touched(value: ValueId, options: Iterable[OptionId], content: Content) -> Bullets:
    """Return how each of these options touches something that matters, by name."""
    words = content.value(value)
    items = []
    for option in touched_options(value, options):
        title = Span(text=f"{content.topic(f'options/{option}').title}: ", strong=True)
        touches = words.touches[option]
        items.append(touches._replace(spans=(title, *touches.spans)))
    return Bullets(items=tuple(items))


def what_matters(draft: Draft) -> Iterator[Block]:
    """Yield what matters a lot with the options that touch it, then the rest in a line."""
    content, ratings = draft.content, draft.answers.values
    for value, rating in ratings.items():
        if rating is Rating.A_LOT:
            label = content.value(value).label
            yield Heading(text=content.label("values.matters_a_lot", value=label))
            lines = _touched(value, draft.assessment.options, content)
            if lines.items:
                yield lines
    for rating in (Rating.SOME, Rating.LITTLE):
        labels = [content.value(v).label for v, given in ratings.items() if given is rating]
        if labels:
            text = content.label(f"values.matters_{rating}", values="; ".join(labels))
            yield plain_paragraph(text)


def checks(draft: Draft) -> Iterator[kinds.Check]:
    """Yield the questions by which a person can see whether the answer came across."""
    for check in draft.assessment.checks:
        words = draft.content.check(check.id)
        yield kinds.Check(
            id=check.id,
            question=words.question,
            right=check.right,
            told_right=words.right,
            told_again=words.again,
            teach_back=draft.content.label(f"teach_back.{check.id}"),
        )


def sure_questions(content: Content) -> Iterator[kinds.SureQuestion]:
    """Yield the items of the SURE test, each with the question that a "no" adds."""
    for item in SureItem:
        (question,) = questions_from_sure({item: False})
        yield kinds.SureQuestion(
            item=item,
            text=content.label(f"sure.{item}"),
            adds=question,
            adds_text=content.question(question),
        )


def sure_replies(draft: Draft) -> Iterator[Prose]:
    """Yield the items of the SURE test with the person's replies."""
    content, replies = draft.content, draft.answers.sure
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
