"""Nothing but the one table knows a code: no other module of the program holds one."""

from __future__ import annotations

import ast
import re
from collections.abc import Iterator
from pathlib import Path

import pytest

import decision_aid
from decision_aid.records import codes
from tests.records.other_code_rules import verhoeff

ROOT = Path(decision_aid.__file__).parent
TABLE = Path(codes.__file__).parent
CODE = re.compile(
    r"\b(?:C[0-9][0-9A-Z]\\?\.?\??[0-9A-Z]{0,4}|D0[0-9]\\?\.?\??[0-9]{0,3}|Z(?:15|17|8[56])\\?\.?[0-9]*)\b"
    r"|(?<!#)\b[0-9]{6,18}\b|\b[0-9]{3,6}-[0-9]\b|\bLA[0-9]+-[0-9]\b|\b[89][0-9]{3}/[0-9]\b"
)
"""What a code of ICD-10-CM, SNOMED CT, LOINC or ICD-O-3 looks like."""

MODULES = [path for path in sorted(ROOT.rglob("*.py")) if TABLE not in path.parents]


def _strings(tree: ast.Module) -> Iterator[str]:
    """Yield every text of a module that is no docstring."""
    nodes = list(ast.walk(tree))
    docs = {id(node.value) for node in nodes if isinstance(node, ast.Expr)}
    for node in nodes:
        if isinstance(node, ast.Constant) and isinstance(node.value, str) and id(node) not in docs:
            yield node.value


@pytest.mark.parametrize("room", sorted({path.relative_to(ROOT).parts[0] for path in MODULES}))
def test_no_other_module_knows_a_code(room: str) -> None:
    known = {
        f"{path.relative_to(ROOT)}: {match.group()}"
        for path in MODULES
        if path.relative_to(ROOT).parts[0] == room
        for text in _strings(ast.parse(path.read_text(encoding="utf-8")))
        for match in CODE.finditer(text)
        if not match.group().isdigit() or verhoeff(match.group())
    }
    assert known == set()


def test_the_pattern_finds_codes() -> None:
    for text in (
        "C50.412",
        "C79",
        r"C79\.?5",
        "254837009",
        "85337-4",
        "LA6576-8",
        "8500/3",
        "Z17.0",
    ):
        assert CODE.search(text), text
