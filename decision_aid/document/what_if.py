"""Two cases side by side, in words: what is the same in both is told once, the rest is marked.

An answer is compared as it is told, so what is still open differs from what is settled. Nothing
here words an answer anew: no "no" can stand here that does not stand on the badge.
"""

from __future__ import annotations

from collections.abc import Container, Iterator, Mapping
from typing import Final, Literal, NamedTuple

from decision_aid.content import Content, Paragraph
from decision_aid.document.answer import (
    answer_of_the_whole,
    answers_of_breasts,
    is_so_far,
    is_told_of_the_whole,
)
from decision_aid.document.blocks import Answer, Verdict, plain_paragraph
from decision_aid.document.deciding import decision_title, offered_title
from decision_aid.document.draft import Draft
from decision_aid.document.explaining import aim_in_short
from decision_aid.document.findings import place_label
from decision_aid.domain import (
    Answers,
    Assessment,
    Biology,
    Classification,
    Finding,
    Kind,
    Side,
    assess,
)
from decision_aid.domain.what_if import in_register_order

RowId = Literal[
    "invasive", "metastatic", "how_far", "said", "aim", "decisions", "options", "questions"
]
_NO_EXTENT: Final = {
    Kind.NOT_CANCER: "counts_as.risk_marker",
    Kind.OUT_OF_SCOPE: "verdict.does_not_fit",
}


class ComparedItem(NamedTuple):
    """An item of a list.

    Attributes:
        text: its words.
        only_here: whether the other case has nothing of the kind; else it says it otherwise, or
            the same where the item holds for both.
    """

    text: str
    only_here: bool = False


class ComparedCell(NamedTuple):
    """What one case says in a row, or what both say: an answer, a sentence, a list, or nothing.

    Attributes:
        verdict: the answer in a word or two, as on its badge.
        still_open: the words of a mark where that answer could still turn, else "".
        sentence: what it means.
        items: of a list.
    """

    verdict: Verdict | None = None
    still_open: str = ""
    sentence: Paragraph | None = None
    items: tuple[ComparedItem, ...] = ()


NOTHING: Final = ComparedCell()


class ComparedRow(NamedTuple):
    """One thing that two cases are compared in.

    Attributes:
        id: which.
        title: what it is called, with the breast that it is about where there are two.
        same: what holds in both.
        cells: what each of the two says alone; ``None`` where all is the same.
    """

    id: RowId
    title: str
    same: ComparedCell
    cells: tuple[ComparedCell, ComparedCell] | None = None


def compared_rows(first: Answers, second: Answers, content: Content) -> tuple[ComparedRow, ...]:
    """Return two cases row by row, what matters most first.

    Args:
        first: one case.
        second: the other one.
        content: the words of one language.

    Raises:
        ContradictionError: if the findings of one contradict each other.
    """
    pair = assess(first), assess(second)
    label = content.label
    rows = (
        *_answers(pair, content),
        _list("said", label("what_if.said"), *(_said(one, content) for one in pair)),
        _aim(pair, content),
        _list("decisions", label("section.decisions"), *(_decisions(one, content) for one in pair)),
        _options(*pair, content),
        _list("questions", label("what_if.questions"), *(_questions(one, content) for one in pair)),
    )
    return tuple(row for row in rows if row.cells is not None or row.same != NOTHING)


_Pair = tuple[Assessment, Assessment]
_Items = Mapping[object, str]
"""The words of each item of a list, by what it is about."""


def _row(row: RowId, title: str, first: ComparedCell, second: ComparedCell) -> ComparedRow:
    """Return a row of two cells without items: what they share stands once."""
    if first == second:
        return ComparedRow(row, title, first)
    if first.verdict is not None and _badge(first) == _badge(second):
        # The answer is the same; what keeps it so has its own row.
        return ComparedRow(row, title, first._replace(sentence=None))
    if first.sentence == second.sentence:
        cells = first._replace(sentence=None), second._replace(sentence=None)
        return ComparedRow(row, title, ComparedCell(sentence=first.sentence), cells)
    return ComparedRow(row, title, NOTHING, (first, second))


def _badge(cell: ComparedCell) -> tuple[str, str]:
    """Return all the words on the badge of an answer."""
    return (cell.verdict.text if cell.verdict else "", cell.still_open)


class _Part(NamedTuple):
    """The answer of a person or of one breast, with what it is made of."""

    answer: Answer
    result: Classification


def _answers(pair: _Pair, content: Content) -> tuple[ComparedRow, ...]:
    """Return the rows of the answers, of the whole and of each of two breasts where it matters."""
    first, second = (_Part(answer_of_the_whole(one, content), one.result) for one in pair)
    whole = _answer(first, second, content)
    if not any(one.result.sides for one in pair):
        return whole
    breasts = [_breasts(one, content) for one in pair]
    left, right = (
        _answer(breasts[0].get(side), breasts[1].get(side), content)
        for side in (Side.LEFT, Side.RIGHT)
    )
    groups = {Side.BOTH: left} if left == right else {Side.LEFT: left, Side.RIGHT: right}
    rows = {content.label(f"side_title.{side}"): each for side, each in groups.items()}
    alike = all(breasts) and not any(is_told_of_the_whole(one.result) for one in pair)
    if not alike and whole not in groups.values():
        rows = {content.label("summary.taken_together"): whole, **rows}
    return tuple(
        row._replace(title=content.label("what_if.of_breast", breast=about, row=row.title))
        for about, each in rows.items()
        for row in each
    )


def _breasts(assessment: Assessment, content: Content) -> dict[Side, _Part]:
    """Return what is told of each breast: of the only one, what is told of the person."""
    result, side = assessment.result, assessment.answers.side
    if not result.sides:
        whole = _Part(answer_of_the_whole(assessment, content), result)
        return {} if side is None else {side: whole}
    answers = answers_of_breasts(assessment, content)
    return {one: _Part(answer, result.sides[one]) for one, answer in answers.items()}


def _answer(first: _Part | None, second: _Part | None, content: Content) -> tuple[ComparedRow, ...]:
    rows: tuple[RowId, ...] = ("invasive", "metastatic")
    return (
        *(
            _row(row, content.label(f"verdict.{row}"), _verdict(first, n), _verdict(second, n))
            for n, row in enumerate(rows)
        ),
        _row(
            "how_far",
            content.label("what_if.how_far"),
            _how_far(first, content),
            _how_far(second, content),
        ),
    )


def _verdict(part: _Part | None, number: int) -> ComparedCell:
    if part is None:
        return NOTHING
    answer = part.answer
    verdict = answer.verdicts[number]
    return ComparedCell(
        verdict,
        answer.still_open[number] if verdict.state != "open" else "",
        (answer.in_short or answer.sentences)[number],
    )


def _how_far(part: _Part | None, content: Content) -> ComparedCell:
    if part is None:
        return NOTHING
    result = part.result
    if result.kind is Kind.CANNOT_TELL:
        return _told(content.label("verdict.cannot_tell"))
    key = f"extent.{result.extent}" if result.extent else _NO_EXTENT[result.kind]
    extent = content.label(key)
    if is_so_far(result):
        extent = content.label("what_if.so_far", extent=extent)
    return _told(extent[:1].upper() + extent[1:])


def _told(text: str) -> ComparedCell:
    return ComparedCell(sentence=plain_paragraph(text))


def _aim(pair: _Pair, content: Content) -> ComparedRow:
    first, second = (aim_in_short(Draft(one, content, None)) for one in pair)
    title = content.label("section.aim_in_short")
    return _row("aim", title, *(ComparedCell(sentence=next(one, None)) for one in (first, second)))


def _list(row: RowId, title: str, first: _Items, second: _Items) -> ComparedRow:
    """Return a row of two lists: what stands in both stands once."""
    same = tuple(ComparedItem(text) for key, text in first.items() if second.get(key) == text)
    cells = _own(first, second), _own(second, first)
    differs = any(cell.items for cell in cells)
    return ComparedRow(row, title, ComparedCell(items=same), cells if differs else None)


def _own(items: _Items, others: _Items) -> ComparedCell:
    return ComparedCell(
        items=tuple(
            ComparedItem(text, only_here=key not in others)
            for key, text in items.items()
            if others.get(key) != text
        )
    )


def _said(assessment: Assessment, content: Content) -> _Items:
    """Return what was said of places, side, timing and reports, each by what it is about."""
    answers = assessment.answers
    items: dict[object, str] = {}
    for finding in sorted(answers.findings, key=in_register_order):
        items[finding.place, finding.side] = _finding(finding, content)
    if answers.side is not None:
        said = content.label(f"side.{answers.side}")
        items["side"] = _said_of(content.label("what_if_fact.side"), said, content)
    if answers.came_back is not None:
        said = content.label(f"what_if.came_back_{answers.came_back}")
        items["came_back"] = _said_of(content.label("what_if_fact.came_back"), said, content)
    items |= dict(_reports(answers.biology, content))
    for side, report in answers.reports_by_side().items():
        for item, text in _reports(report, content):
            items[item, side] = content.label(f"of_breast.{side}", text=text)
    return items


def _finding(finding: Finding, content: Content) -> str:
    said = content.label(f"what_if.{finding.certainty}")
    if finding.detail is not None:
        detail = content.follow_up(finding.place).answers[finding.detail]
        said = content.label("what_if.with_detail", certainty=said, detail=detail)
    return _said_of(place_label(finding, content), said, content)


def _said_of(what: str, said: str, content: Content) -> str:
    return content.label("what_if.said_of", what=what, said=said)


def _reports(biology: Biology, content: Content) -> Iterator[tuple[str, str]]:
    for item, reply in biology.said().items():
        # There they are sentences, here items of a list.
        yield item, content.label(f"biology.{item}_{reply}").removesuffix(".")


def _decisions(assessment: Assessment, content: Content) -> _Items:
    titles = (decision_title(decision, content) for decision in assessment.decisions)
    return {title: title for title in titles}


def _options(first: Assessment, second: Assessment, content: Content) -> ComparedRow:
    """Return the options that change in the decisions that both have."""
    both = _decisions(first, content).keys() & _decisions(second, content).keys()
    each = (_offered(one, both, content) for one in (first, second))
    return _list("options", content.label("what_if.options"), *each)._replace(same=NOTHING)


def _offered(assessment: Assessment, decisions: Container[object], content: Content) -> _Items:
    return {
        (title, option.id): content.label(
            "what_if.option", decision=title, option=offered_title(option, content)
        )
        for decision in assessment.decisions
        if (title := decision_title(decision, content)) in decisions
        for option in decision.options
    }


def _questions(assessment: Assessment, content: Content) -> _Items:
    # Of a list that is cut short, one question more would push another one out.
    return {one: content.question(one) for one in assessment.every_question}
