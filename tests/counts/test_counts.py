"""The answer comes soon: pages, presses and words until it, walked by mouse; the table is printed.

``build_scripts/test.py --only counts`` and CI show what these print.
"""

import os

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.counts.cases import CASES, Case
from tests.counts.table import missed, row, title, walk

README = Path(__file__).resolve().parents[2] / "README.md"


@pytest.fixture(scope="module")
def table() -> Iterator[list[str]]:
    """The lines of the table, printed when the last case was walked."""
    lines: list[str] = []
    yield lines
    print("\n\n" + "\n".join((title(), *lines)))


@pytest.mark.parametrize("case", CASES, ids=lambda case: case.name)
def test_the_answer_comes_within_the_aims(qtbot: object, table: list[str], case: Case) -> None:
    passed = walk(case)
    table.append(row(case, passed))
    assert list(missed(case, passed)) == []
    presses = f"{passed.presses} press{'es' if passed.presses > 1 else ''}"
    told = f"page {passed.pages}, {presses}, {passed.words} words"
    line = next(one for one in README.read_text().splitlines() if one.startswith(f"| {case.name} "))
    assert line.split(" | ")[2] == told, "README.md tells other counts"
