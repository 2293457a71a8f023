"""Two cases beside each other, and their answers as the program tells them anywhere else."""

from __future__ import annotations

from typing import Final, NamedTuple

from decision_aid.content import load
from decision_aid.document.answer import answer_of_the_whole, answers_of_breasts
from decision_aid.document.blocks import Answer
from decision_aid.document.what_if import NOTHING, ComparedCell, ComparedRow, compared_rows
from decision_aid.domain import Answers, Assessment, Classification, Side, assess

ANSWERS: Final = ("invasive", "metastatic")
CONTENT: Final = load()


class Pair(NamedTuple):
    """Two cases and how they are told beside each other."""

    seen: tuple[Assessment, Assessment]
    rows: tuple[ComparedRow, ...]

    def row(self, row: str, about: str = "") -> ComparedRow:
        """Return the one row that compares this."""
        (it,) = (one for one in self.rows if one.id == row and one.title.startswith(about))
        return it


def pair(first: Answers, second: Answers) -> Pair:
    return Pair((assess(first), assess(second)), compared_rows(first, second, CONTENT))


def told(row: ComparedRow, number: int) -> ComparedCell:
    """Return all that a row says of one of the two cases."""
    own = row.cells[number] if row.cells else NOTHING
    return ComparedCell(
        own.verdict or row.same.verdict,
        own.still_open or row.same.still_open,
        own.sentence or row.same.sentence,
        (*row.same.items, *own.items),
    )


def texts(cell: ComparedCell) -> set[str]:
    return {item.text for item in cell.items}


class Part(NamedTuple):
    """The answer of one case in a row, as the program tells it anywhere else."""

    answer: Answer
    result: Classification


def parts(seen: Assessment) -> dict[str, Part]:
    """Return the answers of a case by what their rows begin with."""
    result = seen.result
    whole = Part(answer_of_the_whole(seen, CONTENT), result)
    each = {
        side: Part(answer, result.sides[side])
        for side, answer in answers_of_breasts(seen, CONTENT).items()
    }
    if not each and seen.answers.side in {Side.LEFT, Side.RIGHT}:
        each = {seen.answers.side: whole}
    said = {CONTENT.label(f"side_title.{side}"): one for side, one in each.items()}
    for about in ("Invasive?", "Metastatic?", "How far", "Taken together"):
        said[about] = whole
    if len({badges(one) for one in each.values()}) == 1:
        said["Both breasts"] = next(iter(each.values()))
    return said


def badges(part: Part) -> tuple[tuple[str, str], ...]:
    """Return all the words on both badges."""
    return tuple(
        (verdict.text, mark if verdict.state != "open" else "")
        for verdict, mark in zip(part.answer.verdicts, part.answer.still_open, strict=True)
    )
