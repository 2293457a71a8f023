"""Which items of IPDAS hold, each with its evidence; the README shows the same table.

python -m tests.ipdas.test_scorecard    prints the table for the README
"""

from __future__ import annotations

import ast
import sys
import tomllib
from functools import cache
from pathlib import Path

import pytest
from pydantic import BaseModel, ConfigDict, model_validator

_ROOT = Path(__file__).resolve().parents[2]
_GROUPS = {"Q": ("qualifying", 6), "C": ("certification", 6), "": ("quality", 23)}


class Item(BaseModel):
    """One item: it holds by its evidence, or something is missing."""

    model_config = ConfigDict(extra="forbid")
    id: str
    asks: str
    evidence: tuple[str, ...] = ()
    missing: str = ""

    @model_validator(mode="after")
    def _one_of_both(self) -> Item:
        if bool(self.evidence) == bool(self.missing):
            message = f"{self.id} needs evidence, or what is missing, and not both"
            raise ValueError(message)
        return self

    @property
    def group(self) -> str:
        return self.id[0] if self.id[0] in "QC" else ""


def items() -> list[Item]:
    raw = tomllib.loads((Path(__file__).parent / "scorecard.toml").read_text(encoding="utf-8"))
    return [Item.model_validate(item) for item in raw["item"]]


def verdict() -> str:
    parts = []
    for group, (name, count) in _GROUPS.items():
        held = sum(item.group == group and bool(item.evidence) for item in items())
        parts.append(f"{held} of {count} {name}")
    return f"IPDAS items that hold: {', '.join(parts)}."


def table() -> str:
    rows = ["| item | what it asks | holds | by, or what is missing |", "|---|---|---|---|"]
    for item in items():
        shown = ", ".join(f"`{one.partition('::')[0]}`" for one in dict.fromkeys(item.evidence))
        holds = "yes" if item.evidence else "**not yet**"
        rows.append(f"| {item.id} | {item.asks} | {holds} | {shown or item.missing} |")
    return "\n".join(rows)


@cache
def _tests_in(file: str) -> frozenset[str]:
    tree = ast.parse((_ROOT / file).read_text(encoding="utf-8"))
    return frozenset(node.name for node in tree.body if isinstance(node, ast.FunctionDef))


def test_every_item_is_there_once() -> None:
    ids = [item.id for item in items()]
    wanted = [*(f"Q{n}" for n in range(1, 7)), *(f"C{n}" for n in range(1, 7))]
    assert ids == [*wanted, *(str(n) for n in range(1, 24))]


@pytest.mark.parametrize("item", items(), ids=lambda item: item.id)
def test_the_evidence_exists(item: Item) -> None:
    for evidence in item.evidence:
        file, _, name = evidence.partition("::")
        assert (_ROOT / file).is_file(), evidence
        if name:
            assert name in _tests_in(file), evidence
        if file.startswith("tests/"):
            assert name, f"{item.id}: name the test in {file}"


def test_all_qualifying_items_hold() -> None:
    assert [item.id for item in items() if item.group == "Q" and item.missing] == []


def test_the_readme_shows_it_as_it_is() -> None:
    readme = (_ROOT / "README.md").read_text(encoding="utf-8")
    assert verdict() in readme
    assert table() in readme
    print(f"\n{verdict()}")
    for item in items():
        print(f"{item.id:>3} {'yes' if item.evidence else 'not yet':8} {item.asks}")


if __name__ == "__main__":
    sys.stdout.write(f"{verdict()}\n\n{table()}\n")
