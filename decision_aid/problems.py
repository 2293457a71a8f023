"""What can be wrong with answers, in a sentence that says what to do next."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Final

from decision_aid.domain import FOLLOW_UPS, PLACES, ContradictionError, PlaceId

_LONGEST_SHOWN: Final = 300
_LONGEST_COMPARED: Final = 100


class InvalidAnswersError(ValueError):
    """Answers that cannot be used; the message says where, what and the nearest valid value.

    Attributes:
        line: the line of the file, or ``None`` where it is not known.
        field: the path of the field, such as ``findings[0].place``.
        problem: what is wrong with it.
        nearest: the nearest valid value, or "".
    """

    def __init__(
        self, field: str, problem: str, nearest: str = "", line: int | None = None
    ) -> None:
        problem = _shortened(problem)
        self.field, self.problem, self.nearest, self.line = field, problem, nearest, line
        places = (f"line {line}" if line else "", _shortened(field))
        where = ", ".join(part for part in places if part)
        hint = f' Did you mean "{nearest}"?' if nearest else ""
        super().__init__(f"{where}: {problem}.{hint}" if where else f"{problem}.{hint}")


def _shortened(text: str) -> str:
    """Return a text without the middle of what is far too long to be read."""
    return text if len(text) <= _LONGEST_SHOWN else f"{text[:150]} … {text[-50:]}"


def contradiction(error: ContradictionError) -> InvalidAnswersError:
    """Say in a sentence what contradicts what."""
    place, given = error.place, error.given
    field, close = "findings", ""
    match error.reason:
        case "unknown_place":
            field, problem, close = "place", f'there is no place "{given}"', nearest(given, PLACES)
        case "unknown_detail":
            field, problem = "detail", f'"{given}" does not answer the question about {place}'
            close = nearest(given, FOLLOW_UPS[PlaceId(place)].answers)
        case "detail_without_question":
            field, problem = "detail", f"nothing more is asked about {place}"
        case "said_twice":
            problem = f"{place} is given twice, and not alike"
        case "side_of_a_place_without_side":
            field, problem = "side", f"{place} does not belong to one breast"
        case "reports_of_each_breast_without_both":
            field = "biology_by_side"
            problem = 'each breast has its own reports only where "side" is "both"'
        case _:
            field = "side"
            problem = f'{place} is given for the {given} breast, but "side" does not say so'
    return InvalidAnswersError(field, problem, close)


def nearest(given: str, valid: Iterable[str], *, always: bool = False) -> str:
    """Return the valid value most like what was given, or "" where none is like it.

    Args:
        given: what was given.
        valid: what could have been given.
        always: name the closest even if it is not close.
    """
    import difflib  # noqa: PLC0415 - only for what was mistyped

    options = [str(option) for option in valid]
    typed = given[:_LONGEST_COMPARED].lower()
    close = difflib.get_close_matches(typed, options, n=1, cutoff=0.0 if always else 0.5)
    return close[0] if close else ""
