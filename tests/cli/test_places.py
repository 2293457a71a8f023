"""``places``: every id with its label, group and what it counts as."""

from __future__ import annotations

import json

from decision_aid.domain import PLACES
from tests.cli.conftest import Command


def test_every_place_is_listed_in_both_forms(command: Command) -> None:
    rows = json.loads(command("places", "--format", "json").output)
    assert [row["id"] for row in rows] == list(PLACES)
    assert all(row["label"] and row["group"] and row["counts_as"] for row in rows)
    table = command("places").output.splitlines()
    assert [line.split()[0] for line in table[1:]] == list(PLACES)


def test_an_unknown_language_names_those_there_are(command: Command) -> None:
    for arguments in (("--lang", "tlh", "places"), ("places", "--lang", "tlh")):
        ended = command(*arguments)
        assert (ended.status, ended.output) == (2, "")
        assert "en" in ended.errors


def test_an_unknown_command_gets_one_line(command: Command) -> None:
    ended = command("plaices")
    assert ended.status == 2
    assert len(ended.errors.splitlines()) == 1
