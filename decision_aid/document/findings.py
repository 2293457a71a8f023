"""What the person said they were told, as rows, with what each place counts as."""

from __future__ import annotations

from decision_aid.content import Content
from decision_aid.document.model import Distance, FindingRow, Findings
from decision_aid.domain import Answers, Certainty, CountsAs, Finding, meaning_of

_CERTAINTY_ORDER = (Certainty.FOUND, Certainty.SUSPECTED, Certainty.UNKNOWN)
DISTANCES: dict[CountsAs, Distance] = {
    CountsAs.IN_PLACE: "in_place",
    CountsAs.BREAST: "breast",
    CountsAs.NEARBY: "nearby",
    CountsAs.DISTANT: "distant",
}
_FARTHEST_FIRST = tuple(reversed(CountsAs))


def findings_table(case: Answers, content: Content) -> Findings:
    """Return the findings as a table; places that were not found share its last row."""
    rows = [
        _row(finding, content)
        for certainty in _CERTAINTY_ORDER
        for finding in sorted(case.findings, key=_farthest_first)
        if finding.certainty is certainty
    ]
    not_found = [f for f in case.findings if f.certainty is Certainty.NOT_FOUND]
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


def _farthest_first(finding: Finding) -> tuple[int, str]:
    return _FARTHEST_FIRST.index(meaning_of(finding)[-1]), finding.side or ""


def _row(finding: Finding, content: Content) -> FindingRow:
    meanings = meaning_of(finding)
    counts_as = content.label("counts_as.not_counted")
    distance: Distance = "none"
    found = finding.certainty is Certainty.FOUND
    if found:
        settled = len(meanings) == 1
        counts_as = content.label(f"counts_as.{meanings[0] if settled else 'not_settled'}")
        distance = DISTANCES.get(meanings[0], "none") if settled else "none"
    return FindingRow(
        place=place_label(finding, content),
        # The word of a report may say "metastasis": only beside what was found.
        medical_term=content.place(finding.place).medical_term if found else "",
        certainty=content.label(f"certainty.{finding.certainty}"),
        counts_as=counts_as,
        distance=distance,
    )
