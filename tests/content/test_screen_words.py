"""The short words of the screens: none is asked for that is not there, and each of them is used."""

from __future__ import annotations

import ast
import re
import tomllib
from collections.abc import Iterator
from pathlib import Path

import pytest

import decision_aid
from decision_aid.content import load_labels, resources_folder

LABELS = resources_folder() / "en" / "labels"
GROUPS: dict[str, dict[str, str]] = {
    group: texts
    for file in ("ui.toml", "figure.toml", "kiosk.toml")
    for group, texts in tomllib.loads((LABELS / file).read_text(encoding="utf-8")).items()
}
ASKED_BY_GROUP = {"ask", "keys", "kiosk_keys", "kiosk_touch", "figure_label"}
"""Groups that are shown whole, or of which a part of a window is told the group alone."""

_A_KEY = re.compile(r"[a-z][a-z0-9_]*\.[a-z0-9_]+")


def _written() -> Iterator[str]:
    """Yield every text in the code that can be a key, as a pattern where a value is put in."""
    for file in sorted(Path(decision_aid.__file__).parent.rglob("*.py")):
        nodes = list(ast.walk(ast.parse(file.read_text(encoding="utf-8"))))
        made = [node for node in nodes if isinstance(node, ast.JoinedStr)]
        parts = {id(part) for node in made for part in node.values}
        for node in nodes:
            if isinstance(node, ast.Constant) and isinstance(node.value, str):
                if id(node) not in parts:
                    yield re.escape(node.value)
            elif isinstance(node, ast.JoinedStr):
                yield "".join(
                    re.escape(str(part.value)) if isinstance(part, ast.Constant) else r"\w*"
                    for part in node.values
                )


WRITTEN = frozenset(_written())
IN_GROUP = {
    group: [
        re.compile(pattern)
        for pattern in WRITTEN
        # A key, or the end of one where the rest is a value, such as "…_short".
        if pattern.startswith(f"{group}\\.") or re.fullmatch(r"\\w\*(?:\\\.)?\w+", pattern)
    ]
    for group in GROUPS
}


@pytest.mark.parametrize("group", sorted(GROUPS.keys() - ASKED_BY_GROUP))
def test_every_text_is_used(group: str) -> None:
    unused = {
        key
        for key in GROUPS[group]
        if not any(pattern.fullmatch(f"{group}.{key}") for pattern in IN_GROUP[group])
        and not any(pattern.fullmatch(key) for pattern in IN_GROUP[group])
    }
    assert unused == set()


def test_every_text_that_is_asked_for_is_there() -> None:
    labels = load_labels()
    asked = {
        tuple(key.split("."))
        for key in (pattern.replace("\\", "") for pattern in WRITTEN)
        if _A_KEY.fullmatch(key) and key.partition(".")[0] in GROUPS
    }
    assert len(asked) > 100
    assert {(group, key) for group, key in asked if key not in labels.group(group)} == set()
