"""How two cases differ, in words: for the screens of a counselor, and never by colour alone."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Final, NamedTuple

from decision_aid.content import Bullets, Content, Paragraph
from decision_aid.document.answer import answers as answer_blocks
from decision_aid.document.blocks import Answer, Block, Heading, plain_paragraph
from decision_aid.document.deciding import decision_title
from decision_aid.document.deciding_blocks import (
    MOST_IMPORTANT_DIFFERENCES,
    Difference,
    DifferencePart,
)
from decision_aid.document.findings import place_label
from decision_aid.domain import Answers, Finding, Side, TumorType, assess
from decision_aid.domain.what_if import (
    AnswerChange,
    AnswerPart,
    Differences,
    FindingChange,
    OptionChange,
    differences,
)

_SAID_BY_THE_ANSWERS: Final = {AnswerPart.INVASIVE, AnswerPart.METASTATIC}
_KNOWN: Final = {True: "yes", False: "no", None: "cannot_tell"}


def differences_between(before: Answers, after: Answers) -> Differences:
    """Return everything in which the case of some answers differs from another.

    Args:
        before: the first case.
        after: the second case.

    Raises:
        ContradictionError: if the findings of one contradict each other.
    """
    return differences(assess(before), assess(after))


class CaseInShort(NamedTuple):
    """A case beside others: its answers, and what there is to decide."""

    answers: tuple[Answer, ...]
    decisions: tuple[Block, ...]


def case_in_short(answers: Answers, content: Content) -> CaseInShort:
    """Return a case in short.

    Args:
        answers: the case.
        content: the words of one language.
    """
    assessment = assess(answers)
    items = tuple(
        plain_paragraph(decision_title(decision, content)) for decision in assessment.decisions
    )
    nothing = plain_paragraph(content.label("what_if.no_decisions"))
    return CaseInShort(
        answer_blocks(assessment, content),
        (
            Heading(text=content.label("section.decisions")),
            Bullets(items=items) if items else nothing,
        ),
    )


def difference_blocks(
    before: Answers, after: Answers, content: Content, *, most_important: bool = False
) -> tuple[Difference | Paragraph, ...]:
    """Return in words what is different in the second case, the answers first.

    Args:
        before: the case as it is.
        after: the case that is compared with it.
        content: the words of one language.
        most_important: only the answers and what was said, not what follows from them.
    """
    seen = differences_between(before, after)
    if seen.none:
        return (plain_paragraph(content.label("what_if.none")),)
    parts: dict[DifferencePart, Iterable[str]] = {
        "answers": _answers(seen, content),
        "findings": (_finding(change, content) for change in seen.findings),
        "facts": (_fact(item, before, after, content) for item in seen.facts),
        "decisions": _decisions(seen, content),
        "options": (_option(change, content) for change in seen.options),
        "questions": _questions(seen, content),
    }
    blocks = (
        Difference(part, content.label(f"what_if.{part}"), tuple(map(plain_paragraph, texts)))
        for part, texts in parts.items()
        if part in MOST_IMPORTANT_DIFFERENCES or not most_important
    )
    return tuple(block for block in blocks if block.items)


def unchanged_answers(seen: Differences) -> bool:
    """Return whether both answers of the whole stay as they are."""
    return not any(c.about is None and c.part in _SAID_BY_THE_ANSWERS for c in seen.answers)


def _answers(seen: Differences, content: Content) -> Iterator[str]:
    if unchanged_answers(seen):
        yield content.label("what_if.same_answers")
    told = {(c.about, c.part) for c in seen.answers}
    for change in seen.answers:
        by_answers = any((change.about, part) in told for part in _SAID_BY_THE_ANSWERS)
        if change.part is AnswerPart.KIND and by_answers:
            continue  # the two answers have said it already
        yield _about(change.about, content) + content.label(
            f"what_if.{change.part}",
            before=_worded(change, change.before, content),
            after=_worded(change, change.after, content),
        )


def _about(side: Side | None, content: Content) -> str:
    if side is None:
        return ""
    return content.label("what_if.about", breast=content.label(f"side_title.{side}")) + " "


def _worded(change: AnswerChange, value: object, content: Content) -> str:
    if change.part in _SAID_BY_THE_ANSWERS:
        assert value is None or isinstance(value, bool)
        return content.label(f"what_if.{_KNOWN[value]}")
    if change.part is AnswerPart.EXTENT:
        return content.label(f"extent.{value}" if value else "what_if.no_extent")
    return content.label(f"what_if_kind.{value}")


def _finding(change: FindingChange, content: Content) -> str:
    one = change.after or change.before
    assert one is not None
    return content.label(
        "what_if.finding",
        place=place_label(one, content),
        before=_state(change.before, change.after, content),
        after=_state(change.after, change.before, content),
    )


def _state(finding: Finding | None, other: Finding | None, content: Content) -> str:
    """Say how sure a finding is, and its detail where it is that which differs."""
    if finding is None:
        return content.label("what_if.not_marked")
    said = content.label(f"what_if.{finding.certainty}")
    details = {finding.detail, other.detail if other else None}
    if finding.detail is None or len(details) == 1:
        return said
    detail = content.follow_up(finding.place).answers[finding.detail]
    return content.label("what_if.with_detail", certainty=said, detail=detail)


def _fact(item: str, before: Answers, after: Answers, content: Content) -> str:
    return content.label(
        "what_if.finding",
        place=content.label(f"what_if_fact.{item}"),
        before=_said_of(item, before, content),
        after=_said_of(item, after, content),
    )


def _said_of(item: str, answers: Answers, content: Content) -> str:
    if item == "side":
        side = answers.side
        return content.label(f"side.{side}" if side else "what_if.not_said")
    if item == "came_back":
        said = answers.came_back
        return content.label("what_if.not_said" if said is None else f"what_if.came_back_{said}")
    reply = getattr(answers.biology, item)
    if reply == TumorType.UNKNOWN:
        return content.label("what_if.not_said")
    return content.label(f"biology_page.{item}_{reply}")


def _decisions(seen: Differences, content: Content) -> Iterator[str]:
    for key, ids in (("new", seen.decisions_new), ("gone", seen.decisions_gone)):
        for one in ids:
            yield content.label(f"what_if.{key}", what=content.topic(f"decisions/{one}").title)


def _option(change: OptionChange, content: Content) -> str:
    title = content.topic(f"options/{change.option}").title
    if change.before is None:
        return content.label("what_if.new", what=title)
    if change.after is None:
        return content.label("what_if.gone", what=title)
    key = "depends" if change.after.depends_on else "settled"
    return content.label(f"what_if.{key}", what=title)


def _questions(seen: Differences, content: Content) -> Iterator[str]:
    for key, ids in (("new", seen.questions_new), ("gone", seen.questions_gone)):
        yield from _each(key, (content.question(one) for one in ids), content)


def _each(key: str, texts: Iterable[str], content: Content) -> Iterator[str]:
    return (content.label(f"what_if.{key}", what=text) for text in texts)
