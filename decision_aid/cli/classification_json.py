"""A classification as the JSON object that scripts rely on (schema 1).

Every value is an id of ours, a yes, a no or nothing, so none of them needs escaping.
"""

from __future__ import annotations

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
    parts = [
        '"kind":"',
        kind,
        '","invasive":',
        _JSON[invasive],
        ',"metastatic":',
        _JSON[metastatic],
        ',"extent":',
        f'"{extent}"' if extent else "null",
        ',"because":[',
        ",".join(map(_reason, because)),
        '],"could_change":[',
        ",".join(map(_change, could_change)),
        '],"notes":["' if notes else '],"notes":[',
        '","'.join(notes),
        '"]' if notes else "]",
        ',"open":{"invasive":',
        _JSON[still_open.invasive],
        ',"metastatic":',
        _JSON[still_open.metastatic],
        "}",
    ]
    if sides:
        by_side = ",".join(f'"{side}":{{{members(one)}}}' for side, one in sides.items())
        parts.append(f',"sides":{{{by_side}}}')
    return "".join(parts)


def _reason(reason: Reason) -> str:
    place, certainty, counts_as, side = reason
    end = f'","side":"{side}"}}' if side else '"}'
    return "".join(
        ('{"place":"', place, '","certainty":"', certainty, '","counts_as":"', counts_as, end)
    )


def _change(change: PossibleChange) -> str:
    place, certainty, would_be, would_reach, side, *_ = change
    end = f',"side":"{side}"}}' if side else "}"
    start = ('{"place":"', place, '","certainty":"', certainty, '","would_be":"', would_be)
    reach = f'","would_reach":"{would_reach}"' if would_reach else '","would_reach":null'
    return "".join((*start, reach, end))
