"""Holds the numbers of options to the words and the decisions that they need."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from decision_aid.content.lookup import Content
from decision_aid.domain import all_decisions, all_options

_WORDS_OF_NUMBERS: Final = ("title", "people", "with", "without", "limits")
_WORDS_OF_ROWS: Final = {
    "numbers_outcome": "outcome",
    "numbers_yes": "outcome",
    "numbers_no": "outcome",
    "numbers_when": "when",
    "numbers_design": "design",
    "numbers_certainty": "certainty",
}


def problems_of_numbers(content: Content) -> Iterator[str]:
    """Find numbers of what is never offered, and those without words.

    Args:
        content: the words of one language.
    """
    for key, one in content.numbers.items():
        if one.decision not in all_decisions():
            yield f"numbers.toml: {key}: there is no decision {one.decision}"
        if one.option not in all_options():
            yield f"numbers.toml: {key}: there is no option {one.option}"
        for group in (f"numbers_{words}" for words in _WORDS_OF_NUMBERS):
            if key not in content.labels(group):
                yield f"labels/numbers.toml: [{group}] has no {key}"
        for row in one.outcomes:
            for group, field in _WORDS_OF_ROWS.items():
                if getattr(row, field) not in content.labels(group):
                    yield f"labels/numbers.toml: [{group}] has no {getattr(row, field)}"
