"""The kinds of blocks that belong to deciding: options, what matters, is it clear."""

from __future__ import annotations

from typing import Literal, NamedTuple

from decision_aid.content import Bullets, Paragraph
from decision_aid.document.icon_arrays import IconArrays
from decision_aid.domain import (
    CheckId,
    Condition,
    DecisionId,
    OptionId,
    QuestionId,
    Reply,
    Side,
    SureItem,
    ValueId,
)

AspectId = Literal["what", "good", "hard", "life", "how_long", "depends"]


class Aspect(NamedTuple):
    """One thing that is said of an option.

    Attributes:
        id: which of the six it is.
        label: its heading.
        blocks: what is said.
    """

    id: AspectId
    label: str
    blocks: tuple[Paragraph | Bullets, ...]


class Option(NamedTuple):
    """One option of a decision with everything that is said of it.

    Attributes:
        id: the option.
        title: its name.
        depends_on: what it depends on and nobody has said yet.
        condition: the same in words, or "".
        conditional_title: its name with that condition.
        aspects: what is said of it, always the same six in the same order.
    """

    id: OptionId
    title: str
    depends_on: tuple[Condition, ...]
    condition: str
    conditional_title: str
    aspects: tuple[Aspect, ...]


class Numbers(NamedTuple):
    """What an option did in studies.

    Attributes:
        id: which numbers these are.
        option: the option.
        title: what was compared.
        people: in whom.
        outcomes: what happened how often, gains first.
        limits: what they cannot tell one person.
    """

    id: str
    option: OptionId
    title: str
    people: str
    outcomes: tuple[IconArrays, ...]
    limits: str


class Decision(NamedTuple):
    """One decision with all its options.

    Attributes:
        id: the decision.
        title: its name, with the breast that it is about where there are two.
        sides: with cancer in both breasts, the breast or breasts that it is about.
        about: what it is about.
        options: what is talked about, in the order of the table.
        numbers: what these did in studies, for whoever asks.
    """

    id: DecisionId
    title: str
    sides: tuple[Side, ...]
    about: tuple[Paragraph | Bullets, ...]
    options: tuple[Option, ...]
    numbers: tuple[Numbers, ...] = ()
    type: Literal["decision"] = "decision"


class ComparisonRow(NamedTuple):
    """One thing to compare, with what each option says to it."""

    label: str
    cells: tuple[tuple[Paragraph | Bullets, ...], ...]


class Comparison(NamedTuple):
    """Options side by side, each with the same rows.

    Attributes:
        caption: what is compared.
        corner: the heading of the column of labels.
        options: the name of each option, in order.
        rows: what is compared, in order.
    """

    caption: str
    corner: str
    options: tuple[str, ...]
    rows: tuple[ComparisonRow, ...]
    type: Literal["comparison"] = "comparison"


class Value(NamedTuple):
    """Something that can matter in the choice between the options.

    Attributes:
        id: what it is.
        label: its name.
        asks: what is asked about it.
        touches: how each option of the case touches it, by name.
    """

    id: ValueId
    label: str
    asks: str
    touches: Bullets
    type: Literal["value"] = "value"


class Check(NamedTuple):
    """A question by which a person can see whether the answer came across.

    Attributes:
        id: the question.
        question: its words.
        right: the reply that fits the answer.
        told_right: what is said to the reply that fits.
        told_again: what is said to any other: the same in other words.
        teach_back: what a counselor asks, to be told in the person's own words.
    """

    id: CheckId
    question: str
    right: Reply
    told_right: Paragraph
    told_again: Paragraph
    teach_back: str
    type: Literal["check"] = "check"


class SureQuestion(NamedTuple):
    """One item of the SURE test.

    Attributes:
        item: which item.
        text: its words.
        adds: the question for the appointment that a "no" adds.
        adds_text: the words of that question.
    """

    item: SureItem
    text: str
    adds: QuestionId
    adds_text: str
    type: Literal["sure_question"] = "sure_question"


def compared(options: tuple[Option, ...], caption: str, corner: str) -> Comparison:
    """Return these options side by side.

    Args:
        options: options of one decision.
        caption: what is compared.
        corner: the heading of the column of labels.
    """
    first = options[0].aspects if options else ()
    return Comparison(
        caption=caption,
        corner=corner,
        options=tuple(option.conditional_title for option in options),
        rows=tuple(
            ComparisonRow(aspect.label, tuple(option.aspects[row].blocks for option in options))
            for row, aspect in enumerate(first)
        ),
    )
