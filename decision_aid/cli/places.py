"""``decision-aid places``: every place id with its label, group and what it counts as."""

from __future__ import annotations

import json

from decision_aid.content import Content
from decision_aid.domain import PLACES


def as_json(content: Content) -> str:
    """Return a JSON array with one object a place, in register order."""
    rows = [
        {
            "id": place.id,
            "label": content.place(place.id).label,
            "medical_term": content.place(place.id).medical_term,
            "group": place.group,
            "side": place.side,
            "counts_as": place.counts_as,
        }
        for place in PLACES.values()
    ]
    return json.dumps(rows, ensure_ascii=False, indent=1)


def as_table(content: Content) -> str:
    """Return a table with a header line, columns aligned."""
    header = tuple(
        content.label(f"places_table.{c}") for c in ("id", "group", "counts_as", "label")
    )
    rows = [
        (place.id, place.group, place.counts_as, content.place(place.id).label)
        for place in PLACES.values()
    ]
    widths = [max(len(row[column]) for row in (header, *rows)) for column in range(3)]
    return "\n".join(
        "  ".join(
            (*(cell.ljust(width) for cell, width in zip(row[:3], widths, strict=True)), row[3])
        )
        for row in (header, *rows)
    )
