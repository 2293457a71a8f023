"""Every name of the reasoning is where its list says, and means the same as in its own module."""

import ast
import subprocess
import sys
from importlib import import_module
from inspect import getsource

from decision_aid import domain


def test_each_name_is_found_in_the_part_that_type_checkers_are_told() -> None:
    told = {
        alias.name: node.module
        for node in ast.walk(ast.parse(getsource(domain)))
        if isinstance(node, ast.ImportFrom) and (node.module or "").startswith(domain.__name__)
        for alias in node.names
    }
    assert sorted(told) == sorted(domain.__all__) == sorted(domain._PARTS)
    for name, part in told.items():
        assert part == f"{domain.__name__}.{domain._PARTS[name]}"
        assert getattr(domain, name) is getattr(import_module(str(part)), name)


def test_no_name_is_that_of_a_part() -> None:
    # Once a part is read, Python itself puts it into the package by its own name.
    parts = {part.split(".")[0] for part in domain._PARTS.values()}
    assert parts.isdisjoint(domain.__all__)


def test_the_first_names_need_no_rules() -> None:
    asked = (
        "import sys; from decision_aid.domain import WAY, Interview, Interview as I; I().is_empty"
    )
    listed = (
        f"{asked}; print([m for m in sys.modules if m.startswith('decision_aid.domain.rules')])"
    )
    done = subprocess.run(
        [sys.executable, "-c", listed], capture_output=True, text=True, check=True
    )
    assert done.stdout == "[]\n"
