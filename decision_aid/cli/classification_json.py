"""A classification as the JSON object that scripts rely on (schema 1).

Every value is an id of ours, a yes, a no or nothing, so none of them needs escaping.
"""

from __future__ import annotations

from collections.abc import Iterable
from typing import Final

from decision_aid.domain import Classification, PossibleChange, Reason

SCHEMA: Final = 1
_JSON: Final = {True: "true", False: "false", None: "null"}


def to_json(result: Classification) -> str:
    """Return the object of ``classify --format json`` on one line."""
    return f'{{"schema":{SCHEMA},{members(result)}}}'


def members(result: Classification) -> str:
    """Return the members of the object but its schema, without the braces."""
    kind, invasive, metastatic, extent, because, could_change, notes, sides, still_open = result
    text = (
        f'"kind":"{kind}","invasive":{_JSON[invasive]},"metastatic":{_JSON[metastatic]},'
        f'"open":{{"invasive":{_JSON[still_open[0]]},"metastatic":{_JSON[still_open[1]]}}},'
        f'"extent":{_id(extent)},"because":[{_reasons(because)}],'
        f'"could_change":[{_changes(could_change)}],"notes":[{_ids(notes)}]'
    )
    if not sides:
        return text
    by_side = ",".join([f'"{side}":{{{members(one)}}}' for side, one in sides.items()])
    return f'{text},"sides":{{{by_side}}}'


def _id(value: str | None) -> str:
    return f'"{value}"' if value else "null"


def _ids(values: Iterable[str]) -> str:
    text = '","'.join(values)
    return f'"{text}"' if text else ""


def _reasons(reasons: Iterable[Reason]) -> str:
    return ",".join(
        [
            "".join(
                (
                    '{"place":"',
                    place,
                    '","certainty":"',
                    certainty,
                    '","counts_as":"',
                    counts_as,
                    '"}' if side is None else f'","side":"{side}"}}',
                )
            )
            for place, certainty, counts_as, side in reasons
        ]
    )


def _changes(changes: Iterable[PossibleChange]) -> str:
    return ",".join(
        [
            "".join(
                (
                    '{"place":"',
                    place,
                    '","certainty":"',
                    certainty,
                    '","would_be":"',
                    would_be,
                    '","would_reach":',
                    f'"{would_reach}"' if would_reach else "null",
                    "}" if side is None else f',"side":"{side}"}}',
                )
            )
            for place, certainty, would_be, would_reach, side, *_ in changes
        ]
    )
