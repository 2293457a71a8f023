"""What the person said they were told, and what each place counts as."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from decision_aid.content import Content
from decision_aid.document.blocks import (
    Block,
    FindingRow,
    Findings,
    Heading,
    WriteIn,
    plain_paragraph,
)
from decision_aid.document.figure import Distance
from decision_aid.domain import (
    PLACES,
    Answers,
    Assessment,
    Biology,
    Certainty,
    CountsAs,
    Finding,
    Kind,
    meaning_of,
)

_CERTAINTY_ORDER: Final = (Certainty.FOUND, Certainty.SUSPECTED, Certainty.UNKNOWN)
DISTANCES: Final[dict[CountsAs, Distance]] = {
    CountsAs.IN_PLACE: "in_place",
    CountsAs.BREAST: "breast",
    CountsAs.NEARBY: "nearby",
    CountsAs.DISTANT: "distant",
}
_FARTHEST_FIRST: Final = tuple(reversed(CountsAs))
_CALLED: Final = {
    Kind.NOT_CANCER: "no_cancer",
    Kind.CANNOT_TELL: "not_settled",
    Kind.OUT_OF_SCOPE: "tumor",
}


def lines_to_fill_in(content: Content) -> Iterator[Block]:
    """Yield lines for whose paper it is and for which visit."""
    yield WriteIn(label=content.label("summary.name"), lines=1)
    yield WriteIn(label=content.label("summary.appointment"), lines=1)


def what_was_said(assessment: Assessment, content: Content) -> Iterator[Block]:
    """Yield what the person said: side, timing, reports, places and their own notes.

    Args:
        assessment: what the answers come to: nothing is called cancer that is none.
        content: the words of one language.
    """
    answers = assessment.answers
    line = " ".join([*_side_and_timing(assessment, content), *_reports(answers, content)])
    if line:
        yield plain_paragraph(line)
    if answers.findings:
        yield findings_table(answers, content)
    else:
        yield plain_paragraph(content.label("told.nothing"))
    notes = [part.strip() for part in answers.notes.splitlines() if part.strip()]
    if notes:
        yield Heading(text=content.label("told.notes"))
        yield from map(plain_paragraph, notes)


def _side_and_timing(assessment: Assessment, content: Content) -> Iterator[str]:
    """Say which side, and first time or not, without calling cancer what is none or not settled."""
    answers = assessment.answers
    called = _CALLED.get(assessment.result.kind, "cancer")
    if answers.side is not None:
        yield content.label(f"told.{called}_{answers.side}")
    if answers.came_back is not None and (called == "cancer" or answers.came_back):
        before = answers.came_back if called == "cancer" else "before"
        yield content.label(f"told.came_back_{before}")


def _reports(answers: Answers, content: Content) -> Iterator[str]:
    yield from _report(answers.biology, content)
    for side, report in answers.reports_by_side().items():
        of_breast = " ".join(_report(report, content))
        if of_breast:
            yield content.label(f"of_breast.{side}", text=of_breast)


def _report(biology: Biology, content: Content) -> Iterator[str]:
    return (content.label(f"biology.{item}_{reply}") for item, reply in biology.said().items())


def findings_table(answers: Answers, content: Content) -> Findings:
    """Return the findings as a table; places that were not found share its last row."""
    rows = [
        _row(finding, content)
        for certainty in _CERTAINTY_ORDER
        for finding in sorted(answers.findings, key=_farthest_first)
        if finding.certainty is certainty
    ]
    not_found = [f for f in answers.findings if f.certainty is Certainty.NOT_FOUND]
    if not_found:
        rows.append(
            FindingRow(
                place="; ".join(place_label(finding, content) for finding in not_found),
                medical_term="",
                certainty=content.label("certainty.not_found"),
                counts_as=content.label("counts_as.not_counted"),
                distance="none",
            )
        )
    return Findings(
        caption=content.label("summary.told_caption"),
        columns=(
            content.label("summary.column_place"),
            content.label("summary.column_certainty"),
            content.label("summary.column_counts_as"),
        ),
        rows=tuple(rows),
    )


def place_label(finding: Finding, content: Content) -> str:
    """Return how the place is called, with its side where there are two."""
    label = content.place(finding.place).label
    if finding.side is None:
        return label
    side = content.label(f"side_title.{finding.side}")
    return content.label("summary.place_on_side", side=side, place=label)


def _with_detail(finding: Finding, content: Content) -> str:
    """Return the place, and the answer by which it means something else than it is called."""
    label, meanings = place_label(finding, content), meaning_of(finding)
    if finding.detail is None or len(meanings) > 1:
        return label
    if meanings[0] is PLACES[finding.place].counts_as:
        return label
    answer = content.follow_up(finding.place).answers[finding.detail]
    return content.label("summary.place_with_detail", place=label, answer=answer)


def _farthest_first(finding: Finding) -> tuple[int, str]:
    return _FARTHEST_FIRST.index(meaning_of(finding)[-1]), finding.side or ""


def distance_of(finding: Finding) -> Distance:
    """Return how far a place is as it is meant; ``"none"`` where that is not settled."""
    meanings = meaning_of(finding)
    return DISTANCES.get(meanings[0], "none") if len(meanings) == 1 else "none"


def _row(finding: Finding, content: Content) -> FindingRow:
    meanings = meaning_of(finding)
    counts_as = content.label("counts_as.not_counted")
    distance: Distance = "none"
    found = finding.certainty is Certainty.FOUND
    settled = len(meanings) == 1
    if found:
        counts_as = content.label(f"counts_as.{meanings[0] if settled else 'not_settled'}")
        distance = distance_of(finding)
    return FindingRow(
        place=_with_detail(finding, content),
        # The word of a report may say "metastasis": only beside what was found and means that.
        medical_term=(
            content.place(finding.place).medical_term
            if found and settled and meanings[0] is PLACES[finding.place].counts_as
            else ""
        ),
        certainty=content.label(f"certainty.{finding.certainty}"),
        counts_as=counts_as,
        distance=distance,
    )
