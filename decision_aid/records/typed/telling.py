"""Says in words what a part of a line was read as."""

from __future__ import annotations

from collections.abc import Callable, Iterator

from decision_aid.domain import Certainty, PlaceId
from decision_aid.records.typed.reading import Part

Label = Callable[[str], str]


def means(part: Part, label: Label, place: Callable[[PlaceId], str]) -> str:
    """Return what a part was read as, such as "Liver: suspected".

    Args:
        part: the part.
        label: returns the words of a label.
        place: returns what a place is called.
    """
    sure = all(f.certainty is Certainty.FOUND for f in part.findings)
    if part.meaning and (sure or not part.findings):
        return label(part.meaning)
    return "; ".join(_each(part, label, place))


def _each(part: Part, label: Label, place: Callable[[PlaceId], str]) -> Iterator[str]:
    for finding in part.findings:
        side = f", {label(f'side.{finding.side}')}" if finding.side else ""
        yield f"{place(finding.place)}{side}: {label(f'reading.{finding.certainty}')}"
