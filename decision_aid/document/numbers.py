"""What options did in studies, in numbers: rows of the evidence as pictures and sentences."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from decision_aid.content import Content, Paragraph, Span
from decision_aid.content.entries import NumbersOfOption, OutcomeRow
from decision_aid.document.blocks import Block, Heading, plain_paragraph
from decision_aid.document.deciding_blocks import Numbers
from decision_aid.document.icon_arrays import Arm, IconArrays, whole
from decision_aid.domain import DecisionId, OptionId


def numbers_of(
    decision: DecisionId, options: Iterable[OptionId], content: Content
) -> tuple[Numbers, ...]:
    """Return the numbers that there are of the options of a decision.

    Args:
        decision: the decision.
        options: those of its options that are offered or were picked.
        content: the words of one language.
    """
    offered = set(options)
    return tuple(
        _numbers(key, one, content)
        for key, one in content.numbers.items()
        if one.decision == decision and one.option in offered
    )


def as_blocks(numbers: Numbers) -> Iterator[Block]:
    """Yield numbers as they stand on paper."""
    yield Heading(numbers.title)
    yield plain_paragraph(numbers.people)
    yield from numbers.outcomes
    yield plain_paragraph(numbers.limits)


def _numbers(key: str, one: NumbersOfOption, content: Content) -> Numbers:
    return Numbers(
        id=key,
        option=OptionId(one.option),
        title=content.label(f"numbers_title.{key}"),
        people=content.label(f"numbers_people.{key}"),
        outcomes=tuple(_arrays(key, row, content) for row in one.outcomes),
        limits=content.label(f"numbers_limits.{key}"),
    )


def _arrays(key: str, row: OutcomeRow, content: Content) -> IconArrays:
    when = content.label(f"numbers_when.{row.when}")
    names = content.label(f"numbers_with.{key}"), content.label(f"numbers_without.{key}")
    arms = tuple(
        Arm(name, whole(of_100), _told(of_100, content))
        for name, of_100 in zip(names, row.of_100, strict=True)
    )
    sentences = (_sentence(arm, row, when, content) for arm in arms)
    return IconArrays(
        title=content.label(
            "numbers_told.title", what=content.label(f"numbers_outcome.{row.outcome}"), when=when
        ),
        arms=(arms[0], arms[1]),
        sentence=Paragraph((Span(" ".join(sentences)),), (row.source,)),
        note=content.label(
            "numbers_told.how_sure",
            design=content.label(f"numbers_design.{row.design}"),
            certainty=content.label(f"numbers_certainty.{row.certainty}"),
        ),
    )


def _sentence(arm: Arm, row: OutcomeRow, when: str, content: Content) -> str:
    return content.label(
        "numbers_told.sentence" if arm.of_100 else "numbers_told.sentence_few",
        name=arm.name,
        told=arm.told,
        yes=content.label(f"numbers_yes.{row.outcome}"),
        when=when,
        rest=100 - arm.of_100,
        no=content.label(f"numbers_no.{row.outcome}"),
    )


def _told(of_100: float, content: Content) -> str:
    if 0 < of_100 < 1:
        return content.label("numbers_told.fewer_than_one")
    return content.label("numbers_told.about", count=whole(of_100))
