"""A classification as the JSON object that scripts rely on (schema 1).

The parts recur from case to case, so each is written once and looked up afterwards: that is what
makes a batch fast, and there is no second way of writing the same object.
"""

from __future__ import annotations

import json
from functools import lru_cache
from typing import Any, Final

from decision_aid.domain import Classification, Extent, Kind, PossibleChange, Reason

SCHEMA: Final = 1


def to_json(result: Classification) -> str:
    """Return the object of ``classify --format json`` on one line."""
    return f'{{"schema":{SCHEMA},{members(result)}}}'


def members(result: Classification) -> str:
    """Return the members of the object but its schema, without the braces."""
    kind, invasive, metastatic, extent, because, could_change, notes, sides = result
    answers = _answers(kind, invasive, metastatic, extent, because)
    changes = ",".join(map(_change, could_change)) if could_change else ""
    text = f'{answers},"could_change":[{changes}],"notes":{_notes(notes)}'
    if not sides:
        return text
    by_side = ",".join(f'"{side}":{{{members(one)}}}' for side, one in sides.items())
    return f'{text},"sides":{{{by_side}}}'


def _compact(value: Any) -> str:  # noqa: ANN401 - anything that JSON can hold
    return json.dumps(value, ensure_ascii=False, separators=(",", ":"))


@lru_cache(maxsize=4096)
def _answers(
    kind: Kind,
    invasive: bool | None,
    metastatic: bool | None,
    extent: Extent | None,
    because: tuple[Reason, ...],
) -> str:
    answers = {
        "kind": kind,
        "invasive": invasive,
        "metastatic": metastatic,
        "extent": extent,
        "because": [_reason(reason) for reason in because],
    }
    return _compact(answers)[1:-1]


def _reason(reason: Reason) -> dict[str, str]:
    parts: dict[str, str] = {
        "place": reason.place,
        "certainty": reason.certainty,
        "counts_as": reason.counts_as,
    }
    return parts if reason.side is None else parts | {"side": reason.side}


@lru_cache(maxsize=4096)
def _change(change: PossibleChange) -> str:
    parts = {
        "place": change.place,
        "certainty": change.certainty,
        "would_be": change.would_be,
        "would_reach": change.would_reach,
    }
    return _compact(parts if change.side is None else parts | {"side": change.side})


@lru_cache(maxsize=4096)
def _notes(notes: tuple[str, ...]) -> str:
    return _compact(notes)
